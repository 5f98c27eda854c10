"""What lint says, and what its rules may look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from quizapp.core.facts.model import Fact, Source
from quizapp.core.questions import Question, QuestionKind

EVERY_KIND = frozenset(QuestionKind)


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
    """The facts of the question, all facts by id, all sources by id, words by place.

    `shown` is all that the question shows before it is answered, `folded` for `rare.Rare`.
    """

    facts: tuple[Fact, ...]
    all_facts: Mapping[str, Fact]
    sources: Mapping[str, Source]
    words: Mapping[tuple[str, int], frozenset[str]]
    shown: str


@dataclass(frozen=True, slots=True)
class Rule:
    """What looks for a flaw, at which kinds of questions, and whether at options alone."""

    look: Callable[[Question, Context], Iterable[Finding]]
    kinds: frozenset[QuestionKind] = EVERY_KIND
    options: bool = False

    def concerns(self, kind: QuestionKind, *, options: bool) -> bool:
        """Whether the rule may find anything in such a question, which has options or none."""
        return kind in self.kinds and (options or not self.options)
