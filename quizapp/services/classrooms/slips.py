"""Sign-in slips: for each pupil a name and a new one-time code, to be printed and cut."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from quizapp.services import codes
from quizapp.services.access import Permission, open_classroom, require
from quizapp.services.context import Context, Refused
from quizapp.store.queries import classrooms as classroom_queries
from quizapp.store.queries import groups as group_queries
from quizapp.store.queries import members as queries
from quizapp.store.queries.people import Person


@dataclass(frozen=True, slots=True)
class SlipPupil:
    """A pupil for whom a slip can be made; `ready` says that there is a password already."""

    public_id: str
    name: str
    groups: tuple[str, ...]
    ready: bool


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip as it is printed, shown this once."""

    name: str
    code: str


@dataclass(frozen=True, slots=True)
class Slips:
    """The slips of one printing; they work until the instant `until`."""

    classroom: str
    until: datetime
    slips: tuple[Slip, ...]


def slip_pupils(context: Context, person: Person, classroom: str) -> tuple[SlipPupil, ...]:
    """Whom slips can be made for: pupils whose accounts the class's teachers look after.

    Raises NotFound, and Refused("classroom_archived").
    """
    require(Permission.TEACH, person)
    with context.store.read() as connection:
        number = open_classroom(connection, person, classroom)
        groups = group_queries.names_by_pupil(connection, number)
        pupils = queries.members(connection, number)
    return tuple(
        SlipPupil(one.public_id, one.name, groups.get(one.id, ()), one.ready)
        for one in pupils
        if one.own
    )


def make_slips(
    context: Context, person: Person, classroom: str, chosen: Collection[str], at: datetime
) -> Slips:
    """New codes for the chosen pupils (public ids), by name; their older codes stop working.

    Ids of others are left out. Raises NotFound, and Refused with nobody_chosen or
    classroom_archived.
    """
    require(Permission.TEACH, person)

    def work(connection: Connection) -> Slips:
        number = open_classroom(connection, person, classroom)
        whom = [
            (one.id, codes.Pupil(one.public_id, one.name))
            for one in queries.members(connection, number)
            if one.own and one.public_id in chosen
        ]
        if not whom:
            raise Refused("nobody_chosen")
        lasts = codes.LASTS_ON_PAPER
        made = codes.make_many(connection, context, whom, person.id, at, lasts)
        name = classroom_queries.head(connection, number).name
        return Slips(name, at + lasts, tuple(Slip(one.name, one.code) for one in made))

    return context.store.transact(work)
