"""Objections: a learner's "this is wrong" about a question, and what became of it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import JSON, ForeignKey, Index, String, Text, text

from quizapp.store.base import Base, Instant, RowId, column, new_public_id

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped

_OPEN = text("state = 'open'")


class Objection(Base):
    """What a learner found wrong with a version of a question that they had answered.

    `response_…`, `dont_know` and `outcome` are their answer and its verdict as they stood then;
    `answer_key` is its key in study, `attempt_id` and `position` its place in a quiz. `reason` is
    answer, unclear, source or other. `state` is open, accepted, corrected or answered; `reply` is
    what the teacher says to the learner, who has seen it since `read_at`. Of one learner and
    version one is open at most.
    """

    __tablename__ = "objections"
    __table_args__ = (
        Index(
            "uq_objections_open",
            *("learner_id", "version_id"),
            unique=True,
            # PostgreSQL's stands in the migration alone: named here it would load that dialect,
            # several MB of modules, into each server on SQLite as well
            sqlite_where=_OPEN,
        ),
        Index("ix_objections_learner_id", "learner_id"),
        Index("ix_objections_state", "state"),
    )

    id: Mapped[int] = column(RowId, primary_key=True)
    public_id: Mapped[str] = column(String(40), unique=True, default=new_public_id)
    version_id: Mapped[int] = column(
        ForeignKey("question_versions.id", ondelete="CASCADE"), index=True
    )
    learner_id: Mapped[int] = column(ForeignKey("users.id", ondelete="CASCADE"))
    attempt_id: Mapped[int | None] = column(
        ForeignKey("attempts.id", ondelete="SET NULL"), index=True
    )
    position: Mapped[int] = column(default=0)
    answer_key: Mapped[str] = column(String(80), default="")
    response_text: Mapped[str] = column(Text, default="")
    response_chosen: Mapped[list[int]] = column(JSON, default=list)
    dont_know: Mapped[bool] = column(default=False)
    outcome: Mapped[str] = column(String(12))
    reason: Mapped[str] = column(String(10))
    text: Mapped[str] = column(Text, default="")
    made_at: Mapped[datetime] = column(Instant)
    changed_at: Mapped[datetime] = column(Instant)
    state: Mapped[str] = column(String(10), default="open")
    reply: Mapped[str] = column(Text, default="")
    closed_at: Mapped[datetime | None] = column(Instant)
    closed_by_id: Mapped[int | None] = column(
        ForeignKey("users.id", ondelete="SET NULL"), index=True
    )
    read_at: Mapped[datetime | None] = column(Instant)
