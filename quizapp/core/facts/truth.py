"""When two answers cannot both be true: intervals of time and number, and truth groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from quizapp.core.facts.model import Fact
from quizapp.core.values.numbers import Quantity, parse_value
from quizapp.core.values.times import TimeValue, overlaps, parse_edtf

Interval = tuple[Decimal, Decimal]

_TOLERANCE: dict[str, tuple[Decimal, Decimal]] = {
    "about": (Decimal("0.9"), Decimal("1.1")),
    "almost": (Decimal("0.93"), Decimal(1)),
    "over": (Decimal(1), Decimal("1.1")),
    "at-least": (Decimal(1), Decimal("1.1")),
    "perhaps": (Decimal("0.9"), Decimal("1.1")),
}
"""By how much a hedge widens a number, as factors of its lower and upper end."""

_NO_END = Decimal("1e40")


def time_of(fact: Fact) -> TimeValue:
    """The fact's time. Raises ValueError where it has none."""
    return _time(fact.value)


def quantity_of(fact: Fact) -> Quantity:
    """The fact's number with its hedge. Raises ValueError where it has none."""
    return _quantity(fact.value, fact.unit, fact.approx)


@lru_cache(1 << 12)
def _time(value: str) -> TimeValue:
    return parse_edtf(value)


@lru_cache(1 << 12)
def _quantity(value: str, unit: str, approx: str) -> Quantity:
    return parse_value(value, unit, approx)


def reach(quantity: Quantity) -> Interval:
    """The numbers that a hedged number may mean: "about 1.5" reaches from 1.35 to 1.65."""
    low, high = _TOLERANCE.get(quantity.approx, (Decimal(1), Decimal(1)))
    return quantity.low * low, quantity.high * high


def entailed(quantity: Quantity) -> Interval:
    """The numbers that stay true in the same words: over 20 is also over 10.

    Between the ends of the returned interval a figure with the same hedge is no falsehood.
    """
    low, high = reach(quantity)
    if quantity.approx in ("over", "at-least"):
        return -_NO_END, high
    if quantity.approx in ("up-to", "at-most"):
        return low, _NO_END
    return low, high


def disjoint(first: Interval, second: Interval) -> bool:
    """Whether two intervals, ends included, share nothing."""
    return first[1] < second[0] or second[1] < first[0]


def times_apart(value: TimeValue, others: Iterable[TimeValue]) -> bool:
    """Whether no day may belong to `value` and to one of the others."""
    return not any(overlaps(value, other) for other in others)


def by_truth_group(facts: Iterable[Fact]) -> dict[tuple[str, str], tuple[Fact, ...]]:
    """The facts by what question they answer, in the order given."""
    groups: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        groups[fact.truth_group].append(fact)
    return {key: tuple(group) for key, group in groups.items()}


def barred_pairs(facts: Iterable[Fact]) -> frozenset[tuple[str, str]]:
    """Pairs (asked, other) of fact ids where the other's answer must be no option.

    Facts of one truth group never are options to each other; and what `never_beside` says of
    one member holds whichever member of its group is asked, because all of them are true. What
    disagrees with a fact is said in a source as well, so it is no wrong answer either.
    """
    facts = tuple(facts)
    groups = by_truth_group(facts)
    known = {fact.id: fact for fact in facts}
    found = {(a.id, b.id) for group in groups.values() for a in group for b in group}
    for fact in facts:
        for name in (*fact.never_beside, *fact.disagrees_with):
            if name in known:
                other = known[name]
                found |= {(member.id, name) for member in groups[fact.truth_group]}
                found |= {(member.id, fact.id) for member in groups[other.truth_group]}
    return frozenset(found)
