"""Answers for whoever watches the server."""

from __future__ import annotations

from flask import jsonify
from flask.typing import ResponseReturnValue
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from quizapp.web.shared.parts import context


def live() -> ResponseReturnValue:
    """The process answers."""
    return jsonify(live=True)


def ready() -> ResponseReturnValue:
    """The database answers too."""
    try:
        with context().store.read() as connection:
            connection.execute(text("SELECT 1"))
    except SQLAlchemyError:
        return jsonify(ready=False, reason="the database does not answer"), 503
    return jsonify(ready=True)
