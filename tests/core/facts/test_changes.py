"""What a change of a fact means for memories, and for the words to ask with."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from quizapp.core.facts.changes import (
    changes_between,
    fits,
    same_value,
    stale_words,
    touches,
    with_changes,
)
from quizapp.core.facts.content import to_content
from quizapp.core.facts.model import FactKind
from tests.core.bank.at_hand import fact

TERN = fact("tern-years")


@pytest.mark.parametrize(
    ("name", "changes", "same"),
    [
        ("tern-years", {"answer": "1874 to 1876"}, True),
        ("tern-years", {"statement": "Other words."}, True),
        ("tern-years", {"value": "1874/1877"}, False),
        ("tern-years", {"value": "1874"}, False),
        ("tern-years", {"kind": FactKind.FIGURE, "value": "1874", "unit": "year"}, False),
        ("givers", {"answer": "almost 1200"}, True),
        ("givers", {"value": "1200.0"}, True),
        ("givers", {"value": "1201"}, False),
        ("givers", {"approx": "over"}, False),
        ("givers", {"unit": "ships"}, False),
        ("tern-captain", {"answer": "Captain JONAS reve"}, True),
        ("tern-captain", {"answer": "Jonas Leve", "accept": ()}, False),
        ("tern-captain", {"answer": "Jonas Leve", "accept": ("Jonas Reve",)}, True),
        ("town", {"answer": "Orsvik Bay"}, False),
    ],
)
def test_a_memory_holds_while_its_answer_is_right(
    name: str, changes: dict[str, Any], *, same: bool
) -> None:
    before = fact(name)
    assert same_value(before, replace(before, **changes)) is same


def test_only_what_a_school_may_change_is_changed() -> None:
    changed = with_changes(TERN, {"statement": "New.", "anchor": "else", "accept": ["a", "b"]})
    assert (changed.statement, changed.anchor, changed.accept) == ("New.", TERN.anchor, ("a", "b"))


def test_changes_are_what_differs_and_make_the_fact_again() -> None:
    wanted = with_changes(TERN, {"value": "1874/1877", "answer": "1874–77", "accept": ["77"]})
    changes = changes_between(TERN, wanted)
    assert changes == {"value": "1874/1877", "answer": "1874–77", "accept": ["77"]}
    assert with_changes(TERN, changes) == wanted
    assert changes_between(TERN, TERN) == {}


def test_a_gap_that_is_gone_is_forgotten() -> None:
    gapped = replace(TERN, gap="Tern", gap_accept=("the Tern",))
    assert with_changes(gapped, {"statement": "It lasted from 1874 to 1876."}).gap == ""
    assert with_changes(gapped, {"statement": "The Tern sailed from 1874 to 1876."}).gap == "Tern"


def test_words_to_ask_with_say_the_new_answer() -> None:
    asked = replace(
        TERN,
        cue_long="the voyage of 1874 to 1876",
        ask_reverse="Which ship sailed in 1874–76?",
        reverse_answer="the Tern",
    )
    changed = with_changes(asked, {"value": "1874/1877", "answer": "1874–77"})
    assert changed.cue_long == "the voyage of 1874 to 1877"
    assert changed.ask_reverse == "Which ship sailed in 1874–77?"
    assert changed.reverse_answer == "the Tern"


def test_a_way_back_that_still_says_the_old_value_is_given_up() -> None:
    asked = replace(
        TERN,
        cue_long="the voyage that ended in 1876",
        ask_reverse="Which ship came home in 1876?",
        reverse_answer="the Tern",
    )
    changed = with_changes(asked, {"value": "1874/1877", "answer": "1874–77"})
    assert (changed.ask_reverse, changed.reverse_answer, changed.cue_long) == ("", "", "")
    asked = replace(TERN, ask="Which voyage ended in 1876?")
    changed = with_changes(asked, {"value": "1874/1877", "answer": "1874–77"})
    assert stale_words(asked, changed) == ("Which voyage ended in 1876?",)
    assert stale_words(TERN, TERN) == ()


@pytest.mark.parametrize(
    ("name", "changes", "fit"),
    [
        ("tern-years", {}, True),
        ("tern-years", {"value": "soon"}, False),
        ("tern-years", {"value": ""}, False),
        ("tern-years", {"answer": " "}, False),
        ("givers", {"value": "many"}, False),
        ("givers", {"approx": "nearly"}, False),
        ("town", {"value": "1871"}, False),
    ],
)
def test_a_change_that_does_not_fit_is_known(
    name: str, changes: dict[str, Any], *, fit: bool
) -> None:
    assert fits(replace(fact(name), **changes)) is fit


def test_a_newer_wording_is_one_that_readers_see() -> None:
    before = to_content(TERN)
    assert not touches((), before, before | {"confusable": ["auk-years"]})
    assert touches((), before, before | {"statement": "New."})
    assert touches(("gap",), before, before | {"gap": "Tern"})


def test_a_false_statement_falls_with_the_statement_it_denies() -> None:
    held = replace(TERN, false_statement="The Tern never sailed.")
    assert with_changes(held, {"accept": ["a"]}).false_statement
    assert with_changes(held, {"statement": "The Tern sailed."}).false_statement == ""
    assert with_changes(held, {"answer": "1874–77"}).false_statement == ""
