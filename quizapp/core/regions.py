"""Places on a picture, in percent of its width and height.

A region is a box, or the oval inside one. It is kept as text: "box 10 20 30 40" (left, top, width,
height), "round …" for the oval.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

BOX, ROUND = "box", "round"
SHAPES = (BOX, ROUND)


@dataclass(frozen=True, slots=True)
class Region:
    """A place: its shape, its left upper corner and its size, each 0 to 100."""

    shape: str
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> tuple[float, float]:
        """The point in its middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    @property
    def place(self) -> str:
        """Where it lies, in thirds of the picture: "top-left" or "right", "middle" in between."""
        across, down = (min(2, int(part * 3 / 100)) for part in self.middle)
        words = (("top", "", "bottom")[down], ("left", "", "right")[across])
        return "-".join(word for word in words if word) or "middle"

    def __str__(self) -> str:
        numbers = (self.x, self.y, self.width, self.height)
        return " ".join([self.shape, *(f"{number:g}" for number in numbers)])


def read_region(text: str) -> Region | None:
    """The region that `str` of one wrote; None for what is none or leaves the picture."""
    shape, *parts = text.split(" ") if text else [""]
    if shape not in SHAPES or len(parts) != 4:
        return None
    try:
        numbers = [round(float(part), 1) for part in parts]
    except ValueError:
        return None
    x, y, width, height = numbers
    inside = 0 <= x <= 100 and 0 <= y <= 100 and 0 < width <= 100 and 0 < height <= 100
    if not inside or x + width > 100.1 or y + height > 100.1:
        return None
    return Region(shape, x, y, width, height)


def shared(one: Region, other: Region) -> float:
    """What two regions share, as part of the smaller one's box."""
    across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    smaller = min(one.width * one.height, other.width * other.height)
    return max(0.0, across) * max(0.0, down) / smaller


def overlapping(regions: dict[int, Region], *, share: float = 0.3) -> list[tuple[int, int]]:
    """Pairs of regions, by their numbers, that share so much that a press could mean both."""
    return [
        (first, second)
        for first, second in combinations(sorted(regions), 2)
        if shared(regions[first], regions[second]) > share
    ]
