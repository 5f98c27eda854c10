"""The language of the interface: the person's, the browser's choice, or the installation's."""

from __future__ import annotations

from typing import Any

from flask import Flask, request
from flask_babel import Babel, get_translations  # type: ignore[import-untyped]

from quizapp.settings import LANGUAGES
from quizapp.web.shared.parts import context, person
from quizapp.web.shared.spoken import NOW, Spoken, say, say_many
from quizapp.web.shared.texts import language

LANGUAGE_COOKIE = "quizapp_language"


def interface_language() -> str:
    """The language of this request's page."""
    someone = person()
    if someone is not None and someone.language in LANGUAGES:
        return someone.language
    chosen = request.cookies.get(LANGUAGE_COOKIE, "")
    if chosen in LANGUAGES:
        return chosen
    return request.accept_languages.best_match(LANGUAGES) or context().settings.language


def time_zone() -> str:
    """The time zone of this request's page."""
    someone = person()
    return context().settings.time_zone if someone is None else someone.time_zone


def register(app: Flask) -> None:
    """Join the message catalogues to the application."""
    Babel(
        app,
        default_translation_directories="web/shared/translations",
        locale_selector=interface_language,
        timezone_selector=time_zone,
    )
    app.jinja_env.globals.update(_=say, gettext=say, ngettext=say_many)
    known: dict[str, Spoken] = {}

    @app.context_processor
    def speak() -> dict[str, Any]:
        """Before each page: what it speaks."""
        tongue = language()
        if tongue not in known:
            known[tongue] = Spoken(get_translations())
        NOW.set(known[tongue])
        return {"interface_language": tongue}
