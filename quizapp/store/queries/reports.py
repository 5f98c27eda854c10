"""What a class knows: its facts by topic, its learners' cards, one learner's facts and answers.

Every statement takes the classroom and carries two limits: the facts a teacher of the classroom
may see, and memory that was formed or refreshed since the learner joined.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, case, exists, func, or_, select

from quizapp.core.grading.verdict import Outcome
from quizapp.store.models import Answer, Card, Enrolment, Fact, Review, Voiding
from quizapp.store.queries.classrooms import facts_asked_in_classroom, facts_of_classroom
from quizapp.store.queries.visibility import OPEN_COLLECTIONS

_CLASSROOM = bindparam("classroom", type_=Fact.id.type)
_LEARNER = bindparam("learner", type_=Fact.id.type)
_PUPIL_OF_CARD = and_(
    Enrolment.user_id == Card.learner_id,
    Enrolment.classroom_id == _CLASSROOM,
    Enrolment.role == "student",
    Card.last_review >= Enrolment.joined_at,
)


@dataclass(frozen=True, slots=True)
class TopicFacts:
    """How many facts of a topic the classroom is asked, or has learners who met them."""

    topic: str
    facts: int


@dataclass(frozen=True, slots=True)
class SeenCard:
    """A learner's memory of a fact as far as a report needs it; stability in days.

    `asked` is false where study asks for the fact no more: it is never due.
    """

    learner: int
    topic: str
    stability: float
    last_day: date
    last_review: datetime
    due: datetime
    asked: bool


@dataclass(frozen=True, slots=True)
class SeenFact:
    """One fact that a learner has met."""

    public_id: str
    statement: str
    language: str
    card: SeenCard


@dataclass(frozen=True, slots=True)
class AnswerCount:
    """How many answers were given, and how many of them were right."""

    answers: int
    right: int


_MET = (
    select(Card.fact_id).join(Enrolment, _PUPIL_OF_CARD).where(Card.stability.is_not(None))
).correlate(None)
TOPICS = (
    select(Fact.topic, func.count())
    .where(
        facts_of_classroom(_CLASSROOM),
        or_(facts_asked_in_classroom(_CLASSROOM), Fact.id.in_(_MET)),
    )
    .group_by(Fact.topic)
    .order_by(
        func.min(case((Fact.collection.in_(OPEN_COLLECTIONS), 1), else_=0)),
        func.min(Fact.position),
        Fact.topic,
    )
)
_CARD = (
    *(Card.learner_id, Fact.topic, Card.stability, Card.last_day, Card.last_review, Card.due),
    facts_asked_in_classroom(_CLASSROOM).label("asked"),
)
CARDS = (
    select(*_CARD)
    .join(Fact, Fact.id == Card.fact_id)
    .join(Enrolment, _PUPIL_OF_CARD)
    .where(facts_of_classroom(_CLASSROOM), Card.stability.is_not(None))
    .order_by(Card.learner_id, Fact.id)
)
FACTS_OF_LEARNER = (
    select(Fact.public_id, Fact.statement, Fact.language, *_CARD)
    .join(Card, and_(Card.fact_id == Fact.id, Card.learner_id == _LEARNER))
    .join(Enrolment, _PUPIL_OF_CARD)
    .where(facts_of_classroom(_CLASSROOM), Card.stability.is_not(None))
    .order_by(Fact.position, Fact.id)
)
_FACTS_EVER = and_(
    Fact.state.in_(("approved", "retired")),
    or_(Fact.collection.in_(OPEN_COLLECTIONS), Fact.classroom_id == _CLASSROOM),
)
"""What a class may be asked or might be: a fact that was retired keeps its answers in reports."""
_RIGHT = Answer.outcome.in_((Outcome.RIGHT.value, Outcome.ACCEPTED.value))
ANSWERS = (
    select(func.count(), func.coalesce(func.sum(case((_RIGHT, 1), else_=0)), 0))
    .select_from(Answer)
    .join(
        Enrolment,
        and_(
            Enrolment.user_id == Answer.learner_id,
            Enrolment.classroom_id == _CLASSROOM,
            Enrolment.role == "student",
        ),
    )
    .where(
        Answer.learner_id == _LEARNER,
        Answer.answered_at >= bindparam("since"),
        Answer.answered_at >= Enrolment.joined_at,
        ~exists().where(Voiding.answer_id == Answer.id),
        exists().where(
            Review.answer_id == Answer.id,
            Fact.id == Review.fact_id,
            _FACTS_EVER,
        ),
    )
)


def topics(connection: Connection, classroom: int) -> tuple[TopicFacts, ...]:
    """The topics of the facts that a classroom may be asked, its own first, as they are met."""
    rows = connection.execute(TOPICS, {"classroom": classroom})
    return tuple(TopicFacts(*row) for row in rows)


def cards(connection: Connection, classroom: int) -> Iterator[SeenCard]:
    """The cards of all learners of a classroom."""
    for row in connection.execute(CARDS, {"classroom": classroom}):
        yield SeenCard(*tuple[Any, ...](row))


def facts_of(connection: Connection, classroom: int, learner: int) -> tuple[SeenFact, ...]:
    """The facts that one learner has met, in their order."""
    parameters = {"classroom": classroom, "learner": learner}
    rows = (tuple[Any, ...](row) for row in connection.execute(FACTS_OF_LEARNER, parameters))
    return tuple(SeenFact(row[0], row[1], row[2], SeenCard(*row[3:])) for row in rows)


def answers_of(
    connection: Connection, classroom: int, learner: int, since: datetime
) -> AnswerCount:
    """One learner's answers since then, those taken back left out."""
    parameters = {"classroom": classroom, "learner": learner, "since": since}
    row = connection.execute(ANSWERS, parameters).one()
    return AnswerCount(int(row[0]), int(row[1]))
