"""What a learner may see of an attempt at a moment, and when its answers join the memory.

Right and wrong show through due dates: so what a quiz holds back joins the memory only when it
is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from quizapp.core.quizzes.rules import CHECKED_BEHAVIOURS, Moment, Rules, Show

TELLING = frozenset({Show.MARKS, Show.RIGHT, Show.FEEDBACK})
"""What tells right from wrong."""
NOTHING: frozenset[Show] = frozenset()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an attempt stands.

    `closes_at` is when its quiz closes for the learner, `released_at` when a teacher released
    the results; None where neither was set.
    """

    submitted: bool
    closes_at: datetime | None = None
    released_at: datetime | None = None


def moment(standing: Standing, at: datetime) -> Moment:
    """Which of the three moments it is."""
    if not standing.submitted:
        return Moment.DURING
    if standing.released_at is not None and at >= standing.released_at:
        return Moment.CLOSED
    closed = standing.closes_at is not None and at >= standing.closes_at
    return Moment.CLOSED if closed else Moment.AFTER


def shown(rules: Rules, standing: Standing, at: datetime) -> frozenset[Show]:
    """What may be shown at `at`.

    While sitting nothing but the own answer is shown where nothing is judged before submission.
    """
    now = moment(standing, at)
    allowed = rules.review.get(now, NOTHING)
    if now is Moment.DURING:
        checked = rules.behaviour in CHECKED_BEHAVIOURS
        return (allowed if checked else NOTHING) | {Show.OWN}
    return allowed


def joins_memory(rules: Rules, standing: Standing, at: datetime) -> bool:
    """Whether the answers of an attempt become memory now.

    At once where something that tells right from wrong is shown after submission; else when the
    quiz closes or its results are released, whatever is shown then.
    """
    if not standing.submitted:
        return False
    if moment(standing, at) is Moment.CLOSED:
        return True
    return bool(rules.review.get(Moment.AFTER, NOTHING) & TELLING)
