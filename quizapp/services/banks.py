"""The question bank as files: read, built, checked, counted, exported. No database.

A bank folder holds `sources.toml`, `facts/<source>.toml`, `ignored.toml` (by hand) and `bank/`
(generated: one file of questions per source, and the anchor lock).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from quizapp.core.bank import anchors, quoting
from quizapp.core.bank.accounting import parse_ignored
from quizapp.core.bank.build import build_bank
from quizapp.core.bank.coverage import coverage_of
from quizapp.core.bank.findings import Finding
from quizapp.core.bank.lint import lint_bank
from quizapp.core.bank.model import Bank
from quizapp.core.bank.serialise import questions_from_bytes, questions_to_bytes, to_bytes
from quizapp.core.facts.errors import FactFileError
from quizapp.core.facts.load import load_facts, parse_sources
from quizapp.core.facts.model import Fact, Source
from quizapp.core.questions import Question
from quizapp.services.bank_reports import (
    BuildReport,
    CheckReport,
    CoverageReport,
    exported,
)
from quizapp.services.questions_folder import BankError, questions_folder

__all__ = [
    "BankError",
    "BuildReport",
    "CheckReport",
    "CoverageReport",
    "build",
    "check",
    "coverage",
    "export",
    "questions_folder",
    "read_bank",
]

LOCK = "anchors.json"
"""The name of the anchor lock inside `bank/`."""
IGNORED = "ignored.toml"
"""Says which figures and names of a source, or which paragraphs, no fact states."""


def read_bank(folder: Path | None = None) -> Bank:
    """The bank as its files say, questions as they were generated. Raises BankError."""
    folder = folder or questions_folder()
    sources, facts = _sources_and_facts(folder)
    questions: list[Question] = []
    for source in sources:
        path = folder / "bank" / f"{source.id}.json"
        if path.is_file():
            questions += _questions(path)
    path = folder / IGNORED
    try:
        ignored = parse_ignored(_text(path), IGNORED) if path.is_file() else ()
    except FactFileError as error:
        raise BankError(str(error)) from error
    return Bank(sources, facts, tuple(sorted(questions, key=lambda item: item.id)), ignored)


def build(facts_folder: Path, out_folder: Path, sources_folder: Path | None = None) -> BuildReport:
    """Builds the bank of a folder's facts into `out_folder`; with the texts, the anchor lock too.

    `facts_folder` is `facts/`, beside which `sources.toml` stands. Raises BankError where a file
    cannot be read, or where with the texts at hand an anchor is not proven.
    """
    sources, facts = _sources_and_facts(facts_folder.parent, facts_folder)
    bank = build_bank(sources, facts)
    files = _bank_files(bank)
    problems: list[anchors.AnchorProblem] = []
    if sources_folder is not None:
        texts = _texts(sources, facts, sources_folder)
        problems = _check_texts(sources, facts, texts)
        files[LOCK] = to_bytes(anchors.make_lock(sources, facts, texts))
    out_folder.mkdir(parents=True, exist_ok=True)
    changed = [name for name, data in sorted(files.items()) if _write(out_folder / name, data)]
    return BuildReport(
        facts=len(bank.facts),
        questions=len(bank.questions),
        digest=bank.digest,
        written=tuple(sorted(files)),
        changed=tuple(changed),
        problems=tuple(f"{row.code} {row.fact or row.source}: {row.message}" for row in problems),
    )


def check(folder: Path, sources_folder: Path | None = None) -> CheckReport:
    """Lints a bank folder, proves its anchors by text or lock, and tells stale bank files.

    Raises BankError where a file cannot be read.
    """
    bank = read_bank(folder)
    lock = _read_lock(folder)
    quoted: tuple[Finding, ...] = ()
    if sources_folder is not None:
        texts = _texts(bank.sources, bank.facts, sources_folder)
        anchor_problems = _check_texts(bank.sources, bank.facts, texts)
        lock = anchors.make_lock(bank.sources, bank.facts, texts)
        quoted = quoting.copied_in(bank, texts)
    else:
        anchor_problems = [
            problem
            for source, facts in _facts_by_source(bank.sources, bank.facts)
            for problem in anchors.check_lock(source, facts, lock)
        ]
    return CheckReport(
        facts=len(bank.facts),
        questions=len(bank.questions),
        findings=(*lint_bank(bank, anchors.place_words(lock)), *quoted),
        anchor_problems=tuple(anchor_problems),
        stale=tuple(_stale(folder, bank)),
        with_text=sources_folder is not None,
    )


def coverage(folder: Path) -> CoverageReport:
    """How the questions of a bank folder cover its facts, and these their paragraphs."""
    return CoverageReport(coverage_of(read_bank(folder)))


def export(folder: Path) -> dict[str, object]:
    """The whole bank as plain values: sources, facts, and under each fact its questions."""
    return exported(read_bank(folder))


def _sources_and_facts(
    folder: Path, facts_folder: Path | None = None
) -> tuple[tuple[Source, ...], tuple[Fact, ...]]:
    facts_folder = facts_folder or folder / "facts"
    path = folder / "sources.toml"
    try:
        sources = parse_sources(_text(path), path.name)
        files = {item.name: _text(item) for item in sorted(facts_folder.glob("*.toml"))}
        return sources, load_facts(files, sources)
    except FactFileError as error:
        raise BankError(str(error)) from error


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BankError(f"{path} cannot be read: {error}") from error


def _questions(path: Path) -> tuple[Question, ...]:
    try:
        return questions_from_bytes(path.read_bytes(), path.name)
    except (OSError, ValueError) as error:
        raise BankError(str(error)) from error


def _bank_files(bank: Bank) -> dict[str, bytes]:
    by_id = {fact.id: fact.source for fact in bank.facts}
    files = {}
    for source in bank.sources:
        mine = [item for item in bank.questions if by_id[item.facts[0]] == source.id]
        files[f"{source.id}.json"] = questions_to_bytes(source.id, mine)
    return files


def _write(path: Path, data: bytes) -> bool:
    """Writes a file whose bytes differ; says whether they did."""
    if path.is_file() and path.read_bytes() == data:
        return False
    path.write_bytes(data)
    return True


def _texts(sources: Iterable[Source], facts: Iterable[Fact], folder: Path) -> dict[str, str]:
    """The texts of the sources that facts cite, by source id."""
    cited = {fact.source for fact in facts}
    return {source.id: _text(folder / source.file) for source in sources if source.id in cited}


def _facts_by_source(
    sources: Iterable[Source], facts: Iterable[Fact]
) -> Iterable[tuple[Source, list[Fact]]]:
    facts = tuple(facts)
    for source in sources:
        mine = [fact for fact in facts if fact.source == source.id]
        if mine:
            yield source, mine


def _check_texts(
    sources: Iterable[Source], facts: Iterable[Fact], texts: Mapping[str, str]
) -> list[anchors.AnchorProblem]:
    return [
        problem
        for source, mine in _facts_by_source(sources, facts)
        for problem in anchors.check_text(source, mine, texts[source.id])
    ]


def _read_lock(folder: Path) -> dict[str, Any]:
    path = folder / "bank" / LOCK
    if not path.is_file():
        return {}
    try:
        found = json.loads(path.read_bytes())
    except ValueError as error:
        raise BankError(f"{path.name} cannot be read as an anchor lock: {error}") from error
    return found if isinstance(found, dict) else {}


def _stale(folder: Path, bank: Bank) -> Iterable[str]:
    fresh = _bank_files(build_bank(bank.sources, bank.facts))
    for name, data in sorted(fresh.items()):
        path = folder / "bank" / name
        if not path.is_file() or path.read_bytes() != data:
            yield f"bank/{name} is not what the facts give: run `quizapp bank build`"
