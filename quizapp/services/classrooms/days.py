"""The days of a classroom, by its own clock."""

from __future__ import annotations

from datetime import date, datetime

from quizapp.core.memory.days import zone_named


def day_in(zone: str, at: datetime) -> date:
    """The calendar day of an instant by the clock of a classroom."""
    return at.astimezone(zone_named(zone)).date()
