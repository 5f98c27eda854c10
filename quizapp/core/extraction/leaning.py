"""Dates that lean on a year named before: "that December", "7 January of the next year"."""

from __future__ import annotations

from dataclasses import replace

from quizapp.core.extraction.points import Point
from quizapp.core.extraction.tokens import Tokens
from quizapp.core.values.times import parse_edtf

NEXT_YEAR = (
    ("the", "following", "year"),
    ("the", "next", "year"),
    ("al", "ano", "siguiente"),
    ("el", "ano", "siguiente"),
)


_SAME_YEAR = (
    ("of", "that", "year"),
    ("of", "the", "same", "year"),
    ("de", "ese", "ano"),
    ("de", "aquel", "ano"),
    ("del", "mismo", "ano"),
)


SAME_MONTH = (
    ("of", "that", "month"),
    ("of", "the", "same", "month"),
    ("de", "ese", "mes"),
    ("de", "aquel", "mes"),
    ("de", "ese", "mismo", "mes"),
    ("del", "mismo", "mes"),
)


_YEAR_AFTER = (
    ("of", "the", "next", "year"),
    ("of", "the", "following", "year"),
    ("the", "next", "year"),
    ("the", "following", "year"),
    ("del", "ano", "siguiente"),
)


class Lent:
    """The year that a date without one leans on: the last that the text named.

    `turn` is the month of the latest date, for "between 11 November and 30 January".
    """

    __slots__ = ("age", "month", "year")

    def __init__(self) -> None:
        self.year = ""
        self.month = 0
        self.age = 0

    def new_paragraph(self) -> None:
        """A year is lent within its paragraph and to the next one."""
        self.age += 1
        if self.age > 1:
            self.year, self.month = "", 0

    def learn(self, edtf: str) -> None:
        """Remember the year of a time that was found."""
        last = edtf.rpartition("/")[2].lstrip(".")
        last = last or edtf.partition("/")[0]
        if last[:4].isdigit():
            self.year, self.age = last[:4], 0
            self.month = int(last[5:7]) if last[5:7].isdigit() else 0


def phrase_at(tokens: Tokens, at: int, known: tuple[tuple[str, ...], ...]) -> int:
    """How many tokens at a place are one of the phrases, 0 for none."""
    for phrase in known:
        if all(tokens.folded(at + place) == word for place, word in enumerate(phrase)):
            return len(phrase)
    return 0


def checked(edtf: str) -> str:
    """The EDTF where it is a time of the calendar, else ""."""
    try:
        return parse_edtf(edtf).edtf
    except ValueError:
        return ""


def leaning(tokens: Tokens, value: Point, lent: Lent) -> Point:
    """A date without a year with the one that it leans on."""
    if not value.yearless:
        return value if checked(value.edtf) else replace(value, edtf="")
    after = phrase_at(tokens, value.end, _YEAR_AFTER)
    same = phrase_at(tokens, value.end, _SAME_YEAR)
    end = value.end + (after or same)
    if not lent.year:
        return value if value.sort == "day" and checked(value.edtf) else replace(value, edtf="")
    year = int(lent.year) + bool(after)
    return Point(checked(f"{year}{value.edtf[4:]}"), value.sort, end)
