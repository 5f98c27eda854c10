"""Questions: the thing with an address, its immutable versions, and their options."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.store.base import Base, Instant, RowId, new_public_id


class Question(Base):
    """A question: who owns it, where it stands, which version is in force (`version_number`).

    `state` is draft, review, ready (only this is asked in study) or retired. `draft_number` is
    the newest version while that one is not in force yet.
    """

    __tablename__ = "questions"
    __table_args__ = (Index("ix_questions_collection", "collection", "state"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    public_id: Mapped[str] = mapped_column(String(160), unique=True, default=new_public_id)
    kind: Mapped[str] = mapped_column(String(20))
    template: Mapped[str] = mapped_column(String(80), default="")
    state: Mapped[str] = mapped_column(String(20), index=True)
    version_number: Mapped[int] = mapped_column(default=1)
    draft_number: Mapped[int | None] = mapped_column()
    collection: Mapped[str] = mapped_column(String(20))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    classroom_id: Mapped[int | None] = mapped_column(ForeignKey("classrooms.id"), index=True)
    created_at: Mapped[datetime] = mapped_column(Instant)


class QuestionFact(Base):
    """Which facts a question asks for; `part` is the place of the fact in the question."""

    __tablename__ = "question_facts"

    question_id: Mapped[int] = mapped_column(
        ForeignKey("questions.id", ondelete="CASCADE"), primary_key=True
    )
    fact_id: Mapped[int] = mapped_column(ForeignKey("facts.id"), primary_key=True, index=True)
    part: Mapped[int] = mapped_column(default=0)


class QuestionVersion(Base):
    """What a question said at one time. Never changed: an edit adds the next number.

    `picture` is the public id of the one that stands with the question, `picture_alt` what it
    shows. `typed` keeps the form of a draft as it was typed, readable as a question or not.
    """

    __tablename__ = "question_versions"
    __table_args__ = (UniqueConstraint("question_id", "number"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    public_id: Mapped[str] = mapped_column(String(40), unique=True, default=new_public_id)
    question_id: Mapped[int] = mapped_column(ForeignKey("questions.id", ondelete="CASCADE"))
    number: Mapped[int] = mapped_column()
    stem: Mapped[str] = mapped_column(Text)
    answer: Mapped[str] = mapped_column(Text)
    accept: Mapped[list[str]] = mapped_column(JSON, default=list)
    value: Mapped[str] = mapped_column(String(80), default="")
    unit: Mapped[str] = mapped_column(String(80), default="")
    approx: Mapped[str] = mapped_column(String(20), default="")
    look_alikes: Mapped[list[str]] = mapped_column(JSON, default=list)
    explanation: Mapped[str] = mapped_column(Text, default="")
    hints: Mapped[list[str]] = mapped_column(JSON, default=list, server_default="[]")
    language: Mapped[str] = mapped_column(String(8))
    ordered: Mapped[bool] = mapped_column(default=False)
    picture: Mapped[str] = mapped_column(String(40), default="", server_default="")
    picture_alt: Mapped[str] = mapped_column(Text, default="", server_default="")
    digest: Mapped[str] = mapped_column(String(64))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    reason: Mapped[str] = mapped_column(String(300), default="")
    typed: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    created_at: Mapped[datetime] = mapped_column(Instant)


class QuestionOption(Base):
    """One option of a version, by position from 0; a `pinned` one is never shuffled away.

    `region` is its place on the picture, as `core.questions.Region` writes it.
    """

    __tablename__ = "question_options"

    version_id: Mapped[int] = mapped_column(
        ForeignKey("question_versions.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    correct: Mapped[bool] = mapped_column(default=False)
    feedback: Mapped[str] = mapped_column(Text, default="")
    fact: Mapped[str] = mapped_column(String(120), default="")
    pinned: Mapped[bool] = mapped_column(default=False, server_default=false())
    region: Mapped[str] = mapped_column(String(60), default="", server_default="")
