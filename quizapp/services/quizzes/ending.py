"""When open attempts end after the dates of their assignment were moved."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select, update

from quizapp.core.quizzes.rules import from_json
from quizapp.core.quizzes.timing import Grant, Window, ends_at, last_instant, window_for
from quizapp.store.models import Assignment, Attempt


def move_ends(connection: Connection, assignment: int, at: datetime) -> None:
    """Give the open attempts of an assignment the ends that its dates mean now.

    What would have ended in the past ends at `at`.
    """
    rows = connection.execute(
        select(
            Attempt.id,
            Attempt.started_at,
            Attempt.rules,
            Attempt.accommodation,
            Assignment.opens_at,
            Assignment.due_at,
            Assignment.closes_at,
        )
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .where(Attempt.assignment_id == assignment, Attempt.state == "open")
        .with_for_update(of=Attempt)
    ).all()
    for row in rows:
        grant = Grant(**row.accommodation)
        window = window_for(Window(row.opens_at, row.due_at, row.closes_at), grant)
        rules = from_json(row.rules)
        bounded = rules.time_limit or last_instant(window, rules) is not None
        end = ends_at(row.started_at if bounded else at, window, rules, grant)
        step = update(Attempt).where(Attempt.id == row.id)
        connection.execute(step.values(ends_at=max(end, at), due_at=window.due_at))
