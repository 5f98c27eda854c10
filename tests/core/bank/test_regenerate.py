"""Which questions change with a fact: as two whole builds say, and no other."""

from __future__ import annotations

from dataclasses import replace

from quizapp.core.bank.build import build_bank
from quizapp.core.bank.regenerate import Difference, difference, patched
from tests.core.bank.at_hand import POLAR, material, polar


def test_patching_a_bank_gives_the_bank_of_the_changed_facts() -> None:
    sources, facts = material(POLAR)
    changed = [
        replace(one, value="1874/1877", answer="1874–77") if one.id == "tern-years" else one
        for one in facts
    ]
    found = difference(sources, facts, changed)
    assert found.changed
    assert found.gone
    assert patched(polar().questions, found) == build_bank(sources, changed).questions
    back = difference(sources, changed, facts)
    assert patched(patched(polar().questions, found), back) == polar().questions


def test_the_same_facts_make_no_difference() -> None:
    sources, facts = material(POLAR)
    assert difference(sources, facts, facts) == Difference()
    assert patched(polar().questions, Difference()) == polar().questions
