"""What may be shown when, and when answers join the memory."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given

from quizapp.core.quizzes.reviewing import TELLING, Standing, joins_memory, moment, shown
from quizapp.core.quizzes.rules import Behaviour, Moment, Rules, Show
from tests.core.quizzes.test_rules import RULES

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)
OPEN = Standing(submitted=False, closes_at=NOON)
SENT = Standing(submitted=True, closes_at=LATER)


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        (OPEN, Moment.DURING),
        (SENT, Moment.AFTER),
        (Standing(submitted=True), Moment.AFTER),
        (Standing(submitted=True, closes_at=NOON), Moment.CLOSED),
        (Standing(submitted=True, closes_at=LATER, released_at=NOON), Moment.CLOSED),
        (Standing(submitted=True, released_at=LATER), Moment.AFTER),
        (Standing(submitted=False, released_at=NOON), Moment.DURING),
    ],
)
def test_the_moment(standing: Standing, expected: Moment) -> None:
    assert moment(standing, NOON) is expected


@pytest.mark.parametrize("behaviour", Behaviour)
def test_while_sitting_nothing_is_told_unless_answers_are_checked(behaviour: Behaviour) -> None:
    told = shown(Rules(behaviour=behaviour), OPEN, NOON)
    checked = behaviour in (Behaviour.IMMEDIATE, Behaviour.TRIES)
    assert told == (frozenset(Show) if checked else {Show.OWN})


def test_each_moment_shows_what_its_rule_says() -> None:
    rules = Rules(
        review={Moment.AFTER: frozenset({Show.OWN}), Moment.CLOSED: frozenset({Show.MARKS})}
    )
    assert shown(rules, SENT, NOON) == {Show.OWN}
    assert shown(rules, SENT, LATER) == {Show.MARKS}


@given(RULES)
def test_memory_never_moves_before_something_may_be_told(rules: Rules) -> None:
    assert not joins_memory(rules, OPEN, NOON)
    joined = joins_memory(rules, SENT, NOON)
    assert joined == bool(shown(rules, SENT, NOON) & TELLING)
    assert joins_memory(rules, SENT, LATER), "after closing nothing is held back"
