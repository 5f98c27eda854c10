"""A person's own password: asked for before what matters, and changed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, select, update

from quizapp.services import limits, passwords
from quizapp.services.accounts import add_session, audit, end_sessions, new_hash
from quizapp.services.context import Context, Refused
from quizapp.store.models import OneTimeCode, User
from quizapp.store.queries.people import Person


def change_password(context: Context, person: Person, current: str, new: str, at: datetime) -> str:
    """Set a new password, end all sessions and open a new one; its token.

    Raises Refused("wrong_password") and too_many_tries, and password_… as `create`.
    """
    check_password(context, person, current, at)
    hashed = new_hash(new, person.name)

    def work(connection: Connection) -> str:
        set_password(connection, person.id, hashed)
        audit(connection, at, person.id, "password.changed")
        return add_session(connection, person.id, at)

    return context.store.transact(work)


def check_password(context: Context, person: Person, password: str, at: datetime) -> None:
    """Raise Refused("wrong_password") unless it is this person's; too_many_tries as at sign-in."""
    tries = (limits.of_name(context, limits.SIGN_IN_NAME, person.name),)
    limits.guarded(context, tries, at, lambda: _check(context, person, password))


def _check(context: Context, person: Person, password: str) -> None:
    with context.store.read() as connection:
        stored = connection.execute(
            select(User.password_hash).where(User.id == person.id)
        ).scalar_one()
    if not passwords.matches(stored, password):
        raise Refused("wrong_password")


def set_password(connection: Connection, user: int, hashed: str) -> None:
    """Store a password's hash; every session that was opened with the old one ends."""
    connection.execute(update(User).where(User.id == user).values(password_hash=hashed))
    connection.execute(delete(OneTimeCode).where(OneTimeCode.user_id == user))
    end_sessions(connection, user)
