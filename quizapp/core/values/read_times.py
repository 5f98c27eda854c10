"""What a learner types for a time, in the spellings of English and Spanish.

The text is cut into words and numbers once; small readers then look at those pieces. No
pattern repeats inside another, and no time needs more than `LONGEST` characters, so reading
stays linear whatever is sent.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizapp.core.values.texts import without_accents
from quizapp.core.values.time_words import (
    ABOUT,
    BETWEEN,
    CENTURY_WORDS,
    DECADE_NAMES,
    FILLERS,
    FROM,
    JOINERS,
    MONTH_NUMBERS,
    ONWARD,
    PARTS,
    PERHAPS,
    SINCE,
    STILL,
    UNTIL,
    century_number,
)
from quizapp.core.values.times import (
    PARTS_OF_CENTURY,
    PARTS_OF_DECADE,
    TimeValue,
    parse_edtf,
)

LONGEST = 120
"""Characters that a typed time may have; anything longer is none."""

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_PIECE = re.compile(r"\d+|[a-z]+|\S", re.ASCII)
_ORDINAL = frozenset({"st", "nd", "rd", "th", "o", "er", "ro"})

Pieces = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AmbiguousTime:
    """A date that means two days, as 3/12/1992 does in English."""

    first: TimeValue
    second: TimeValue


def read_time(
    text: str, language: str, *, span: bool = False
) -> TimeValue | AmbiguousTime | None:
    """The time that a learner means, None when it is none or cannot be read.

    `language` decides what 3/12/1992 is: 3 December in Spanish, two days in English
    (AmbiguousTime) unless one number is over 12. "1905-12" is 1905 to 1912: two digits that
    are greater than the last two of the year before them end a span; otherwise 01 to 12 are
    a month ("1990-02"). `span` says that a span is asked: then "1998-02" is 1998 to 2002.
    """
    text = text.strip()
    if len(text) > LONGEST:
        return None
    text = without_accents(text.translate(_DASHES))
    while "--" in text:
        text = text.replace("--", "-")
    pieces = _without_fillers(tuple(_PIECE.findall(text)))
    edtf = _read(pieces, language.lower().startswith("es"), span)
    if isinstance(edtf, tuple):
        first, second = (_value(each) for each in edtf)
        return AmbiguousTime(first, second) if first and second else first or second
    return _value(edtf)


def _value(edtf: str) -> TimeValue | None:
    try:
        return parse_edtf(edtf) if edtf else None
    except ValueError:
        return None


def _without_fillers(pieces: Pieces) -> Pieces:
    """The pieces without what says nothing: "in", "the year", a full stop, "AD"."""
    while pieces and pieces[-1] in (".", ",", "!", ";"):
        pieces = pieces[:-1]
    for ending in (("a", ".", "d"), ("d", ".", "c"), ("c", ".", "e"), ("ad",), ("ce",), ("dc",)):
        if pieces[-len(ending) :] == ending and len(pieces) > len(ending):
            pieces = pieces[: -len(ending)]
    while pieces and (pieces[0] in FILLERS or pieces[0] == "."):
        pieces = pieces[1:]
    return pieces


def _read(pieces: Pieces, day_first: bool, span: bool) -> str | tuple[str, str]:
    """The EDTF text of the pieces, two texts when they mean two days, "" when none."""
    if not pieces:
        return ""
    numeric = _numeric_date(pieces, day_first)
    if numeric:
        return numeric
    return (
        _short_span(pieces, span)
        or _single(pieces)
        or _open_span(pieces)
        or _span(pieces)
    )


def _numeric_date(pieces: Pieces, day_first: bool) -> str | tuple[str, str]:
    """1992-12-03, 3/12/1992 and 12/1992 with any of / - . between the numbers."""
    numbers, signs = pieces[::2], pieces[1::2]
    if not all(number.isdigit() for number in numbers) or len(set(signs)) != 1:
        return ""
    if signs[0] not in "/-." or len(pieces) not in (3, 5):
        return ""
    if len(pieces) == 3:
        month, year = numbers
        return f"{year}-{month:0>2}" if len(month) <= 2 and len(year) == 4 else ""
    a, b, c = numbers
    if len(a) == 4 and len(b) <= 2 and len(c) <= 2:
        return f"{a}-{b:0>2}-{c:0>2}"
    if len(c) != 4 or len(a) > 2 or len(b) > 2:
        return ""
    by_day, by_month = f"{c}-{b:0>2}-{a:0>2}", f"{c}-{a:0>2}-{b:0>2}"
    if day_first or int(a) > 12 or a == b:
        return by_day
    return by_month if int(b) > 12 else (by_day, by_month)


def _short_span(pieces: Pieces, span: bool) -> str:
    """1905-12, 1919-21, from 1905 to 12; and 1990-02, which is a month."""
    words = pieces[1:] if pieces[0] in FROM | BETWEEN else pieces
    if len(words) != 3 or words[1] not in JOINERS:
        return ""
    year, joiner, end = words
    if not (year.isdigit() and len(year) == 4 and end.isdigit() and len(end) <= 2):
        return ""
    century, within = int(year[:2]), int(year[2:])
    if int(end) > within if len(end) == 2 else int(end) > within % 10:
        return f"{year}/{year[: 4 - len(end)]}{end}"
    if span and len(end) == 2 and int(end) < within:
        return f"{year}/{century + 1:02d}{end}"
    if joiner in "-/" and len(end) == 2 and len(words) == len(pieces):
        return f"{year}-{end}"
    return ""


def _single(pieces: Pieces) -> str:
    """One point of time or one part of a decade or century, with its hedges."""
    pieces, marks = _hedges(pieces)
    while pieces and pieces[0] in FILLERS:
        pieces = pieces[1:]
    if not pieces:
        return ""
    point = _year(pieces) or _decade(pieces) or _century(pieces) or _calendar_day(pieces)
    return point + marks if point else _part(pieces)


def _hedges(pieces: Pieces) -> tuple[Pieces, str]:
    """The pieces without "about" and "perhaps", and the marks that stand for them."""
    about = perhaps = False
    while pieces:
        if pieces[0] in PERHAPS:
            perhaps, pieces = True, pieces[1:]
        elif found := _phrase(pieces, ABOUT):
            about, pieces = True, pieces[found:]
        elif about and pieces[0] == ".":  # "c." and "aprox."
            pieces = pieces[1:]
        elif pieces[-1] == "?":
            perhaps, pieces = True, pieces[:-1]
        elif pieces[-1] == "~":
            about, pieces = True, pieces[:-1]
        else:
            break
    return pieces, ("~" if about else "") + ("?" if perhaps else "")


def _phrase(pieces: Pieces, phrases: tuple[Pieces, ...]) -> int:
    """How many pieces a leading phrase of the table takes, 0 for none."""
    for phrase in phrases:
        if pieces[: len(phrase)] == phrase:
            return len(phrase)
    return 0


def _year(pieces: Pieces) -> str:
    if len(pieces) == 2 and pieces[0] in ("early", "late", "mid", "principios", "mediados"):
        pieces = pieces[1:]  # a part of a year is read as the year
    if len(pieces) == 1 and pieces[0].isdigit() and 3 <= len(pieces[0]) <= 4:
        return pieces[0].zfill(4)
    return ""


def _decade(pieces: Pieces) -> str:
    """the 1930s, 1930's, 30s, the thirties, los años 30, la década de 1930."""
    words = tuple(word for word in pieces if word not in ("'", "the", "los", "la", "el"))
    if len(words) == 2 and words[1] == "s":
        return _tens(words[0])
    if len(words) == 1 and words[0] in DECADE_NAMES:
        return DECADE_NAMES[words[0]] if not words[0].isdigit() else ""
    while words and words[0] in ("decada", "decenio", "anos", "decade", "de", "del", "of"):
        words = words[1:]
        if len(words) == 1:
            return _tens(words[0]) or DECADE_NAMES.get(words[0], "")
        if len(words) == 2 and words[1] == "s":
            return _tens(words[0])
    if len(words) == 1 and pieces[0] == "los" and len(words[0]) == 2:
        return _tens(words[0])
    return ""


def _tens(number: str) -> str:
    """193X for "1930" and "30"; two digits are of the 20th century."""
    if not number.isdigit() or len(number) not in (2, 4) or number[-1] != "0":
        return ""
    return f"19{number[0]}X" if len(number) == 2 else f"{number[:3]}X"


def _century(pieces: Pieces) -> str:
    """20th century, the twentieth century, siglo XX, s. XX, siglo 20."""
    words = tuple(word for word in pieces if word not in (".", "the", "el"))
    number = 0
    if len(words) == 2 and words[0] in ("siglo", "s"):
        number = century_number(words[1])
    elif words and words[-1] in ("century", "cent", "c"):
        inner = tuple(word for word in words[:-1] if word not in _ORDINAL and word != "-")
        number = CENTURY_WORDS.get(" ".join(inner), 0)
        if not number and len(inner) == 1:
            number = century_number(inner[0])
    return f"{number - 1:02d}XX" if 1 <= number <= 30 else ""


def _part(pieces: Pieces) -> str:
    """mid-1980s, the late 1970s, a mediados de los años 80, fines del siglo XIX."""
    part = PARTS.get(pieces[0])
    if part is None:
        return ""
    rest = pieces[1:]
    while rest and rest[0] in ("-", "in", "de", "del", "the", "los", "la", "el", "part", "of"):
        if rest[0] == "los" and _decade(rest):
            break
        rest = rest[1:]
    whole = _decade(rest) or _century(rest)
    if whole.endswith("XX"):
        low, high = PARTS_OF_CENTURY[part]
        return f"{whole[:2]}{low:02d}~/{whole[:2]}{high:02d}~"
    if whole:
        low, high = PARTS_OF_DECADE[part]
        return f"{whole[:3]}{low}~/{whole[:3]}{high}~"
    return ""


def _calendar_day(pieces: Pieces, month: int = 0, year: str = "") -> str:
    """3 December 1992, Dec 3 1992, February 1990, 3 de diciembre.

    `month` and `year` are taken where the pieces have none of their own.
    """
    day = 0
    for piece in pieces:
        if piece in MONTH_NUMBERS and piece.isalpha():
            if month and piece != pieces[0]:
                return ""
            month = MONTH_NUMBERS[piece]
        elif piece.isdigit() and len(piece) == 4:
            year = piece
        elif piece.isdigit() and len(piece) <= 2 and not day:
            day = int(piece)
        elif piece not in _ORDINAL and piece not in (",", ".", "-", "/", "de", "del", "of", "the"):
            return ""
    if not month or not (year or day):
        return ""
    return f"{year or 'XXXX'}-{month:02d}" + (f"-{day:02d}" if day else "")


def _open_span(pieces: Pieces) -> str:
    """since 1973, from 1973 onward, desde 1973, until 1940, hasta 1940, 1973-."""
    if found := _phrase(pieces, UNTIL):
        end = _single(pieces[found:])
        return f"../{end}" if end and "/" not in end else ""
    found = _phrase(pieces, SINCE)
    rest = pieces[found:]
    for ending in ONWARD:
        if len(rest) > len(ending) and rest[-len(ending) :] == ending:
            rest, found = rest[: -len(ending)], 1
            break
    start = _single(rest) if found else ""
    return f"{start}/.." if start and "/" not in start else ""


def _span(pieces: Pieces) -> str:
    """Two times with a joiner between them."""
    between = pieces[0] in BETWEEN
    if between or pieces[0] in FROM:
        pieces = pieces[1:]
    for place, piece in enumerate(pieces):
        if piece not in JOINERS or (piece in ("and", "y") and not between):
            continue
        left, right = pieces[:place], pieces[place + 1 :]
        while right and right[0] in ("el", "the", "l"):
            right = right[1:]
        if not left or not right:
            continue
        if right in STILL:
            start = _single(left)
            return f"{start}/.." if start and "/" not in start else ""
        joined = _joined(left, right)
        if joined:
            return joined
    return ""


def _joined(left: Pieces, right: Pieces) -> str:
    """The span of two texts; the first may leave month and year to the second."""
    end = _single(right)
    if not end or end.startswith("XXXX"):
        return ""
    start = _single(left)
    if not start or start.startswith("XXXX"):
        start = _inherited(left, end)
    if not start:
        return ""
    first, last = start.partition("/")[0], end.rpartition("/")[2]
    return f"{first}/{last}"


def _inherited(left: Pieces, end: str) -> str:
    """The start of "3 to 5 December 1992" or "February to May 1990"."""
    year, *rest = end.rstrip("~?").split("-")
    if not rest or not year.isdigit():
        return ""
    month = int(rest[0]) if len(rest) == 2 else 0
    return _calendar_day(left, month, year)
