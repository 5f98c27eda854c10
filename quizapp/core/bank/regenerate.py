"""Which questions change when facts change: the difference of two builds of the same bank."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.core.bank.build import build_bank
from quizapp.core.facts.model import Fact, Source
from quizapp.core.questions import Question


@dataclass(frozen=True, slots=True)
class Difference:
    """Questions that are new or say something else, and the ids of those that are gone."""

    changed: tuple[Question, ...] = ()
    gone: frozenset[str] = frozenset()


def difference(
    sources: Iterable[Source], before: Iterable[Fact], after: Iterable[Fact]
) -> Difference:
    """What becomes of the questions when the facts `before` become the facts `after`."""
    sources, before, after = tuple(sources), tuple(before), tuple(after)
    if before == after:
        return Difference()
    old = {question.id: question for question in build_bank(sources, before).questions}
    new = build_bank(sources, after).questions
    return Difference(
        tuple(question for question in new if old.get(question.id) != question),
        frozenset(old) - {question.id for question in new},
    )


def patched(questions: Iterable[Question], by: Difference) -> tuple[Question, ...]:
    """The questions after a difference, sorted by id."""
    changed = {question.id: question for question in by.changed}
    kept = {item.id: item for item in questions if item.id not in by.gone}
    return tuple(question for _, question in sorted((kept | changed).items()))
