"""Numbers as sentences write them, in English and Spanish."""

from __future__ import annotations

from decimal import Decimal

from quizapp.core.values.number_words import HEDGE_WORDS, MONEY, canonical_unit
from quizapp.core.values.quantity import Quantity, parse_value

_NO_BREAK = "\u00a0"
_SCALES = {
    "en": ((10**9, "billion"), (10**6, "million")),
    "es": ((10**6, "millones"),),
}


def format_quantity(value: Quantity | str, unit: str, approx: str, language: str) -> str:
    """The number as a reader expects it: "almost 7,000", "100 a 400", "US$1.5 billion", "63 %".

    `value` may be the bank's own text. `unit` and `approx` are those to show: a caller that
    wants a bare number gives "". A hedge stands before the number, money before its sign.
    """
    quantity = parse_value(value) if isinstance(value, str) else value
    code = "es" if language.lower().startswith("es") else "en"
    text = _with_unit(quantity, canonical_unit(unit) if unit else "", unit.strip(), code)
    return HEDGE_WORDS[code][approx].format(text) if approx else text


def _with_unit(quantity: Quantity, known: str, unit: str, code: str) -> str:
    text = _number(quantity.low, code)
    if not quantity.single:
        joiner = " a " if code == "es" else " to "
        text += joiner + _number(quantity.high, code)
    if known in MONEY:
        return known + text
    if known == "%":
        return f"{text}{_NO_BREAK}%"
    if not unit:
        return text
    return f"{text} de {unit}" if text.endswith(("millones", "millón")) else f"{text} {unit}"


def _number(number: Decimal, code: str) -> str:
    """Digits in groups of three; from a million on with a scale word where that is exact."""
    for size, word in _SCALES[code]:
        scaled = number / size
        if abs(number) >= size and scaled == round(scaled, 2):
            one = code == "es" and scaled == 1
            return f"{_digits(scaled, code)} {'millón' if one else word}"
    return _digits(number, code)


def _digits(number: Decimal, code: str) -> str:
    text = f"{number:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if code == "es":
        text = text.translate(str.maketrans(",.", ".,"))
    return text.replace("-", "−")
