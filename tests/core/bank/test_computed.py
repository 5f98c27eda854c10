from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.bank.computed import comparable, era, numbers, times
from quizapp.core.bank.faces import forward
from quizapp.core.facts.truth import disjoint, quantity_of, reach
from quizapp.core.values.numbers import parse_value
from quizapp.core.values.times import overlaps, parse_edtf
from tests.core.bank.at_hand import POLAR, QUESTIONS, fact, material

ERA = (date(1850, 1, 1), date(1992, 9, 30))
YEAR = fact("founded")
FIGURE = fact("soviet-mission-size", QUESTIONS)


@given(st.integers(1880, 1985))
def test_no_computed_year_is_the_key_or_lies_outside_the_era(year: int) -> None:
    asked = replace(YEAR, value=str(year), answer=str(year))
    found = list(times(forward(asked), ERA))
    assert found
    for item in found:
        assert item.text != str(year)
        assert 1850 <= int(item.text) <= 1992


@given(st.integers(1880, 1960), st.integers(1, 25))
def test_no_computed_span_meets_the_key(start: int, years: int) -> None:
    value = f"{start}/{start + years}"
    asked = replace(YEAR, kind=fact("tern-years").kind, value=value, answer="x")
    for item in times(forward(asked), ERA):
        assert not overlaps(parse_edtf(item.value), parse_edtf(value))


@given(st.integers(1, 10**7), st.sampled_from(["", "about", "almost", "over", "up-to"]))
def test_no_computed_number_is_true(number: int, approx: str) -> None:
    asked = replace(FIGURE, value=str(number), approx=approx, answer=f"{number:,}")
    own = quantity_of(asked)
    for item in numbers(forward(asked)):
        other = parse_value(item.value, asked.unit, approx)
        assert disjoint(reach(own), reach(other))
        assert not (approx == "over" and other.low < own.low)
        assert not (approx == "up-to" and other.low > own.low)
        assert item.text == f"{other.low:,}"


def test_percentages_stay_below_a_hundred() -> None:
    found = list(numbers(forward(fact("share-soviet-union", QUESTIONS))))
    assert found
    assert all(float(item.value) <= 100 for item in found)


def test_the_era_is_that_of_the_source() -> None:
    (source,), facts = material(POLAR)
    assert era(source, facts) == (date(1851, 1, 1), date(1902, 12, 31))
    assert era(source, []) == (date.min, date.min)
    undated = replace(source, as_of="")
    assert era(undated, facts)[1] == date(1902, 12, 31)


def test_a_number_of_another_size_is_not_comparable() -> None:
    assert comparable(FIGURE, parse_value("79"))
    assert not comparable(FIGURE, parse_value("9000"))


def test_the_first_year_of_the_era_still_counts() -> None:
    asked = replace(YEAR, value="1880", answer="1880")
    found = {item.text for item in times(forward(asked), ERA)}
    assert "1850" in found
    assert "1855" in found
    assert "1849" not in {item.text for item in times(forward(asked), (date(1850, 1, 2), ERA[1]))}
    assert "1850" not in {item.text for item in times(forward(asked), (date(1850, 1, 2), ERA[1]))}


def test_computed_years_are_near_but_never_next_door() -> None:
    asked = replace(YEAR, value="1920", answer="1920")
    gaps = {abs(int(item.text) - 1920) for item in times(forward(asked), ERA)}
    assert min(gaps) == 5
    assert max(gaps) == 30
    assert any(gap % 10 == 0 for gap in gaps)


def test_computed_numbers_are_as_round_as_the_key() -> None:
    found = [int(item.text.replace(",", "")) for item in numbers(forward(FIGURE))]
    assert all(number % 10 == 0 for number in found)
    assert 325 not in found
    assert 980 in found
    small = [item.text for item in numbers(forward(fact("us-training-longest", QUESTIONS)))]
    assert small == ["up to 2 years", "up to 3 years"]
    shares = [item.text for item in numbers(forward(fact("share-italy", QUESTIONS)))]
    assert shares[:3] == ["1 percent", "2 percent", "3 percent"]


def test_a_computed_month_keeps_its_year_right() -> None:
    found = {item.text: item.value for item in times(forward(fact("lantern-date")), ERA)}
    assert found["August 1875"] == "1875-08"
    assert found["January 1876"] == "1876-01"
    assert found["October 1874"] == "1874-10"
    assert "March 1875" not in found


def test_a_long_span_moves_beyond_its_own_ends() -> None:
    span = replace(fact("tern-years"), value="1900/1940", answer="1900–40")
    found = {item.text for item in times(forward(span), (date(1800, 1, 1), date(1999, 12, 31)))}
    assert {"1945–85", "1855–95", "1950–90"} <= found
    assert "1941–81" not in found
    assert len(found) == 11 + 8, "all before, and those behind that end in time"


def test_what_is_said_in_decades_moves_by_decades_and_the_rest_by_years() -> None:
    early = fact("soviet-reduced-by", QUESTIONS)
    found = {item.text for item in times(forward(replace(early, never_times=())), ERA)}
    assert {"early 1985", "early 1984", "early 1981"} <= found
    middle = fact("us-training-units-from", QUESTIONS)
    found = {item.text for item in times(forward(replace(middle, never_times=())), ERA)}
    assert found
    assert all(re.fullmatch(r"the mid-\d{3}0s", text) for text in found), found
