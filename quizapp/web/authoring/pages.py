"""One question as a page: what it says, where it stands, what was said about it, its history."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import authoring
from quizapp.services.authoring import Conflict
from quizapp.services.authoring.moving import copy, move, places, set_state
from quizapp.services.authoring.reviewing import comment, take_back
from quizapp.services.context import NotFound, Refused
from quizapp.services.quizzes import regrading
from quizapp.web.authoring.kinds import collection_words, state_words
from quizapp.web.authoring.wording import change_words, part_words
from quizapp.web.shared.parts import context, now, signed_in
from quizapp.web.shared.texts import gettext as _
from quizapp.web.shared.texts import instant_text, language
from quizapp.web.shared.words import refusal_words


def _moment(at: datetime) -> str:
    spanish = language() == "es"
    return instant_text(at, "d 'de' MMMM 'de' y, HH:mm" if spanish else "d MMMM y, HH:mm")


def detail(public_id: str, *, typed: str = "", trouble: str = "") -> ResponseReturnValue:
    """One question: the version in force, its facts, remarks, and what can be done with it."""
    someone = signed_in()
    found = authoring.question_detail(context(), someone, public_id)
    page = render_template(
        "authoring/detail.html",
        detail=found,
        offered=regrading.offered(context(), someone, public_id),
        places=places(context(), someone),
        change_words=change_words,
        state_words=state_words,
        collection_words=collection_words,
        moment=_moment,
        typed=typed,
        trouble=trouble,
    )
    return page, 422 if trouble else 200


def _back(public_id: str) -> ResponseReturnValue:
    return redirect(url_for("authoring.detail", public_id=public_id), 303)


def state(public_id: str) -> ResponseReturnValue:
    """Put the question into another state."""
    wanted = request.form.get("state", "")
    try:
        set_state(context(), signed_in(), public_id, wanted, now())
    except authoring.DraftRefused:
        flash(_("This is not ready yet. Open it and look at its checks."), "notyet")
        return redirect(url_for("authoring.edit", public_id=public_id), 303)
    flash(_("The question is %(state)s now.", state=state_words(wanted)), "good")
    return _back(public_id)


def place(public_id: str) -> ResponseReturnValue:
    """Move the question to another collection, or put a copy there."""
    someone, target = signed_in(), request.form.get("place", "")
    if request.form.get("do") == "copy":
        public_id = copy(context(), someone, public_id, target, now())
        flash(_("This is the copy. The other one stays as it is."), "good")
    else:
        move(context(), someone, public_id, target, now())
        flash(_("The question was moved."), "good")
    return _back(public_id)


def comments(public_id: str) -> ResponseReturnValue:
    """Say something about the question, or take back what one said."""
    someone = signed_in()
    if remark := request.form.get("take_back", ""):
        take_back(context(), someone, public_id, remark)
        return _back(public_id)
    text = request.form.get("text", "")
    try:
        comment(context(), someone, public_id, text, now())
    except Refused as error:
        return detail(public_id, typed=text, trouble=refusal_words(error))
    return redirect(url_for("authoring.detail", public_id=public_id) + "#remarks", 303)


def history(public_id: str) -> ResponseReturnValue:
    """All versions with what each one changed, word by word."""
    found = authoring.question_detail(context(), signed_in(), public_id)
    older = (*found.versions[1:], None)
    steps = [
        (version, authoring.differences(before.draft, version.draft) if before else ())
        for version, before in zip(found.versions, older, strict=True)
    ]
    return render_template(
        "authoring/history.html",
        detail=found,
        steps=steps,
        part_words=part_words(),
        moment=_moment,
    )


def restore(public_id: str) -> ResponseReturnValue:
    """Make an old version the newest one again."""
    given = request.form.get("number", ""), request.form.get("base", "")
    if not all(one.isascii() and one.isdigit() and len(one) < 8 for one in given):
        raise NotFound
    number, base = (int(one) for one in given)
    found = authoring.question_detail(context(), signed_in(), public_id, to_edit=True)
    draft = authoring.draft_of(found, number)
    reason = _("As it was in version %(number)s", number=number)
    try:
        made = authoring.save_version(
            context(), signed_in(), public_id, base, replace(draft, reason=reason), now()
        )
    except Conflict:
        flash(_("Somebody saved another version meanwhile. Look at it first."), "notyet")
    except authoring.DraftRefused:
        flash(_("That version was a draft that is not ready. Open it to go on with it."), "notyet")
        return redirect(url_for("authoring.edit", public_id=public_id, version=number), 303)
    else:
        flash(_("Version %(made)s says what version %(old)s said.", made=made, old=number), "good")
    return redirect(url_for("authoring.history", public_id=public_id), 303)
