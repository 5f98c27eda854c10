"""Accounts: signing up, in and out, the first admin's one-time link, one's own settings."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from quizapp.services import names, passwords
from quizapp.services.context import Context, Refused
from quizapp.store.base import new_public_id
from quizapp.store.models import AuditEvent, LoginSession, Remembered, User
from quizapp.store.queries.people import Person, person_of_session

ABSOLUTE = timedelta(days=7)
IDLE = timedelta(hours=8)
TOUCH_EVERY = timedelta(minutes=10)
LINK_LASTS = timedelta(hours=24)
FIRST_ADMIN = "first-admin-link"
ROLES = ("student", "teacher", "admin")


@dataclass(frozen=True, slots=True)
class NewAccount:
    """What a person gives to get an account. `zone` is an IANA name."""

    name: str
    password: str
    language: str
    zone: str
    role: str = "student"


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def audit(
    connection: Connection,
    at: datetime,
    actor: int | None,
    action: str,
    kind: str = "",
    object_id: str = "",
    **detail: Any,
) -> None:
    """Append one audit event inside the caller's transaction."""
    connection.execute(
        insert(AuditEvent).values(
            at=at,
            actor_id=actor,
            action=action,
            object_kind=kind,
            object_id=object_id,
            detail=detail,
        )
    )


def create(
    context: Context,
    account: NewAccount,
    at: datetime,
    *,
    first: Callable[[Connection], None] | None = None,
) -> int:
    """Make an account and return its row number; `first` runs in the same transaction.

    Raises Refused with name_empty, name_too_long, name_taken, password_too_short,
    password_too_long, password_too_common or password_is_name.
    """
    if (wrong := names.problem(account.name)) is not None:
        raise Refused(f"name_{wrong}")
    shown = names.cleaned(account.name)
    if (weak := passwords.weakness(account.password, shown)) is not None:
        raise Refused(f"password_{weak}")
    public_id = new_public_id()
    row = {
        "public_id": public_id,
        "name": shown,
        "name_folded": names.folded(shown),
        "password_hash": passwords.hashed(account.password),
        "role": account.role,
        "language": account.language,
        "time_zone": account.zone,
        "created_at": at,
    }

    def work(connection: Connection) -> int:
        if first is not None:
            first(connection)
        number = connection.execute(insert(User).values(row).returning(User.id)).scalar_one()
        audit(connection, at, number, "account.created", "user", public_id, role=account.role)
        return number

    try:
        return context.store.transact(work)
    except IntegrityError:
        raise Refused("name_taken") from None


def open_session(context: Context, user: int, at: datetime) -> str:
    """Sign a person in and return the token for the cookie; only its SHA-256 is stored."""
    token = secrets.token_urlsafe(32)

    def work(connection: Connection) -> None:
        connection.execute(
            delete(LoginSession).where(LoginSession.user_id == user, LoginSession.expires_at <= at)
        )
        connection.execute(
            insert(LoginSession).values(
                token_hash=_digest(token),
                user_id=user,
                created_at=at,
                seen_at=at,
                expires_at=at + ABSOLUTE,
            )
        )
        audit(connection, at, user, "session.opened")

    context.store.transact(work)
    return token


def sign_in(context: Context, name: str, password: str, at: datetime) -> str:
    """Check name and password and open a session.

    Raises Refused("wrong_name_or_password"), in the same words and time for unknown names.
    """
    with context.store.read() as connection:
        row = connection.execute(
            select(User.id, User.password_hash).where(
                User.name_folded == names.folded(name), User.active
            )
        ).first()
    if not passwords.matches(row.password_hash if row else None, password) or row is None:
        raise Refused("wrong_name_or_password")
    return open_session(context, row.id, at)


def sign_out(context: Context, token: str) -> None:
    """End this browser's session; its cookie is dead from now on."""
    context.store.execute(delete(LoginSession).where(LoginSession.token_hash == _digest(token)))


def sign_out_everywhere(context: Context, person: Person, at: datetime) -> None:
    """End every session of this person, this one too."""

    def work(connection: Connection) -> None:
        connection.execute(delete(LoginSession).where(LoginSession.user_id == person.id))
        audit(connection, at, person.id, "session.closed_everywhere")

    context.store.transact(work)


def who(context: Context, token: str, at: datetime) -> Person | None:
    """The person behind a cookie, None when the session is over or was idle too long."""
    digest = _digest(token)
    with context.store.read() as connection:
        found = person_of_session(connection, digest, at)
    if found is None:
        return None
    person, seen = found
    if at - seen > IDLE:
        return None
    if at - seen > TOUCH_EVERY:
        touch = update(LoginSession).where(LoginSession.token_hash == digest).values(seen_at=at)
        context.store.execute(touch)
    return person


def change_settings(context: Context, person: Person, changes: dict[str, Any]) -> None:
    """Store a person's own settings (language, time_zone, theme, single_keys, new_per_day)."""
    allowed = {"language", "time_zone", "theme", "single_keys", "new_per_day"}
    values = {name: value for name, value in changes.items() if name in allowed}
    statement = update(User).where(User.id == person.id).values(values)
    context.store.execute(statement)


def admin_exists(context: Context) -> bool:
    """Whether somebody looks after this installation already."""
    with context.store.read() as connection:
        found = connection.execute(select(User.id).where(User.role == "admin").limit(1)).first()
    return found is not None


def make_admin_link(context: Context, at: datetime) -> str:
    """A new one-time token for the first admin; older ones stop working."""
    token = secrets.token_urlsafe(24)
    value = f"{_digest(token)} {(at + LINK_LASTS).isoformat()}"

    def work(connection: Connection) -> None:
        connection.execute(delete(Remembered).where(Remembered.name == FIRST_ADMIN))
        connection.execute(insert(Remembered).values(name=FIRST_ADMIN, value=value))

    context.store.transact(work)
    return token


def admin_link_valid(context: Context, token: str, at: datetime) -> bool:
    """Whether this one-time token still makes the first admin."""
    with context.store.read() as connection:
        value = connection.execute(
            select(Remembered.value).where(Remembered.name == FIRST_ADMIN)
        ).scalar()
    if value is None or admin_exists(context):
        return False
    digest, until = value.split()
    return secrets.compare_digest(digest, _digest(token)) and at < datetime.fromisoformat(until)


def use_admin_link(context: Context, token: str, account: NewAccount, at: datetime) -> int:
    """Make the first admin-and-teacher account. Raises Refused("link_over") and as `create`."""
    if not admin_link_valid(context, token, at):
        raise Refused("link_over")

    def use_up(connection: Connection) -> None:
        drop = delete(Remembered).where(Remembered.name == FIRST_ADMIN)
        if connection.execute(drop).rowcount != 1:
            raise Refused("link_over")

    return create(context, account, at, first=use_up)
