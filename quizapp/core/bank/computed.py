"""Wrong values that no fact states: moved times and changed numbers, in the key's own style."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from quizapp.core.bank.distractors import COMPUTED, Candidate
from quizapp.core.bank.faces import Face, plain_point, plain_span
from quizapp.core.bank.render import number_like, shifted_edtf, shifted_text
from quizapp.core.facts.model import Fact, Source
from quizapp.core.facts.truth import disjoint, entailed, quantity_of, reach, time_of, times_apart
from quizapp.core.values.numbers import Quantity
from quizapp.core.values.times import TimeValue, format_time, parse_edtf, part_of_decade

_YEARS = (-30, -25, -20, -17, -14, -12, -10, -8, -7, -6, -5, 5, 6, 7, 8, 10, 12, 14, 17, 20, 25, 30)
_DECADES = (-50, -40, -30, -20, -10, 10, 20, 30, 40, 50)
_MONTHS = (-26, -19, -15, -13, -10, -8, -7, -5, 5, 7, 8, 10, 13, 15, 19, 26)
_FACTORS = tuple(
    Decimal(text)
    for text in [
        "0.2",
        "0.3",
        "0.4",
        "0.5",
        "0.6",
        "0.7",
        "0.8",
        "1.25",
        "1.5",
        "1.7",
        "2",
        "2.5",
        "3",
        "4",
    ]
)
_STEPS = tuple(Decimal(step) for step in (-4, -3, -2, -1, 1, 2, 3, 4, 6, 8))
_SMALL = 12
_BELOW_ONE = re.compile(r"(?<![\d.,])0\.")
_ERA_MARGIN = 20


Era = tuple[date, date]
"""The first and the last day on which a computed time may lie."""


def era(source: Source, facts: Iterable[Fact]) -> Era:
    """From 20 years before the source's earliest fact to the date of the source.

    An undated source ends with its latest fact: nothing computed lies in the future.
    """
    found = [time_of(fact) for fact in facts if fact.source == source.id and fact.is_time]
    if not found:
        return (date.min, date.min)
    first = min(value.core_earliest.year for value in found)
    last = max(value.core_latest for value in found)
    if source.as_of:
        last = parse_edtf(source.as_of).latest
    return (date(max(first - _ERA_MARGIN, 1), 1, 1), last)


def times(face: Face, within: Era) -> Iterable[Candidate]:
    """The key moved in time, within the era and disjoint from all that is true."""
    fact = face.fact
    value = time_of(fact)
    taken = (value, *(parse_edtf(other) for other in (*fact.also_true, *fact.never_times)))
    for edtf, said in _moved(fact, value):
        try:
            other = parse_edtf(edtf)
        except ValueError:
            continue  # no calendar goes so far back
        text = said or format_time(other, fact.language)
        inside = within[0] <= other.earliest and other.latest <= within[1]
        if inside and text != fact.answer and times_apart(other, taken):
            order = (float(other.earliest.toordinal()), float(other.latest.toordinal()))
            yield Candidate(f"={edtf}", text, order, COMPUTED, value=edtf)


def _moved(fact: Fact, value: TimeValue) -> Iterable[tuple[str, str]]:
    """Each moved time and how it is said, "" where it is said as any time is."""
    plain = plain_point(value) or plain_span(value)
    if plain and value.precision == "month":
        for months in _MONTHS:
            yield _month(value, months), ""
    elif plain and value.precision in ("year", "range"):
        for years in _steps(value):
            yield shifted_edtf(value.edtf, years), ""
    else:
        for years in _DECADES if _by_decades(value) else _YEARS:
            yield shifted_edtf(value.edtf, years), shifted_text(fact.answer, years)


def _steps(value: TimeValue) -> Iterable[int]:
    """By how many years a point or span moves; a long span moves by its own length and more."""
    length = value.core_latest.year - value.core_earliest.year
    if length < max(_YEARS):
        return _YEARS
    return [years + (length if years > 0 else -length) for years in _YEARS]


def _by_decades(value: TimeValue) -> bool:
    """Whether a time is said in decades: "the mid-1970s" moves to "the mid-1950s"."""
    return "X" in value.edtf or bool(part_of_decade(value))


def _month(value: TimeValue, months: int) -> str:
    count = value.earliest.year * 12 + value.earliest.month - 1 + months
    return f"{count // 12:04d}-{count % 12 + 1:02d}"


def comparable(fact: Fact, other: Quantity) -> bool:
    """Whether another fact's number is of a size that a learner might believe."""
    own = quantity_of(fact)
    return fact.kind == "percent" or own.low / 12 <= other.low <= own.low * 12


def numbers(face: Face) -> Iterable[Candidate]:
    """The key made larger or smaller, as round as it is and outside what its words allow."""
    fact = face.fact
    own = quantity_of(fact)
    allowed = entailed(own)
    for quantity in _changed(fact, own):
        text = number_like(fact, fact.answer, quantity)
        if not text or _too_much(fact, quantity) or _clumsy(fact.answer, text):
            continue
        if disjoint(allowed, reach(quantity)):
            value = f"{quantity.low:f}"
            if not quantity.single:
                value += f"/{quantity.high:f}"
            order = (float(quantity.low), float(quantity.high))
            yield Candidate(f"={value}", text, order, COMPUTED, value=value)


def _changed(fact: Fact, own: Quantity) -> Iterable[Quantity]:
    if not own.single:
        yield from _spans(own)
        return
    lows: Sequence[Decimal]
    if own.low <= _SMALL:
        lows = [own.low + step for step in _STEPS]
    else:
        lows = [_as_round_as(own.low, own.low * factor) for factor in _FACTORS]
    for low in sorted(set(lows)):
        if low > (1 if own.low > 1 and fact.kind != "percent" else 0) and low != own.low:
            yield Quantity(low, low, own.approx, own.unit)


def _spans(own: Quantity) -> Iterable[Quantity]:
    for factor in (Decimal("0.1"), Decimal("0.2"), Decimal(3), Decimal(5)):
        yield Quantity(own.low * factor, own.high * factor, own.approx, own.unit)
    width = own.high - own.low
    for steps in (Decimal("1.5"), Decimal(2), Decimal("2.5"), Decimal(-2), Decimal("-1.5")):
        low = own.low + width * steps
        if low > 0:
            yield Quantity(low, low + width, own.approx, own.unit)


def _as_round_as(pattern: Decimal, number: Decimal) -> Decimal:
    """`number` with as many digits before its zeros as `pattern` has: 325 as 650 gives 330."""
    shown = len(pattern.normalize().as_tuple().digits)
    exponent = number.adjusted() - shown + 1
    if pattern == pattern.to_integral():
        exponent = max(exponent, 0)
    step = Decimal(1).scaleb(exponent)
    return (number / step).quantize(Decimal(1), ROUND_HALF_UP) * step


def _clumsy(answer: str, text: str) -> bool:
    """Whether a text says "0.3 billion" where the answer says whole billions."""
    return bool(_BELOW_ONE.search(text)) and not _BELOW_ONE.search(answer)


def _too_much(fact: Fact, quantity: Quantity) -> bool:
    return fact.unit == "percent" and quantity.high > 100
