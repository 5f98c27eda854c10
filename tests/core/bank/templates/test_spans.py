from __future__ import annotations

from quizapp.core.bank.templates.spans import active_in_year, ends_and_duration
from tests.core.bank.at_hand import QUESTIONS, fact, polar_pools

POOLS = polar_pools()


def test_both_ends_and_the_length_are_asked() -> None:
    first, last, length = ends_and_duration(POOLS, fact("auk-years"))
    assert (first.key.value, last.key.value) == ("1880", "1883")
    assert (length.key.value, length.key.unit) == ("3", "years")
    assert "the voyage of the Auk" in length.stem


def test_vague_spans_and_points_have_no_ends() -> None:
    assert list(ends_and_duration(POOLS, fact("cuban-technicians-time", QUESTIONS))) == []
    assert list(ends_and_duration(POOLS, fact("founded"))) == []


def test_the_year_lies_inside_the_span() -> None:
    (asked,) = active_in_year(POOLS, fact("gannet-years"))
    year = int(asked.stem[-5:-1])
    assert 1894 < year < 1897
    assert asked.key.text == "the Gannet"
    assert list(active_in_year(POOLS, fact("petrel-years"))) == []


def test_a_length_of_two_years_is_counted_in_two_ways_and_not_asked() -> None:
    asked = ends_and_duration(POOLS, fact("french-air-mission-years", QUESTIONS))
    assert [item.key.value for item in asked] == ["1919", "1921"]
