"""What a text's signs mean: prices are no formulas, gaps no emphasis, the bank is plain."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from quizapp.core.values.markup import (
    bare_words,
    has_formula,
    has_markup,
    picture_size,
    pictures_in,
)
from quizapp.setting_up import ROOT

PLAIN = [
    *("", "In 1896.", "$5 and $10", "US$1 billion", "It cost $5–$10.", "5$ or 10$", "($5)/($6)"),
    *(
        "The ____ of ____",
        "a_b_c",
        "__init",
        "R&D <b>",
        "C# #1",
        "2 - 1",
        "Is $x it?",
        "~ 3",
        "a$b$",
    ),
]
MARKED = {
    "**strong** *soft* `code`": "strong soft code",
    "Is $x^2$ more?": "Is x^2 more?",
    "$$\\frac{1}{2}$$": "\\frac{1}{2}",
    "one\n- two": "one - two",
    r"\$5\$ and \*": "$5$ and *",
    "_soft_ and a_b": "soft and a_b",
    f"See ![a map]({'a' * 26}-8x6).": "See a map.",
}


@pytest.mark.parametrize("text", PLAIN)
def test_a_plain_text_stays_what_it_is(text: str) -> None:
    assert not has_markup(text)
    assert bare_words(text) == text


@pytest.mark.parametrize(("text", "bare"), MARKED.items())
def test_markup_is_seen_and_taken_off(text: str, bare: str) -> None:
    assert has_markup(text)
    assert bare_words(text) == bare


def test_a_formula_and_a_picture_are_found() -> None:
    assert has_formula("so $a$")
    assert not has_formula(r"\$a\$")
    one, other = "a" * 26 + "-1x2", "b2" * 13 + "-800x6000"
    text = f"![x]({one}) ![y]({other}) ![again]({one}) ![z](https://x.example/{one})"
    assert pictures_in(text) == (one, other)
    assert picture_size(other) == (800, 6000)
    assert picture_size("x" + one) == (0, 0)


def texts_of(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from texts_of(one)


def test_no_text_of_the_shipped_bank_has_markup() -> None:
    files = sorted((ROOT / "questions" / "bank").glob("**/*.json"))
    found = [text for path in files for text in texts_of(json.loads(path.read_text("utf-8")))]
    assert len(found) > 5000
    assert [text for text in found if has_markup(text)] == []
