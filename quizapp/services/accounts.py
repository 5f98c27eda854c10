"""Accounts: signing up, in and out, one's own settings."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import IntegrityError, OperationalError

from quizapp.services import limits, names, passwords, sent_again
from quizapp.services.context import Context, Refused
from quizapp.store.base import new_public_id
from quizapp.store.models import AuditEvent, LoginSession, User
from quizapp.store.queries.people import Person, person_of_session

ABSOLUTE = timedelta(days=7)
IDLE = timedelta(hours=8)
TOUCH_EVERY = timedelta(minutes=10)
ROLES = ("student", "teacher", "admin")


@dataclass(frozen=True, slots=True)
class NewAccount:
    """What a person gives to get an account. `zone` is an IANA name, `form` the form's key."""

    name: str
    password: str
    language: str
    zone: str
    role: str = "student"
    form: str = ""


def digest_of(token: str) -> str:
    """What is stored of a token that a cookie or a link holds."""
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


def audit_many(
    connection: Connection,
    at: datetime,
    actor: int | None,
    action: str,
    kind: str,
    object_ids: Sequence[str],
) -> None:
    """Append one audit event for each object, all in one statement."""
    event: dict[str, Any] = {
        "at": at,
        "actor_id": actor,
        "action": action,
        "object_kind": kind,
        "detail": {},
    }
    if object_ids:
        connection.execute(insert(AuditEvent), [event | {"object_id": one} for one in object_ids])


def create(
    context: Context,
    account: NewAccount,
    at: datetime,
    *,
    first: Callable[[Connection], None] | None = None,
) -> int:
    """Make an account and return its row number; `first` runs in the same transaction.

    The same form sent again finds the account that it made. Raises Refused with name_empty,
    name_too_long, name_taken, password_too_short, password_too_long, password_too_common or
    password_is_name.
    """
    if (wrong := names.problem(account.name)) is not None:
        raise Refused(f"name_{wrong}")
    shown = names.cleaned(account.name)
    hashed = new_hash(account.password, shown)
    public_id = new_public_id()
    row = {
        "public_id": public_id,
        "name": shown,
        "name_folded": names.folded(shown),
        "password_hash": hashed,
        "role": account.role,
        "language": account.language,
        "time_zone": account.zone,
        "created_at": at,
    }

    def work(connection: Connection) -> int:
        if first is not None:
            first(connection)
        number = connection.execute(insert(User).values(row).returning(User.id)).scalar_one()
        detail = {"role": account.role} | sent_again.kept(context, account.form)
        audit(connection, at, number, sent_again.CREATED, "user", public_id, **detail)
        return number

    try:
        return context.store.transact(work)
    except IntegrityError:
        made = made_before(context, account, at)
        if made is None:
            raise Refused("name_taken") from None
        return made


def made_before(context: Context, account: NewAccount, at: datetime) -> int | None:
    """The account that this very form made, None when it made none."""
    return sent_again.made(context, account.name, account.password, account.form, at)


def open_session(context: Context, user: int, at: datetime) -> str:
    """Sign a person in and return the token for the cookie; only its SHA-256 is stored."""
    return context.store.transact(lambda connection: add_session(connection, user, at))


def add_session(
    connection: Connection, user: int, at: datetime, lasts: timedelta = ABSOLUTE
) -> str:
    """Open a session inside the caller's transaction; the token for the cookie."""
    token = secrets.token_urlsafe(32)
    connection.execute(
        delete(LoginSession).where(LoginSession.user_id == user, LoginSession.expires_at <= at)
    )
    connection.execute(
        insert(LoginSession).values(
            token_hash=digest_of(token),
            user_id=user,
            created_at=at,
            seen_at=at,
            expires_at=at + lasts,
        )
    )
    audit(connection, at, user, "session.opened")
    return token


def end_sessions(connection: Connection, user: int) -> None:
    """End every session of a person inside the caller's transaction."""
    connection.execute(delete(LoginSession).where(LoginSession.user_id == user))


def sign_in(
    context: Context, name: str, password: str, at: datetime, address: str = ""
) -> tuple[int, str]:
    """Check name and password and open a session; the person's row number and the token.

    Raises Refused("wrong_name_or_password"), in the same words and time for unknown names, and
    Refused("too_many_tries") when name or network address were tried too often.
    """
    tries = (
        limits.of_name(context, limits.SIGN_IN_NAME, name),
        limits.of_address(context, limits.SIGN_IN_ADDRESS, address),
    )
    limits.admit(context, tries, at)
    user = _known(context, name, password)

    def work(connection: Connection) -> str:
        limits.settle(connection, tries)
        return add_session(connection, user, at)

    return user, context.store.transact(work)


def _known(context: Context, name: str, password: str) -> int:
    with context.store.read() as connection:
        row = connection.execute(
            select(User.id, User.password_hash).where(
                User.name_folded == names.folded(name), User.active, User.role.in_(ROLES)
            )
        ).first()
    if not passwords.matches(row.password_hash if row else None, password) or row is None:
        raise Refused("wrong_name_or_password")
    return int(row.id)


def sign_out(context: Context, token: str) -> None:
    """End this browser's session; its cookie is dead from now on."""
    digest = digest_of(token)

    def work(connection: Connection) -> None:
        # a guest is known by the cookie of before the first answer as well: that one ends too
        guest = select(LoginSession.user_id).where(LoginSession.token_hash == digest)
        connection.execute(update(User).where(User.id.in_(guest)).values(guest_key=None))
        connection.execute(delete(LoginSession).where(LoginSession.token_hash == digest))

    context.store.transact(work)


def sign_out_everywhere(context: Context, person: Person, at: datetime) -> None:
    """End every session of this person, this one too."""

    def work(connection: Connection) -> None:
        end_sessions(connection, person.id)
        audit(connection, at, person.id, "session.closed_everywhere")

    context.store.transact(work)


def who(context: Context, token: str, at: datetime) -> Person | None:
    """The person behind a cookie, None when the session is over or was idle too long.

    A guest has no way to sign in again, so a guest's session ends with the guest alone.
    """
    digest = digest_of(token)
    with context.store.look() as connection:
        found = person_of_session(connection, digest, at)
    if found is None:
        return None
    person, seen = found
    if at - seen > IDLE and not person.is_guest:
        return None
    if at - seen > TOUCH_EVERY:
        touch = update(LoginSession).where(LoginSession.token_hash == digest).values(seen_at=at)
        with suppress(OperationalError):  # reading goes on while the disk is full or locked
            context.store.execute(touch)
    return person


def new_hash(password: str, name: str) -> str:
    """The hash of an acceptable password; Refused("password_…") for others."""
    if (weak := passwords.weakness(password, name)) is not None:
        raise Refused(f"password_{weak}")
    return passwords.hashed(password)


def change_settings(context: Context, person: Person, changes: dict[str, Any]) -> None:
    """Store a person's own settings (language, time_zone, theme, single_keys, new_per_day)."""
    allowed = {"language", "time_zone", "theme", "single_keys", "new_per_day"}
    values = {name: value for name, value in changes.items() if name in allowed}
    statement = update(User).where(User.id == person.id).values(values)
    context.store.execute(statement)
