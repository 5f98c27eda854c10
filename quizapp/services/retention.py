"""What is kept only for a time, and the daily sweep that ends it.

Guests go after 30 days. Signed-in browsers and one-time codes that are over go with the next
sweep, and pictures that no question shows. After the days of `QUIZAPP_RETENTION_DAYS` the log of
who did what ends, and pupils who have not come since are erased as if they had asked for it: their
answers stay without a name. Staff accounts stay: they belong to the school.

A clock that jumped ahead erases no pupil: that wants the log to tell of life in the weeks before.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, exists, insert, select, update

from quizapp.services.context import Context
from quizapp.services.erasing import erase_row
from quizapp.services.guests import forget_expired
from quizapp.store.models import Answer, AuditEvent, LoginSession, OneTimeCode, Remembered, User
from quizapp.store.queries import limits
from quizapp.store.queries import pictures as picture_queries

SWEPT = "swept"
"""Name under which the day of the last sweep is remembered."""
UNUSED_LASTS = timedelta(days=2)
"""How long a picture waits for the question that is being written with it."""
AT_A_TIME = 50
"""Pupils who go in one sweep; the others follow on the next days."""
LIVELY = timedelta(days=30)
TODAY = timedelta(days=1)


def sweep_daily(context: Context, at: datetime) -> bool:
    """Sweep once a day, whoever comes first; whether this was the one."""
    day = at.date().isoformat()
    with context.store.read() as connection:
        last = connection.execute(select(Remembered.value).where(Remembered.name == SWEPT)).scalar()
    if last == day or not context.store.transact(lambda connection: _take(connection, last, day)):
        return False
    sweep(context, at)
    return True


def _take(connection: Connection, last: str | None, day: str) -> bool:
    """Take today's sweep; False when another process has it."""
    if last is None:
        connection.execute(insert(Remembered).values(name=SWEPT, value=day))
        return True
    mine = update(Remembered).where(Remembered.name == SWEPT, Remembered.value == last)
    return connection.execute(mine.values(value=day)).rowcount == 1


def sweep(context: Context, at: datetime) -> int:
    """End what is over; how many pupils were erased."""
    while forget_expired(context, at):
        pass
    since = at - timedelta(days=context.settings.retention_days)

    def work(connection: Connection) -> int:
        connection.execute(delete(LoginSession).where(LoginSession.expires_at <= at))
        connection.execute(delete(OneTimeCode).where(OneTimeCode.expires_at <= at))
        limits.sweep(connection, at)
        picture_queries.sweep(connection, at - UNUSED_LASTS)
        if not _lively(connection, at):
            return 0
        connection.execute(delete(AuditEvent).where(AuditEvent.at < since))
        gone = _gone(connection, since)
        for number in gone:
            erase_row(connection, number, at, "account.expired")
        return len(gone)

    return context.store.transact(work)


def _lively(connection: Connection, at: datetime) -> bool:
    """Whether somebody signed in on one of the days before: the clock is then believed."""
    found = exists().where(
        AuditEvent.action == "session.opened",
        AuditEvent.at >= at - LIVELY,
        AuditEvent.at < at - TODAY,
    )
    return bool(connection.execute(select(found)).scalar())


def _gone(connection: Connection, since: datetime) -> list[int]:
    """Pupils of whom nothing has come since: no answer, no sign-in, nothing else in the log."""
    came = select(AuditEvent.actor_id).where(
        AuditEvent.at >= since, AuditEvent.actor_id.is_not(None)
    )
    answered = exists().where(Answer.learner_id == User.id, Answer.answered_at >= since)
    pupils = (
        select(User.id)
        .where(User.role == "student", User.created_at < since, User.id.not_in(came), ~answered)
        .order_by(User.id)
        .limit(AT_A_TIME)
    )
    return list(connection.execute(pupils).scalars())
