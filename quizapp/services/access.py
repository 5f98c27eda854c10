"""Who may do what: the one table of permissions, and who holds them.

A route names a permission; `require` decides it for the role. Which *objects* a person may
reach is decided by the queries in `store.queries.visibility` and by `teaches`: a query limited
to what the person may see, so that a forgotten check finds nothing.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, Row, bindparam, select

from quizapp.services.context import NotFound, Refused
from quizapp.store.models import Classroom, Enrolment
from quizapp.store.queries.people import Person


class Permission(StrEnum):
    """What a route needs. `PUBLIC` needs nothing, not even a person; `JOIN` needs a name."""

    PUBLIC = "public"
    STUDY = "study"
    JOIN = "join"
    TEACH = "teach"
    ADMINISTER = "administer"


HOLDERS: dict[Permission, frozenset[str]] = {
    Permission.PUBLIC: frozenset({"visitor", "guest", "student", "teacher", "admin"}),
    Permission.STUDY: frozenset({"guest", "student", "teacher", "admin"}),
    Permission.JOIN: frozenset({"student", "teacher", "admin"}),
    Permission.TEACH: frozenset({"teacher", "admin"}),
    Permission.ADMINISTER: frozenset({"admin"}),
}
"""The permission table: which roles hold a permission."""


class SignInNeeded(Exception):
    """A visitor asked for something that needs a person, or a guest for what needs a name."""


def require(permission: Permission, person: Person | None) -> None:
    """Let the person pass, or raise SignInNeeded or Refused("not_allowed").

    Signing in is the cure for visitors, and for guests where every pupil may pass.
    """
    role = "visitor" if person is None else person.role
    if role in HOLDERS[permission]:
        return
    if person is None or (person.is_guest and "student" in HOLDERS[permission]):
        raise SignInNeeded
    raise Refused("not_allowed")


_TAUGHT = (
    select(Classroom.id, Classroom.archived_at, Classroom.owner_id)
    .join(Enrolment, Enrolment.classroom_id == Classroom.id)
    .where(
        Classroom.public_id == bindparam("classroom"),
        Enrolment.user_id == bindparam("person"),
        Enrolment.role == "teacher",
    )
)


def _taught(
    connection: Connection, person: Person, public_id: str
) -> Row[int, datetime | None, int]:
    row = connection.execute(_TAUGHT, {"classroom": public_id, "person": person.id}).first()
    if row is None:
        raise NotFound
    return row


def taught_classroom(connection: Connection, person: Person, public_id: str) -> int:
    """The row number of a classroom that this person teaches; NotFound otherwise.

    For reading: it may be archived.
    """
    return int(_taught(connection, person, public_id).id)


def open_classroom(connection: Connection, person: Person, public_id: str) -> int:
    """The same for changing: Refused("classroom_archived") where nothing changes any more."""
    row = _taught(connection, person, public_id)
    if row.archived_at is not None:
        raise Refused("classroom_archived")
    return int(row.id)


def owned_classroom(connection: Connection, person: Person, public_id: str) -> int:
    """The same for what its owner alone may do, archived or not.

    Raises NotFound, and Refused("owner_only") for who teaches it too.
    """
    row = _taught(connection, person, public_id)
    if row.owner_id != person.id:
        raise Refused("owner_only")
    return int(row.id)
