"""A fact's value as a person reads and types it: "1905–12", "almost 7,000 people"."""

from __future__ import annotations

from decimal import Decimal

from quizapp.core.facts.model import Fact, FactKind
from quizapp.core.values.number_words import canonical_unit
from quizapp.core.values.numbers import Ambiguous, Quantity, format_quantity, parse_value
from quizapp.core.values.numbers import read_number as number_in
from quizapp.core.values.read_times import AmbiguousTime
from quizapp.core.values.read_times import read_time as time_in
from quizapp.core.values.times import format_time, parse_edtf


class Unreadable(Exception):
    """What was typed is no value of the fact's kind; `code` says why, `values` which two."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def value_words(kind: str, value: str, unit: str, approx: str, language: str) -> str:
    """A stored value in words of this language, "" for kinds whose answer is their value."""
    if not value:
        return ""
    try:
        if FactKind(kind) in (FactKind.FIGURE, FactKind.PERCENT):
            return format_quantity(value, unit, approx, language)
        return format_time(parse_edtf(value), language)
    except ValueError:
        return value


def read_value(fact: Fact, typed: str, language: str) -> dict[str, str]:
    """The columns value, unit and approx that the typed words mean for this fact.

    EDTF and plain numbers are understood as they are kept, too. Raises Unreadable.
    """
    typed = " ".join(typed.split())
    kept = {"value": fact.value, "unit": fact.unit, "approx": fact.approx}
    if not (fact.is_time or fact.is_number):
        return kept
    if typed in (fact.value, value_words(fact.kind, language=language, **kept)):
        return kept
    if not typed:
        raise Unreadable("value_missing")
    if fact.is_time:
        return kept | {"value": _time(fact, typed, language)}
    return _number(fact, typed, language)


def _time(fact: Fact, typed: str, language: str) -> str:
    found = time_in(typed, language, span=fact.kind is FactKind.RANGE)
    if isinstance(found, AmbiguousTime):
        first, second = (format_time(one, language) for one in (found.first, found.second))
        raise Unreadable("value_ambiguous", first=first, second=second)
    if found is not None:
        return found.edtf
    try:
        return parse_edtf(typed).edtf
    except ValueError:
        raise Unreadable("time_unreadable") from None


def _number(fact: Fact, typed: str, language: str) -> dict[str, str]:
    found = number_in(typed, language)
    if isinstance(found, Ambiguous):
        both = (_plain(one).replace("/", "–") for one in (found.first, found.second))
        first, second = both
        raise Unreadable("value_ambiguous", first=first, second=second)
    if found is None:
        try:
            found = parse_value(typed)
        except ValueError:
            raise Unreadable("number_unreadable") from None
    same = not found.unit or canonical_unit(found.unit) == canonical_unit(fact.unit)
    unit = fact.unit if same else found.unit
    return {"value": _plain(found), "unit": unit, "approx": found.approx}


def _plain(quantity: Quantity) -> str:
    ends = (quantity.low,) if quantity.single else (quantity.low, quantity.high)
    return "/".join(_digits(number) for number in ends)


def _digits(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
