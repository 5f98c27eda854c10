"""Regrades: a question of a quiz marked again after attempts, and what that changed in each."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, ForeignKey, Index, String

from quizapp.store.base import Base, Instant, RowId, column, new_public_id

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class Regrade(Base):
    """One decision about one question of a quiz. It is in force while `undone_at` is None.

    `way` is keep, full, void or new_key; `version_id` the question's version then in force.
    `digest` is that of the preview that was carried out.
    """

    __tablename__ = "regrades"
    __table_args__ = (Index("ix_regrades_quiz_question", "quiz_id", "question_id"),)

    id: Mapped[int] = column(RowId, primary_key=True)
    public_id: Mapped[str] = column(String(40), unique=True, default=new_public_id)
    quiz_id: Mapped[int] = column(ForeignKey("quizzes.id", ondelete="CASCADE"))
    question_id: Mapped[int] = column(ForeignKey("questions.id"), index=True)
    version_id: Mapped[int] = column(ForeignKey("question_versions.id"), index=True)
    way: Mapped[str] = column(String(10))
    digest: Mapped[str] = column(String(64))
    by_id: Mapped[int | None] = column(ForeignKey("users.id"), index=True)
    at: Mapped[datetime] = column(Instant)
    undone_by_id: Mapped[int | None] = column(ForeignKey("users.id"), index=True)
    undone_at: Mapped[datetime | None] = column(Instant)


class RegradeLine(Base):
    """What a regrade changed at one place of one attempt: the images before and after.

    `memory` is None where nothing changes there, {"out": true} where the answer says nothing any
    more, else {"response", "outcome", "score", "parts", "notes", "hints"}: the row of the response
    that counts, and its new verdict.
    """

    __tablename__ = "regrade_lines"

    regrade_id: Mapped[int] = column(
        ForeignKey("regrades.id", ondelete="CASCADE"), primary_key=True
    )
    attempt_id: Mapped[int] = column(
        ForeignKey("attempts.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    position: Mapped[int] = column(primary_key=True)
    mark_before: Mapped[float] = column()
    mark_after: Mapped[float] = column()
    points_before: Mapped[float] = column()
    points_after: Mapped[float] = column()
    score_before: Mapped[float] = column()
    score_after: Mapped[float] = column()
    most_before: Mapped[float] = column()
    most_after: Mapped[float] = column()
    memory: Mapped[dict[str, Any] | None] = column(JSON)
