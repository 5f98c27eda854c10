"""The texts of teachers' sources: one row per version, never changed but for what is restored."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.store.base import Base, Instant, RowId


class SourceText(Base):
    """A version of a source's text: its non-empty lines, each a paragraph, numbered from 1.

    `restored` lists the paragraphs that cleaning dropped and a teacher took back. Facts made
    from it belong to the classroom (the owner alone when None) and carry `topic`.
    """

    __tablename__ = "source_texts"
    __table_args__ = (UniqueConstraint("source_id", "version"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id", ondelete="CASCADE"))
    version: Mapped[int] = mapped_column()
    text: Mapped[str] = mapped_column(Text)
    text_hash: Mapped[str] = mapped_column(String(64), index=True)
    restored: Mapped[list[int]] = mapped_column(JSON, default=list)
    file_name: Mapped[str] = mapped_column(String(200), default="")
    topic: Mapped[str] = mapped_column(String(120))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    classroom_id: Mapped[int | None] = mapped_column(ForeignKey("classrooms.id"), index=True)
    created_at: Mapped[datetime] = mapped_column(Instant)
