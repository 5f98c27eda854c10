"""Pages for what went wrong: one sentence and one next step each."""

from __future__ import annotations

import logging
from urllib.parse import quote

from flask import Flask, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.exceptions import HTTPException

from quizapp.services.access import SignInNeeded
from quizapp.services.context import NotFound, Refused
from quizapp.web.shared.words import refusal_words

log = logging.getLogger("quizapp")


def _page(title: str, text: str, status: int) -> ResponseReturnValue:
    return render_template("errors/error.html", title=title, text=text, status=status), status


def not_found(_error: Exception) -> ResponseReturnValue:
    """Not there, or not for this person: the same page, so that it tells nothing."""
    return _page(
        _("This page does not exist"), _("Perhaps it was moved, or it belongs to another class."), 404
    )


def refused(error: Refused) -> ResponseReturnValue:
    """The service said no and why."""
    status = {"not_allowed": 403, "key_used_otherwise": 409}.get(error.code, 400)
    return _page(_("This did not work"), refusal_words(error), status)


def sign_in_needed(_error: SignInNeeded) -> ResponseReturnValue:
    """Visitors sign in and come back to the same page."""
    wanted = request.full_path.rstrip("?") if request.method == "GET" else "/"
    return redirect(url_for("account.sign_in") + f"?next={quote(wanted)}", 303)


def http_error(error: HTTPException) -> ResponseReturnValue:
    """Errors of the protocol, in words."""
    if error.code is None or error.code < 400:
        return error
    words = {
        "foreign_origin": _("The form came from another site, so nothing was changed."),
        "old_form": _("The form was too old or your browser keeps no cookies. Open the page again."),
        "foreign_host": _("This server does not answer to that name."),
    }
    known = words.get(str(error.description))
    if error.code == 404:
        return not_found(error)
    if error.code == 413:
        known = _("That is too much to send at once.")
    return _page(_("This did not work"), known or _("The request could not be understood."), error.code)


def unexpected(error: Exception) -> ResponseReturnValue:
    """A fault of ours: said plainly, logged with its trace."""
    log.exception("unexpected error at %s %s", request.method, request.path, exc_info=error)
    return _page(
        _("Something went wrong on the server"),
        _("Nothing you sent was lost that had been confirmed. Please try again."),
        500,
    )


def register(app: Flask) -> None:
    """Join the error pages to the application."""
    app.register_error_handler(NotFound, not_found)
    app.register_error_handler(Refused, refused)
    app.register_error_handler(SignInNeeded, sign_in_needed)
    app.register_error_handler(HTTPException, http_error)
    if not app.testing:
        app.register_error_handler(Exception, unexpected)
