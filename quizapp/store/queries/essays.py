"""Essays of submitted attempts, as the teachers of their classrooms mark them.

Every statement is bound to the teacher: an attempt of a classroom that this person does not teach
is not among its rows, whosever the quiz is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table, and_, bindparam, delete, func, insert, select, update

from quizapp.core.grading.verdict import Outcome
from quizapp.store.base import aliased
from quizapp.store.dialect import AnyInsert, insert_pair
from quizapp.store.models import (
    Assignment,
    Attempt,
    AttemptSlot,
    Classroom,
    Enrolment,
    EssayDraft,
    EssayMark,
    Question,
    QuestionVersion,
    Quiz,
    Response,
    User,
)
from quizapp.store.queries.sitting import ATTEMPTS, SLOTS
from quizapp.store.queries.visibility import MARKED_BY_PEOPLE

MARKS: Table = EssayMark.__table__
DRAFTS: Table = EssayDraft.__table__

_teacher = aliased(Enrolment)
_taught = and_(
    _teacher.classroom_id == Assignment.classroom_id,
    _teacher.user_id == bindparam("person"),
    _teacher.role == "teacher",
)
WAITING = (
    select(Quiz.public_id.label("quiz"), Quiz.title, func.count().label("waiting"))
    .select_from(AttemptSlot)
    .join(Attempt, Attempt.id == AttemptSlot.attempt_id)
    .join(Assignment, Assignment.id == Attempt.assignment_id)
    .join(_teacher, _taught)
    .join(Quiz, Quiz.id == Attempt.quiz_id)
    .where(Attempt.state == "submitted", AttemptSlot.mark.is_(None))
    .group_by(Quiz.id, Quiz.public_id, Quiz.title)
    .order_by(Quiz.title, Quiz.id)
)
"""The quizzes with essays to mark, as far as this person teaches their learners."""
_last = (
    select(func.max(Response.id))
    .where(Response.attempt_id == AttemptSlot.attempt_id, Response.position == AttemptSlot.position)
    .correlate(AttemptSlot)
    .scalar_subquery()
)
ESSAYS = (
    select(
        Attempt.id,
        Attempt.public_id,
        Attempt.number,
        Attempt.submitted_at,
        Attempt.quiz_id,
        AttemptSlot.position,
        AttemptSlot.points,
        AttemptSlot.mark,
        AttemptSlot.version_id,
        Question.public_id.label("question"),
        QuestionVersion.stem,
        QuestionVersion.language,
        Response.response_text,
        Quiz.title,
        Quiz.public_id.label("quiz"),
        User.public_id.label("learner"),
        User.name,
        User.name_folded,
        Classroom.name.label("classroom"),
        Classroom.time_zone,
    )
    .select_from(AttemptSlot)
    .join(Attempt, Attempt.id == AttemptSlot.attempt_id)
    .join(Quiz, Quiz.id == Attempt.quiz_id)
    .join(Assignment, Assignment.id == Attempt.assignment_id)
    .join(Classroom, Classroom.id == Assignment.classroom_id)
    .join(_teacher, _taught)
    .join(User, User.id == Attempt.learner_id)
    .join(Question, Question.id == AttemptSlot.question_id)
    .join(QuestionVersion, QuestionVersion.id == AttemptSlot.version_id)
    .join(Response, Response.id == _last)
    .where(
        Quiz.public_id == bindparam("quiz"),
        Attempt.state == "submitted",
        Question.kind.in_(MARKED_BY_PEOPLE),
        Response.outcome == Outcome.WAITING.value,
    )
    .order_by(AttemptSlot.question_id, User.name_folded, Attempt.id)
)
"""All essays written in a quiz, marked or not; where nothing was written there is nothing."""
_author = aliased(User)
MARKS_OF = (
    select(MARKS, func.coalesce(_author.name, "").label("by"))
    .outerjoin(_author, _author.id == MARKS.c.by_id)
    .where(MARKS.c.attempt_id.in_(bindparam("attempts", expanding=True)))
    .order_by(MARKS.c.attempt_id, MARKS.c.position, MARKS.c.id)
)
_here = and_(
    DRAFTS.c.attempt_id == bindparam("attempt"),
    DRAFTS.c.position == bindparam("at_position"),
    DRAFTS.c.by_id == bindparam("person"),
)
DRAFT = select(DRAFTS).where(_here)


def _kept(statement: AnyInsert) -> Any:
    new = statement.excluded
    return statement.on_conflict_do_update(
        index_elements=["attempt_id", "position", "by_id"],
        set_={name: new[name] for name in ("points", "comment", "saved_at")},
    )


KEEP_DRAFT = insert_pair(DRAFTS, _kept)


def waiting(connection: Connection, person: int) -> Sequence[Any]:
    """The quizzes in which essays of this person's classes wait: quiz, title, how many."""
    return connection.execute(WAITING, {"person": person}).all()


def essays(connection: Connection, person: int, quiz: str) -> Sequence[Any]:
    """The essays of a quiz in this person's classes, by question and learner."""
    return connection.execute(ESSAYS, {"person": person, "quiz": quiz}).all()


def marks(connection: Connection, attempts: Sequence[int]) -> dict[tuple[int, int], list[Any]]:
    """Every mark of these attempts by attempt and place, the oldest first."""
    found: dict[tuple[int, int], list[Any]] = defaultdict(list)
    for row in connection.execute(MARKS_OF, {"attempts": list(attempts)}):
        found[row.attempt_id, row.position].append(row)
    return found


def draft(connection: Connection, person: int, attempt: int, position: int) -> Any:
    """What this teacher has begun at one place, None without it."""
    here = {"attempt": attempt, "at_position": position, "person": person}
    return connection.execute(DRAFT, here).first()


def drafted(connection: Connection, person: int, attempts: Sequence[int]) -> set[tuple[int, int]]:
    """Where among these attempts this teacher has begun a mark."""
    rows = select(DRAFTS.c.attempt_id, DRAFTS.c.position).where(
        DRAFTS.c.by_id == person, DRAFTS.c.attempt_id.in_(attempts)
    )
    return {(row.attempt_id, row.position) for row in connection.execute(rows)}


def keep_draft(connection: Connection, values: dict[str, Any]) -> None:
    """Keep what a teacher has begun, in place of what was kept before."""
    connection.execute(KEEP_DRAFT.on(connection), values)


def drop_draft(connection: Connection, person: int, attempt: int, position: int) -> None:
    """Forget what a teacher has begun at one place."""
    here = {"attempt": attempt, "at_position": position, "person": person}
    connection.execute(delete(DRAFTS).where(_here), here)


def store_mark(connection: Connection, values: dict[str, Any]) -> None:
    """Append a mark."""
    connection.execute(insert(MARKS).values(values))


def write_place(connection: Connection, attempt: int, position: int, mark: float | None) -> None:
    """Set what counts at one place of an attempt."""
    here = (SLOTS.c.attempt_id == attempt, SLOTS.c.position == position)
    connection.execute(update(SLOTS).where(*here).values(mark=mark))


def write_score(connection: Connection, attempt: int, score: float) -> None:
    """Set the score of an attempt."""
    connection.execute(update(ATTEMPTS).where(ATTEMPTS.c.id == attempt).values(score=score))


def written(connection: Connection, places: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """Which of these places hold an essay that a person has to mark."""
    attempts = sorted({attempt for attempt, _position in places})
    rows = (
        select(AttemptSlot.attempt_id, AttemptSlot.position)
        .join(Response, Response.id == _last)
        .where(AttemptSlot.attempt_id.in_(attempts), Response.outcome == Outcome.WAITING.value)
    )
    found = {(row.attempt_id, row.position) for row in connection.execute(rows)}
    return found & set(places)
