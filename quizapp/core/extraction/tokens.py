"""A sentence cut once into numbers, words and signs, so that every reader looks at the same."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from quizapp.core.values.texts import without_accents

_TOKEN = re.compile(
    r"[A-Z]{1,3}\$|(?P<number>[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3})+(?![0-9])(?:,[0-9]+)?"
    r"|[0-9]+(?:[.,][0-9]+)*)"
    r"|(?P<word>[^\W\d_]+(?:['’](?![sS]\b)[^\W\d_]+)*)"
    r"|['’][sS]\b|--|\S"
)
_LONGEST_WORD = 60
"""Letters that a word may have; what is longer is noise and stands for no word."""


class Token(NamedTuple):
    """A piece of a sentence: as written, folded (no case, no accents), and where it stands.

    `sort` is "n" for a number in digits, "w" for a word, "" for a sign; `glued` says that no
    space stands before it; `capital` that this is a word with a capital at its beginning, d'Arc
    and l'Ouverture too.
    """

    text: str
    folded: str
    start: int
    end: int
    sort: str
    glued: bool
    capital: bool


NOTHING = Token("", "", 0, 0, "", glued=False, capital=False)
"""Stands where a sentence has no token: before its first and behind its last."""


@lru_cache(maxsize=20_000)
def folded(word: str) -> str:
    """A word without case and accents."""
    return word.lower() if word.isascii() else without_accents(word)


def _opens_large(word: str) -> bool:
    if word[0].isupper():
        return True
    return len(word) > 2 and word[1] in "'’" and word[2].isupper() and word[0] in "dl"


_MARGIN = 20
"""Places before the first token (and behind the last) that readers may look at."""


class Tokens:
    """The tokens of a sentence; a place outside it gives NOTHING instead of an error."""

    __slots__ = ("_found", "_length", "language")

    def __init__(self, found: list[Token], language: str = "") -> None:
        self.language = language
        self._length = len(found)
        self._found = found + [NOTHING] * _MARGIN

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, place: int) -> Token:
        try:
            return self._found[place]
        except IndexError:
            return NOTHING

    def small(self) -> set[str]:
        """The words that are written with small letters."""
        return {one.text for one in self._found if one.sort == "w" and one.text.islower()}

    def folded(self, place: int) -> str:
        """The folded text of one token, "" outside the sentence."""
        try:
            return self._found[place].folded
        except IndexError:
            return ""

    def number(self, place: int) -> str:
        """The digits of a token that is a number, else ""."""
        token = self[place]
        return token.text if token.sort == "n" else ""


def tokenise(sentence: str, language: str = "") -> Tokens:
    """The tokens of a sentence; `language` ("" when unknown) says which words may be verbs.

    Linear: each character is looked at a fixed number of times.
    """
    found: list[Token] = []
    end = 0
    for hit in _TOKEN.finditer(sentence):
        text, start = hit.group(), hit.start()
        sort = hit.lastgroup[0] if hit.lastgroup else ""
        low = folded(text) if sort == "w" and len(text) <= _LONGEST_WORD else text.lower()
        glued = start == end and start > 0
        end = hit.end()
        capital = sort == "w" and _opens_large(text)
        found.append(Token(text, low, start, end, sort, glued, capital))
    return Tokens(found, language)
