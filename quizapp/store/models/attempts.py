"""Attempts: one learner sitting one quiz once, its questions, and what was answered.

Responses are append-only. What an attempt was held under is copied into it when it begins, so
that a later change of the quiz changes no history.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, Date, ForeignKey, Index, String, Text, UniqueConstraint

from quizapp.store.base import Base, Instant, RowId, column, new_public_id

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class Attempt(Base):
    """One sitting. `state` is open or submitted; `number` counts a learner's sittings from 1.

    `seed` decides draws and orders. `rules` are the quiz's as they were at the start, and
    `accommodation` what this learner was granted. `ends_at` is the last instant of the sitting
    (None for old ones without a bound), after which `grace_seconds` are left for what is under
    way. `ended_by` is learner, time or "" while open. `score` and `most` are marks, `penalty` the
    share taken off for lateness, in `score` already. `released_at` says when its answers joined
    the memory.
    """

    __tablename__ = "attempts"
    __table_args__ = (
        UniqueConstraint("quiz_id", "learner_id", "number"),
        Index("ix_attempts_learner_state", "learner_id", "state"),
        Index("ix_attempts_state_ends_at", "state", "ends_at"),
    )

    id: Mapped[int] = column(RowId, primary_key=True)
    public_id: Mapped[str] = column(String(40), unique=True, default=new_public_id)
    quiz_id: Mapped[int] = column(ForeignKey("quizzes.id"))
    assignment_id: Mapped[int] = column(
        ForeignKey("assignments.id", ondelete="CASCADE"), index=True
    )
    learner_id: Mapped[int] = column(ForeignKey("users.id", ondelete="CASCADE"))
    number: Mapped[int] = column()
    state: Mapped[str] = column(String(10))
    seed: Mapped[str] = column(String(40))
    rules: Mapped[dict[str, Any]] = column(JSON)
    accommodation: Mapped[dict[str, Any]] = column(JSON, default=dict)
    started_at: Mapped[datetime] = column(Instant)
    due_at: Mapped[datetime | None] = column(Instant)
    ends_at: Mapped[datetime | None] = column(Instant)
    grace_seconds: Mapped[int] = column(default=0)
    submitted_at: Mapped[datetime | None] = column(Instant)
    ended_by: Mapped[str] = column(String(10), default="")
    score: Mapped[float | None] = column()
    most: Mapped[float] = column()
    penalty: Mapped[float] = column(default=0.0)
    released_at: Mapped[datetime | None] = column(Instant)


class AttemptSlot(Base):
    """One question of an attempt, by position from 1: the very version that is shown.

    `mark` is set on submission, at most `points`; it may be below 0 where certainty counts.
    """

    __tablename__ = "attempt_slots"

    attempt_id: Mapped[int] = column(
        ForeignKey("attempts.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = column(primary_key=True)
    item_id: Mapped[int | None] = column(ForeignKey("quiz_items.id", ondelete="SET NULL"))
    question_id: Mapped[int] = column(ForeignKey("questions.id"), index=True)
    version_id: Mapped[int] = column(ForeignKey("question_versions.id"), index=True)
    points: Mapped[float] = column()
    mark: Mapped[float | None] = column()


class Response(Base):
    """What was given to one question of an attempt, stored once by (attempt, key).

    `checked` says that the learner asked for the verdict (a try); else it was only saved. The
    last one stands where nothing was checked. `outcome` and `score` are the verdict at the time.
    """

    __tablename__ = "responses"
    __table_args__ = (
        UniqueConstraint("attempt_id", "key"),
        Index("ix_responses_slot", "attempt_id", "position", "id"),
    )

    id: Mapped[int] = column(RowId, primary_key=True)
    attempt_id: Mapped[int] = column(ForeignKey("attempts.id", ondelete="CASCADE"))
    position: Mapped[int] = column()
    version_id: Mapped[int] = column(ForeignKey("question_versions.id"), index=True)
    key: Mapped[str] = column(String(80))
    content_digest: Mapped[str] = column(String(64))
    response_text: Mapped[str] = column(Text, default="")
    response_chosen: Mapped[list[int]] = column(JSON, default=list)
    response_rating: Mapped[int | None] = column()
    dont_know: Mapped[bool] = column(default=False)
    certainty: Mapped[str] = column(String(12), default="")
    hints: Mapped[int] = column(default=0)
    checked: Mapped[bool] = column(default=False)
    outcome: Mapped[str] = column(String(12))
    score: Mapped[float] = column()
    parts: Mapped[list[float]] = column(JSON, default=list)
    notes: Mapped[list[dict[str, Any]]] = column(JSON, default=list)
    milliseconds: Mapped[int] = column(default=0)
    given_at: Mapped[datetime] = column(Instant)
    local_day: Mapped[date] = column(Date)
