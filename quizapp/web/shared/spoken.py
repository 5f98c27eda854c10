"""The words of templates in one language, each looked up once per process.

A page says some twenty of them, and asking the extension for each took a tenth of an answer.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import Any

from markupsafe import Markup

MOST = 4096
"""Texts kept for each language; templates say far fewer, made-up ones must not fill the memory."""


class Spoken:
    """The messages of one language as templates say them."""

    def __init__(self, messages: Any) -> None:
        self._messages = messages  # the extension's catalogue, which has no types
        self._open: dict[str, Markup] = {}
        self._whole: dict[str, Markup] = {}
        self.kept: dict[tuple[str, int], dict[Any, str]] = {}
        """Parts of pages that are the same for everybody (see `pages`)."""

    def one(self, text: str) -> Markup:
        """A message, its %(names)s still open. Translators' words are trusted to be markup."""
        said = self._open.get(text)
        if said is None:
            said = Markup(self._messages.ugettext(text))  # noqa: S704 - our own words
            if len(self._open) < MOST:
                self._open[text] = said
        return said

    def whole(self, text: str) -> Markup:
        """A message that needs no values."""
        said = self._whole.get(text)
        if said is None:
            said = self.one(text) % {}  # "%%" is a percent sign here too
            if len(self._whole) < MOST:
                self._whole[text] = said
        return said

    def many(self, one: str, many: str, number: int) -> Markup:
        """The message for a number of things, its %(names)s still open."""
        return Markup(self._messages.ungettext(one, many, number))  # noqa: S704 - our own words


NOW: ContextVar[Spoken] = ContextVar("spoken")
"""What the page that is being made speaks; set anew before each page."""


def say(text: str, /, **values: object) -> Markup:
    """`_()` of templates: the message with its values, these escaped."""
    now = NOW.get()
    return now.one(text) % values if values else now.whole(text)


def say_many(one: str, many: str, number: int, /, **values: object) -> Markup:
    """`ngettext()` of templates: as `say`, the number itself as %(num)s."""
    return NOW.get().many(one, many, number) % ({"num": number} | values)
