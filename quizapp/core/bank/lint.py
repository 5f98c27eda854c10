"""Finds flaws in questions. Codes are stable: E blocks approval, W is advice.

`lint_bank` looks at a whole bank, `lint_question` at one question (as it is written).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from quizapp.core.bank import lint_errors, lint_several, lint_truth, lint_warnings
from quizapp.core.bank.findings import Context, Finding, Rule
from quizapp.core.bank.model import Bank
from quizapp.core.bank.rare import folded
from quizapp.core.facts.model import Fact, Source
from quizapp.core.questions import Question, QuestionKind

RULES: tuple[Rule, ...] = (
    *lint_errors.RULES,
    *lint_truth.RULES,
    *lint_several.RULES,
    *lint_warnings.RULES,
)
"""Every rule that looks at one question."""

_CONCERNED = {
    (kind, options): tuple(rule.look for rule in RULES if rule.concerns(kind, options=options))
    for kind in QuestionKind
    for options in (False, True)
}
"""What looks at a question, by its kind and whether it has options."""

PlaceWords = Mapping[tuple[str, int], frozenset[str]]
"""Hashes of the words of a cited paragraph, by source id and paragraph."""


@dataclass(frozen=True, slots=True)
class Lint:
    """What the rules may look at beside the question itself."""

    facts: Mapping[str, Fact] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    words: PlaceWords = field(default_factory=dict)

    def question(self, question: Question) -> tuple[Finding, ...]:
        """All findings on one question, in the order of the codes."""
        facts = tuple(self.facts[item] for item in question.facts if item in self.facts)
        options = question.options
        texts = (question.stem, question.key.text, *(option.text for option in options))
        context = Context(facts, self.facts, self.sources, self.words, folded(texts))
        looks = _CONCERNED[question.kind, bool(options)]
        found = [finding for look in looks for finding in look(question, context)]
        return tuple(sorted(found, key=lambda finding: (finding.code, finding.message)))


def lint_question(question: Question, facts: Iterable[Fact] = ()) -> tuple[Finding, ...]:
    """The findings on a question as a teacher writes it, with the facts that it asks for."""
    return Lint({fact.id: fact for fact in facts}).question(question)


def lint_bank(bank: Bank, words: PlaceWords | None = None) -> tuple[Finding, ...]:
    """The findings on all questions of a bank, and those on the bank as a whole."""
    lint = Lint(
        {fact.id: fact for fact in bank.facts},
        {source.id: source for source in bank.sources},
        words or {},
    )
    found = [finding for question in bank.questions for finding in lint.question(question)]
    found += lint_warnings.whole_bank(bank)
    return tuple(sorted(found, key=lambda finding: (finding.code, finding.question)))
