"""A class list is planned, shown, mended and then saved as a whole or not at all.

A name that nobody has makes an account without a password: a one-time code opens it. A pupil of
another open class of the same teacher gets a place here too and keeps the account as it is. All
other names in use are refused, so that a list never takes over somebody's account.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, insert, select

from quizapp.services import names, passwords
from quizapp.services.access import Permission, open_classroom, require
from quizapp.services.accounts import audit, audit_many
from quizapp.services.classrooms.grouping import put_in
from quizapp.services.classrooms.lists import ListRow
from quizapp.services.context import Context
from quizapp.store.base import new_public_id
from quizapp.store.models import Enrolment, Group, User
from quizapp.store.queries import classrooms as classroom_queries
from quizapp.store.queries import groups as group_queries
from quizapp.store.queries import members as queries
from quizapp.store.queries.members import Known
from quizapp.store.queries.people import Person

ODD = "\ufffd"
"""Stands in a text where bytes meant nothing."""


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row and what would come of it.

    `fate` is new, known (of another class of this teacher, `elsewhere`) or here (in this class
    already). `problems` are codes: name_empty, name_too_long, odd_signs, twice_in_list,
    name_taken, group_too_long, group_empty, or password_… as at sign-up.
    """

    row: ListRow
    fate: str
    problems: tuple[str, ...] = ()
    elsewhere: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True)
class ListPlan:
    """A list before it is saved."""

    rows: tuple[PlannedRow, ...]

    @property
    def faulty(self) -> int:
        """How many rows have to be mended first."""
        return sum(bool(row.problems) for row in self.rows)

    def count(self, fate: str) -> int:
        """How many sound rows have this fate."""
        return sum(row.fate == fate and not row.problems for row in self.rows)


class ListRefused(Exception):
    """Nothing was saved: the plan says which rows have to be mended."""

    def __init__(self, plan: ListPlan) -> None:
        super().__init__("list_refused")
        self.plan = plan


@dataclass(frozen=True, slots=True)
class Saved:
    """What a saved list did: accounts made, pupils known elsewhere added, here already."""

    new: int
    known: int
    here: int


def plan(context: Context, person: Person, classroom: str, rows: Sequence[ListRow]) -> ListPlan:
    """What would come of a list. Raises NotFound, and Refused("classroom_archived")."""
    require(Permission.TEACH, person)
    with context.store.read() as connection:
        number = open_classroom(connection, person, classroom)
        return _plan(connection, person, number, rows)


def _plan(
    connection: Connection, person: Person, classroom: int, rows: Sequence[ListRow]
) -> ListPlan:
    folded = [names.folded(row.name) for row in rows]
    known = queries.known_names(connection, person.id, classroom, sorted(set(folded) - {""}))
    times = Counter(folded)
    seen: set[str] = set()
    planned = []
    for row, name in zip(rows, folded, strict=True):
        one = _planned(row, known.get(name))
        if name and times[name] > 1 and name in seen:
            one = replace(one, problems=("twice_in_list", *one.problems))
        seen.add(name)
        planned.append(one)
    return ListPlan(tuple(planned))


def _planned(row: ListRow, known: Known | None) -> PlannedRow:
    problems = []
    if (wrong := names.problem(row.name)) is not None:
        problems.append(f"name_{wrong}")
    if ODD in row.name or ODD in row.group:
        problems.append("odd_signs")
    if row.group and (wrong := names.problem(row.group)) is not None:
        problems.append(f"group_{wrong}")
    fate, number, elsewhere = "new", None, ""
    if known is not None:
        number, elsewhere = known.id, known.elsewhere or ""
        pupil = known.role == "student" and known.active
        fate = "here" if known.here == "student" else "known"
        if not pupil or (fate == "known" and (known.here or known.elsewhere is None)):
            problems.append("name_taken")
    elif row.password and (weak := passwords.weakness(row.password, names.cleaned(row.name))):
        problems.append(f"password_{weak}")
    return PlannedRow(row, fate, tuple(problems), elsewhere, number)


def save(
    context: Context, person: Person, classroom: str, rows: Sequence[ListRow], at: datetime
) -> Saved:
    """Save a list as a whole. Saving it twice is saving it once.

    Raises ListRefused with nothing saved, NotFound, and Refused("classroom_archived").
    """
    sound = plan(context, person, classroom, rows)
    if sound.faulty:
        raise ListRefused(sound)
    hashes = {  # outside of the transaction: hashing is slow on purpose
        row.row.name: passwords.hashed(row.row.password)
        for row in sound.rows
        if row.fate == "new" and row.row.password
    }

    def work(connection: Connection) -> Saved:
        number = open_classroom(connection, person, classroom)
        fresh = _plan(connection, person, number, rows)
        if fresh.faulty:
            raise ListRefused(fresh)
        return _store(connection, person, number, fresh, hashes, at)

    return context.store.transact(work)


def _store(
    connection: Connection,
    person: Person,
    classroom: int,
    fresh: ListPlan,
    hashes: Mapping[str, str],
    at: datetime,
) -> Saved:
    head = classroom_queries.head(connection, classroom)
    new = [row for row in fresh.rows if row.fate == "new"]
    common = {"role": "student", "language": person.language, "time_zone": head.time_zone}
    made = _make_accounts(connection, person, [r.row for r in new], common, hashes, at)
    numbers = {id(row): number for row, number in zip(new, made, strict=True)}
    numbers |= {id(row): row.number for row in fresh.rows if row.number is not None}
    coming = [numbers[id(row)] for row in fresh.rows if row.fate != "here"]
    if coming:
        place = {"classroom_id": classroom, "role": "student", "joined_at": at}
        connection.execute(insert(Enrolment), [place | {"user_id": one} for one in coming])
    _fill_groups(connection, classroom, [(r.row.group, numbers[id(r)]) for r in fresh.rows], at)
    counts = {fate: fresh.count(fate) for fate in ("new", "known", "here")}
    audit(connection, at, person.id, "classroom.list_saved", "classroom", head.public_id, **counts)
    return Saved(**counts)


def _make_accounts(
    connection: Connection,
    person: Person,
    rows: Sequence[ListRow],
    common: Mapping[str, str],
    hashes: Mapping[str, str],
    at: datetime,
) -> list[int]:
    """Accounts for new names, in the order of the rows: their row numbers."""
    ids = [new_public_id() for _ in rows]
    values = [
        {
            "public_id": public_id,
            "name": names.cleaned(row.name),
            "name_folded": names.folded(row.name),
            "password_hash": hashes.get(row.name, ""),
            "created_at": at,
            **common,
        }
        for public_id, row in zip(ids, rows, strict=True)
    ]
    if not values:
        return []
    connection.execute(insert(User), values)
    made = select(User.public_id, User.id).where(User.public_id.in_(ids))
    numbers = {row.public_id: row.id for row in connection.execute(made)}
    audit_many(connection, at, person.id, "account.created", "user", ids)
    return [numbers[one] for one in ids]


def _fill_groups(
    connection: Connection, classroom: int, places: Sequence[tuple[str, int]], at: datetime
) -> None:
    """Put pupils into the groups that the list names; missing groups are made."""
    wanted: dict[str, str] = {}
    for name, _ in places:
        if name:
            wanted.setdefault(names.folded(name), names.cleaned(name))
    there = {names.folded(g.name): g.id for g in group_queries.groups_of(connection, classroom)}
    for folded, name in wanted.items():
        if folded not in there:
            row = {"public_id": new_public_id(), "classroom_id": classroom, "name": name}
            row |= {"name_folded": folded, "created_at": at}
            made = insert(Group).values(row).returning(Group.id)
            there[folded] = connection.execute(made).scalar_one()
        inside = [number for group, number in places if names.folded(group) == folded]
        put_in(connection, there[folded], inside)
