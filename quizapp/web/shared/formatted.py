"""Teachers' texts on the page: most are plain, and for these nothing is loaded or made.

What reads and cleans the others comes with the first text that has markup.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import NamedTuple

from flask import Flask
from markupsafe import Markup, escape

from quizapp.core.regions import Region, read_region
from quizapp.core.values.markup import bare_words, has_formula, has_markup, picture_size
from quizapp.web.shared.texts import gettext as _


class Stem(NamedTuple):
    """A question as its heading and what follows it, which may be nothing."""

    head: Markup
    rest: Markup


def _readers() -> ModuleType:
    return import_module("quizapp.exchange.formatted")


def formatted(text: str) -> Markup:
    """A text of any length: paragraphs, lists and tables where it has several lines."""
    if not has_markup(text):
        return escape(text)
    if "\n" not in text:
        return formatted_line(text)
    return _safe(_readers().blocks(text))


def formatted_line(text: str) -> Markup:
    """A text that stands in a line: an option, a remark."""
    return _safe(_readers().line(text)) if has_markup(text) else escape(text)


def formatted_stem(text: str) -> Stem:
    """A question's heading and what follows it."""
    if not has_markup(text):
        return Stem(escape(text), Markup())
    head, rest = _readers().stem(text)
    return Stem(_safe(head), _safe(rest))


def region(text: str) -> Region | None:
    """A place on a picture, to be drawn."""
    return read_region(text)


def place_words(place: str) -> str:
    """Where on a picture something lies."""
    words = {
        "top-left": _("top left"),
        "top": _("at the top"),
        "top-right": _("top right"),
        "left": _("on the left"),
        "middle": _("in the middle"),
        "right": _("on the right"),
        "bottom-left": _("bottom left"),
        "bottom": _("at the bottom"),
        "bottom-right": _("bottom right"),
    }
    return words[place]


def _safe(markup: str) -> Markup:
    """What went through the allow-list."""
    return Markup(markup)  # noqa: S704 - nh3 made it, in `exchange.formatted`


def register(app: Flask) -> None:
    """Give the templates their filters."""
    for one in (
        formatted,
        formatted_line,
        formatted_stem,
        bare_words,
        has_formula,
        picture_size,
        region,
        place_words,
    ):
        app.jinja_env.filters[one.__name__] = one
