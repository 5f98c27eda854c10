"""The bank: sources, facts and the questions made of them, as one value."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from hashlib import sha256

from quizapp.core.bank.accounting import Ignored
from quizapp.core.facts.model import Fact, Source
from quizapp.core.questions import Question


@dataclass(frozen=True, slots=True)
class Bank:
    """Everything that is asked, and what stands behind it. Questions are sorted by id.

    `ignored` says which figures and names of the sources no fact states, and why.
    """

    sources: tuple[Source, ...]
    facts: tuple[Fact, ...]
    questions: tuple[Question, ...]
    ignored: tuple[Ignored, ...] = ()

    @property
    def digest(self) -> str:
        """A fingerprint of all that the bank says: equal digests mean equal banks."""
        parts = [
            repr(item) for item in (*self.sources, *self.facts, *self.questions, *self.ignored)
        ]
        return sha256("\n".join(parts).encode()).hexdigest()

    def questions_by_fact(self) -> dict[str, tuple[Question, ...]]:
        """Fact id to the questions that ask for it; facts without any are missing."""
        found: dict[str, list[Question]] = defaultdict(list)
        for question in self.questions:
            for fact in question.facts:
                found[fact].append(question)
        return {fact: tuple(questions) for fact, questions in found.items()}
