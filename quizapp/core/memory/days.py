"""Learner-local days: a day begins when the wall clock reaches the rollover hour.

Days never run backwards. Where the clock skips the rollover hour, the day begins at the jump;
where the hour is shown twice, it begins at the first showing.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

_ONE_DAY = timedelta(days=1)


@lru_cache(maxsize=1024)
def zone_named(name: str) -> ZoneInfo:
    """Return the time zone of an IANA name such as "America/Lima".

    Raises ValueError where the name is unknown.
    """
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:  # the three ways zoneinfo says "unknown"
        raise ValueError(f"unknown time zone: {name!r}") from error


def learner_day(at: datetime, zone: str, rollover_hour: int = 4) -> date:
    """Return the learner's day at an instant: the last day that has begun by then.

    `at` carries an offset; `rollover_hour` is 0..23 on the wall clock of `zone`.
    Raises ValueError for an unknown zone, an hour out of range or an instant without offset.
    """
    if at.tzinfo is None:
        raise ValueError("the instant carries no offset from UTC")
    local = at.astimezone(zone_named(zone))
    day = (local - _hours(rollover_hour)).date()
    if local.fold and day_start(day + _ONE_DAY, zone, rollover_hour) <= at:
        return day + _ONE_DAY
    return day


@lru_cache(maxsize=8192)
def day_start(day: date, zone: str, rollover_hour: int = 4) -> datetime:
    """Return the instant (UTC) at which the learner's day begins.

    It is the first instant at which the wall clock of `zone` shows the rollover hour of `day` or
    anything later. Raises ValueError as `learner_day` does.
    """
    wall = datetime.combine(day, time()) + _hours(rollover_hour)
    place = zone_named(zone)
    start = wall.replace(tzinfo=place).astimezone(UTC)
    if start.astimezone(place).replace(tzinfo=None) == wall:
        return start
    before = wall.replace(tzinfo=place, fold=1).astimezone(UTC)
    return _jump_between(before, start, place)


@lru_cache(maxsize=32)
def _hours(rollover_hour: int) -> timedelta:
    if not 0 <= rollover_hour <= 23:
        raise ValueError(f"the rollover hour is 0 to 23, not {rollover_hour}")
    return timedelta(hours=rollover_hour)


def _jump_between(before: datetime, after: datetime, place: ZoneInfo) -> datetime:
    """Find the second at which the offset changes between two instants around a skipped hour."""
    offset = before.astimezone(place).utcoffset()
    low, high = int(before.timestamp()), int(after.timestamp())
    while high - low > 1:
        middle = (low + high) // 2
        if datetime.fromtimestamp(middle, place).utcoffset() == offset:
            low = middle
        else:
            high = middle
    return datetime.fromtimestamp(high, UTC)
