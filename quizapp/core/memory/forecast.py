"""What lies ahead: cards due by day, recall with its range, minutes of work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from math import ceil, fsum, sqrt
from typing import NamedTuple

from quizapp.core.memory.days import learner_day

_NINETY_PERCENT = 1.6448536269514722  # standard normal quantile of 0.95


class DueForecast(NamedTuple):
    """Cards due on days before today, and (day, number) for each day from today on."""

    overdue: int
    days: tuple[tuple[date, int], ...]


class RecallInterval(NamedTuple):
    """Share of facts expected to be recalled, with the range that holds it 9 times in 10."""

    mean: float
    low: float
    high: float


def due_forecast(
    dues: Sequence[datetime], today: date, days: int, zone: str, rollover: int = 4
) -> DueForecast:
    """Count due instants by the learner's days, for `days` days beginning with `today`.

    What fell due on an earlier day is overdue; what fell due earlier today belongs to today;
    what lies beyond the last day is left out. Raises ValueError for an unknown zone.
    """
    count = Counter(learner_day(due, zone, rollover) for due in dues)
    ahead = [today + timedelta(days=offset) for offset in range(days)]
    overdue = sum(number for day, number in count.items() if day < today)
    return DueForecast(overdue, tuple((day, count[day]) for day in ahead))


def recall_interval(recalls: Sequence[float]) -> RecallInterval:
    """Return mean and 90 % range of the share recalled, from each fact's own chance of recall.

    Facts are taken as independent, so the number recalled has mean sum(p) and variance
    sum(p * (1 - p)) (Poisson's binomial distribution). The range is the normal one with half a
    fact added to either side because facts are counted whole:
    (sum(p) -+ (1.645 * sqrt(sum(p * (1 - p))) + 0.5)) / n, kept within 0..1.
    It says how chance spreads, not how wrong the model may be.
    Raises ValueError for no facts or a chance outside 0..1.
    """
    if not recalls:
        raise ValueError("no facts, no recall to expect")
    if not all(0 <= recall <= 1 for recall in recalls):
        raise ValueError("a chance of recall lies between 0 and 1")
    number = len(recalls)
    expected = fsum(recalls)
    variance = fsum(recall * (1 - recall) for recall in recalls)
    half = _NINETY_PERCENT * sqrt(variance) + 0.5 if variance else 0.0
    low, high = (expected - half) / number, (expected + half) / number
    return RecallInterval(expected / number, max(low, 0.0), min(high, 1.0))


def minutes_for(answers: int, seconds_each: float) -> int:
    """Return the whole minutes that answers take, rounded up: at least 1 unless there are none."""
    return ceil(answers * seconds_each / 60)
