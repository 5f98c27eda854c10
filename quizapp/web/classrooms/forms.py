"""The forms of classrooms. What a name or a code must be is decided by the service."""

from __future__ import annotations

from zoneinfo import available_timezones

from wtforms import Field, Form, SelectField, StringField
from wtforms.fields import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import InputRequired

from quizapp.services.context import Refused
from quizapp.web.shared.texts import gettext as _
from quizapp.web.shared.texts import lazy_gettext as _l
from quizapp.web.shared.words import refusal_words


class ClassroomForm(Form):
    """A new classroom. The time zone rules its deadlines and report days."""

    name = StringField(
        _l("Name"),
        [InputRequired(_l("Please give the classroom a name."))],
        description=_l("as the class knows itself"),
        render_kw={"maxlength": 160, "autocomplete": "off"},
    )
    time_zone = SelectField(
        _l("Time zone"),
        choices=[
            SelectChoice(zone, zone.replace("_", " ")) for zone in sorted(available_timezones())
        ],
        description=_l("for report days"),
    )


class JoinForm(Form):
    """A join code."""

    code = StringField(
        _l("Code"),
        [InputRequired(_l("Please write the code that your teacher gave you."))],
        description=_l("eight letters and digits"),
        render_kw={
            "maxlength": 40,
            "autocomplete": "off",
            "autocapitalize": "characters",
            "spellcheck": "false",
        },
    )


def explain(field: Field, error: Refused) -> None:
    """Put the reason of a refusal under the field that it is about."""
    words = {
        "classroom_name_empty": _("The name needs at least one letter or digit."),
        "classroom_name_too_long": _("That name is too long; 80 characters at most."),
        "time_zone_unknown": _("Please choose a time zone from the list."),
        "own_classroom": _("This is the code of a class that you teach. It is for your learners."),
    }
    field.errors = [*field.errors, words.get(error.code) or refusal_words(error)]
