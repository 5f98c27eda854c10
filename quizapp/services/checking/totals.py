"""Day totals against the answers that were not taken back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection

from quizapp.services.checking.findings import Report
from quizapp.services.checking.merging import Key, side_by_side
from quizapp.store.queries import rebuilding as queries


def prove(connection: Connection, report: Report) -> None:
    """Find the totals that are not the sums of their answers."""
    for scope in queries.REBUILT:
        for key, stored, counted in side_by_side(
            _stored(connection, scope), _counted(connection, scope)
        ):
            report.count("totals")
            _compare(report, f"{scope}/{key[0]}/{key[1]}", stored, counted)


def _stored(connection: Connection, scope: str) -> Iterator[tuple[Key, tuple[int, ...]]]:
    rows = connection.execute(queries.TOTALS, {"scope": scope}, execution_options=queries.STREAM)
    for subject, day, *counts in rows:
        if any(counts):
            yield (subject, day), tuple(counts)


def _counted(connection: Connection, scope: str) -> Iterator[tuple[Key, tuple[int, ...]]]:
    """Answers, right ones, milliseconds and facts introduced, by subject and day."""
    rows: Any = connection.execute(queries.REBUILT[scope], execution_options=queries.STREAM)
    sums = (((row[0], row[1]), tuple(int(value) for value in row[2:])) for row in rows)
    introduced: Any = ()
    if scope == "learner":
        rows = connection.execute(queries.INTRODUCED, execution_options=queries.STREAM)
        introduced = (((row[0], row[1]), row[2]) for row in rows)
    for key, counts, new in side_by_side(sums, introduced):
        yield key, (*(counts or (0, 0, 0)), new or 0)


def _compare(report: Report, row: str, stored: Any, counted: Any) -> None:
    if stored == counted:
        return
    if counted is None:
        report.add("total-without-answers", "day_totals", row, stored)
    elif stored is None:
        report.add("total-missing", "day_totals", row, counted)
    else:
        report.add("total-differs", "day_totals", row, f"{stored}, counted {counted}")
