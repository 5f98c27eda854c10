"""Reports as files: every one as CSV and as a spreadsheet, of the tables of `tables.py`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from flask import Response, request

from quizapp.exchange.spreadsheets import INSTALL, PackageMissing, as_xlsx
from quizapp.exchange.tables import Table, as_csv
from quizapp.services import fact_reports, question_reports, quiz_reports, reports
from quizapp.services.context import Refused
from quizapp.web.reports import tables
from quizapp.web.shared.parts import context, now, signed_in
from quizapp.web.shared.texts import gettext as _

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
WRITERS: dict[str, Callable[[Sequence[Table]], bytes]] = {"csv": as_csv, "xlsx": as_xlsx}


def classroom(public_id: str) -> Response:
    """What a class knows now."""
    report = reports.class_report(context(), signed_in(), public_id, now())
    return _file(report.name, tables.class_tables(report), f"{report.today}")


def student(public_id: str, student: str) -> Response:
    """What one learner of a class knows now."""
    report = reports.student_report(context(), signed_in(), public_id, student, now())
    title = f"{report.classroom_name} {report.learner.name}"
    return _file(title, tables.student_tables(report), f"{report.today}")


def quiz(public_id: str) -> Response:
    """The scores of a quiz."""
    report = quiz_reports.quiz_report(context(), signed_in(), public_id, now())
    return _file(report.title, tables.score_tables(report))


def quiz_items(public_id: str) -> Response:
    """The questions of a quiz."""
    report = quiz_reports.quiz_report(context(), signed_in(), public_id, now())
    return _file(f"{report.title} {_('questions')}", tables.item_tables(report))


def question(public_id: str) -> Response:
    """How pupils answer one question."""
    report = question_reports.question_report(context(), signed_in(), public_id)
    return _file(_("question"), tables.question_tables(report))


def fact(public_id: str) -> Response:
    """How pupils do on one fact."""
    report = fact_reports.fact_report(context(), signed_in(), public_id, now())
    return _file(_("fact"), tables.fact_tables(report))


def _file(title: str, written: Sequence[Table], day: str = "") -> Response:
    """The tables in the form that the address ends with, under a name with its day."""
    form = request.path.rpartition(".")[2]
    plain = re.sub(r"[^A-Za-z0-9]+", "-", title).strip("-") or "report"
    name = f"{plain}-{day or f'{now():%Y-%m-%d}'}.{form}"
    try:
        data = WRITERS[form](written)
    except PackageMissing:
        raise Refused("xlsx_missing", command=INSTALL) from None
    return Response(
        data,
        content_type=TYPES[form],
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
