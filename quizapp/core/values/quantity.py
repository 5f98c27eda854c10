"""A number or a span of numbers with hedge and unit, and the bank's way to write it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

APPROX = ("", "almost", "about", "over", "up-to", "at-least", "at-most", "perhaps")
"""The hedges that a value may carry."""

_VALUE = re.compile(r"-?\d{1,30}(?:\.\d{1,30})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number (`low` equals `high`) or a span of numbers. `approx` is one of APPROX."""

    low: Decimal
    high: Decimal
    approx: str = ""
    unit: str = ""

    @property
    def single(self) -> bool:
        """Whether this is one number."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A typed number that may mean two: "1.500" is 1.5 in one country, 1500 in another."""

    first: Quantity
    second: Quantity


def parse_value(value: str, unit: str = "", approx: str = "") -> Quantity:
    """The quantity of a bank value, "7000" or "100/400". Raises ValueError with a sentence."""
    parts = value.strip().split("/")
    if len(parts) > 2 or not all(_VALUE.fullmatch(part) for part in parts):
        raise ValueError(
            f"{value[:40]!r} is no number. Written as 7000, 1.5 or 100/400, without signs "
            "between thousands."
        )
    if approx not in APPROX:
        raise ValueError(f"{approx[:40]!r} is no hedge; known are {', '.join(APPROX[1:])}.")
    low, high = Decimal(parts[0]), Decimal(parts[-1])
    if low > high:
        raise ValueError(f"The span {value[:40]!r} ends below its beginning.")
    return Quantity(low, high, approx, unit)
