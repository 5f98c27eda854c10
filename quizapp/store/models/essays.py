"""Essays as people mark them: every mark ever given, and those that are half done."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.store.base import Base, Instant, RowId, new_public_id


class EssayMark(Base):
    """What a teacher gave one essay of one attempt. Never changed: the newest one counts.

    `points` are those of each criterion in the order of the rubric, `share` 0..1 is their sum of
    what the rubric gives.
    """

    __tablename__ = "essay_marks"
    __table_args__ = (Index("ix_essay_marks_slot", "attempt_id", "position", "id"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    public_id: Mapped[str] = mapped_column(String(40), unique=True, default=new_public_id)
    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempts.id", ondelete="CASCADE"))
    position: Mapped[int] = mapped_column()
    version_id: Mapped[int] = mapped_column(ForeignKey("question_versions.id"), index=True)
    points: Mapped[list[float]] = mapped_column(JSON)
    share: Mapped[float] = mapped_column()
    comment: Mapped[str] = mapped_column(Text, default="")
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    at: Mapped[datetime] = mapped_column(Instant)


class EssayDraft(Base):
    """A mark that one teacher has begun, as typed; it counts for nothing."""

    __tablename__ = "essay_drafts"

    attempt_id: Mapped[int] = mapped_column(
        ForeignKey("attempts.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    by_id: Mapped[int] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    points: Mapped[list[str]] = mapped_column(JSON)
    comment: Mapped[str] = mapped_column(Text, default="")
    saved_at: Mapped[datetime] = mapped_column(Instant)
