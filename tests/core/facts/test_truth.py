from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.facts.truth import (
    barred_pairs,
    by_truth_group,
    disjoint,
    entailed,
    quantity_of,
    reach,
    time_of,
    times_apart,
)
from quizapp.core.values.numbers import parse_value
from tests.core.bank.at_hand import POLAR, fact, material


@pytest.mark.parametrize(
    ("approx", "low", "high"),
    [
        ("", 100, 100),
        ("about", 90, 110),
        ("almost", 93, 100),
        ("over", 100, 110),
        ("at-least", 100, 110),
        ("perhaps", 90, 110),
        ("up-to", 100, 100),
    ],
)
def test_a_hedge_widens_a_number(approx: str, low: int, high: int) -> None:
    assert reach(parse_value("100", "t", approx)) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(("above", "below"), [("over", "up-to"), ("at-least", "at-most")])
def test_over_20_is_also_over_10_and_up_to_20_is_also_up_to_30(above: str, below: str) -> None:
    ten, thirty = (Decimal(10), Decimal(10)), (Decimal(30), Decimal(30))
    over, up_to = parse_value("20", "t", above), parse_value("20", "t", below)
    assert not disjoint(entailed(over), ten)
    assert disjoint(entailed(over), thirty)
    assert disjoint(entailed(up_to), ten)
    assert not disjoint(entailed(up_to), thirty)


numbers = st.integers(0, 50).map(Decimal)
intervals = st.tuples(numbers, numbers).map(lambda pair: (min(pair), max(pair)))


@given(intervals, intervals)
def test_disjoint_means_no_number_in_both(
    a: tuple[Decimal, Decimal], b: tuple[Decimal, Decimal]
) -> None:
    both = [n for n in range(51) if a[0] <= n <= a[1] and b[0] <= n <= b[1]]
    assert disjoint(a, b) == (not both)


def test_times_and_figures_of_facts_are_read() -> None:
    assert time_of(fact("tern-years")).earliest.year == 1874
    assert quantity_of(fact("givers")).low == 1200
    assert not times_apart(time_of(fact("tern-years")), [time_of(fact("lantern-date"))])
    assert times_apart(time_of(fact("tern-years")), [time_of(fact("auk-years"))])


def test_groups_hold_all_facts_once() -> None:
    _, facts = material(POLAR)
    groups = by_truth_group(facts)
    assert sum(len(group) for group in groups.values()) == len(facts)


def test_what_may_not_stand_beside_one_may_not_beside_its_group() -> None:
    first, other = fact("auk-turned"), fact("petrel-turned")
    twin = replace(first, id="auk-turned-too")
    barring = replace(other, never_beside=("auk-turned",))
    pairs = barred_pairs([first, twin, barring])
    assert ("auk-turned", "auk-turned-too") in pairs
    assert ("auk-turned", "petrel-turned") in pairs
    assert ("auk-turned-too", "petrel-turned") in pairs
    assert ("petrel-turned", "auk-turned") in pairs
    assert ("petrel-turned", "auk-turned-too") not in pairs
    assert not [pair for pair in barred_pairs([first, other]) if pair[0] != pair[1]]


def test_what_disagrees_with_a_fact_is_no_wrong_answer_to_it() -> None:
    first, other = fact("auk-turned"), fact("petrel-turned")
    said = replace(other, disagrees_with=("auk-turned",), disagreement="Two logs, two days.")
    assert {("auk-turned", "petrel-turned"), ("petrel-turned", "auk-turned")} <= barred_pairs(
        [first, said]
    )
