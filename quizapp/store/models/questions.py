"""Questions: the thing with an address, its immutable versions, and their options."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint, false

from quizapp.store.base import Base, Instant, RowId, column, new_public_id

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class Question(Base):
    """A question: who owns it, where it stands, which version is in force (`version_number`).

    `state` is draft, review, ready (only this is asked in study) or retired. `draft_number` is
    the newest version while that one is not in force yet.
    """

    __tablename__ = "questions"
    __table_args__ = (Index("ix_questions_collection", "collection", "state"),)

    id: Mapped[int] = column(RowId, primary_key=True)
    public_id: Mapped[str] = column(String(160), unique=True, default=new_public_id)
    kind: Mapped[str] = column(String(20))
    template: Mapped[str] = column(String(80), default="")
    state: Mapped[str] = column(String(20), index=True)
    version_number: Mapped[int] = column(default=1)
    draft_number: Mapped[int | None] = column()
    collection: Mapped[str] = column(String(20))
    owner_id: Mapped[int | None] = column(ForeignKey("users.id"), index=True)
    classroom_id: Mapped[int | None] = column(ForeignKey("classrooms.id"), index=True)
    created_at: Mapped[datetime] = column(Instant)


class QuestionFact(Base):
    """Which facts a question asks for; `part` is the place of the fact in the question."""

    __tablename__ = "question_facts"

    question_id: Mapped[int] = column(
        ForeignKey("questions.id", ondelete="CASCADE"), primary_key=True
    )
    fact_id: Mapped[int] = column(ForeignKey("facts.id"), primary_key=True, index=True)
    part: Mapped[int] = column(default=0)


class QuestionVersion(Base):
    """What a question said at one time. Never changed: an edit adds the next number.

    `picture` is the public id of the one that stands with the question, `picture_alt` what it
    shows. `typed` keeps the form of a draft as it was typed, readable as a question or not.
    """

    __tablename__ = "question_versions"
    __table_args__ = (UniqueConstraint("question_id", "number"),)

    id: Mapped[int] = column(RowId, primary_key=True)
    public_id: Mapped[str] = column(String(40), unique=True, default=new_public_id)
    question_id: Mapped[int] = column(ForeignKey("questions.id", ondelete="CASCADE"))
    number: Mapped[int] = column()
    stem: Mapped[str] = column(Text)
    answer: Mapped[str] = column(Text)
    accept: Mapped[list[str]] = column(JSON, default=list)
    value: Mapped[str] = column(String(80), default="")
    unit: Mapped[str] = column(String(80), default="")
    approx: Mapped[str] = column(String(20), default="")
    look_alikes: Mapped[list[str]] = column(JSON, default=list)
    explanation: Mapped[str] = column(Text, default="")
    hints: Mapped[list[str]] = column(JSON, default=list, server_default="[]")
    language: Mapped[str] = column(String(8))
    ordered: Mapped[bool] = column(default=False)
    picture: Mapped[str] = column(String(40), default="", server_default="")
    picture_alt: Mapped[str] = column(Text, default="", server_default="")
    digest: Mapped[str] = column(String(64))
    author_id: Mapped[int | None] = column(ForeignKey("users.id"))
    reason: Mapped[str] = column(String(300), default="")
    typed: Mapped[dict[str, Any] | None] = column(JSON)
    created_at: Mapped[datetime] = column(Instant)


class QuestionOption(Base):
    """One option of a version, by position from 0; a `pinned` one is never shuffled away.

    `region` is its place on the picture, as `core.questions.Region` writes it.
    """

    __tablename__ = "question_options"

    version_id: Mapped[int] = column(
        ForeignKey("question_versions.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = column(primary_key=True)
    text: Mapped[str] = column(Text)
    correct: Mapped[bool] = column(default=False)
    feedback: Mapped[str] = column(Text, default="")
    fact: Mapped[str] = column(String(120), default="")
    pinned: Mapped[bool] = column(default=False, server_default=false())
    region: Mapped[str] = column(String(60), default="", server_default="")
