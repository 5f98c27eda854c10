"""Who knows what: a class, a learner. Their files are made in `files.py`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue

from quizapp.services import classrooms, needs_help, reports
from quizapp.services.reports import LearnerRow
from quizapp.web.reports.wording import days_ago, reason_words
from quizapp.web.shared.parts import context, now, signed_in

ORDERS: dict[str, Callable[[LearnerRow], Any]] = {
    "name": lambda row: row.name.casefold(),
    "all": lambda row: (row.recall is not None, row.recall or 0.0),
    "studied": lambda row: row.studied or date.min,
    "met": lambda row: row.introduced,
}
"""Columns by which the table can be ordered, the lowest first; else who needs help is on top."""


def index() -> ResponseReturnValue:
    """The teacher's classrooms, each with its report."""
    taught = classrooms.taught(context(), signed_in())
    return render_template("reports/index.html", classrooms=taught)


def classroom(public_id: str) -> ResponseReturnValue:
    """What a class knows now."""
    report = reports.class_report(context(), signed_in(), public_id, now())
    order = request.args.get("order", "")
    learners = sorted(report.learners, key=ORDERS[order]) if order in ORDERS else report.learners
    return render_template(
        "reports/classroom.html",
        report=report,
        learners=learners,
        order=order if order in ORDERS else "",
        rules=needs_help,
        reason_words=reason_words,
        days_ago=days_ago,
    )


def student(public_id: str, student: str) -> ResponseReturnValue:
    """What one learner of a class knows now."""
    report = reports.student_report(context(), signed_in(), public_id, student, now())
    return render_template(
        "reports/student.html", report=report, reason_words=reason_words, days_ago=days_ago
    )
