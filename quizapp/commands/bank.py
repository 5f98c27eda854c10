"""`quizapp bank ...`: facts into questions, and whether they hold."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from quizapp.commands.shared import FOLDER, fail, json_option, print_json

if TYPE_CHECKING:
    from quizapp.services.banks import CheckReport, CoverageReport


@click.group()
def bank() -> None:
    """The question bank as files."""


def _finish(
    report: CheckReport | CoverageReport, summary: str, *, as_json: bool, advice: Sequence[str] = ()
) -> NoReturn:
    if as_json:
        print_json(report.as_json())
    else:
        for line in (*report.problems, *advice):
            click.echo(line)
        click.echo(summary)
    sys.exit(1 if report.problems else 0)


@bank.command()
@click.option("--facts", type=FOLDER, help="Folder of fact files (questions/facts).")
@click.option("--out", type=FOLDER, help="Folder to write to (questions/bank).")
@click.option("--sources", type=FOLDER, help="Folder of the source texts: writes the anchor lock.")
def build(facts: Path | None, out: Path | None, sources: Path | None) -> None:
    """Make the questions of all facts; the same facts give the same bytes."""
    from quizapp.services.banks import BankError, questions_folder
    from quizapp.services.banks import build as build_bank

    try:
        folder = questions_folder() if facts is None or out is None else Path()
        report = build_bank(facts or folder / "facts", out or folder / "bank", sources)
    except BankError as error:
        fail(str(error))
    for name in report.changed:
        click.echo(f"written: {name}")
    click.echo(f"{report.facts} facts, {report.questions} questions, digest {report.digest[:12]}")
    for problem in report.problems:
        click.echo(problem, err=True)
    sys.exit(1 if report.problems else 0)


@bank.command()
@click.option("--sources", type=FOLDER, help="Folder of the source texts; else the anchor lock.")
@json_option
def check(sources: Path | None, *, as_json: bool) -> None:
    """Lint the bank and prove every anchor."""
    from quizapp.services.banks import BankError, questions_folder
    from quizapp.services.banks import check as check_bank

    try:
        report = check_bank(questions_folder(), sources)
    except BankError as error:
        fail(str(error))
    proof = "the source texts" if report.with_text else "the anchor lock"
    summary = (
        f"{report.facts} facts, {report.questions} questions: {report.errors} errors, "
        f"{report.warnings} warnings; anchors checked against {proof}"
    )
    advice = [
        f"{finding.code} {finding.question}: {finding.message}"
        for finding in report.findings
        if not finding.blocks
    ]
    _finish(report, summary, as_json=as_json, advice=advice)


@bank.command()
@json_option
def coverage(*, as_json: bool) -> None:
    """Facts under quota, questions without a fact, paragraphs without a fact."""
    from quizapp.services.banks import BankError, questions_folder
    from quizapp.services.banks import coverage as bank_coverage

    try:
        report = bank_coverage(questions_folder())
    except BankError as error:
        fail(str(error))
    count = len(report.problems)
    summary = "All facts have their questions, all paragraphs their facts."
    _finish(report, summary if not count else f"{count} to mend", as_json=as_json)


@bank.command()
@json_option
def export(*, as_json: bool) -> None:
    """The whole shipped bank as one JSON document."""
    from quizapp.services.banks import BankError, questions_folder
    from quizapp.services.banks import export as export_bank

    del as_json
    try:
        print_json(export_bank(questions_folder()))
    except BankError as error:
        fail(str(error))
