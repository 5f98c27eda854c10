"""When an attempt may begin, when it ends, and whether it came late. All by the server's clock.

A learner's accommodation is an argument: a longer time limit, later due and closing dates.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from quizapp.core.quizzes.rules import LateRule, Rules

_DAY = timedelta(days=1)
FORGOTTEN = timedelta(days=14)
"""How long an attempt without any bound stays open: its facts are locked meanwhile."""


@dataclass(frozen=True, slots=True)
class Grant:
    """What a learner is granted: a share of the time in percent, minutes more, days later."""

    time_percent: int = 100
    extra_minutes: int = 0
    due_days: int = 0


USUAL = Grant()


@dataclass(frozen=True, slots=True)
class Window:
    """From when until when an assignment is open, and by when it is due; None for no bound."""

    opens_at: datetime | None = None
    due_at: datetime | None = None
    closes_at: datetime | None = None


class Gate(StrEnum):
    """Whether an attempt may begin."""

    OPEN = "open"
    NOT_YET = "not_yet"
    OVER = "over"
    NO_ATTEMPT_LEFT = "no_attempt_left"


def window_for(window: Window, grant: Grant) -> Window:
    """The learner's own window: due and closing dates move by the days that were granted."""
    later = timedelta(days=grant.due_days)
    return Window(
        window.opens_at,
        None if window.due_at is None else window.due_at + later,
        None if window.closes_at is None else window.closes_at + later,
    )


def last_instant(window: Window, rules: Rules) -> datetime | None:
    """The last instant at which anything is taken; None without one."""
    bounds = [window.closes_at]
    if rules.late is LateRule.REFUSE:
        bounds.append(window.due_at)
    return min((bound for bound in bounds if bound is not None), default=None)


def gate(window: Window, rules: Rules, begun: int, at: datetime) -> Gate:
    """Whether one more attempt may begin at `at`, after `begun` attempts."""
    if window.opens_at is not None and at < window.opens_at:
        return Gate.NOT_YET
    last = last_instant(window, rules)
    if last is not None and at >= last:
        return Gate.OVER
    if rules.attempts and begun >= rules.attempts:
        return Gate.NO_ATTEMPT_LEFT
    return Gate.OPEN


def time_limit(rules: Rules, grant: Grant) -> timedelta | None:
    """The learner's own time limit, None without one. Extra time means nothing without a limit."""
    if not rules.time_limit:
        return None
    usual = timedelta(seconds=rules.time_limit)
    return usual * grant.time_percent / 100 + timedelta(minutes=grant.extra_minutes)


def ends_at(started: datetime, window: Window, rules: Rules, grant: Grant) -> datetime:
    """The end of an attempt: by its time limit, or earlier where the quiz closes.

    `window` is the learner's own. Where neither says an end, `FORGOTTEN` after the start.
    """
    limit = time_limit(rules, grant)
    bounds = [None if limit is None else started + limit, last_instant(window, rules)]
    return min((bound for bound in bounds if bound is not None), default=started + FORGOTTEN)


def is_over(end: datetime | None, grace: timedelta, at: datetime) -> bool:
    """Whether nothing is taken any more: the end and the grace after it have passed."""
    return end is not None and at > end + grace


def days_late(due: datetime | None, submitted: datetime) -> int:
    """Days begun after the due date; 0 for what came in time."""
    if due is None or submitted <= due:
        return 0
    return math.ceil((submitted - due) / _DAY)


def late_share(due: datetime | None, submitted: datetime, rules: Rules) -> float:
    """The share of the score that lateness costs, 0..1."""
    if rules.late is not LateRule.PENALTY:
        return 0.0
    return min(1.0, rules.late_penalty * days_late(due, submitted))
