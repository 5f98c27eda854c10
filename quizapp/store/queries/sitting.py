"""The statements of a sitting: built once at import, each with its learner in the condition.

To save an answer takes one statement for the attempt with its question, one for the options,
and inside the transaction three: the attempt's row locked, its responses to the question, the
new one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    Table,
    and_,
    bindparam,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.sql.dml import Insert

from quizapp.store.dialect import AnyInsert, insert_pair
from quizapp.store.models import (
    Assignment,
    Attempt,
    AttemptSlot,
    Classroom,
    QuestionFact,
    QuestionOption,
    QuestionVersion,
    Quiz,
    Response,
)
from quizapp.store.queries.study import OPTION_COLUMNS, VERSIONS

PERSON: BindParameter[int] = bindparam("person")
ATTEMPTS: Table = Attempt.__table__
RESPONSES: Table = Response.__table__
SLOTS: Table = AttemptSlot.__table__

ATTEMPT_COLUMNS = (
    *(column for column in ATTEMPTS.c),
    Quiz.public_id.label("quiz"),
    Quiz.title.label("quiz_title"),
    Quiz.results_released_at.label("results_released_at"),
    Assignment.title.label("title"),
    Assignment.closes_at.label("closes_at"),
    Assignment.due_at.label("usual_due_at"),
    Classroom.time_zone.label("time_zone"),
)
_with_quiz = (
    select(*ATTEMPT_COLUMNS)
    .join(Quiz, Quiz.id == ATTEMPTS.c.quiz_id)
    .join(Assignment, Assignment.id == ATTEMPTS.c.assignment_id)
    .join(Classroom, Classroom.id == Assignment.classroom_id)
)
ATTEMPT = _with_quiz.where(
    ATTEMPTS.c.public_id == bindparam("attempt"), ATTEMPTS.c.learner_id == PERSON
)
ATTEMPT_BY_ROW = _with_quiz.where(ATTEMPTS.c.id == bindparam("row"))
LOCKED = select(ATTEMPTS).where(ATTEMPTS.c.id == bindparam("row")).with_for_update()
"""The attempt's row, held until the transaction ends; SQLite's writers are alone already."""
WAITING = (
    select(func.count())
    .where(
        SLOTS.c.attempt_id == ATTEMPTS.c.id,
        SLOTS.c.mark.is_(None),
        ATTEMPTS.c.state == "submitted",
    )
    .correlate(ATTEMPTS)
    .scalar_subquery()
    .label("waiting")
)
"""How many questions of a submitted attempt wait for somebody to mark them."""
ATTEMPTS_OF = (
    _with_quiz.add_columns(WAITING)
    .where(ATTEMPTS.c.learner_id == PERSON)
    .order_by(ATTEMPTS.c.quiz_id, ATTEMPTS.c.number)
)
LAST_NUMBER = select(func.coalesce(func.max(ATTEMPTS.c.number), 0)).where(
    ATTEMPTS.c.learner_id == PERSON, ATTEMPTS.c.quiz_id == bindparam("quiz")
)
_overdue = and_(ATTEMPTS.c.state == "open", ATTEMPTS.c.ends_at < bindparam("now"))
_ripe = and_(
    ATTEMPTS.c.state == "submitted",
    ATTEMPTS.c.released_at.is_(None),
    or_(Assignment.closes_at <= bindparam("now"), Quiz.results_released_at <= bindparam("now")),
)
TO_SETTLE = (
    select(ATTEMPTS.c.id)
    .join(Quiz, Quiz.id == ATTEMPTS.c.quiz_id)
    .join(Assignment, Assignment.id == ATTEMPTS.c.assignment_id)
    .where(or_(_overdue, _ripe))
    .order_by(ATTEMPTS.c.id)
)
"""Attempts whose time may be over, and submitted ones whose results may be due."""
TO_SETTLE_OF = TO_SETTLE.where(ATTEMPTS.c.learner_id == PERSON)
TO_SETTLE_IN = TO_SETTLE.where(ATTEMPTS.c.quiz_id == bindparam("quiz"))
TO_SETTLE_NAMED = TO_SETTLE.where(Quiz.public_id == bindparam("quiz"))
_ALL_SLOTS = (
    VERSIONS.add_columns(
        SLOTS.c.position.label("position"),
        SLOTS.c.points.label("points"),
        SLOTS.c.mark.label("mark"),
    )
    .join(SLOTS, SLOTS.c.version_id == QuestionVersion.id)
    .where(SLOTS.c.attempt_id == bindparam("row"))
    .order_by(None)
    .order_by(SLOTS.c.position, QuestionFact.part)
)
SLOT = _ALL_SLOTS.where(SLOTS.c.position == bindparam("position"))
ALL_OPTIONS = (
    select(QuestionOption.version_id, *OPTION_COLUMNS)
    .join(SLOTS, SLOTS.c.version_id == QuestionOption.version_id)
    .where(SLOTS.c.attempt_id == bindparam("row"))
    .order_by(QuestionOption.version_id, QuestionOption.position)
)
POSITIONS = select(SLOTS).where(SLOTS.c.attempt_id == bindparam("row")).order_by(SLOTS.c.position)
_RESPONSES = select(RESPONSES).where(RESPONSES.c.attempt_id == bindparam("row"))
ALL_RESPONSES = _RESPONSES.order_by(RESPONSES.c.id)
RESPONSES_TO = ALL_RESPONSES.where(RESPONSES.c.position == bindparam("position"))


def _once(statement: AnyInsert) -> Insert:
    finished: Insert = statement.on_conflict_do_nothing(
        index_elements=["attempt_id", "key"]
    ).returning(RESPONSES.c.id)
    return finished


INSERT_RESPONSE = insert_pair(RESPONSES, _once)
INSERT_SLOTS = insert(SLOTS)
MARK_SLOT = (
    update(SLOTS)
    .where(SLOTS.c.attempt_id == bindparam("in_attempt"), SLOTS.c.position == bindparam("at"))
    .values(mark=bindparam("new_mark"))
)


def attempt(connection: Connection, person: int, public_id: str) -> Any:
    """This learner's attempt with its quiz, None for those of others."""
    return connection.execute(ATTEMPT, {"person": person, "attempt": public_id}).first()


def attempt_in_row(connection: Connection, row: int) -> Any:
    """The attempt with this row number, with its quiz."""
    return connection.execute(ATTEMPT_BY_ROW, {"row": row}).one()


def lock(connection: Connection, row: int) -> Any:
    """The attempt's row as it is now, held until the transaction ends."""
    return connection.execute(LOCKED, {"row": row}).one()


def attempts_of(connection: Connection, person: int) -> Sequence[Any]:
    """All attempts of a learner by quiz and number."""
    return connection.execute(ATTEMPTS_OF, {"person": person}).all()


def last_number(connection: Connection, person: int, quiz: int) -> int:
    """The number of the learner's latest attempt at a quiz, 0 before the first."""
    return int(connection.execute(LAST_NUMBER, {"person": person, "quiz": quiz}).scalar_one())


def to_settle(
    connection: Connection,
    at: datetime,
    *,
    learner: int | None = None,
    quiz: int | None = None,
    public_quiz: str = "",
) -> tuple[int, ...]:
    """Row numbers of attempts that may be over, or due to be released.

    Those of one learner, of one quiz (by row number or public id), or of all.
    """
    parameters: dict[str, Any] = {"now": at}
    statement = TO_SETTLE
    if learner is not None:
        statement, parameters["person"] = TO_SETTLE_OF, learner
    elif quiz is not None:
        statement, parameters["quiz"] = TO_SETTLE_IN, quiz
    elif public_quiz:
        statement, parameters["quiz"] = TO_SETTLE_NAMED, public_quiz
    return tuple(connection.execute(statement, parameters).scalars())


def slot_rows(connection: Connection, row: int, position: int) -> list[Any]:
    """One question of an attempt, a row for each of its facts."""
    return list(connection.execute(SLOT, {"row": row, "position": position}).all())


def all_slot_rows(connection: Connection, row: int) -> list[Any]:
    """All questions of an attempt, a row for each fact of each, by position."""
    return list(connection.execute(_ALL_SLOTS, {"row": row}).all())


def all_options(connection: Connection, row: int) -> dict[int, list[Any]]:
    """The options of all questions of an attempt by version: OPTION_COLUMNS."""
    found: dict[int, list[Any]] = defaultdict(list)
    for version, *option in connection.execute(ALL_OPTIONS, {"row": row}):
        found[version].append(option)
    return found


def positions(connection: Connection, row: int) -> Sequence[Any]:
    """The slots of an attempt in order, without their questions."""
    return connection.execute(POSITIONS, {"row": row}).all()


def responses(connection: Connection, row: int) -> dict[int, list[Any]]:
    """All responses of an attempt by position, in the order of storing."""
    found: dict[int, list[Any]] = defaultdict(list)
    for one in connection.execute(ALL_RESPONSES, {"row": row}):
        found[one.position].append(one)
    return found


def responses_to(connection: Connection, row: int, position: int) -> list[Any]:
    """The responses to one question, in the order of storing."""
    rows = connection.execute(RESPONSES_TO, {"row": row, "position": position})
    return list(rows.all())


def insert_response(connection: Connection, values: dict[str, Any]) -> int | None:
    """Store a response under its key; its row number, or None when the key was there already."""
    row = connection.execute(INSERT_RESPONSE.on(connection), values).first()
    return None if row is None else int(row[0])
