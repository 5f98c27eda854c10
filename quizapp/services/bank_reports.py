"""What is said about a bank folder: reports of a build, a check, its coverage, and the export."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from quizapp.core.bank import anchors
from quizapp.core.bank.coverage import Coverage
from quizapp.core.bank.findings import Finding
from quizapp.core.bank.model import Bank
from quizapp.core.facts.model import Fact, Source
from quizapp.core.questions import Question


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build wrote. `changed` names the files whose bytes are new."""

    facts: int
    questions: int
    digest: str
    written: tuple[str, ...]
    changed: tuple[str, ...]
    problems: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        """The report as plain values."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found. `errors` and `warnings` count the findings of lint."""

    facts: int
    questions: int
    findings: tuple[Finding, ...]
    anchor_problems: tuple[anchors.AnchorProblem, ...]
    stale: tuple[str, ...]
    with_text: bool

    @property
    def errors(self) -> int:
        """How many findings block."""
        return sum(finding.blocks for finding in self.findings)

    @property
    def warnings(self) -> int:
        """How many findings advise."""
        return len(self.findings) - self.errors

    @property
    def problems(self) -> tuple[str, ...]:
        """Everything that makes the check fail, one sentence each; warnings are not among it."""
        return (
            *(
                f"{row.code} {row.fact or row.source}: {row.message}"
                for row in self.anchor_problems
            ),
            *(f"{row.code} {row.question}: {row.message}" for row in self.findings if row.blocks),
            *self.stale,
        )

    def as_json(self) -> dict[str, object]:
        """The report as plain values."""
        return {
            "facts": self.facts,
            "questions": self.questions,
            "errors": self.errors,
            "warnings": self.warnings,
            "with_text": self.with_text,
            "findings": [asdict(finding) for finding in self.findings],
            "anchors": [asdict(problem) for problem in self.anchor_problems],
            "stale": list(self.stale),
            "problems": list(self.problems),
        }


@dataclass(frozen=True, slots=True)
class CoverageReport:
    """The coverage of a bank folder."""

    coverage: Coverage

    @property
    def problems(self) -> tuple[str, ...]:
        """Facts under quota, questions without a fact, paragraphs that no fact cites."""
        found = self.coverage
        return (
            *(
                f"{row.fact} (importance {row.importance}) has {row.questions} questions "
                f"of {row.kinds} kinds"
                for row in found.under_quota
            ),
            *(f"{item} asks for no approved fact" for item in found.without_fact),
            *(f"{source}: no fact cites paragraph {number}" for source, number in found.gaps),
        )

    def as_json(self) -> dict[str, object]:
        """The report as plain values."""
        return {**asdict(self.coverage), "problems": list(self.problems)}


def exported(bank: Bank) -> dict[str, object]:
    """The whole bank as plain values: sources, facts, and under each fact its questions."""
    first: dict[str, list[Question]] = {}
    for question in bank.questions:
        first.setdefault(question.facts[0], []).append(question)
    return {
        "sources": [_export_source(source) for source in bank.sources],
        "facts": [_export_fact(fact, first.get(fact.id, [])) for fact in bank.facts],
    }


def _export_source(source: Source) -> dict[str, object]:
    keys = ("id", "title", "publisher", "url", "as_of", "evidence", "file", "language")
    row: dict[str, object] = {key: getattr(source, key) for key in keys}
    return {**row, "paragraphs": list(source.paragraphs)}


def _export_fact(fact: Fact, questions: Iterable[Question]) -> dict[str, object]:
    keys = [
        "id",
        "kind",
        "topic",
        "subject",
        "predicate",
        "statement",
        "answer",
        "value",
        "unit",
        "approx",
        "language",
        "source",
        "paragraph",
        "anchor",
        "as_of",
        "according_to",
        "importance",
    ]
    row: dict[str, object] = {key: getattr(fact, key) for key in keys}
    for key in ("accept", "confusable", "also_true"):
        row[key] = list(getattr(fact, key))
    row["kind"] = fact.kind.value
    row["questions"] = [_export_question(question) for question in questions]
    return row


def _export_question(question: Question) -> dict[str, object]:
    return {
        "id": question.id,
        "kind": question.kind.value,
        "template": question.template,
        "stem": question.stem,
        "options": [{"text": item.text, "correct": item.correct} for item in question.options],
        "answer": question.key.text,
        "accept": list(question.key.accept),
        "facts": list(question.facts),
        "explanation": question.explanation,
    }
