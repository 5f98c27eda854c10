"""Wrong answers that are honest: of the key's kind and form, never true, never half true.

The rules: same kind, form, unit and hedge; outside the truth group, disjoint from the key and
from all that is also true; facts the author named first, then the same document, other
documents, and only then computed values; computed years stay in the document's era; the key's
rank among the sorted options is drawn uniformly; none contains another; three, else two,
never padding.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from quizapp.core.bank.seeds import draw, number
from quizapp.core.bank.words import fold

WANTED = 3
FEWEST = 2

NAMED, SAME_SOURCE, OTHER_SOURCE, COMPUTED, FAR = range(5)
"""Tiers of candidates, best first."""


class Candidate(NamedTuple):
    """A possible wrong answer. `order` places it among the options (time, size or length).

    One that is not `false` is merely not said by the source: a wrong option, but it makes no
    false statement.
    """

    name: str
    text: str
    order: tuple[float, ...]
    tier: int
    fact: str = ""
    feedback: str = ""
    value: str = ""
    false: bool = True


def choose(
    key: Candidate, candidates: Sequence[Candidate], seed: str, wanted: int = WANTED
) -> tuple[Candidate, ...]:
    """Up to `wanted` wrong answers, or none when there are fewer than two.

    The key's rank among the sorted options is drawn first, then each side is filled from the
    best tier, so that "take the middle" or "take the longest" wins nothing.
    """
    below, above = _sides(key, candidates, seed)
    for count in range(wanted, FEWEST - 1, -1):
        ranks = [r for r in range(count + 1) if len(below) >= r and len(above) >= count - r]
        while ranks:
            rank = ranks.pop(draw(f"{seed}|{count}|{len(ranks)}", len(ranks)))
            picked = _fill(below, rank, [])
            picked += _fill(above, count - rank, picked)
            if len(picked) == count:
                return tuple(picked)
    return ()


def one(key: Candidate, candidates: Sequence[Candidate], seed: str) -> Candidate | None:
    """The single best wrong answer, on a side that the seed chooses where both have one."""
    below, above = _sides(key, candidates, seed)
    sides = [side for side in (below, above) if side]
    if not sides:
        return None
    side = sides[draw(seed, len(sides))]
    return next((item for item in side if not clash(item.text, key.text)), None)


def clash(first: str, second: str) -> bool:
    """Whether two options are the same or one contains the other, as words."""
    a, b = _between_spaces(first), _between_spaces(second)
    return a in b or b in a


@lru_cache(1 << 12)
def _between_spaces(text: str) -> str:
    return f" {fold(text)} "


def _sides(
    key: Candidate, candidates: Sequence[Candidate], seed: str
) -> tuple[list[Candidate], list[Candidate]]:
    ranked = sorted(
        (item for item in candidates if not clash(item.text, key.text)),
        key=lambda item: (item.tier, number(seed, item.name), item.name),
    )
    below: list[Candidate] = []
    above: list[Candidate] = []
    seen: set[str] = set()
    for item in ranked:
        if fold(item.text) in seen:
            continue
        seen.add(fold(item.text))
        lower = item.order < key.order
        if item.order == key.order:
            lower = bool(number(seed, f"tie {item.name}") & 1)
        (below if lower else above).append(item)
    return below, above


def _fill(side: Sequence[Candidate], count: int, beside: Sequence[Candidate]) -> list[Candidate]:
    """The best of a side, of which none contains another or what stands beside them."""
    picked: list[Candidate] = []
    for item in side:
        if len(picked) == count:
            break
        if not any(clash(item.text, other.text) for other in (*beside, *picked)):
            picked.append(item)
    return picked
