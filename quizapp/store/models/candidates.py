"""Proposals for facts: seen by the teacher of the text alone, until one is approved."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint

from quizapp.store.base import Base, Instant, RowId, column, new_public_id

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class Candidate(Base):
    """A value in a text that may become a fact.

    `text` stands in the paragraph at `start`, word for word. `state` is open, approved,
    rejected or gone (a fact whose place a new version of the text no longer has). `fact_id` is
    the fact that was made of it; `old_fact_id` the one that an earlier version of the text gave
    and that this one may take the place of. `decision` numbers what was decided, for undoing.
    """

    __tablename__ = "candidates"
    __table_args__ = (UniqueConstraint("text_id", "position"),)

    id: Mapped[int] = column(RowId, primary_key=True)
    public_id: Mapped[str] = column(String(40), unique=True, default=new_public_id)
    text_id: Mapped[int] = column(ForeignKey("source_texts.id", ondelete="CASCADE"))
    position: Mapped[int] = column()
    paragraph: Mapped[int] = column()
    start: Mapped[int] = column()
    kind: Mapped[str] = column(String(20))
    value: Mapped[str] = column(String(200), default="")
    unit: Mapped[str] = column(String(80), default="")
    approx: Mapped[str] = column(String(20), default="")
    text: Mapped[str] = column(Text)
    sentence: Mapped[str] = column(Text)
    subject: Mapped[str] = column(Text, default="")
    statement: Mapped[str] = column(Text, default="")
    needs: Mapped[list[str]] = column(JSON, default=list)
    origin: Mapped[str] = column(String(40), default="rules")
    state: Mapped[str] = column(String(20), default="open")
    fact_id: Mapped[int | None] = column(ForeignKey("facts.id"), index=True)
    old_fact_id: Mapped[int | None] = column(ForeignKey("facts.id"), index=True)
    decision: Mapped[int] = column(default=0)
    decided_at: Mapped[datetime | None] = column(Instant)
