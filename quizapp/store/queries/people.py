"""Who is signed in: one statement per request, built once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select

from quizapp.store.driver import Hot
from quizapp.store.models import AuditEvent, LoginSession, User
from quizapp.store.prepared import Prepared
from quizapp.store.queries.accommodations import without_speed


@dataclass(frozen=True, slots=True)
class Person:
    """A signed-in person with everything that decides how they are treated."""

    id: int
    public_id: str
    name: str
    role: str
    language: str
    time_zone: str
    rollover_hour: int
    new_per_day: int
    desired_retention: float
    single_keys: bool
    theme: str
    no_speed: bool = False
    """No rating looks at how long an answer took: an accommodation of this learner."""

    @property
    def is_teacher(self) -> bool:
        """Teachers, and admins, who are teachers too."""
        return self.role in ("teacher", "admin")

    @property
    def is_guest(self) -> bool:
        """Whether this is somebody without a name, whose answers are kept for a while."""
        return self.role == "guest"

    @property
    def is_admin(self) -> bool:
        """Whether this person looks after the installation."""
        return self.role == "admin"


PERSON_COLUMNS = (
    User.id,
    User.public_id,
    User.name,
    User.role,
    User.language,
    User.time_zone,
    User.rollover_hour,
    User.new_per_day,
    User.desired_retention,
    User.single_keys,
    User.theme,
    without_speed(User.id).label("no_speed"),
)

_BY_TOKEN = Prepared(
    select(*PERSON_COLUMNS, LoginSession.seen_at)
    .join(LoginSession, LoginSession.user_id == User.id)
    .where(
        LoginSession.token_hash == bindparam("token_hash"),
        LoginSession.expires_at > bindparam("now"),
        User.active,
    )
)


GUEST, CLAIMED = "guest", "guest.claimed"
"""Kind of object and action of the event that says who took a guest's answers over."""
_GUESTS_OF = select(AuditEvent.detail).where(
    AuditEvent.action == CLAIMED,
    AuditEvent.actor_id == bindparam("person"),
    AuditEvent.at >= bindparam("since"),
)
_CLAIMER = (
    select(*PERSON_COLUMNS)
    .join(AuditEvent, AuditEvent.actor_id == User.id)
    .where(
        AuditEvent.action == CLAIMED,
        AuditEvent.object_id == bindparam("guest"),
        AuditEvent.at >= bindparam("since"),
        User.active,
    )
    .order_by(AuditEvent.id.desc())
    .limit(1)
)
_BY_ID = select(*PERSON_COLUMNS).where(User.id == bindparam("person"))
_BY_NAME = select(*PERSON_COLUMNS).where(User.name_folded == bindparam("name"), User.active)


def person_with(connection: Connection, number: int) -> Person:
    """The person with this row number."""
    return Person(*tuple[Any, ...](connection.execute(_BY_ID, {"person": number}).one()))


def person_named(connection: Connection, name_folded: str) -> Person | None:
    """The person with this folded name, None when there is none."""
    row = connection.execute(_BY_NAME, {"name": name_folded}).first()
    return None if row is None else Person(*tuple[Any, ...](row))


def person_of_session(
    connection: Hot, token_hash: str, at: datetime
) -> tuple[Person, datetime] | None:
    """The person of a login session and when the session was last seen; None if it is over."""
    row = _BY_TOKEN.first(connection, {"token_hash": token_hash, "now": at})
    if row is None:
        return None
    *columns, seen_at = tuple[Any, ...](row)
    return Person(*columns), seen_at


def guests_taken_over(connection: Connection, person: int, since: datetime) -> list[int]:
    """Row numbers that guests had whose answers this person took over since then."""
    rows = connection.execute(_GUESTS_OF, {"person": person, "since": since}).scalars()
    return [detail["guest"] for detail in rows if "guest" in detail]


def who_took_over(connection: Connection, guest: str, since: datetime) -> Person | None:
    """The person who took over the answers of the guest of this public id since then."""
    given = {"guest": guest, "since": since}
    row = connection.execute(_CLAIMER, given).first()
    return None if row is None else Person(*tuple[Any, ...](row))
