from __future__ import annotations

import math
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.memory.forecast import due_forecast, minutes_for, recall_interval

TODAY = date(2026, 4, 12)


def test_dues_are_counted_by_the_learners_days() -> None:
    nine = datetime(2026, 4, 12, 9, tzinfo=UTC)  # 04:00 in Lima: today begins
    second = timedelta(seconds=1)
    dues = [nine - second, nine - timedelta(days=30), nine, nine + timedelta(hours=24) - second]
    dues += [nine + timedelta(days=1), nine + timedelta(days=3) - second, nine + timedelta(days=3)]
    found = due_forecast(dues, TODAY, 3, "America/Lima", 4)
    overdue, days = found
    assert overdue == 2
    assert days == ((TODAY, 2), (TODAY + timedelta(days=1), 1), (TODAY + timedelta(days=2), 1))
    later = due_forecast(dues, TODAY, 3, "America/Lima", 5)
    assert later.overdue == 3


def test_an_empty_plan_lists_its_days() -> None:
    found = due_forecast([], TODAY, 14, "UTC", 4)
    assert found.overdue == 0
    assert [day for day, _ in found.days] == [TODAY + timedelta(days=n) for n in range(14)]
    assert {number for _, number in found.days} == {0}


@settings(deadline=None)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=60))
def test_the_range_holds_the_mean_and_stays_within_bounds(recalls: list[float]) -> None:
    mean, low, high = recall_interval(recalls)
    assert mean == pytest.approx(sum(recalls) / len(recalls))
    assert 0 <= low <= mean + 1e-12
    assert mean - 1e-12 <= high <= 1


def coverage(recalls: list[float]) -> float:
    """The exact chance that the share recalled lies in the range, fact by fact."""
    chances = [1.0]
    for p in recalls:
        padded = [0.0, *chances, 0.0]
        chances = [padded[k] * p + padded[k + 1] * (1 - p) for k in range(len(chances) + 1)]
    _, low, high = recall_interval(recalls)
    share = [k / len(recalls) for k in range(len(recalls) + 1)]
    near = 1e-9
    return sum(c for c, at in zip(chances, share, strict=True) if low - near <= at <= high + near)


def test_the_range_holds_nine_in_ten() -> None:
    chance = Random(3)
    found = []
    for facts in (1, 2, 3, 5, 10, 30, 100, 250):
        for _ in range(40):
            recalls = [chance.betavariate(5, 1) for _ in range(facts)]
            found.append((facts, coverage(recalls)))
    assert min(part for _, part in found) > 0.87
    large = [part for facts, part in found if facts >= 100]
    assert max(large) < 0.96  # and no wider than it has to be
    assert 0.9 <= sum(large) / len(large) <= 0.94


def test_certain_facts_have_no_range() -> None:
    assert recall_interval([1.0, 0.0, 1.0, 1.0]) == (0.75, 0.75, 0.75)


def test_the_range_narrows_with_the_number_of_facts() -> None:
    widths = [high - low for _, low, high in (recall_interval([0.8] * n) for n in (10, 40, 160))]
    assert widths[0] > 1.7 * widths[1] > 3 * widths[2]


@pytest.mark.parametrize("recalls", [[], [1.1], [-0.1], [math.nan]])
def test_what_has_no_recall_is_refused(recalls: list[float]) -> None:
    with pytest.raises(ValueError, match="recall"):
        recall_interval(recalls)


@pytest.mark.parametrize(
    ("answers", "seconds", "minutes"), [(0, 20, 0), (1, 5, 1), (18, 20, 6), (19, 20, 7)]
)
def test_minutes_are_rounded_up(answers: int, seconds: float, minutes: int) -> None:
    assert minutes_for(answers, seconds) == minutes
