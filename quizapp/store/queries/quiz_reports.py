"""The submitted attempts at a quiz, as far as a teacher may see them: in classrooms they teach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from quizapp.store.base import aliased
from quizapp.store.models import (
    Assignment,
    Attempt,
    AttemptSlot,
    Classroom,
    Enrolment,
    Question,
    QuestionOption,
    QuestionVersion,
    Response,
    User,
)

LONGEST_TYPED = 500
"""Signs of a typed answer that a report looks at; an essay has more, and many versions."""
_teacher = aliased(Enrolment)
_SEEN = (
    select(Attempt.id)
    .join(Assignment, Assignment.id == Attempt.assignment_id)
    .join(_teacher, _teacher.classroom_id == Assignment.classroom_id)
    .where(
        Attempt.quiz_id == bindparam("quiz"),
        Attempt.state == "submitted",
        _teacher.user_id == bindparam("person"),
        _teacher.role == "teacher",
    )
)
ATTEMPTS = (
    select(
        Attempt.id,
        Attempt.public_id,
        Attempt.learner_id,
        Attempt.number,
        Attempt.score,
        Attempt.most,
        Attempt.rules,
        Attempt.started_at,
        Attempt.submitted_at,
        User.public_id.label("learner"),
        User.name,
        Classroom.public_id.label("classroom"),
        Classroom.name.label("classroom_name"),
    )
    .join(User, User.id == Attempt.learner_id)
    .join(Assignment, Assignment.id == Attempt.assignment_id)
    .join(Classroom, Classroom.id == Assignment.classroom_id)
    .where(Attempt.id.in_(_SEEN))
    .order_by(User.name_folded, Attempt.learner_id, Attempt.number)
)
SLOTS = select(
    AttemptSlot.attempt_id,
    AttemptSlot.position,
    AttemptSlot.question_id,
    AttemptSlot.version_id,
    AttemptSlot.points,
    AttemptSlot.mark,
).where(AttemptSlot.attempt_id.in_(_SEEN))
RESPONSES = (
    select(
        Response.attempt_id,
        Response.position,
        func.substr(Response.response_text, 1, LONGEST_TYPED).label("response_text"),
        Response.response_chosen,
        Response.response_rating,
        Response.dont_know,
        Response.certainty,
        Response.hints,
        Response.checked,
        Response.outcome,
        Response.score,
        Response.milliseconds,
    )
    .where(Response.attempt_id.in_(_SEEN))
    .order_by(Response.id)
)
VERSIONS = (
    select(
        QuestionVersion.id,
        Question.public_id.label("question"),
        Question.kind,
        QuestionVersion.number,
        QuestionVersion.stem,
        QuestionVersion.language,
    )
    .join(Question, Question.id == QuestionVersion.question_id)
    .where(QuestionVersion.id.in_(bindparam("versions", expanding=True)))
)
OPTIONS = (
    select(QuestionOption.version_id, QuestionOption.text, QuestionOption.correct)
    .where(QuestionOption.version_id.in_(bindparam("versions", expanding=True)))
    .order_by(QuestionOption.version_id, QuestionOption.position)
)


@dataclass(frozen=True, slots=True)
class SubmittedAttempt:
    """One submitted attempt with its learner; `score` of `most` marks."""

    id: int
    public_id: str
    learner_id: int
    number: int
    score: float
    most: float
    rules: dict[str, Any]
    started_at: datetime
    submitted_at: datetime
    learner: str
    name: str
    classroom: str
    classroom_name: str


def attempts(connection: Connection, person: int, quiz: int) -> tuple[SubmittedAttempt, ...]:
    """The submitted attempts in classrooms that this person teaches, by learner and number."""
    rows = connection.execute(ATTEMPTS, {"person": person, "quiz": quiz})
    return tuple(SubmittedAttempt(*row) for row in rows)


def slots(connection: Connection, person: int, quiz: int) -> dict[int, list[Any]]:
    """The questions of these attempts by the attempt's row number."""
    found: dict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(SLOTS, {"person": person, "quiz": quiz}):
        found[row.attempt_id].append(row)
    return found


def responses(connection: Connection, person: int, quiz: int) -> dict[tuple[int, int], list[Any]]:
    """What was given in these attempts by attempt and place, in the order of storing."""
    found: dict[tuple[int, int], list[Any]] = defaultdict(list)
    for row in connection.execute(RESPONSES, {"person": person, "quiz": quiz}):
        found[row.attempt_id, row.position].append(row)
    return found


def versions(connection: Connection, numbers: Sequence[int]) -> dict[int, Any]:
    """Question versions by row number: stem, kind, language, the question's public id."""
    rows = connection.execute(VERSIONS, {"versions": list(numbers)})
    return {row.id: row for row in rows}


def options(connection: Connection, numbers: Sequence[int]) -> dict[int, list[tuple[str, bool]]]:
    """The options of these versions as (text, correct), in stored order."""
    found: dict[int, list[tuple[str, bool]]] = defaultdict(list)
    for version, text, correct in connection.execute(OPTIONS, {"versions": list(numbers)}):
        found[version].append((text, bool(correct)))
    return found
