"""What a question tells about those who answered it: how easy it is, whom it tells apart.

Marks are shares 0..1 of what a question is worth, one for each learner who was asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import correlation, fmean, pstdev

FIFTHS = 5
FEWEST_FOR_DISCRIMINATION = 10
"""Below so many learners a correlation says more about chance than about the question."""


@dataclass(frozen=True, slots=True)
class OptionUse:
    """How often one option was chosen: in all, and as a share 0..1 of each fifth of learners.

    The fifths go from the learners with the lowest total to those with the highest; a fifth
    without learners has None.
    """

    option: int
    chosen: int
    by_fifth: tuple[float | None, ...]


def facility(marks: Sequence[float]) -> float | None:
    """The mean share of the marks that were reached, 0..1; None when nobody was asked.

    Facility index of classical test theory: mean mark divided by the most that can be had.
    """
    return fmean(marks) if marks else None


def discrimination(marks: Sequence[float], rests: Sequence[float]) -> float | None:
    """How far the question tells strong from weak learners, -1..1.

    The product-moment correlation of its marks with each learner's marks for all the *other*
    questions (corrected item-total correlation). None with fewer than ten learners, or when one
    of both does not vary. Raises ValueError when the two differ in length.
    """
    if len(marks) != len(rests):
        raise ValueError("Each mark needs the rest of the same learner.")
    if len(marks) < FEWEST_FOR_DISCRIMINATION or not pstdev(marks) or not pstdev(rests):
        return None
    return correlation(marks, rests)


def fifths(totals: Sequence[float]) -> tuple[int, ...]:
    """The fifth 0..4 of each learner by total, the lowest first; equal totals share a fifth.

    A group of equal totals goes where its middle stands, so that the order in which learners
    are listed decides nothing.
    """
    ordered = sorted(totals)
    first: dict[float, int] = {}
    for place, total in enumerate(ordered):
        first.setdefault(total, place)
    size = Counter(totals)
    count = len(totals)
    return tuple(
        min(FIFTHS - 1, int((first[total] + size[total] / 2) * FIFTHS / count)) for total in totals
    )


def option_use(
    chosen: Sequence[Sequence[int]], totals: Sequence[float], options: int
) -> tuple[OptionUse, ...]:
    """For each of `options` how many chose it, and which share of each fifth by total.

    `chosen` holds the option numbers (from 0) that each learner chose. Raises ValueError when it
    differs from `totals` in length.
    """
    if len(chosen) != len(totals):
        raise ValueError("Each choice needs the total of the same learner.")
    groups = fifths(totals)
    size = Counter(groups)
    used = Counter(
        (option, group) for own, group in zip(chosen, groups, strict=True) for option in set(own)
    )
    return tuple(
        OptionUse(
            option,
            sum(used[option, group] for group in range(FIFTHS)),
            tuple(
                used[option, group] / size[group] if size[group] else None
                for group in range(FIFTHS)
            ),
        )
        for option in range(options)
    )
