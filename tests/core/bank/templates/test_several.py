from __future__ import annotations

from itertools import pairwise

from quizapp.core.bank.candidates import make_pools
from quizapp.core.bank.templates.several import all_of_group, matching, ordering
from quizapp.core.facts.truth import time_of
from tests.core.bank.at_hand import QUESTIONS, fact, material, polar_pools

POOLS = polar_pools()
SHIPPED = make_pools(*material(QUESTIONS))


def test_a_group_is_asked_once_and_whole() -> None:
    (asked,) = all_of_group(SHIPPED, fact("us-aim-competence", QUESTIONS))
    right = {option.fact for option in asked.options if option.correct}
    assert right == set(asked.facts)
    assert len(right) == 4
    assert 2 <= sum(not option.correct for option in asked.options) <= 3
    assert list(all_of_group(SHIPPED, fact("us-aim-exposure", QUESTIONS))) == []
    assert list(all_of_group(SHIPPED, fact("caem-year", QUESTIONS))) == []


def test_an_order_rises_and_never_overlaps() -> None:
    (asked,) = ordering(POOLS, fact("auk-years"))
    items = [fact(option.fact) for option in asked.options]
    assert len(items) == 4
    assert tuple(item.id for item in items) == asked.facts
    for first, second in pairwise(items):
        assert time_of(first).latest < time_of(second).earliest
    assert list(ordering(POOLS, fact("chairman"))) == []


def test_a_matching_holds_prompt_and_partner_in_turn() -> None:
    (asked,) = matching(POOLS, fact("tern-captain"))
    for prompt, partner in zip(asked.options[::2], asked.options[1::2], strict=True):
        assert fact(prompt.fact).answer == partner.text
        assert partner.fact == ""
    assert [option.fact for option in asked.options[::2]] == list(asked.facts)
    assert list(matching(POOLS, fact("aim"))) == []
