"""Fields that numbers and moments are typed into, read as people write them here."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from wtforms import StringField, ValidationError

from quizapp.web.shared.texts import gettext as _

LONGEST_NUMBER = 9


class Whole(StringField):
    """A whole number from 0 up; empty means what `usual` says."""

    def __init__(self, label: str, usual: int = 0, **values: object) -> None:
        super().__init__(label, **values)  # type: ignore[arg-type]
        self.usual = usual

    @property
    def value(self) -> int:
        """The number, `usual` where there is none."""
        text = (self.data or "").strip()
        return int(text) if text.isascii() and text.isdigit() else self.usual

    def pre_validate(self, form: object) -> None:  # noqa: ARG002 - called so by the form
        """Say what is wrong with what was typed."""
        text = (self.data or "").strip()
        if text and not (text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER):
            raise ValidationError(_("A whole number, please."))


class Amount(StringField):
    """A number with a point or a comma; empty means what `usual` says."""

    def __init__(self, label: str, usual: float = 1.0, **values: object) -> None:
        super().__init__(label, **values)  # type: ignore[arg-type]
        self.usual = usual

    @property
    def value(self) -> float:
        """The number, `usual` where there is none."""
        text = (self.data or "").strip().replace(",", ".")
        return float(text) if _is_number(text) else self.usual

    def pre_validate(self, form: object) -> None:  # noqa: ARG002 - called so by the form
        """Say what is wrong with what was typed."""
        text = (self.data or "").strip().replace(",", ".")
        if text and not _is_number(text):
            raise ValidationError(_("A number, please, such as 1 or 0.5."))


def _is_number(text: str) -> bool:
    whole, _dot, part = text.partition(".")
    digits = whole + part
    return digits.isascii() and digits.isdigit() and len(digits) <= LONGEST_NUMBER


class Moment(StringField):
    """A day and a time of day on the classroom's clock, as browsers send them; empty means none."""

    def at(self, zone: str) -> datetime | None:
        """The instant in UTC; None without one. In an hour that is skipped it moves on."""
        found = self._typed()
        return None if found is None else found.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)

    def show(self, instant: datetime | None, zone: str) -> None:
        """Fill the field from a stored instant."""
        if instant is not None:
            self.data = f"{instant.astimezone(ZoneInfo(zone)):%Y-%m-%dT%H:%M}"

    def pre_validate(self, form: object) -> None:  # noqa: ARG002 - called so by the form
        """Say what is wrong with what was typed."""
        if (self.data or "").strip() and self._typed() is None:
            raise ValidationError(_("A day and a time, please, such as 2026-12-04 08:00."))

    def _typed(self) -> datetime | None:
        text = (self.data or "").strip()
        try:
            found = datetime.fromisoformat(text).replace(tzinfo=None)
        except ValueError:
            return None
        return found if found.year >= 2000 and found.year < 2200 else None
