from __future__ import annotations

from dataclasses import replace

from quizapp.core.bank.templates.compare import apart, came_before, came_first, event, largest
from quizapp.core.facts.truth import time_of
from quizapp.core.values.times import overlaps
from tests.core.bank.at_hand import QUESTIONS, fact, polar_pools

POOLS = polar_pools()


def test_only_what_is_dated_without_doubt_is_an_event() -> None:
    assert event(fact("founded"))
    assert event(fact("tern-years"))
    assert not event(fact("cuban-technicians-time", QUESTIONS))
    assert not event(fact("chairman"))
    assert not event(replace(fact("founded"), orderable=False))


def test_facts_that_overlap_are_neither_before_nor_after() -> None:
    asked = fact("tern-years")
    earlier, later = apart(POOLS, asked, "seed")
    assert "lantern-date" not in {item.id for item in (*earlier, *later)}
    assert {item.id for item in earlier} == {"founded"}
    assert all(not overlaps(time_of(item), time_of(asked)) for item in (*earlier, *later))


def test_the_first_is_first_and_the_last_is_last() -> None:
    (asked,) = came_first(POOLS, fact("founded"))
    assert asked.id == "founded.came-first.first"
    assert [option.text for option in asked.options if option.correct] == [fact("founded").named]
    (asked,) = came_first(POOLS, fact("dissolved"))
    assert asked.id == "dissolved.came-first.last"


def test_before_has_right_and_wrong_answers() -> None:
    (asked,) = came_before(POOLS, fact("petrel-years"))
    right = [option.fact for option in asked.options if option.correct]
    assert len(right) >= 2
    assert all(time_of(fact(name)).latest.year < 1888 for name in right)
    assert list(came_before(POOLS, fact("founded"))) == []


def test_the_largest_is_asked_only_where_two_are_smaller() -> None:
    (asked,) = largest(POOLS, fact("gannet-share"))
    assert asked.key.text == "the fourth voyage"
    assert list(largest(POOLS, fact("petrel-share"))) == []
    assert list(largest(POOLS, fact("sheets"))) == []
