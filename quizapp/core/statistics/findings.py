"""What the figures of one question say, as codes with the option that each is about.

The bounds are those that item analysis commonly teaches: an item below 0.2 of discrimination
is weak, a wrong option that fewer than one in twenty choose does no work (Haladyna, Downing and
Rodriguez, "A Review of Multiple-Choice Item-Writing Guidelines for Classroom Assessment", 2002).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.core.statistics.items import OptionUse

WEAK = 0.2
HARDLY_CHOSEN = 0.05
FEWEST_FOR_OPTIONS = 20
EASY, HARD = 0.95, 0.25


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at. `option` is the option's number from 0, -1 when it is about none.

    Codes: mixed_up (in the lowest fifth a wrong option beats the right one), no_work (hardly
    anybody chooses it), wrong_key (strong learners miss it more than weak ones), weak (does not
    tell them apart), easy, hard.
    """

    code: str
    option: int = -1


def findings(
    facility: float | None,
    discrimination: float | None,
    use: Sequence[OptionUse],
    right: frozenset[int],
    answered: int,
) -> tuple[Finding, ...]:
    """All that these figures say, the most urgent first; nothing from few answers.

    `right` are the numbers of the right options, `answered` how many learners answered.
    """
    found: list[Finding] = []
    if discrimination is not None and discrimination < 0:
        found.append(Finding("wrong_key"))
    found += _mixed_up(use, right)
    if discrimination is not None and 0 <= discrimination < WEAK:
        found.append(Finding("weak"))
    if facility is not None and answered >= FEWEST_FOR_OPTIONS:
        if facility > EASY:
            found.append(Finding("easy"))
        elif facility < HARD:
            found.append(Finding("hard"))
        found += [
            Finding("no_work", one.option)
            for one in use
            if one.option not in right and one.chosen < HARDLY_CHOSEN * answered
        ]
    return tuple(found)


def _mixed_up(use: Sequence[OptionUse], right: frozenset[int]) -> list[Finding]:
    """The wrong option that the lowest fifth prefers to every right one."""
    if len(right) != 1 or sum(one.chosen for one in use) < FEWEST_FOR_OPTIONS:
        return []
    lowest = {one.option: one.by_fifth[0] for one in use if one.by_fifth[0] is not None}
    (answer,) = right
    wrong = {option: share for option, share in lowest.items() if option != answer}
    if not wrong or answer not in lowest:
        return []
    most = max(wrong, key=lambda option: (wrong[option] or 0.0, -option))
    return [Finding("mixed_up", most)] if (wrong[most] or 0) > (lowest[answer] or 0) else []
