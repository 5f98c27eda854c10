"""What became of a learner's objections, and how many wait for a teacher."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from quizapp.services.access import Permission, require
from quizapp.services.context import Context
from quizapp.services.screens import ObjectionLine
from quizapp.store.queries import objections as queries
from quizapp.store.queries.people import Person

MOST_LISTED, MOST_NEWS = 100, 5


def mine_of(row: Any) -> ObjectionLine:
    """A row of the learner's own objections as a screen shows it."""
    return ObjectionLine(
        public_id=row.public_id,
        stem=row.stem,
        language=row.language,
        reason=row.reason,
        text=row.text,
        state=row.state,
        reply=row.reply,
        made_at=row.made_at,
        changed_at=row.changed_at,
        closed_at=row.closed_at,
        unread=row.state != queries.OPEN and row.read_at is None,
        answered=row.answer_key,
        attempt=row.attempt or "",
        position=row.position,
    )


def mine(context: Context, person: Person) -> tuple[ObjectionLine, ...]:
    """All objections of this learner, the newest first."""
    require(Permission.STUDY, person)
    with context.store.read() as connection:
        return tuple(map(mine_of, queries.of_learner(connection, person.id, MOST_LISTED)))


def mark_read(context: Context, person: Person, at: datetime) -> None:
    """The learner has seen all that was decided."""
    require(Permission.STUDY, person)
    context.store.transact(lambda connection: queries.mark_read(connection, person.id, at))


def waiting(context: Context, person: Person) -> int:
    """How many objections wait for this teacher; 0 for learners."""
    if not person.is_teacher:
        return 0
    with context.store.read() as connection:
        return queries.waiting(connection, person)
