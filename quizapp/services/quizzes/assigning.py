"""Assignments: what a class, a group or single learners are asked to do, by when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, literal, select, update

from quizapp.services.access import Permission, open_classroom, require, taught_classroom
from quizapp.services.accounts import audit
from quizapp.services.context import Context, NotFound, Refused
from quizapp.services.quizzes.drafts import AssignmentDraft, DraftProblems, assignment_problems
from quizapp.services.quizzes.ending import move_ends
from quizapp.services.quizzes.making import taught_quiz
from quizapp.store.base import new_public_id
from quizapp.store.models import (
    Assignment,
    AssignmentFact,
    AssignmentGroup,
    AssignmentLearner,
    Enrolment,
    Fact,
    Group,
    User,
)
from quizapp.store.queries import assignments as queries
from quizapp.store.queries.classrooms import facts_of_classroom
from quizapp.store.queries.people import Person


@dataclass(frozen=True, slots=True)
class AssignmentLine:
    """An assignment in its classroom's list. Instants in UTC; `time_zone` is the classroom's."""

    public_id: str
    kind: str
    title: str
    quiz: str
    classroom: str
    classroom_name: str
    time_zone: str
    everyone: bool
    opens_at: datetime | None
    due_at: datetime | None
    closes_at: datetime | None
    target: float


@dataclass(frozen=True, slots=True)
class AssignmentSheet:
    """An assignment as its teacher changes it; `version` goes into the form as `based_on`."""

    line: AssignmentLine
    draft: AssignmentDraft
    version: int


def assign(context: Context, person: Person, draft: AssignmentDraft, at: datetime) -> str:
    """Store an assignment; its public id. Learners see one of a quiz once the quiz is ready.

    Raises DraftProblems (codes of `drafts.assignment_problems`, and learner_unknown,
    group_unknown, fact_unknown), NotFound for a classroom or quiz of others, and
    Refused("classroom_archived").
    """
    require(Permission.TEACH, person)
    if codes := assignment_problems(draft):
        raise DraftProblems(codes)
    public_id = new_public_id()

    def work(connection: Connection) -> str:
        classroom = open_classroom(connection, person, draft.classroom)
        quiz = taught_quiz(connection, person, draft.quiz) if draft.quiz else None
        values = _columns(draft) | {
            "public_id": public_id,
            "kind": "quiz" if quiz is not None else "facts",
            "title": draft.title.strip() or (quiz.title if quiz is not None else ""),
            "quiz_id": None if quiz is None else quiz.id,
            "classroom_id": classroom,
            "created_by_id": person.id,
            "created_at": at,
        }
        made = insert(Assignment).values(values).returning(Assignment.id)
        _store_targets(connection, connection.execute(made).scalar_one(), classroom, draft)
        audit(connection, at, person.id, "assignment.created", "assignment", public_id)
        return public_id

    return context.store.transact(work)


def change_assignment(
    context: Context,
    person: Person,
    public_id: str,
    based_on: int,
    draft: AssignmentDraft,
    at: datetime,
) -> int:
    """Store a changed assignment; its new version. Classroom, kind and quiz stay.

    Open attempts end by the new dates, never earlier than now. Raises as `assign` does, and
    Refused("assignment_changed_meanwhile").
    """
    require(Permission.TEACH, person)
    if codes := assignment_problems(draft):
        raise DraftProblems(codes)

    def work(connection: Connection) -> int:
        row = taught_assignment(connection, person, public_id)
        values = _columns(draft) | {"title": draft.title.strip() or row.title}
        step = (
            update(Assignment)
            .where(Assignment.id == row.id, Assignment.row_version == based_on)
            .values(values | {"row_version": based_on + 1})
        )
        if connection.execute(step).rowcount != 1:
            raise Refused("assignment_changed_meanwhile")
        for target in (AssignmentLearner, AssignmentGroup, AssignmentFact):
            connection.execute(delete(target).where(target.assignment_id == row.id))
        _store_targets(connection, row.id, row.classroom_id, draft)
        move_ends(connection, row.id, at)
        audit(connection, at, person.id, "assignment.changed", "assignment", public_id)
        return based_on + 1

    return context.store.transact(work)


def withdraw(context: Context, person: Person, public_id: str, at: datetime) -> None:
    """Take an assignment from the learners' lists. Attempts stay as they are."""
    require(Permission.TEACH, person)

    def work(connection: Connection) -> None:
        row = taught_assignment(connection, person, public_id)
        gone = update(Assignment).where(Assignment.id == row.id).values(withdrawn_at=at)
        connection.execute(gone)
        audit(connection, at, person.id, "assignment.withdrawn", "assignment", public_id)

    context.store.transact(work)


def assigned(context: Context, person: Person, classroom: str) -> tuple[AssignmentLine, ...]:
    """The assignments of a classroom by due date. NotFound for classrooms of others."""
    require(Permission.TEACH, person)
    with context.store.read() as connection:
        number = taught_classroom(connection, person, classroom)
        rows = queries.of_classroom(connection, number)
    return tuple(line_of(row) for row in rows)


def assignment_sheet(context: Context, person: Person, public_id: str) -> AssignmentSheet:
    """One assignment as its teacher changes it. NotFound for those of others."""
    require(Permission.TEACH, person)
    with context.store.read() as connection:
        row = taught_assignment(connection, person, public_id)
        facts = _public_ids(connection, Fact, queries.facts_of(connection, row.id))
        learners = tuple(one.public_id for one in queries.learners_of(connection, row.id))
        groups = _public_ids(connection, Group, queries.groups_of(connection, row.id))
    draft = AssignmentDraft(
        classroom=row.classroom,
        title=row.title,
        quiz=row.quiz,
        facts=facts,
        everyone=row.for_everyone,
        learners=learners,
        groups=groups,
        opens_at=row.opens_at,
        due_at=row.due_at,
        closes_at=row.closes_at,
        target=row.target,
    )
    return AssignmentSheet(line_of(row), draft, row.row_version)


def taught_assignment(connection: Connection, person: Person, public_id: str) -> Any:
    """The row of an assignment in a classroom that this person teaches; NotFound."""
    row = queries.taught(connection, person.id, public_id)
    if row is None:
        raise NotFound
    return row


def line_of(row: Any) -> AssignmentLine:
    """A row of `queries.assignments` as a line."""
    return AssignmentLine(
        row.public_id,
        row.kind,
        row.title,
        row.quiz,
        row.classroom,
        row.classroom_name,
        row.time_zone,
        row.for_everyone,
        row.opens_at,
        row.due_at,
        row.closes_at,
        row.target,
    )


def _columns(draft: AssignmentDraft) -> dict[str, Any]:
    return {
        "for_everyone": draft.everyone,
        "opens_at": draft.opens_at,
        "due_at": draft.due_at,
        "closes_at": draft.closes_at,
        "target": draft.target,
    }


def _store_targets(
    connection: Connection, number: int, classroom: int, draft: AssignmentDraft
) -> None:
    """Store whom it asks and for which facts; only what belongs to the classroom is known."""
    pupils = (
        select(User.id)
        .join(Enrolment, Enrolment.user_id == User.id)
        .where(Enrolment.classroom_id == classroom, Enrolment.role == "student")
    )
    groups = select(Group.id).where(Group.classroom_id == classroom)
    facts = select(Fact.id).where(facts_of_classroom(literal(classroom)))
    asked = (
        (AssignmentLearner, "learner", pupils, User.public_id, draft.learners),
        (AssignmentGroup, "group", groups, Group.public_id, draft.groups),
        (AssignmentFact, "fact", facts, Fact.public_id, draft.facts),
    )
    for model, name, known, public_id, wanted in asked:
        chosen = () if draft.everyone and name != "fact" else tuple(dict.fromkeys(wanted))
        found = list(connection.execute(known.where(public_id.in_(chosen))).scalars())
        if len(found) != len(chosen):
            raise DraftProblems((f"{name}_unknown",))
        if found:
            rows = [{"assignment_id": number, f"{name}_id": one} for one in found]
            connection.execute(insert(model), rows)


def _public_ids(
    connection: Connection, model: type[Fact | Group], numbers: Sequence[int]
) -> tuple[str, ...]:
    ordered = select(model.public_id).where(model.id.in_(numbers)).order_by(model.id)
    return tuple(connection.execute(ordered).scalars())
