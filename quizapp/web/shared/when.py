"""Deadlines, times that are left and points, in words: filters of the templates."""

from __future__ import annotations

from datetime import date, datetime

from flask import Flask

from quizapp.core.memory.days import zone_named
from quizapp.web.shared.parts import now
from quizapp.web.shared.texts import gettext as _
from quizapp.web.shared.texts import instant_text, ngettext
from quizapp.web.shared.words import day, number


def length_of_time(seconds: int) -> str:
    """A time limit: "15 minutes", "1 hour 30 minutes"."""
    hours, rest = divmod(seconds, 3600)
    minutes, rest = divmod(rest, 60)
    parts = []
    if hours:
        parts.append(ngettext("%(num)s hour", "%(num)s hours", hours))
    if minutes:
        parts.append(ngettext("%(num)s minute", "%(num)s minutes", minutes))
    if rest:
        parts.append(ngettext("%(num)s second", "%(num)s seconds", rest))
    return " ".join(parts)


def clock(value: datetime) -> str:
    """The time of an instant by the person's clock: "13:05"."""
    return instant_text(value, "HH:mm")


def moment_in(value: datetime, zone: str) -> str:
    """An instant by the clock of a classroom: "Tuesday 24 November, 13:05"."""
    there = value.astimezone(zone_named(zone))
    return f"{day(there.date())}, {there:%H:%M}"


def day_in(value: datetime, zone: str) -> date:
    """The day of an instant by the clock of a classroom."""
    return value.astimezone(zone_named(zone)).date()


def days_until(value: datetime, zone: str) -> str:
    """How far off an instant is in days of a classroom: "today", "in 10 days"."""
    days = (day_in(value, zone) - day_in(now(), zone)).days
    if days == 0:
        return _("today")
    if days < 0:
        return ngettext("%(num)s day ago", "%(num)s days ago", -days)
    return ngettext("in %(num)s day", "in %(num)s days", days)


def points(value: float) -> str:
    """Marks as people write them: at most two decimals."""
    return number(round(value, 2))


def register(app: Flask) -> None:
    """Give the templates these filters."""
    filters = (length_of_time, clock, moment_in, day_in, days_until, points)
    app.jinja_env.filters.update({filter_.__name__: filter_ for filter_ in filters})
