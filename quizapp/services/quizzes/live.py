"""The list that a teacher watches while a class sits a quiz."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from quizapp.services.access import Permission, require
from quizapp.services.context import Context, NotFound
from quizapp.services.quizzes.asked import is_empty, response_of
from quizapp.services.quizzes.assigning import AssignmentLine, line_of, taught_assignment
from quizapp.services.quizzes.settling import settle
from quizapp.store.queries import live as queries
from quizapp.store.queries import sitting
from quizapp.store.queries.people import Person

NOT_BEGUN, WORKING, SUBMITTED = "not_begun", "working", "submitted"
QUIET = timedelta(minutes=3)
"""After so long without anything saved, a learner at work is marked as quiet."""


@dataclass(frozen=True, slots=True)
class LiveRow:
    """One learner and their latest attempt. `share` 0..1 is its score, None until submitted.

    `answered` of `questions` have an answer; `last_at` is when one was saved last. `by_time` says
    that the clock ended it, `more_time` that this learner is granted more. `waiting` essays have
    no mark yet, so that the share is provisional.
    """

    learner: str
    name: str
    state: str
    attempts: int
    answered: int = 0
    questions: int = 0
    last_at: datetime | None = None
    ends_at: datetime | None = None
    share: float | None = None
    by_time: bool = False
    more_time: bool = False
    quiet: bool = False
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class LiveList:
    """Everybody whom an assignment reaches, those at work first. Nobody's answers are in it."""

    line: AssignmentLine
    at: datetime
    rows: tuple[LiveRow, ...]

    def count(self, state: str) -> int:
        """How many stand so."""
        return sum(row.state == state for row in self.rows)


def live(context: Context, person: Person, assignment: str, at: datetime) -> LiveList:
    """How far each learner is. NotFound for assignments of others, and for facts to know."""
    require(Permission.TEACH, person)
    with context.store.read() as connection:
        row = taught_assignment(connection, person, assignment)
        if row.quiz_id is None:
            raise NotFound
        due = sitting.to_settle(connection, at, quiz=row.quiz_id)
    settle(context, due, at)
    with context.store.read() as connection:
        asked = queries.asked(connection, row.id)
        attempts = queries.attempts(connection, row.id)
        responses = queries.last_responses(connection, row.id)
    own: dict[int, list[Any]] = defaultdict(list)
    for attempt in attempts:
        own[attempt.learner_id].append(attempt)
    given: dict[int, list[Any]] = defaultdict(list)
    for one in responses:
        given[one.attempt_id].append(one)
    rows = [_row(pupil, own[pupil.id], given, at) for pupil in asked]
    order = (WORKING, NOT_BEGUN, SUBMITTED)
    rows.sort(key=lambda one: order.index(one.state))
    return LiveList(line_of(row), at, tuple(rows))


def _row(pupil: Any, attempts: Sequence[Any], given: dict[int, list[Any]], at: datetime) -> LiveRow:
    more_time = pupil.time_percent > 100 or pupil.extra_minutes > 0
    if not attempts:
        return LiveRow(pupil.public_id, pupil.name, NOT_BEGUN, 0, more_time=more_time)
    last = attempts[-1]
    answers = [one for one in given[last.id] if not is_empty(response_of(one))]
    last_at = max((one.given_at for one in given[last.id]), default=last.started_at)
    submitted = last.state == "submitted"
    return LiveRow(
        learner=pupil.public_id,
        name=pupil.name,
        state=SUBMITTED if submitted else WORKING,
        attempts=len(attempts),
        answered=len(answers),
        questions=last.questions,
        last_at=last.submitted_at if submitted else last_at,
        ends_at=last.ends_at,
        share=(last.score or 0.0) / last.most if submitted and last.most else None,
        by_time=last.ended_by == "time",
        more_time=more_time,
        quiet=not submitted and at - last_at >= QUIET,
        waiting=last.waiting,
    )
