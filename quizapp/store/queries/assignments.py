"""Assignments: those of a classroom for its teachers, those of a learner for the home page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, case, exists, func, or_, select

from quizapp.store.models import (
    AccommodationRow,
    Assignment,
    AssignmentFact,
    AssignmentGroup,
    AssignmentLearner,
    Classroom,
    Enrolment,
    Fact,
    GroupMember,
    Quiz,
    QuizItem,
    User,
)

PERSON: BindParameter[int] = bindparam("person")
BY_NAME, IN_GROUP, EVERYONE = 2, 1, 0
"""How an assignment reaches a learner: the more exact, the more it counts."""
_by_name = exists().where(
    AssignmentLearner.assignment_id == Assignment.id, AssignmentLearner.learner_id == PERSON
)
_in_group = exists().where(
    AssignmentGroup.assignment_id == Assignment.id,
    GroupMember.group_id == AssignmentGroup.group_id,
    GroupMember.user_id == PERSON,
)
_COLUMNS = (
    Assignment.id,
    Assignment.public_id,
    Assignment.kind,
    Assignment.title,
    Assignment.quiz_id,
    Assignment.classroom_id,
    Assignment.for_everyone,
    Assignment.opens_at,
    Assignment.due_at,
    Assignment.closes_at,
    Assignment.target,
    Assignment.row_version,
    Assignment.withdrawn_at,
    Classroom.public_id.label("classroom"),
    Classroom.name.label("classroom_name"),
    Classroom.time_zone.label("time_zone"),
    func.coalesce(Quiz.public_id, "").label("quiz"),
)
_questions = (
    select(func.coalesce(func.sum(QuizItem.count), 0))
    .where(QuizItem.quiz_id == Assignment.quiz_id)
    .scalar_subquery()
)
OF_LEARNER = (
    select(
        *_COLUMNS,
        Quiz.rules,
        Quiz.instructions,
        Quiz.results_released_at,
        Quiz.owner_id,
        Assignment.created_at,
        _questions.label("questions"),
        func.coalesce(AccommodationRow.time_percent, 100).label("time_percent"),
        func.coalesce(AccommodationRow.extra_minutes, 0).label("extra_minutes"),
        func.coalesce(AccommodationRow.due_days, 0).label("due_days"),
        case((_by_name, BY_NAME), (_in_group, IN_GROUP), else_=EVERYONE).label("reach"),
    )
    .join(Classroom, Classroom.id == Assignment.classroom_id)
    .join(Enrolment, Enrolment.classroom_id == Classroom.id)
    .outerjoin(Quiz, Quiz.id == Assignment.quiz_id)
    .outerjoin(AccommodationRow, AccommodationRow.user_id == Enrolment.user_id)
    .where(
        Enrolment.user_id == PERSON,
        Enrolment.role == "student",
        Classroom.archived_at.is_(None),
        Assignment.withdrawn_at.is_(None),
        or_(Assignment.kind == "facts", Quiz.state == "ready"),
        or_(Assignment.for_everyone, _by_name, _in_group),
    )
    .order_by(Assignment.due_at, Assignment.id)
)
"""What a learner is asked to do, with the quiz's rules and what the learner is granted.

Assignments of drafts are not seen.
"""
QUIZ_OF_LEARNER = OF_LEARNER.where(Quiz.public_id == bindparam("quiz"))
OF_CLASSROOM = (
    select(*_COLUMNS)
    .join(Classroom, Classroom.id == Assignment.classroom_id)
    .outerjoin(Quiz, Quiz.id == Assignment.quiz_id)
    .where(Assignment.classroom_id == bindparam("classroom"), Assignment.withdrawn_at.is_(None))
    .order_by(Assignment.due_at, Assignment.id)
)
TAUGHT = (
    select(*_COLUMNS)
    .join(Classroom, Classroom.id == Assignment.classroom_id)
    .join(Enrolment, Enrolment.classroom_id == Classroom.id)
    .outerjoin(Quiz, Quiz.id == Assignment.quiz_id)
    .where(
        Assignment.public_id == bindparam("assignment"),
        Enrolment.user_id == PERSON,
        Enrolment.role == "teacher",
    )
)
FACTS = select(AssignmentFact.fact_id).where(AssignmentFact.assignment_id == bindparam("one"))
FACTS_OF_MANY = (
    select(AssignmentFact.assignment_id, Fact.public_id)
    .join(Fact, Fact.id == AssignmentFact.fact_id)
    .where(AssignmentFact.assignment_id.in_(bindparam("many", expanding=True)))
)
ASKED_BY_NAME = (
    select(AssignmentLearner.learner_id, User.public_id)
    .join(User, User.id == AssignmentLearner.learner_id)
    .where(AssignmentLearner.assignment_id == bindparam("one"))
    .order_by(User.name_folded)
)
ASKED_GROUPS = select(AssignmentGroup.group_id).where(
    AssignmentGroup.assignment_id == bindparam("one")
)


def of_learner(connection: Connection, person: int) -> Sequence[Any]:
    """Everything that this learner is asked to do, by due date, whatever its time."""
    return connection.execute(OF_LEARNER, {"person": person}).all()


def quiz_of_learner(connection: Connection, person: int, quiz: str) -> Sequence[Any]:
    """The assignments by which a quiz reaches this learner."""
    return connection.execute(QUIZ_OF_LEARNER, {"person": person, "quiz": quiz}).all()


def of_classroom(connection: Connection, classroom: int) -> Sequence[Any]:
    """The assignments of a classroom by due date, without withdrawn ones."""
    return connection.execute(OF_CLASSROOM, {"classroom": classroom}).all()


def taught(connection: Connection, person: int, assignment: str) -> Any:
    """One assignment in a classroom that this person teaches."""
    return connection.execute(TAUGHT, {"person": person, "assignment": assignment}).first()


def facts_of(connection: Connection, assignment: int) -> tuple[int, ...]:
    """The facts that are to be known, as row numbers."""
    return tuple(connection.execute(FACTS, {"one": assignment}).scalars())


def facts_of_many(connection: Connection, assignments: Sequence[int]) -> dict[int, list[str]]:
    """The facts that are to be known, as public ids by assignment."""
    found: dict[int, list[str]] = defaultdict(list)
    for number, fact in connection.execute(FACTS_OF_MANY, {"many": list(assignments)}):
        found[number].append(fact)
    return found


def learners_of(connection: Connection, assignment: int) -> Sequence[Any]:
    """Who is asked by name: row number and public id."""
    return connection.execute(ASKED_BY_NAME, {"one": assignment}).all()


def groups_of(connection: Connection, assignment: int) -> tuple[int, ...]:
    """Which groups are asked, as row numbers."""
    return tuple(connection.execute(ASKED_GROUPS, {"one": assignment}).scalars())
