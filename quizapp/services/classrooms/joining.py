"""Joining by a code, and what those who teach do with the code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import Connection, update

from quizapp.services import limits
from quizapp.services.access import Permission, open_classroom, require
from quizapp.services.accounts import audit
from quizapp.services.classrooms.making import enrol, free_code
from quizapp.services.context import Context, Refused
from quizapp.services.spelled_codes import CODE_LENGTH, folded_code, shown_code
from quizapp.store.models import Classroom
from quizapp.store.queries import classrooms as queries
from quizapp.store.queries.people import Person


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a join code leads to. `joined` says that this person belongs to it already."""

    public_id: str
    name: str
    teacher: str
    code: str
    joined: bool


def invitation(context: Context, person: Person, code: str, at: datetime) -> Invitation:
    """What a join code leads to.

    Raises Refused with code_length, code_unknown, own_classroom for who teaches it,
    joining_closed for who is not in it yet, or too_many_tries for who guesses.
    """

    def look() -> Invitation:
        with context.store.read() as connection:
            return _invitation(connection, person, code)[1]

    return limits.guarded(context, _tries(context, person), at, look)


def _tries(context: Context, person: Person) -> tuple[limits.Try, ...]:
    return (limits.Try(limits.JOIN_PERSON, context.sign("limit-person", person.public_id)),)


def _invitation(connection: Connection, person: Person, text: str) -> tuple[int, Invitation]:
    code = folded_code(text)
    if len(code) != CODE_LENGTH:
        raise Refused("code_length")
    row = queries.by_code(connection, code, person.id)
    if row is None:
        raise Refused("code_unknown")
    if row.role == "teacher":
        raise Refused("own_classroom")
    if row.role is None and row.joining_closed_at is not None:
        raise Refused("joining_closed")
    invited = Invitation(
        row.public_id, row.name, row.teacher, shown_code(code), row.role is not None
    )
    return row.id, invited


def join(context: Context, person: Person, code: str, at: datetime) -> Invitation:
    """Become a pupil of the classroom with this code; twice is the same as once.

    `joined` of the result says that the person was in it before. Raises as `invitation`.
    """

    def work(connection: Connection) -> Invitation:
        number, invited = _invitation(connection, person, code)
        if not invited.joined:
            enrol(connection, number, person.id, "student", at)
            audit(connection, at, person.id, "classroom.joined", "classroom", invited.public_id)
        return invited

    joined = partial(context.store.transact, work)
    return limits.guarded(context, _tries(context, person), at, joined)


def renew_code(context: Context, person: Person, public_id: str, at: datetime) -> None:
    """A new join code; the old one leads nowhere from now on.

    Raises NotFound and Refused("classroom_archived").
    """
    _change(context, person, public_id, at, "classroom.code_renewed", _another_code)


def close_joining(context: Context, person: Person, public_id: str, at: datetime) -> None:
    """Let nobody new in by the code. Raises as `renew_code`."""
    closed = {"joining_closed_at": at}
    _change(context, person, public_id, at, "classroom.joining_closed", lambda _: closed)


def open_joining(context: Context, person: Person, public_id: str, at: datetime) -> None:
    """Let people in by the code again. Raises as `renew_code`."""
    opened = {"joining_closed_at": None}
    _change(context, person, public_id, at, "classroom.joining_opened", lambda _: opened)


def _another_code(connection: Connection) -> dict[str, Any]:
    return {"join_code": free_code(connection)}


def _change(
    context: Context,
    person: Person,
    public_id: str,
    at: datetime,
    action: str,
    columns: Callable[[Connection], dict[str, Any]],
) -> None:
    require(Permission.TEACH, person)

    def work(connection: Connection) -> None:
        number = open_classroom(connection, person, public_id)
        values = columns(connection)
        connection.execute(update(Classroom).where(Classroom.id == number).values(values))
        audit(connection, at, person.id, action, "classroom", public_id)

    context.store.transact(work)
