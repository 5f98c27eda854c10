"""Groups inside a classroom: made, renamed, filled and deleted by those who teach there.

A pupil may be in several groups. Who ticks names sends along which were ticked before, so that
two teachers at once change only what each of them changed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection, delete, insert, select, update

from quizapp.services import names
from quizapp.services.access import Permission, open_classroom, require, taught_classroom
from quizapp.services.accounts import audit
from quizapp.services.context import Context, NotFound, Refused
from quizapp.store.base import new_public_id
from quizapp.store.models import Group, GroupMember
from quizapp.store.queries import groups as queries
from quizapp.store.queries import members as member_queries
from quizapp.store.queries.groups import GroupLine
from quizapp.store.queries.people import Person

Outcome = TypeVar("Outcome")


@dataclass(frozen=True, slots=True)
class GroupPupil:
    """A pupil of the classroom; `inside` says whether the group holds them."""

    public_id: str
    name: str
    inside: bool


@dataclass(frozen=True, slots=True)
class GroupPage:
    """One group with every pupil of its classroom."""

    public_id: str
    name: str
    pupils: tuple[GroupPupil, ...]


def groups(context: Context, person: Person, classroom: str) -> tuple[GroupLine, ...]:
    """The groups of a classroom that this person teaches, by name. Raises NotFound."""
    require(Permission.TEACH, person)
    with context.store.read() as connection:
        return queries.groups_of(connection, taught_classroom(connection, person, classroom))


def group_page(context: Context, person: Person, classroom: str, group: str) -> GroupPage:
    """One group with the pupils who are and who could be in it. Raises NotFound."""
    require(Permission.TEACH, person)
    with context.store.read() as connection:
        number = taught_classroom(connection, person, classroom)
        found = _group(connection, number, group)
        inside = set(queries.members_of(connection, found.id))
        pupils = member_queries.members(connection, number)
    lines = (GroupPupil(one.public_id, one.name, one.id in inside) for one in pupils)
    return GroupPage(found.public_id, found.name, tuple(lines))


def _group(connection: Connection, classroom: int, group: str) -> GroupLine:
    found = queries.group_in(connection, classroom, group)
    if found is None:
        raise NotFound
    return found


def make_group(context: Context, person: Person, classroom: str, name: str, at: datetime) -> str:
    """Make an empty group; its public id.

    Raises NotFound, and Refused with group_name_empty, group_name_too_long, group_name_taken or
    classroom_archived.
    """

    def work(connection: Connection, number: int) -> str:
        columns = _named(connection, number, name)
        public_id = new_public_id()
        values = columns | {"public_id": public_id, "classroom_id": number, "created_at": at}
        connection.execute(insert(Group).values(values))
        audit(connection, at, person.id, "group.created", "group", public_id)
        return public_id

    return _transact(context, person, classroom, work)


def rename_group(
    context: Context, person: Person, classroom: str, group: str, name: str, at: datetime
) -> None:
    """Give a group another name. Raises as `make_group`."""

    def work(connection: Connection, number: int) -> None:
        found = _group(connection, number, group)
        columns = _named(connection, number, name, found.id)
        connection.execute(update(Group).where(Group.id == found.id).values(columns))
        audit(connection, at, person.id, "group.renamed", "group", group)

    _transact(context, person, classroom, work)


def _named(connection: Connection, classroom: int, name: str, own: int = 0) -> dict[str, str]:
    """The columns of a group's name, when no other group of the classroom has it."""
    if (wrong := names.problem(name)) is not None:
        raise Refused(f"group_name_{wrong}")
    folded = names.folded(name)
    same = select(Group.id).where(
        Group.classroom_id == classroom, Group.name_folded == folded, Group.id != own
    )
    if connection.execute(same).first() is not None:
        raise Refused("group_name_taken")
    return {"name": names.cleaned(name), "name_folded": folded}


def change_members(
    context: Context,
    person: Person,
    classroom: str,
    group: str,
    chosen: Collection[str],
    before: Collection[str],
    at: datetime,
) -> None:
    """Take pupils (public ids) in and out: what was chosen now against what was chosen before.

    Ids of people who are no pupils of the classroom are left out. Raises NotFound, and
    Refused("classroom_archived").
    """
    added, removed = set(chosen) - set(before), set(before) - set(chosen)

    def work(connection: Connection, number: int) -> None:
        found = _group(connection, number, group)
        pupils = {one.public_id: one.id for one in member_queries.members(connection, number)}
        put_in(connection, found.id, [pupils[one] for one in added if one in pupils])
        out = [pupils[one] for one in removed if one in pupils]
        gone = (GroupMember.group_id == found.id, GroupMember.user_id.in_(out))
        connection.execute(delete(GroupMember).where(*gone))
        audit(connection, at, person.id, "group.filled", "group", group)

    _transact(context, person, classroom, work)


def put_in(connection: Connection, group: int, people: Collection[int]) -> None:
    """Put people (row numbers) into a group; who is in it already stays."""
    there = select(GroupMember.user_id).where(GroupMember.group_id == group)
    new = set(people) - set(connection.execute(there).scalars())
    if new:
        rows = [{"group_id": group, "user_id": one} for one in sorted(new)]
        connection.execute(insert(GroupMember), rows)


def delete_group(
    context: Context, person: Person, classroom: str, group: str, at: datetime
) -> None:
    """Delete a group; its pupils stay in the classroom. Raises as `change_members`."""

    def work(connection: Connection, number: int) -> None:
        found = _group(connection, number, group)
        connection.execute(delete(Group).where(Group.id == found.id))
        audit(connection, at, person.id, "group.deleted", "group", group)

    _transact(context, person, classroom, work)


def _transact(
    context: Context, person: Person, classroom: str, work: Callable[[Connection, int], Outcome]
) -> Outcome:
    require(Permission.TEACH, person)
    return context.store.transact(
        lambda connection: work(connection, open_classroom(connection, person, classroom))
    )
