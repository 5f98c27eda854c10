"""What marking a question again makes of a mark, and of what was given to an older version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from quizapp.core.grading.matching import pairs
from quizapp.core.grading.verdict import Response
from quizapp.core.questions import CHOICE_KINDS, Question, QuestionKind
from quizapp.core.regions import Region, read_region, shared
from quizapp.core.values.texts import plain


class Way(StrEnum):
    """The four ways: leave it, all points to everybody, count it for nobody, judge it again."""

    KEEP = "keep"
    FULL = "full"
    VOID = "void"
    NEW_KEY = "new_key"


@dataclass(frozen=True, slots=True)
class Worth:
    """What a question is worth in one attempt: its points, and the mark that it got of them."""

    points: float
    mark: float


def worth(way: Way, before: Worth, judged: float | None) -> Worth:
    """The worth afterwards. `judged` is the mark by the key now in force, None where none is.

    What has no points (it was voided before) stays as it is.
    """
    if before.points == 0 or way is Way.KEEP:
        return before
    if way is Way.FULL:
        return replace(before, mark=before.points)
    if way is Way.VOID:
        return Worth(0.0, 0.0)
    return before if judged is None else replace(before, mark=judged)


def translated(shown: Question, now: Question, response: Response) -> Response | None:
    """What was given to the version shown, as a response to the one now in force.

    Options are the same when they read the same; regions, whose names nobody saw before the
    answer, when they lie in the same place of the same picture. None where that cannot be said:
    an option that was chosen is gone, or one that would be right now was never offered.
    """
    if response.dont_know or not response.chosen:
        return replace(response, chosen=())
    if shown.kind is QuestionKind.IMAGE_REGIONS:
        chosen = _places(shown, now, response.chosen)
    elif shown.kind in CHOICE_KINDS:
        chosen = _chosen(shown, now, response.chosen)
    elif shown.kind is QuestionKind.ORDERING:
        chosen = _order(shown, now, response.chosen)
    elif shown.kind is QuestionKind.MATCHING:
        chosen = _partners(shown, now, response.chosen)
    else:
        chosen = response.chosen
    return None if chosen is None else replace(response, chosen=chosen)


def _texts(question: Question) -> list[str]:
    return [plain(option.text) for option in question.options]


def _chosen(shown: Question, now: Question, chosen: Sequence[int]) -> tuple[int, ...] | None:
    offered, known = _texts(shown), _texts(now)
    right = {text for text, option in zip(known, now.options, strict=True) if option.correct}
    picked = [offered[index] for index in chosen]
    if not right <= set(offered) or not set(picked) <= set(known):
        return None
    return tuple(known.index(text) for text in picked)


SAME_PLACE = 0.5
"""What two regions share at least, as part of the smaller one, to be one that was drawn better."""


def _places(shown: Question, now: Question, chosen: Sequence[int]) -> tuple[int, ...] | None:
    """The regions now in the places that were chosen; each right one must have been offered."""
    if shown.picture != now.picture:
        return None
    known = _regions(now)
    found = {index: _nearest(one, known) for index, one in _regions(shown).items()}
    at = {index: there for index, there in found.items() if there is not None}
    right = {index for index, option in enumerate(now.options) if option.correct}
    if not right <= set(at.values()) or not set(chosen) <= set(at):
        return None
    return tuple(at[index] for index in chosen)


def _regions(question: Question) -> dict[int, Region]:
    """The places on a question's picture, by the number of their option."""
    read = ((index, read_region(one.region)) for index, one in enumerate(question.options))
    return {index: region for index, region in read if region is not None}


def _nearest(one: Region, regions: dict[int, Region]) -> int | None:
    """This very region, else the one that shares most with it; None where none shares enough."""
    alike = {index: (one == other, shared(one, other)) for index, other in regions.items()}
    best = max(alike, key=alike.__getitem__, default=None)
    return best if best is not None and alike[best][1] >= SAME_PLACE else None


def _order(shown: Question, now: Question, chosen: Sequence[int]) -> tuple[int, ...] | None:
    offered, known = _texts(shown), _texts(now)
    if sorted(offered) != sorted(known) or len(set(known)) != len(known):
        return None
    return tuple(known.index(offered[index]) for index in chosen)


def _partners(shown: Question, now: Question, chosen: Sequence[int]) -> tuple[int, ...] | None:
    """For each prompt of the new version the partner given; one left open stays open."""
    offered, known = _texts(shown), _texts(now)
    prompts = pairs(now)
    partner_of = {text: i for i, text in reversed(list(enumerate(known))) if i not in prompts}
    given = {
        offered[prompt]: None if index == prompt else offered[index]
        for prompt, index in zip(pairs(shown), chosen, strict=False)
    }
    right = {known[partner] for partner in prompts.values()}
    if {known[prompt] for prompt in prompts} != {offered[one] for one in pairs(shown)}:
        return None
    if not (right | {one for one in given.values() if one}) <= set(offered) & set(partner_of):
        return None
    found = ((prompt, given.get(known[prompt])) for prompt in prompts)
    return tuple(prompt if text is None else partner_of[text] for prompt, text in found)
