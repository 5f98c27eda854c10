"""A figure or a time out of a short sentence: "It arrived in 1924" says 1924.

Only words of the question and words that say nothing are left out. Whatever remains is read as
it stands, so that a word nobody knows still asks the answer back.
"""

from __future__ import annotations

import re
from functools import lru_cache

from quizapp.core.grading.sentences import EMPTY, TURNING, own_words, root
from quizapp.core.values.number_words import (
    LARGE,
    RANGE_JOINERS,
    RANGE_OPENINGS,
    SCALE_WORDS,
    SMALL,
    TRAILING_HEDGES,
    TYPED_HEDGES,
)
from quizapp.core.values.texts import tokens, typo_distance
from quizapp.core.values.time_words import (
    ABOUT,
    BETWEEN,
    CENTURY_WORDS,
    DECADE_NAMES,
    FROM,
    JOINERS,
    LISTING,
    MONTH_NUMBERS,
    ONWARD,
    PARTS,
    PERHAPS,
    SINCE,
    UNTIL,
)
from quizapp.core.values.word_lists import words

_BORDERS = frozenset(
    words(
        """i it began begin begins started start starts lasted last lasts ended end ends worked
        work served serve stayed stay was years year arrived came established founded created
        left"""
    )
)
"""What an answer may say of a beginning and an end."""

_TOLD = frozenset(
    word
    for code in ("en", "es")
    for table in (TYPED_HEDGES[code], TRAILING_HEDGES[code])
    for phrase, _ in table
    for word in phrase
    if word != "the"
) | frozenset(
    word for table in (SINCE, UNTIL, ONWARD, ABOUT) for phrase in table for word in phrase
)
_NUMBERS = frozenset(word for code in ("en", "es") for word in (*SMALL[code], *LARGE[code]))
_KEPT = (
    _TOLD
    | _NUMBERS
    | RANGE_OPENINGS["en"] | RANGE_OPENINGS["es"] | RANGE_JOINERS["en"] | RANGE_JOINERS["es"]
    | frozenset((*MONTH_NUMBERS, *DECADE_NAMES, *CENTURY_WORDS, *PARTS))
    | FROM | BETWEEN | JOINERS | LISTING | PERHAPS | TURNING
    | frozenset(words("hundred thousand dozen half century decade siglo decada mil ad bc"))
)  # fmt: skip
"""Words that say something of a number or a time."""

_LOOSE = frozenset(words("in of on at en de and y"))
"""What says nothing when the words behind it are left out."""

_ASKED = frozenset(words("first close beginning"))
"""Of the words that say something those that only repeat the question, where it has them."""

_SIGNS = frozenset(".,:;!?-–—'\"()[]“”‘’«»¿¡=~&*/+<>≤≥→")
"""Signs that stand between words; a word of others is no number and no time."""
_LATER = re.compile(
    r"^(?:after|in|después de|al cabo de) |,? (?:later|afterwards?|after|apart|después)\.?$",
    re.IGNORECASE,
)
_MISSPELLED = 6
"""Letters that a scale has at least where a slip in it is looked for."""
_SET_UP = re.compile(r"\bset up\b")
_YEARS_BEHIND = re.compile(r"\s*\(\s*\d{4}\s*(?:[-–—/]|to|a)\s*\d{2,4}\s*\)\s*$")


@lru_cache(1 << 12)
def bare_value(typed: str, stem: str) -> str:
    """The typed text without words of the question and words that say nothing, "" for none."""
    plain, names = own_words(stem)
    kept: list[str] = []
    asked = frozenset(word for word in _ASKED if root(word) in plain)
    told = _SET_UP.sub("founded", typed).split()
    for written, behind in zip(told, (*told[1:], ""), strict=True):
        said = tokens(written)
        if (asked.issuperset(said) and said) or (said == ("a",) and not _counts(behind)):
            continue
        if said == ("last",) and "first" in asked:
            kept.append(written)  # the other end than the one that is asked for
        elif any(_says(word, plain, names) for word in said) or not (
            said or set(written) <= _SIGNS
        ):
            kept.append(written)
        elif written.endswith((",", ";")):
            _end_whole(kept)
            kept[-1:] = [f"{last.rstrip(',;')}," for last in kept[-1:]]
    _end_whole(kept)
    return " ".join(kept)


def _counts(written: str) -> bool:
    """Whether a word is a number: "a" before it is Spanish and leads to an end."""
    return any(letter.isdigit() for letter in written) or written.casefold() in _NUMBERS


def _end_whole(kept: list[str]) -> None:
    """Take away the words at the end that led to what was left out."""
    while kept and kept[-1] in _LOOSE:
        kept.pop()


def without_years(typed: str) -> str:
    """A length without the years that it spans: "2 years (1919-21)"."""
    return _YEARS_BEHIND.sub("", typed)


def without_course(typed: str) -> str:
    """A length without the words for its passing: "after 4 years", "4 years later"."""
    return _LATER.sub("", typed)


def slipped_scale(typed: str) -> bool:
    """Whether a scale is misspelled somewhere: "1 bilion dollars" is neither 1 nor 10^9."""
    return any(
        typo_distance(word, scale, 1) == 1
        for word in set(tokens(typed)) - SCALE_WORDS
        for scale in SCALE_WORDS
        if len(scale) >= _MISSPELLED
    )


def _says(word: str, plain: frozenset[str], names: frozenset[str]) -> bool:
    if any(letter.isdigit() for letter in word):
        return True
    if word in _BORDERS:
        return False
    if word in _KEPT:
        return True
    if word in EMPTY or word in names or root(word) in plain:
        return False
    return root(word) not in {root(name) for name in names}
