"""Who studied a fact: a learner's own reviews, and the learners of the classes of a teacher.

A teacher sees what learners did since they joined a class of the teacher's, of facts that the
class may be asked; nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import BindParameter, Connection, and_, bindparam, case, exists, func, or_, select

from quizapp.core.questions import QuestionKind
from quizapp.store.base import aliased
from quizapp.store.models import (
    Answer,
    Card,
    Classroom,
    Enrolment,
    Fact,
    FormerFact,
    Question,
    QuestionFact,
    QuestionVersion,
    Review,
    User,
    Voiding,
)
from quizapp.store.queries.study import PERSON
from quizapp.store.queries.visibility import OPEN_COLLECTIONS, questions_in_reach

MOST_REVIEWS = 30
FULL = 0.99
"""A part's score from which on the fact counts as right."""


@dataclass(frozen=True, slots=True)
class OwnReview:
    """One of the learner's answers on the fact. `former` says that it had another value then."""

    at: datetime
    local_day: date
    score: float
    kind: QuestionKind
    stem: str
    language: str
    due: datetime
    former: bool


@dataclass(frozen=True, slots=True)
class AskedBy:
    """A question that asks for the fact. `mine` says that the person answered it already."""

    public_id: str
    kind: QuestionKind
    stem: str
    language: str
    collection: str
    alone: bool
    mine: bool


@dataclass(frozen=True, slots=True)
class ClassAnswers:
    """What a class answered on the fact since its learners joined."""

    classroom: str
    name: str
    learners: int
    answers: int
    right: int


@dataclass(frozen=True, slots=True)
class ClassCard:
    """A learner's memory of the fact; `zone` and `rollover_hour` rule the learner's days."""

    learner: str
    name: str
    classroom: str
    classroom_name: str
    stability: float
    last_day: date
    zone: str
    rollover_hour: int


_ROWS: BindParameter[Any] = bindparam("rows", expanding=True)
_not_voided = ~exists().where(Voiding.answer_id == Review.answer_id)
REVIEWS = (
    select(
        Review.at,
        Review.local_day,
        Review.part_score,
        Question.kind,
        QuestionVersion.stem,
        QuestionVersion.language,
        Review.due,
        exists().where(FormerFact.row_id == Review.fact_id),
    )
    .join(Answer, Answer.id == Review.answer_id)
    .join(QuestionVersion, QuestionVersion.id == Answer.version_id)
    .join(Question, Question.id == QuestionVersion.question_id)
    .where(Review.learner_id == PERSON, Review.fact_id.in_(_ROWS), _not_voided)
    .order_by(Review.id.desc())
    .limit(MOST_REVIEWS)
)
_other = aliased(QuestionFact)
_answered = exists().where(
    Review.learner_id == PERSON,
    Review.fact_id == QuestionFact.fact_id,
    _not_voided,
    Answer.id == Review.answer_id,
    QuestionVersion.id == Answer.version_id,
    QuestionVersion.question_id == Question.id,
)
_in_force = aliased(QuestionVersion)
QUESTIONS = (
    select(
        Question.public_id,
        Question.kind,
        _in_force.stem,
        _in_force.language,
        Question.collection,
        ~exists().where(_other.question_id == Question.id, _other.fact_id != QuestionFact.fact_id),
        _answered,
    )
    .join(QuestionFact, QuestionFact.question_id == Question.id)
    .join(
        _in_force,
        and_(_in_force.question_id == Question.id, _in_force.number == Question.version_number),
    )
    .where(QuestionFact.fact_id == bindparam("fact"), questions_in_reach(PERSON))
    .order_by(Question.id)
)
_pupil = aliased(Enrolment)
_teaching = and_(
    Enrolment.classroom_id == Classroom.id,
    Enrolment.user_id == PERSON,
    Enrolment.role == "teacher",
)
_pupils = and_(_pupil.classroom_id == Classroom.id, _pupil.role == "student")
_asked_there = or_(Fact.collection.in_(OPEN_COLLECTIONS), Fact.classroom_id == Classroom.id)
_reviewed = and_(
    Review.learner_id == _pupil.user_id,
    Review.fact_id.in_(_ROWS),
    Review.at >= _pupil.joined_at,
    _not_voided,
)
CLASSES = (
    select(
        Classroom.public_id,
        Classroom.name,
        func.count(func.distinct(_pupil.user_id)),
        func.count(Review.id),
        func.coalesce(func.sum(case((Review.part_score >= FULL, 1), else_=0)), 0),
    )
    .join(Enrolment, _teaching)
    .join(Fact, and_(Fact.id == bindparam("fact"), _asked_there))
    .outerjoin(_pupil, _pupils)
    .outerjoin(Review, _reviewed)
    .where(Classroom.archived_at.is_(None))
    .group_by(Classroom.id, Classroom.public_id, Classroom.name)
    .order_by(Classroom.name, Classroom.id)
)
CARDS = (
    select(
        User.public_id,
        User.name,
        Classroom.public_id,
        Classroom.name,
        Card.stability,
        Card.last_day,
        User.time_zone,
        User.rollover_hour,
    )
    .join(Enrolment, _teaching)
    .join(_pupil, _pupils)
    .join(User, User.id == _pupil.user_id)
    .join(Fact, and_(Fact.id == bindparam("fact"), _asked_there))
    .join(Card, and_(Card.learner_id == _pupil.user_id, Card.fact_id == Fact.id))
    .where(
        Classroom.archived_at.is_(None),
        Card.stability.is_not(None),
        Card.last_review >= _pupil.joined_at,
    )
    .order_by(Classroom.id, Card.learner_id)
)
HOLDERS = select(func.count()).where(Card.fact_id == bindparam("fact"))
OWN_QUESTIONS = (
    select(func.count())
    .select_from(QuestionFact)
    .join(Question, Question.id == QuestionFact.question_id)
    .where(
        QuestionFact.fact_id == bindparam("fact"),
        Question.collection != "shipped",
        Question.state != "retired",
    )
)


def own_reviews(connection: Connection, person: int, rows: Sequence[int]) -> tuple[OwnReview, ...]:
    """The learner's latest answers on these rows of a fact, the newest first."""
    found = connection.execute(REVIEWS, {"person": person, "rows": list(rows)})
    return tuple(
        OwnReview(
            at, day, float(score), QuestionKind(kind), stem, language, due, former=bool(former)
        )
        for at, day, score, kind, stem, language, due, former in found
    )


def questions(connection: Connection, person: int, fact: int) -> tuple[AskedBy, ...]:
    """The questions on a fact that this person may be asked."""
    found = connection.execute(QUESTIONS, {"person": person, "fact": fact})
    return tuple(
        AskedBy(row[0], QuestionKind(row[1]), *row[2:5], alone=bool(row[5]), mine=bool(row[6]))
        for row in found
    )


def classes(
    connection: Connection, person: int, fact: int, rows: Sequence[int]
) -> tuple[ClassAnswers, ...]:
    """What each class of a teacher answered on these rows of a fact."""
    values = {"person": person, "fact": fact, "rows": list(rows)}
    found = connection.execute(CLASSES, values)
    return tuple(ClassAnswers(*tuple[Any, ...](row)) for row in found)


def class_cards(connection: Connection, person: int, fact: int) -> tuple[ClassCard, ...]:
    """The memories of the fact in a teacher's classes."""
    found = connection.execute(CARDS, {"person": person, "fact": fact})
    return tuple(ClassCard(*tuple[Any, ...](row)) for row in found)


def holders(connection: Connection, fact: int) -> int:
    """How many learners remember something of this row of a fact."""
    return int(connection.execute(HOLDERS, {"fact": fact}).scalar_one())


def own_questions(connection: Connection, fact: int) -> int:
    """How many questions that teachers wrote ask for this row of a fact."""
    return int(connection.execute(OWN_QUESTIONS, {"fact": fact}).scalar_one())
