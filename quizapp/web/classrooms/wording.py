"""What goes wrong with classrooms, and what a learner is granted, as sentences."""

from __future__ import annotations

from wtforms import Field

from quizapp.services.classrooms import PlannedRow
from quizapp.services.context import Refused
from quizapp.store.queries.accommodations import Accommodation
from quizapp.web.shared.texts import gettext as _
from quizapp.web.shared.texts import ngettext, number_text
from quizapp.web.shared.words import NO_BREAK, refusal_words


def explain(field: Field, error: Refused) -> None:
    """Put the reason of a refusal under the field that it is about."""
    field.errors = [*field.errors, words_of(error)]


def words_of(error: Refused) -> str:
    """The reason of a refusal of this room as one sentence with the cure."""
    words = {
        "classroom_name_empty": _("The name needs at least one letter or digit."),
        "classroom_name_too_long": _("That name is too long; 80 characters at most."),
        "time_zone_unknown": _("Please choose a time zone from the list."),
        "own_classroom": _("This is the code of a class that you teach. It is for your learners."),
        "group_name_empty": _("The name needs at least one letter or digit."),
        "group_name_too_long": _("That name is too long; 80 characters at most."),
        "group_name_taken": _("This class has a group of that name already."),
        "teacher_unknown": _("No teacher of this school has that name. Names are as at sign-in."),
        "teaches_already": _("This person teaches the class already."),
        "name_differs": _("That is not the name of this class."),
        "list_empty": _("There is no name in this list yet."),
        "list_too_long": _("At most 500 pupils at a time, please. Split the list in two."),
        "not_a_text": _("This file is no plain text. In the spreadsheet choose “Save as CSV”."),
        "nobody_chosen": _("Please choose at least one pupil."),
        "extra_minutes": _("From 0 to 600 minutes, please."),
        "due_days": _("From 0 to 60 days, please."),
        "time_percent": _("Please choose one from the list."),
    }
    return words.get(error.code) or refusal_words(error)


def problem_words(row: PlannedRow) -> list[str]:
    """What is to be mended in one row of a class list."""
    words = {
        "name_empty": _("The name is missing."),
        "twice_in_list": _("This name stands further up already. Add an initial or leave it out."),
        "odd_signs": _("Some letters were lost in the file. Please type them again."),
        "name_taken": _(
            "Somebody in this school has that name. If it is the same pupil, give them the join "
            "code; if not, add an initial."
        ),
        "group_too_long": _("The group’s name is too long; 80 characters at most."),
        "group_empty": _("The group’s name needs at least one letter or digit."),
    }
    return [words.get(code) or refusal_words(Refused(code)) for code in row.problems]


def times_words(percent: int) -> str:
    """A time limit as a multiple of the usual: "1.5×"."""
    return f"{number_text(percent / 100)}×"


def granted_words(granted: Accommodation) -> list[str]:
    """What a learner is granted, a sentence for each part; empty for nothing."""
    said = []
    minutes = ngettext("%(num)s minute", "%(num)s minutes", granted.extra_minutes)
    if granted.time_percent > 100 and granted.extra_minutes:
        times = times_words(granted.time_percent)
        said.append(_("%(times)s the usual time and %(more)s", times=times, more=minutes))
    elif granted.time_percent > 100:
        said.append(_("%(times)s the usual time", times=times_words(granted.time_percent)))
    elif granted.extra_minutes:
        said.append(_("%(more)s more time", more=minutes))
    if granted.due_days:
        said.append(
            ngettext(
                "due dates %(num)s day later", "due dates %(num)s days later", granted.due_days
            )
        )
    if granted.no_speed:
        said.append(_("speed does not count"))
    return [text.replace(" ×", f"{NO_BREAK}×") for text in said]
