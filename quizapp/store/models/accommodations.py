"""What a learner is granted in every quiz, once for all classes."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.store.base import Base, Instant


class AccommodationRow(Base):
    """More time, later due dates, no speed effects. Says what is granted, never why.

    A time limit becomes `time_percent` of itself and `extra_minutes` more, a due date moves by
    `due_days`; with `no_speed` no rating looks at how long an answer took. `row_version` tells
    two teachers who change it at once apart.
    """

    __tablename__ = "accommodations"

    user_id: Mapped[int] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True
    )
    time_percent: Mapped[int] = mapped_column(default=100)
    extra_minutes: Mapped[int] = mapped_column(default=0)
    due_days: Mapped[int] = mapped_column(default=0)
    no_speed: Mapped[bool] = mapped_column(default=False)
    row_version: Mapped[int] = mapped_column(default=1)
    set_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    set_at: Mapped[datetime] = mapped_column(Instant)
