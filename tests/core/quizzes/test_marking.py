"""Marks by behaviour, the table of certainty, and what counts of several tries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.quizzes.marking import (
    CERTAINTIES,
    FAIRLY,
    Given,
    counted,
    is_settled,
    mark,
    total,
    tries_used,
)
from quizapp.core.quizzes.rules import Behaviour, Rules

DEFERRED = Rules(behaviour=Behaviour.DEFERRED)
IMMEDIATE = Rules(behaviour=Behaviour.IMMEDIATE)
TRIES = Rules(behaviour=Behaviour.TRIES, tries=3, try_penalty=0.25)
CERTAINTY = Rules(behaviour=Behaviour.CERTAINTY)
RIGHT, WRONG = Given(1.0), Given(0.0)


def tried(*scores: float) -> list[Given]:
    """Checked answers one after another."""
    return [Given(score, checked=True) for score in scores]


def test_nothing_given_earns_nothing() -> None:
    for rules in (DEFERRED, IMMEDIATE, TRIES, CERTAINTY):
        assert mark(rules, [], 5) == 0
        assert counted(rules, []) is None
        assert not is_settled(rules, [])


def test_deferred_the_last_answer_counts() -> None:
    assert mark(DEFERRED, [RIGHT, WRONG], 2) == 0
    assert mark(DEFERRED, [WRONG, RIGHT], 2) == 2
    assert counted(DEFERRED, [RIGHT, WRONG, Given(0.5)]) == 2
    assert not is_settled(DEFERRED, [RIGHT])


def test_immediate_the_checked_answer_counts_and_settles() -> None:
    given = [WRONG, *tried(0.5), RIGHT]
    assert is_settled(IMMEDIATE, given)
    assert mark(IMMEDIATE, given, 2) == 1
    assert counted(IMMEDIATE, given) == 1
    assert tries_used(given) == 1
    assert mark(IMMEDIATE, [WRONG, RIGHT], 2) == 2, "saved, never checked: the last one counts"


@pytest.mark.parametrize(
    ("given", "worth", "index", "settled"),
    [
        (tried(1), 1.0, 0, True),
        (tried(0, 1), 0.75, 1, True),
        (tried(0, 0, 1), 0.5, 2, True),
        (tried(0, 0, 0), 0.0, 0, True),
        (tried(0.5, 0), 0.5, 0, False),
        (tried(0, 0.5), 0.25, 1, False),
        ([*tried(0), RIGHT], 0.75, 1, False),
        ([*tried(0, 0, 0), RIGHT], 0.0, 0, True),
        ([Given(1.0, checked=True, hints=1)], 0.75, 0, True),
        ([WRONG, RIGHT], 1.0, 1, False),
    ],
)
def test_each_further_try_costs_and_the_best_counts(
    *, given: list[Given], worth: float, index: int, settled: bool
) -> None:
    assert mark(TRIES, given, 1) == pytest.approx(worth)
    assert counted(TRIES, given) == index
    assert is_settled(TRIES, given) is settled


@pytest.mark.parametrize(
    ("certainty", "right", "wrong"),
    [("guessing", 1, 0), (FAIRLY, 2, -2), ("sure", 3, -6), ("", 1, 0)],
)
def test_the_table_of_certainty(certainty: str, right: int, wrong: int) -> None:
    assert mark(CERTAINTY, [Given(1.0, certainty=certainty)], 3) == pytest.approx(right)
    assert mark(CERTAINTY, [Given(0.0, certainty=certainty)], 3) == pytest.approx(wrong)
    assert mark(CERTAINTY, [Given(0.5, certainty=certainty)], 3) == pytest.approx(right / 2)
    assert mark(CERTAINTY, [Given(0.0, empty=True, certainty=certainty)], 3) == 0


def test_levels_of_certainty_have_their_names_and_none_is_said_unasked() -> None:
    assert CERTAINTIES == ("guessing", "fairly", "sure")
    assert Given(1.0).certainty == ""


def test_edges_of_right_and_wrong() -> None:
    nearly = Given(1 - 1e-9, checked=True)
    assert is_settled(TRIES, [nearly]), "rounding does not cost a try"
    assert not is_settled(DEFERRED, tried(1)), "nothing settles before submission"
    assert mark(CERTAINTY, [Given(1e-9, certainty="sure")], 3) == pytest.approx(-6)
    hinted = Given(0.5, checked=True, hints=3)
    assert mark(TRIES, [hinted], 1) == 0, "hints cost no more than the question earns"
    assert mark(TRIES, [Given(1.0, hints=1)], 1) == 0.75, "a hint costs though nothing was checked"


def test_honesty_pays_at_every_chance_of_being_right() -> None:
    """Saying what one believes is worth most: guessing below 2/3, sure above 4/5."""

    def expected(certainty: str, chance: float) -> float:
        right = mark(CERTAINTY, [Given(1.0, certainty=certainty)], 3)
        wrong = mark(CERTAINTY, [Given(0.0, certainty=certainty)], 3)
        return chance * right + (1 - chance) * wrong

    best = {
        percent: max(CERTAINTIES, key=lambda one: expected(one, percent / 100))
        for percent in range(101)
    }
    assert all(best[percent] == "guessing" for percent in range(67))
    assert all(best[percent] == FAIRLY for percent in range(67, 80))
    assert all(best[percent] == "sure" for percent in range(81, 101))


def test_a_total_is_never_below_nothing_and_loses_its_share_for_lateness() -> None:
    assert total([1.0, -6.0], 0.0) == 0
    assert total([3.0, 2.0], 0.1) == pytest.approx(4.5)
    assert total([3.0], 1.0) == 0


RESPONSES = st.lists(
    st.builds(Given, st.sampled_from((0.0, 0.25, 0.5, 1.0)), checked=st.booleans()), max_size=6
)


@given(RESPONSES, st.sampled_from(Behaviour), st.integers(1, 4), st.floats(0, 1))
def test_a_mark_stays_within_its_points_and_one_response_stands_behind_it(
    given: list[Given], behaviour: Behaviour, tries: int, penalty: float
) -> None:
    rules = Rules(behaviour=behaviour, tries=tries, try_penalty=penalty)
    worth, index = mark(rules, given, 2.0), counted(rules, given)
    assert worth <= 2.0
    assert worth >= 0 or behaviour is Behaviour.CERTAINTY
    assert (index is None) == (not given)
    if index is not None and behaviour is not Behaviour.CERTAINTY:
        assert worth <= 2.0 * given[index].score + 1e-9


@given(RESPONSES, RESPONSES)
def test_what_comes_after_a_settled_question_changes_nothing(
    given: list[Given], after: list[Given]
) -> None:
    for rules in (IMMEDIATE, TRIES):
        if is_settled(rules, given):
            assert mark(rules, given + after, 1.0) >= mark(rules, given, 1.0) - 1e-9
