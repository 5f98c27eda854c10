"""Translation, typed: the one place that touches the untyped extension."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import flask_babel as babel  # type: ignore[import-untyped]


class LazyText(str):
    """Text of a class body, translated when it is shown: a proxy of the extension."""

    __slots__ = ()


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
