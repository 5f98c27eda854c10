"""The application: the only place where the parts are joined, one line per part."""

from __future__ import annotations

from flask import Flask

from quizapp.services.context import Context, load_secret
from quizapp.settings import Settings
from quizapp.store.engine import Store, make_engine
from quizapp.web.account.urls import ACCOUNT
from quizapp.web.authoring.urls import AUTHORING
from quizapp.web.classrooms.urls import CLASSROOMS
from quizapp.web.facts.urls import FACTS
from quizapp.web.health.urls import HEALTH
from quizapp.web.objections.urls import OBJECTIONS
from quizapp.web.pictures.urls import PICTURES
from quizapp.web.progress.urls import HOME, PROGRESS
from quizapp.web.quizmaking.urls import QUIZMAKING
from quizapp.web.quizzes.urls import QUIZZES
from quizapp.web.reports.urls import REPORTS
from quizapp.web.shared import (
    assets,
    compiled,
    compression,
    errors,
    formatted,
    languages,
    pages,
    proxies,
    security,
    shell,
    signin,
    unavailable,
    when,
    words,
)
from quizapp.web.shared.parts import Clock, Parts, system_clock
from quizapp.web.sources.urls import SOURCES
from quizapp.web.study.urls import STUDY

LARGEST_REQUEST = 10 * 1024 * 1024
LARGEST_TYPED = 4 * 1024 * 1024
"""Bytes of what is typed or pasted; a text of a million letters has up to so many."""
SHARED = (
    compiled,
    pages,
    compression,
    proxies,
    languages,
    security,
    signin,
    words,
    formatted,
    when,
    assets,
    errors,
    unavailable,
    shell,
)
"""What every page shares, in the order of joining."""
ROUTES = (
    HOME,
    STUDY,
    QUIZMAKING,
    QUIZZES,
    PROGRESS,
    FACTS,
    ACCOUNT,
    CLASSROOMS,
    AUTHORING,
    REPORTS,
    HEALTH,
    SOURCES,
    OBJECTIONS,
    PICTURES,
)
"""The pages, by user task."""


def create_app(
    settings: Settings,
    store: Store | None = None,
    clock: Clock = system_clock,
    *,
    testing: bool = False,
) -> Flask:
    """Make the application for these settings. The database must be migrated already.

    `clock` gives the time in UTC, `testing` lets unexpected exceptions through.
    """
    app = pages.App(
        "quizapp", static_folder="web/shared/static", template_folder="web/shared/templates"
    )
    store = store or Store(make_engine(settings))
    context = Context(store, load_secret(settings), settings)
    app.extensions["quizapp"] = Parts(context, clock)
    app.config.update(
        TESTING=testing,
        MAX_CONTENT_LENGTH=LARGEST_REQUEST,
        MAX_FORM_MEMORY_SIZE=LARGEST_TYPED,
        SECRET_KEY=context.secret,
        SESSION_COOKIE_NAME="quizapp_messages",
        SESSION_COOKIE_SAMESITE="Lax",
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    for part in SHARED:
        part.register(app)
    for routes in ROUTES:
        app.register_blueprint(routes)
    return app
