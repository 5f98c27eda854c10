"""Translation, typed: the one place that touches the untyped extension."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

import flask_babel as babel  # type: ignore[import-untyped]
from babel import localedata
from babel.core import get_global

NEVER_SHOWN = (
    "compact_decimal_formats",
    "currency_names",
    "currency_names_plural",
    "interval_formats",
    "languages",
    "scripts",
    "territories",
    "unit_display_names",
    "unit_patterns",
)
"""Parts of a language's data (CLDR) that no page has words from."""
NEVER_ASKED = ("likely_subtags", "territory_languages")
"""Parts for all languages, by which one would guess a language that nobody has named."""


class LazyText(str):
    """Text of a class body, translated when it is shown: a proxy of the extension."""

    __slots__ = ()


def load_languages(languages: Iterable[str]) -> None:
    """Load the data of these languages now, and drop what is never shown: 3 of 4.5 MB.

    For a server before it serves; a dropped part that is asked for all the same raises KeyError.
    """
    for language in ("root", *languages):  # the others begin as copies of the root
        data = localedata.load(language)  # the very mapping that formatting looks into
        for part in NEVER_SHOWN:
            data.pop(part, None)
    for everywhere in NEVER_ASKED:
        get_global(everywhere).clear()  # type: ignore[arg-type, attr-defined]


def gettext(text: str, /, **values: object) -> str:
    """The text in the interface's language, its %(names)s filled in."""
    return str(babel.gettext(text, **values))


def ngettext(one: str, many: str, num: int, /, **values: object) -> str:
    """The text for one or for many; `num` is filled in as %(num)s."""
    return str(babel.ngettext(one, many, num, **values))


def lazy_gettext(text: str) -> LazyText:
    """A text for later: translated when it is turned into a string."""
    lazy: LazyText = babel.lazy_gettext(text)
    return lazy


def date_text(value: date, pattern: str) -> str:
    """A day by a CLDR pattern in the interface's language."""
    return str(babel.format_date(value, pattern))


def instant_text(value: datetime, pattern: str) -> str:
    """An instant in the person's time zone by a CLDR pattern or a name such as "medium"."""
    return str(babel.format_datetime(value, pattern))


def zoned_text(value: datetime, pattern: str, zone: str) -> str:
    """An instant on the clock of a named time zone, such as a classroom's."""
    local = value.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    return str(babel.format_datetime(local, pattern, rebase=False))


def number_text(value: float) -> str:
    """A number with the separators of the interface's language."""
    return str(babel.format_decimal(value))


def language() -> str:
    """The interface's language, "en" outside a request."""
    locale = babel.get_locale()
    return str(locale.language) if locale is not None else "en"
