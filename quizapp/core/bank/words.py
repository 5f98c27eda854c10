"""Folding and splitting of texts, remembered: a bank asks for the same texts again and again.

And small numbers in words, which sources write out where facts have figures.
"""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha256

from quizapp.core.values import texts
from quizapp.core.values.number_words import SMALL

_REMEMBERED = 1 << 15

NUMBERS = SMALL["en"]
"""English number word -> number: zero to twenty, and the tens."""

NUMBER_WORDS = {str(number): word for word, number in NUMBERS.items()}
"""The same in figures -> the word."""

_TENS = "|".join(word for word, number in NUMBERS.items() if number >= 20)
_UNITS = "|".join(word for word, number in NUMBERS.items() if 0 < number < 10)
_SPELLED = re.compile(rf"\b({_TENS})-({_UNITS})\b", re.IGNORECASE)


@lru_cache(_REMEMBERED)
def fold(text: str) -> str:
    """`values.texts.fold`, remembered."""
    return texts.name_of(tokens(text))


@lru_cache(_REMEMBERED)
def tokens(text: str) -> tuple[str, ...]:
    """`values.texts.tokens`, remembered."""
    return texts.tokens(text)


@lru_cache(_REMEMBERED)
def typo_distance(first: str, second: str) -> int:
    """`values.texts.typo_distance` with its usual limit, remembered."""
    return texts.typo_distance(first, second)


@lru_cache(_REMEMBERED)
def word_hash(word: str) -> str:
    """A short hash of a folded word: enough to ask whether a paragraph holds it."""
    return sha256(word.encode()).hexdigest()[:8]


@lru_cache(_REMEMBERED)
def parts(text: str) -> tuple[str, ...]:
    """The tokens of a text with 1,200 as one, Peru's as Peru, and 1905/1912 as two."""
    return tokens(text.replace(",", "").replace("'s", "").replace("’s", "").replace("/", " "))


def in_figures(text: str) -> str:
    """The text with "seventy-nine" as 79."""
    return _SPELLED.sub(
        lambda found: str(NUMBERS[found[1].lower()] + NUMBERS[found[2].lower()]), text
    )
