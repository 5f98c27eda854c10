"""The hot path of study: statements built once at import, plain rows out.

Per request: the plan's counts, the next fact, the questions that ask for it, one question's
content. All carry the visibility condition.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    and_,
    bindparam,
    case,
    exists,
    func,
    or_,
    select,
)

from quizapp.core.questions import QuestionKind
from quizapp.store.base import aliased
from quizapp.store.driver import Hot
from quizapp.store.models import (
    Card,
    DayTotal,
    Fact,
    FactVersion,
    Question,
    QuestionFact,
    QuestionOption,
    QuestionVersion,
    Source,
)
from quizapp.store.prepared import Prepared
from quizapp.store.queries.visibility import ASKS_ALONE, facts_in_reach, questions_in_reach

PERSON: BindParameter[int] = bindparam("person")
IN_STEPS = Card.phase.in_(("learning", "relearning"))


@dataclass(frozen=True, slots=True)
class PlanCounts:
    """Today's plan as counts of facts, except `steps`: answers still owed to learning facts."""

    due_now: int
    reviews_today: int
    in_steps: int
    steps: int
    introduced_today: int
    unseen: int
    tomorrow: int
    answered_today: int
    right_today: int
    answers_lately: int
    milliseconds_lately: int


_mine = (Card.learner_id == PERSON, facts_in_reach(PERSON))
_introduced = (
    select(func.count())
    .select_from(Card)
    .join(Fact, Fact.id == Card.fact_id)
    .where(*_mine, Card.introduced_day == bindparam("today"))
)
_owed = case(
    (Card.phase == "learning", bindparam("learning_steps") - func.coalesce(Card.step, 0)), else_=1
)
_today = DayTotal.day == bindparam("today")
_totals = and_(DayTotal.scope == "learner", DayTotal.subject_id == PERSON)

_fitting = (
    select(Question.id)
    .where(
        Question.id == QuestionFact.question_id,
        ASKS_ALONE,
        questions_in_reach(PERSON),
    )
    .offset(0)
    .exists()
)
# one inside the other, and kept so by the offset: side by side, SQLite looked through all ready
# questions for each fact, and so did PostgreSQL as long as it had not counted its tables
ASKABLE = (
    select(QuestionFact.fact_id).where(QuestionFact.fact_id == Fact.id, _fitting).offset(0).exists()
)
"""Whether a question asks for the fact alone: one without any would end the sitting early."""


def _sum(value: Any, *where: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((and_(*where), value), else_=0)), 0)


_before_tomorrow = Card.due < bindparam("tomorrow")
_coming = (
    select(
        _sum(1, Card.due <= bindparam("now")).label("due_now"),
        _sum(1, Card.phase == "review", _before_tomorrow).label("reviews_today"),
        _sum(1, IN_STEPS, _before_tomorrow).label("in_steps"),
        _sum(_owed, IN_STEPS, _before_tomorrow).label("steps"),
        _sum(1, Card.due >= bindparam("tomorrow")).label("tomorrow"),
    )
    .select_from(Card)
    .join(Fact, Fact.id == Card.fact_id)
    .where(*_mine, Card.due < bindparam("after_tomorrow"), ASKABLE)
    .subquery()
)
"""The cards that fall due by the end of tomorrow, gone through once. A fact that no question
asks for any more, or an essay alone, is not due: study would never ask for it."""
PLAN = Prepared(
    select(
        _coming.c.due_now,
        _coming.c.reviews_today,
        _coming.c.in_steps,
        _coming.c.steps,
        _introduced.scalar_subquery(),
        select(func.count())
        .select_from(Fact)
        .where(
            facts_in_reach(PERSON),
            ~exists().where(Card.learner_id == PERSON, Card.fact_id == Fact.id),
            ASKABLE,
        )
        .scalar_subquery(),
        _coming.c.tomorrow,
        select(func.coalesce(func.sum(DayTotal.answers), 0))
        .where(_totals, _today)
        .scalar_subquery(),
        select(func.coalesce(func.sum(DayTotal.right), 0)).where(_totals, _today).scalar_subquery(),
        select(func.coalesce(func.sum(DayTotal.answers), 0))
        .where(_totals, DayTotal.day >= bindparam("lately"))
        .scalar_subquery(),
        select(func.coalesce(func.sum(DayTotal.milliseconds), 0))
        .where(_totals, DayTotal.day >= bindparam("lately"))
        .scalar_subquery(),
    )
)


def plan_counts(
    connection: Hot,
    person: int,
    *,
    now: datetime,
    today: date,
    tomorrow: datetime,
    after_tomorrow: datetime,
    lately: date,
    learning_steps: int,
) -> PlanCounts:
    """Today's plan. `tomorrow` and `after_tomorrow` are the instants at which those days begin."""
    row = PLAN.first(
        connection,
        {
            "person": person,
            "now": now,
            "today": today,
            "tomorrow": tomorrow,
            "after_tomorrow": after_tomorrow,
            "lately": lately,
            "learning_steps": learning_steps,
        },
    )
    return PlanCounts(*(int(value) for value in row))


@dataclass(frozen=True, slots=True)
class NextFact:
    """The fact to ask next and where its card stands (phase "new" without a card)."""

    fact_id: int
    phase: str = "new"
    stability: float | None = None
    reviews: int = 0
    last_question_id: int | None = None


_next_card = (
    select(Card.fact_id, Card.phase, Card.stability, Card.reviews, Card.last_question_id)
    .join(Fact, Fact.id == Card.fact_id)
    .where(*_mine, ASKABLE, Card.due <= bindparam("until"))
    .limit(1)
)
DUE_CARD = Prepared(_next_card.order_by(case((IN_STEPS, 0), else_=1), Card.due, Card.fact_id))
AHEAD_CARD = Prepared(_next_card.where(IN_STEPS).order_by(Card.last_review, Card.fact_id))
UNSEEN_FACT = Prepared(
    select(Fact.id)
    .where(
        facts_in_reach(PERSON),
        ~exists().where(Card.learner_id == PERSON, Card.fact_id == Fact.id),
        ASKABLE,
    )
    .order_by(
        case((Fact.collection == "shipped", 1), else_=0),
        Fact.importance.desc(),
        Fact.position,
        Fact.id,
    )
    .limit(1)
)


def next_card(
    connection: Hot, person: int, until: datetime, *, ahead: bool = False
) -> NextFact | None:
    """The most urgent card due by `until`.

    With `ahead` only facts in their learning steps, the one not seen for longest first, so that
    the fact just answered does not come twice in a row.
    """
    parameters = {"person": person, "until": until}
    row = (AHEAD_CARD if ahead else DUE_CARD).first(connection, parameters)
    return None if row is None else NextFact(*row)


def next_unseen(connection: Hot, person: int) -> NextFact | None:
    """The next fact to introduce: the class's own first, then by importance and order."""
    row = UNSEEN_FACT.first(connection, {"person": person})
    return None if row is None else NextFact(row[0])


@dataclass(frozen=True, slots=True)
class Candidate:
    """One question that asks for a fact."""

    question_id: int
    kind: QuestionKind
    version: str


_other, _part = aliased(QuestionFact), aliased(QuestionFact)
_alone = (
    ~exists().where(  # asked of the link: of the question it would be asked for each one there is
        _other.question_id == QuestionFact.question_id, _other.fact_id != bindparam("fact")
    )
)
_met = (
    select(Card.fact_id)
    .join(Fact, Fact.id == Card.fact_id)
    .where(Card.learner_id == PERSON, Card.fact_id == _part.fact_id, facts_in_reach(PERSON))
    .exists()
)
_all_met = ~exists().where(_part.question_id == QuestionFact.question_id, ~_met)
CANDIDATES = Prepared(
    select(Question.id, Question.kind, QuestionVersion.public_id)
    .join(QuestionFact, QuestionFact.question_id == Question.id)
    .join(
        QuestionVersion,
        and_(
            QuestionVersion.question_id == Question.id,
            QuestionVersion.number == Question.version_number,
        ),
    )
    .where(
        QuestionFact.fact_id == bindparam("fact"),
        questions_in_reach(PERSON),
        or_(_alone, _all_met),
    )
    .order_by(Question.id)
)


def candidates(connection: Hot, person: int, fact_id: int) -> tuple[Candidate, ...]:
    """The questions on a fact that this person may be asked.

    One on several facts is among them when all of these are in reach and were met before.
    """
    rows = CANDIDATES.rows(connection, {"person": person, "fact": fact_id})
    return tuple(Candidate(row[0], QuestionKind(row[1]), row[2]) for row in rows)


_then = (
    select(FactVersion.row_id)
    .where(
        FactVersion.fact == Fact.public_id,
        FactVersion.in_force,
        FactVersion.created_at <= QuestionVersion.created_at,
    )
    .order_by(FactVersion.number.desc())
    .limit(1)
    .correlate(Fact, QuestionVersion)
    .scalar_subquery()
)
ROW_THEN = case(
    (QuestionVersion.number < Question.version_number, func.coalesce(_then, Fact.id)),
    else_=Fact.id,
)
"""The row that an answer to a version is about. A question that was on the page while its fact
got another value is answered, and remembered, for the value that it asked."""

VERSIONS = (
    select(
        Question.id.label("question_id"),
        Question.public_id.label("question"),
        Question.kind.label("kind"),
        Question.template.label("template"),
        QuestionVersion.id.label("version_id"),
        QuestionVersion.public_id.label("version"),
        QuestionVersion.stem.label("stem"),
        QuestionVersion.answer.label("answer"),
        QuestionVersion.accept.label("accept"),
        QuestionVersion.value.label("value"),
        QuestionVersion.unit.label("unit"),
        QuestionVersion.approx.label("approx"),
        QuestionVersion.look_alikes.label("look_alikes"),
        QuestionVersion.explanation.label("explanation"),
        QuestionVersion.hints.label("hints"),
        QuestionVersion.language.label("language"),
        QuestionVersion.ordered.label("ordered"),
        QuestionVersion.picture.label("picture"),
        QuestionVersion.picture_alt.label("picture_alt"),
        ROW_THEN.label("fact_id"),
        Fact.public_id.label("fact"),
        Fact.statement.label("statement"),
        Fact.language.label("fact_language"),
        Fact.topic.label("topic"),
        Fact.paragraph.label("paragraph"),
        Fact.anchor.label("anchor"),
        Fact.as_of.label("as_of"),
        Fact.according_to.label("according_to"),
        Source.slug.label("source"),
        Source.short_title.label("source_title"),
        Source.paragraphs.label("paragraphs"),
        Source.kind.label("source_kind"),
    )
    .select_from(QuestionVersion)
    .join(Question, Question.id == QuestionVersion.question_id)
    .join(QuestionFact, QuestionFact.question_id == Question.id)
    .join(Fact, Fact.id == QuestionFact.fact_id)
    .join(Source, Source.id == Fact.source_id)
    .order_by(QuestionFact.part)
)
"""Question versions with their facts, one row for each, still without a bound to who may see."""
ASKED = Prepared(
    VERSIONS.where(
        QuestionVersion.public_id == bindparam("version"),
        questions_in_reach(PERSON),
        facts_in_reach(PERSON),
    )
)
OPTION_COLUMNS = (
    *(QuestionOption.text, QuestionOption.correct, QuestionOption.feedback),
    *(QuestionOption.fact, QuestionOption.pinned, QuestionOption.region),
)
"""What an option is made of, in the order of its fields."""
OPTIONS = Prepared(
    select(*OPTION_COLUMNS)
    .where(QuestionOption.version_id == bindparam("version_id"))
    .order_by(QuestionOption.position)
)


def asked_rows(connection: Hot, person: int, version: str) -> list[Any]:
    """One row per fact of the question version; nothing when the person may not be asked it."""
    return list(ASKED.rows(connection, {"person": person, "version": version}))


def option_rows(connection: Hot, version_id: int) -> list[Any]:
    """The options of a version in stored order: OPTION_COLUMNS."""
    return list(OPTIONS.rows(connection, {"version_id": version_id}))
