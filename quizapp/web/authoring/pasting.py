"""Many questions pasted from a spreadsheet: preview, mending in place, saving all or none."""

from __future__ import annotations

import json
import re

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import authoring
from quizapp.services.authoring.pasting import Looked, look, save_rows
from quizapp.services.authoring.table import COLUMNS, LONGEST, MOST_ROWS, Row, read_table
from quizapp.services.context import Refused
from quizapp.store.base import new_public_id
from quizapp.web.authoring.examples import example_rows
from quizapp.web.authoring.kinds import kind_names
from quizapp.web.authoring.wording import check_words
from quizapp.web.shared.languages import interface_language
from quizapp.web.shared.parts import context, now, signed_in
from quizapp.web.shared.texts import ngettext
from quizapp.web.shared.words import refusal_words

CELL = re.compile(r"cell-(\d{1,4})-(\w+(?: \d)?)")
KEY = re.compile(r"[a-z0-9]{26}")
SHOWN = 100
"""Rows without a fault that the preview lists; of all others it says how many."""
MOST_MENDED = 60
"""Rows that can be mended at once."""


def paste() -> ResponseReturnValue:
    """An empty field, the rows that were pasted with what is wrong in them, or what was saved."""
    if request.method == "GET":
        return _page(text="")
    text = request.form.get("text", "")
    try:
        rows = _mended() if request.form.get("rows") else read_table(text)
    except Refused as error:
        return _page(text=text, trouble=refusal_words(error), status=422)
    audience = request.form.get("audience", "")
    looked = look(context(), signed_in(), rows, audience, interface_language())
    if request.form.get("save") and not any(one.blocked for one in looked):
        return _saved(rows, audience)
    blocked = sum(one.blocked for one in looked)
    return _page(text=text, looked=looked, status=422 if blocked else 200)


def _mended() -> tuple[Row, ...]:
    """The rows that the page carried, with what was mended; a row taken out is left out."""
    try:
        kept = json.loads(request.form["rows"])
        rows = {int(number): dict(cells) for number, cells in kept.items()}
    except (ValueError, AttributeError, TypeError):
        raise Refused("paste_empty") from None
    for name, value in request.form.items():
        found = CELL.fullmatch(name)
        if found and int(found[1]) in rows:
            rows[int(found[1])][found[2]] = value.strip()
    out = {int(one) for one in request.form.getlist("out") if one.isascii() and one.isdigit()}
    made = tuple(
        Row(number, {str(name): str(cell) for name, cell in cells.items() if cell})
        for number, cells in sorted(rows.items())
        if number not in out
    )
    if not made:
        raise Refused("paste_empty")
    if len(made) > MOST_ROWS:
        raise Refused("paste_rows", limit=str(MOST_ROWS), found=str(len(made)))
    return made


def _saved(rows: tuple[Row, ...], audience: str) -> ResponseReturnValue:
    given = request.form.get("key", "")
    key = given if KEY.fullmatch(given) else new_public_id()
    try:
        count = save_rows(
            context(), signed_in(), rows, audience, interface_language(), now(), key=key
        )
    except authoring.DraftRefused as refused:
        looked = look(context(), signed_in(), rows, "", interface_language())
        words = check_words(refused.checks[0])
        return _page(text="", looked=looked, trouble=f"{words.title}. {words.text}", status=422)
    words_saved = ngettext(
        "%(num)s question is saved and ready.", "%(num)s questions are saved and ready.", count
    )
    flash(words_saved, "good")
    return redirect(url_for("authoring.index"), 303)


def _page(
    *, text: str, looked: tuple[Looked, ...] = (), trouble: str = "", status: int = 200
) -> ResponseReturnValue:
    blocked = [one for one in looked if one.blocked]
    fit = [one for one in looked if not one.blocked]
    given = request.form.get("key", "")
    page = render_template(
        "authoring/paste.html",
        text=text,
        trouble=trouble,
        audience=request.form.get("audience", ""),
        classrooms=authoring.choices(context(), signed_in(), "").classrooms,
        columns=COLUMNS,
        kinds=kind_names(),
        blocked=blocked,
        mended=blocked[:MOST_MENDED],
        fit=fit,
        shown=fit[:SHOWN],
        rows=json.dumps({str(one.row.number): one.row.cells for one in looked}),
        key=given if KEY.fullmatch(given) else new_public_id(),
        check_words=check_words,
        most=MOST_ROWS,
        longest=LONGEST,
        examples=example_rows(),
    )
    return page, status
