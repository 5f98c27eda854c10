"""Pages for what went wrong: one sentence and one next step each."""

from __future__ import annotations

import logging
from urllib.parse import quote

from flask import Flask, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from quizapp.services.access import SignInNeeded
from quizapp.services.context import NotFound, Refused
from quizapp.web.shared.texts import gettext as _
from quizapp.web.shared.words import refusal_words

log = logging.getLogger("quizapp")


def _page(code: int, title: str = "", text: str = "") -> ResponseReturnValue:
    return render_template("errors/error.html", code=code, title=title, text=text), code


def not_found(_error: Exception) -> ResponseReturnValue:
    """Not there, or not for this person: the same page, so that it tells nothing."""
    return _page(404)


def refused(error: Refused) -> ResponseReturnValue:
    """The service said no and why."""
    codes = {"not_allowed": 403, "key_used_otherwise": 409}
    codes |= {"too_many_tries": 429, "too_many_guests": 429}
    codes |= dict.fromkeys(("quiz_not_yet_open", "quiz_over", "no_attempt_left"), 409)
    codes |= dict.fromkeys(("fact_in_open_quiz", "quiz_empty"), 409)
    code = codes.get(error.code, 400)
    return _page(code, _("This did not work") if code == 400 else "", refusal_words(error))


def sign_in_needed(_error: SignInNeeded) -> ResponseReturnValue:
    """Visitors sign in and come back to the same page."""
    return redirect(url_for("account.sign_in") + f"?next={quote(_wanted())}", 303)


def _wanted() -> str:
    """Where to go on after signing in: here, or where the form that was sent stood."""
    if request.method == "GET":
        return request.full_path.rstrip("?")
    if request.url_rule is not None and "GET" in (request.url_rule.methods or ()):
        return request.path
    return url_for("study.index") if request.blueprint == "study" else "/"


def http_error(error: HTTPException) -> ResponseReturnValue:
    """Errors of the protocol, in words."""
    if error.code is None or error.code < 400:
        return error
    return _page(error.code)


def unexpected(error: Exception) -> ResponseReturnValue:
    """A fault of ours: said plainly, logged with its trace."""
    log.error("unexpected error at %s %s", request.method, request.path, exc_info=error)
    return _page(500)


def register(app: Flask) -> None:
    """Join the error pages to the application."""
    app.register_error_handler(NotFound, not_found)
    app.register_error_handler(Refused, refused)
    app.register_error_handler(SignInNeeded, sign_in_needed)
    app.register_error_handler(HTTPException, http_error)
    if not app.testing:
        app.register_error_handler(Exception, unexpected)
