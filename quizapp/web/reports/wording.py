"""Reasons and days in words."""

from __future__ import annotations

from datetime import date

from quizapp.services.needs_help import Reason
from quizapp.web.shared.texts import gettext as _
from quizapp.web.shared.texts import ngettext
from quizapp.web.shared.words import percent, short_day


def reason_words(reason: Reason) -> str:
    """Why a learner needs help, as a sentence with its evidence."""
    day = short_day(reason.day) if reason.day else ""
    if reason.code == "not_begun":
        return _("Has not begun. Joined on %(day)s.", day=day)
    if reason.code == "idle":
        since = _("Has not studied since %(day)s.", day=day)
        due = ngettext("%(num)s fact is due.", "%(num)s facts are due.", reason.count)
        return f"{since} {due}"
    if reason.code == "weak_topic":
        return _(
            "Recalls %(share)s of “%(topic)s”.", share=percent(reason.share), topic=reason.topic
        )
    if reason.code == "low":
        return ngettext(
            "Recalls %(share)s of %(num)s fact met.",
            "Recalls %(share)s of %(num)s facts met.",
            reason.count,
            share=percent(reason.share),
        )
    return ngettext(
        "Studies, but %(num)s fact is due.", "Studies, but %(num)s facts are due.", reason.count
    )


def days_ago(day: date, today: date) -> str:
    """How long ago a day was: today, yesterday, 15 days ago."""
    days = (today - day).days
    if days <= 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    return ngettext("%(num)s day ago", "%(num)s days ago", days)
