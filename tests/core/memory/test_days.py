from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.memory.days import day_start, learner_day

ZONES = (
    "UTC",
    "America/Lima",
    "Europe/London",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "Pacific/Chatham",
    "America/Havana",
    "Australia/Lord_Howe",
    "Antarctica/Troll",
)
QUARTER = timedelta(minutes=15)


def first_showing(day: date, zone: str, hour: int) -> datetime:
    """Walk the wall clock in quarters of an hour until it first shows the hour of the day."""
    place, goal = ZoneInfo(zone), datetime(day.year, day.month, day.day, hour)  # noqa: DTZ001
    at = goal.replace(tzinfo=UTC) - timedelta(hours=40)
    while at.astimezone(place).replace(tzinfo=None) < goal:
        at += QUARTER
    return at


@pytest.mark.parametrize(
    ("at", "zone", "hour", "day"),
    [
        ("2026-04-12T08:59:59+00:00", "America/Lima", 4, date(2026, 4, 11)),
        ("2026-04-12T09:00:00+00:00", "America/Lima", 4, date(2026, 4, 12)),
        ("2026-04-12T22:14:59+00:00", "Asia/Kathmandu", 4, date(2026, 4, 12)),
        ("2026-04-12T22:15:00+00:00", "Asia/Kathmandu", 4, date(2026, 4, 13)),
        ("2026-04-12T03:30:00+02:00", "UTC", 0, date(2026, 4, 12)),
        ("2026-04-12T01:30:00+02:00", "UTC", 0, date(2026, 4, 11)),
        # the clock of Chatham is 12:45 ahead in winter, 13:45 in summer
        ("2026-07-01T15:14:59+00:00", "Pacific/Chatham", 4, date(2026, 7, 1)),
        ("2026-07-01T15:15:00+00:00", "Pacific/Chatham", 4, date(2026, 7, 2)),
        ("2026-01-01T14:15:00+00:00", "Pacific/Chatham", 4, date(2026, 1, 2)),
        # Samoa had no 30 December 2011
        ("2011-12-30T09:59:59+00:00", "Pacific/Apia", 0, date(2011, 12, 29)),
        ("2011-12-30T10:00:00+00:00", "Pacific/Apia", 0, date(2011, 12, 31)),
    ],
)
def test_the_day_turns_at_the_rollover_hour(at: str, zone: str, hour: int, day: date) -> None:
    assert learner_day(datetime.fromisoformat(at), zone, hour) == day


@pytest.mark.parametrize(
    ("day", "zone", "hour", "start"),
    [
        (date(2026, 4, 12), "America/Lima", 4, "2026-04-12T09:00:00+00:00"),
        # London skips 01:00-02:00 on 29 March and shows it twice on 25 October
        (date(2026, 3, 29), "Europe/London", 1, "2026-03-29T01:00:00+00:00"),
        (date(2026, 3, 29), "Europe/London", 4, "2026-03-29T03:00:00+00:00"),
        (date(2026, 10, 25), "Europe/London", 1, "2026-10-25T00:00:00+00:00"),
        (date(2026, 10, 25), "Europe/London", 4, "2026-10-25T04:00:00+00:00"),
        # Havana skips midnight itself
        (date(2026, 3, 8), "America/Havana", 0, "2026-03-08T05:00:00+00:00"),
        # Troll shows 01:00-03:00 twice: its day begins at the first 02:00 and stays begun
        (date(2026, 10, 25), "Antarctica/Troll", 2, "2026-10-25T00:00:00+00:00"),
        (date(2011, 12, 30), "Pacific/Apia", 4, "2011-12-30T10:00:00+00:00"),
    ],
)
def test_a_day_begins_at_an_instant(day: date, zone: str, hour: int, start: str) -> None:
    assert day_start(day, zone, hour) == datetime.fromisoformat(start)
    assert day_start(day, zone, hour).utcoffset() == timedelta()


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("hour", [0, 1, 2, 3, 4, 23])
def test_days_begin_when_the_wall_clock_first_shows_the_hour(zone: str, hour: int) -> None:
    turns = [date(2026, 3, 8), date(2026, 3, 29), date(2026, 4, 5), date(2026, 9, 27)]
    turns += [date(2026, 10, 4), date(2026, 10, 25), date(2026, 11, 1), date(2011, 12, 30)]
    for turn in turns:
        for offset in (-1, 0, 1):
            day = turn + timedelta(days=offset)
            assert day_start(day, zone, hour) == first_showing(day, zone, hour)


@settings(max_examples=300, deadline=None)
@given(
    at=st.datetimes(datetime(2005, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    zone=st.sampled_from(ZONES),
    hour=st.integers(0, 23),
    later=st.timedeltas(timedelta(), timedelta(days=3)),
)
def test_every_instant_lies_in_its_own_day(
    at: datetime, zone: str, hour: int, later: timedelta
) -> None:
    day = learner_day(at, zone, hour)
    assert day_start(day, zone, hour) <= at < day_start(day + timedelta(days=1), zone, hour)
    assert learner_day(at + later, zone, hour) >= day


def test_days_never_run_backwards_when_the_clock_does() -> None:
    at, seen = datetime(2026, 10, 24, 22, tzinfo=UTC), []
    while at < datetime(2026, 10, 25, 5, tzinfo=UTC):
        seen.append(learner_day(at, "Antarctica/Troll", 2))
        at += QUARTER
    assert seen == sorted(seen)
    assert set(seen) == {date(2026, 10, 24), date(2026, 10, 25)}


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../etc/passwd", "America", "Lima\0", "/etc"])
def test_an_unknown_zone_is_refused(zone: str) -> None:
    with pytest.raises(ValueError, match="unknown time zone"):
        learner_day(datetime(2026, 4, 12, tzinfo=UTC), zone)
    with pytest.raises(ValueError, match="unknown time zone"):
        day_start(date(2026, 4, 12), zone)


@pytest.mark.parametrize("hour", [-1, 24])
def test_an_hour_off_the_clock_is_refused(hour: int) -> None:
    with pytest.raises(ValueError, match="rollover hour"):
        learner_day(datetime(2026, 4, 12, tzinfo=UTC), "UTC", hour)
    with pytest.raises(ValueError, match="rollover hour"):
        day_start(date(2026, 4, 12), "UTC", hour)


def test_an_instant_without_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        learner_day(datetime(2026, 4, 12), "UTC")  # noqa: DTZ001
