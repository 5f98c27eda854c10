"""FSRS-6 written down a second time, from the published formulas, for the tests to compare with.

w1..w21 are the 21 parameters in their published order, here w[0]..w[20].
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import timedelta

AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4


@dataclass
class Told:
    """What the formulas say after one answer; `wait` is the time until the card is due."""

    state: str
    step: int | None
    stability: float
    difficulty: float
    wait: timedelta


class Fsrs6:
    """One card under the formulas; counting the days between answers is left to the caller."""

    def __init__(
        self,
        w: tuple[float, ...],
        retention: float,
        learning: tuple[timedelta, ...],
        relearning: tuple[timedelta, ...],
        longest: float = math.inf,
    ) -> None:
        self.w, self.retention, self.longest = w, retention, longest
        self.steps = {"learning": learning, "relearning": relearning}
        self.state, self.step = "learning", 0
        self.s: float | None = None
        self.d = 0.0

    def recall(self, days: float) -> float:
        assert self.s is not None
        factor = math.pow(0.9, -1 / self.w[20]) - 1
        return math.pow(1 + factor * days / self.s, -self.w[20])

    def interval(self) -> timedelta:
        assert self.s is not None
        factor = math.pow(0.9, -1 / self.w[20]) - 1
        days = self.s / factor * (math.pow(self.retention, -1 / self.w[20]) - 1)
        return timedelta(days=min(max(round(days), 1), 36500))

    def answer(self, grade: int, days: int | None) -> Told:
        """Answer with a grade 1..4, whole days after the last answer (None: the first one)."""
        w = self.w
        if self.s is None or days is None:
            self.s, self.d = w[grade - 1], min(max(self._start(grade), 1), 10)
        else:
            self.s = self._same_day(grade) if days < 1 else self._later_day(grade, days)
            damped = self.d - w[6] * (grade - 3) * (10 - self.d) / 9
            self.d = min(max(w[7] * self._start(EASY) + (1 - w[7]) * damped, 1), 10)
        self.s = min(max(self.s, 0.001), self.longest)
        wait = self._schedule(grade)
        step = None if self.state == "review" else self.step
        return Told(self.state, step, self.s, self.d, wait)

    def _start(self, grade: int) -> float:
        return self.w[4] - math.exp(self.w[5] * (grade - 1)) + 1

    def _same_day(self, grade: int) -> float:
        assert self.s is not None
        w = self.w
        growth = math.exp(w[17] * (grade - 3 + w[18])) * math.pow(self.s, -w[19])
        return self.s * (growth if grade == AGAIN else max(growth, 1))

    def _later_day(self, grade: int, days: int) -> float:
        assert self.s is not None
        w, s, d, r = self.w, self.s, self.d, self.recall(days)
        if grade == AGAIN:
            lapse = w[11] * math.pow(d, -w[12]) * (math.pow(s + 1, w[13]) - 1)
            return min(lapse * math.exp(w[14] * (1 - r)), s / math.exp(w[17] * w[18]))
        growth = math.exp(w[8]) * (11 - d) * math.pow(s, -w[9]) * (math.exp(w[10] * (1 - r)) - 1)
        return s * (1 + growth * {HARD: w[15], GOOD: 1, EASY: w[16]}[grade])

    def _schedule(self, grade: int) -> timedelta:
        if self.state == "review":
            if grade != AGAIN or not self.steps["relearning"]:
                return self.interval()
            self.state, self.step = "relearning", 0
            return self.steps["relearning"][0]
        steps = self.steps[self.state]
        if not steps or (self.step >= len(steps) and grade != AGAIN):
            return self._graduate()
        if grade == AGAIN:
            self.step = 0
        elif grade == HARD and self.step == 0:
            return (steps[0] + steps[1]) / 2 if len(steps) > 1 else steps[0] * 1.5
        elif grade == EASY or (grade == GOOD and self.step + 1 == len(steps)):
            return self._graduate()
        elif grade == GOOD:
            self.step += 1
        return steps[self.step]

    def _graduate(self) -> timedelta:
        self.state = "review"
        return self.interval()
