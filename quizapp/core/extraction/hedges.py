"""Hedges before a figure: almost, up to, no fewer than, algo más de."""

from __future__ import annotations

from quizapp.core.extraction.tokens import Tokens
from quizapp.core.values.number_words import HEDGES
from quizapp.core.values.word_lists import phrases, words

_MORE_HEDGES = {
    "en": {
        "over": "upwards of|well over|just over|a little over|slightly more than",
        "at-most": "never more than|under|at the most",
        "almost": "just short of",
        "": "barely|hardly|scarcely",
        "at-least": "as few as|as little as|no less than",
        "about": "an estimated|an average of",
    },
    "es": {
        "over": "algo mas de|poco mas de|mas de",
        "at-most": "nunca mas de|menos de|no mas de",
        "at-least": "al menos|por lo menos|como minimo",
        "": "apenas|solo",
        "about": "un promedio de",
    },
}


_HEDGE_TABLE = {
    code: dict(HEDGES[code])
    | {phrase: hedge for hedge, text in _MORE_HEDGES[code].items() for phrase in phrases(text)}
    for code in ("en", "es")
}


_LAST_WORDS = {
    code: frozenset(phrase[-1] for phrase in _HEDGE_TABLE[code]) for code in ("en", "es")
}
"""What stands right before a number that is hedged; most are not."""
_NEVER = frozenset(words("never not nunca jamas no"))
"""What turns "above" into "at most": it never rose above 12 per cent."""


def _plain(word: str) -> str:
    """A word without the article that Spanish melts into it: menos del 5 %."""
    return "de" if word == "del" else word


def _denied(tokens: Tokens, first: int) -> bool:
    """Whether the verb before a hedge is denied; "not only" denies nothing."""
    return any(
        tokens[place].folded in _NEVER and tokens[place + 1].folded not in ("only", "solo")
        for place in range(max(0, first - 3), first)
    )


_BEHIND = {
    ("at", "most"): "at-most", ("at", "least"): "at-least", ("or", "so"): "about",
    ("como", "maximo"): "at-most", ("como", "minimo"): "at-least", ("como", "mucho"): "at-most",
}  # fmt: skip
"""Hedges behind a figure: six years at most."""


def hedge_behind(tokens: Tokens, at: int) -> str:
    """The hedge that stands behind a figure, "" for none."""
    return _BEHIND.get((tokens[at].folded, tokens[at + 1].folded), "")


def hedge_before(tokens: Tokens, at: int, free: int, language: str) -> tuple[str, int]:
    """The hedge before a place and where it begins."""
    table = _HEDGE_TABLE[language]
    stop = at
    if tokens[stop - 1].folded in ("el", "un", "the", "a", "the") and stop - 1 >= free:
        stop -= 1
    if _plain(tokens[stop - 1].folded) not in _LAST_WORDS[language]:
        return "", at
    for length in (4, 3, 2, 1):
        first = stop - length
        if first < free:
            continue
        phrase = tuple(_plain(tokens[place].folded) for place in range(first, stop))
        if phrase in table and phrase not in (("c",), ("como",)):
            denied = table[phrase] == "over" and _denied(tokens, first)
            return "at-most" if denied else table[phrase], first
    return "", at
