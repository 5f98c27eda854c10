"""Sources and facts: what is known, and the place that says so."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import JSON, ForeignKey, Index, String, Text

from quizapp.store.base import Base, Instant, RowId, column, new_public_id

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class Source(Base):
    """A document, or a teacher's own knowledge (`kind` "teacher": no text, no paragraphs).

    `paragraphs` lists the content paragraphs as line numbers of the text file; a screen shows
    the position in this list, counted from 1. `as_of` is an EDTF value or "".
    """

    __tablename__ = "sources"

    id: Mapped[int] = column(RowId, primary_key=True)
    slug: Mapped[str] = column(String(80), unique=True, default=new_public_id)
    kind: Mapped[str] = column(String(20))
    title: Mapped[str] = column(String(300))
    short_title: Mapped[str] = column(String(120))
    publisher: Mapped[str] = column(String(200), default="")
    url: Mapped[str] = column(String(500), default="")
    licence: Mapped[str] = column(String(300), default="")
    language: Mapped[str] = column(String(8))
    as_of: Mapped[str] = column(String(40), default="")
    evidence: Mapped[str] = column(String(40), default="")
    paragraphs: Mapped[list[int]] = column(JSON, default=list)
    collection: Mapped[str] = column(String(20))
    owner_id: Mapped[int | None] = column(ForeignKey("users.id"), index=True)


class Fact(Base):
    """One statement in our words with a typed value and its place in the source.

    `collection` is shipped, school, classroom or mine; `state` is proposed, approved or retired.
    `position` orders facts of equal importance when they are introduced. `digest` tells whether a
    loaded bank changed the fact.
    """

    __tablename__ = "facts"
    __table_args__ = (Index("ix_facts_introduction", "state", "importance", "position"),)

    id: Mapped[int] = column(RowId, primary_key=True)
    public_id: Mapped[str] = column(String(120), unique=True, default=new_public_id)
    source_id: Mapped[int] = column(ForeignKey("sources.id"), index=True)
    kind: Mapped[str] = column(String(20))
    topic: Mapped[str] = column(String(120), index=True)
    statement: Mapped[str] = column(Text)
    answer: Mapped[str] = column(Text)
    value: Mapped[str] = column(String(80), default="")
    unit: Mapped[str] = column(String(80), default="")
    approx: Mapped[str] = column(String(20), default="")
    language: Mapped[str] = column(String(8))
    paragraph: Mapped[int | None] = column()
    anchor: Mapped[str] = column(String(200), default="")
    as_of: Mapped[str] = column(String(40), default="")
    according_to: Mapped[str] = column(String(200), default="")
    importance: Mapped[int] = column(default=2)
    position: Mapped[int] = column(default=0)
    state: Mapped[str] = column(String(20))
    collection: Mapped[str] = column(String(20))
    owner_id: Mapped[int | None] = column(ForeignKey("users.id"), index=True)
    classroom_id: Mapped[int | None] = column(ForeignKey("classrooms.id"), index=True)
    digest: Mapped[str] = column(String(64), default="")
    created_at: Mapped[datetime] = column(Instant)
