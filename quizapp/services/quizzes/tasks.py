"""What a learner is asked to do, for the home page: quizzes to sit, facts to know by a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from sqlalchemy import Connection

from quizapp.core.memory.policy import Policy
from quizapp.core.quizzes.rules import from_json
from quizapp.core.quizzes.timing import Gate, Window, time_limit, window_for
from quizapp.services.home_screens import TaskLine
from quizapp.services.knowledge import recall_of
from quizapp.services.quizzes.cards import card_of, effective, grant_in
from quizapp.store.queries import assignments as queries
from quizapp.store.queries import sitting
from quizapp.store.queries.people import Person
from quizapp.store.queries.progress import KnownFact

AFTER_DUE = timedelta(days=1)
"""So long facts stay on the list after the day by which they were to be known."""


def tasks(
    connection: Connection,
    person: Person,
    known: Sequence[KnownFact],
    policy: Policy,
    at: datetime,
) -> tuple[TaskLine, ...]:
    """What is still to be done, by due date; `known` are the learner's facts in reach.

    At most three statements, one where nobody asks for anything.
    """
    rows = queries.of_learner(connection, person.id)
    lines = [*_quizzes(connection, person, rows, at), *_facts(connection, rows, known, policy, at)]
    return tuple(sorted(lines, key=lambda one: (one.due_at is None, one.due_at or at, one.title)))


def _quizzes(
    connection: Connection, person: Person, rows: Sequence[Any], at: datetime
) -> list[TaskLine]:
    wanted = sorted((row for row in rows if row.kind == "quiz"), key=lambda row: row.quiz_id)
    if not wanted:
        return []
    attempts = sitting.attempts_of(connection, person.id)
    chosen = [effective(list(group)) for _, group in groupby(wanted, key=lambda row: row.quiz_id)]
    lines = []
    for row in chosen:
        card = card_of(row, attempts, at)
        sat = any(one.state == "submitted" for one in attempts if one.assignment_id == row.id)
        waiting = card.gate in (Gate.OPEN, Gate.NOT_YET) and not sat
        if not (waiting or card.open_attempt):
            continue
        limit = time_limit(from_json(row.rules), grant_in(row))
        lines.append(
            _line(
                row,
                card.window.due_at,
                quiz=row.quiz,
                questions=int(row.questions),
                seconds=0 if limit is None else int(limit.total_seconds()),
                under_way=bool(card.open_attempt),
                opens_at=card.window.opens_at if card.gate is Gate.NOT_YET else None,
            )
        )
    return lines


def _facts(
    connection: Connection,
    rows: Sequence[Any],
    known: Sequence[KnownFact],
    policy: Policy,
    at: datetime,
) -> list[TaskLine]:
    wanted = [
        (row, window_for(Window(row.opens_at, row.due_at), grant_in(row)).due_at)
        for row in rows
        if row.kind == "facts" and (row.opens_at is None or row.opens_at <= at)
    ]
    current = [(row, due) for row, due in wanted if due is None or at < due + AFTER_DUE]
    if not current:
        return []
    facts = queries.facts_of_many(connection, [row.id for row, _ in current])
    recalls = {one.public_id: recall_of(one, at, policy) or 0.0 for one in known}
    never = {one.public_id for one in known if not one.asked}  # no question of study asks for it
    lines = []
    for row, due in current:
        asked = [fact for fact in facts[row.id] if fact not in never]
        if not asked:
            continue
        ready = sum(recalls.get(fact, 0.0) >= row.target for fact in asked)
        on_course = due is None or ready / max(1, len(asked)) >= _elapsed(row.created_at, due, at)
        lines.append(_line(row, due, ready=ready, total=len(asked), on_course=on_course))
    return lines


def _elapsed(created: datetime, due: datetime, at: datetime) -> float:
    """The share of the time given that has gone by, 0..1."""
    given = (due - created).total_seconds()
    return min(1.0, max(0.0, (at - created).total_seconds() / given)) if given > 0 else 1.0


def _line(row: Any, due: datetime | None, **values: Any) -> TaskLine:
    return TaskLine(
        kind=row.kind,
        title=row.title,
        classroom=row.classroom_name,
        time_zone=row.time_zone,
        due_at=due,
        **values,
    )
