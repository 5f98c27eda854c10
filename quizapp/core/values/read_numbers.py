"""What a learner types for a number, in the spellings of English and Spanish.

As with times the text is cut once into numbers, words and signs, and is short by rule, so
reading stays linear whatever is sent.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from quizapp.core.values.count_words import count, half_behind, scales
from quizapp.core.values.number_words import (
    KNOWN_UNITS,
    LARGE,
    MONEY,
    MONEY_SCALES,
    RANGE_JOINERS,
    RANGE_OPENINGS,
    SCALE_WORDS,
    SHORT_SCALES,
    SMALL,
    THOUSANDS,
    TRAILING_HEDGES,
    TYPED_HEDGES,
    UNIT_OF_WORD,
)
from quizapp.core.values.quantity import Ambiguous, Quantity
from quizapp.core.values.texts import without_accents
from quizapp.core.values.typed_numbers import respelled
from quizapp.core.values.word_lists import words

LONGEST = 160
"""Characters that a typed number may have; anything longer is none."""

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | {"⁄": "/", "≈": "~", "≥": ">"})
_NUMBER = r"\d+(?:[.,'][0-9]+)*(?: \d{3}(?!\d))*(?:[.,][0-9]+)?"
_PIECE = re.compile(rf"us\$|s/|{_NUMBER}|[a-z]+|\S", re.ASCII)
_CURRENCIES = frozenset({"us$", "$", "€", "£", "s/", "usd", "eur", "gbp", "pen"})
_BRACKETED = re.compile(r"([^()]*)\(([^()]*)\)([^()]*)")
_UNIT_ENDS = frozenset(words("a per each every al por cada in of de en for worth total yearly"))
_FILLERS = frozenset(
    words(
        """just only somewhere solo it was is there were are fue era eran son
        es to ="""
    )
)
_NO_UNIT = frozenset(
    words(
        """or o not no minus plus menos and y to hundred hundreds half medio but except never nor
        is are was were es son wrong false falso incorrect times veces squared cubed double twice
        doble bc bce ac ii iii iv st nd rd th s x xx"""
    )
)
"""Words that make another number of the one before them, or take it back."""
_NOT_A_UNIT = (
    frozenset(SMALL["en"]) | frozenset(SMALL["es"]) - {"un", "una", "uno"} | SCALE_WORDS | _NO_UNIT
)

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
    `approx` ("below" and "exactly" among them), a unit that is known (percent, money,
    years …) in `unit` under its one spelling, any other word behind the number as it
    stands. A Spanish billón is 10**12.
    """
    text = text.strip()
    if len(text) > LONGEST:
        return None
    code = "es" if language.lower().startswith("es") else "en"
    twice = _said_twice(text, language)
    if twice:
        return twice
    text = respelled(text)
    pieces = tuple(_PIECE.findall(without_accents(text.translate(_DASHES)).translate(_DASHES)))
    while pieces and pieces[-1] in (".", ",", "!", ";"):
        pieces = pieces[:-1]
    while pieces and (pieces[0] in _FILLERS or _needless_article(pieces)):
        pieces = pieces[1:]
    pieces, approx = _hedge(_without_hyphens(pieces, code), code)
    if not pieces:
        return None
    found = _range(pieces, code) or _single(pieces, code)
    if isinstance(found, Ambiguous):
        first, second = (replace(each, approx=approx) for each in (found.first, found.second))
        return Ambiguous(first, second)
    return replace(found, approx=approx) if found and approx else found


def _said_twice(text: str, language: str) -> Quantity | None:
    """The number that brackets say again: "seven (7) years"."""
    found = _BRACKETED.fullmatch(text)
    if found is None:
        return None
    outer, inner = read_number(f"{found[1]} {found[3]}", language), read_number(found[2], language)
    if not isinstance(outer, Quantity) or not isinstance(inner, Quantity):
        return None
    return outer if (outer.low, outer.high) == (inner.low, inner.high) else None


def _needless_article(pieces: Pieces) -> bool:
    """Whether an article leads to figures or a sum: "a US$30-million package"."""
    if pieces[0] not in ("a", "an", "un", "una") or len(pieces) < 2:
        return False
    return pieces[1] in _CURRENCIES or pieces[1][0].isdigit()


def _without_hyphens(pieces: Pieces, code: str) -> Pieces:
    """The pieces without the hyphens that join words: seventy-nine, US$30-million."""
    said = SMALL[code].keys() | LARGE[code].keys() | {THOUSANDS[code], "hundred", "plus"}
    return tuple(
        piece
        for piece, after in zip(pieces, (*pieces[1:], ""), strict=False)
        if piece != "-" or after not in said
    )


def _hedge(pieces: Pieces, code: str) -> tuple[Pieces, str]:
    """The pieces without the hedge before or behind them, and that hedge."""
    for phrase, hedge in TYPED_HEDGES[code]:
        if pieces[: len(phrase)] == phrase:
            rest = pieces[len(phrase) :]
            return (rest[1:] if rest[:1] == (".",) else rest), hedge
    for phrase, hedge in TRAILING_HEDGES[code]:
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
    """A span: 100 to 400, 100-400, between 150 and 200, de 100 a 400, 100/400."""
    opened = pieces[0] in RANGE_OPENINGS[code]
    if opened:
        pieces = pieces[1:]
    if _is_fraction(pieces):
        return None
    for place, piece in enumerate(pieces[1:-1], 1):
        if piece not in RANGE_JOINERS[code] and piece not in ("-", "/"):
            continue
        if piece in ("and", "y") and not opened:
            continue
        low, high = _amount(pieces[:place], code), _amount(pieces[place + 1 :], code)
        if low and high:
            scale = _shared_scale(pieces[:place], pieces[place + 1 :], code)
            return _joined(low, high, scale)
    return None


def _shared_scale(left: Pieces, right: Pieces, code: str) -> int:
    """The scale behind the second number that holds for both: 1 to 2 million."""
    sizes = LARGE[code] | {THOUSANDS[code]: 1000}
    if any(piece in sizes for piece in left):
        return 1
    scale = 1
    for piece in right:
        scale *= sizes.get(piece, 1)
    return scale


def _joined(low: _Amount, high: _Amount, scale: int) -> Quantity | Ambiguous | None:
    """The span of two amounts, two spans when an end has two readings."""
    pairs = []
    for n in range(max(len(low.readings), len(high.readings))):
        first = low.readings[min(n, len(low.readings) - 1)]
        last = high.readings[min(n, len(high.readings) - 1)]
        if first * scale <= last:
            first *= scale
        if first <= last:
            pairs.append(Quantity(first, last, "", high.unit or low.unit))
    if len(pairs) == 2:
        return Ambiguous(pairs[0], pairs[1])
    return pairs[0] if pairs else None


def _is_fraction(pieces: Pieces) -> bool:
    """Whether two numbers with a slash are a fraction (2/3) and not a span (100/400)."""
    if len(pieces) < 3 or pieces[1] != "/" or not (pieces[0].isdigit() and pieces[2].isdigit()):
        return False
    return len(pieces[0]) <= 2 and len(pieces[2]) <= 2 and 0 < int(pieces[0]) < int(pieces[2])


def _amount(pieces: Pieces, code: str) -> _Amount | None:
    """A number with money before it or a unit behind it."""
    money = UNIT_OF_WORD[pieces[0]] if pieces and pieces[0] in _CURRENCIES else ""
    pieces = pieces[1:] if money else pieces
    sign = -1 if pieces[:1] == ("-",) else 1
    pieces = pieces[1:] if sign < 0 else pieces
    if not pieces:
        return None
    if pieces[0][0].isdigit():
        behind = any(UNIT_OF_WORD.get(piece) in MONEY for piece in pieces)
        readings, used = _digits(pieces, code, money=bool(money) or behind)
    else:
        number, used = count(pieces, code)
        readings = (number,) if used else ()
    unit = _unit(pieces[used:])
    if not readings or unit is None or (money and unit in KNOWN_UNITS - {money}):
        return None
    return _Amount(tuple(sign * number for number in readings), money or unit)


def _unit(pieces: Pieces) -> str | None:
    """The unit behind a number, "" for none, None when something else follows."""
    if pieces[:2] in (("per", "cent"), ("por", "ciento")):
        return "%"
    named: list[str] = []
    ended = False
    for place, piece in enumerate(pieces):
        if piece in _CURRENCIES or piece == "%":
            named += [] if ended else [piece]
            continue
        joins = piece in ("and", "y") and 0 < place < len(pieces) - 1
        if not piece.isalpha() or (piece in _NOT_A_UNIT and not joins):
            return None
        leads = piece in ("of", "de") and not named
        ended = ended or (piece in _UNIT_ENDS and not leads)
        named += [] if ended or leads else [piece]
    known = list(dict.fromkeys(UNIT_OF_WORD[piece] for piece in named if piece in UNIT_OF_WORD))
    if len(known) > 1:
        return None
    return known[0] if known else " ".join(named)


def _digits(pieces: Pieces, code: str, *, money: bool) -> tuple[tuple[Decimal, ...], int]:
    """The readings of a number in digits with its scale, and how many pieces it took."""
    if _is_fraction(pieces):
        return (Decimal(int(pieces[0])) / int(pieces[2]),), 3
    readings = _figures(pieces[0], code)
    letters = SHORT_SCALES | (MONEY_SCALES if money else {})
    if len(pieces) > 1 and pieces[1] in letters:
        return tuple(number * letters[pieces[1]] for number in readings), 2
    half, halves = half_behind(pieces[1:], code)
    scale, scaling = scales(pieces[1 + halves :], code)
    return tuple((number + half) * scale for number in readings), 1 + halves + scaling


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
