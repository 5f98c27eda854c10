"""The forms of classrooms. What a name or a code must be is decided by the service."""

from __future__ import annotations

from zoneinfo import available_timezones

from wtforms import BooleanField, Form, HiddenField, IntegerField, SelectField, StringField
from wtforms.fields import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import InputRequired, Optional

from quizapp.services.accommodations import PERCENT
from quizapp.store.queries.accommodations import Accommodation, Granted
from quizapp.web.classrooms.wording import times_words
from quizapp.web.shared.texts import gettext as _
from quizapp.web.shared.texts import lazy_gettext as _l

LARGEST = 2**31 - 1


class ClassroomForm(Form):
    """A classroom's name and clock. The time zone rules its deadlines and report days."""

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


class GroupForm(Form):
    """A group's name."""

    name = StringField(
        _l("Name of the group"),
        [InputRequired(_l("Please give the group a name."))],
        render_kw={"maxlength": 160, "autocomplete": "off"},
    )


class InviteForm(Form):
    """The name of a colleague."""

    name = StringField(
        _l("Name of the teacher"),
        [InputRequired(_l("Please write the name of a teacher."))],
        description=_l("as at sign-in"),
        render_kw={"maxlength": 160, "autocomplete": "off"},
    )


class DeleteForm(Form):
    """The name of the classroom, typed to confirm that it shall go."""

    typed = StringField(
        _l("Name of the class"),
        [InputRequired(_l("Please type the name of the class."))],
        description=_l("typed to confirm"),
        render_kw={"maxlength": 160, "autocomplete": "off"},
    )


class AccommodationForm(Form):
    """What a learner is granted in every quiz."""

    time_percent = SelectField(_l("Time in quizzes"), coerce=int)
    extra_minutes = IntegerField(
        _l("Minutes on top"),
        [Optional()],
        description=_l("0 to 600"),
        render_kw={"inputmode": "numeric"},
    )
    due_days = IntegerField(
        _l("Due dates later by days"),
        [Optional()],
        description=_l("0 to 60"),
        render_kw={"inputmode": "numeric"},
    )
    no_speed = BooleanField(
        _l("Speed does not count"), description=_l("no rating looks at how long an answer took")
    )
    version = HiddenField()

    def __init__(self, *args: object, **values: object) -> None:
        super().__init__(*args, **values)  # type: ignore[arg-type]
        self.time_percent.choices = [
            SelectChoice(percent, _("as usual") if percent == 100 else times_words(percent))
            for percent in PERCENT
        ]

    @classmethod
    def of(cls, granted: Granted) -> AccommodationForm:
        """The form as it stands for what is granted now."""
        now = granted.granted
        return cls(
            time_percent=now.time_percent,
            extra_minutes=now.extra_minutes,
            due_days=now.due_days,
            no_speed=now.no_speed,
            version=str(granted.version),
        )

    def wanted(self) -> Accommodation:
        """What the form asks for; numbers no database holds become ones that are refused."""
        return Accommodation(
            self.time_percent.data,
            min(self.extra_minutes.data or 0, LARGEST),
            min(self.due_days.data or 0, LARGEST),
            bool(self.no_speed.data),
        )

    def seen_version(self) -> int:
        """The version that the form was made from; one that never was for anything else."""
        text = self.version.data or ""
        return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else -1
