"""Objections: those of a learner, and those that a teacher may see.

A teacher sees what pupils of their own classrooms found wrong: in study, when the pupil is in a
classroom of theirs that is not archived; in a quiz, when it was given to such a classroom. And only
about questions that they may read. Who looks after the installation also sees those of learners
in no classroom, guests among them, which nobody else would.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    case,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)

from quizapp.store.base import aliased
from quizapp.store.models import (
    Assignment,
    Attempt,
    Classroom,
    Enrolment,
    Objection,
    Question,
    QuestionVersion,
    Quiz,
    User,
)
from quizapp.store.queries.people import Person
from quizapp.store.queries.question_reach import readable, taught_ids
from quizapp.store.queries.quizzes import quizzes_of

OBJECTIONS: Table = Objection.__table__
OPEN = "open"
MOST = 200
"""Open objections in one list; the oldest come first, so that none waits for ever."""

_open_rooms = select(Classroom.id).where(Classroom.archived_at.is_(None)).correlate(None)
_sat, _given = aliased(Attempt), aliased(Assignment)


def _of_my_pupils(person: Person) -> ColumnElement[bool]:
    mine = and_(Enrolment.role == "student", Enrolment.classroom_id.in_(_open_rooms))
    taught = taught_ids(person.id).correlate(None)
    in_class = exists().where(
        Enrolment.user_id == Objection.learner_id, mine, Enrolment.classroom_id.in_(taught)
    )
    in_quiz = exists().where(
        _sat.id == Objection.attempt_id,
        _given.id == _sat.assignment_id,
        _given.classroom_id.in_(_open_rooms),
        _given.classroom_id.in_(taught),
    )
    in_study = Objection.attempt_id.is_(None)
    found = or_(and_(in_study, in_class), in_quiz)
    if not person.is_admin:
        return found
    alone = ~exists().where(Enrolment.user_id == Objection.learner_id, mine)
    return or_(found, and_(in_study, alone))


def _seen_by(person: Person, *columns: Any) -> Select[Any]:
    return (
        select(*columns)
        .select_from(Objection)
        .join(QuestionVersion, QuestionVersion.id == Objection.version_id)
        .join(Question, Question.id == QuestionVersion.question_id)
        .where(_of_my_pupils(person), readable(person))
    )


def _with_names(person: Person) -> Select[Any]:
    """With learner, question and quiz; `quiz` is None where the quiz is another teacher's."""
    columns = (
        *OBJECTIONS.c,
        User.name.label("learner"),
        User.role.label("role"),
        User.language.label("learner_language"),
        Question.public_id.label("question"),
        QuestionVersion.number.label("number"),
        Question.version_number.label("in_force"),
        case((quizzes_of(literal(person.id)), Quiz.public_id)).label("quiz"),
        Quiz.title.label("quiz_title"),
        Assignment.classroom_id.label("classroom_id"),
    )
    return (
        _seen_by(person, *columns)
        .join(User, User.id == Objection.learner_id)
        .outerjoin(Attempt, Attempt.id == Objection.attempt_id)
        .outerjoin(Quiz, Quiz.id == Attempt.quiz_id)
        .outerjoin(Assignment, Assignment.id == Attempt.assignment_id)
    )


def waiting(connection: Connection, person: Person) -> int:
    """How many objections wait for this teacher."""
    count = _seen_by(person, func.count()).where(Objection.state == OPEN)
    return int(connection.execute(count).scalar_one())


def waiting_rows(connection: Connection, person: Person) -> Sequence[Any]:
    """The objections that wait for this teacher, the oldest first."""
    rows = _with_names(person).where(Objection.state == OPEN).order_by(Objection.id).limit(MOST)
    return connection.execute(rows).all()


def closed_rows(connection: Connection, person: Person, most: int) -> Sequence[Any]:
    """Those that were decided, the latest decision first."""
    rows = _with_names(person).where(Objection.state != OPEN)
    ordered = rows.order_by(Objection.closed_at.desc(), Objection.id.desc()).limit(most)
    return connection.execute(ordered).all()


def one_for(connection: Connection, person: Person, public_id: str, *, lock: bool = False) -> Any:
    """One objection that this teacher may see, None otherwise; with `lock` until the end."""
    row = _with_names(person).where(Objection.public_id == public_id)
    held = row.with_for_update(of=[Objection]) if lock else row
    return connection.execute(held).first()


def others_waiting(connection: Connection, person: Person, row: Any) -> Sequence[Any]:
    """The other open ones to the same version that this teacher may see."""
    rows = _with_names(person).where(
        Objection.state == OPEN,
        Objection.version_id == row.version_id,
        Objection.id != row.id,
    )
    return connection.execute(rows.order_by(Objection.id)).all()


def shared_classroom(connection: Connection, person: int, learner: int) -> int | None:
    """The row of a classroom that one teaches and the other learns in; None without one."""
    found = (
        select(Enrolment.classroom_id)
        .where(
            Enrolment.user_id == learner,
            Enrolment.role == "student",
            Enrolment.classroom_id.in_(taught_ids(person).correlate(None)),
            Enrolment.classroom_id.in_(_open_rooms),
        )
        .order_by(Enrolment.joined_at, Enrolment.classroom_id)
    )
    return connection.execute(found.limit(1)).scalar()


def close(connection: Connection, numbers: Sequence[int], values: dict[str, Any]) -> None:
    """Decide these."""
    closed = update(OBJECTIONS).where(OBJECTIONS.c.id.in_(numbers), OBJECTIONS.c.state == OPEN)
    connection.execute(closed.values(values))


def _own(learner: int) -> Select[Any]:
    columns = (
        *OBJECTIONS.c,
        QuestionVersion.stem.label("stem"),
        QuestionVersion.language.label("language"),
        Attempt.public_id.label("attempt"),
    )
    return (
        select(*columns)
        .join(QuestionVersion, QuestionVersion.id == Objection.version_id)
        .outerjoin(Attempt, Attempt.id == Objection.attempt_id)
        .where(Objection.learner_id == learner)
        .order_by(Objection.id.desc())
    )


def of_learner(connection: Connection, learner: int, most: int) -> Sequence[Any]:
    """A learner's own objections, the newest first."""
    return connection.execute(_own(learner).limit(most)).all()


def unread(connection: Connection, learner: int, most: int) -> Sequence[Any]:
    """A learner's decided objections that they have not seen yet, the newest first."""
    news = _own(learner).where(Objection.state != OPEN, Objection.read_at.is_(None))
    return connection.execute(news.limit(most)).all()


def on_version(connection: Connection, learner: int, version: int) -> Any:
    """A learner's latest objection to a version, None without one."""
    return connection.execute(_own(learner).where(Objection.version_id == version)).first()


def in_attempt(connection: Connection, learner: int, attempt: int) -> dict[int, Any]:
    """A learner's latest objections out of an attempt, by place."""
    rows = connection.execute(_own(learner).where(Objection.attempt_id == attempt)).all()
    return {row.position: row for row in reversed(rows)}


def write_open(
    connection: Connection, learner: int, version: int, values: dict[str, Any]
) -> str | None:
    """Put other content into the learner's open objection to a version; its public id."""
    changed = (
        update(OBJECTIONS)
        .where(
            OBJECTIONS.c.learner_id == learner,
            OBJECTIONS.c.version_id == version,
            OBJECTIONS.c.state == OPEN,
        )
        .values(values)
        .returning(OBJECTIONS.c.public_id)
    )
    return connection.execute(changed).scalar()


def write_new(connection: Connection, values: dict[str, Any]) -> None:
    """Store an objection."""
    connection.execute(insert(OBJECTIONS).values(values))


def mark_read(connection: Connection, learner: int, at: Any) -> None:
    """Note that a learner has seen all that was decided."""
    read = update(OBJECTIONS).where(
        OBJECTIONS.c.learner_id == learner,
        OBJECTIONS.c.state != OPEN,
        OBJECTIONS.c.read_at.is_(None),
    )
    connection.execute(read.values(read_at=at))
