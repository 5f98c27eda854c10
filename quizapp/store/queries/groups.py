"""Groups inside a classroom: as a list, as one group, as the names beside a pupil."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import Connection, and_, bindparam, func, select

from quizapp.store.models import Enrolment, Group, GroupMember, User


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group of a classroom; `members` counts pupils with an account in use."""

    id: int
    public_id: str
    name: str
    members: int


_MEMBERS = (
    select(GroupMember.group_id, GroupMember.user_id)
    .join(Group, Group.id == GroupMember.group_id)
    .join(
        Enrolment,
        and_(
            Enrolment.classroom_id == Group.classroom_id,
            Enrolment.user_id == GroupMember.user_id,
            Enrolment.role == "student",
        ),
    )
    .join(User, and_(User.id == GroupMember.user_id, User.active))
)
_inside = _MEMBERS.subquery()
GROUPS = (
    select(Group.id, Group.public_id, Group.name, func.count(_inside.c.user_id))
    .outerjoin(_inside, _inside.c.group_id == Group.id)
    .where(Group.classroom_id == bindparam("classroom"))
    .group_by(Group.id, Group.public_id, Group.name, Group.name_folded)
    .order_by(Group.name_folded)
)
GROUP = select(Group.id, Group.public_id, Group.name).where(
    Group.classroom_id == bindparam("classroom"), Group.public_id == bindparam("group")
)
MEMBERS = _MEMBERS.where(Group.id == bindparam("group")).order_by(User.name_folded)
NAMES = (
    _MEMBERS.with_only_columns(GroupMember.user_id, Group.name)
    .where(Group.classroom_id == bindparam("classroom"))
    .order_by(Group.name_folded)
)
OF_LEARNER = _MEMBERS.with_only_columns(Group.id, Group.name).where(
    Group.classroom_id == bindparam("classroom"), GroupMember.user_id == bindparam("learner")
)


def groups_of(connection: Connection, classroom: int) -> tuple[GroupLine, ...]:
    """The groups of a classroom (row number), by name."""
    rows = connection.execute(GROUPS, {"classroom": classroom})
    return tuple(GroupLine(*row) for row in rows)


def group_in(connection: Connection, classroom: int, public_id: str) -> GroupLine | None:
    """One group of this classroom; None for groups of others. `members` is not counted (0)."""
    row = connection.execute(GROUP, {"classroom": classroom, "group": public_id}).first()
    return None if row is None else GroupLine(row.id, row.public_id, row.name, 0)


def members_of(connection: Connection, group: int) -> tuple[int, ...]:
    """The row numbers of a group's pupils who belong to its classroom now, by name."""
    rows = connection.execute(MEMBERS, {"group": group})
    return tuple(row.user_id for row in rows)


def names_by_pupil(connection: Connection, classroom: int) -> dict[int, tuple[str, ...]]:
    """The names of the groups of each pupil of a classroom, by row number; none left out."""
    found: dict[int, list[str]] = defaultdict(list)
    for learner, name in connection.execute(NAMES, {"classroom": classroom}):
        found[learner].append(name)
    return {learner: tuple(names) for learner, names in found.items()}


def groups_of_learner(connection: Connection, classroom: int, learner: int) -> dict[int, str]:
    """The groups of one pupil in a classroom: row number and name."""
    rows = connection.execute(OF_LEARNER, {"classroom": classroom, "learner": learner})
    return {row.id: row.name for row in rows}
