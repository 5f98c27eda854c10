"""Rows of the form moved and added through the server, for who has no scripts."""

from __future__ import annotations

import re
from dataclasses import replace

from quizapp.services.authoring import MOST_ROWS, DraftOption
from quizapp.web.authoring.forms import QuestionForm, filled_from

_MOVE = re.compile(r"(up|down)-(\d{1,2})")


def arranged(form: QuestionForm, do: str, language: str) -> QuestionForm:
    """The form with a row more ("add") or a row moved ("up-2", "down-0"); else as it was."""
    rows = list(form.draft(language).options)
    found = _MOVE.fullmatch(do)
    if do == "add" and len(rows) < MOST_ROWS:
        rows.append(DraftOption())
    elif found:
        place = int(found[2])
        other = place + (-1 if found[1] == "up" else 1)
        if not (0 <= place < len(rows) and 0 <= other < len(rows)):
            return form
        rows[place], rows[other] = rows[other], rows[place]
    else:
        return form
    draft = replace(form.draft(language), options=tuple(rows))
    again = filled_from(draft)
    for name in ("key", "base", "question", "objection", "find", "fact", "audience", "truth"):
        again[name].data = form[name].data
    return again
