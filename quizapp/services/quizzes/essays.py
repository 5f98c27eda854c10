"""The marking queue: which essays wait, and one of them with everything to mark it by.

Reached by whoever teaches the classroom in which the quiz was assigned; for all others there is
nothing here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection

from quizapp.core.grading.essay import decimal, word_count
from quizapp.core.quizzes.regrading import Way
from quizapp.services.access import Permission, require
from quizapp.services.context import Context, NotFound
from quizapp.services.quizzes.making import taught_quiz
from quizapp.services.quizzes.settling import settle
from quizapp.services.screens import RubricLine
from quizapp.services.study.asking import rubric_lines
from quizapp.services.study.content import Asked, asked_of
from quizapp.store.queries import essays as queries
from quizapp.store.queries import regrading, sitting
from quizapp.store.queries.people import Person


@dataclass(frozen=True, slots=True)
class Waiting:
    """A quiz with essays to mark."""

    quiz: str
    title: str
    waiting: int


@dataclass(frozen=True, slots=True)
class EssayLine:
    """One question of a quiz: how many essays were written, wait, and were begun by the reader."""

    question: str
    stem: str
    language: str
    written: int
    waiting: int
    begun: int


@dataclass(frozen=True, slots=True)
class Queue:
    """The essay questions of a quiz."""

    quiz: str
    title: str
    lines: tuple[EssayLine, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """One mark that was given: by whom ("" for somebody who left) and when, the points by line."""

    public_id: str
    by: str
    at: datetime
    rubric: tuple[RubricLine, ...]
    share: float
    comment: str


@dataclass(frozen=True, slots=True)
class Essay:
    """One essay to mark. `name` is "" while names are hidden, `place` of `total` its place.

    `points` and `comment` are what stands in the form: a mark begun, else the last one given.
    `seen` names the newest mark. `decided` is the way of a regrade that stands above all marks.
    `before` and `after` are the attempts beside it, "" at an end.
    """

    quiz: str
    title: str
    question: str
    stem: str
    language: str
    attempt: str
    name: str
    number: int
    classroom: str
    time_zone: str
    submitted_at: datetime
    text: str
    words: int
    expected: int | None
    rubric: tuple[RubricLine, ...]
    worth: float
    model: str
    points: tuple[str, ...]
    comment: str
    drafted: bool
    history: tuple[Marked, ...]
    seen: str
    decided: Way | None
    place: int
    total: int
    waiting: int
    before: str
    after: str


def waiting(context: Context, person: Person) -> tuple[Waiting, ...]:
    """The quizzes in which essays wait for this teacher."""
    require(Permission.TEACH, person)
    with context.store.read() as connection:
        rows = queries.waiting(connection, person.id)
    return tuple(Waiting(row.quiz, row.title, int(row.waiting)) for row in rows)


def waiting_in(context: Context, person: Person, quiz: str) -> int:
    """How many essays of one quiz wait for this teacher."""
    return sum(one.waiting for one in waiting(context, person) if one.quiz == quiz)


def queue(context: Context, person: Person, quiz: str, at: datetime) -> Queue:
    """The essay questions of a quiz, each with what waits. NotFound for quizzes of others."""
    require(Permission.TEACH, person)
    rows = _settled(context, person, quiz, at)
    with context.store.read() as connection:
        if not rows:
            return Queue(quiz, taught_quiz(connection, person, quiz).title, ())
        begun = queries.drafted(connection, person.id, [row.id for row in rows])
    lines = []
    for question, group in groupby(rows, key=lambda row: str(row.question)):
        own = list(group)
        places = [(row.id, row.position) for row in own]
        open_ones = sum(row.mark is None for row in own)
        drafts = sum(place in begun for place in places)
        lines.append(
            EssayLine(question, own[-1].stem, own[-1].language, len(own), open_ones, drafts)
        )
    return Queue(quiz, rows[0].title, tuple(lines))


def _settled(context: Context, person: Person, quiz: str, at: datetime) -> list[Any]:
    """The essays of a quiz, after attempts whose time is over were submitted."""
    with context.store.read() as connection:
        due = sitting.to_settle(connection, at, public_quiz=quiz)
    settle(context, due, at)
    with context.store.read() as connection:
        return list(queries.essays(connection, person.id, quiz))


def in_order(rows: Sequence[Any], question: str, *, hidden: bool) -> list[Any]:
    """The essays on one question: by name, or in an order that says nothing of names."""
    own = [row for row in rows if row.question == question]
    if hidden:
        return sorted(own, key=lambda row: hashlib.sha256(row.public_id.encode()).digest())
    return sorted(own, key=lambda row: (row.name_folded, row.number))


def next_open(rows: Sequence[Any], attempt: str) -> str:
    """The next essay without a mark after this one, round to the first; "" without any."""
    numbers = [row.public_id for row in rows]
    start = numbers.index(attempt) + 1 if attempt in numbers else 0
    for row in (*rows[start:], *rows[:start]):
        if row.mark is None and row.public_id != attempt:
            return str(row.public_id)
    return ""


def essay(
    context: Context,
    person: Person,
    quiz: str,
    question: str,
    attempt: str,
    at: datetime,
    *,
    hidden: bool,
) -> Essay:
    """One essay on a question; without `attempt` the first that waits, else the first.

    Raises NotFound for essays of others.
    """
    require(Permission.TEACH, person)
    rows = in_order(_settled(context, person, quiz, at), question, hidden=hidden)
    if not rows:
        raise NotFound
    wanted = attempt or next_open(rows, "") or str(rows[0].public_id)
    place = next((n for n, row in enumerate(rows) if row.public_id == wanted), None)
    if place is None:
        raise NotFound
    with context.store.read() as connection:
        return _essay(connection, person, rows, place, hidden=hidden)


def _essay(
    connection: Connection, person: Person, rows: Sequence[Any], place: int, *, hidden: bool
) -> Essay:
    row = rows[place]
    asked = asked_version(connection, row.version_id)
    given = queries.marks(connection, [row.id])[row.id, row.position]
    history = tuple(_marked(asked, one) for one in reversed(given))
    draft = queries.draft(connection, person.id, row.id, row.position)
    points, comment = _in_the_form(asked, given, draft)
    shown = rubric_lines(asked.question)
    words = asked.question.key.value
    return Essay(
        row_quiz(rows), row.title, row.question, row.stem, row.language, row.public_id,
        "" if hidden else row.name, row.number, row.classroom, row.time_zone, row.submitted_at,
        row.response_text, word_count(row.response_text), int(words) if words else None,
        shown, row.points, asked.question.key.text, points, comment, draft is not None,
        history, history[0].public_id if history else "",
        decided(connection, row.id, row.position), place + 1, len(rows),
        sum(one.mark is None for one in rows),
        str(rows[place - 1].public_id) if place else "",
        str(rows[place + 1].public_id) if place + 1 < len(rows) else "",
    )  # fmt: skip


def row_quiz(rows: Sequence[Any]) -> str:
    """The public id of the quiz of these rows."""
    return str(rows[0].quiz)


def asked_version(connection: Connection, version: int) -> Asked:
    """The question version that an essay was written for."""
    return asked_of(*regrading.versions(connection, [version])[version])


def decided(connection: Connection, attempt: int, position: int) -> Way | None:
    """The way of the regrade that stands at a place, None where marks by hand count."""
    return standing_way(regrading.lines_of_attempts(connection, [attempt])[attempt, position])


def standing_way(lines: Sequence[Any]) -> Way | None:
    """The way of the newest of these lines that was not undone."""
    return next((Way(line.way) for line in reversed(lines) if line.undone_at is None), None)


def _marked(asked: Asked, row: Any) -> Marked:
    lines = rubric_lines(asked.question, row.points)
    return Marked(row.public_id, row.by, row.at, lines, row.share, row.comment)


def _in_the_form(asked: Asked, given: Sequence[Any], draft: Any) -> tuple[tuple[str, ...], str]:
    """What was begun, else what was given last, else nothing for each criterion."""
    if draft is not None:
        return tuple(draft.points), draft.comment
    if given:
        return tuple(decimal(one) for one in given[-1].points), given[-1].comment
    return ("",) * len(asked.question.options), ""
