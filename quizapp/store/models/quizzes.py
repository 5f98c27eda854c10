"""Quizzes: what is asked under which rules. When and of whom says an assignment."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, ForeignKey, String, Text

from quizapp.store.base import Base, Instant, RowId, column, new_public_id

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class Quiz(Base):
    """A quiz of one teacher, or of a classroom's teachers.

    `state` is draft, ready or retired. `rules` holds the fields of `core.quizzes.rules.Rules` as
    JSON. `results_released_at` is set when a teacher releases results that are held back, and
    `row_version` counts changes, so that of two teachers the later one is told.
    """

    __tablename__ = "quizzes"

    id: Mapped[int] = column(RowId, primary_key=True)
    public_id: Mapped[str] = column(String(40), unique=True, default=new_public_id)
    title: Mapped[str] = column(String(120))
    instructions: Mapped[str] = column(Text, default="")
    state: Mapped[str] = column(String(20))
    rules: Mapped[dict[str, Any]] = column(JSON)
    owner_id: Mapped[int] = column(ForeignKey("users.id"), index=True)
    classroom_id: Mapped[int | None] = column(ForeignKey("classrooms.id"), index=True)
    results_released_at: Mapped[datetime | None] = column(Instant)
    created_at: Mapped[datetime] = column(Instant)
    row_version: Mapped[int] = column(default=1)


class QuizItem(Base):
    """One line of a quiz: a question, or `count` questions drawn by chance.

    A fixed item has `question_id`, and `version_id` where one version is meant rather than the
    one in force. A draw has `pool`: {"topics": […], "tags": […], "facts": [public ids]}, each
    list narrowing the others, an empty one asking for nothing. `points` are per question.
    """

    __tablename__ = "quiz_items"

    id: Mapped[int] = column(RowId, primary_key=True)
    quiz_id: Mapped[int] = column(ForeignKey("quizzes.id", ondelete="CASCADE"), index=True)
    position: Mapped[int] = column()
    question_id: Mapped[int | None] = column(ForeignKey("questions.id"))
    version_id: Mapped[int | None] = column(ForeignKey("question_versions.id"))
    pool: Mapped[dict[str, Any] | None] = column(JSON)
    count: Mapped[int] = column(default=1)
    points: Mapped[float] = column(default=1.0)
