"""When the database cannot do it now: locked by another program, disk full, gone for a moment.

Nothing was stored then. A form with a key that counts once comes back with everything that was
typed, to be sent again; other forms, which may hold passwords, do not.
"""

from __future__ import annotations

import logging

from flask import Flask, g, make_response, render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

log = logging.getLogger("quizapp")

KEEPS_FORMS = frozenset({"study", "authoring"})
"""Blueprints whose forms carry a key and no secret."""
RETRY_AFTER_S = 30


def unavailable(error: SQLAlchemyError) -> ResponseReturnValue:
    """Say so with 503; one line in the log."""
    said = " ".join(str(getattr(error, "orig", None) or error).split())
    log.error("the database refused %s %s: %s", request.method, request.path, said)
    fields = []
    if request.method == "POST" and request.blueprint in KEEPS_FORMS:
        fields = [(name, value) for name, value in request.form.items(multi=True) if value]
    g.setdefault("person", None)
    response = make_response(
        render_template("errors/unavailable.html", fields=fields, action=request.path), 503
    )
    response.headers["Retry-After"] = str(RETRY_AFTER_S)
    return response


def register(app: Flask) -> None:
    """Join the page to the application."""
    app.register_error_handler(OperationalError, unavailable)
    app.register_error_handler(PoolTimeout, unavailable)
