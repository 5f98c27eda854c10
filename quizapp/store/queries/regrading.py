"""What a regrade looks at: the submitted attempts that asked a question, and earlier regrades."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Table, and_, func, insert, literal, select, update

from quizapp.store.base import aliased
from quizapp.store.models import (
    Answer,
    Assignment,
    Attempt,
    AttemptSlot,
    Enrolment,
    Question,
    QuestionFact,
    QuestionOption,
    QuestionVersion,
    Quiz,
    Regrade,
    RegradeLine,
    Response,
    User,
    Voiding,
)
from quizapp.store.queries.quizzes import quizzes_of
from quizapp.store.queries.sitting import ATTEMPTS, RESPONSES, SLOTS
from quizapp.store.queries.study import OPTION_COLUMNS, VERSIONS

LINES: Table = RegradeLine.__table__
REGRADES: Table = Regrade.__table__


def hold(connection: Connection, quiz: int) -> None:
    """Keep a quiz's other regrades waiting until this transaction ends; sittings go on."""
    held = select(Quiz.id).where(Quiz.id == quiz).with_for_update(key_share=True)
    connection.execute(held).one()


def question_in_force(connection: Connection, quiz: int, question: str) -> Any:
    """The question, if this quiz asked it: id, kind, and its version in force. None otherwise."""
    asked = (
        select(AttemptSlot.question_id)
        .join(Attempt, Attempt.id == AttemptSlot.attempt_id)
        .where(Attempt.quiz_id == quiz)
    )
    found = (
        select(
            Question.id,
            Question.public_id,
            Question.kind,
            QuestionVersion.id.label("version_id"),
            QuestionVersion.number,
            QuestionVersion.stem,
            QuestionVersion.language,
        )
        .join(
            QuestionVersion,
            and_(
                QuestionVersion.question_id == Question.id,
                QuestionVersion.number == Question.version_number,
            ),
        )
        .where(Question.public_id == question, Question.id.in_(asked))
    )
    return connection.execute(found).first()


def _taught(person: int) -> Any:
    mine = aliased(Enrolment)
    return (
        select(Assignment.id)
        .join(mine, mine.classroom_id == Assignment.classroom_id)
        .where(mine.user_id == person, mine.role == "teacher")
    )


def slots(
    connection: Connection, person: int, quiz: int, question: int, *, lock: bool = False
) -> Sequence[Any]:
    """Where submitted attempts in this person's classes asked the question, with the learner.

    With `lock` the attempts' rows are held until the transaction ends.
    """
    found = (
        select(
            ATTEMPTS,
            SLOTS.c.position,
            SLOTS.c.points,
            SLOTS.c.mark,
            SLOTS.c.version_id,
            User.public_id.label("learner"),
            User.name,
            User.language,
        )
        .join(SLOTS, SLOTS.c.attempt_id == ATTEMPTS.c.id)
        .join(User, User.id == ATTEMPTS.c.learner_id)
        .where(
            ATTEMPTS.c.quiz_id == quiz,
            ATTEMPTS.c.state == "submitted",
            ATTEMPTS.c.assignment_id.in_(_taught(person)),
            SLOTS.c.question_id == question,
        )
        .order_by(ATTEMPTS.c.id, SLOTS.c.position)
    )
    if lock:
        found = found.with_for_update(of=[ATTEMPTS, SLOTS])
    return connection.execute(found).all()


def answered_before(connection: Connection, person: int, question: str) -> Sequence[Any]:
    """The quizzes of this person (address and title) that asked another version than today's."""
    rows = (
        select(Quiz.public_id, Quiz.title)
        .join(ATTEMPTS, ATTEMPTS.c.quiz_id == Quiz.id)
        .join(SLOTS, SLOTS.c.attempt_id == ATTEMPTS.c.id)
        .join(Question, Question.id == SLOTS.c.question_id)
        .join(QuestionVersion, QuestionVersion.id == SLOTS.c.version_id)
        .where(
            Question.public_id == question,
            QuestionVersion.number != Question.version_number,
            ATTEMPTS.c.state == "submitted",
            ATTEMPTS.c.assignment_id.in_(_taught(person)),
            quizzes_of(literal(person)),
        )
        .distinct()
        .order_by(Quiz.title, Quiz.public_id)
    )
    return connection.execute(rows).all()


def still_open(connection: Connection, person: int, quiz: int, question: int) -> int:
    """How many attempts under way ask the question."""
    count = (
        select(func.count())
        .select_from(Attempt)
        .join(AttemptSlot, AttemptSlot.attempt_id == Attempt.id)
        .where(
            Attempt.quiz_id == quiz,
            Attempt.state == "open",
            Attempt.assignment_id.in_(_taught(person)),
            AttemptSlot.question_id == question,
        )
    )
    return int(connection.execute(count).scalar_one())


def all_worth(connection: Connection, attempts: Sequence[int]) -> dict[int, list[Any]]:
    """All places of these attempts with points and mark, in order."""
    found: dict[int, list[Any]] = defaultdict(list)
    rows = (
        select(SLOTS.c.attempt_id, SLOTS.c.position, SLOTS.c.points, SLOTS.c.mark)
        .where(SLOTS.c.attempt_id.in_(attempts))
        .order_by(SLOTS.c.attempt_id, SLOTS.c.position)
    )
    for row in connection.execute(rows):
        found[row.attempt_id].append(row)
    return found


def responses(
    connection: Connection, attempts: Sequence[int], question: int
) -> dict[tuple[int, int], list[Any]]:
    """What was given to the question, by attempt and place, in the order of storing."""
    found: dict[tuple[int, int], list[Any]] = defaultdict(list)
    here = and_(
        SLOTS.c.attempt_id == RESPONSES.c.attempt_id, SLOTS.c.position == RESPONSES.c.position
    )
    rows = (
        select(RESPONSES)
        .join(SLOTS, here)
        .where(SLOTS.c.attempt_id.in_(attempts), SLOTS.c.question_id == question)
        .order_by(RESPONSES.c.id)
    )
    for row in connection.execute(rows):
        found[row.attempt_id, row.position].append(row)
    return found


def versions(
    connection: Connection, numbers: Sequence[int]
) -> dict[int, tuple[list[Any], list[Any]]]:
    """The rows of these versions (one for each fact) and of their options."""
    statement = VERSIONS.where(QuestionVersion.id.in_(numbers)).order_by(None)
    rows = connection.execute(statement.order_by(QuestionVersion.id, QuestionFact.part)).all()
    options: dict[int, list[Any]] = defaultdict(list)
    wanted = (
        select(QuestionOption.version_id, *OPTION_COLUMNS)
        .where(QuestionOption.version_id.in_(numbers))
        .order_by(QuestionOption.version_id, QuestionOption.position)
    )
    for version, *option in connection.execute(wanted):
        options[version].append(option)
    grouped = groupby(rows, key=lambda row: row.version_id)
    return {version: (list(group), options[version]) for version, group in grouped}


_FORCED = (
    select(LINES, REGRADES.c.public_id.label("regrade"), REGRADES.c.undone_at, REGRADES.c.way)
    .join(REGRADES, REGRADES.c.id == LINES.c.regrade_id)
    .order_by(LINES.c.attempt_id, LINES.c.position, LINES.c.regrade_id)
)


def lines_of_attempts(
    connection: Connection, attempts: Sequence[int]
) -> dict[tuple[int, int], list[Any]]:
    """All that regrades ever changed in these attempts, by attempt and place, oldest first."""
    found: dict[tuple[int, int], list[Any]] = defaultdict(list)
    for row in connection.execute(_FORCED.where(LINES.c.attempt_id.in_(attempts))):
        found[row.attempt_id, row.position].append(row)
    return found


def lines_of_regrade(connection: Connection, regrade: int) -> Sequence[Any]:
    """What one regrade changed, by attempt and place."""
    return connection.execute(_FORCED.where(LINES.c.regrade_id == regrade)).all()


def lock_attempts(connection: Connection, attempts: Sequence[int]) -> dict[int, Any]:
    """These attempts' rows, held until the transaction ends."""
    wanted = select(ATTEMPTS).where(ATTEMPTS.c.id.in_(attempts)).order_by(ATTEMPTS.c.id)
    return {row.id: row for row in connection.execute(wanted.with_for_update())}


def regrades(connection: Connection, quiz: int, question: int) -> Sequence[Any]:
    """The log of one question of a quiz, the newest first, with how many marks each changed."""
    undoer = aliased(User)
    changed = select(func.count()).where(LINES.c.regrade_id == REGRADES.c.id).scalar_subquery()
    rows = (
        select(REGRADES, User.name.label("by"), undoer.name.label("undone_by"))
        .add_columns(changed.label("changed"), QuestionVersion.number.label("version"))
        .join(QuestionVersion, QuestionVersion.id == REGRADES.c.version_id)
        .outerjoin(User, User.id == REGRADES.c.by_id)
        .outerjoin(undoer, undoer.id == REGRADES.c.undone_by_id)
        .where(REGRADES.c.quiz_id == quiz, REGRADES.c.question_id == question)
        .order_by(REGRADES.c.id.desc())
    )
    return connection.execute(rows).all()


def store_regrade(
    connection: Connection, values: dict[str, Any], lines: Sequence[dict[str, Any]]
) -> int:
    """Store a decision with what it changes; its row number."""
    made = insert(REGRADES).values(values).returning(REGRADES.c.id)
    number: int = connection.execute(made).scalar_one()
    if lines:
        connection.execute(insert(LINES), [line | {"regrade_id": number} for line in lines])
    return number


def mark_undone(connection: Connection, regrade: int, by: int, at: datetime) -> None:
    """Note who took a regrade back."""
    undone = update(REGRADES).where(REGRADES.c.id == regrade)
    connection.execute(undone.values(undone_at=at, undone_by_id=by))


def answers_under(connection: Connection, learner: int, keys: Sequence[str]) -> dict[str, Any]:
    """A learner's answers under these keys, with whether each was taken back."""
    voided = Voiding.answer_id.is_not(None).label("voided")
    rows = (
        select(Answer.__table__, voided, QuestionVersion.question_id)
        .join(QuestionVersion, QuestionVersion.id == Answer.version_id)
        .outerjoin(Voiding, Voiding.answer_id == Answer.id)
        .where(Answer.learner_id == learner, Answer.key.in_(keys))
    )
    return {row.key: row for row in connection.execute(rows)}


def not_studied(connection: Connection, answers: Sequence[int]) -> set[int]:
    """Those of these answers that were given in a quiz, not in study."""
    asked = select(Answer.id).where(Answer.id.in_(answers), Answer.kind != "study")
    return set(connection.execute(asked).scalars())


def response_in_row(connection: Connection, row: int) -> Any:
    """One stored response."""
    return connection.execute(select(Response.__table__).where(Response.id == row)).one()
