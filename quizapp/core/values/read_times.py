"""What a learner types for a time, in the spellings of English and Spanish.

The text is cut into words and numbers once; small readers then look at those pieces. No
pattern repeats inside another, and no time needs more than `LONGEST` characters, so reading
stays linear whatever is sent.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizapp.core.values.edtf import TimeValue, parse_edtf
from quizapp.core.values.read_points import Pieces, calendar_day, phrase_length, single
from quizapp.core.values.spoken_years import in_figures
from quizapp.core.values.texts import without_accents
from quizapp.core.values.time_words import (
    ADDING,
    BETWEEN,
    FILLERS,
    FROM,
    JOINERS,
    LISTING,
    ONWARD,
    PARTS,
    SINCE,
    STILL,
    UNTIL,
)
from quizapp.core.values.typed_times import respelled

LONGEST = 120
"""Characters that a typed time may have; anything longer is none."""

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_PIECE = re.compile(r"\d+|[a-z]+|\S", re.ASCII)
_ERAS = (("a", ".", "d"), ("d", ".", "c"), ("c", ".", "e"), ("ad",), ("ce",), ("dc",))
_YEARS = (("los", "anos"), ("anos",), ("the", "years"), ("years",))


@dataclass(frozen=True, slots=True)
class AmbiguousTime:
    """What means two times: 3/12/1992 in English, and "mid 1980"."""

    first: TimeValue
    second: TimeValue


def read_time(text: str, language: str, *, span: bool = False) -> TimeValue | AmbiguousTime | None:
    """The time that a learner means, None when it is none or cannot be read.

    `language` decides what 3/12/1992 is: 3 December in Spanish, two days in English
    (AmbiguousTime) unless one number is over 12. "1905-12" is 1905 to 1912: two digits that
    are greater than the last two of the year before them end a span; otherwise 01 to 12 are
    a month ("1990-02"). `span` says that a span is asked for: then "1998-02" is 1998 to 2002,
    and "1905, 1912" names both ends.
    """
    text = text.strip()
    if len(text) > LONGEST:
        return None
    text = respelled(in_figures(without_accents(text.translate(_DASHES))))
    while "--" in text:
        text = text.replace("--", "-")
    pieces = _without_fillers(tuple(_PIECE.findall(text)))
    if not pieces:
        return None
    days = _numeric_date(pieces, day_first=language.lower().startswith("es"))
    if days:
        first, second = _value(days[0]), _value(days[-1])
        if first and second and len(days) > 1:
            return AmbiguousTime(first, second)
        return first or second
    if _may_be_part(pieces):
        year, part = _value(pieces[-1]), _value(single((*pieces, "s")))
        return AmbiguousTime(year, part) if year and part else None
    return _value(
        _short_span(pieces, span=span)
        or single(pieces)
        or _open_span(pieces)
        or _span(pieces, span=span)
    )


def _value(edtf: str) -> TimeValue | None:
    try:
        return parse_edtf(edtf) if edtf else None
    except ValueError:
        return None


def _without_fillers(pieces: Pieces) -> Pieces:
    """The pieces without what says nothing: "in", "the year", a full stop, "AD"."""
    while pieces and pieces[-1] in (".", ",", "!", ";"):
        pieces = pieces[:-1]
    for era in (*_ERAS, ("a", ".", "d", ".")):
        if pieces[: len(era)] == era and len(pieces) > len(era):
            pieces = pieces[len(era) :]
    for era in _ERAS:
        if pieces[-len(era) :] == era and len(pieces) > len(era):
            pieces = pieces[: -len(era)]
    while pieces and (pieces[0] in FILLERS or pieces[0] == "."):
        pieces = pieces[1:]
    return pieces


def _may_be_part(pieces: Pieces) -> bool:
    """Whether the middle of a year may as well be that of a decade: "mid 1980"."""
    if PARTS.get(pieces[0]) != "mid" or pieces[1:-1] not in ((), ("-",)):
        return False
    last = pieces[-1]
    return last.isdigit() and len(last) == 4 and last[-1] == "0"


def _numeric_date(pieces: Pieces, *, day_first: bool) -> tuple[str, ...]:
    """The one or two readings of 1992-12-03, 3/12/1992 and 12/1992; signs are / - or a point."""
    numbers, signs = pieces[::2], pieces[1::2]
    if not all(number.isdigit() for number in numbers) or len(set(signs)) != 1:
        return ()
    if signs[0] not in "/-." or len(pieces) not in (3, 5):
        return ()
    if len(pieces) == 3:
        month, year = numbers
        return (f"{year}-{month:0>2}",) if len(month) <= 2 and len(year) == 4 else ()
    return _three_numbers(*numbers, day_first=day_first)


def _three_numbers(a: str, b: str, c: str, *, day_first: bool) -> tuple[str, ...]:
    """The readings of a day in three numbers."""
    if len(a) == 4 and len(b) <= 2 and len(c) <= 2:
        return (f"{a}-{b:0>2}-{c:0>2}",)
    if len(c) != 4 or len(a) > 2 or len(b) > 2:
        return ()
    by_day, by_month = f"{c}-{b:0>2}-{a:0>2}", f"{c}-{a:0>2}-{b:0>2}"
    if day_first or int(a) > 12 or a == b:
        return (by_day,)
    return (by_month,) if int(b) > 12 else (by_day, by_month)


def _short_span(pieces: Pieces, *, span: bool) -> str:
    """1905-12, 1919-21, from 1905 to 12; and 1990-02, which is a month."""
    words = _after_years(pieces[1:] if pieces[0] in FROM | BETWEEN else pieces)
    if len(words) != 3 or words[1] not in JOINERS:
        return ""
    year, joiner, end = words
    if not (year.isdigit() and len(year) == 4 and end.isdigit() and len(end) <= 2):
        return ""
    if int(end) > int(year[-len(end) :]):
        return f"{year}/{year[: -len(end)]}{end}"
    if span and len(end) == 2 and int(end) < int(year[2:]):
        return f"{year}/{int(year[:2]) + 1:02d}{end}"
    if joiner in "-/" and len(end) == 2 and len(words) == len(pieces):
        return f"{year}-{end}"
    return ""


def _after_years(pieces: Pieces) -> Pieces:
    """The pieces without "the years" before a year of four digits."""
    for phrase in _YEARS:
        rest = pieces[len(phrase) :]
        if pieces[: len(phrase)] == phrase and rest and len(rest[0]) == 4 and rest[0].isdigit():
            return rest
    return pieces


def _open_span(pieces: Pieces) -> str:
    """A span with one end: since 1973, from 1973 onward, desde 1973, until 1940, 1973-."""
    if found := phrase_length(pieces, UNTIL):
        end = single(pieces[found:])
        return f"../{end}" if end and "/" not in end else ""
    found = phrase_length(pieces, SINCE)
    rest = pieces[found:]
    for ending in ONWARD:
        if len(rest) > len(ending) and rest[-len(ending) :] == ending:
            rest, found = rest[: -len(ending)], 1
            rest = rest[1:] if rest[0] in FROM else rest
            break
    start = single(rest) if found else ""
    return f"{start}/.." if start and "/" not in start else start


def _span(pieces: Pieces, *, span: bool) -> str:
    """Two times with a joiner between them."""
    listing = span or pieces[0] in BETWEEN
    points = _listed(pieces) if span else ()
    if _follow(points):
        return f"{points[0]}/{points[-1]}"
    if points and points[0][-1] == "X":
        return ""  # the 1940s and the 1960s leave out what is between
    if pieces[0] in FROM | BETWEEN:
        pieces = pieces[1:]
    pieces = _after_years(pieces)
    for place, piece in enumerate(pieces):
        if piece not in JOINERS and piece not in LISTING:
            continue
        if piece in LISTING and not listing:
            continue
        left, right = pieces[:place], _without_fillers(pieces[place + 1 :])
        if not left or not right:
            continue
        joined = _joined(left, right)
        if joined:
            return joined
    return ""


def _listed(pieces: Pieces) -> tuple[str, ...]:
    """The years or the decades of a list ("1940s, 50s and 60s"), none for anything else."""
    parts: list[Pieces] = [()]
    for piece in pieces:
        parts = [*parts, ()] if piece in ADDING else [*parts[:-1], (*parts[-1], piece)]
    points = tuple(single(part) for part in parts if part)
    sizes = {(len(point), point[-1:] == "X") for point in points}
    return points if len(points) > 1 and sizes in ({(4, True)}, {(4, False)}) else ()


def _follow(points: tuple[str, ...]) -> bool:
    """Whether there are years or decades and each follows the one before it."""
    numbers = [int(point.rstrip("X")) for point in points]
    return bool(numbers) and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _joined(left: Pieces, right: Pieces) -> str:
    """The span of two texts; the first may leave month and year to the second."""
    start = single(left)
    if right in STILL:
        return f"{start}/.." if start and "/" not in start else ""
    end = single(right)
    if not end or end.startswith("XXXX"):
        return ""
    if not start or start.startswith("XXXX"):
        start = _inherited(left, end)
    if not start:
        return ""
    return f"{start.partition('/')[0]}/{end.rpartition('/')[2]}"


def _inherited(left: Pieces, end: str) -> str:
    """The start of "3 to 5 December 1992" or "February to May 1990"."""
    year, *rest = end.rstrip("~?").split("-")
    if not rest or not year.isdigit():
        return ""
    return calendar_day(left, int(rest[0]) if len(rest) == 2 else 0, year)
