"""Long work: what is to be done, how far it is, and who is at it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint

from quizapp.store.base import Base, Instant, RowId, column, new_public_id

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class Job(Base):
    """One piece of work on one text; the same input is one job (`input_hash`).

    `state` is waiting, running, done, failed or cancelled. A running job belongs to `worker`
    until `lease_until`; whoever writes for it proves that it is still theirs. `reason` is the
    code of what went wrong. `done` and `total` count paragraphs, `found` candidates.
    """

    __tablename__ = "jobs"
    __table_args__ = (
        UniqueConstraint("kind", "input_hash"),
        Index("ix_jobs_open", "state", "lease_until"),
    )

    id: Mapped[int] = column(RowId, primary_key=True)
    public_id: Mapped[str] = column(String(40), unique=True, default=new_public_id)
    kind: Mapped[str] = column(String(20))
    input_hash: Mapped[str] = column(String(64))
    text_id: Mapped[int] = column(ForeignKey("source_texts.id", ondelete="CASCADE"), index=True)
    state: Mapped[str] = column(String(20), default="waiting")
    stage: Mapped[str] = column(String(20), default="")
    done: Mapped[int] = column(default=0)
    total: Mapped[int] = column(default=0)
    found: Mapped[int] = column(default=0)
    reason: Mapped[str] = column(String(40), default="")
    worker: Mapped[str] = column(String(40), default="")
    lease_until: Mapped[datetime | None] = column(Instant)
    created_at: Mapped[datetime] = column(Instant)
    finished_at: Mapped[datetime | None] = column(Instant)
