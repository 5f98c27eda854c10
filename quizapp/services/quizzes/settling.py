"""The end of an attempt: marks are made, and what is not held back joins the memory.

An attempt whose time is over is submitted at its end by whoever looks next, and by a sweep. All
of it happens in one transaction for each attempt, under the lock of its row, so that a second
submission finds the first one's result.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import Connection, update

from quizapp.core.grading.verdict import Outcome
from quizapp.core.quizzes.marking import counted, mark, total
from quizapp.core.quizzes.reviewing import Standing, joins_memory
from quizapp.core.quizzes.rules import Rules, from_json
from quizapp.core.quizzes.timing import Grant, Window, is_over, late_share, window_for
from quizapp.services.context import Context
from quizapp.services.quizzes.asked import given_of
from quizapp.services.quizzes.joining import join_memory
from quizapp.services.quizzes.regrade_memory import mend
from quizapp.store.queries import sitting as queries
from quizapp.store.queries.people import Person

BY_LEARNER, BY_TIME = "learner", "time"


def settle(context: Context, rows: Sequence[int], at: datetime) -> int:
    """Submit those of these attempts whose time is over, release those that are due.

    Each in a transaction of its own; how many changed.
    """
    changed = 0
    for row in rows:
        changed += context.store.transact(partial(settle_one, row=row, at=at))
    return changed


def settle_own(context: Context, person: Person, at: datetime) -> None:
    """The same for a learner's own attempts: one statement where there is nothing to do."""
    with context.store.read() as connection:
        rows = queries.to_settle(connection, at, learner=person.id)
    settle(context, rows, at)


def sweep(context: Context, at: datetime) -> int:
    """The same for everybody's; how many attempts changed."""
    with context.store.read() as connection:
        rows = queries.to_settle(connection, at)
    return settle(context, rows, at)


def settle_one(connection: Connection, row: int, at: datetime) -> bool:
    """Submit or release one attempt where it is time; whether anything changed."""
    found = queries.lock(connection, row)
    if found.state == "open":
        if not over(found, at):
            return False
        submit_locked(connection, found, found.ends_at, BY_TIME, at)
        return True
    return found.released_at is None and release_if_due(connection, row, at)


def over(row: Any, at: datetime) -> bool:
    """Whether an attempt takes nothing any more."""
    return is_over(row.ends_at, timedelta(seconds=row.grace_seconds), at)


def submit_locked(
    connection: Connection, row: Any, submitted: datetime, by: str, at: datetime
) -> None:
    """Close an open attempt whose row is locked: marks, score, and memory where it is not held."""
    rules = from_json(row.rules)
    given = queries.responses(connection, row.id)
    marks = {
        slot.position: _mark(rules, given[slot.position], slot.points)
        for slot in queries.positions(connection, row.id)
    }
    changes = [
        {"in_attempt": row.id, "at": position, "new_mark": value}
        for position, value in marks.items()
    ]
    connection.execute(queries.MARK_SLOT, changes)
    penalty = late_share(row.due_at, submitted, rules)
    closed = {
        "state": "submitted",
        "submitted_at": submitted,
        "ended_by": by,
        "penalty": penalty,
        "score": total([value or 0.0 for value in marks.values()], penalty),
    }
    attempts = queries.ATTEMPTS
    connection.execute(update(attempts).where(attempts.c.id == row.id).values(closed))
    release_if_due(connection, row.id, at)


def _mark(rules: Rules, responses: Sequence[Any], points: float) -> float | None:
    """The mark for a question; None where a person has to give it."""
    given = given_of(responses)
    index = counted(rules, given)
    if index is not None and responses[index].outcome == Outcome.WAITING:
        return None
    return mark(rules, given, points)


def release_if_due(connection: Connection, row: int, at: datetime) -> bool:
    """Let a submitted attempt's answers join the memory, once, where they are not held back."""
    found = queries.attempt_in_row(connection, row)
    if found.released_at is not None:
        return False
    if not joins_memory(from_json(found.rules), standing_of(found), at):
        return False
    join_memory(connection, found)
    attempts = queries.ATTEMPTS
    connection.execute(update(attempts).where(attempts.c.id == row).values(released_at=at))
    mend(connection, [queries.lock(connection, row)], at)
    return True


def standing_of(row: Any) -> Standing:
    """Where an attempt (with its quiz and assignment) stands."""
    own = window_for(Window(None, None, row.closes_at), Grant(**row.accommodation))
    return Standing(row.state == "submitted", own.closes_at, row.results_released_at)
