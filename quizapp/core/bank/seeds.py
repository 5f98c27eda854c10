"""Chance that is the same everywhere: drawn from a hash of what is asked, never from a clock.

Rendezvous hashing: each candidate gets its own number from the seed and its name, and the
smallest win. One new candidate therefore changes only the questions that it enters.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")


def seed_of(template: str, facts: Iterable[str], slot: str = "") -> str:
    """The seed of a question: template with version, fact ids, and the part asked for."""
    return "|".join((template, ",".join(facts), slot))


def number(seed: str, item: str = "") -> int:
    """A number of 64 bits that depends on seed and item alone."""
    return int.from_bytes(sha256(f"{seed}|{item}".encode()).digest()[:8])


def draw(seed: str, count: int) -> int:
    """One of 0..count-1."""
    return number(seed, "draw") % count


def shuffled(seed: str, items: Iterable[tuple[str, T]]) -> list[T]:
    """The items in the order that the seed gives to their names."""
    ranked = sorted(items, key=lambda pair: (number(seed, pair[0]), pair[0]))
    return [item for _, item in ranked]
