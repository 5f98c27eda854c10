"""Erasing a person: personal rows go, what others need stays without a name.

Memory, classes, sessions and the account go. Answers lose what was typed, when, and by whom; how
they came out stays, so that the totals of facts and questions stay what they were. What stays
belongs to one nameless row for all who were erased: no password, no way to sign in.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, exists, insert, select, update

from quizapp.services.accounts import audit
from quizapp.store.models import Classroom, DayTotal, Enrolment, User
from quizapp.store.personal import PERSONAL, Fate, Keeper, Personal
from quizapp.store.queries.answering import add_totals, total_row

ERASED = "erased"
"""Public id and role of the row that keeps what stays."""


def keeper(connection: Connection, at: datetime) -> int:
    """The row number of the nameless person who keeps what stays; made at first use."""
    found = connection.execute(select(User.id).where(User.public_id == ERASED)).scalar()
    if found is not None:
        return found
    row = {
        "public_id": ERASED,
        "name": "",
        "name_folded": f"\x1f{ERASED}",
        "password_hash": "",
        "role": ERASED,
        "language": "en",
        "time_zone": "UTC",
        "active": False,
        "created_at": at,
    }
    return connection.execute(insert(User).values(row).returning(User.id)).scalar_one()


def erase_row(
    connection: Connection, person: int, at: datetime, action: str = "account.erased"
) -> None:
    """Erase a person inside the caller's transaction; `action` is what the audit log says."""
    connection.execute(select(User.id).where(User.id == person).with_for_update())
    _hand_over_classrooms(connection, person, at)
    for part in PERSONAL:
        _erase(connection, part, person, at)
    audit(connection, at, None, action)


def _erase(connection: Connection, part: Personal, person: int, at: datetime) -> None:
    if part.fate is Fate.ADD_UP:
        _add_up(connection, part, person, at)
    if part.fate is not Fate.ANONYMISE:
        connection.execute(delete(part.table).where(part.of(person)))
    elif connection.execute(select(exists().where(part.of(person)))).scalar():
        values = {
            name: keeper(connection, at) if value is Keeper.ROW else value
            for name, value in part.blanks.items()
        }
        connection.execute(update(part.table).where(part.of(person)).values(values))


def _add_up(connection: Connection, part: Personal, person: int, at: datetime) -> None:
    days = connection.execute(
        select(DayTotal.day, DayTotal.answers, DayTotal.right, DayTotal.milliseconds).where(
            part.of(person), DayTotal.answers > 0
        )
    ).all()
    if days:
        nobody = keeper(connection, at)
        rows = [
            total_row("learner", nobody, day, answers=answers, right=right, milliseconds=spent)
            for day, answers, right, spent in days
        ]
        add_totals(connection, rows)


def _hand_over_classrooms(connection: Connection, person: int, at: datetime) -> None:
    """Classrooms go to a colleague who teaches there too; without one they are archived."""
    owned = select(Classroom.id).where(Classroom.owner_id == person)
    for classroom in connection.execute(owned).scalars().all():
        colleague = connection.execute(
            select(Enrolment.user_id)
            .where(
                Enrolment.classroom_id == classroom,
                Enrolment.role == "teacher",
                Enrolment.user_id != person,
            )
            .order_by(Enrolment.joined_at)
            .limit(1)
        ).scalar()
        changes: dict[str, Any] = {"owner_id": colleague}
        if colleague is None:
            nobody = keeper(connection, at)
            place = {"classroom_id": classroom, "user_id": nobody, "role": "teacher"}
            connection.execute(insert(Enrolment).values(place | {"joined_at": at}))
            changes = {"owner_id": nobody, "archived_at": at}
        connection.execute(update(Classroom).where(Classroom.id == classroom).values(changes))


def last_admin(connection: Connection, person: int) -> bool:
    """Whether nobody else looks after the installation."""
    others = exists().where(User.role == "admin", User.active, User.id != person)
    return not connection.execute(select(others)).scalar()
