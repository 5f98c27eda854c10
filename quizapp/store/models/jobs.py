"""Long work: what is to be done, how far it is, and who is at it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.store.base import Base, Instant, RowId, new_public_id


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

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    public_id: Mapped[str] = mapped_column(String(40), unique=True, default=new_public_id)
    kind: Mapped[str] = mapped_column(String(20))
    input_hash: Mapped[str] = mapped_column(String(64))
    text_id: Mapped[int] = mapped_column(
        ForeignKey("source_texts.id", ondelete="CASCADE"), index=True
    )
    state: Mapped[str] = mapped_column(String(20), default="waiting")
    stage: Mapped[str] = mapped_column(String(20), default="")
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    found: Mapped[int] = mapped_column(default=0)
    reason: Mapped[str] = mapped_column(String(40), default="")
    worker: Mapped[str] = mapped_column(String(40), default="")
    lease_until: Mapped[datetime | None] = mapped_column(Instant)
    created_at: Mapped[datetime] = mapped_column(Instant)
    finished_at: Mapped[datetime | None] = mapped_column(Instant)
