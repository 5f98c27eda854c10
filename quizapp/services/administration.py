"""What an operator does from the command line on behalf of people."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from quizapp.services import classrooms, names
from quizapp.services.context import Context, NotFound
from quizapp.store.models import Classroom
from quizapp.store.queries.people import person_named


def add_classroom(context: Context, teacher: str, name: str, at: datetime) -> str:
    """Make a classroom for this teacher; its join code.

    Raises NotFound when nobody who teaches has that name, and Refused as `classrooms.create`.
    """
    with context.store.read() as connection:
        person = person_named(connection, names.folded(teacher))
    if person is None or not person.is_teacher:
        raise NotFound
    public_id = classrooms.create(context, person, name, person.time_zone, at)
    with context.store.read() as connection:
        code: str = connection.execute(
            select(Classroom.join_code).where(Classroom.public_id == public_id)
        ).scalar_one()
    return code
