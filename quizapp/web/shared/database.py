"""Flask-SQLAlchemy on our own engine: one engine for web, command line, jobs and shell.

The extension makes its own engines; `_make_engine` is where it does, so that is overridden
(the version is pinned and a test guards it). Pages read and write through the services, so only
the shell asks for a session: see `shell`.
"""

from __future__ import annotations

from typing import Any

from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Engine

from quizapp.services.context import Context
from quizapp.store.base import Base
from quizapp.web.shared.parts import Parts


def _context(app: Flask) -> Context:
    parts: Parts = app.extensions["quizapp"]
    return parts.context


class Database(SQLAlchemy):
    """The extension, handing out the store's engine."""

    def _make_engine(self, bind_key: str | None, options: dict[str, Any], app: Flask) -> Engine:
        del bind_key, options  # there is one engine, and it is made already
        return _context(app).store.engine


db = Database(metadata=Base.metadata, disable_autonaming=True)


def join(app: Flask) -> Database:
    """The extension, joined to this application when it is first asked for."""
    if "sqlalchemy" not in app.extensions:
        app.config["SQLALCHEMY_DATABASE_URI"] = _context(app).settings.url
        db.init_app(app)
    return db
