"""Which questions an attempt gets, in which order: decided by its seed alone.

Hashes instead of a generator: the same seed gives the same questions on every machine, and one
more candidate in a pool moves the others as little as can be.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a quiz: a fixed question, or (`question` None) `count` questions of a pool."""

    id: int
    question: int | None
    count: int
    points: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """One question of an attempt, with the line of the quiz that it came from."""

    item: int
    question: int
    points: float


def draw(
    items: Sequence[Item], pools: Mapping[int, Sequence[int]], seed: str, *, shuffle: bool
) -> tuple[Drawn, ...]:
    """The questions of an attempt, none of them twice.

    `pools` holds the questions to draw from by the item's id. Fixed questions come first, so that
    a draw never takes what stands in the quiz already. A pool with too few gives what it has.
    """
    taken = {item.question for item in items}
    drawn: list[Drawn] = []
    placed: set[int] = set()
    for item in items:
        if item.question is not None:
            if item.question not in placed:
                drawn.append(Drawn(item.id, item.question, item.points))
                placed.add(item.question)
            continue
        free = [one for one in dict.fromkeys(pools.get(item.id, ())) if one not in taken]
        chosen = by_chance(free, f"{seed}:draw:{item.id}")[: item.count]
        taken.update(chosen)
        drawn += [Drawn(item.id, question, item.points) for question in chosen]
    if not shuffle:
        return tuple(drawn)
    order = by_chance([one.question for one in drawn], f"{seed}:order")
    return tuple(sorted(drawn, key=lambda one: order.index(one.question)))


def by_chance(numbers: Iterable[int], seed: str) -> list[int]:
    """The numbers in an order that the seed decides."""
    return sorted(numbers, key=lambda one: (_weight(seed, one), one))


def _weight(seed: str, number: int) -> bytes:
    return hashlib.sha256(f"{seed}:{number}".encode()).digest()
