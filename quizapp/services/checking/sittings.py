"""Scores of submitted attempts against the marks of their questions, and marks of essays."""

from __future__ import annotations

import math
from typing import Any

from sqlalchemy import Connection

from quizapp.core.grading.essay import Criterion, share_of
from quizapp.core.quizzes.marking import total
from quizapp.services.checking.findings import Report
from quizapp.store.queries import rebuilding as queries

ROUNDING = 1e-9


def prove(connection: Connection, report: Report) -> None:
    """Find scores that are not the sum of their marks less what lateness cost."""
    for row in connection.execute(queries.SITTINGS, execution_options=queries.STREAM):
        report.count("attempts")
        rebuilt = total([row.marks], row.penalty)
        scores = math.isclose(row.score, rebuilt, abs_tol=ROUNDING)
        if not (scores and math.isclose(row.most, row.points, abs_tol=ROUNDING)):
            seen = f"{row.score} of {row.most}, rebuilt {rebuilt} of {row.points}"
            report.add("attempt-score", "attempts", row.id, seen)
    _essays(connection, report)


def _essays(connection: Connection, report: Report) -> None:
    """Find essays whose mark is not that of their newest mark by hand, or points beyond reason."""
    for row in connection.execute(queries.ESSAYS, execution_options=queries.STREAM):
        report.count("essays")
        given = None if row.share is None else row.worth * row.share
        if not _same(row.mark, given):
            where = f"{row.attempt_id}/{row.position}"
            report.add("essay-mark", "attempt_slots", where, f"{row.mark}, given {given}")
    for mark in connection.execute(queries.ESSAY_MARKS, execution_options=queries.STREAM):
        if not math.isclose(mark.share, _share(mark), abs_tol=ROUNDING):
            report.add("essay-share", "essay_marks", mark.id, mark.share)


def _same(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, abs_tol=ROUNDING)


def _share(row: Any) -> float:
    """What the points are of the rubric's; not a number where they do not fit it."""
    most = [float(one) for one in row.accept[: len(row.points)]]
    if len(most) != len(row.points):
        return math.nan
    try:
        return share_of(row.points, [Criterion("", one) for one in most])
    except ValueError:
        return math.nan
