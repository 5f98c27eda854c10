from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from quizapp.core.bank.candidates import Pools, make_pools
from quizapp.core.bank.templates.compare import apart, came_before, came_first, event, largest
from quizapp.core.facts.model import Fact
from quizapp.core.facts.truth import time_of
from quizapp.core.values.times import overlaps
from tests.core.bank.at_hand import POLAR, QUESTIONS, fact, material, polar_pools

POOLS = polar_pools()


def test_only_what_is_dated_without_doubt_is_an_event() -> None:
    assert event(fact("founded"))
    assert event(fact("tern-years"))
    assert not event(fact("cuban-technicians-time", QUESTIONS))
    assert not event(fact("chairman"))
    assert not event(replace(fact("founded"), orderable=False))


@pytest.mark.parametrize(
    ("value", "dated"),
    [("1871-05", True), ("1871-05-03", True), ("1871~", False), ("1871?", False), ("187X", False)],
)
def test_a_day_a_month_and_a_year_without_doubt_are_dates(value: str, *, dated: bool) -> None:
    assert event(replace(fact("founded"), value=value)) is dated


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
    assert asked.template == "came-before/1"
    assert list(came_before(POOLS, fact("founded"))) == []
    assert list(came_before(POOLS, fact("tern-years"))) == [], "one came before, not two"


def test_the_largest_is_asked_only_where_two_are_smaller() -> None:
    (asked,) = largest(POOLS, fact("gannet-share"))
    assert asked.key.text == "the fourth voyage"
    assert asked.template == "largest/1"
    assert list(largest(POOLS, fact("petrel-share"))) == []
    assert list(largest(POOLS, fact("sheets"))) == []


def pools_of(*facts: Fact) -> Pools:
    source, *_ = material(POLAR)[0]
    return make_pools([source, replace(source, id="other")], facts)


def held(name: str, value: str, cue: str, **changes: Any) -> Fact:
    return replace(fact("founded"), id=name, subject=name, value=value, cue=cue, **changes)


def around(asked: Fact, *others: Fact) -> list[str]:
    earlier, later = apart(pools_of(asked, *others), asked, "seed")
    return [item.id for item in (*earlier, *later)]


def test_events_that_could_be_taken_for_another_are_left_out() -> None:
    asked = held("asked", "1880-05-03", "the feast")
    assert around(asked, held("next", "1880-05-04", "the war")) == ["next"]
    assert around(asked, held("same", "1880-05-03", "the war")) == []
    assert around(asked, held("twin", "1880-05-04", "the feast of May")) == []
    assert around(asked, held("far", "1880-05-04", "the war", source="other")) == []
    two = (held("war", "1880-05-04", "the war"), held("wars", "1880-05-05", "the war of May"))
    assert len(around(asked, *two)) == 1


def carried(name: str, value: str, **changes: Any) -> Fact:
    changed = {"subject": name, "ask_largest": "Which carried most?", "cue": name, **changes}
    return replace(fact("tern-sailors"), id=name, value=value, reverse_answer="", **changed)


def test_the_largest_is_larger_by_more_than_its_hedge() -> None:
    asked = carried("asked", "100", approx="about")
    small = (carried("auk", "40"), carried("gull", "50"))
    (question,) = largest(pools_of(asked, *small), asked)
    assert {option.fact for option in question.options} == {"", "auk", "gull"}
    near = carried("near", "95", approx="about")
    text = replace(fact("town"), ask_largest=asked.ask_largest)
    assert list(largest(pools_of(asked, small[0], near, text), asked)) == []
    assert list(largest(pools_of(*small, text), text)) == []
