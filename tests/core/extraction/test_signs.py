"""A sign cut for speed says of each line what its pattern says as a whole."""

from __future__ import annotations

import re

import pytest

from quizapp.core.extraction.signs import Sign

PATTERNS = [
    r"^\W*(?:see|seen by|read) ?:|\bpage \d+|[|()]\d",
    r"^\W*\[\d+\]|^\W*\^|^\d+\. x",
    r"\b(?:a|an?|the|[|)]x) cat\b|\b(?:dogs?|do){2}\b|cat\W*$",
    r"^(?-i:[A-Z])\w+ (?:x|\|y)|(?:(?:in|on) )?stock\b|\bs?tock",
]
LINES = [
    "See: the cat", "  * Seen by: all", "seeing", "on page 12", "(1", "|1", "see", "",
    " [12] x", "-^a", "2. x", "12. y", "a cat", "the cats", "ancat", ")x cat", "dodo", "dogsdo!",
    "Big x", "big x", "Big |y", "in stock", "stocky", "a tock", "... cat?!", "[cat",
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
