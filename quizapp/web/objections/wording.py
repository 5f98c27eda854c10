"""Reasons and decisions in words."""

from __future__ import annotations

from quizapp.web.shared.texts import gettext as _


def reason_words(reason: str) -> str:
    """What a learner finds wrong."""
    words = {
        "answer": _("My answer was right"),
        "unclear": _("The question is unclear"),
        "source": _("The source says something else"),
        "other": _("Something else"),
    }
    return words.get(reason, reason)


def decision_words(state: str) -> str:
    """What a teacher decided, as teachers read it."""
    words = {
        "open": _("waits"),
        "accepted": _("accepted"),
        "corrected": _("corrected"),
        "answered": _("replied to"),
    }
    return words.get(state, state)
