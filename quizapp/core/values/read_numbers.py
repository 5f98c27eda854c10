"""What a learner types for a number, in the spellings of English and Spanish.

As with times the text is cut once into numbers, words and signs, and is short by rule, so
reading stays linear whatever is sent.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from quizapp.core.values.number_words import (
    HALVES,
    HEDGES,
    HUNDRED,
    LARGE,
    RANGE_JOINERS,
    RANGE_OPENINGS,
    SHORT_SCALES,
    SMALL,
    THOUSANDS,
    TRAILING_HEDGES,
    UNIT_OF_WORD,
    Phrases,
)
from quizapp.core.values.quantity import Ambiguous, Quantity
from quizapp.core.values.texts import without_accents

LONGEST = 160
"""Characters that a typed number may have; anything longer is none."""

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_NUMBER = r"\d+(?:[.,'][0-9]+)*(?: \d{3}(?!\d))*"
_PIECE = re.compile(rf"us\$|s/|{_NUMBER}|[a-z]+|\S", re.ASCII)
_SIGNS = frozenset("%$€£~<>+-/") | {"us$", "s/"}

Pieces = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Amount:
    """One number in all its readings (one or two) with the unit that was named."""

    readings: tuple[Decimal, ...]
    unit: str = ""


def read_number(text: str, language: str) -> Quantity | Ambiguous | None:
    """The number that a learner means; None when it is none or cannot be read.

    "7,000" is seven thousand in English; "1.500" there means 1.5 or 1500 and comes back as
    Ambiguous (in Spanish the same holds for "1,500"). The hedge that was written is kept in
    `approx`, a unit that is known (percent, money, years …) in `unit` under its one spelling,
    any other word behind the number as it stands.
    """
    text = text.strip()
    if len(text) > LONGEST:
        return None
    code = "es" if language.lower().startswith("es") else "en"
    pieces = tuple(_PIECE.findall(without_accents(text.translate(_DASHES).replace("⁄", "/"))))
    while pieces and pieces[-1] in (".", ",", "!", ";"):
        pieces = pieces[:-1]
    pieces, approx = _hedge(pieces, code)
    if not pieces:
        return None
    found = _range(pieces, code) or _single(pieces, code)
    if isinstance(found, Ambiguous):
        first, second = (replace(each, approx=approx) for each in (found.first, found.second))
        return Ambiguous(first, second)
    return replace(found, approx=approx) if found and approx else found


def _hedge(pieces: Pieces, code: str) -> tuple[Pieces, str]:
    """The pieces without the hedge before or behind them, and that hedge."""
    for phrase, hedge in HEDGES[code]:
        if pieces[: len(phrase)] == phrase:
            rest = pieces[len(phrase) :]
            return (rest[1:] if rest[:1] == (".",) else rest), hedge
    return _trailing(pieces, TRAILING_HEDGES[code])


def _trailing(pieces: Pieces, phrases: Phrases) -> tuple[Pieces, str]:
    for phrase, hedge in phrases:
        if pieces[-len(phrase) :] == phrase:
            return pieces[: -len(phrase)], hedge
    return pieces, ""


def _single(pieces: Pieces, code: str) -> Quantity | Ambiguous | None:
    amount = _amount(pieces, code)
    if amount is None:
        return None
    quantities = [Quantity(number, number, "", amount.unit) for number in amount.readings]
    return quantities[0] if len(quantities) == 1 else Ambiguous(quantities[0], quantities[1])


def _range(pieces: Pieces, code: str) -> Quantity | Ambiguous | None:
    """100 to 400, 100-400, between 150 and 200, de 100 a 400, 100/400."""
    opened = pieces[0] in RANGE_OPENINGS[code]
    if opened:
        pieces = pieces[1:]
    for place, piece in enumerate(pieces[1:-1], 1):
        if piece not in RANGE_JOINERS[code] and piece not in ("-", "/"):
            continue
        if piece in ("and", "y") and not opened:
            continue
        low, high = _amount(pieces[:place], code), _amount(pieces[place + 1 :], code)
        if low and high and not (piece == "/" and _is_fraction(pieces)):
            return _joined(low, high, pieces[:place], pieces[place + 1 :], code)
    return None


def _joined(
    low: _Amount, high: _Amount, left: Pieces, right: Pieces, code: str
) -> Quantity | Ambiguous | None:
    """The span of two amounts; a scale behind the second may hold for both ("1 to 2 million")."""
    unit = high.unit or low.unit
    scale = _scale_of(right, code) if _scale_of(left, code) == 1 else 1
    pairs = []
    for n in range(max(len(low.readings), len(high.readings))):
        first, last = low.readings[min(n, len(low.readings) - 1)], high.readings[-1]
        last = high.readings[min(n, len(high.readings) - 1)]
        if scale > 1 and first * scale <= last:
            first *= scale
        if first <= last:
            pairs.append(Quantity(first, last, "", unit))
    if len(pairs) == 2:
        return Ambiguous(pairs[0], pairs[1])
    return pairs[0] if pairs else None


def _scale_of(pieces: Pieces, code: str) -> int:
    """The scale word among the pieces, 1 for none."""
    scale = 1
    for piece in pieces:
        scale *= LARGE[code].get(piece, 1000 if piece == THOUSANDS[code] else 1)
    return scale


def _is_fraction(pieces: Pieces) -> bool:
    """Whether two numbers with a slash are a fraction (2/3) and not a span (100/400)."""
    if len(pieces) < 3 or not (pieces[0].isdigit() and pieces[2].isdigit()):
        return False
    return len(pieces[0]) <= 2 and len(pieces[2]) <= 2 and 0 < int(pieces[0]) < int(pieces[2])


def _amount(pieces: Pieces, code: str) -> _Amount | None:
    """A number with money before it or a unit behind it."""
    unit = ""
    if pieces and pieces[0] in _SIGNS:
        unit, pieces = UNIT_OF_WORD.get(pieces[0], ""), pieces[1:]
        if not unit:
            return None
    elif pieces and pieces[0] in ("usd", "eur", "gbp", "pen"):
        unit, pieces = UNIT_OF_WORD[pieces[0]], pieces[1:]
    if not pieces:
        return None
    readings, used = _digits(pieces, code) if pieces[0][0].isdigit() else _words(pieces, code)
    if not readings:
        return None
    named = _unit(pieces[used:], code)
    if named is None:
        return None
    return _Amount(readings, unit or named)


def _unit(pieces: Pieces, code: str) -> str | None:
    """The unit behind a number, "" for none, None when it is no unit but more numbers."""
    if not pieces:
        return ""
    if pieces[:2] in (("per", "cent"), ("por", "ciento")):
        return "%"
    numbers = SMALL[code].keys() - {"a", "an", "un", "una", "uno", "once"}
    for piece in pieces:
        if piece == "%" or (piece in UNIT_OF_WORD and not piece.isdigit()):
            continue
        if not piece.isalpha() or piece in numbers or piece in ("or", "o", "not", "no", "million"):
            return None
    known = [UNIT_OF_WORD[piece] for piece in pieces if piece in UNIT_OF_WORD]
    return known[0] if known else " ".join(pieces)


def _digits(pieces: Pieces, code: str) -> tuple[tuple[Decimal, ...], int]:
    """The readings of a number in digits with its scale, and how many pieces it took."""
    if _is_fraction(pieces) and pieces[1] == "/":
        return (Decimal(int(pieces[0])) / int(pieces[2]),), 3
    readings = _figures(pieces[0], code)
    used, scale = 1, 1
    if len(pieces) > 1 and pieces[1] in SHORT_SCALES[code]:
        if pieces[1] != "m" or len(pieces) == 2:
            return tuple(n * SHORT_SCALES[code][pieces[1]] for n in readings), 2
    while used < len(pieces) and (size := _scale_of(pieces[used : used + 1], code)) > 1:
        scale, used = scale * size, used + 1
    return tuple(number * scale for number in readings), used


def _figures(text: str, code: str) -> tuple[Decimal, ...]:
    """What digits with signs between them may mean: nothing, one number, or two."""
    signs = [sign for sign in text if not sign.isdigit()]
    groups = re.split(r"[^0-9]", text)
    if not signs:
        return (Decimal(text),)
    thousands = 1 <= len(groups[0]) <= 3 and groups[0][0] != "0"
    if len(set(signs)) == 2 and signs[-1] in ".," and len(set(signs[:-1])) == 1:
        whole = all(len(group) == 3 for group in groups[1:-1])
        joined = "".join(groups[:-1]) + "." + groups[-1]
        return (Decimal(joined),) if thousands and whole else ()
    if len(set(signs)) > 1:
        return ()
    grouped = thousands and all(len(group) == 3 for group in groups[1:])
    as_whole = (Decimal("".join(groups)),) if grouped else ()
    if len(signs) > 1 or signs[0] not in ".,":
        return as_whole
    as_decimal = (Decimal(".".join(groups)),)
    if not grouped:
        return as_decimal
    own_thousands = "." if code == "es" else ","
    return as_whole if signs[0] == own_thousands else as_decimal + as_whole


def _words(pieces: Pieces, code: str) -> tuple[tuple[Decimal, ...], int]:
    """The number that number words say, and how many pieces they took."""
    fraction, used = _fraction(pieces, code)
    if used:
        return (fraction,), used
    total = group = 0
    used = place = 0
    while place < len(pieces):
        piece = pieces[place]
        place += 1
        if piece in SMALL[code]:
            number = SMALL[code][piece]
            group = group * 12 if piece in ("dozen", "docena") and group else group + number
        elif piece in ("hundred", "hundreds") and code == "en" and 0 < group < 100:
            group *= 100
        elif piece == THOUSANDS[code]:
            if group >= 1000:
                return (), 0
            group = max(group, 1) * 1000
            total, group = (total + group, 0) if code == "en" else (total, group)
        elif piece in LARGE[code] and (group or total):
            total, group = total + group * LARGE[code][piece], 0
        elif piece in ("and", "y", "-") and used:
            continue
        else:
            break
        used = place
    return ((Decimal(total + group),), used) if used else ((), 0)


def _fraction(pieces: Pieces, code: str) -> tuple[Decimal, int]:
    """half, a third, two thirds, la mitad, dos tercios."""
    words = pieces[1:] if pieces[0] in ("la", "the") else pieces
    skipped = len(pieces) - len(words)
    names = HALVES[code]
    if words and words[0] in names:
        used = skipped + 1 + (words[1:2] in (("a",), ("an",)))
        return Decimal(1) / names[words[0]], used
    if len(words) > 1 and words[0] in SMALL[code]:
        place = 2 if words[1] == "-" else 1
        if len(words) > place and words[place] in names:
            return Decimal(SMALL[code][words[0]]) / names[words[place]], skipped + place + 1
    return Decimal(0), 0


__all__ = ["HUNDRED", "LONGEST", "read_number"]
