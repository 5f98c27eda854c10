"""Scores of submitted attempts against the marks of their questions."""

from __future__ import annotations

import math

from sqlalchemy import Connection

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
