from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from quizapp.core.bank.candidates import Pools, make_pools
from quizapp.core.bank.faces import feedback
from quizapp.core.bank.templates.several import all_of_group, matching, ordering
from quizapp.core.facts.model import Fact, FactKind
from quizapp.core.facts.truth import time_of
from tests.core.bank.at_hand import POLAR, QUESTIONS, fact, material, polar_pools

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
    assert asked.template == "ordering/1"
    for first, second in pairwise(items):
        assert time_of(first).latest < time_of(second).earliest
    assert list(ordering(POOLS, fact("chairman"))) == []


def test_a_matching_holds_prompt_and_partner_in_turn() -> None:
    (asked,) = matching(POOLS, fact("tern-captain"))
    for prompt, partner in zip(asked.options[::2], asked.options[1::2], strict=True):
        assert fact(prompt.fact).answer == partner.text
        assert partner.fact == ""
    assert [option.fact for option in asked.options[::2]] == list(asked.facts)
    assert asked.template == "matching/1"
    assert list(matching(POOLS, fact("aim"))) == []


def head(name: str, answer: str, **changes: Any) -> Fact:
    """A person who led what has this name."""
    said = {"statement": f"The head of {name} was {answer}.", "cue": f"the head of {name}"}
    return replace(
        fact("tern-captain"), id=name, **{"subject": name, "accept": (), **said, **changes},
        answer=answer,
    )  # fmt: skip


def pools_of(*facts: Fact) -> Pools:
    return make_pools(material(POLAR)[0], facts)


def crew(*names: str, **changes: Any) -> list[Fact]:
    ask = {"subject": "crew", "group_ask": "Who were all of them?"}
    return [head(f"crew-{n}", name, **ask, **changes) for n, name in enumerate(names)]


def test_a_group_stands_among_three_others_that_are_told() -> None:
    first, second = group = crew("Ada Berg", "Bo Dahl")
    others = [head(f"ship-{n}", name) for n, name in enumerate(("Ida", "Jon", "Liv", "Ole"))]
    (asked,) = all_of_group(pools_of(*group, *others), first)
    right = {(o.text, o.fact, o.feedback) for o in asked.options if o.correct}
    assert right == {("Ada Berg", "crew-0", ""), ("Bo Dahl", "crew-1", "")}
    wrong = {(o.text, o.fact, o.feedback) for o in asked.options if not o.correct}
    assert len(wrong) == 3
    assert wrong <= {(other.answer, other.id, feedback(other)) for other in others}
    assert asked.key.text == "Ada Berg; Bo Dahl"
    assert asked.explanation == f"{first.statement} {second.statement}"


@pytest.mark.parametrize(
    ("group", "others", "made"),
    [
        (("Ada Berg", "Bo Dahl"), ("Ida", "Jon"), 1),
        (("Ada Berg", "Bo Dahl"), ("Ida",), 0),
        (("Ada Berg",), ("Ida", "Jon", "Liv"), 0),
        (("Ada Berg", "Bo Dahl"), ("Ida", "Ida Lie"), 0),
        (("Ada Berg", "Bo Dahl"), ("Ida", "Berg"), 0),
    ],
)
def test_a_group_is_asked_for_where_it_is_one_and_two_others_fit(
    group: tuple[str, ...], others: tuple[str, ...], made: int
) -> None:
    facts = crew(*group)
    pools = pools_of(*facts, *(head(f"ship-{n}", name) for n, name in enumerate(others)))
    assert len(list(all_of_group(pools, facts[0]))) == made


def test_beside_a_group_stand_first_whom_the_author_named() -> None:
    group = crew("Ada Berg", "Bo Dahl", confusable=("ship-2", "ship-3", "ship-4"))
    others = [head(f"ship-{n}", name) for n, name in enumerate(("Ida", "Jon", "Liv", "Ole", "Pia"))]
    (asked,) = all_of_group(pools_of(*group, *others), group[0])
    assert {o.text for o in asked.options if not o.correct} == {"Liv", "Ole", "Pia"}


def matched(asked: Fact, *others: Fact) -> set[str]:
    """Whom a matching on a fact asks for, in pools of these facts."""
    return {name for one in matching(pools_of(asked, *others), asked) for name in one.facts}


def test_a_matching_takes_three_of_one_sort_said_by_one_voice() -> None:
    ida, jon, liv = head("a", "Ida"), head("b", "Jon"), head("c", "Liv")
    assert matched(ida, jon, liv) == {"a", "b", "c"}
    assert matched(ida, jon) == set()
    for odd in (
        head("d", "Ole", kind=FactKind.PLACE),
        head("d", "Ole", according_to="critics"),
        head("d", "Ole", cue=ida.cue),
        head("d", "Ida Lie"),
        head("d", "IDA"),
        head("d", "ship", answer_class="x", reverse_class="person", reverse_answer="Ole"),
    ):
        assert matched(ida, jon, liv, odd) == {"a", "b", "c"}, odd


def test_what_would_be_true_of_one_is_matched_with_neither_side_first() -> None:
    """An answer that must not stand beside one of a group is no partner of the others either."""
    ida, jon, liv = head("a", "Ida"), head("b", "Jon"), head("c", "Liv")
    twin = head("twin", "Ole", subject="pair")
    barring = head("barring", "Pia", subject="pair", never_beside=("a",), answer_class="x")
    assert "twin" not in matched(ida, jon, liv, twin, barring)
    assert "a" not in matched(twin, jon, liv, ida, barring)
