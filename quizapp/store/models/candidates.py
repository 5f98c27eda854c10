"""Proposals for facts: seen by the teacher of the text alone, until one is approved."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.store.base import Base, Instant, RowId, new_public_id


class Candidate(Base):
    """A value in a text that may become a fact.

    `text` stands in the paragraph at `start`, word for word. `state` is open, approved,
    rejected or gone (a fact whose place a new version of the text no longer has). `fact_id` is
    the fact that was made of it; `old_fact_id` the one that an earlier version of the text gave
    and that this one may take the place of. `decision` numbers what was decided, for undoing.
    """

    __tablename__ = "candidates"
    __table_args__ = (UniqueConstraint("text_id", "position"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    public_id: Mapped[str] = mapped_column(String(40), unique=True, default=new_public_id)
    text_id: Mapped[int] = mapped_column(ForeignKey("source_texts.id", ondelete="CASCADE"))
    position: Mapped[int] = mapped_column()
    paragraph: Mapped[int] = mapped_column()
    start: Mapped[int] = mapped_column()
    kind: Mapped[str] = mapped_column(String(20))
    value: Mapped[str] = mapped_column(String(200), default="")
    unit: Mapped[str] = mapped_column(String(80), default="")
    approx: Mapped[str] = mapped_column(String(20), default="")
    text: Mapped[str] = mapped_column(Text)
    sentence: Mapped[str] = mapped_column(Text)
    subject: Mapped[str] = mapped_column(Text, default="")
    statement: Mapped[str] = mapped_column(Text, default="")
    needs: Mapped[list[str]] = mapped_column(JSON, default=list)
    origin: Mapped[str] = mapped_column(String(40), default="rules")
    state: Mapped[str] = mapped_column(String(20), default="open")
    fact_id: Mapped[int | None] = mapped_column(ForeignKey("facts.id"), index=True)
    old_fact_id: Mapped[int | None] = mapped_column(ForeignKey("facts.id"), index=True)
    decision: Mapped[int] = mapped_column(default=0)
    decided_at: Mapped[datetime | None] = mapped_column(Instant)
