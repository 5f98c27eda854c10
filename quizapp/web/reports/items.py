"""Quizzes, questions and facts in reports: pages. Their files are made in `files.py`."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from quizapp.services import fact_reports, question_reports, quiz_reports, quizzes
from quizapp.web.reports import item_wording as wording
from quizapp.web.shared.parts import context, now, signed_in


def quiz_list() -> ResponseReturnValue:
    """The quizzes of this teacher, each with its report."""
    return render_template("reports/quizzes.html", quizzes=quizzes.taught(context(), signed_in()))


def quiz(public_id: str) -> ResponseReturnValue:
    """How a quiz went."""
    report = quiz_reports.quiz_report(context(), signed_in(), public_id, now())
    return render_template("reports/quiz.html", report=report, wording=wording)


def question(public_id: str) -> ResponseReturnValue:
    """How pupils answer one question."""
    report = question_reports.question_report(context(), signed_in(), public_id)
    return render_template("reports/question.html", report=report, wording=wording)


def fact(public_id: str) -> ResponseReturnValue:
    """How pupils do on one fact."""
    report = fact_reports.fact_report(context(), signed_in(), public_id, now())
    return render_template("reports/fact.html", report=report)
