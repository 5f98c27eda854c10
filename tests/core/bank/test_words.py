from __future__ import annotations

from quizapp.core.bank import words
from quizapp.core.values import texts


def test_what_is_remembered_is_what_would_be_said() -> None:
    for text in ("Colonel Paul Clément", "the FF.AA.", "US$1.5 billion", ""):
        assert words.fold(text) == words.fold(text) == texts.fold(text)
        assert words.tokens(text) == texts.tokens(text)
    assert words.typo_distance("peru", "pero") == 1


def test_a_hash_is_short_and_tells_words_apart() -> None:
    assert len(words.word_hash("peru")) == 8
    assert words.word_hash("peru") != words.word_hash("pero")


def test_small_numbers_are_known_in_words_and_in_figures() -> None:
    assert words.NUMBERS["twelve"] == 12
    assert words.NUMBER_WORDS["90"] == "ninety"
    assert words.in_figures("Seventy-nine men, twenty-one tents") == "79 men, 21 tents"
    assert words.in_figures("one-way, ninety-ten, seventy") == "one-way, ninety-ten, seventy"


def test_the_parts_of_a_text_are_what_may_be_looked_up() -> None:
    assert words.parts("Peru’s 1,200 men, 1905/1912") == ("peru", "1200", "men", "1905", "1912")
