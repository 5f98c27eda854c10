"""How well questions cover the facts, and facts the paragraphs of the sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.core.bank.model import Bank
from quizapp.core.facts.model import Fact, FactStatus
from quizapp.core.questions import Question

QUOTAS: dict[int, tuple[int, int]] = {3: (5, 4), 2: (3, 1), 1: (1, 1)}
"""By importance: at least so many questions, of at least so many kinds."""


@dataclass(frozen=True, slots=True)
class UnderQuota:
    """A fact with too few questions, or questions of too few kinds."""

    fact: str
    importance: int
    questions: int
    kinds: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """The counts. `gaps` pairs a source's id with a content paragraph that no fact cites."""

    facts: int
    questions: int
    by_kind: tuple[tuple[str, int], ...]
    by_fact_kind: tuple[tuple[str, int], ...]
    under_quota: tuple[UnderQuota, ...]
    without_fact: tuple[str, ...]
    gaps: tuple[tuple[str, int], ...]
    paragraphs: int

    @property
    def complete(self) -> bool:
        """Whether every quota is met, every question has a fact, every paragraph is cited."""
        return not (self.under_quota or self.without_fact or self.gaps)


def coverage_of(bank: Bank) -> Coverage:
    """The coverage of a bank's approved facts."""
    facts = [fact for fact in bank.facts if fact.status is FactStatus.APPROVED]
    known = {fact.id for fact in facts}
    by_fact = bank.questions_by_fact()
    cited = {(fact.source, fact.paragraph) for fact in facts}
    listed = [(source.id, number) for source in bank.sources for number in source.paragraphs]
    return Coverage(
        facts=len(facts),
        questions=len(bank.questions),
        by_kind=_counts(question.kind.value for question in bank.questions),
        by_fact_kind=_counts(fact.kind.value for fact in facts),
        under_quota=tuple(
            row for fact in facts if (row := _quota(fact, by_fact.get(fact.id, ()))) is not None
        ),
        without_fact=tuple(
            question.id
            for question in bank.questions
            if not question.facts or not set(question.facts) <= known
        ),
        gaps=tuple(place for place in listed if place not in cited),
        paragraphs=len(listed),
    )


def _quota(fact: Fact, questions: tuple[Question, ...]) -> UnderQuota | None:
    fewest, kinds = QUOTAS[fact.importance]
    found = {question.kind for question in questions}
    if len(questions) >= fewest and len(found) >= kinds:
        return None
    return UnderQuota(fact.id, fact.importance, len(questions), len(found))


def _counts(items: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(items).items()))
