"""Decades and centuries in running text, in figures and in words."""

from __future__ import annotations

from typing import NamedTuple

from quizapp.core.extraction.tokens import Tokens
from quizapp.core.values.number_words import SMALL
from quizapp.core.values.time_words import CENTURY_WORDS, MONTH_NUMBERS, century_number
from quizapp.core.values.word_lists import words

_NAMED = {
    word: f"19{number}X"
    for row in (
        "2 twenties veinte",
        "3 thirties treinta",
        "4 forties cuarenta",
        "5 fifties cincuenta",
        "6 sixties sesenta",
        "7 seventies setenta",
        "8 eighties ochenta",
        "9 nineties noventa",
    )
    for number, *names in [row.split()]
    for word in names
}
_ENDINGS = frozenset(words("st nd rd th"))


class Point(NamedTuple):
    """A time that tokens up to `end` say.

    `edtf` may be a span where a part of a decade is meant. `sort` is day, month, year, decade,
    century or part; a day or month without its year is written XXXX-12-03, XXXX-12.
    """

    edtf: str
    sort: str
    end: int

    @property
    def yearless(self) -> bool:
        """Whether a year must be lent from the text before."""
        return self.edtf.startswith("XXXX")

    @property
    def year(self) -> str:
        """The year that later dates may lean on, "" for none."""
        digits = self.edtf.rpartition("/")[2][:4]
        return digits if digits.isdigit() else ""


def decade(tokens: Tokens, at: int) -> Point | None:
    """1950s, 1950's, and 1900s as its first decade."""
    digits, tail = tokens[at].digits, tokens[at + 1]
    if len(digits) < 3:
        return century(tokens, at) if digits and tail.folded in _ENDINGS else None
    if not tail.glued or len(digits) != 4 or digits[3] != "0":
        return None
    said = digits.isdigit() and tail.folded in ("s", "'s", "’s")
    return Point(digits[:3] + "X", "decade", at + 2) if said else None


def short_decade(tokens: Tokens, at: int) -> Point | None:
    """'20s."""
    if tokens[at].text not in "'’‘" or not tokens[at].text:
        return None
    digits, tail = tokens[at + 1].digits, tokens[at + 2]
    if len(digits) == 2 and digits[1] == "0" and tail.folded == "s" and tail.glued:
        return Point(f"19{digits[0]}X", "decade", at + 3)
    return None


def century(tokens: Tokens, at: int) -> Point | None:
    """The nineteenth century, the 19th century, a nineteenth-century house."""
    number = CENTURY_WORDS.get(tokens[at].folded, 0)
    place = at + 1
    if not number:
        number = century_number(tokens[at].digits)
        place += 1
    elif tokens[at].folded == "twenty":
        return None
    place += tokens[place].text == "-"
    if not 1 < number < 22 or tokens[place].folded not in ("century", "centuries"):
        return None
    return Point(f"{number - 1:02}XX", "century", place + 1)


def spanish_century(tokens: Tokens, at: int) -> Point | None:
    """Siglo XIX."""
    number = century_number(tokens[at + 1].folded)
    if not 1 < number < 22 or tokens[at + 1].text.islower():
        return None
    return Point(f"{number - 1:02}XX", "century", at + 2)


def behind_article(tokens: Tokens, at: int) -> Point | None:
    """What stands behind an article: the twenties, los sesenta, la década de 1880."""
    place = at + 1
    if tokens[at].folded in ("los", "anos") and tokens[place].folded == "anos":
        place += 1
    word = tokens[place].folded
    named = _NAMED.get(word)
    if named is None and tokens[place - 1].folded != "anos":
        return None
    english = word.endswith("ies")
    both = tokens[place + 1].folded == "y" and tokens[place + 2].folded in _NAMED
    if named and both and not english and tokens[at].folded != "the":
        return Point(f"{named}/{_NAMED[tokens[place + 2].folded]}", "decade", place + 3)
    units = tokens[place + 1].folded == "y" and tokens[place + 2].folded in SMALL["es"]
    counts = units or tokens[place + 1].folded == "anos"  # a finales de los noventa y solo
    if named and not (counts and not english) and (english == (tokens[at].folded == "the")):
        return (
            None
            if tokens[place + 1].sort == "w" and _noun(tokens, at, place)
            else Point(named, "decade", place + 1)
        )
    if tokens[place - 1].folded == "anos":
        digits = tokens[place].digits
        if len(digits) == 4 and digits[3] == "0" and digits.isdigit():
            return Point(digits[:3] + "X", "decade", place + 1)
        if len(digits) == 2 and digits[1] == "0":
            return Point(f"19{digits[0]}X", "decade", place + 1)
    return None


def _noun(tokens: Tokens, at: int, place: int) -> bool:
    """Whether "los sesenta" goes on as a count: los sesenta hombres."""
    named_years = tokens[place - 1].folded == "anos"
    following = tokens[place + 1]
    counts = following.folded.endswith("s") and following.folded not in ("los", "las", "les")
    return not named_years and tokens[at].folded != "the" and counts


def spanish_decade(tokens: Tokens, at: int) -> Point | None:
    """Década de 1880, década del cuarenta."""
    place = at + 1
    while tokens[place].folded in ("de", "del", "los") and place < at + 3:
        place += 1
    place += tokens[place].folded == "anos"
    digits = tokens[place].digits
    if len(digits) == 4 and digits[3] == "0" and digits.isdigit():
        return Point(digits[:3] + "X", "decade", place + 1)
    if len(digits) == 2 and digits[1] == "0":
        return Point(f"19{digits[0]}X", "decade", place + 1)
    named = _NAMED.get(tokens[place].folded)
    return Point(named, "decade", place + 1) if named else None


def is_month(word: str) -> bool:
    """Whether a folded word is the name of a month."""
    return len(word) > 2 and word in MONTH_NUMBERS
