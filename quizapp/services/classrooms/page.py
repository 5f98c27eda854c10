"""A classroom as a page: for who teaches there, and for who learns there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from quizapp.services.access import Permission, require, taught_classroom
from quizapp.services.classrooms.days import day_in
from quizapp.services.context import Context, NotFound
from quizapp.services.spelled_codes import shown_code
from quizapp.store.queries import classrooms as queries
from quizapp.store.queries import groups as group_queries
from quizapp.store.queries import members as member_queries
from quizapp.store.queries.accommodations import Granted, granted_to
from quizapp.store.queries.members import ArchivedClassroom, Member, Teacher
from quizapp.store.queries.people import Person


@dataclass(frozen=True, slots=True)
class PupilLine:
    """A pupil in a classroom's list; days by the classroom's clock, `studied` None before.

    `own` says that teachers of the class look after the account, `ready` that it has a password.
    """

    public_id: str
    name: str
    joined: date
    studied: date | None
    groups: tuple[str, ...] = ()
    own: bool = True
    ready: bool = True


@dataclass(frozen=True, slots=True)
class ClassroomScreen:
    """A classroom as those who teach it see it. `owner` says whether this person owns it."""

    public_id: str
    name: str
    code: str
    time_zone: str
    today: date
    since: date
    pupils: tuple[PupilLine, ...]
    teachers: tuple[Teacher, ...]
    owner: bool
    archived: date | None
    joining_open: bool

    @property
    def waiting(self) -> int:
        """How many pupils have not chosen a password yet."""
        return sum(pupil.own and not pupil.ready for pupil in self.pupils)

    @property
    def deletable(self) -> bool:
        """Whether its owner may delete it: it is empty or archived."""
        return self.archived is not None or not self.pupils


@dataclass(frozen=True, slots=True)
class PupilPage:
    """One pupil of a classroom as those who teach it see them; days by the classroom's clock."""

    classroom: str
    classroom_name: str
    open: bool
    pupil: PupilLine
    granted: Granted


@dataclass(frozen=True, slots=True)
class ClassPage:
    """A classroom as its pupil sees it, and what this pupil is granted."""

    public_id: str
    name: str
    teachers: tuple[str, ...]
    groups: tuple[str, ...]
    since: date
    granted: Granted


def classroom(context: Context, person: Person, public_id: str, at: datetime) -> ClassroomScreen:
    """One classroom that this person teaches, archived or not. Raises NotFound for others."""
    with context.store.read() as connection:
        number = taught_classroom(connection, person, public_id)
        head = queries.head(connection, number)
        teachers = member_queries.teachers(connection, number)
        pupils = _lines(connection, number, head.time_zone)
    zone, away = head.time_zone, head.archived_at
    return ClassroomScreen(
        public_id=head.public_id,
        name=head.name,
        code=shown_code(head.join_code),
        time_zone=zone,
        today=day_in(zone, at),
        since=day_in(zone, head.created_at),
        pupils=pupils,
        teachers=teachers,
        owner=any(one.owner and one.id == person.id for one in teachers),
        archived=None if away is None else day_in(zone, away),
        joining_open=away is None and head.joining_closed_at is None,
    )


def _lines(connection: Connection, number: int, zone: str) -> tuple[PupilLine, ...]:
    studied = queries.last_studied(connection, number)
    names = group_queries.names_by_pupil(connection, number)
    return tuple(
        _line(member, zone, studied.get(member.id), names.get(member.id, ()))
        for member in member_queries.members(connection, number)
    )


def _line(
    member: Member, zone: str, studied: datetime | None, groups: tuple[str, ...]
) -> PupilLine:
    return PupilLine(
        public_id=member.public_id,
        name=member.name,
        joined=day_in(zone, member.joined_at),
        studied=None if studied is None else day_in(zone, studied),
        groups=groups,
        own=member.own,
        ready=member.ready,
    )


def class_list(context: Context, person: Person, public_id: str) -> tuple[PupilLine, ...]:
    """The pupils of a classroom that this person teaches, by name. Raises NotFound."""
    require(Permission.TEACH, person)
    with context.store.read() as connection:
        number = taught_classroom(connection, person, public_id)
        return _lines(connection, number, queries.head(connection, number).time_zone)


def pupil_page(context: Context, person: Person, public_id: str, student: str) -> PupilPage:
    """One pupil of a classroom that this person teaches. Raises NotFound for all others."""
    require(Permission.TEACH, person)
    with context.store.read() as connection:
        number = taught_classroom(connection, person, public_id)
        head = queries.head(connection, number)
        members = member_queries.members(connection, number)
        found = next((one for one in members if one.public_id == student), None)
        if found is None:
            raise NotFound
        studied = queries.last_studied(connection, number).get(found.id)
        names = group_queries.names_by_pupil(connection, number).get(found.id, ())
        granted = granted_to(connection, found.id)
    line = _line(found, head.time_zone, studied, names)
    return PupilPage(public_id, head.name, head.archived_at is None, line, granted)


def class_page(context: Context, person: Person, public_id: str) -> ClassPage:
    """An open classroom that this person learns in. Raises NotFound for all others."""
    with context.store.read() as connection:
        found = member_queries.learnt_in(connection, person.id, public_id)
        if found is None:
            raise NotFound
        teachers = member_queries.teachers(connection, found.id)
        groups = group_queries.groups_of_learner(connection, found.id, person.id)
        granted = granted_to(connection, person.id)
    return ClassPage(
        public_id=found.public_id,
        name=found.name,
        teachers=tuple(one.name for one in teachers),
        groups=tuple(groups.values()),
        since=day_in(found.time_zone, found.joined_at),
        granted=granted,
    )


def archived(context: Context, person: Person) -> tuple[ArchivedClassroom, ...]:
    """The classrooms of this teacher that were put away."""
    with context.store.read() as connection:
        return member_queries.archived_of(connection, person.id)
