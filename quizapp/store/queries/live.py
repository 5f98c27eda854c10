"""Who is sitting a quiz right now, and how far they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, exists, func, or_, select

from quizapp.store.models import (
    AccommodationRow,
    Assignment,
    AssignmentGroup,
    AssignmentLearner,
    Attempt,
    AttemptSlot,
    Enrolment,
    GroupMember,
    Response,
    User,
)
from quizapp.store.queries.sitting import WAITING

_by_name = exists().where(
    AssignmentLearner.assignment_id == Assignment.id, AssignmentLearner.learner_id == User.id
)
_in_group = exists().where(
    AssignmentGroup.assignment_id == Assignment.id,
    GroupMember.group_id == AssignmentGroup.group_id,
    GroupMember.user_id == User.id,
)
ASKED = (
    select(
        User.id,
        User.public_id,
        User.name,
        func.coalesce(AccommodationRow.time_percent, 100).label("time_percent"),
        func.coalesce(AccommodationRow.extra_minutes, 0).label("extra_minutes"),
    )
    .select_from(Assignment)
    .join(Enrolment, Enrolment.classroom_id == Assignment.classroom_id)
    .join(User, User.id == Enrolment.user_id)
    .outerjoin(AccommodationRow, AccommodationRow.user_id == User.id)
    .where(
        Assignment.id == bindparam("assignment"),
        Enrolment.role == "student",
        or_(Assignment.for_everyone, _by_name, _in_group),
    )
    .order_by(User.name_folded)
)
"""The pupils whom an assignment reaches now."""
_questions = select(func.count()).where(AttemptSlot.attempt_id == Attempt.id).scalar_subquery()
ATTEMPTS = (
    select(
        Attempt.id,
        Attempt.public_id,
        Attempt.learner_id,
        Attempt.number,
        Attempt.state,
        Attempt.started_at,
        Attempt.ends_at,
        Attempt.submitted_at,
        Attempt.ended_by,
        Attempt.score,
        Attempt.most,
        Attempt.penalty,
        _questions.label("questions"),
        WAITING,
    )
    .where(Attempt.assignment_id == bindparam("assignment"))
    .order_by(Attempt.learner_id, Attempt.number)
)
_last = (
    select(func.max(Response.id).label("id"))
    .join(Attempt, Attempt.id == Response.attempt_id)
    .where(Attempt.assignment_id == bindparam("assignment"))
    .group_by(Response.attempt_id, Response.position)
    .subquery()
)
LAST_RESPONSES = select(
    Response.attempt_id,
    Response.response_text,
    Response.response_chosen,
    Response.response_rating,
    Response.dont_know,
    Response.given_at,
).join(_last, _last.c.id == Response.id)


def asked(connection: Connection, assignment: int) -> Sequence[Any]:
    """The pupils whom an assignment reaches, by name, with the time that each is granted."""
    return connection.execute(ASKED, {"assignment": assignment}).all()


def attempts(connection: Connection, assignment: int) -> Sequence[Any]:
    """All attempts at an assignment, those of one learner in order."""
    return connection.execute(ATTEMPTS, {"assignment": assignment}).all()


def last_responses(connection: Connection, assignment: int) -> Sequence[Any]:
    """What was given last to each question of each attempt."""
    return connection.execute(LAST_RESPONSES, {"assignment": assignment}).all()
