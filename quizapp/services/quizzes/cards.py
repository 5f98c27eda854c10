"""A learner's quizzes as lines of a list: which assignment holds, what is open, how it went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from quizapp.core.quizzes.counting import Sat, counts, result
from quizapp.core.quizzes.reviewing import Standing, shown
from quizapp.core.quizzes.rules import Rules, Show, from_json
from quizapp.core.quizzes.timing import Gate, Grant, Window, gate, window_for


@dataclass(frozen=True, slots=True)
class AttemptLine:
    """One of a learner's own attempts. `share` 0..1 and `counts` only when marks may be shown.

    `waiting` counts its essays without a mark: the share is provisional until then.
    """

    public_id: str
    number: int
    state: str
    started_at: datetime
    submitted_at: datetime | None
    share: float | None
    counts: bool
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class QuizCard:
    """A quiz in a learner's list. `window` is the learner's own, `share` the result that counts.

    `provisional` says that essays wait for a mark.

    `gate` says whether one more attempt may begin; `open_attempt` is the id of one that is under
    way, "" without. `held_back` says that results come later.
    """

    public_id: str
    title: str
    classroom: str
    time_zone: str
    window: Window
    gate: Gate
    attempts_used: int
    attempts_allowed: int
    open_attempt: str
    share: float | None
    held_back: bool
    provisional: bool = False


def grant_in(row: Any) -> Grant:
    """What the learner is granted, from a row of the learner's assignments."""
    return Grant(row.time_percent, row.extra_minutes, row.due_days)


def effective(rows: Sequence[Any]) -> Any:
    """Of several assignments of one quiz the one that holds for the learner.

    By name before by group before for everyone, then the one that is due last, then the newest.
    """
    return max(
        rows,
        key=lambda row: (
            row.reach,
            row.due_at is None,
            row.due_at.timestamp() if row.due_at else 0.0,
            row.id,
        ),
    )


def window_of(row: Any) -> Window:
    """When the quiz of this assignment may be sat, before anything is granted."""
    return Window(row.opens_at, row.due_at, row.closes_at)


def own_attempts(attempts: Sequence[Any], row: Any) -> list[Any]:
    """Of a learner's attempts those of this assignment."""
    return [one for one in attempts if one.assignment_id == row.id]


def card_of(row: Any, attempts: Sequence[Any], at: datetime) -> QuizCard:
    """A quiz of the learner, from its assignment and all attempts of the learner."""
    rules, own, grant = from_json(row.rules), own_attempts(attempts, row), grant_in(row)
    window = window_for(window_of(row), grant)
    lines = attempt_lines(rules, row, own, grant, at)
    told = [line for line in lines if line.share is not None]
    submitted = [line for line in lines if line.state == "submitted"]
    sat = [Sat(line.number, line.share or 0.0, 1.0) for line in told]
    under_way = [one for one in attempts if one.quiz_id == row.quiz_id and one.state == "open"]
    return QuizCard(
        public_id=row.quiz,
        title=row.title,
        classroom=row.classroom_name,
        time_zone=row.time_zone,
        window=window,
        gate=gate(window, rules, len(own), at),
        attempts_used=len(own),
        attempts_allowed=rules.attempts,
        open_attempt=under_way[0].public_id if under_way else "",
        share=result(sat, rules.counting) if len(told) == len(submitted) else None,
        held_back=len(told) < len(submitted),
        provisional=any(line.waiting for line in told),
    )


def attempt_lines(
    rules: Rules, row: Any, attempts: Sequence[Any], grant: Grant, at: datetime
) -> tuple[AttemptLine, ...]:
    """The learner's attempts of one assignment, each with its share where that may be shown."""
    closes = window_for(window_of(row), grant).closes_at
    submitted = [one for one in attempts if one.state == "submitted"]
    counted = counts(
        [Sat(one.number, one.score or 0.0, one.most) for one in submitted], rules.counting
    )
    lines = []
    for one in attempts:
        standing = Standing(one.state == "submitted", closes, row.results_released_at)
        told = one.state == "submitted" and Show.MARKS in shown(from_json(one.rules), standing, at)
        share = (one.score or 0.0) / one.most if told and one.most else None
        lines.append(
            AttemptLine(
                one.public_id,
                one.number,
                one.state,
                one.started_at,
                one.submitted_at,
                share,
                told and one.number in counted,
                one.waiting,
            )
        )
    return tuple(lines)
