"""A figure with the goal that it is held against."""

from __future__ import annotations

import time
from dataclasses import dataclass

ADDITIONS = 2_000_000


@dataclass(frozen=True)
class Figure:
    """What was measured, in words, and its goal; `met` is None where there is none."""

    name: str
    told: str
    goal: str = ""
    met: bool | None = None

    def line(self, width: int) -> str:
        """One line of the table."""
        verdict = {True: "met", False: "MISSED", None: ""}[self.met]
        goal = f"  [goal {self.goal}: {verdict}]" if self.goal else ""
        return f"{self.name:<{width}}  {self.told}{goal}"


def summary(figures: list[Figure]) -> str:
    """The last line: how many goals were met, and which were not."""
    missed = [figure.name for figure in figures if figure.met is False]
    held = sum(figure.met is not None for figure in figures)
    return f"{held - len(missed)} of {held} goals met" + (
        f"; missed: {'; '.join(missed)}." if missed else "."
    )


def yardstick() -> str:
    """How fast this machine is just now: figures of two days compare only beside it."""
    took = []
    for _ in range(5):
        began, total = time.perf_counter(), 0
        for number in range(ADDITIONS):
            total += number
        took.append(time.perf_counter() - began)
    return (
        f"this machine now: {ADDITIONS / min(took) / 1e6:.1f} million additions of Python a second"
    )
