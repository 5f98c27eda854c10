"""Whole-day intervals: wanted retention, order of the buttons, fuzz."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from quizapp.core.memory.curve import days_until
from quizapp.core.memory.policy import Policy
from quizapp.core.memory.state import Rating

# Share of the part of an interval between two lengths in days: the spread that Anki uses too.
_FUZZ_PARTS = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.10), (20.0, float("inf"), 0.05))


def days_for(stability: float, policy: Policy) -> int:
    """Return the whole days after which recall has fallen to the wanted retention, at least 1."""
    days = round(days_until(policy.desired_retention, stability, policy.parameters))
    return min(max(days, 1), policy.maximum_interval_days)


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


def ordered(days: Mapping[Rating, int], maximum: int) -> dict[Rating, int]:
    """Return the intervals so that Again <= Hard < Good < Easy, each a day apart at least.

    Only the given ratings are compared. Longer answers are pushed up; at `maximum` the shorter
    ones give way, and none falls under a day (a maximum under 3 days leaves no room to differ).
    """
    result: dict[Rating, int] = {}
    floor = 1
    for rating in (Rating.HARD, Rating.GOOD, Rating.EASY):
        if rating in days:
            result[rating] = max(days[rating], floor)
            floor = result[rating] + 1
    ceiling = maximum
    for rating in (Rating.EASY, Rating.GOOD, Rating.HARD):
        if rating in result:
            result[rating] = max(min(result[rating], ceiling), 1)
            ceiling = result[rating] - 1
    if Rating.AGAIN in days:
        result[Rating.AGAIN] = min(days[Rating.AGAIN], result.get(Rating.HARD, maximum))
    return result


def chosen(days: Mapping[Rating, int], policy: Policy, seed: str) -> dict[Rating, int]:
    """Return the intervals the buttons offer: ordered and, where the policy says so, fuzzed.

    The fuzz comes from the seed alone, one draw for all ratings, so a better answer never gets
    the shorter interval and the same answer always gets the same one.
    """
    maximum = policy.maximum_interval_days
    plain = ordered(days, maximum)
    if not policy.fuzz:
        return plain
    draw = int.from_bytes(sha256(seed.encode()).digest()[:8], "big")
    moved: dict[Rating, int] = {}
    for rating, length in plain.items():
        low, high = fuzz_range(length, maximum)
        moved[rating] = low + ((draw * (high - low + 1)) >> 64)
    return ordered(moved, maximum)
