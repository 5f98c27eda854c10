"""The texts of teachers' sources: one row per version, never changed but for what is restored."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint

from quizapp.store.base import Base, Instant, RowId, column

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class SourceText(Base):
    """A version of a source's text: its non-empty lines, each a paragraph, numbered from 1.

    `restored` lists the paragraphs that cleaning dropped and a teacher took back. Facts made
    from it belong to the classroom (the owner alone when None) and carry `topic`.
    """

    __tablename__ = "source_texts"
    __table_args__ = (UniqueConstraint("source_id", "version"),)

    id: Mapped[int] = column(RowId, primary_key=True)
    source_id: Mapped[int] = column(ForeignKey("sources.id", ondelete="CASCADE"))
    version: Mapped[int] = column()
    text: Mapped[str] = column(Text)
    text_hash: Mapped[str] = column(String(64), index=True)
    restored: Mapped[list[int]] = column(JSON, default=list)
    file_name: Mapped[str] = column(String(200), default="")
    topic: Mapped[str] = column(String(120))
    author_id: Mapped[int | None] = column(ForeignKey("users.id"), index=True)
    classroom_id: Mapped[int | None] = column(ForeignKey("classrooms.id"), index=True)
    created_at: Mapped[datetime] = column(Instant)
