"""An answer as its form sends it, and as a page carries it on through a sign-in."""

from __future__ import annotations

from collections.abc import Mapping

from quizapp.services.study import Submission

HELD = "held_"
"""Prefix of the fields that carry an answer on."""
PARTS = ("key", "version", "choice", "text", "rating", "dont_know")
RATINGS = {"1": 1, "2": 2, "3": 3, "4": 4}


def submitted(form: Mapping[str, str], prefix: str = "") -> Submission:
    """What an answer form sent, under its own names or as it was carried on."""
    key, version, choice, text, rating, dont_know = (
        form.get(f"{prefix}{part}", "") for part in PARTS
    )
    return Submission(
        key=key,
        version=version,
        choice=choice,
        text=text,
        rating=RATINGS.get(rating),
        dont_know=bool(dont_know),
    )


def held(form: Mapping[str, str], prefix: str = "") -> dict[str, str]:
    """The fields that carry an answer on; empty when there is none."""
    given = {f"{HELD}{part}": form.get(f"{prefix}{part}", "") for part in PARTS}
    return {name: value for name, value in given.items() if value} if given["held_key"] else {}
