"""Names and words made comparable."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.values.texts import differs_only_in_accents, fold, tokens, typo_distance


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Colonel Paul Clément", "paul clement"),
        ("President Nicolás de Piérola", "Nicolas Pierola"),
        ("the Canal Zone", "canal zone"),
        ("La Zona del Canal", "zona canal"),
        ("FF.AA.", "ffaa"),
        ("U.S. Army", "US army"),
        ("L’École militaire", "ecole militaire"),
        ("Gen. San Martín", "San Martin"),
        ("self-coup", "Self Coup"),
        ("Søren Łukasz", "soren lukasz"),
        ("STRASSE", "straße"),
        ("José de la Mar", "JOSE\u00a0MAR"),
        ("O’Higgins", "O'Higgins"),
        ("St. Vincent", "Saint Vincent"),
        ("D'Orbigny", "Orbigny"),
    ],
)
def test_ways_to_write_one_name_fold_alike(a: str, b: str) -> None:
    assert fold(a) == fold(b) != ""


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("EP", "FAP"),
        ("Slovakia", "Slovenia"),
        ("Resolution 1540", "Resolution 1541"),
        ("the German general", "the German colonel"),
        ("President of Peru", "Peru"),
        ("Minister of War", "War"),
        ("General Staff", "Staff"),
        ("Peru", "Perus"),
        ("Vitamin A", "Vitamin D"),
        ("Vitamin D", "Vitamin"),
        ("A Company", "D Company"),
        ("Saint Vincent", "Vincent"),
    ],
)
def test_different_things_fold_differently(a: str, b: str) -> None:
    assert fold(a) != fold(b)


def test_what_would_fold_to_nothing_stays() -> None:
    assert fold("The") == "the"
    assert fold("President") == "president"
    assert fold("de la") == "la"
    assert fold("?!") == ""


def test_accents_alone() -> None:
    assert differs_only_in_accents("Clement", "Clément")
    assert not differs_only_in_accents("Clément", "clément")
    assert not differs_only_in_accents("Clemens", "Clément")


def test_tokens_keep_ranks_and_articles() -> None:
    assert tokens("The FF.AA. of Perú, 1990-91") == ("the", "ffaa", "of", "peru", "1990", "91")


@pytest.mark.parametrize(
    ("a", "b", "distance"),
    [
        ("clement", "clement", 0),
        ("clement", "clemant", 1),
        ("clement", "clemnet", 1),
        ("clement", "clment", 1),
        ("clement", "clementi", 1),
        ("clement", "clemens", 1),
        ("clement", "kleman", 3),
        ("ab", "ba", 1),
        ("", "abc", 3),
        ("", "ab", 2),
    ],
)
def test_typing_mistakes_are_counted_up_to_two(a: str, b: str, distance: int) -> None:
    assert typo_distance(a, b) == distance
    assert typo_distance(b, a) == distance


def slow_distance(a: str, b: str) -> int:
    """The same by its definition, without an early exit."""
    if not a or not b:
        return len(a) + len(b)
    found = [
        slow_distance(a[1:], b) + 1,
        slow_distance(a, b[1:]) + 1,
        slow_distance(a[1:], b[1:]) + (a[0] != b[0]),
    ]
    if len(a) > 1 and len(b) > 1 and a[0] == b[1] and a[1] == b[0]:
        found.append(slow_distance(a[2:], b[2:]) + 1)
    return min(found)


@given(st.text("abc", max_size=5), st.text("abc", max_size=5))
@settings(max_examples=150, deadline=None)
def test_the_distance_is_its_definition(a: str, b: str) -> None:
    assert typo_distance(a, b) == min(slow_distance(a, b), 3)


@given(st.text(max_size=60))
@settings(max_examples=150)
def test_folding_is_stable(text: str) -> None:
    assert fold(text.upper()) == fold(text.upper().lower()) or not text.isascii()
    assert tokens(" ".join(tokens(text))) == tokens(text)
