"""Marking essays: the queue of a quiz, and one essay after the other along its rubric."""

from __future__ import annotations

from flask import flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.services.context import NotFound
from quizapp.services.quizzes import essay_marks, essays
from quizapp.services.quizzes.essay_marks import MarkedMeanwhile, Marking, MarkOpen, Place
from quizapp.web.quizmaking import wording
from quizapp.web.shared.languages import interface_language
from quizapp.web.shared.parts import context, now, signed_in
from quizapp.web.shared.texts import gettext as _

HIDDEN = "hidden"
RADIOS_UP_TO = 6
"""Criteria of at most so many whole points are marked by radios, others by a number."""


def queue(public_id: str) -> ResponseReturnValue:
    """The essay questions of a quiz with how many wait."""
    found = essays.queue(context(), signed_in(), public_id, now())
    return render_template("quizmaking/marking.html", queue=found)


def essay(public_id: str) -> ResponseReturnValue:
    """One essay with its rubric; the first that waits where none is named."""
    return _page(public_id, request.args.get("question", ""), request.args.get("attempt", ""))


def mark(public_id: str) -> ResponseReturnValue:
    """Give the mark and go to the next essay, or keep what is half done."""
    form = request.form
    question, attempt = form.get("question", ""), form.get("attempt", "")
    marking = Marking(
        points=tuple(form.get(f"points-{n}", "") for n in range(_criteria(form.get("criteria")))),
        comment=form.get("comment", ""),
        seen=form.get("seen", ""),
        language=interface_language(),
    )
    act = essay_marks.keep if form.get("do") == "keep" else essay_marks.give
    try:
        act(context(), signed_in(), Place(public_id, question, attempt), marking, now())
    except MarkOpen as still:
        return _page(public_id, question, attempt, 422, said=wording.mark_open_words(still))
    except MarkedMeanwhile:
        return _page(public_id, question, attempt, 409, meanwhile=True)
    if request.headers.get("X-Save"):
        return jsonify(saved=True)
    if form.get("do") == "keep":
        flash(_("Kept as a draft. It counts nothing yet."), "good")
        return _to(public_id, question, attempt)
    question, attempt = essay_marks.next_to_mark(
        context(), signed_in(), public_id, question, attempt, hidden=_hidden()
    )
    if not attempt:
        flash(_("All essays of this quiz are marked."), "good")
        return redirect(url_for("quizmaking.marking", public_id=public_id), 303)
    flash(_("Saved. This is the next one."), "good")
    return _to(public_id, question, attempt)


def _criteria(text: str | None) -> int:
    """How many criteria the form had."""
    number = int(text) if text and text.isascii() and text.isdigit() and len(text) < 4 else 0
    return min(number, essay_marks.MOST_CRITERIA)


def _hidden() -> bool:
    return request.values.get("names") == HIDDEN


def _to(public_id: str, question: str, attempt: str) -> ResponseReturnValue:
    names = HIDDEN if _hidden() else None
    address = url_for(
        "quizmaking.essay", public_id=public_id, question=question, attempt=attempt, names=names
    )
    return redirect(address, 303)


def _page(
    public_id: str,
    question: str,
    attempt: str,
    status: int = 200,
    *,
    said: str = "",
    meanwhile: bool = False,
) -> ResponseReturnValue:
    if max(len(question), len(attempt)) > 160:
        raise NotFound
    hidden = _hidden()
    found = essays.essay(context(), signed_in(), public_id, question, attempt, now(), hidden=hidden)
    page = render_template(
        "quizmaking/essay.html",
        essay=found,
        hidden=hidden,
        said=said,
        meanwhile=meanwhile,
        radios_up_to=RADIOS_UP_TO,
        way_words=wording.way_words,
    )
    return page, status
