"""Who belongs to a classroom: its list, its teachers, who is invited, whom a name belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, func, select

from quizapp.store.base import aliased
from quizapp.store.models import Classroom, Enrolment, TeacherInvitation, User


@dataclass(frozen=True, slots=True)
class Member:
    """A pupil in a class list.

    `own` says that it is a pupil's account, which teachers of the class look after; colleagues
    who learn there look after their own. `ready` says that a password was chosen.
    """

    id: int
    public_id: str
    name: str
    joined_at: datetime
    own: bool
    ready: bool


@dataclass(frozen=True, slots=True)
class Teacher:
    """Somebody who teaches a classroom."""

    id: int
    public_id: str
    name: str
    owner: bool


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody who was asked to teach a classroom too."""

    id: int
    public_id: str
    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class InvitationToTeach:
    """A classroom that somebody is asked to teach too. `by` is a name, "" when it is gone."""

    public_id: str
    name: str
    by: str


@dataclass(frozen=True, slots=True)
class ArchivedClassroom:
    """A classroom that was put away."""

    public_id: str
    name: str
    archived_at: datetime


@dataclass(frozen=True, slots=True)
class LearnersClassroom:
    """A classroom as its pupil sees it."""

    id: int
    public_id: str
    name: str
    time_zone: str
    joined_at: datetime


@dataclass(frozen=True, slots=True)
class Known:
    """Whom a name belongs to already, as a teacher who makes a class list may know it.

    `here` is the role in this classroom, None for none. `elsewhere` is the name of an open class
    that the same teacher teaches and this pupil belongs to, None for none.
    """

    id: int
    role: str
    active: bool
    here: str | None
    elsewhere: str | None


_CLASSROOM: ColumnElement[int] = bindparam("classroom")
_IN = and_(Enrolment.user_id == User.id, Enrolment.classroom_id == _CLASSROOM)
MEMBERS = (
    select(
        User.id,
        User.public_id,
        User.name,
        Enrolment.joined_at,
        (User.role == "student").label("own"),
        (User.password_hash != "").label("ready"),
    )
    .join(Enrolment, _IN)
    .where(Enrolment.role == "student", User.active)
    .order_by(User.name_folded)
)
TEACHERS = (
    select(User.id, User.public_id, User.name, (User.id == Classroom.owner_id).label("owner"))
    .join(Enrolment, _IN)
    .join(Classroom, Classroom.id == Enrolment.classroom_id)
    .where(Enrolment.role == "teacher", User.role != "erased")
    .order_by((User.id == Classroom.owner_id).desc(), User.name_folded)
)
INVITED = (
    select(User.id, User.public_id, User.name, TeacherInvitation.invited_at)
    .join(TeacherInvitation, TeacherInvitation.user_id == User.id)
    .where(TeacherInvitation.classroom_id == _CLASSROOM)
    .order_by(User.name_folded)
)
_inviter = aliased(User)
INVITATIONS = (
    select(Classroom.public_id, Classroom.name, func.coalesce(_inviter.name, ""))
    .join(TeacherInvitation, TeacherInvitation.classroom_id == Classroom.id)
    .outerjoin(_inviter, _inviter.id == TeacherInvitation.invited_by_id)
    .where(TeacherInvitation.user_id == bindparam("person"), Classroom.archived_at.is_(None))
    .order_by(Classroom.name, Classroom.id)
)
ARCHIVED = (
    select(Classroom.public_id, Classroom.name, Classroom.archived_at)
    .join(Enrolment, Enrolment.classroom_id == Classroom.id)
    .where(
        Enrolment.user_id == bindparam("person"),
        Enrolment.role == "teacher",
        Classroom.archived_at.is_not(None),
    )
    .order_by(Classroom.name, Classroom.id)
)
LEARNT_IN = (
    select(
        Classroom.id,
        Classroom.public_id,
        Classroom.name,
        Classroom.time_zone,
        Enrolment.joined_at,
    )
    .join(Enrolment, Enrolment.classroom_id == Classroom.id)
    .where(
        Classroom.public_id == bindparam("public_id"),
        Classroom.archived_at.is_(None),
        Enrolment.user_id == bindparam("person"),
        Enrolment.role == "student",
    )
)
_here, _theirs, _mine = aliased(Enrolment), aliased(Enrolment), aliased(Enrolment)
_elsewhere = (
    select(func.min(Classroom.name))
    .join(_theirs, and_(_theirs.classroom_id == Classroom.id, _theirs.role == "student"))
    .join(_mine, and_(_mine.classroom_id == Classroom.id, _mine.role == "teacher"))
    .where(
        _theirs.user_id == User.id,
        _mine.user_id == bindparam("teacher"),
        Classroom.archived_at.is_(None),
    )
    .scalar_subquery()
)
KNOWN = (
    select(User.name_folded, User.id, User.role, User.active, _here.role, _elsewhere)
    .outerjoin(_here, and_(_here.user_id == User.id, _here.classroom_id == _CLASSROOM))
    .where(User.name_folded.in_(bindparam("names", expanding=True)))
)


def members(connection: Connection, classroom: int) -> tuple[Member, ...]:
    """The pupils of a classroom (row number), by name."""
    rows = connection.execute(MEMBERS, {"classroom": classroom})
    return tuple(Member(*row) for row in rows)


def teachers(connection: Connection, classroom: int) -> tuple[Teacher, ...]:
    """Who teaches a classroom, its owner first. Nobody who was erased is named."""
    rows = connection.execute(TEACHERS, {"classroom": classroom})
    return tuple(Teacher(*row) for row in rows)


def invited(connection: Connection, classroom: int) -> tuple[Invited, ...]:
    """Who was asked to teach a classroom and has not answered, by name."""
    rows = connection.execute(INVITED, {"classroom": classroom})
    return tuple(Invited(*row) for row in rows)


def invitations_to_teach(connection: Connection, person: int) -> tuple[InvitationToTeach, ...]:
    """The classrooms that this person is asked to teach too."""
    rows = connection.execute(INVITATIONS, {"person": person})
    return tuple(InvitationToTeach(*row) for row in rows)


def archived_of(connection: Connection, person: int) -> tuple[ArchivedClassroom, ...]:
    """The classrooms of this teacher that were put away, by name."""
    rows = connection.execute(ARCHIVED, {"person": person})
    return tuple(ArchivedClassroom(*tuple[Any, ...](row)) for row in rows)


def learnt_in(connection: Connection, person: int, public_id: str) -> LearnersClassroom | None:
    """An open classroom that this person learns in, None for all others."""
    values = {"person": person, "public_id": public_id}
    row = connection.execute(LEARNT_IN, values).first()
    return None if row is None else LearnersClassroom(*row)


def known_names(
    connection: Connection, teacher: int, classroom: int, folded: Sequence[str]
) -> dict[str, Known]:
    """Whom these folded names belong to already, by folded name; free names are left out."""
    values = {"teacher": teacher, "classroom": classroom, "names": list(folded)}
    rows = connection.execute(KNOWN, values)
    return {row[0]: Known(*tuple[Any, ...](row)[1:]) for row in rows}
