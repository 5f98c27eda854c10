"""`flask --app quizapp.wsgi shell`: a session and the tables, for whoever looks after a server.

The session is Flask-SQLAlchemy's. Loading it takes a tenth of a worker's start and of its memory,
and no page asks for it: services read and write through the store.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from flask import Flask

from quizapp.store import models


def register(app: Flask) -> None:
    """When a shell begins, give it `db` and each table's class."""

    def names() -> dict[str, Any]:
        database = import_module("quizapp.web.shared.database")
        tables = {name: getattr(models, name) for name in models.__all__}
        return {"db": database.join(app), **tables}

    app.shell_context_processor(names)
