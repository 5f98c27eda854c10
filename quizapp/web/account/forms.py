"""The forms of accounts. What a name or password must be is decided by the service."""

from __future__ import annotations

import secrets
from zoneinfo import available_timezones

from wtforms import (
    BooleanField,
    Form,
    HiddenField,
    IntegerField,
    PasswordField,
    SelectField,
    StringField,
)
from wtforms.fields import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import InputRequired, NumberRange

from quizapp.web.shared.texts import lazy_gettext as _l

NAME_MISSING = _l("Please write your name.")
PASSWORD_MISSING = _l("Please write your password.")


class SignInForm(Form):
    """Name and password. `next` is where the person wanted to go, `bring` asks guests alone."""

    name = StringField(
        _l("Name"),
        [InputRequired(NAME_MISSING)],
        render_kw={"autocomplete": "username", "maxlength": 160, "autocapitalize": "words"},
    )
    password = PasswordField(
        _l("Password"),
        [InputRequired(PASSWORD_MISSING)],
        render_kw={"autocomplete": "current-password", "maxlength": 400},
    )
    bring = BooleanField()
    next = HiddenField()


class SignUpForm(Form):
    """A new account. `zone` is filled in by a script where one runs, `key` tells a repeat."""

    name = StringField(
        _l("Name"),
        [InputRequired(NAME_MISSING)],
        description=_l("as your class knows you"),
        render_kw={"autocomplete": "username", "maxlength": 160, "autocapitalize": "words"},
    )
    password = PasswordField(
        _l("Password"),
        [InputRequired(PASSWORD_MISSING)],
        description=_l("at least 8 characters"),
        render_kw={"autocomplete": "new-password", "maxlength": 400},
    )
    bring = BooleanField(default=True)
    zone = HiddenField(render_kw={"data-zone": "fill"})
    key = HiddenField(default=lambda: secrets.token_urlsafe(12))
    next = HiddenField()


class SettingsForm(Form):
    """A person's own settings."""

    theme = SelectField(
        _l("Colours"),
        choices=[
            SelectChoice("auto", _l("as the device is set")),
            SelectChoice("light", _l("light")),
            SelectChoice("dark", _l("dark")),
            SelectChoice("contrast", _l("high contrast")),
        ],
    )
    new_per_day = IntegerField(
        _l("New facts a day"),
        [NumberRange(0, 200, _l("A whole number from 0 to 200, please."))],
        render_kw={"inputmode": "numeric"},
    )
    time_zone = SelectField(
        _l("Time zone"),
        choices=[
            SelectChoice(zone, zone.replace("_", " ")) for zone in sorted(available_timezones())
        ],
    )
    single_keys = BooleanField(_l("Single keys (1–4, Space, U, S) while studying"))


class PasswordForm(Form):
    """A new password for who knows the old one."""

    current = PasswordField(
        _l("Password until now"),
        [InputRequired(PASSWORD_MISSING)],
        render_kw={"autocomplete": "current-password", "maxlength": 400},
    )
    new = PasswordField(
        _l("New password"),
        [InputRequired(_l("Please write a new password."))],
        description=_l("at least 8 characters"),
        render_kw={"autocomplete": "new-password", "maxlength": 400},
    )


class CodeForm(Form):
    """A new password for who has a one-time code."""

    name = StringField(
        _l("Name"),
        [InputRequired(NAME_MISSING)],
        render_kw={"autocomplete": "username", "maxlength": 160, "autocapitalize": "words"},
    )
    code = StringField(
        _l("One-time code"),
        [InputRequired(_l("Please write the code that you were given."))],
        description=_l("eight letters and digits"),
        render_kw={
            "maxlength": 40,
            "autocomplete": "one-time-code",
            "autocapitalize": "characters",
            "spellcheck": "false",
        },
    )
    new = PasswordField(
        _l("New password"),
        [InputRequired(_l("Please write a new password."))],
        description=_l("at least 8 characters"),
        render_kw={"autocomplete": "new-password", "maxlength": 400},
    )


class EraseForm(Form):
    """The end of an account: who has a password writes it once more."""

    password = PasswordField(
        _l("Password"),
        [InputRequired(PASSWORD_MISSING)],
        render_kw={"autocomplete": "current-password", "maxlength": 400},
    )
    sure = BooleanField(
        _l("Erase me and all my answers"), [InputRequired(_l("Please tick this first."))]
    )
