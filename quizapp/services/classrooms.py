"""Classrooms: made by a teacher, joined by a code."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from zoneinfo import available_timezones

from sqlalchemy import Connection, insert, select

from quizapp.core.memory.days import zone_named
from quizapp.services import limits, names
from quizapp.services.access import Permission, require, taught_classroom
from quizapp.services.accounts import audit
from quizapp.services.context import Context, Refused
from quizapp.services.screens import ClassroomLine
from quizapp.store.base import new_public_id
from quizapp.store.models import Classroom, Enrolment
from quizapp.store.queries import classrooms as queries
from quizapp.store.queries import progress as learner_queries
from quizapp.store.queries.classrooms import TaughtClassroom
from quizapp.store.queries.people import Person

CODE_ALPHABET = "0123456789CDFGHJKMNPQRTVWXY"
"""No vowels, so that no code is a word, and only one of each group that is read alike."""
CODE_LENGTH = 8
LOOK_ALIKES = str.maketrans({"O": "0", "I": "1", "L": "1", "S": "5", "Z": "2", "B": "8", "U": "V"})
"""Letters that no code has, and the signs that they were read from."""


@dataclass(frozen=True, slots=True)
class PupilLine:
    """A pupil in a classroom's list; days by the classroom's clock, `studied` None before."""

    public_id: str
    name: str
    joined: date
    studied: date | None


@dataclass(frozen=True, slots=True)
class ClassroomScreen:
    """A classroom as its teacher sees it."""

    public_id: str
    name: str
    code: str
    time_zone: str
    today: date
    since: date
    pupils: tuple[PupilLine, ...]


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a join code leads to. `joined` says that this person belongs to it already."""

    public_id: str
    name: str
    teacher: str
    code: str
    joined: bool


def folded_code(text: str) -> str:
    """A join code as stored, from what a person typed: case, blanks, hyphens, look-alikes."""
    return "".join(sign for sign in text.upper() if sign.isalnum()).translate(LOOK_ALIKES)


def shown_code(code: str) -> str:
    """A join code in two groups of four, as people read it aloud."""
    return f"{code[:4]}-{code[4:]}"


def day_in(zone: str, at: datetime) -> date:
    """The calendar day of an instant by the clock of a classroom."""
    return at.astimezone(zone_named(zone)).date()


def create(context: Context, person: Person, name: str, zone: str, at: datetime) -> str:
    """Make a classroom that this person teaches; its public id.

    Raises Refused with classroom_name_empty, classroom_name_too_long, time_zone_unknown or
    not_allowed.
    """
    require(Permission.TEACH, person)
    if (wrong := names.problem(name)) is not None:
        raise Refused(f"classroom_name_{wrong}")
    if zone not in available_timezones():
        raise Refused("time_zone_unknown")
    public_id = new_public_id()

    def work(connection: Connection) -> None:
        row = {
            "public_id": public_id,
            "name": names.cleaned(name),
            "join_code": _free_code(connection),
            "owner_id": person.id,
            "time_zone": zone,
            "created_at": at,
        }
        number = connection.execute(insert(Classroom).values(row).returning(Classroom.id))
        _enrol(connection, number.scalar_one(), person, "teacher", at)
        audit(connection, at, person.id, "classroom.created", "classroom", public_id)

    context.store.transact(work)
    return public_id


def _free_code(connection: Connection) -> str:
    """A code that no classroom has; a race is caught by the column and tried again."""
    while True:
        code = "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))
        taken = select(Classroom.id).where(Classroom.join_code == code)
        if connection.execute(taken).first() is None:
            return code


def _enrol(connection: Connection, classroom: int, person: Person, role: str, at: datetime) -> None:
    connection.execute(
        insert(Enrolment).values(classroom_id=classroom, user_id=person.id, role=role, joined_at=at)
    )


def taught(context: Context, person: Person) -> tuple[TaughtClassroom, ...]:
    """The classrooms that this person teaches."""
    with context.store.read() as connection:
        return queries.taught_by(connection, person.id)


def joined(context: Context, person: Person) -> tuple[ClassroomLine, ...]:
    """The classrooms that this person learns in."""
    with context.store.read() as connection:
        rows = learner_queries.classrooms_of(connection, person.id)
    return tuple(ClassroomLine(*row) for row in rows)


def classroom(context: Context, person: Person, public_id: str, at: datetime) -> ClassroomScreen:
    """One classroom that this person teaches. Raises NotFound for all others."""
    with context.store.read() as connection:
        number = taught_classroom(connection, person, public_id)
        head = queries.head(connection, number)
        pupils = queries.pupils(connection, number)
        studied = queries.last_studied(connection, number)
    zone = head.time_zone
    lines = (
        PupilLine(
            pupil.public_id,
            pupil.name,
            day_in(zone, pupil.joined_at),
            day_in(zone, studied[pupil.id]) if pupil.id in studied else None,
        )
        for pupil in pupils
    )
    return ClassroomScreen(
        public_id=head.public_id,
        name=head.name,
        code=shown_code(head.join_code),
        time_zone=zone,
        today=day_in(zone, at),
        since=day_in(zone, head.created_at),
        pupils=tuple(lines),
    )


def invitation(context: Context, person: Person, code: str, at: datetime) -> Invitation:
    """What a join code leads to.

    Raises Refused with code_length, code_unknown, own_classroom for who teaches it, or
    too_many_tries for who guesses.
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
            _enrol(connection, number, person, "student", at)
            audit(connection, at, person.id, "classroom.joined", "classroom", invited.public_id)
        return invited

    joined = partial(context.store.transact, work)
    return limits.guarded(context, _tries(context, person), at, joined)
