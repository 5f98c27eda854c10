"""A figure with the goal that it is held against."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass

ADDITIONS = 2_000_000
ROWS, TIMES = 20_000, 3


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
    """How fast this machine is just now: figures of two days compare only beside it.

    Additions ask the processor alone. Texts and objects ask the memory as well, as a page does;
    neighbours on the same hardware slow those down by half while additions stay fast.
    """
    additions = ADDITIONS / _least_s(_add) / 1e6
    objects = ROWS * TIMES / _least_s(_rows) / 1e3
    return (
        f"this machine now: {additions:.1f} million additions of Python, "
        f"{objects:.0f} thousand rows written and read a second"
    )


def _least_s(work: Callable[[], None]) -> float:
    """The seconds that it takes when nothing comes between: the least of five."""
    took = []
    for _ in range(5):
        began = time.perf_counter()
        work()
        took.append(time.perf_counter() - began)
    return min(took)


def _add() -> None:
    total = 0
    for number in range(ADDITIONS):
        total += number


def _rows() -> None:
    kept = [{"id": f"row-{number}", "parts": [number] * 5, "share": 0.5} for number in range(ROWS)]
    for _ in range(TIMES):
        kept = json.loads(json.dumps(kept))
