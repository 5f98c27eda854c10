"""Whole-day intervals: wanted retention, order of the buttons, fuzz."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256

from quizapp.core.memory.curve import days_until
from quizapp.core.memory.policy import Policy
from quizapp.core.memory.state import Rating

# Share of the part of an interval between two lengths in days: the spread that Anki uses too.
_FUZZ_PARTS = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.10), (20.0, float("inf"), 0.05))
_AGAIN, _HARD = Rating.AGAIN, Rating.HARD
_PASSES = (_HARD, Rating.GOOD, Rating.EASY)


def days_for(stability: float, policy: Policy) -> int:
    """Return the whole days after which recall has fallen to the wanted retention, at least 1."""
    days = round(days_until(policy.desired_retention, stability, policy.parameters))
    return min(max(days, 1), policy.maximum_interval_days)


@lru_cache(maxsize=8192)
def fuzz_range(days: int, maximum: int) -> tuple[int, int]:
    """Return the shortest and longest interval (days) that fuzz may make of one.

    A day to either side, and 15 % of the part between 2.5 and 7 days, 10 % of that between 7
    and 20, 5 % of the rest. Under 2.5 days nothing moves; what moves stays at 2 days or more.
    """
    if days < 2.5:
        return days, days
    delta = 1.0
    for start, end, share in _FUZZ_PARTS:
        delta += share * max(min(float(days), end) - start, 0.0)
    high = min(round(days + delta), maximum)
    return min(max(round(days - delta), 2), high), high


def chosen(days: Mapping[Rating, int], policy: Policy, seed: str) -> dict[Rating, int]:
    """Return the intervals the buttons offer: Again <= Hard < Good < Easy, fuzzed if so wanted.

    Only the given ratings are compared; a longer answer is pushed up until a day lies between
    it and the shorter one. The fuzz comes from the seed alone, one draw for all ratings, so the
    same answer with the same seed always gets the same interval.
    """
    if not days:
        return {}
    maximum = policy.maximum_interval_days
    draw = int.from_bytes(sha256(seed.encode()).digest()[:8], "big") if policy.fuzz else None
    result: dict[Rating, int] = {}
    floor = 1
    for rating in _PASSES:
        if rating in days:
            result[rating] = max(_moved(days[rating], maximum, draw), floor)
            floor = result[rating] + 1
    if floor > maximum + 1:
        _fit_under(result, maximum)
    if _AGAIN in days:
        again = _moved(days[_AGAIN], maximum, draw)
        result[_AGAIN] = min(again, result.get(_HARD, again))
    return result


def _moved(length: int, maximum: int, draw: int | None) -> int:
    """Return an interval moved within its range by a draw of 64 bits, or as it is without one."""
    if draw is None:
        return length
    low, high = fuzz_range(length, maximum)
    return low + (draw * (high - low + 1) >> 64)


def _fit_under(intervals: dict[Rating, int], maximum: int) -> None:
    """Let shorter intervals give way at the maximum, a day each, none under a day.

    A maximum under three days leaves no room for them to differ.
    """
    for rating in reversed(_PASSES):
        if rating in intervals:
            intervals[rating] = max(min(intervals[rating], maximum), 1)
            maximum = intervals[rating] - 1
