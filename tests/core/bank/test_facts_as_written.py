from __future__ import annotations

import re

import pytest

from quizapp.core.bank.words import fold
from quizapp.core.facts.model import Fact
from tests.core.bank.at_hand import QUESTIONS, material

FACTS = [fact for fact in material(QUESTIONS)[1] if not (fact.is_time or fact.is_number)]
OWNERLESS = re.compile(
    r"\b(?:the|these|those) (?:exercises|activities|operations|agreements|relationship|strategy"
    r"|missions|country)(?: (?:is|are|was|were|help|vary|mean)\b|[?.])"
)


def halves(fact: Fact) -> set[str]:
    """The two sides of an answer that is joined by one "and"."""
    sides = re.split(r",? and (?:the )?", fact.answer)
    return {fold(side) for side in sides} if len(sides) == 2 else set()


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.id)
def test_half_an_answer_is_not_accepted(fact: Fact) -> None:
    assert not halves(fact) & {fold(text) for text in fact.accept}


def test_the_half_of_a_pair_is_seen() -> None:
    pair = next(fact for fact in FACTS if fact.id == "umbrella-subject")
    assert halves(pair) == {fold("drug control"), fold("economic assistance")}


def test_a_closed_list_is_not_made_of_examples() -> None:
    assert [fact.id for fact in FACTS if "one of the three" in fact.statement.casefold()] == []
    assert OWNERLESS.search("what do the exercises help to standardize?")
    assert [fact.id for fact in FACTS if OWNERLESS.search(fact.ask)] == []
