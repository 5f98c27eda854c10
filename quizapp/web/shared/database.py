"""Flask-SQLAlchemy on our own engine: one engine for web, command line and jobs.

The extension makes its own engines; `_make_engine` is where it does, so that is overridden
(the version is pinned and a test guards it). Views read by `db.session`; services write.
"""

from __future__ import annotations

from typing import Any

from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Engine

from quizapp.store.base import Base


class Database(SQLAlchemy):
    """The extension, handing out the store's engine."""

    def _make_engine(self, bind_key: str | None, options: dict[str, Any], app: Flask) -> Engine:
        del bind_key, options  # there is one engine, and it is made already
        engine: Engine = app.config["QUIZAPP_ENGINE"]
        return engine


db = Database(model_class=Base, disable_autonaming=True)
