"""When an attempt may begin, when it ends, whether it was late."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.quizzes.rules import LateRule, Rules
from quizapp.core.quizzes.timing import (
    USUAL,
    Gate,
    Grant,
    Window,
    days_late,
    ends_at,
    gate,
    is_over,
    last_instant,
    late_share,
    time_limit,
    window_for,
)

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
WINDOW = Window(NOON - HOUR, NOON + HOUR, NOON + 2 * HOUR)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("at", "begun", "late", "expected"),
    [
        (NOON - HOUR - SECOND, 0, LateRule.ACCEPT, Gate.NOT_YET),
        (NOON - HOUR, 0, LateRule.ACCEPT, Gate.OPEN),
        (NOON, 1, LateRule.ACCEPT, Gate.NO_ATTEMPT_LEFT),
        (NOON + HOUR, 0, LateRule.ACCEPT, Gate.OPEN),
        (NOON + HOUR, 0, LateRule.PENALTY, Gate.OPEN),
        (NOON + HOUR - SECOND, 0, LateRule.REFUSE, Gate.OPEN),
        (NOON + HOUR, 0, LateRule.REFUSE, Gate.OVER),
        (NOON + 2 * HOUR - SECOND, 0, LateRule.ACCEPT, Gate.OPEN),
        (NOON + 2 * HOUR, 0, LateRule.ACCEPT, Gate.OVER),
        (NOON + 2 * HOUR, 5, LateRule.ACCEPT, Gate.OVER),
    ],
)
def test_the_gate_opens_and_closes_to_the_second(
    at: datetime, begun: int, late: LateRule, expected: Gate
) -> None:
    assert gate(WINDOW, Rules(attempts=1, late=late), begun, at) is expected


def test_without_bounds_a_quiz_is_open_as_often_as_one_likes() -> None:
    assert gate(Window(), Rules(attempts=0), 50, NOON) is Gate.OPEN
    assert ends_at(NOON, Window(), Rules(), Grant()) == NOON + timedelta(days=14)
    assert not is_over(None, timedelta(), NOON)


def test_time_and_a_half_and_five_minutes_more() -> None:
    rules, grant = Rules(time_limit=600), Grant(150, 5, 0)
    assert time_limit(rules, grant) == timedelta(minutes=20)
    assert time_limit(rules, Grant()) == timedelta(minutes=10)
    assert time_limit(Rules(), grant) is None


def test_an_attempt_ends_by_its_limit_or_when_the_quiz_closes() -> None:
    rules = Rules(time_limit=3600)
    assert ends_at(NOON, WINDOW, rules, Grant()) == NOON + HOUR
    begun = NOON + timedelta(minutes=90)
    assert ends_at(begun, WINDOW, rules, Grant()) == NOON + 2 * HOUR
    refusing = Rules(time_limit=3600, late=LateRule.REFUSE)
    assert ends_at(NOON + HOUR / 2, WINDOW, refusing, Grant()) == NOON + HOUR
    assert last_instant(Window(due_at=NOON), refusing) == NOON
    assert last_instant(Window(due_at=NOON), rules) is None


def test_granted_days_move_due_and_closing_but_not_the_opening() -> None:
    own = window_for(WINDOW, Grant(due_days=2))
    assert own == Window(
        NOON - HOUR, NOON + HOUR + timedelta(days=2), NOON + 2 * HOUR + timedelta(days=2)
    )
    assert window_for(Window(), Grant(due_days=2)) == Window()


def test_grace_is_left_for_what_is_under_way() -> None:
    grace = timedelta(seconds=30)
    assert not is_over(NOON, grace, NOON + grace)
    assert is_over(NOON, grace, NOON + grace + timedelta(microseconds=1))


@pytest.mark.parametrize(
    ("after", "days"),
    [
        (timedelta(), 0),
        (-HOUR, 0),
        (SECOND, 1),
        (timedelta(days=1), 1),
        (timedelta(days=1, seconds=1), 2),
    ],
)
def test_days_late_are_days_begun(after: timedelta, days: int) -> None:
    assert days_late(NOON, NOON + after) == days
    assert days_late(None, NOON + after) == 0


def test_lateness_costs_only_where_the_rules_say_so_and_never_more_than_all() -> None:
    rules = Rules(late=LateRule.PENALTY, late_penalty=0.1)
    assert late_share(NOON, NOON + timedelta(days=2, seconds=1), rules) == pytest.approx(0.3)
    assert late_share(NOON, NOON + timedelta(days=30), rules) == 1.0
    assert late_share(NOON, NOON + timedelta(days=30), Rules(late=LateRule.ACCEPT)) == 0.0
    assert late_share(NOON, NOON, rules) == 0.0


@given(
    st.integers(0, 7200),
    st.integers(100, 300),
    st.integers(0, 60),
    st.integers(0, 5),
    st.sampled_from(LateRule),
)
def test_a_grant_never_ends_an_attempt_earlier(
    limit: int, percent: int, minutes: int, days: int, late: LateRule
) -> None:
    rules, grant = Rules(time_limit=limit, late=late), Grant(percent, minutes, days)
    usual = ends_at(NOON, WINDOW, rules, Grant())
    own = ends_at(NOON, window_for(WINDOW, grant), rules, grant)
    assert own >= usual


def test_nothing_is_granted_unasked() -> None:
    assert USUAL == Grant(time_percent=100, extra_minutes=0, due_days=0) == Grant()


def test_early_is_not_late_by_less_than_nothing() -> None:
    assert days_late(NOON, NOON - timedelta(days=3)) == 0


def test_gates_are_called_by_words_that_pages_and_logs_keep() -> None:
    assert [str(one) for one in Gate] == ["open", "not_yet", "over", "no_attempt_left"]
