"""Classrooms as lists and as a page: who teaches, who belongs, when they last studied."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    SQLColumnExpression,
    and_,
    bindparam,
    func,
    or_,
    select,
)

from quizapp.store.base import aliased
from quizapp.store.models import Card, Classroom, Enrolment, Fact, Question, QuestionFact, User
from quizapp.store.queries.visibility import ASKS_ALONE, MARKED_BY_PEOPLE, OPEN_COLLECTIONS


@dataclass(frozen=True, slots=True)
class TaughtClassroom:
    """A classroom in a teacher's list."""

    public_id: str
    name: str
    join_code: str
    pupils: int


@dataclass(frozen=True, slots=True)
class ClassroomHead:
    """What a classroom is called and by which clock its days go."""

    id: int
    public_id: str
    name: str
    join_code: str
    time_zone: str
    created_at: datetime
    archived_at: datetime | None = None
    joining_closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Pupil:
    """A pupil of a classroom; `zone` and `rollover_hour` rule the pupil's own days."""

    id: int
    public_id: str
    name: str
    zone: str
    rollover_hour: int
    desired_retention: float
    joined_at: datetime


def facts_of_classroom(classroom: SQLColumnExpression[int]) -> ColumnElement[bool]:
    """Approved facts that a teacher of this classroom may see learners' memory of."""
    return and_(
        Fact.state == "approved",
        or_(Fact.collection.in_(OPEN_COLLECTIONS), Fact.classroom_id == classroom),
    )


def facts_asked_in_classroom(classroom: SQLColumnExpression[int]) -> ColumnElement[bool]:
    """Facts that study asks its learners for: one that only an essay asks is never met there."""
    asking = (
        select(QuestionFact.fact_id)
        .join(Question, Question.id == QuestionFact.question_id)
        .where(
            Question.state == "ready",
            Question.kind.not_in(MARKED_BY_PEOPLE),
            ASKS_ALONE,
            or_(Question.collection.in_(OPEN_COLLECTIONS), Question.classroom_id == classroom),
        )
        .correlate(None)
    )
    return Fact.id.in_(asking)


_CLASSROOM: ColumnElement[int] = bindparam("classroom")
_pupil = aliased(Enrolment)
TAUGHT = (
    select(
        Classroom.public_id,
        Classroom.name,
        Classroom.join_code,
        func.count(_pupil.user_id).label("pupils"),
    )
    .join(
        Enrolment,
        and_(
            Enrolment.classroom_id == Classroom.id,
            Enrolment.user_id == bindparam("person"),
            Enrolment.role == "teacher",
        ),
    )
    .outerjoin(_pupil, and_(_pupil.classroom_id == Classroom.id, _pupil.role == "student"))
    .where(Classroom.archived_at.is_(None))
    .group_by(Classroom.id, Classroom.public_id, Classroom.name, Classroom.join_code)
    .order_by(Classroom.name, Classroom.id)
)
HEAD = select(
    Classroom.id,
    Classroom.public_id,
    Classroom.name,
    Classroom.join_code,
    Classroom.time_zone,
    Classroom.created_at,
    Classroom.archived_at,
    Classroom.joining_closed_at,
).where(Classroom.id == _CLASSROOM)
PUPILS = (
    select(
        User.id,
        User.public_id,
        User.name,
        User.time_zone,
        User.rollover_hour,
        User.desired_retention,
        Enrolment.joined_at,
    )
    .join(Enrolment, Enrolment.user_id == User.id)
    .where(Enrolment.classroom_id == _CLASSROOM, Enrolment.role == "student", User.active)
    .order_by(User.name_folded)
)
LAST_STUDIED = (
    select(Card.learner_id, func.max(Card.last_review))
    .join(Enrolment, and_(Enrolment.user_id == Card.learner_id, Enrolment.role == "student"))
    .join(Fact, Fact.id == Card.fact_id)
    .where(
        Enrolment.classroom_id == _CLASSROOM,
        Card.last_review >= Enrolment.joined_at,
        facts_of_classroom(_CLASSROOM),
    )
    .group_by(Card.learner_id)
)
BY_CODE = (
    select(
        Classroom.id,
        Classroom.public_id,
        Classroom.name,
        User.name.label("teacher"),
        Enrolment.role,
        Classroom.joining_closed_at,
    )
    .join(User, User.id == Classroom.owner_id)
    .outerjoin(
        Enrolment,
        and_(Enrolment.classroom_id == Classroom.id, Enrolment.user_id == bindparam("person")),
    )
    .where(Classroom.join_code == bindparam("code"), Classroom.archived_at.is_(None))
)


def taught_by(connection: Connection, person: int) -> tuple[TaughtClassroom, ...]:
    """The classrooms that this person teaches, by name."""
    return tuple(TaughtClassroom(*row) for row in connection.execute(TAUGHT, {"person": person}))


def head(connection: Connection, classroom: int) -> ClassroomHead:
    """One classroom by its row number."""
    return ClassroomHead(*connection.execute(HEAD, {"classroom": classroom}).one())


def pupils(connection: Connection, classroom: int) -> tuple[Pupil, ...]:
    """The pupils of a classroom, by name."""
    rows = connection.execute(PUPILS, {"classroom": classroom})
    return tuple(Pupil(*row) for row in rows)


def last_studied(connection: Connection, classroom: int) -> dict[int, datetime]:
    """When each pupil last answered on the classroom's facts since joining, by row number."""
    rows = connection.execute(LAST_STUDIED, {"classroom": classroom})
    return {learner: at for learner, at in rows if at is not None}


def by_code(connection: Connection, code: str, person: int) -> Any:
    """The open classroom of a join code with this person's role in it; None without one.

    The row has id, public_id, name, teacher (a name), role (None for who is not in it) and
    joining_closed_at.
    """
    return connection.execute(BY_CODE, {"code": code, "person": person}).first()
