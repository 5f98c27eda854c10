"""A learner says that something is wrong, sees that it was received, and what became of it."""

from __future__ import annotations

from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from quizapp.services.context import NotFound, Refused
from quizapp.services.objections import making, reading
from quizapp.services.objections.making import Place
from quizapp.services.screens import ObjectionLine
from quizapp.web.objections.forms import ObjectionForm
from quizapp.web.objections.wording import reason_words
from quizapp.web.shared.parts import context, now, signed_in
from quizapp.web.shared.signin import address
from quizapp.web.shared.words import refusal_words

AT_A_FIELD = {"objection_reason": "reason", "objection_empty": "text", "objection_long": "text"}
"""Which field of the form a refusal is about."""


def new() -> ResponseReturnValue:
    """What is wrong here: the form beside the source, then that it was received."""
    if request.method == "GET":
        return _page(_place(request.args), ObjectionForm())
    place, form = _place(request.form), ObjectionForm(request.form)
    if request.form.get("held"):
        return _page(place, form, typed=True)
    given = form.reason.data or "", form.text.data or ""
    try:
        making.object_to(context(), signed_in(), place, *given, now(), address())
    except Refused as refused:
        if refused.code not in AT_A_FIELD:
            return _page(place, form, 429, said=refusal_words(refused), typed=True)
        form[AT_A_FIELD[refused.code]].errors = [refusal_words(refused)]
        return _page(place, form, 422, typed=True)
    return redirect(url_for("objections.new", **_named(place)), 303)


def mine() -> ResponseReturnValue:
    """All that the learner found wrong, and what became of it."""
    if request.method == "POST":
        reading.mark_read(context(), signed_in(), now())
        return redirect(url_for("objections.mine"), 303)
    found = reading.mine(context(), signed_in())
    return render_template(
        "objections/mine.html",
        found=found,
        unread=any(one.unread for one in found),
        address_of=_address_of,
        reason_words=reason_words,
    )


def _page(
    place: Place, form: ObjectionForm, status: int = 200, *, said: str = "", typed: bool = False
) -> ResponseReturnValue:
    about = making.about(context(), signed_in(), place, now())
    latest = about.latest
    if latest is not None and latest.waits and not typed:
        form.reason.data, form.text.data = latest.reason, latest.text
    page = render_template(
        "objections/new.html",
        about=about,
        form=form,
        named=_named(place),
        back=_back(place),
        said=said,
        typed=typed,
        reason_words=reason_words,
    )
    return page, status


def _place(given: MultiDict[str, str]) -> Place:
    number = given.get("question", "")
    position = int(number) if number.isascii() and number.isdigit() and len(number) <= 4 else 0
    place = Place(given.get("answered", ""), given.get("attempt", ""), position)
    if not (place.answered or place.attempt) or len(place.attempt) > 40:
        raise NotFound
    return place


def _named(place: Place) -> dict[str, Any]:
    """The place as the address and the form carry it."""
    if place.attempt:
        return {"attempt": place.attempt, "question": str(place.position)}
    return {"answered": place.answered}


def _address_of(one: ObjectionLine) -> str:
    """Where the result of its quiz stands; "" in study, where the answer may be out of reach."""
    return _back(Place("", one.attempt, one.position)) if one.attempt else ""


def _back(place: Place) -> str:
    if place.attempt:
        result = url_for("quizzes.result", public_id=place.attempt)
        return f"{result}#q{place.position}"
    return url_for("study.index")
