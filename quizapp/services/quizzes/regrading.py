"""Marking a question of a quiz again after attempts: seen beforehand, done in one step, undone."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, update

from quizapp.core.questions import PERSON_MARKED_KINDS
from quizapp.core.quizzes.regrading import Way
from quizapp.services.access import Permission, require
from quizapp.services.accounts import audit
from quizapp.services.context import Context, NotFound, Refused
from quizapp.services.quizzes.essay_marks import put_back
from quizapp.services.quizzes.making import taught_quiz
from quizapp.services.quizzes.regrade_lines import Line, find, totals_of
from quizapp.services.quizzes.regrade_memory import mend
from quizapp.services.quizzes.settling import settle
from quizapp.store.base import new_public_id
from quizapp.store.queries import regrading as queries
from quizapp.store.queries import sitting
from quizapp.store.queries.people import Person

__all__ = [
    "Desk",
    "Line",
    "Logged",
    "Preview",
    "Way",
    "apply",
    "desk",
    "offered",
    "preview",
    "undo",
]


@dataclass(frozen=True, slots=True)
class Logged:
    """One decision of the past. `changed` counts its marks; `last` says that it can be undone."""

    public_id: str
    way: Way
    version: int
    by: str
    at: datetime
    changed: int
    undone_by: str
    undone_at: datetime | None
    last: bool


@dataclass(frozen=True, slots=True)
class Desk:
    """A question of a quiz with the log of its regrades, the newest first.

    `version` is the number of the version in force; `sitting` counts the attempts under way that
    ask the question, which no regrade reaches.
    """

    quiz: str
    title: str
    question: str
    stem: str
    language: str
    version: int
    sitting: int
    log: tuple[Logged, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """Every mark that a way changes.

    `digest` goes with the form; `asked` counts the places looked at, `unmatched` names learners
    whose answer cannot be judged by the new key.
    """

    way: Way
    lines: tuple[Line, ...]
    asked: int
    unmatched: tuple[str, ...]
    digest: str


def desk(context: Context, person: Person, quiz: str, question: str) -> Desk:
    """Where a teacher decides about a question that this quiz asked; NotFound for all others."""
    require(Permission.TEACH, person)
    with context.store.read() as connection:
        row, asked = _asked(connection, person, quiz, question)
        log = queries.regrades(connection, row.id, asked.id)
        sitting_now = queries.still_open(connection, person.id, row.id, asked.id)
    last = next((one.id for one in log if one.undone_at is None), None)
    return Desk(
        quiz, row.title, question, asked.stem, asked.language, asked.number, sitting_now,
        tuple(_logged(one, last) for one in log),
    )  # fmt: skip


def offered(context: Context, person: Person, question: str) -> tuple[tuple[str, str], ...]:
    """The person's quizzes (public id, title) in which an older version of a question was asked."""
    require(Permission.TEACH, person)
    with context.store.read() as connection:
        rows = queries.answered_before(connection, person.id, question)
    return tuple((row.public_id, row.title) for row in rows)


def preview(
    context: Context, person: Person, quiz: str, question: str, way: Way, at: datetime
) -> Preview:
    """What a way would change; nothing is changed.

    Raises NotFound, and Refused("essay_without_key") for a key that there is none of.
    """
    require(Permission.TEACH, person)
    with context.store.read() as connection:
        row, asked = _asked(connection, person, quiz, question)
        _may(way, asked)
        due = sitting.to_settle(connection, at, quiz=row.id)
    settle(context, due, at)
    with context.store.read() as connection:
        row, asked = _asked(connection, person, quiz, question)
        found = find(connection, person, row.id, asked, way, lock=False)
    return Preview(way, found.lines, found.asked, found.unmatched, found.digest)


def apply(
    context: Context,
    person: Person,
    quiz: str,
    question: str,
    way: Way,
    digest: str,
    at: datetime,
) -> str:
    """Carry out what the preview of this digest showed; the regrade's public id.

    Marks, scores, memory and totals change in one transaction. The same form sent twice is done
    once. Raises NotFound, and Refused("regrade_changed_meanwhile") where the preview no longer
    says what would happen.
    """
    require(Permission.TEACH, person)
    public_id = new_public_id()

    def work(connection: Connection) -> str:
        row, asked = _asked(connection, person, quiz, question)
        _may(way, asked)
        queries.hold(connection, row.id)
        if done := _done(connection, row.id, asked.id, person, digest):
            return done
        found = find(connection, person, row.id, asked, way, lock=True)
        if found.digest != digest:
            raise Refused("regrade_changed_meanwhile")
        values = {
            "public_id": public_id,
            "quiz_id": row.id,
            "question_id": asked.id,
            "version_id": asked.version_id,
            "way": way.value,
            "digest": digest,
            "by_id": person.id,
            "at": at,
        }
        queries.store_regrade(connection, values, [line.columns() for line in found.lines])
        _write(connection, found.lines, at)
        told = {"way": way.value, "question": question, "changed": len(found.lines)}
        audit(connection, at, person.id, "quiz.regraded", "quiz", quiz, **told)
        return public_id

    return context.store.transact(work)


def undo(
    context: Context, person: Person, quiz: str, question: str, regrade: str, at: datetime
) -> None:
    """Take a regrade back: marks, scores, memory and totals as if it had not been.

    Once more changes nothing. Raises NotFound, and Refused("regrade_not_last") while a later one
    of the same question stands on it.
    """
    require(Permission.TEACH, person)

    def work(connection: Connection) -> None:
        row, asked = _asked(connection, person, quiz, question)
        queries.hold(connection, row.id)
        log = queries.regrades(connection, row.id, asked.id)
        wanted = next((one for one in log if one.public_id == regrade), None)
        if wanted is None:
            raise NotFound
        if wanted.undone_at is not None:
            return
        if any(one.undone_at is None and one.id > wanted.id for one in log):
            raise Refused("regrade_not_last")
        queries.mark_undone(connection, wanted.id, person.id, at)
        _take_back(connection, queries.lines_of_regrade(connection, wanted.id), at)
        told = {"way": wanted.way, "question": question}
        audit(connection, at, person.id, "quiz.regrade_undone", "quiz", quiz, **told)

    context.store.transact(work)


def _asked(connection: Connection, person: Person, quiz: str, question: str) -> tuple[Any, Any]:
    row = taught_quiz(connection, person, quiz)
    asked = queries.question_in_force(connection, row.id, question)
    if asked is None:
        raise NotFound
    return row, asked


def _may(way: Way, asked: Any) -> None:
    """Refuse to judge by a key what has none: essays."""
    if way is Way.NEW_KEY and asked.kind in PERSON_MARKED_KINDS:
        raise Refused("essay_without_key")


def _done(connection: Connection, quiz: int, question: int, person: Person, digest: str) -> str:
    """The regrade in force that this very form made; "" without one."""
    for one in queries.regrades(connection, quiz, question):
        if one.undone_at is None and one.digest == digest and one.by_id == person.id:
            return str(one.public_id)
    return ""


def _write(connection: Connection, lines: tuple[Line, ...], at: datetime) -> None:
    """Marks and scores as the lines say, then the memory after them."""
    for line in lines:
        place = (line.attempt_id, line.position)
        _write_place(connection, place, line.points_after, line.mark_after)
        _write_attempt(connection, line.attempt_id, line.score_after, line.most_after)
    held = queries.lock_attempts(connection, sorted({line.attempt_id for line in lines}))
    mend(connection, list(held.values()), at)


def _take_back(connection: Connection, lines: Any, at: datetime) -> None:
    """Marks as they were, scores as their sums, the very numbers of before where they are these."""
    numbers = sorted({line.attempt_id for line in lines})
    held = queries.lock_attempts(connection, numbers)
    for line in lines:
        place = (line.attempt_id, line.position)
        _write_place(connection, place, line.points_before, line.mark_before)
    put_back(connection, [(line.attempt_id, line.position) for line in lines])
    places = queries.all_worth(connection, numbers)
    for line in lines:
        score, most = totals_of(held[line.attempt_id], places[line.attempt_id], {})
        score = line.score_before if math.isclose(score, line.score_before) else score
        most = line.most_before if math.isclose(most, line.most_before) else most
        _write_attempt(connection, line.attempt_id, score, most)
    mend(connection, list(held.values()), at)


def _write_place(
    connection: Connection, place: tuple[int, int], points: float, value: float
) -> None:
    slots = sitting.SLOTS
    here = (slots.c.attempt_id == place[0], slots.c.position == place[1])
    connection.execute(update(slots).where(*here).values(points=points, mark=value))


def _write_attempt(connection: Connection, attempt: int, score: float, most: float) -> None:
    attempts = sitting.ATTEMPTS
    changed = update(attempts).where(attempts.c.id == attempt)
    connection.execute(changed.values(score=score, most=most))


def _logged(row: Any, last: int | None) -> Logged:
    return Logged(
        row.public_id, Way(row.way), row.version, row.by or "", row.at, row.changed,
        row.undone_by or "", row.undone_at, row.id == last,
    )  # fmt: skip
