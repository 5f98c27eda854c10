from __future__ import annotations

import pytest

from quizapp.core.bank.naming import is_name, is_term

NAMES = [
    "the Cartagena Agreement",
    "Nicolás de Piérola",
    "World War I",
    "CAEM",
    "the Treaty of Versailles",
    "1492",
    "Escuela Superior de Guerra",
]
PHRASES = [
    "to help rebuild the armed forces",
    "a naval mission",
    "the French army mission",
    "the EP and the FAP",
    "Lima, Cusco",
    "coca",
    "President Fujimori's self-coup",
    "the presidents of the United States",
    "the",
    "",
]


@pytest.mark.parametrize("text", NAMES)
def test_a_name_is_a_name(text: str) -> None:
    assert is_name(text, "en")


@pytest.mark.parametrize("text", PHRASES)
def test_a_phrase_is_none(text: str) -> None:
    assert not is_name(text, "en")


def test_spanish_writes_the_sort_of_thing_small() -> None:
    assert is_name("el tratado de Ancón", "es")
    assert is_name("ministerio de Guerra", "es-PE")
    assert not is_name("tratado de Ancón", "en")
    assert not is_name("el tratado de paz", "es")
    assert not is_name("tratado nuevo de Ancón", "es")


def test_a_term_has_one_word_or_two() -> None:
    assert is_term("photosynthesis")
    assert is_term("the tectonic plates")
    assert not is_term("plates that move slowly")
    assert not is_term("wind and rain")
