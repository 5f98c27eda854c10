"""A class report as rows for a spreadsheet: the numbers that stand on the page."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from quizapp.services.reports import ClassReport, LearnerRow
from quizapp.web.reports.wording import reason_words
from quizapp.web.shared.texts import gettext as _

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""Signs with which a spreadsheet begins a formula."""


def safe_cell(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe stands before its first sign."""
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def per_cent(share: float | None) -> str:
    """A share as whole per cent, "" where there is none; the same rounding as on the page."""
    return "" if share is None else str(round(100 * share))


def heads(report: ClassReport) -> list[str]:
    """The first row."""
    return [
        _("Learner"),
        _("All (%)"),
        _("Last studied"),
        *(f"{topic.topic} (%)" for topic in report.topics),
        _("Facts met"),
        _("Facts due"),
        _("Facts in all"),
        _("Needs help"),
    ]


def row(report: ClassReport, learner: LearnerRow) -> list[str]:
    """One learner."""
    return [
        learner.name,
        per_cent(learner.recall),
        learner.studied.isoformat() if learner.studied else "",
        *(per_cent(share) for share in learner.topics),
        str(learner.introduced),
        str(learner.due),
        str(report.facts),
        " ".join(reason_words(reason) for reason in learner.reasons),
    ]


def as_csv(rows: Iterable[list[str]]) -> bytes:
    """Rows as CSV (RFC 4180) in UTF-8 with a byte order mark.

    Without the mark Excel reads the file in the machine's old code page and spoils accents;
    other programs skip it.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerows([safe_cell(cell) for cell in cells] for cells in rows)
    return text.getvalue().encode("utf-8-sig")


def class_csv(report: ClassReport) -> bytes:
    """The class report as a file."""
    return as_csv([heads(report), *(row(report, learner) for learner in report.learners)])
