"""Checks on regions of a picture: each has its place, can be hit, and is told from the others."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.core.questions import QuestionKind
from quizapp.core.regions import Region, overlapping
from quizapp.services.authoring.draft import Draft
from quizapp.services.authoring.finding import Check

SMALLEST = 4
"""Percent of the picture that a finger hits on a phone."""


def _placed(draft: Draft) -> dict[int, Region]:
    found = ((number, row.region) for number, row in enumerate(draft.options))
    return {number: region for number, region in found if region is not None}


def picture_there(draft: Draft) -> Iterator[Check]:
    """Regions of no picture."""
    if draft.kind is QuestionKind.IMAGE_REGIONS and not draft.picture:
        yield Check("picture_missing", "missing", "picture_file")


def regions_placed(draft: Draft) -> Iterator[Check]:
    """A named region without its place, or one that leaves the picture."""
    if draft.kind is not QuestionKind.IMAGE_REGIONS:
        return
    for number, row in enumerate(draft.options):
        if row.blank or row.region is not None:
            continue
        typed = any((row.x, row.y, row.width, row.height))
        code, level = ("region_odd", "error") if typed else ("region_unplaced", "missing")
        yield Check(code, level, f"options-{number}-x", {"number": str(number + 1)})


def regions_apart(draft: Draft) -> Iterator[Check]:
    """Two regions that lie over each other, and such that no finger hits."""
    if draft.kind is not QuestionKind.IMAGE_REGIONS:
        return
    placed = _placed(draft)
    for first, second in overlapping(placed):
        values = {"first": str(first + 1), "second": str(second + 1)}
        yield Check("regions_overlap", "advice", "options", values)
    for number, region in placed.items():
        if min(region.width, region.height) < SMALLEST:
            yield Check("region_small", "advice", "options", {"number": str(number + 1)})


REGION_CHECKS = (picture_there, regions_placed, regions_apart)
