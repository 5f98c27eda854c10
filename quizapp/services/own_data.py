"""Own data: everything about a person as one document, and the end of it.

Both go through the one list of personal columns in `store.personal`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, select

from quizapp.services.accounts import audit
from quizapp.services.context import Context, Refused
from quizapp.services.erasing import erase_row, last_admin
from quizapp.services.own_password import check_password
from quizapp.store.models import Classroom, Fact, Group, Question, QuestionVersion, User
from quizapp.store.personal import PERSONAL, Personal
from quizapp.store.queries.people import Person

LIST_OF_ERASED = "erased.txt"
"""File in the data folder: public ids of people who were erased, so that a restore erases again."""
_question = select(Question.public_id).where(Question.id == QuestionVersion.question_id)
LABELS: dict[str, tuple[tuple[str, Any], ...]] = {
    "facts": (("", Fact.public_id), ("_statement", Fact.statement)),
    "questions": (("", Question.public_id),),
    "question_versions": (
        ("", QuestionVersion.public_id),
        ("_question", _question.scalar_subquery()),
        ("_text", QuestionVersion.stem),
    ),
    "classrooms": (("", Classroom.name),),
    "classroom_groups": (("", Group.name),),
}
"""What stands in the export for a reference: headings added to the column's name, and values.

Where a table is not among them, its public id and what it is called.
"""
CALLED = ("name", "title")


def export(context: Context, person: Person, at: datetime) -> dict[str, Any]:
    """Everything about this person: a list of rows for each part, and when it was written."""

    def work(connection: Connection) -> dict[str, Any]:
        parts = {part.name: _rows(connection, part, person.id) for part in PERSONAL}
        audit(connection, at, person.id, "data.exported", "user", person.public_id)
        return parts

    return {"written_at": at.isoformat()} | context.store.transact(work)


def _rows(connection: Connection, part: Personal, person: int) -> list[dict[str, Any]]:
    columns = [named for name in part.told for named in _told(part.table.c[name])]
    order = list(part.table.primary_key.columns)
    found = connection.execute(select(*columns).where(part.of(person)).order_by(*order))
    return [{name: _plain(value) for name, value in row.items()} for row in found.mappings()]


def _told(column: Column[Any]) -> Iterator[ColumnElement[Any]]:
    """A column as it is told; a reference as what it stands for."""
    for key in column.foreign_keys:
        for heading, label in _labels(key.column):
            what = select(label).where(key.column == column).correlate(column.table)
            yield what.scalar_subquery().label(column.name.removesuffix("_id") + heading)
        return
    yield column


def _labels(target: Column[Any]) -> tuple[tuple[str, Any], ...]:
    table = target.table
    if (known := LABELS.get(table.name)) is not None:
        return known
    number = table.c.get("public_id", target)
    return (("", number), *((f"_{name}", table.c[name]) for name in CALLED if name in table.c))


def headings(part: Personal) -> list[str]:
    """The names of what is told of a part, in order."""
    return [named.name for name in part.told for named in _told(part.table.c[name])]


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def erase(context: Context, person: Person, password: str, at: datetime) -> None:
    """Erase this person for good. A guest has no password to be asked for.

    Raises Refused with wrong_password, too_many_tries, or last_admin for who looks after the
    installation alone.
    """
    if not person.is_guest:
        check_password(context, person, password, at)

    def work(connection: Connection) -> None:
        if person.is_admin and last_admin(connection, person.id):
            raise Refused("last_admin")
        erase_row(connection, person.id, at)

    context.store.transact(work)
    with (context.settings.data_dir / LIST_OF_ERASED).open("a", encoding="utf-8") as file:
        file.write(f"{person.public_id}\n")


def erase_listed(context: Context, at: datetime) -> int:
    """After a restore: erase again who had been erased since the backup; how many they were."""
    path = context.settings.data_dir / LIST_OF_ERASED
    if not path.is_file():
        return 0
    listed = path.read_text("utf-8").split()
    with context.store.read() as connection:
        found = connection.execute(select(User.id, User.public_id)).all()
    back = [row.id for row in found if row.public_id in set(listed)]

    def work(connection: Connection) -> None:
        for number in back:
            erase_row(connection, number, at)

    if back:
        context.store.transact(work)
    return len(back)
