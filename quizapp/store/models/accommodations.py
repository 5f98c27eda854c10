"""What a learner is granted in every quiz, once for all classes."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey

from quizapp.store.base import Base, Instant, column

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class AccommodationRow(Base):
    """More time, later due dates, no speed effects. Says what is granted, never why.

    A time limit becomes `time_percent` of itself and `extra_minutes` more, a due date moves by
    `due_days`; with `no_speed` no rating looks at how long an answer took. `row_version` tells
    two teachers who change it at once apart.
    """

    __tablename__ = "accommodations"

    user_id: Mapped[int] = column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    time_percent: Mapped[int] = column(default=100)
    extra_minutes: Mapped[int] = column(default=0)
    due_days: Mapped[int] = column(default=0)
    no_speed: Mapped[bool] = column(default=False)
    row_version: Mapped[int] = column(default=1)
    set_by_id: Mapped[int | None] = column(ForeignKey("users.id", ondelete="SET NULL"))
    set_at: Mapped[datetime] = column(Instant)
