"""A sign cut for speed says of each line what its pattern says as a whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quizapp.core.extraction.furniture import OF_SHORT_LINES, TELLING
from quizapp.core.extraction.furniture_families import FAMILIES
from quizapp.core.extraction.furniture_sentences import SENTENCES
from quizapp.core.extraction.signs import Sign, any_of

PATTERNS = [
    r"^\W*(?:see|seen by|read) ?:|\bpage \d+|[|()]\d",
    r"^\W*\[\d+\]|^\W*\^|^\d+\. x",
    r"\b(?:a|an?|the|[|)]x) cat\b|\b(?:dogs?|do){2}\b|cat\W*$",
    r"^(?-i:[A-Z])\w+ (?:x|\|y)|(?:(?:in|on) )?stock\b|\bs?tock",
    r"[ií]n stock|\b(?:[k-m]|\d)at|\bS(?:to|ee)\w",
]
LETTERS = "abcdefghijklmnopqrstuvwxyzáéíóúüñ"
LINES = [
    "See: the cat", "  * Seen by: all", "seeing", "on page 12", "(1", "|1", "see", "",
    " [12] x", "-^a", "2. x", "12. y", "a cat", "the cats", "ancat", ")x cat", "dodo", "dogsdo!",
    "Big x", "big x", "Big |y", "in stock", "stocky", "a tock", "... cat?!", "[cat",
    "a)x cat", "the a|x cat", "Seen BY: a", "See\u017f: x", "İN STOCK", "in \u017ftocK", "\u212aat",
]  # fmt: skip


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_sign_says_what_its_pattern_says(pattern: str) -> None:
    whole = re.compile(pattern, re.IGNORECASE)
    sign = Sign(pattern)
    assert {line for line in LINES if sign.stands_in(line)} == {
        line for line in LINES if whole.search(line)
    }
    assert {line for line in LINES if sign.opens(line)} == {
        line for line in LINES if whole.match(line)
    }


@pytest.mark.parametrize("letter", LETTERS)
def test_a_letter_means_what_it_means_where_no_case_is_told(letter: str) -> None:
    near = {chr(code) for code in range(0x2200)}
    near = {one for one in near if letter in one.lower() + one.upper().lower() + one.casefold()}
    whole = re.compile(letter, re.IGNORECASE)
    assert {one for one in near if Sign(letter).stands_in(one)} == {
        one for one in near if whole.match(one)
    }


def test_all_signs_of_furniture_at_once_say_what_one_of_them_says() -> None:
    those = [sign for _, sign in (*TELLING, *OF_SHORT_LINES, *FAMILIES, *SENTENCES)]
    at_once = any_of(those)
    whole = [re.compile(sign.pattern, re.IGNORECASE) for sign in those]
    pages = Path(__file__).parent / "pages"
    lines = [
        line.strip()
        for name in ("agenda.txt", "museum.txt", "sentences_en.txt")
        for line in (pages / name).read_text("utf-8").splitlines()
    ]
    says = [line for line in lines if any(one.search(line) for one in whole)]
    assert [line for line in lines if at_once.stands_in(line)] == says
    assert [line for line in lines if any(sign.stands_in(line) for sign in those)] == says
    assert 20 < len(says) < len(lines)
