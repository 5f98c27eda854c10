"""A long form that came with a session that is over: carried through sign-in, then shown again."""

from __future__ import annotations

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.web.account.forms import SignInForm
from quizapp.web.shared.kept_forms import SHOWN_BY, WHERE, carried, released
from quizapp.web.shared.parts import person
from quizapp.web.shared.signin import LongFormTooOld


def hold_form(_error: LongFormTooOld) -> ResponseReturnValue:
    """Keep what was typed: on the sign-in page, or on one that leads back for who is signed in."""
    fields = carried(request.form, request.endpoint)
    if person() is not None:
        return go_on(fields), 400
    form = SignInForm(next="/")
    del form.bring
    return render_template("account/sign_in.html", form=form, kept=fields), 401


def go_on(fields: list[tuple[str, str]]) -> str:
    """The page that gives the fields back to their form."""
    endpoint = SHOWN_BY[dict(fields)[WHERE]]
    return render_template("account/kept.html", fields=released(fields), address=url_for(endpoint))
