"""Dates that lean on a year named before: "that December", "7 January of the next year"."""

from __future__ import annotations

from collections.abc import Mapping

from quizapp.core.extraction.ages import Point
from quizapp.core.extraction.groups import is_reduced
from quizapp.core.extraction.model import Hit
from quizapp.core.extraction.phrases import is_preposition
from quizapp.core.extraction.points import PARTS, SEASONS
from quizapp.core.extraction.tokens import Tokens
from quizapp.core.extraction.units import plural
from quizapp.core.extraction.verb_words import AUXILIARIES
from quizapp.core.values.times import parse_edtf
from quizapp.core.values.word_lists import phrases, words

_Phrases = Mapping[str, tuple[tuple[str, ...], ...]]
"""Phrases by their second word, at which most places fall out."""


def _by_second_word(listed: str) -> _Phrases:
    split = phrases(listed)
    return {
        second: tuple(phrase for phrase in split if phrase[1] == second)
        for second in {phrase[1] for phrase in split}
    }


NEXT_YEAR = _by_second_word("the following year|the next year|al ano siguiente|el ano siguiente")
SAME_YEAR = _by_second_word("of that year|of the same year|de ese ano|de aquel ano|del mismo ano")
SAME_MONTH = _by_second_word(
    "of that month|of the same month|de ese mes|de aquel mes|de ese mismo mes|del mismo mes"
)
YEAR_AFTER = _by_second_word(
    "of the next year|of the following year|the next year|the following year|del ano siguiente"
)
_STRETCHES = frozenset(words("year ano in course curso course during a durante spring"))


class Lent:
    """The year that a date without one leans on: the last that the text named.

    `turn` is the month of the latest date, for "between 11 November and 30 January".
    """

    __slots__ = ("age", "day", "faint", "latest", "month", "year")

    def __init__(self) -> None:
        self.year = self.latest = ""
        self.month = 0
        self.day = 0
        self.age = 0
        self.faint = True

    def new_paragraph(self) -> None:
        """A year is lent within its paragraph and to the next ones."""
        self.age += 1
        if self.age > 3:
            self.year, self.month, self.faint = "", 0, True

    def learn(self, edtf: str, *, aside: bool = False) -> None:
        """Remember the year of a time that was found.

        One told `aside` (the census of 1931) lends its year only where no other does.
        """
        last = edtf.rpartition("/")[2].lstrip(".") or edtf.partition("/")[0]
        year, month, day = last[:4], last[5:7], last[8:10]
        if not year.isdigit():
            return
        self.latest = year
        if not aside or self.faint:
            self.year, self.age, self.faint = year, 0, aside
            self.month = int(month) if month.isdigit() else 0
            self.day = int(day) if day.isdigit() else 0


def phrase_at(tokens: Tokens, at: int, known: _Phrases) -> int:
    """How many tokens at a place are one of the phrases, 0 for none."""
    for phrase in known.get(tokens[at + 1].folded, ()):
        if all(tokens[at + place].folded == word for place, word in enumerate(phrase)):
            return len(phrase)
    return 0


def checked(edtf: str) -> str:
    """The EDTF where it is a time of the calendar, else ""."""
    try:
        return parse_edtf(edtf).edtf
    except ValueError:
        return ""


def day_alone(tokens: Tokens, at: int, lent: Lent) -> tuple[str, int]:
    """On the 24th, el día 9: the day's date and the place behind it, "" for none."""
    english = tokens[at - 1].folded == "the" and tokens[at - 2].folded in ("on", "until", "by")
    spanish = tokens[at - 1].folded == "dia" and tokens[at - 2].folded == "el"
    if not lent.month or not lent.year or not (english or spanish):
        return "", at
    ending = tokens[at + 1].glued and tokens[at + 1].folded in ("st", "nd", "rd", "th")
    day = tokens[at].digits
    if not day.isdigit() or len(day) > 2 or ending != english:
        return "", at
    after = tokens[at + 1 + ending]
    if after.sort == "w" and after.folded not in _BEHIND_DAYS:
        return "", at
    month = lent.month + (int(day) < lent.day)
    year = int(lent.year) + (month > 12)
    return checked(f"{year}-{(month - 1) % 12 + 1:02}-{int(day):02}"), at + 1 + ending


def _years_later(tokens: Tokens, at: int) -> int:
    """How many years "two years later, on 7 March" goes on; 0 for none."""
    for place in range(at - 1, max(1, at - 6), -1):
        later = tokens[place].folded in ("later", "despues", "tarde")
        back = place - 1 - (tokens[place].folded == "tarde")
        if later and tokens[back].folded in ("year", "years", "ano", "anos"):
            return _FEW.get(tokens[back - 1].folded, 0)
    return 0


_FEW = {"a": 1, "un": 1} | {
    word: number
    for number, names in enumerate(
        ("one uno", "two dos", "three tres", "four cuatro", "five cinco", "six seis"), 1
    )
    for word in names.split()
}
_BEHIND_DAYS = frozenset(
    words("and but for with by in at he she it they when after before to from a the y con en por")
)


def leaning(tokens: Tokens, value: Point, lent: Lent, at: int = 0) -> Point:
    """A date without a year with the one that it leans on."""
    if not value.yearless:
        return value if checked(value.edtf) else value._replace(edtf="")
    after = phrase_at(tokens, value.end, YEAR_AFTER)
    same = phrase_at(tokens, value.end, SAME_YEAR)
    end = value.end + (after or same)
    if not lent.year:
        return value if value.sort == "day" and checked(value.edtf) else value._replace(edtf="")
    month = int(value.edtf[5:7])
    turned = tokens[at - 1].folded == "that" and month + 5 < lent.month
    named = lent.latest if after or same else lent.year
    year = int(named) + (_years_later(tokens, at) or bool(after) or turned)
    return Point(checked(f"{year}{value.edtf[4:]}"), value.sort, end)


_HAD = frozenset(("had", "habia", "habian"))


def _is_background(tokens: Tokens, at: int) -> bool:
    """Whether a time tells what was before: one of them built in 1979, where he had lived."""
    opens = at < 4 and not tokens.lacks(_HAD)
    if opens and any(tokens[place].folded in _HAD for place in range(at + 1, at + 9)):
        return True  # already in 1934 a geologist had warned
    for place in range(at - 1, max(0, at - 9), -1):
        token = tokens[place]
        if token.text in (",", ";", ":", "(", ")"):
            return False
        if token.folded in _HAD:
            return True
        if is_reduced(tokens, place) or _is_spanish_reduced(tokens, place):
            return True
    return False


def _is_spanish_reduced(tokens: Tokens, at: int) -> bool:
    """Whether a Spanish participle belongs to the noun before it: un horno construido en."""
    if tokens.language != "es" or not tokens[at].folded.endswith(_SPANISH_PARTICIPLES):
        return False
    before = tokens[at - 1]
    if before.text == ",":
        return is_preposition(tokens, at + 1) or tokens[at + 2].folded in ("en", "entre", "por")
    return plural(before) or (before.text.islower() and before.folded not in _HELPING)


_SPANISH_PARTICIPLES = tuple(words("ado ada ados adas ido ida idos idas"))
_HELPING = AUXILIARIES | frozenset(words("se quedo quedaron fue sido un una el la los las y"))


def is_aside(tokens: Tokens, hit: Hit) -> bool:
    """Whether a time is only told beside what the text is at: the census of 1931, since 1803."""
    if hit.kind == "year":
        return _is_background(tokens, hit.first) or _is_of_a_noun(tokens, hit.first)
    return hit.kind == "range" and _is_span_aside(tokens, hit)


def _is_span_aside(tokens: Tokens, hit: Hit) -> bool:
    start, _, end = hit.value.partition("/")
    long = start[:4] != end[:4]
    if long and _is_background(tokens, hit.first):
        return True
    opens = tokens[hit.first].folded == "from" or tokens[hit.first + 1].folded == "partir"
    if opens and end == "..":
        return False  # from June 1954 the society sold
    return ".." in (start, end) or ("~" in start and long)


def _is_of_a_noun(tokens: Tokens, at: int) -> bool:
    """Whether a year tells which of several something is: the census of 1931."""
    inside = tokens[at].folded in ("of", "de")
    if not inside and tokens[at - 1].folded not in ("of", "de"):
        return False
    noun = tokens[at - 1 if inside else at - 2]
    named = noun.sort == "w" and noun.folded not in PARTS and noun.folded not in SEASONS
    return named and noun.folded not in _STRETCHES
