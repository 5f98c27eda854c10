"""An answer as its form sends it, and as a page carries it on through a sign-in."""

from __future__ import annotations

import re
from dataclasses import replace

from werkzeug.datastructures import MultiDict

from quizapp.services.screens import QuestionScreen
from quizapp.services.study import Submission

HELD = "held_"
"""Prefix of the fields that carry an answer on."""
PARTS = ("key", "version", "choice", "text", "rating", "dont_know", "hints")
ROWS = re.compile("(?:place|match)-([0-9a-f]{1,32})")
"""Names of the fields of an order or a matching: one for each row, by its token."""
MOST_ROWS = 40
COUNTS = {str(number): number for number in range(10)}
RATINGS = {"1": 1, "2": 2, "3": 3, "4": 4}


def submitted(form: MultiDict[str, str], prefix: str = "") -> Submission:
    """What an answer form sent, under its own names or as it was carried on."""
    key, version, text, rating, dont_know, hints = (
        form.get(f"{prefix}{part}", "") for part in PARTS if part != "choice"
    )
    return Submission(
        key=key,
        version=version,
        choice=" ".join(form.getlist(f"{prefix}choice")),
        text=text,
        rating=RATINGS.get(rating),
        dont_know=bool(dont_know),
        placed=tuple((name.partition("-")[2], value) for name, value in _rows(form, prefix)),
        hints=COUNTS.get(hints, 0),
    )


def placed(question: QuestionScreen, sent: Submission) -> QuestionScreen:
    """The question with what each of its rows was given in a form."""
    options = tuple(
        replace(row, given=sent.rows.get(row.token, row.given)) for row in question.options
    )
    return replace(question, options=options)


def held(form: MultiDict[str, str], prefix: str = "") -> dict[str, str]:
    """The fields that carry an answer on; empty when there is none."""
    given = {f"{HELD}{part}": form.get(f"{prefix}{part}", "") for part in PARTS}
    given[f"{HELD}choice"] = " ".join(form.getlist(f"{prefix}choice"))
    given |= {f"{HELD}{name}": value for name, value in _rows(form, prefix)}
    return {name: value for name, value in given.items() if value} if given["held_key"] else {}


def _rows(form: MultiDict[str, str], prefix: str) -> list[tuple[str, str]]:
    """The fields of an order or a matching, their names without the prefix."""
    fields = ((name.removeprefix(prefix), name) for name in form if name.startswith(prefix))
    return [(bare, form[name]) for bare, name in fields if ROWS.fullmatch(bare)][:MOST_ROWS]
