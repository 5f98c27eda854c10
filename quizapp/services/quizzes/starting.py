"""A learner's quizzes, the page before one begins, and its beginning."""

from __future__ import annotations

import secrets
from dataclasses import asdict
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, insert

from quizapp.core.quizzes.drawing import Drawn, Item, draw
from quizapp.core.quizzes.rules import Rules, as_json, from_json
from quizapp.core.quizzes.timing import Gate, Grant, Window, ends_at, gate, time_limit, window_for
from quizapp.services.access import Permission, require
from quizapp.services.context import Context, NotFound, Refused
from quizapp.services.quizzes.cards import (
    QuizCard,
    attempt_lines,
    card_of,
    effective,
    grant_in,
    own_attempts,
    window_of,
)
from quizapp.services.quizzes.making import wanted
from quizapp.services.quizzes.screens import StartScreen
from quizapp.services.quizzes.settling import settle_own
from quizapp.store.base import new_public_id
from quizapp.store.queries import assignments as assignment_queries
from quizapp.store.queries import question_picker
from quizapp.store.queries import quizzes as quiz_queries
from quizapp.store.queries import sitting as queries
from quizapp.store.queries.people import Person, person_with


def mine(context: Context, person: Person, at: datetime) -> tuple[QuizCard, ...]:
    """The quizzes that this learner is asked to sit, by due date."""
    require(Permission.JOIN, person)
    settle_own(context, person, at)
    with context.store.read() as connection:
        rows = assignment_queries.of_learner(connection, person.id)
        attempts = queries.attempts_of(connection, person.id)
    quizzes = [row for row in rows if row.kind == "quiz"]
    quizzes.sort(key=lambda row: row.quiz_id)
    chosen = [effective(list(group)) for _, group in groupby(quizzes, key=lambda row: row.quiz_id)]
    chosen.sort(key=lambda row: (row.due_at is None, row.due_at or row.id, row.id))
    return tuple(card_of(row, attempts, at) for row in chosen)


def start_screen(context: Context, person: Person, quiz: str, at: datetime) -> StartScreen:
    """The page before a quiz begins. NotFound for a quiz that does not reach this learner."""
    require(Permission.JOIN, person)
    settle_own(context, person, at)
    with context.store.read() as connection:
        row = _assignment(connection, person, quiz)
        attempts = queries.attempts_of(connection, person.id)
        items = quiz_queries.items(connection, row.quiz_id)
    rules, grant = from_json(row.rules), grant_in(row)
    limit = time_limit(rules, grant)
    return StartScreen(
        card=card_of(row, attempts, at),
        instructions=row.instructions,
        questions=sum(item.count for item in items),
        points=sum(item.count * item.points for item in items),
        seconds=0 if limit is None else int(limit.total_seconds()),
        more_time=bool(rules.time_limit) and limit != time_limit(rules, Grant()),
        rules=rules,
        attempts=attempt_lines(rules, row, own_attempts(attempts, row), grant, at),
    )


def start(context: Context, person: Person, quiz: str, at: datetime, seed: str = "") -> str:
    """Begin an attempt, or find the one under way: its public id.

    Many starts at once make one attempt. `seed` is for tests; without it chance decides. Raises
    NotFound, Refused with quiz_not_yet_open, quiz_over, no_attempt_left or quiz_empty.
    """
    require(Permission.JOIN, person)
    settle_own(context, person, at)

    def work(connection: Connection) -> str:
        row = _assignment(connection, person, quiz)
        grant = grant_in(row)
        all_of_quiz = [
            one for one in queries.attempts_of(connection, person.id) if one.quiz_id == row.quiz_id
        ]
        under_way = next((one for one in all_of_quiz if one.state == "open"), None)
        if under_way is not None:
            return str(under_way.public_id)
        rules = from_json(row.rules)
        window = window_for(window_of(row), grant)
        begun = sum(one.assignment_id == row.id for one in all_of_quiz)
        _refuse_unless_open(gate(window, rules, begun, at))
        made = _Beginning(person, row, rules, window, grant, seed or secrets.token_hex(16), at)
        return _begin(connection, made, number=len(all_of_quiz) + 1)

    return context.store.transact(work)


class _Beginning:
    """Everything that an attempt begins with."""

    def __init__(
        self,
        person: Person,
        row: Any,
        rules: Rules,
        window: Window,
        grant: Grant,
        seed: str,
        at: datetime,
    ) -> None:
        self.person, self.row, self.rules = person, row, rules
        self.window, self.grant, self.seed, self.at = window, grant, seed, at


def _refuse_unless_open(found: Gate) -> None:
    codes = {
        Gate.NOT_YET: "quiz_not_yet_open",
        Gate.OVER: "quiz_over",
        Gate.NO_ATTEMPT_LEFT: "no_attempt_left",
    }
    if found in codes:
        raise Refused(codes[found])


def _begin(connection: Connection, made: _Beginning, number: int) -> str:
    """Store the attempt with its questions, each pinned to a version."""
    drawn, versions = drawn_for(connection, made.row, made.rules, made.seed)
    if not drawn:
        raise Refused("quiz_empty")
    public_id = new_public_id()
    values = {
        "public_id": public_id,
        "quiz_id": made.row.quiz_id,
        "assignment_id": made.row.id,
        "learner_id": made.person.id,
        "number": number,
        "state": "open",
        "seed": made.seed,
        "rules": as_json(made.rules),
        "accommodation": asdict(made.grant),
        "started_at": made.at,
        "due_at": made.window.due_at,
        "ends_at": ends_at(made.at, made.window, made.rules, made.grant),
        "grace_seconds": made.rules.grace,
        "most": sum(one.points for one in drawn),
    }
    stored = insert(queries.ATTEMPTS).values(values).returning(queries.ATTEMPTS.c.id)
    row = connection.execute(stored).scalar_one()
    slots = [
        {
            "attempt_id": row,
            "position": position,
            "item_id": one.item,
            "question_id": one.question,
            "version_id": versions[one.question],
            "points": one.points,
        }
        for position, one in enumerate(drawn, start=1)
    ]
    connection.execute(queries.INSERT_SLOTS, slots)
    return public_id


def drawn_for(
    connection: Connection, row: Any, rules: Rules, seed: str
) -> tuple[tuple[Drawn, ...], dict[int, int]]:
    """The questions that a seed gives, and the version of each that is asked.

    Draws see what the quiz's owner may use in the classroom of the assignment.
    """
    items = quiz_queries.items(connection, row.quiz_id)
    owner = person_with(connection, row.owner_id)
    pools = {
        item.id: question_picker.pool(connection, owner, wanted(item.pool, row.classroom))
        for item in items
        if item.question_id is None
    }
    lines = [Item(item.id, item.question_id, item.count, item.points) for item in items]
    drawn = draw(lines, pools, seed, shuffle=rules.shuffle_questions)
    current = quiz_queries.in_force(connection, [one.question for one in drawn])
    pinned = {item.question_id: item.version_id for item in items if item.version_id}
    versions = {
        number: pinned.get(number, one.version_id)
        for number, one in current.items()
        if one.state != "retired"
    }
    return tuple(one for one in drawn if one.question in versions), versions


def _assignment(connection: Connection, person: Person, quiz: str) -> Any:
    rows = assignment_queries.quiz_of_learner(connection, person.id, quiz)
    if not rows:
        raise NotFound
    return effective(rows)
