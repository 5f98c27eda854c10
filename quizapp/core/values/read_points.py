"""One point of time as people write it: a year, a decade, a century, a day, a part of these.

Works on pieces: words in lower case without accents, numbers, signs. Gives EDTF text, "" for
what it cannot read; whether the calendar knows the value is not looked at here.
"""

from __future__ import annotations

from collections.abc import Iterable

from quizapp.core.values.edtf import PARTS_OF_CENTURY, PARTS_OF_DECADE
from quizapp.core.values.time_words import (
    ABOUT,
    CENTURY_WORDS,
    DECADE_NAMES,
    FILLERS,
    PARTS,
    PERHAPS,
    century_number,
    month_number,
)

Pieces = tuple[str, ...]

_ORDINAL = frozenset({"st", "nd", "rd", "th", "o", "er", "ro"})
_BETWEEN_DAY_AND_YEAR = {",", ".", "-", "/", "de", "del", "of", "in", "en", "the", "el"}
_DECADE_OPENINGS = frozenset({"decada", "decenio", "anos", "decade", "de", "del", "of"})
_OF_A_YEAR = frozenset({"-", "in", "de", "del", "el", "part", "of", "ano"})
_AFTER_PART = frozenset({"-", "in", "de", "del", "the", "los", "la", "el", "part", "of", "ano"})


def single(pieces: Pieces) -> str:
    """One point of time, or one part of a decade or century, with its hedges as marks."""
    pieces, marks = _hedges(pieces)
    while pieces and pieces[0] in FILLERS:
        pieces = pieces[1:]
    if not pieces:
        return ""
    point = (
        _year(pieces) or _decade(pieces) or _century(pieces) or _iso(pieces) or calendar_day(pieces)
    )
    return point + marks if point else _part(pieces)


def phrase_length(pieces: Pieces, phrases: Iterable[Pieces]) -> int:
    """How many pieces the leading phrase of a table takes, 0 when none leads."""
    for phrase in phrases:
        if pieces[: len(phrase)] == phrase:
            return len(phrase)
    return 0


def calendar_day(pieces: Pieces, month: int = 0, year: str = "") -> str:
    """A day or month: 3 December 1992, Dec 3 1992, February 1990, 3 de diciembre.

    `month` and `year` are taken where the pieces have none of their own.
    """
    day, own_year = 0, ""
    named = False
    for before, piece in zip(("", *pieces), pieces, strict=False):
        if not named and month_number(piece):
            month, named = month_number(piece), True
        elif piece.isdigit() and len(piece) == 4 and not own_year:
            own_year = piece
        elif piece.isdigit() and len(piece) <= 2 and int(piece) and not day:
            day = int(piece)
        elif piece in _ORDINAL and before.isdigit() and len(before) <= 2:
            continue
        elif piece not in _BETWEEN_DAY_AND_YEAR:
            return ""
    year = own_year or year
    if not month or not (year or day) or not (named or day):
        return ""
    return f"{year or 'XXXX'}-{month:02d}" + (f"-{day:02d}" if day else "")


def _hedges(pieces: Pieces) -> tuple[Pieces, str]:
    """The pieces without "about" and "perhaps", and the marks that stand for them."""
    about = perhaps = False
    while pieces:
        if pieces[0] in PERHAPS:
            perhaps, pieces = True, pieces[1:]
        elif found := phrase_length(pieces, ABOUT):
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


def _year(pieces: Pieces) -> str:
    if len(pieces) == 1 and pieces[0].isdigit() and 3 <= len(pieces[0]) <= 4:
        return pieces[0].zfill(4)
    return ""


def _iso(pieces: Pieces) -> str:
    """1992-12-03 or 1990-02, which as an end of a span cannot be spans themselves."""
    numbers = pieces[::2]
    if len(pieces) not in (3, 5) or any(sign != "-" for sign in pieces[1::2]):
        return ""
    if not all(number.isdigit() for number in numbers) or len(numbers[0]) != 4:
        return ""
    return "-".join(numbers) if all(len(number) == 2 for number in numbers[1:]) else ""


def _decade(pieces: Pieces) -> str:
    """A decade: 1930s, 1930's, 30s, the thirties, los años 30, la década de 1930."""
    opened = pieces[0] == "los"
    words = tuple(word for word in pieces if word not in ("'", "the", "los", "la", "el"))
    while words and words[0] in _DECADE_OPENINGS:
        opened, words = True, words[1:]
    if len(words) == 2 and words[1] == "s":
        return _tens(words[0])
    if len(words) != 1:
        return ""
    if opened and not (pieces[0] == "los" and len(pieces) == 2 and len(words[0]) == 4):
        return _tens(words[0]) or DECADE_NAMES.get(words[0], "")
    return DECADE_NAMES.get(words[0], "") if words[0].endswith("s") else ""


def _tens(number: str) -> str:
    """The decade of "1930" or "30": 193X. Two digits are of the 20th century."""
    if not number.isdigit() or len(number) not in (2, 4) or number[-1] != "0":
        return ""
    return f"19{number[0]}X" if len(number) == 2 else f"{number[:3]}X"


def _century(pieces: Pieces) -> str:
    """A century: 20th century, the twentieth century, siglo XX, s. XX, siglo 20."""
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
    """A part: mid-1980s, late 1970s, a mediados de los años 80, fines del siglo XIX.

    A part of a year or month is read as that year or month: early 1973 is 1973.
    """
    if pieces[0] in ("a", "at"):
        pieces = pieces[2:] if pieces[1:2] == ("the",) else pieces[1:]
    part, rest = PARTS.get(pieces[0]) if pieces else None, pieces[1:]
    if part is None or not rest:
        return ""
    within = _year(tuple(word for word in rest if word not in _OF_A_YEAR))
    if within and len(rest[-1]) == 4:
        return within  # "the end of 1940" is no part of the 1940s
    whole = _decade(rest) or _century(rest)
    while not whole and len(rest) > 1 and rest[0] in _AFTER_PART:
        rest = rest[1:]
        whole = _decade(rest) or _century(rest)
    if whole.endswith("XX"):
        low, high = PARTS_OF_CENTURY[part]
        return f"{whole[:2]}{low:02d}~/{whole[:2]}{high:02d}~"
    if whole:
        low, high = PARTS_OF_DECADE[part]
        return f"{whole[:3]}{low}~/{whole[:3]}{high}~"
    return _year(rest) or calendar_day(rest)
