"""Accommodations: set by a teacher of one of the learner's classes, valid for every quiz.

The reason for one is nobody's business here: nothing asks for it and nothing keeps it.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, insert, update

from quizapp.services.access import Permission, open_classroom, require
from quizapp.services.accounts import audit
from quizapp.services.context import Context, NotFound, Refused
from quizapp.store.models import AccommodationRow
from quizapp.store.queries import accommodations as queries
from quizapp.store.queries import members
from quizapp.store.queries.accommodations import NOTHING_GRANTED, Accommodation, Granted
from quizapp.store.queries.people import Person

PERCENT = (100, 125, 150, 175, 200, 300, 400)
"""What a time limit may become, in per cent of the usual."""
MOST_MINUTES = 600
MOST_DAYS = 60


def own(context: Context, person: Person) -> Granted:
    """What this person is granted, by whom and since when."""
    with context.store.read() as connection:
        return queries.granted_to(connection, person.id)


def grant(
    context: Context,
    person: Person,
    classroom: str,
    student: str,
    wanted: Accommodation,
    version: int,
    at: datetime,
) -> None:
    """Grant a learner of this person's classroom this and nothing else.

    `version` is that of the form (`Granted.version`). Raises NotFound for learners of others, and
    Refused with time_percent, extra_minutes, due_days, classroom_archived, or changed_meanwhile
    when somebody else has set it since the form was shown.
    """
    require(Permission.TEACH, person)
    _check(wanted)

    def work(connection: Connection) -> None:
        number = open_classroom(connection, person, classroom)
        pupils = members.members(connection, number)
        learner = next((one.id for one in pupils if one.public_id == student), None)
        if learner is None:
            raise NotFound
        _store(connection, learner, wanted, version, person.id, at)
        audit(connection, at, person.id, "accommodation.set", "user", student)

    context.store.transact(work)


def _check(wanted: Accommodation) -> None:
    if wanted.time_percent not in PERCENT:
        raise Refused("time_percent")
    if not 0 <= wanted.extra_minutes <= MOST_MINUTES:
        raise Refused("extra_minutes")
    if not 0 <= wanted.due_days <= MOST_DAYS:
        raise Refused("due_days")


def _store(
    connection: Connection, learner: int, wanted: Accommodation, version: int, by: int, at: datetime
) -> None:
    """Write the row over the version that the form was made from; a row of nothing is deleted."""
    row = AccommodationRow
    ours = (row.user_id == learner, row.row_version == version)
    values = {
        "time_percent": wanted.time_percent,
        "extra_minutes": wanted.extra_minutes,
        "due_days": wanted.due_days,
        "no_speed": wanted.no_speed,
        "set_by_id": by,
        "set_at": at,
        "row_version": version + 1,
    }
    if version == 0:
        if queries.granted_to(connection, learner).version:
            raise Refused("changed_meanwhile")
        if wanted != NOTHING_GRANTED:
            connection.execute(insert(row).values(values | {"user_id": learner}))
        return
    changed = delete(row) if wanted == NOTHING_GRANTED else update(row).values(values)
    if connection.execute(changed.where(*ours)).rowcount != 1:
        raise Refused("changed_meanwhile")
