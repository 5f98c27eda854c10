"""What learners did and what they remember: answers, reviews, cards, totals.

Answers and reviews are append-only; cards and totals can be rebuilt from them.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, Date, ForeignKey, Index, String, Text, UniqueConstraint

from quizapp.store.base import Base, Instant, RowId, column

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class Card(Base):
    """The memory of one learner for one fact. `row_version` counts its changes."""

    __tablename__ = "cards"
    __table_args__ = (Index("ix_cards_due", "learner_id", "due"),)

    learner_id: Mapped[int] = column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    fact_id: Mapped[int] = column(ForeignKey("facts.id"), primary_key=True, index=True)
    phase: Mapped[str] = column(String(12))
    step: Mapped[int | None] = column()
    stability: Mapped[float | None] = column()
    difficulty: Mapped[float | None] = column()
    last_review: Mapped[datetime | None] = column(Instant)
    last_day: Mapped[date | None] = column(Date)
    due: Mapped[datetime] = column(Instant)
    reviews: Mapped[int] = column(default=0)
    lapses: Mapped[int] = column(default=0)
    introduced_day: Mapped[date] = column(Date)
    last_question_id: Mapped[int | None] = column(ForeignKey("questions.id"))
    row_version: Mapped[int] = column(default=1)


class Answer(Base):
    """One submission by one learner, stored exactly once by (learner, key)."""

    __tablename__ = "answers"
    __table_args__ = (
        UniqueConstraint("learner_id", "key"),
        Index("ix_answers_learner_at", "learner_id", "answered_at"),
    )

    id: Mapped[int] = column(RowId, primary_key=True)
    learner_id: Mapped[int] = column(ForeignKey("users.id", ondelete="CASCADE"))
    key: Mapped[str] = column(String(80))
    version_id: Mapped[int] = column(ForeignKey("question_versions.id"), index=True)
    content_digest: Mapped[str] = column(String(64))
    response_text: Mapped[str] = column(Text, default="")
    response_chosen: Mapped[list[int]] = column(JSON, default=list)
    response_rating: Mapped[int | None] = column()
    dont_know: Mapped[bool] = column(default=False)
    outcome: Mapped[str] = column(String(12))
    score: Mapped[float] = column()
    notes: Mapped[list[dict[str, Any]]] = column(JSON, default=list)
    milliseconds: Mapped[int] = column(default=0)
    certainty: Mapped[str] = column(String(12), default="")
    hints: Mapped[int] = column(default=0)
    kind: Mapped[str] = column(String(12))
    answered_at: Mapped[datetime] = column(Instant)
    local_day: Mapped[date] = column(Date)


class Voiding(Base):
    """An answer taken back. The answer and its reviews stay; they no longer count."""

    __tablename__ = "voidings"

    answer_id: Mapped[int] = column(ForeignKey("answers.id", ondelete="CASCADE"), primary_key=True)
    at: Mapped[datetime] = column(Instant)


class Review(Base):
    """What an answer meant for one card: rating, state before and after, the due instant chosen.

    Parameters in force are copied in, so that a later change of settings changes no history.
    """

    __tablename__ = "reviews"
    __table_args__ = (Index("ix_reviews_card", "learner_id", "fact_id", "at"),)

    id: Mapped[int] = column(RowId, primary_key=True)
    answer_id: Mapped[int] = column(ForeignKey("answers.id", ondelete="CASCADE"), index=True)
    learner_id: Mapped[int] = column(ForeignKey("users.id", ondelete="CASCADE"))
    fact_id: Mapped[int] = column(ForeignKey("facts.id"))
    part_score: Mapped[float] = column()
    rating: Mapped[int] = column()
    counts: Mapped[bool] = column(default=True)
    at: Mapped[datetime] = column(Instant)
    local_day: Mapped[date] = column(Date)
    time_zone: Mapped[str] = column(String(64))
    rollover_hour: Mapped[int] = column()
    model: Mapped[str] = column(String(40))
    desired_retention: Mapped[float] = column()
    rating_rule: Mapped[int] = column()
    before: Mapped[dict[str, Any] | None] = column(JSON)
    after: Mapped[dict[str, Any]] = column(JSON)
    due: Mapped[datetime] = column(Instant)


class DayTotal(Base):
    """Counts per day, written with each answer, so that no screen scans the log.

    `scope` says what `subject_id` is: learner, fact (school-wide) or question.
    """

    __tablename__ = "day_totals"

    scope: Mapped[str] = column(String(10), primary_key=True)
    subject_id: Mapped[int] = column(RowId, primary_key=True, autoincrement=False)
    day: Mapped[date] = column(Date, primary_key=True)
    answers: Mapped[int] = column(default=0)
    right: Mapped[int] = column(default=0)
    introduced: Mapped[int] = column(default=0)
    milliseconds: Mapped[int] = column(RowId, default=0)
