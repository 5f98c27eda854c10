from __future__ import annotations

from dataclasses import replace

from quizapp.core.bank.templates.recall import cloze, flashcards, typed
from quizapp.core.questions import QuestionKind
from tests.core.bank.at_hand import QUESTIONS, fact, polar_pools, question

POOLS = polar_pools()


def test_a_flashcard_goes_both_ways_where_it_can() -> None:
    there, back = flashcards(POOLS, fact("tern-years"))
    assert (there.key.text, back.key.text) == ("1874–76", "the Tern")
    assert there.key.value == "1874/1876"
    assert there.template == "flashcard/1"
    assert len(list(flashcards(POOLS, fact("founded")))) == 1


def test_each_value_is_typed_in_its_own_kind() -> None:
    kinds = {
        name: [item.kind for item in typed(POOLS, fact(name))]
        for name in ("founded", "givers", "chairman", "aim")
    }
    assert kinds["founded"] == [QuestionKind.DATE]
    assert kinds["givers"] == [QuestionKind.NUMERIC]
    assert kinds["chairman"] == [QuestionKind.SHORT_ANSWER]
    assert kinds["aim"] == []
    open_ended = replace(fact("tern-years"), value="1874/..", ask_reverse="")
    assert list(typed(POOLS, open_ended)) == [], "nobody knows how to type it"
    names = ("founded", "givers", "chairman")
    templates = {item.template for name in names for item in typed(POOLS, fact(name))}
    assert templates == {"date/1", "numeric/1", "short-answer/1"}


def test_a_number_carries_hedge_unit_and_look_alikes() -> None:
    key = question("share-soviet-union.numeric", QUESTIONS).key
    assert (key.value, key.unit, key.approx) == ("63", "percent", "about")
    assert "7000" not in key.look_alikes
    assert "6" in question("share-france.numeric", QUESTIONS).key.look_alikes


def test_a_cloze_is_made_of_our_own_statement() -> None:
    (gap,) = cloze(POOLS, fact("tern-years"))
    assert gap.stem == "The first voyage, on the Tern, lasted from _____."
    assert gap.key.text == "1874 to 1876"
    assert (gap.key.value, gap.template) == ("1874/1876", "cloze/1")
    assert "1874–76" in gap.key.accept


def test_a_gap_at_the_very_beginning_is_left_alone() -> None:
    assert list(cloze(POOLS, fact("drifting"))) == []
    town = fact("town")
    first = replace(town, statement=f"{town.answer} was its home.", gap="")
    assert list(cloze(POOLS, first)) == []
    (quoted,) = cloze(POOLS, replace(first, statement=f"“{town.answer}” was its home."))
    assert quoted.stem == "“_____” was its home."
