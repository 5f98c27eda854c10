"""A question of a quiz marked again: the ways, what each would change, the log with undo."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.services.context import NotFound, Refused
from quizapp.services.quizzes import regrading
from quizapp.services.quizzes.regrading import Way
from quizapp.web.quizmaking import wording
from quizapp.web.shared.parts import context, now, signed_in
from quizapp.web.shared.texts import gettext as _
from quizapp.web.shared.texts import ngettext


def regrade(public_id: str) -> ResponseReturnValue:
    """Choose a way and see what it would change; nothing changes yet."""
    question = request.args.get("question", "")
    return _page(public_id, question, _way(request.args.get("way", "")))


def change(public_id: str) -> ResponseReturnValue:
    """Carry out what was shown."""
    question, way = request.form.get("question", ""), _way(request.form.get("way", ""))
    if way is None:
        return _page(public_id, question, None, 422)
    digest = request.form.get("digest", "")[:64]
    try:
        regrading.apply(context(), signed_in(), public_id, question, way, digest, now())
    except Refused as refused:
        return _page(public_id, question, way, 409, wording.refused_words(refused))
    flash(_("Done. It stands in the log below and can be undone there."), "good")
    return _back(public_id, question)


def undo(public_id: str) -> ResponseReturnValue:
    """Take the last regrade of a question back."""
    question, wanted = request.form.get("question", ""), request.form.get("regrade", "")
    try:
        regrading.undo(context(), signed_in(), public_id, question, wanted, now())
    except Refused as refused:
        return _page(public_id, question, None, 409, wording.refused_words(refused))
    flash(_("Undone: marks, memory and totals are as they were."), "good")
    return _back(public_id, question)


def _way(typed: str) -> Way | None:
    return Way(typed) if typed in set(Way) else None


def _back(public_id: str, question: str) -> ResponseReturnValue:
    return redirect(url_for("quizmaking.regrade", public_id=public_id, question=question), 303)


def _page(
    public_id: str, question: str, way: Way | None, status: int = 200, said: str = ""
) -> ResponseReturnValue:
    if not question or len(question) > 160:
        raise NotFound
    desk = regrading.desk(context(), signed_in(), public_id, question)
    shown = None
    try:
        if way is not None:
            shown = regrading.preview(context(), signed_in(), public_id, question, way, now())
    except Refused as refused:
        said, status = wording.refused_words(refused), 422
    page = render_template(
        "quizmaking/regrade.html",
        desk=desk,
        shown=shown,
        way=way,
        ways=wording.ways(),
        way_words=wording.way_words,
        said=said,
        missing=way is None and status == 422,
        changes=ngettext(
            "Change %(num)s mark", "Change %(num)s marks", len(shown.lines) if shown else 0
        ),
    )
    return page, status
