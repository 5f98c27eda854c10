"""The application for a server of several processes: `gunicorn "quizapp.wsgi:app"`.

Each process gets the database ready when its turn comes (the first one migrates and loads, the
others find it done) and has connections of its own, also when it was forked after the import.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime

from flask import Flask

from quizapp.app import create_app
from quizapp.services.installation import CannotStart
from quizapp.serving import one_heap, prepared, settle, warm_up
from quizapp.settings import SettingsError, read_settings


def make_app() -> Flask:
    """The application for the environment's settings. Ends with one sentence when it cannot be."""
    one_heap()
    try:
        settings = read_settings()
        context = prepared(settings, datetime.now(UTC))
    except (CannotStart, SettingsError) as error:
        sys.exit(str(error))
    os.register_at_fork(after_in_child=context.store.after_fork)
    made = create_app(settings, context.store)
    if os.environ.get("FLASK_RUN_FROM_CLI") != "true":  # the shell joins its session before pages
        warm_up(made)
        settle()
    return made


app = make_app()
