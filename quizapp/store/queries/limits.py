"""Counting tries: one upsert on a row per kind and subject, in fixed windows."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, Table, bindparam, case, delete, update
from sqlalchemy.sql.dml import Insert

from quizapp.store.base import Instant
from quizapp.store.dialect import AnyInsert, insert_pair
from quizapp.store.models import Limit

LIMITS: Table = Limit.__table__
KEPT = timedelta(days=2)
"""Rows older than any window are swept away."""
_OVER = LIMITS.c.started_at <= bindparam("over", type_=Instant)


def _counted(statement: AnyInsert) -> Insert:
    fresh = statement.excluded
    finished: Insert = statement.on_conflict_do_update(
        index_elements=["kind", "subject"],
        set_={
            "count": case((_OVER, fresh.count), else_=LIMITS.c.count + fresh.count),
            "started_at": case((_OVER, fresh.started_at), else_=LIMITS.c.started_at),
        },
    ).returning(LIMITS.c.count, LIMITS.c.started_at)
    return finished


COUNT = insert_pair(LIMITS, _counted)
GIVE_BACK = (
    update(LIMITS)
    .where(
        LIMITS.c.kind == bindparam("of_kind"),
        LIMITS.c.subject == bindparam("of_subject"),
        LIMITS.c.count > 0,
    )
    .values(count=LIMITS.c.count - 1)
)
FORGET = delete(LIMITS).where(
    LIMITS.c.kind == bindparam("of_kind"), LIMITS.c.subject == bindparam("of_subject")
)
SWEEP = delete(LIMITS).where(LIMITS.c.started_at < bindparam("before"))


def count_one(
    connection: Connection, kind: str, subject: str, at: datetime, window: timedelta
) -> tuple[int, datetime]:
    """Count one more; how many there are in the window now, and when the window began."""
    row = connection.execute(
        COUNT.on(connection),
        {"kind": kind, "subject": subject, "started_at": at, "count": 1, "over": at - window},
    ).one()
    return int(row[0]), row[1]


def give_back(connection: Connection, kind: str, subject: str) -> None:
    """Count one less."""
    connection.execute(GIVE_BACK, {"of_kind": kind, "of_subject": subject})


def forget(connection: Connection, kind: str, subject: str) -> None:
    """Start from nothing again."""
    connection.execute(FORGET, {"of_kind": kind, "of_subject": subject})


def sweep(connection: Connection, at: datetime) -> None:
    """Drop the rows of windows that are long over."""
    connection.execute(SWEEP, {"before": at - KEPT})
