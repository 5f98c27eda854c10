"""Which of a learner's attempts counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.core.quizzes.rules import Counting


@dataclass(frozen=True, slots=True)
class Sat:
    """A submitted attempt: its number from 1, its score and the most that could be had."""

    number: int
    score: float
    most: float

    @property
    def share(self) -> float:
        """The score as a share 0..1; 0 where nothing could be had."""
        return self.score / self.most if self.most > 0 else 0.0


def counts(attempts: Sequence[Sat], counting: Counting) -> frozenset[int]:
    """The numbers of the attempts that count: one, or all of them for the average.

    Of equally good ones the first counts. Empty while none was submitted.
    """
    if not attempts:
        return frozenset()
    if counting is Counting.AVERAGE:
        return frozenset(one.number for one in attempts)
    choose = {
        Counting.BEST: lambda: max(attempts, key=lambda one: (one.share, -one.number)),
        Counting.LAST: lambda: max(attempts, key=lambda one: one.number),
        Counting.FIRST: lambda: min(attempts, key=lambda one: one.number),
    }
    return frozenset({choose[counting]().number})


def result(attempts: Sequence[Sat], counting: Counting) -> float | None:
    """The share 0..1 that counts for a quiz; None while no attempt was submitted.

    Shares are averaged, not scores: attempts of random draws may have other points.
    """
    numbers = counts(attempts, counting)
    if not numbers:
        return None
    shares = [one.share for one in attempts if one.number in numbers]
    return sum(shares) / len(shares)
