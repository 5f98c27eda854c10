"""What no stored row may be: each rule a statement that selects the rows which break it.

What no single statement can tell is rebuilt in `services.checking`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Table,
    and_,
    exists,
    func,
    literal,
    not_,
    or_,
    select,
)

from quizapp.core.grading.verdict import Outcome
from quizapp.core.memory.policy import Policy
from quizapp.core.memory.state import Phase
from quizapp.core.questions import CHOICE_KINDS, QuestionKind
from quizapp.store.base import aliased
from quizapp.store.models import (
    Answer,
    Card,
    Classroom,
    DayTotal,
    Enrolment,
    Fact,
    LoginSession,
    Objection,
    Question,
    QuestionFact,
    QuestionOption,
    QuestionVersion,
    Remembered,
    Review,
    Source,
    User,
)
from quizapp.store.queries.checking_rules import Rule

CHOICES = tuple(kind.value for kind in CHOICE_KINDS)
COLLECTIONS = ("shipped", "school", "classroom", "mine")
NAMELESS = ("guest", "erased")
"""Roles of rows without name and password."""
UNJUDGED = (Outcome.UNCLEAR, Outcome.WAITING)
"""How an answer was taken that no memory learns of."""
LARGEST_TIME = 86_400_000
OBJECTION_REASONS = ("answer", "unclear", "source", "other")
OBJECTION_ENDS = ("accepted", "corrected", "answered")


def _rule(
    code: str, model: type[Any] | Table, wrong: ColumnElement[bool], seen: Any = None
) -> Rule:
    table: Table = model if isinstance(model, Table) else model.__table__
    shown = literal("") if seen is None else seen
    statement = select(*table.primary_key.columns, shown).where(wrong)
    return Rule(code, table.name, statement)


def _outside(column: Any, low: float, high: float) -> ColumnElement[bool]:
    """Whether a number is not within bounds; what is no number is not (PostgreSQL's NaN)."""
    return or_(column < low, not_(column <= high))


_reviewed = aliased(Review)
_right_options = (
    select(func.count())
    .where(QuestionOption.version_id == QuestionVersion.id, QuestionOption.correct)
    .scalar_subquery()
)
_options = (
    select(func.count()).where(QuestionOption.version_id == QuestionVersion.id).scalar_subquery()
)
_last_option = (
    select(func.max(QuestionOption.position))
    .where(QuestionOption.version_id == QuestionVersion.id)
    .scalar_subquery()
)
_versions = select(func.count()).where(QuestionVersion.question_id == Question.id).scalar_subquery()
_last_version = (
    select(func.max(QuestionVersion.number))
    .where(QuestionVersion.question_id == Question.id)
    .scalar_subquery()
)
_first_version = (
    select(func.min(QuestionVersion.number))
    .where(QuestionVersion.question_id == Question.id)
    .scalar_subquery()
)
_parts = select(func.count()).where(QuestionFact.question_id == Question.id).scalar_subquery()
_last_part = (
    select(func.max(QuestionFact.part))
    .where(QuestionFact.question_id == Question.id)
    .scalar_subquery()
)


def _of_kind(*kinds: str) -> ColumnElement[bool]:
    return exists().where(Question.id == QuestionVersion.question_id, Question.kind.in_(kinds))


def _subject_missing(scope: str, model: Any) -> ColumnElement[bool]:
    return and_(DayTotal.scope == scope, ~exists().where(model.id == DayTotal.subject_id))


def _words() -> Iterator[Rule]:
    """Columns that hold one of a few words."""
    words: dict[Any, tuple[str, ...]] = {
        User.role: ("student", "teacher", "admin", *NAMELESS),
        Enrolment.role: ("student", "teacher"),
        Source.collection: COLLECTIONS,
        Fact.collection: COLLECTIONS,
        Fact.state: ("proposed", "approved", "retired"),
        Question.collection: COLLECTIONS,
        Question.kind: tuple(kind.value for kind in QuestionKind),
        Question.state: ("draft", "review", "ready", "retired"),
        Card.phase: tuple(phase.value for phase in Phase if phase is not Phase.NEW),
        Answer.outcome: tuple(one.value for one in Outcome if one not in UNJUDGED),
        Review.model: (Policy.model,),
        DayTotal.scope: ("learner", "fact", "question"),
        Objection.reason: OBJECTION_REASONS,
        Objection.state: ("open", *OBJECTION_ENDS),
    }
    for column, known in words.items():
        yield _rule("unknown-word", column.table, column.not_in(known), column)


def _people() -> Iterator[Rule]:
    named = User.role.not_in(NAMELESS)
    yield _rule("name-empty", User, and_(named, User.name == ""))
    bounds = or_(
        _outside(User.rollover_hour, 0, 23),
        _outside(User.desired_retention, 0.0001, 0.9999),
        User.new_per_day < 0,
    )
    yield _rule("setting-range", User, bounds, User.name)
    plain = and_(named, User.password_hash != "", ~User.password_hash.like("$argon2id$%"))
    yield _rule("password-form", User, plain)
    form = or_(
        func.length(LoginSession.token_hash) != 64,
        func.ltrim(LoginSession.token_hash, "0123456789abcdef") != "",
    )
    yield _rule("session-form", LoginSession, form)
    backwards = or_(
        LoginSession.expires_at < LoginSession.created_at,
        LoginSession.seen_at > LoginSession.expires_at,
    )
    yield _rule("session-times", LoginSession, backwards)
    enrolled = exists().where(
        Enrolment.classroom_id == Classroom.id,
        Enrolment.user_id == Classroom.owner_id,
        Enrolment.role == "teacher",
    )
    untaught = and_(~enrolled, Classroom.archived_at.is_(None))
    yield _rule("classroom-untaught", Classroom, untaught, Classroom.name)
    code = func.length(Classroom.join_code) != 8
    yield _rule("join-code", Classroom, code, Classroom.join_code)


_finished = QuestionVersion.typed.is_(None)
"""Whether a version is no draft: a draft may be as unfinished as it likes."""
_draft, _asked = Question.draft_number, Question.version_number


def _knowledge() -> Iterator[Rule]:
    for model in (Fact, Question):
        lost = or_(
            and_(model.collection == "classroom", model.classroom_id.is_(None)),
            and_(model.collection == "mine", model.owner_id.is_(None)),
            and_(model.collection == "shipped", model.owner_id.is_not(None)),
        )
        yield _rule("owner", model, lost, model.collection)
    said = and_(Fact.state != "proposed", or_(Fact.statement == "", Fact.answer == ""))
    yield _rule("text-empty", Fact, said, Fact.public_id)
    yield _rule("text-empty", QuestionVersion, and_(_finished, QuestionVersion.stem == ""))
    of_finished = exists().where(QuestionVersion.id == QuestionOption.version_id, _finished)
    yield _rule("text-empty", QuestionOption, and_(QuestionOption.text == "", of_finished))
    yield _rule("question-without-fact", Question, _parts == 0, Question.public_id)
    gap = and_(_parts > 0, or_(_last_part != _parts - 1))
    yield _rule("question-parts", Question, gap, _parts)
    yield _rule(
        "version-missing", Question, _last_version != func.coalesce(_draft, _asked), _last_version
    )
    yield _rule("version-missing", Question, _draft <= _asked, _draft)
    yield _rule("version-missing", Question, _versions == 0, _versions)
    numbers = and_(_versions > 0, or_(_first_version != 1, _last_version != _versions))
    yield _rule("version-numbers", Question, numbers, _versions)
    single = QuestionKind.SINGLE_CHOICE.value
    yield _rule(
        "right-options",
        QuestionVersion,
        and_(_finished, _of_kind(single), _right_options != 1),
        _right_options,
    )
    others = tuple(kind for kind in CHOICES if kind != single)
    none = and_(_finished, _of_kind(*others), _right_options == 0)
    yield _rule("right-options", QuestionVersion, none, _right_options)
    few = and_(_finished, _of_kind(*CHOICES), _options < 2)
    yield _rule("options-few", QuestionVersion, few, _options)
    order = and_(_options > 0, _last_option != _options - 1)
    yield _rule("option-positions", QuestionVersion, order, _last_option)


def _memory() -> Iterator[Rule]:
    yield _rule("score-range", Answer, _outside(Answer.score, 0, 1), Answer.score)
    right = Answer.outcome.in_((Outcome.RIGHT.value, Outcome.ACCEPTED.value))
    full = or_(
        and_(right, Answer.score < 0.99),
        and_(Answer.outcome == Outcome.NOT_YET.value, Answer.score > 0.99),
    )
    yield _rule("score-outcome", Answer, full, Answer.outcome)
    yield _rule("key-empty", Answer, Answer.key == "")
    time = _outside(Answer.milliseconds, 0, LARGEST_TIME)
    yield _rule("time-range", Answer, time, Answer.milliseconds)
    unreviewed = ~exists().where(Review.answer_id == Answer.id)
    yield _rule("answer-without-review", Answer, unreviewed, Answer.key)
    yield _rule("part-range", Review, _outside(Review.part_score, 0, 1), Review.part_score)
    yield _rule("rating-range", Review, _outside(Review.rating, 1, 4), Review.rating)
    bounds = or_(
        _outside(Review.rollover_hour, 0, 23), _outside(Review.desired_retention, 0.0001, 0.9999)
    )
    yield _rule("setting-range", Review, bounds, Review.desired_retention)
    soon = and_(Review.counts, Review.due < Review.at)  # what is only logged keeps the due instant
    yield _rule("interval-negative", Review, soon, Review.due)
    yield _rule("interval-negative", Card, Card.due < Card.last_review, Card.due)
    strange = exists().where(
        Answer.id == Review.answer_id,
        or_(Answer.answered_at != Review.at, Answer.local_day != Review.local_day),
    )
    yield _rule("review-elsewhen", Review, strange, Review.at)
    twice = exists().where(
        _reviewed.answer_id == Review.answer_id,
        _reviewed.fact_id == Review.fact_id,
        _reviewed.id < Review.id,
    )
    yield _rule("review-twice", Review, twice, Review.answer_id)
    foreign = exists().where(Answer.id == Review.answer_id, Answer.learner_id != Review.learner_id)
    yield _rule("review-of-another", Review, foreign, Review.learner_id)
    yield _rule("row-version", Card, Card.row_version < 1, Card.row_version)
    for scope, model in (("learner", User), ("fact", Fact), ("question", Question)):
        missing = _subject_missing(scope, model)
        yield _rule("total-of-nobody", DayTotal, missing, DayTotal.answers)
    negative = or_(
        DayTotal.answers < 0,
        DayTotal.right < 0,
        DayTotal.introduced < 0,
        DayTotal.milliseconds < 0,
        DayTotal.right > DayTotal.answers,
    )
    yield _rule("total-impossible", DayTotal, negative, DayTotal.answers)
    bank = and_(Remembered.name == "shipped-bank", func.length(Remembered.value) != 64)
    yield _rule("remembered-form", Remembered, bank, Remembered.value)


def _objections() -> Iterator[Rule]:
    half = or_(
        and_(Objection.state == "open", Objection.closed_at.is_not(None)),
        and_(Objection.state != "open", Objection.closed_at.is_(None)),
        and_(Objection.state == "answered", Objection.reply == ""),
    )
    yield _rule("objection-state", Objection, half, Objection.state)


RULES = (*_words(), *_people(), *_knowledge(), *_memory(), *_objections())
