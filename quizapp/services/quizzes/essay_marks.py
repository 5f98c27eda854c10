"""Marking an essay: a mark is appended, the newest counts, and the attempt's score follows.

Two teachers at one essay: whoever saves second without having seen the first one's mark is shown
it and saves once more; both marks stay. What is half done is kept as a draft of its teacher. Marks
touch nothing of what a learner remembers: no machine asked, and study never asks an essay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from quizapp.core.grading.essay import Criterion, points_read, rubric_of, share_of
from quizapp.core.quizzes.marking import total
from quizapp.services.access import Permission, require
from quizapp.services.accounts import audit
from quizapp.services.context import Context, NotFound
from quizapp.services.quizzes.essays import (
    asked_version,
    decided,
    in_order,
    next_open,
    standing_way,
)
from quizapp.store.base import new_public_id
from quizapp.store.queries import essays as queries
from quizapp.store.queries import regrading, sitting
from quizapp.store.queries.people import Person

LONGEST_COMMENT = 4000
LONGEST_POINTS = 20
MOST_CRITERIA = 40


@dataclass(frozen=True, slots=True)
class Marking:
    """What the form sent: the points of each criterion as typed, and the newest mark it showed."""

    points: tuple[str, ...]
    comment: str = ""
    seen: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Place:
    """An essay by public ids: of the quiz, the question and the attempt."""

    quiz: str
    question: str
    attempt: str


class MarkOpen(Exception):
    """Not fit to be a mark yet; kept as a draft where it can be.

    `criteria` are the places (from 0) without points that can be read, `long` says that the
    comment is too long to keep.
    """

    def __init__(self, criteria: tuple[int, ...] = (), *, long: bool = False) -> None:
        super().__init__("the mark is not complete")
        self.criteria = criteria
        self.long = long


class MarkedMeanwhile(Exception):
    """Somebody else marked it since the form was made; what was sent is kept as a draft."""


def keep(context: Context, person: Person, place: Place, marking: Marking, at: datetime) -> None:
    """Keep a mark that is half done. Raises NotFound for essays of others."""
    require(Permission.TEACH, person)

    def work(connection: Connection) -> None:
        _keep(connection, person, _row(connection, person, place), marking, at)

    context.store.transact(work)


def give(context: Context, person: Person, place: Place, marking: Marking, at: datetime) -> None:
    """Give an essay its mark; the same form sent twice gives one.

    Raises NotFound for essays of others, MarkOpen and MarkedMeanwhile: then a draft is kept.
    """
    require(Permission.TEACH, person)

    def work(connection: Connection) -> Exception | None:
        row = _row(connection, person, place)
        sitting.lock(connection, row.id)
        rubric = rubric_of(asked_version(connection, row.version_id).question)
        points = _points(marking, rubric)
        given = queries.marks(connection, [row.id])[row.id, row.position]
        if given and _same(given[-1], person, points, marking):
            queries.drop_draft(connection, person.id, row.id, row.position)
            return None
        trouble = _trouble(points, given, marking)
        if trouble is not None:
            _keep(connection, person, row, marking, at)
            return trouble
        sure = [one for one in points if one is not None]
        _store(connection, person, row, _Sure(sure, share_of(sure, rubric), marking.comment), at)
        told = {"question": place.question, "attempt": place.attempt, "again": bool(given)}
        audit(connection, at, person.id, "essay.marked", "quiz", place.quiz, **told)
        return None

    if (trouble := context.store.transact(work)) is not None:
        raise trouble


@dataclass(frozen=True, slots=True)
class _Sure:
    """A mark that is complete."""

    points: list[float]
    share: float
    comment: str


def _points(marking: Marking, rubric: Sequence[Criterion]) -> list[float | None]:
    """The points of each criterion as they can be read."""
    typed = (*marking.points, *("",) * len(rubric))
    return [
        points_read(one, marking.language, criterion.points)
        for one, criterion in zip(typed, rubric, strict=False)
    ]


def _same(newest: Any, person: Person, points: list[float | None], marking: Marking) -> bool:
    """Whether this person gave just this mark last."""
    content = (newest.by_id, newest.points, newest.comment)
    return bool(content == (person.id, points, _tidy(marking.comment)))


def next_to_mark(
    context: Context, person: Person, quiz: str, question: str, attempt: str, *, hidden: bool
) -> tuple[str, str]:
    """The question and attempt that wait next: on this question, else on another; or "", ""."""
    with context.store.read() as connection:
        rows = queries.essays(connection, person.id, quiz)
    questions = list(dict.fromkeys(str(row.question) for row in rows))
    for one in sorted(questions, key=lambda name: name != question):
        if found := next_open(in_order(rows, one, hidden=hidden), attempt):
            return one, found
    return "", ""


def put_back(connection: Connection, places: Sequence[tuple[int, int]]) -> None:
    """Let marks by hand count again at these places, where no regrade stands above them.

    An essay without one waits again. Scores are for the caller to sum up.
    """
    attempts = sorted({attempt for attempt, _position in places})
    lines = regrading.lines_of_attempts(connection, attempts)
    given = queries.marks(connection, attempts)
    worth = regrading.all_worth(connection, attempts)
    for attempt, position in sorted(queries.written(connection, places)):
        if standing_way(lines[attempt, position]) is not None:
            continue
        points = next(one.points for one in worth[attempt] if one.position == position)
        own = given[attempt, position]
        mark = points * own[-1].share if own else None
        queries.write_place(connection, attempt, position, mark)


def _row(connection: Connection, person: Person, place: Place) -> Any:
    for row in queries.essays(connection, person.id, place.quiz):
        if (row.question, row.public_id) == (place.question, place.attempt):
            return row
    raise NotFound


def _trouble(
    points: Sequence[float | None], given: Sequence[Any], marking: Marking
) -> Exception | None:
    if len(marking.comment) > LONGEST_COMMENT:
        return MarkOpen(long=True)
    if given and given[-1].public_id != marking.seen:
        return MarkedMeanwhile()
    missing = tuple(place for place, one in enumerate(points) if one is None)
    return MarkOpen(missing) if missing else None


def _store(connection: Connection, person: Person, row: Any, mark: _Sure, at: datetime) -> None:
    """Append the mark; it counts unless a regrade stands above it."""
    values = {
        "public_id": new_public_id(),
        "attempt_id": row.id,
        "position": row.position,
        "version_id": row.version_id,
        "points": mark.points,
        "share": mark.share,
        "comment": _tidy(mark.comment),
        "by_id": person.id,
        "at": at,
    }
    queries.store_mark(connection, values)
    queries.drop_draft(connection, person.id, row.id, row.position)
    if decided(connection, row.id, row.position) is not None:
        return
    queries.write_place(connection, row.id, row.position, row.points * mark.share)
    sum_up(connection, row.id)


def sum_up(connection: Connection, attempt: int) -> None:
    """Write the score of an attempt, locked by the caller, as the sum of its marks."""
    places = sitting.positions(connection, attempt)
    penalty = sitting.attempt_in_row(connection, attempt).penalty
    score = total([one.mark or 0.0 for one in places], penalty)
    queries.write_score(connection, attempt, score)


def _keep(connection: Connection, person: Person, row: Any, marking: Marking, at: datetime) -> None:
    """Keep what was typed; a comment too long for a mark is kept as it is, it only cannot count."""
    queries.keep_draft(
        connection,
        {
            "attempt_id": row.id,
            "position": row.position,
            "by_id": person.id,
            "points": [one[:LONGEST_POINTS] for one in marking.points[:MOST_CRITERIA]],
            "comment": marking.comment,
            "saved_at": at,
        },
    )


def _tidy(text: str) -> str:
    return text.replace("\r\n", "\n").strip()
