"""The first admin's one-time link, for as long as nobody looks after the installation."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select

from quizapp.services.accounts import NewAccount, create, digest_of, made_before
from quizapp.services.context import Context, Refused
from quizapp.store.models import Remembered, User

LINK_LASTS = timedelta(hours=24)


FIRST_ADMIN = "first-admin-link"


def admin_exists(context: Context) -> bool:
    """Whether somebody looks after this installation already."""
    with context.store.read() as connection:
        found = connection.execute(select(User.id).where(User.role == "admin").limit(1)).first()
    return found is not None


def make_admin_link(context: Context, at: datetime) -> str:
    """A new one-time token for the first admin; older ones stop working."""
    token = secrets.token_urlsafe(24)
    value = f"{digest_of(token)} {(at + LINK_LASTS).isoformat()}"

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
    return secrets.compare_digest(digest, digest_of(token)) and at < datetime.fromisoformat(until)


def use_admin_link(context: Context, token: str, account: NewAccount, at: datetime) -> int:
    """Make the first admin-and-teacher account. Raises Refused("link_over") and as `create`."""
    if (made := made_before(context, account, at)) is not None:
        return made
    if not admin_link_valid(context, token, at):
        raise Refused("link_over")

    def use_up(connection: Connection) -> None:
        drop = delete(Remembered).where(Remembered.name == FIRST_ADMIN)
        if connection.execute(drop).rowcount != 1:
            raise Refused("link_over")

    return create(context, account, at, first=use_up)
