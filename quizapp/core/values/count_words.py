"""Numbers said in words: seventy-nine, siete mil, two and a half million, dos tercios.

Only what is composed as the language composes it is a number: "one two" and "uno y cuarenta"
are none.
"""

from __future__ import annotations

from decimal import Decimal

from quizapp.core.values.number_words import DOZENS, HALVES, LARGE, SMALL, THOUSANDS

Pieces = tuple[str, ...]

_POINTS = {"en": (("point",),), "es": (("coma",), ("punto",))}
_HALF_BEHIND = {
    "en": (("and", "a", "half"),),
    "es": (("y", "medio"), ("y", "media")),
}


def count(pieces: Pieces, code: str) -> tuple[Decimal, int]:
    """The number that leads the pieces and how many of them say it; (0, 0) for none."""
    value, used = _fraction(pieces, code)
    if not used:
        value, used = _whole(pieces, code)
    if not used:
        return Decimal(0), 0
    tenths, more = _decimals(pieces[used:], code)
    if more:
        value, used = value + tenths, used + more
    half, more = half_behind(pieces[used:], code)
    if more:
        last = LARGE[code].get(pieces[used - 1], 1)
        value, used = value + half * last, used + more
    scale, more = scales(pieces[used:], code)
    return value * scale, used + more


def _decimals(pieces: Pieces, code: str) -> tuple[Decimal, int]:
    """What "point five" or "coma cinco" adds to a number, with the number of its pieces."""
    figures = ""
    for piece in pieces[1:] if pieces[:1] in _POINTS[code] else ():
        if SMALL[code].get(piece, 10) > 9:
            break
        figures += str(SMALL[code][piece])
    return (Decimal(f"0.{figures}"), 1 + len(figures)) if figures else (Decimal(0), 0)


def half_behind(pieces: Pieces, code: str) -> tuple[Decimal, int]:
    """One half for "and a half", with the number of its pieces."""
    for phrase in _HALF_BEHIND[code]:
        if pieces[: len(phrase)] == phrase:
            return Decimal("0.5"), len(phrase)
    return Decimal(0), 0


def scales(pieces: Pieces, code: str) -> tuple[int, int]:
    """What the leading scale words multiply by (mil millones), and how many they are."""
    scale = used = 0
    while used < len(pieces):
        piece = pieces[used]
        size = LARGE[code].get(piece, 1000 if piece == THOUSANDS[code] else 0)
        if not size:
            break
        scale, used = (scale or 1) * size, used + 1
    return scale or 1, used


def _whole(pieces: Pieces, code: str) -> tuple[Decimal, int]:
    """A whole number in words."""
    total, used, below = 0, 0, 10**15
    while used < len(pieces):
        group, more = _below_thousand(pieces[used:], code)
        if code == "es":
            group, more = _spanish_thousands(pieces[used:], group, more)
        size, place = 1, used + more
        if place < len(pieces):
            word = pieces[place]
            size = LARGE[code].get(word, 1000 if word == THOUSANDS[code] and code == "en" else 1)
        if not more or size >= below:
            break
        total, below, used = total + group * size, size, place + (size > 1)
        if size == 1:
            break
        if pieces[used : used + 1] == ("and",) and _below_thousand(pieces[used + 1 :], code)[1]:
            total_with, used_with = _whole(pieces[used + 1 :], code)
            return (
                (total + total_with, used + 1 + used_with)
                if total_with < size
                else (
                    Decimal(total),
                    used,
                )
            )
    return Decimal(total), used


def _spanish_thousands(pieces: Pieces, group: int, used: int) -> tuple[int, int]:
    """A group with "mil" in it: mil quinientos, doscientos mil."""
    if pieces[used : used + 1] != ("mil",):
        return group, used
    rest, more = _below_thousand(pieces[used + 1 :], "es")
    return max(group, 1) * 1000 + rest, used + 1 + more


def _below_thousand(pieces: Pieces, code: str) -> tuple[int, int]:
    """A number below a thousand (twenty-five hundred passes too), (0, 0) for none."""
    if code == "en" and pieces[:1] in (("a",), ("an",)):
        following = pieces[1:2]
        if following and (following[0] in LARGE["en"] or following[0] in ("thousand", "dozen")):
            return (12, 2) if following[0] == "dozen" else (1, 1)
        if following != ("hundred",):
            return 0, 0
        pieces = ("one", *pieces[1:])
    number, used = _below_hundred(pieces, code)
    if used and pieces[used : used + 1] and pieces[used] in DOZENS:
        return number * 12, used + 1
    if code == "es":
        return _spanish_hundreds(pieces, number, used)
    if pieces[used : used + 1] != ("hundred",) or not number:
        return number, used
    number, used = number * 100, used + 1
    skipped = pieces[used : used + 1] == ("and",)
    rest, more = _below_hundred(pieces[used + skipped :], code)
    return (number + rest, used + skipped + more) if more and rest else (number, used)


def _spanish_hundreds(pieces: Pieces, number: int, used: int) -> tuple[int, int]:
    if number < 100 or number % 100 or not used:
        return number, used
    rest, more = _below_hundred(pieces[used:], "es")
    return (number + rest, used + more) if 0 < rest < 100 else (number, used)


def _below_hundred(pieces: Pieces, code: str) -> tuple[int, int]:
    """One word, or tens and units; in Spanish also a word for hundreds."""
    number = SMALL[code].get(pieces[0]) if pieces else None
    if number is None:
        return 0, 0
    if not 20 <= number < 100 or number % 10:
        return number, 1
    joined = code == "es"
    if joined and pieces[1:2] != ("y",):
        return number, 1
    unit = SMALL[code].get(pieces[1 + joined], 0) if len(pieces) > 1 + joined else 0
    return (number + unit, 2 + joined) if 0 < unit < 10 else (number, 1)


def _fraction(pieces: Pieces, code: str) -> tuple[Decimal, int]:
    """A fraction: half, a third, two thirds, la mitad, dos tercios, half a million."""
    skipped = int(bool(pieces) and pieces[0] in ("la", "the", "a", "an", "un", "una"))
    words, names = pieces[skipped:], HALVES[code]
    if words and words[0] in names:
        used = skipped + 1
        while pieces[used : used + 1] in (("a",), ("of",)):
            used += 1
        return Decimal(1) / names[words[0]], used
    if len(words) > 1 and words[0] in SMALL[code] and words[1] in names:
        return Decimal(SMALL[code][words[0]]) / names[words[1]], skipped + 2
    return Decimal(0), 0
