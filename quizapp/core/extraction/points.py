"""Points of time in running text: days, months, years, decades, centuries and parts of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quizapp.core.extraction.ages import (
    Point,
    behind_article,
    century,
    decade,
    short_decade,
    spanish_century,
    spanish_decade,
)
from quizapp.core.extraction.tokens import Tokens
from quizapp.core.values.time_words import CENTURY_WORDS, MONTH_NUMBERS
from quizapp.core.values.times import PARTS_OF_CENTURY, PARTS_OF_DECADE
from quizapp.core.values.word_lists import words

PARTS = (
    dict.fromkeys(words("early beginning start opening principios comienzos inicios"), "early")
    | dict.fromkeys(words("mid middle mediados"), "mid")
    | dict.fromkeys(words("late end close closing finales fines final"), "late")
)
"""Words for a part of a year, decade or century. The late 1950s and the end of them are one."""

PARTS_OF_YEAR = {"early": ("01", "04"), "mid": ("05", "08"), "late": ("09", "12")}
"""Which months a part of a year means: early 1991 is 1991-01~/1991-04~."""

SEASONS = frozenset(
    words(
        "spring summer autumn winter fall primavera verano otono invierno easter pentecost navidad "
        "navidades pascua midsummer michaelmas"
    )
)
FEASTS = {
    "christmas eve": "12-24", "christmas day": "12-25", "boxing day": "12-26",
    "new year": "01-01", "nochebuena": "12-24", "nochevieja": "12-31", "ano nuevo": "01-01",
}  # fmt: skip
_WEEKDAYS = frozenset(words("monday tuesday wednesday thursday friday saturday sunday"))
_CAPITAL_MONTHS = frozenset(words("may march"))
"""Months that are other words too: they count with a capital only."""

_NOUN_PARTS = frozenset(words("beginning start opening middle end close closing"))
"""Parts that need "of": the end of 1974, but beginning in 1973."""

_BEFORE_AN_END = frozenset(words("a al el del hacia y"))
"""Words behind which the Spanish "final" is an end, and no last match."""

_ENDINGS = frozenset(words("st nd rd th"))
_SMALL_WORDS = frozenset(words("the of de del la el los las in en"))


def point(tokens: Tokens, at: int) -> Point | None:
    """The point of time that begins at a token, None where none does."""
    token = tokens[at]
    if token.sort == "n":
        day = _day_first(tokens, at) if len(token.digits) < 3 else None
        return day or decade(tokens, at) or _year(tokens, at)
    if token.sort != "w":
        return short_decade(tokens, at)
    reader = _READERS.get(token.folded)
    return reader(tokens, at) if reader else None


def _year(tokens: Tokens, at: int) -> Point | None:
    digits = tokens[at].digits
    if len(digits) < 4:
        return _of_the_era(tokens, at, digits)
    if len(digits) != 4 or not digits.isdigit() or not "1000" <= digits <= "2199":
        return None
    doubt = tokens[at + 1]
    marked = doubt.text == "?" and doubt.glued and tokens[at + 2].text != ""
    return Point(digits + "?" * marked, "year", at + 1 + marked)


def _of_the_era(tokens: Tokens, at: int, digits: str) -> Point | None:
    """AD 638, 638 AD, 638 d. C.: years before 1000, which need their era."""
    if not digits.isdigit():
        return None
    if tokens[at - 1].folded in ("ad", "ce") and tokens[at - 1].text.isupper():
        return Point(digits.zfill(4), "year", at + 1)
    if tokens[at + 1].folded in ("ad", "ce") and tokens[at + 1].text.isupper():
        return Point(digits.zfill(4), "year", at + 2)
    return None


def _month(tokens: Tokens, at: int) -> int:
    word = tokens[at].folded
    if word in _CAPITAL_MONTHS and not tokens[at].capital:
        return 0
    return MONTH_NUMBERS.get(word, 0) if len(word) > 2 else 0


def _day_first(tokens: Tokens, at: int) -> Point | None:
    """3 March 1871, the 3rd of March, 3 de marzo de 1871."""
    day = tokens[at].digits
    if not (day.isdigit() and 1 <= len(day) <= 2 and 0 < int(day) < 32):
        return None
    place = at + 1
    if tokens[place].folded in _ENDINGS and tokens[place].glued:
        place += 1
    place += tokens[place].folded in ("of", "de")
    month = _month(tokens, place)
    if not month:
        return None
    short = len(tokens[place].text) < 5 and tokens[place + 2].text != ""
    place += 1 + (short and tokens[place + 1].text == "." and tokens[place + 1].glued)
    return _with_year(tokens, place, f"-{month:02}-{int(day):02}", "day")


def _month_first(tokens: Tokens, at: int) -> Point | None:
    """February 8, 1963; March 1975; marzo de 1975; March."""
    month = _month(tokens, at)
    if not month:
        return None
    place = at + 1
    if tokens[place].text == "." and tokens[place].glued and tokens[place + 1].sort == "n":
        place += 1
    day = tokens[place].digits
    if day.isdigit() and len(day) <= 2 and 0 < int(day) < 32:
        place += 1 + (tokens[place + 1].folded in _ENDINGS and tokens[place + 1].glued)
        span = _days_of_month(tokens, place, month, int(day))
        if span is not None:
            return span
        return _with_year(tokens, place, f"-{month:02}-{int(day):02}", "day")
    return _with_year(tokens, place, f"-{month:02}", "month")


def _days_of_month(tokens: Tokens, at: int, month: int, first: int) -> Point | None:
    """The –15, 1900 of "May 12–15, 1900"."""
    last = tokens[at + 1].digits
    joined = tokens[at].text in ("-", "–", "—") or tokens[at].folded == "to"
    if not joined or not last.isdigit() or not first < int(last) < 32:
        return None
    end = _with_year(tokens, at + 2, f"-{month:02}-{int(last):02}", "day")
    if end.yearless:
        return None
    return Point(f"{end.edtf[:8]}{first:02}/{end.edtf}", "span", end.end)


def _with_year(tokens: Tokens, at: int, rest: str, sort: str) -> Point:
    """A day or month with the year behind it, where one stands there."""
    place = at
    while tokens[place].folded in (",", "of", "de", "del", "ano") and place < at + 2:
        place += 1
    year = _year(tokens, place)
    if year is not None and year.edtf.isdigit():
        return Point(year.edtf + rest, sort, year.end)
    return Point("XXXX" + rest, sort, at)


def _season(tokens: Tokens, at: int) -> Point | None:
    """Summer 1911, the winter of 1911-12 (its span is read by the spans), Christmas Eve 1801."""
    feast = FEASTS.get(f"{tokens[at].folded} {tokens[at + 1].folded}")
    place = at + 1 + (feast is not None or tokens[at + 1].folded in _WEEKDAYS)
    feast = feast or FEASTS.get(tokens[at].folded)
    if tokens[place].folded in ("'s", "’s"):
        feast = "12-31" if tokens[place + 1].folded == "eve" else feast
        place += 2
    elif tokens[at].folded == "new" and feast:
        return None
    while tokens[place].folded in ("of", "de", "del") and place < at + 3:
        place += 1
    year = _year(tokens, place)
    if year is None:
        return None
    return Point(f"{year.edtf}-{feast}", "day", year.end) if feast else year


def _part(tokens: Tokens, at: int) -> Point | None:
    """Early 1920, mid-1980s, early to mid-1970s, a finales de los años cincuenta."""
    first = last = PARTS[tokens[at].folded]
    place = at + 1
    if tokens[at].folded in _NOUN_PARTS and tokens[place].folded != "of":
        return None
    if tokens[at].folded == "final" and tokens[at - 1].folded not in _BEFORE_AN_END:
        return None  # the final of 2018 was a match
    for joiner in ("-", "to", "-", "and"):
        place += tokens[place].text == joiner
    if place > at + 1 and tokens[place].folded in PARTS:
        last, place = PARTS[tokens[place].folded], place + 1
        place += tokens[place].text == "-"
    limit = place + 3
    while tokens[place].folded in _SMALL_WORDS and place < limit:
        whole = point(tokens, place)
        if whole is not None:
            break
        place += 1
    whole = None if tokens[place].folded in PARTS else point(tokens, place)
    if whole is None or "/" in whole.edtf or "?" in whole.edtf:
        return None
    return _parted(whole, first, last)


def _parted(whole: Point, first: str, last: str) -> Point | None:
    edtf = whole.edtf
    if whole.sort == "decade":
        low, high = PARTS_OF_DECADE[first][0], PARTS_OF_DECADE[last][1]
        return Point(f"{edtf[:3]}{low}~/{edtf[:3]}{high}~", "part", whole.end)
    if whole.sort == "century":
        low, high = PARTS_OF_CENTURY[first][0], PARTS_OF_CENTURY[last][1]
        return Point(f"{edtf[:2]}{low:02}~/{edtf[:2]}{high:02}~", "part", whole.end)
    if whole.sort == "year":
        start, end = PARTS_OF_YEAR[first][0], PARTS_OF_YEAR[last][1]
        return Point(f"{edtf}-{start}~/{edtf}-{end}~", "part", whole.end)
    return whole if whole.sort == "month" else None


_READERS: Mapping[str, Callable[[Tokens, int], Point | None]] = (
    dict.fromkeys(CENTURY_WORDS, century)
    | dict.fromkeys(MONTH_NUMBERS, _month_first)
    | dict.fromkeys(SEASONS | {"christmas", "boxing", "new", "nochebuena", "nochevieja"}, _season)
    | dict.fromkeys(PARTS, _part)
    | dict.fromkeys(("the", "los", "anos"), behind_article)
    | {"decada": spanish_decade, "siglo": spanish_century}
)
"""What reads a point that begins with a word."""
OPENINGS = frozenset(_READERS) | {"the", "al", "el"}
"""Words by which a time in words may begin."""
