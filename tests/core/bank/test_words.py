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
