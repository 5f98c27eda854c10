"""What a regrade would change, line by line: the same for its preview and for its doing."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlalchemy import Connection

from quizapp.core.grading import grade
from quizapp.core.grading.verdict import Outcome, Verdict
from quizapp.core.questions import PERSON_MARKED_KINDS
from quizapp.core.quizzes.marking import counted, mark, total
from quizapp.core.quizzes.regrading import Way, Worth, translated, worth
from quizapp.core.quizzes.rules import Rules, from_json
from quizapp.services.quizzes.asked import given_of, is_empty, response_of
from quizapp.services.study import content
from quizapp.services.study.content import Asked
from quizapp.store.queries import regrading as queries
from quizapp.store.queries.people import Person

SAME = 1e-9
OUT: dict[str, Any] = {"out": True}
"""What the memory keeps of an answer that says nothing any more."""
RIGHT = (Outcome.RIGHT.value, Outcome.ACCEPTED.value)


@dataclass(frozen=True, slots=True)
class Line:
    """One mark that changes: marks and points of the place, score and most of its attempt.

    `memory` is as in the table: None where the learner's memory has nothing to change.
    """

    learner: str
    name: str
    number: int
    attempt_id: int
    position: int
    mark_before: float
    mark_after: float
    points_before: float
    points_after: float
    score_before: float
    score_after: float
    most_before: float
    most_after: float
    memory: dict[str, Any] | None

    def columns(self) -> dict[str, Any]:
        """The line as its table keeps it."""
        kept = asdict(self)
        return {name: kept[name] for name in kept if name not in ("learner", "name", "number")}


@dataclass(frozen=True, slots=True)
class Found:
    """What was looked at: the lines that change, and whose answers cannot be judged again."""

    lines: tuple[Line, ...]
    asked: int
    unmatched: tuple[str, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class _Case:
    """One place of one attempt with what was given there and what stands of it so far."""

    row: Any
    rules: Rules
    rows: list[Any]
    standing: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class _Change:
    """What becomes of one place; `lost` where it cannot be judged again."""

    worth: Worth
    memory: dict[str, Any] | None = None
    lost: bool = False


def find(
    connection: Connection, person: Person, quiz: int, question: Any, way: Way, *, lock: bool
) -> Found:
    """All that this way changes in the attempts of this person's classes."""
    rows = queries.slots(connection, person.id, quiz, question.id, lock=lock)
    attempts = sorted({row.id for row in rows})
    given = queries.responses(connection, attempts, question.id)
    earlier = queries.lines_of_attempts(connection, attempts)
    versions = _versions(connection, {question.version_id} | {row.version_id for row in rows})
    changes: dict[tuple[int, int], _Change] = {}
    for row in rows:
        at, shown = (row.id, row.position), versions[row.version_id]
        rules = from_json(row.rules)
        standing = _standing(rules, given[at], earlier[at], shown)
        case = _Case(row, rules, given[at], standing)
        changes[at] = _change(way, case, shown, versions[question.version_id])
    lines = _lines(rows, changes, queries.all_worth(connection, attempts))
    lost = tuple(row.name for row in rows if changes[row.id, row.position].lost)
    digest = _digest(way, question.version_id, lines, len(rows))
    return Found(lines, len(rows), lost, digest)


def _versions(connection: Connection, numbers: set[int]) -> dict[int, Asked]:
    found = queries.versions(connection, sorted(numbers))
    return {number: content.asked_of(*parts) for number, parts in found.items()}


def _standing(
    rules: Rules, rows: list[Any], earlier: list[Any], shown: Asked
) -> dict[str, Any] | None:
    """What the memory has, or is to have, of this place: None where nothing was answered."""
    for line in reversed(earlier):
        if line.undone_at is None and line.memory is not None:
            return dict(line.memory)
    index = counted(rules, given_of(rows))
    if index is None or is_empty(response_of(rows[index])):
        return None
    if shown.question.kind in PERSON_MARKED_KINDS:
        return None
    one = rows[index]
    verdict = Verdict(Outcome(one.outcome), one.score, (), tuple(one.parts))
    return None if verdict.outcome is Outcome.UNCLEAR else _kept(rows, index, verdict, shown)


def _kept(rows: list[Any], index: int, verdict: Verdict, shown: Asked) -> dict[str, Any]:
    """A verdict as a line keeps it for the memory."""
    facts, parts = shown.fact_ids, verdict.parts
    shares = parts if len(parts) == len(facts) else (verdict.score,) * len(facts)
    return {
        "response": rows[index].id,
        "hints": rows[index].hints + sum(one.checked for one in rows[:index]),
        "outcome": verdict.outcome.value,
        "score": verdict.score,
        "parts": [list(pair) for pair in sorted(zip(facts, shares, strict=True))],
        "notes": [{"code": one.code, "values": dict(one.values)} for one in verdict.notes],
    }


def _change(way: Way, case: _Case, shown: Asked, now: Asked) -> _Change:
    before = Worth(case.row.points, case.row.mark or 0.0)
    if way is Way.KEEP or before.points == 0:
        return _Change(before)
    standing = case.standing
    if way is Way.NEW_KEY:
        return _judged(case, before, shown, now)
    proven = way is Way.FULL and standing is not None and standing.get("outcome") in RIGHT
    gone = standing is not None and standing != OUT and not proven
    return _Change(worth(way, before, None), OUT if gone else None)


def _judged(case: _Case, before: Worth, shown: Asked, now: Asked) -> _Change:
    """The responses judged by the key in force; as they are where one cannot be."""
    verdicts = []
    for row in case.rows:
        verdict = _verdict(shown, now, row, case.row.language)
        if verdict is None:
            return _Change(before, lost=True)
        verdicts.append(verdict)
    pairs = zip(given_of(case.rows), verdicts, strict=True)
    given = [replace(one, score=verdict.score) for one, verdict in pairs]
    after = worth(Way.NEW_KEY, before, mark(case.rules, given, before.points))
    index = counted(case.rules, given)
    if index is None or is_empty(response_of(case.rows[index])):
        return _Change(after)
    kept = _kept(case.rows, index, verdicts[index], shown)
    return _Change(after, None if _alike(kept, case.standing) else kept)


def _verdict(shown: Asked, now: Asked, row: Any, language: str) -> Verdict | None:
    response = translated(shown.question, now.question, response_of(row))
    if response is None:
        return None
    try:
        verdict = grade(now.question, response, language)
    except ValueError:
        return None
    return None if verdict.outcome is Outcome.UNCLEAR else verdict


def _alike(one: dict[str, Any], other: dict[str, Any] | None) -> bool:
    """Whether two verdicts mean the same for the memory."""
    if other is None or other == OUT:
        return False
    told = ("response", "score", "parts")
    right = (one["outcome"] in RIGHT) == (other["outcome"] in RIGHT)
    return right and all(one[name] == other[name] for name in told)


def _lines(
    rows: Any, changes: dict[tuple[int, int], _Change], every: dict[int, list[Any]]
) -> tuple[Line, ...]:
    lines = []
    for row in rows:
        change, mark_before = changes[row.id, row.position], row.mark or 0.0
        after = change.worth
        moved = abs(after.mark - mark_before) > SAME or after.points != row.points
        if not moved and change.memory is None:
            continue
        score, most = totals_of(row, every[row.id], changes)
        moved_to = (mark_before, after.mark, row.points, after.points)
        totals = (row.score, score, row.most, most)
        who = (row.learner, row.name, row.number, row.id, row.position)
        lines.append(Line(*who, *moved_to, *totals, change.memory))
    return tuple(lines)


def totals_of(
    attempt: Any, places: list[Any], changes: dict[tuple[int, int], _Change]
) -> tuple[float, float]:
    """Score and most of an attempt with these changes."""
    worths = [
        changes[attempt.id, one.position].worth
        if (attempt.id, one.position) in changes
        else Worth(one.points, one.mark or 0.0)
        for one in places
    ]
    marks = [one.mark for one in worths]
    return total(marks, attempt.penalty), sum(one.points for one in worths)


def _digest(way: Way, version: int, lines: tuple[Line, ...], asked: int) -> str:
    said = [way.value, version, asked, [line.columns() for line in lines]]
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
