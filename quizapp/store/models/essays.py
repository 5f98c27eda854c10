"""Essays as people mark them: every mark ever given, and those that are half done."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import JSON, ForeignKey, Index, String, Text

from quizapp.store.base import Base, Instant, RowId, column, new_public_id

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class EssayMark(Base):
    """What a teacher gave one essay of one attempt. Never changed: the newest one counts.

    `points` are those of each criterion in the order of the rubric, `share` 0..1 is their sum of
    what the rubric gives.
    """

    __tablename__ = "essay_marks"
    __table_args__ = (Index("ix_essay_marks_slot", "attempt_id", "position", "id"),)

    id: Mapped[int] = column(RowId, primary_key=True)
    public_id: Mapped[str] = column(String(40), unique=True, default=new_public_id)
    attempt_id: Mapped[int] = column(ForeignKey("attempts.id", ondelete="CASCADE"))
    position: Mapped[int] = column()
    version_id: Mapped[int] = column(ForeignKey("question_versions.id"), index=True)
    points: Mapped[list[float]] = column(JSON)
    share: Mapped[float] = column()
    comment: Mapped[str] = column(Text, default="")
    by_id: Mapped[int | None] = column(ForeignKey("users.id"), index=True)
    at: Mapped[datetime] = column(Instant)


class EssayDraft(Base):
    """A mark that one teacher has begun, as typed; it counts for nothing."""

    __tablename__ = "essay_drafts"

    attempt_id: Mapped[int] = column(
        ForeignKey("attempts.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = column(primary_key=True)
    by_id: Mapped[int] = column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    points: Mapped[list[str]] = column(JSON)
    comment: Mapped[str] = column(Text, default="")
    saved_at: Mapped[datetime] = column(Instant)
