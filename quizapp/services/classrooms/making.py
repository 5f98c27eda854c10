"""Making a classroom, changing what it is called, and the lists of one's classrooms."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import available_timezones

from sqlalchemy import Connection, insert, select, update

from quizapp.services import names
from quizapp.services.access import Permission, open_classroom, require
from quizapp.services.accounts import audit
from quizapp.services.context import Context, Refused
from quizapp.services.home_screens import ClassroomLine
from quizapp.services.spelled_codes import new_code
from quizapp.store.base import new_public_id
from quizapp.store.models import Classroom, Enrolment
from quizapp.store.queries import classrooms as queries
from quizapp.store.queries import progress as learner_queries
from quizapp.store.queries.classrooms import TaughtClassroom
from quizapp.store.queries.people import Person


def _check(name: str, zone: str) -> None:
    if (wrong := names.problem(name)) is not None:
        raise Refused(f"classroom_name_{wrong}")
    if zone not in available_timezones():
        raise Refused("time_zone_unknown")


def create(context: Context, person: Person, name: str, zone: str, at: datetime) -> str:
    """Make a classroom that this person teaches; its public id.

    Raises Refused with classroom_name_empty, classroom_name_too_long, time_zone_unknown or
    not_allowed.
    """
    require(Permission.TEACH, person)
    _check(name, zone)
    public_id = new_public_id()

    def work(connection: Connection) -> None:
        row = {
            "public_id": public_id,
            "name": names.cleaned(name),
            "join_code": free_code(connection),
            "owner_id": person.id,
            "time_zone": zone,
            "created_at": at,
        }
        number = connection.execute(insert(Classroom).values(row).returning(Classroom.id))
        enrol(connection, number.scalar_one(), person.id, "teacher", at)
        audit(connection, at, person.id, "classroom.created", "classroom", public_id)

    context.store.transact(work)
    return public_id


def change(
    context: Context, person: Person, public_id: str, name: str, zone: str, at: datetime
) -> None:
    """Give a classroom another name or time zone.

    Raises NotFound, and Refused as `create` or with classroom_archived.
    """
    require(Permission.TEACH, person)

    def work(connection: Connection) -> None:
        number = open_classroom(connection, person, public_id)
        _check(name, zone)
        values = {"name": names.cleaned(name), "time_zone": zone}
        connection.execute(update(Classroom).where(Classroom.id == number).values(values))
        audit(connection, at, person.id, "classroom.changed", "classroom", public_id)

    context.store.transact(work)


def free_code(connection: Connection) -> str:
    """A code that no classroom has; a race is caught by the column and tried again."""
    while True:
        code = new_code()
        taken = select(Classroom.id).where(Classroom.join_code == code)
        if connection.execute(taken).first() is None:
            return code


def enrol(connection: Connection, classroom: int, person: int, role: str, at: datetime) -> None:
    """Give somebody (row number) a place in a classroom inside the caller's transaction."""
    connection.execute(
        insert(Enrolment).values(classroom_id=classroom, user_id=person, role=role, joined_at=at)
    )


def taught(context: Context, person: Person) -> tuple[TaughtClassroom, ...]:
    """The open classrooms that this person teaches."""
    with context.store.read() as connection:
        return queries.taught_by(connection, person.id)


def joined(context: Context, person: Person) -> tuple[ClassroomLine, ...]:
    """The open classrooms that this person learns in."""
    with context.store.read() as connection:
        rows = learner_queries.classrooms_of(connection, person.id)
    return tuple(ClassroomLine(*row) for row in rows)
