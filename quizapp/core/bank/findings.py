"""What lint says, and what its rules may look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quizapp.core.facts.model import Fact, Source


@dataclass(frozen=True, slots=True)
class Finding:
    """One flaw: its stable code, the question it is in, and a sentence."""

    code: str
    question: str
    message: str

    @property
    def blocks(self) -> bool:
        """Whether the question may not be approved as it is."""
        return self.code.startswith("E")


@dataclass(frozen=True, slots=True)
class Context:
    """The facts of the question, all facts by id, all sources by id, words by place."""

    facts: tuple[Fact, ...]
    all_facts: Mapping[str, Fact]
    sources: Mapping[str, Source]
    words: Mapping[tuple[str, int], frozenset[str]]
