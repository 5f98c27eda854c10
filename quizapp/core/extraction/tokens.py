"""A sentence cut once into numbers, words and signs, so that every reader looks at the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, compress, repeat
from operator import attrgetter, contains
from typing import Self

from quizapp.core.extraction.verb_words import languages
from quizapp.core.values.texts import without_accents

_PIECE = re.compile(
    r"\s*+(?:[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3})+(?![0-9])(?:,[0-9]+)?"
    r"|[0-9]+(?:[.,][0-9]+)*"
    r"|(?![A-Z]{1,3}\$)[^\W\d_]+(?:['’](?![sS]\b)[^\W\d_]+)*"
    r"|[A-Z]{1,3}\$|['’][sS]\b|--|\S)"
)
"""A token with the space before it: a number, a word or a sign."""
_LETTER = re.compile(r"[^\W\d_]")
_FIGURES = frozenset("0123456789")
_LONGEST_WORD = 60
"""Letters that a word may have; what is longer is noise and stands for no word."""
_MOST_SHARED = 20_000
"""Tokens that are kept to be shared by the sentences to come."""
_FOLDED, _KEY, _VERBAL = attrgetter("folded"), attrgetter("key"), attrgetter("verbal")
_MARGIN = 32
"""Places before the first token (and behind the last) that readers may look at."""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a sentence: as written, and folded (no case, no accents).

    `sort` is "n" for a number in digits (which `digits` gives, "" for all else), "w" for a word,
    "" for a sign; `glued` says that no space stands before it; `capital` that this is a word with
    a capital at its beginning, d'Arc and l'Ouverture too; `small` that it is one without any.
    `verbal` are the languages in which it may be a verb. `key` is what `places` looks at.
    All places where a word stands share one token.
    """

    text: str
    folded: str
    sort: str
    digits: str
    glued: bool
    capital: bool
    small: bool
    verbal: frozenset[str]
    key: str


DIGITS = "0"
"""The key of every number in digits; that of words and signs is how they are folded."""
_NEVER: frozenset[str] = frozenset()
NOTHING = Token("", "", "", "", glued=False, capital=False, small=False, verbal=_NEVER, key="")
"""Stands where a sentence has no token: before its first and behind its last."""
_BEYOND = (NOTHING,) * _MARGIN


@lru_cache(maxsize=20_000)
def folded(word: str) -> str:
    """A word without case and accents."""
    return word.lower() if word.isascii() else without_accents(word)


def _opens_large(word: str) -> bool:
    if word[0].isupper():
        return True
    return len(word) > 2 and word[1] in "'’" and word[2].isupper() and word[0] in "dl"


class _Shared(dict[str, Token]):
    """The token of each piece met before, found without a step of Python; made when missing."""

    def __missing__(self, piece: str) -> Token:
        text = piece.lstrip()
        space = len(piece) - len(text)
        word = _LETTER.match(text) is not None and not text.endswith("$")  # no sign like US$
        number = text if text[0] in _FIGURES else ""
        short = len(text) <= _LONGEST_WORD
        low = folded(text) if word and short else text.lower()
        sort = "n" if number else "w" if word else ""
        capital, small = word and _opens_large(text), word and text.islower()
        verbal = languages(low, text) if word else _NEVER
        key = DIGITS if number else low
        token = Token(text, low, sort, number, not space, capital, small, verbal, key)
        if short and space <= 1:
            if len(self) >= _MOST_SHARED:
                self.clear()
            self[piece] = token
        return token


_SHARED = _Shared()


class Tokens(tuple[Token, ...]):  # noqa: SLOT001 (tuples may not have any)
    """The tokens of a sentence; a place outside it gives NOTHING instead of an error.

    The tuple goes on with so many NOTHINGs that places near both ends fall on them (those before
    the first count from the end); its length leaves them out.
    """

    language: str
    _ends: tuple[int, ...]
    _length: int
    _words: frozenset[str] | None

    def __new__(cls, text: str, language: str = "") -> Self:
        """The tokens of a text; `language` ("" when unknown) says which words may be verbs."""
        # a space more, for the first token is glued to nothing
        pieces = _PIECE.findall(f" {text.rstrip()}")
        made = super().__new__(cls, (*map(_SHARED.__getitem__, pieces), *_BEYOND))
        made.language = language
        made._ends = (*accumulate(map(len, pieces), initial=-1),)
        made._length = len(pieces)
        made._words = None
        return made

    def __len__(self) -> int:
        return self._length

    def lacks(self, words: frozenset[str]) -> bool:
        """Whether none of these words stands in the sentence, folded."""
        if self._words is None:
            self._words = frozenset(map(_FOLDED, self[: self._length]))
        return self._words.isdisjoint(words)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The characters of the sentence from one token up to another (exclusive)."""
        return self._ends[first + 1] - len(self[first].text), self._ends[last]

    def places(self, keys: frozenset[str]) -> list[int]:
        """Where these words and signs stand, and numbers in digits if `DIGITS` is among them."""
        return [*compress(range(self._length), map(keys.__contains__, map(_KEY, self)))]

    def verbal(self) -> list[int]:
        """Where words stand that may be verbs."""
        said = map(contains, map(_VERBAL, self), repeat(self.language))
        return [*compress(range(self._length), said)]

    def small(self) -> set[str]:
        """The words that are written with small letters."""
        return {token.text for token in self[: self._length] if token.small}


def tokenise(sentence: str, language: str = "") -> Tokens:
    """The tokens of a sentence; `language` ("" when unknown) says which words may be verbs.

    Linear: each character is looked at a fixed number of times.
    """
    return Tokens(sentence, language)
