"""Ends: a pupil leaves, a classroom is put away, fetched again, or deleted for good."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, func, select, update

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
from quizapp.store.models import Classroom, Fact, Question, Quiz
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
    """Facts, questions and quizzes of a classroom become their writer's own."""
    for model in (Fact, Question, Quiz):
        values = {
            "collection": "mine",
            "classroom_id": None,
            "owner_id": func.coalesce(model.owner_id, owner),
        }
        here = update(model).where(model.classroom_id == classroom)
        connection.execute(here.values(values))
