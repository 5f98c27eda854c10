"""A text was changed: which decisions on the old one still stand, and which must be looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from quizapp.core.bank.accounting import claims
from quizapp.core.bank.words import tokens

ALIKE = 0.6
"""Share of equal words from which a new sentence is taken for the changed old one."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A candidate with its place: `key` is the row's own, `statement` what was made of it."""

    key: int
    kind: str
    value: str
    unit: str
    approx: str
    text: str
    sentence: str
    statement: str = ""

    @property
    def said(self) -> tuple[str, str, str, str]:
        """What it says, wherever it stands."""
        return (self.kind, self.value, self.unit, self.approx)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Old key to new key: `same` stands as it did, `changed` is to be looked at.

    What is `gone` has no place in the new text any more.
    """

    same: dict[int, int]
    changed: dict[int, int]
    gone: tuple[int, ...]


def reanchor(old: Sequence[Placed], new: Sequence[Placed]) -> Outcome:
    """Find each old candidate in the new text, in reading order.

    It stands as before where its sentence does, or where the sentence that took its place says
    the same value and all figures and names of its statement.
    """
    free = dict.fromkeys(one.key for one in new)
    by_key = {one.key: one for one in new}
    same = _unchanged(old, new, free)
    changed: dict[int, int] = {}
    gone: list[int] = []
    for one in old:
        if one.key in same:
            continue
        found = _nearest(one, [by_key[key] for key in free])
        if found is None:
            gone.append(one.key)
            continue
        del free[found.key]
        (same if _still_says(one, found) else changed)[one.key] = found.key
    return Outcome(same, changed, tuple(gone))


def _unchanged(
    old: Iterable[Placed], new: Iterable[Placed], free: dict[int, None]
) -> dict[int, int]:
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for one in new:
        places[(one.sentence, one.text, *one.said)].append(one.key)
    same: dict[int, int] = {}
    for one in old:
        found = places[(one.sentence, one.text, *one.said)]
        if found:
            same[one.key] = found.pop(0)
            del free[same[one.key]]
    return same


def _nearest(one: Placed, free: Iterable[Placed]) -> Placed | None:
    """The value of the same kind in the sentence most like the old one."""
    best: tuple[float, bool, Placed] | None = None
    words = tokens(one.sentence)
    alike: dict[str, float] = {}
    for other in free:
        if not _kindred(one.kind, other.kind):
            continue
        if other.sentence not in alike:
            alike[other.sentence] = _ratio(words, tokens(other.sentence))
        found = (alike[other.sentence], other.said == one.said, other)
        if found[0] >= ALIKE and (best is None or found[:2] > best[:2]):
            best = found
    return None if best is None else best[2]


def _ratio(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= ALIKE else 0.0


_TIMES = frozenset({"year", "date", "range"})


def _kindred(a: str, b: str) -> bool:
    return a == b or (a in _TIMES and b in _TIMES)


def _still_says(one: Placed, found: Placed) -> bool:
    given = set(tokens(found.sentence.replace(",", "")))
    told = claims(one.statement or one.sentence)
    return one.said == found.said and told <= given | claims(found.sentence)
