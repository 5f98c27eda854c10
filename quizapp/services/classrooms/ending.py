"""Ends: a pupil leaves, a classroom is put away, fetched again, or deleted for good."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, Table, delete, func, select, update

from quizapp.services import names
from quizapp.services.access import (
    Permission,
    open_classroom,
    owned_classroom,
    require,
    taught_classroom,
)
from quizapp.services.accounts import audit
from quizapp.services.classrooms.teachers import drop_place
from quizapp.services.context import Context, NotFound, Refused
from quizapp.store.base import Base
from quizapp.store.models import Classroom
from quizapp.store.queries import members as queries
from quizapp.store.queries.people import Person


def remove_pupil(
    context: Context, person: Person, public_id: str, student: str, at: datetime
) -> str:
    """Take a pupil out of a classroom; the name. The account and what it knows stay.

    Raises NotFound, and Refused("classroom_archived").
    """
    require(Permission.TEACH, person)

    def work(connection: Connection) -> str:
        number = open_classroom(connection, person, public_id)
        pupils = queries.members(connection, number)
        found = next((one for one in pupils if one.public_id == student), None)
        if found is None:
            raise NotFound
        drop_place(connection, number, found.id)
        audit(connection, at, person.id, "classroom.pupil_removed", "user", student)
        return found.name

    return context.store.transact(work)


def archive(context: Context, person: Person, public_id: str, at: datetime) -> None:
    """Put a classroom away: it can be read, is in no list and lets nobody in. Twice is once."""
    require(Permission.TEACH, person)

    def work(connection: Connection) -> None:
        number = taught_classroom(connection, person, public_id)
        open_one = (Classroom.id == number, Classroom.archived_at.is_(None))
        put_away = update(Classroom).where(*open_one).values(archived_at=at)
        if connection.execute(put_away).rowcount:
            audit(connection, at, person.id, "classroom.archived", "classroom", public_id)

    context.store.transact(work)


def restore(context: Context, person: Person, public_id: str, at: datetime) -> None:
    """Fetch an archived classroom again, as it was. Raises NotFound."""
    require(Permission.TEACH, person)

    def work(connection: Connection) -> None:
        number = taught_classroom(connection, person, public_id)
        again = update(Classroom).where(Classroom.id == number).values(archived_at=None)
        connection.execute(again)
        audit(connection, at, person.id, "classroom.restored", "classroom", public_id)

    context.store.transact(work)


def delete_classroom(
    context: Context, person: Person, public_id: str, typed: str, at: datetime
) -> None:
    """Delete a classroom for good. What was written for it goes back to who wrote it.

    `typed` is its name as its owner typed it to confirm. Raises NotFound, and Refused with
    owner_only, classroom_in_use (neither empty nor archived) or name_differs.
    """
    require(Permission.TEACH, person)

    def work(connection: Connection) -> None:
        number = owned_classroom(connection, person, public_id)
        found = connection.execute(
            select(Classroom.name, Classroom.archived_at).where(Classroom.id == number)
        ).one()
        if found.archived_at is None and queries.members(connection, number):
            raise Refused("classroom_in_use")
        if names.folded(typed) != names.folded(found.name):
            raise Refused("name_differs")
        _give_back(connection, number, person.id)
        connection.execute(delete(Classroom).where(Classroom.id == number))
        audit(connection, at, person.id, "classroom.deleted", "classroom", public_id)

    context.store.transact(work)


def _give_back(connection: Connection, classroom: int, owner: int) -> None:
    """What was written for a classroom becomes its writer's own, in whatever table it stands."""
    for table, column in _written_for_classrooms():
        values: dict[str, Any] = {column.name: None}
        if "collection" in table.c:
            values["collection"] = "mine"
        if "owner_id" in table.c:
            values["owner_id"] = func.coalesce(table.c.owner_id, owner)
        connection.execute(update(table).where(column == classroom).values(values))


def _written_for_classrooms() -> Iterator[tuple[Table, Column[Any]]]:
    """Tables whose rows outlive the classroom that they name: they have no ON DELETE."""
    for table in Base.metadata.sorted_tables:
        for key in table.foreign_keys:
            if key.column.table.name == Classroom.__tablename__ and key.ondelete is None:
                yield table, key.parent
