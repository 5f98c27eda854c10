"""Quizzes and questions in reports: pages, and the same numbers as files."""

from __future__ import annotations

import re
from collections.abc import Iterable

from flask import Response, render_template
from flask.typing import ResponseReturnValue

from quizapp.services import question_reports, quiz_reports, quizzes
from quizapp.services.question_reports import QuestionReport
from quizapp.services.quiz_reports import QuizReport
from quizapp.web.reports import item_wording as wording
from quizapp.web.reports.sheet import as_csv, per_cent
from quizapp.web.shared.parts import context, now, signed_in
from quizapp.web.shared.texts import gettext as _
from quizapp.web.shared.words import kind_words, ordinal


def quiz_list() -> ResponseReturnValue:
    """The quizzes of this teacher, each with its report."""
    return render_template("reports/quizzes.html", quizzes=quizzes.taught(context(), signed_in()))


def quiz(public_id: str) -> ResponseReturnValue:
    """How a quiz went."""
    report = quiz_reports.quiz_report(context(), signed_in(), public_id, now())
    return render_template("reports/quiz.html", report=report, wording=wording)


def quiz_csv(public_id: str) -> ResponseReturnValue:
    """The scores of a quiz as a file."""
    report = quiz_reports.quiz_report(context(), signed_in(), public_id, now())
    return _file(report.title, score_rows(report))


def quiz_items_csv(public_id: str) -> ResponseReturnValue:
    """The questions of a quiz as a file."""
    report = quiz_reports.quiz_report(context(), signed_in(), public_id, now())
    return _file(f"{report.title} {_('questions')}", item_rows(report))


def question(public_id: str) -> ResponseReturnValue:
    """How pupils answer one question."""
    report = question_reports.question_report(context(), signed_in(), public_id)
    return render_template("reports/question.html", report=report, wording=wording)


def question_csv(public_id: str) -> ResponseReturnValue:
    """The same as a file."""
    report = question_reports.question_report(context(), signed_in(), public_id)
    return _file(_("question"), question_rows(report))


def score_rows(report: QuizReport) -> list[list[str]]:
    """A row for each learner, as the page shows them."""
    heads = [_("Learner"), _("Class"), _("Score (%)"), _("Attempts"), _("Minutes"), _("Submitted")]
    return [
        heads,
        *(
            [
                row.name,
                row.classroom_name,
                per_cent(row.share),
                str(row.attempts),
                f"{row.minutes:.1f}",
                f"{row.submitted_at:%Y-%m-%dT%H:%M:%SZ}",
            ]
            for row in report.learners
        ),
    ]


def item_rows(report: QuizReport) -> list[list[str]]:
    """A row for each question, as the page shows them."""
    heads = [
        _("Question"),
        _("Kind"),
        _("Asked"),
        _("Facility (%)"),
        _("Discrimination"),
        _("Median time (s)"),
        _("Not answered"),
        _("Most common mistake"),
        _("How often"),
    ]
    return [
        heads,
        *(
            [
                row.stem,
                kind_words(row.kind),
                str(row.asked),
                per_cent(row.facility),
                wording.plain(row.discrimination),
                wording.whole(row.seconds),
                str(row.unanswered),
                row.mistake,
                str(row.mistakes),
            ]
            for row in report.items
        ),
    ]


def question_rows(report: QuestionReport) -> list[list[str]]:
    """The figures of a question, then a row for each option."""
    rows = [
        [_("Question"), report.stem],
        [_("Answered"), str(report.answered)],
        [_("Right"), str(report.right)],
        [_("Facility (%)"), per_cent(report.facility)],
        [_("Discrimination"), wording.plain(report.discrimination)],
        [_("Median time (s)"), wording.whole(report.seconds)],
    ]
    if report.options:
        fifths = [_("%(place)s fifth (%%)", place=ordinal(number)) for number in range(1, 6)]
        rows.append([_("Option"), _("Right"), _("Chosen"), *fifths])
        rows += [
            [
                one.text,
                _("yes") if one.correct else "",
                str(one.use.chosen),
                *(per_cent(share) for share in one.use.by_fifth),
            ]
            for one in report.options
        ]
    return rows


def _file(title: str, rows: Iterable[list[str]]) -> Response:
    plain = re.sub(r"[^A-Za-z0-9]+", "-", title).strip("-") or "report"
    name = f"{plain}-{now():%Y-%m-%d}.csv"
    return Response(
        as_csv(rows),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
