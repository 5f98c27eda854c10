"""A sign-up form sent again, because the connection went before the reply came.

The account is there then, and its name is taken by nobody else. The name alone says nothing: two
pupils of one name may think of one password. So the form's key, which no other browser knows,
must be the same, and the password too.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select

from quizapp.services import names, passwords
from quizapp.services.context import Context
from quizapp.store.models import AuditEvent, User

CREATED = "account.created"
"""The event of a new account; its detail keeps a keyed digest of the form's key."""
LASTS = timedelta(hours=1)
"""How long a form can be sent once more."""


def kept(context: Context, form: str) -> dict[str, str]:
    """What the event of a new account keeps of the form's key."""
    return {"form": context.sign("sign-up-form", form)} if form else {}


def made(context: Context, name: str, password: str, form: str, at: datetime) -> int | None:
    """The account that the form of this key made, None when it made none or says another password.

    The password is looked at only where the key is right, so that this tells nothing to a guess.
    """
    if not form:
        return None
    with context.store.read() as connection:
        row = connection.execute(
            select(User.id, User.password_hash, AuditEvent.detail)
            .join(AuditEvent, AuditEvent.actor_id == User.id)
            .where(
                User.name_folded == names.folded(name),
                User.active,
                AuditEvent.action == CREATED,
                AuditEvent.at >= at - LASTS,
            )
        ).first()
    if row is None or row.detail.get("form") != kept(context, form)["form"]:
        return None
    return int(row.id) if passwords.matches(row.password_hash, password) else None
