"""Who works on a job: claimed for a while, and proven again with every step that is stored.

Two workers may both believe that a job is theirs when one was asleep for long; only the one
whose name stands in the row can write.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, or_, select, update

from quizapp.services.context import Context
from quizapp.store.models import Job

LEASE = timedelta(seconds=10)
"""How long a worker may be silent before its job is given to another."""


class JobLost(Exception):
    """The job was cancelled, or belongs to another worker by now: nothing more is written."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A job in the hands of a worker."""

    job: int
    text: int
    worker: str


def claim(context: Context, worker: str, at: datetime) -> Claim | None:
    """The oldest job that nobody is working on; None when there is none."""
    free = or_(Job.state == "waiting", and_(Job.state == "running", Job.lease_until < at))
    waiting = select(Job.id, Job.text_id).where(free).order_by(Job.id).limit(1)
    with context.store.read() as connection:
        row = connection.execute(waiting).first()
    if row is None:
        return None
    taken = context.store.execute(
        update(Job)
        .where(Job.id == row.id, free)
        .values(state="running", worker=worker, lease_until=at + LEASE, reason="")
    )
    return Claim(row.id, row.text_id, worker) if taken == 1 else None


def step(connection: Connection, held: Claim, at: datetime, **values: Any) -> None:
    """Note how far the job is, inside the transaction that stores it. Raises JobLost."""
    done = connection.execute(
        update(Job)
        .where(Job.id == held.job, Job.worker == held.worker, Job.state == "running")
        .values(lease_until=at + LEASE, **values)
    )
    if done.rowcount != 1:
        raise JobLost


def finish(connection: Connection, held: Claim, at: datetime, state: str, reason: str = "") -> None:
    """The job is over: done or failed. Raises JobLost."""
    step(connection, held, at, state=state, reason=reason, finished_at=at)


def open_jobs(context: Context) -> int:
    """How many jobs wait or run."""
    with context.store.read() as connection:
        found = select(Job.id).where(Job.state.in_(("waiting", "running")))
        return len(connection.execute(found).all())
