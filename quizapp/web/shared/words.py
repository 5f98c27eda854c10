"""Codes and values in words: what templates use as filters, what refusals say."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from flask import Flask, g

from quizapp.core.grading.verdict import Note
from quizapp.core.questions import QuestionKind
from quizapp.core.values.edtf import parse_edtf
from quizapp.core.values.show_times import format_time
from quizapp.services.context import Refused
from quizapp.web.shared.formatted import formatted_line
from quizapp.web.shared.texts import (
    date_text,
    instant_text,
    language,
    ngettext,
    number_text,
    zoned_text,
)
from quizapp.web.shared.texts import gettext as _
from quizapp.web.shared.texts import lazy_gettext as _l

NO_BREAK = "\u00a0"
DAYS_A_MONTH = 30.44
DAYS_A_YEAR = 365.25


def interval(length: timedelta) -> str:
    """A length as a button says it: whole minutes, hours, days, months or years."""
    minutes = max(1, round(length.total_seconds() / 60))
    days = length.days
    if minutes < 60:
        return ngettext("%(num)s min", "%(num)s min", minutes)
    if days < 1:
        return ngettext("%(num)s hour", "%(num)s hours", round(minutes / 60))
    if days < 60:
        return ngettext("%(num)s day", "%(num)s days", days)
    if days < 2 * DAYS_A_YEAR:
        return ngettext("%(num)s month", "%(num)s months", round(days / DAYS_A_MONTH))
    return ngettext("%(num)s year", "%(num)s years", round(days / DAYS_A_YEAR))


def day(value: date) -> str:
    """A day with its weekday: "Tuesday 24 November"."""
    spanish = language() == "es"
    return date_text(value, "EEEE d 'de' MMMM" if spanish else "EEEE d MMMM")


def short_day(value: date) -> str:
    """A day without its weekday: "3 December"; day and month stay on one line."""
    text = date_text(value, "d 'de' MMMM" if language() == "es" else "d MMMM")
    return text.replace(" ", NO_BREAK)


def moment(value: datetime) -> str:
    """An instant by the person's clock: "Tuesday 24 November, 13:05"."""
    spanish = language() == "es"
    return instant_text(value, "EEEE d 'de' MMMM, HH:mm" if spanish else "EEEE d MMMM, HH:mm")


def in_zone(value: datetime, zone: str) -> str:
    """An instant by a named zone's clock, short: "Fri 4 December, 08:00"."""
    spanish = language() == "es"
    return zoned_text(value, "EEE d 'de' MMMM, HH:mm" if spanish else "EEE d MMMM, HH:mm", zone)


def clock_in(value: datetime, zone: str) -> str:
    """The time of day by a named zone's clock, with seconds."""
    return zoned_text(value, "HH:mm:ss", zone)


def number(value: float) -> str:
    """A number with the locale's separators."""
    return number_text(value)


def percent(share: float | None) -> str:
    """A share 0..1 in whole percent, "74 %" with a no-break space; "–" when there is none."""
    return "–" if share is None else f"{number(round(100 * share))}{NO_BREAK}%"


def as_of(edtf: str) -> str:
    """An EDTF value in words: "September 1992"."""
    try:
        return format_time(parse_edtf(edtf), language())
    except ValueError:
        return edtf


_KINDS = {
    QuestionKind.FLASHCARD: _l("Flashcard"),
    QuestionKind.SINGLE_CHOICE: _l("Choose one"),
    QuestionKind.MULTIPLE_CHOICE: _l("Choose all that are right"),
    QuestionKind.TRUE_FALSE: _l("True or false"),
    QuestionKind.SHORT_ANSWER: _l("Write the answer"),
    QuestionKind.NUMERIC: _l("Write the number"),
    QuestionKind.DATE: _l("Write the date"),
    QuestionKind.ORDERING: _l("Put in order"),
    QuestionKind.MATCHING: _l("Match the pairs"),
    QuestionKind.CLOZE: _l("Fill the gap"),
    QuestionKind.ESSAY: _l("Write a text"),
    QuestionKind.IMAGE_REGIONS: _l("Choose on the picture"),
}


def kind_words(kind: QuestionKind | str) -> str:
    """What a kind asks a learner to do."""
    return str(_KINDS[QuestionKind(kind)])


_NOTES = {
    "spelled": _l("It is spelled %(written)s."),
    "within_tolerance": _l("Near enough: the source says %(written)s."),
    "hedge_contradicts": _l("The number fits, but the source says %(written)s."),
    "finer_than_source": _l("You were more exact than the source, which says %(written)s."),
    "name_alone": _l("Give the name alone, without a title or year beside it."),
    "too_broad": _l("That may be meant rightly. Say more exactly which one."),
    "finer_than_asked": _l("That is more exact than the question. Give just what it asks for."),
    "coarser_than_asked": _l("That fits, but it was asked more exactly."),
    "inside_the_range": _l("That lies inside; both ends were asked for."),
    "other_unit": _l("The number fits, the unit is %(unit)s."),
    "region_is": _l("You chose: %(text)s."),
    "some_missing": _l("Not all that is right was chosen."),
    "some_wrong": _l("Something that is not right was chosen too."),
    "in_place": _l("%(right)s of %(total)s are in place."),
    "unreadable_date": _l("This cannot be read as a date. Try 1066, May 1066 or 1066–72."),
    "nearly_spelled": _l("Nearly. Check how each word is spelled."),
    "unreadable_number": _l("This cannot be read as a number. Try 350, about 350 or 100 to 200."),
    "ambiguous_date": _l("This may be %(first)s or %(second)s. Which one?"),
    "ambiguous_number": _l("This may be %(first)s or %(second)s. Which one?"),
}
"""Grader's notes in words; notes that need none (no_answer, rated) are not here."""

_LEFT_OPEN = {
    "none_chosen": _l("Choose at least one, or say that you don’t know."),
    "places_missing": _l("Give every line its place, or say that you don’t know."),
    "places_twice": _l("Two lines have the same place. Give each its own."),
    "pairs_missing": _l("Choose a partner for every line, or say that you don’t know."),
    "essay_long": _l(
        "That is %(over)s characters too long; %(limit)s are taken. Shorten it: all of it is still "
        "here, but what you wrote last is not saved yet."
    ),
}
"""What is still to be done before an answer can be taken."""

_HALVES = {"start": _l("The start is right."), "end": _l("The end is right.")}


def ordinal(place: int) -> str:
    """A place in an order: "1st", "2nd"."""
    first = (_("1st"), _("2nd"), _("3rd"), _("4th"), _("5th"), _("6th"), _("7th"), _("8th"))
    return first[place - 1] if place <= len(first) else f"{place}."


def hedge_words(approx: str) -> str:
    """How exact a figure is, in words; "" for an exact one."""
    words = {
        "almost": _("almost so much"),
        "about": _("about so much"),
        "over": _("more than that"),
        "up-to": _("at most that, as a maximum"),
        "at-least": _("at least that"),
        "at-most": _("at most that"),
        "perhaps": _("perhaps"),
    }
    return words.get(approx, "")


def note_text(note: Note) -> str:
    """A grader's note as a sentence; "" for notes that need none."""
    values = dict(note.values)
    if note.code == "spelled" and values["accent"] == "yes":
        return _("It is spelled %(written)s, with its accents.", written=values["written"])
    if note.code == "chosen_is":
        return formatted_line(values["text"])
    if note.code == "half_of_range":
        return str(_HALVES[values["which"]])
    if note.code == "is_look_alike":
        text = values["text"]
        return text if text.endswith(".") else _("%(text)s belongs to another fact.", text=text)
    sentences = _NOTES | _LEFT_OPEN
    return str(sentences[note.code]) % values if note.code in sentences else ""


def objection_words(state: str) -> str:
    """What became of an objection, as its learner reads it."""
    words = {
        "open": _("Received. A teacher will look at it."),
        "accepted": _("You were right: this answer counts now."),
        "corrected": _("Thank you: the question was corrected."),
        "answered": _("A teacher answered."),
    }
    return words.get(state, state)


def refusal_words(error: Refused) -> str:
    """Why a service said no, as one sentence with the cure."""
    words = {
        "name_empty": _("Please choose a name with at least one letter or digit."),
        "name_too_long": _("That name is too long; 80 characters at most."),
        "name_taken": _("Somebody has that name already. Add an initial or a number."),
        "password_too_short": _("At least 8 characters, please."),
        "password_too_long": _("At most 200 characters, please."),
        "password_too_common": _("That password is guessed first. Choose another one."),
        "password_is_name": _("The password must not be the name."),
        "wrong_name_or_password": _("Name or password is wrong."),
        "too_many_tries": ngettext(
            "That was tried too often. Please wait %(num)s minute, then try again.",
            "That was tried too often. Please wait %(num)s minutes, then try again.",
            int(error.values.get("minutes", "10")),
        ),
        "too_many_guests": _(
            "Many guests came from this network today. Please make an account: a name and a "
            "password are enough."
        ),
        "wrong_password": _("The password is wrong."),
        "wrong_name_or_code": _("Name or code is wrong, or the code was used or is too old."),
        "last_admin": _("Nobody else looks after this server. Make another admin first."),
        "link_over": _("This link was used or is too old. Start the server again for a new one."),
        "not_allowed": _("This is not open to you."),
        "foreign_key": _("This form was made for somebody else or another question."),
        "foreign_option": _("This option does not belong to the question."),
        "key_used_otherwise": _("This question was answered already, with another answer."),
        "no_rating": _("Please say how well you knew it."),
        "xlsx_missing": _(
            "Excel files need one more package on this server: %(command)s in its folder. "
            "The CSV file has the same numbers.",
            command=error.values.get("command", ""),
        ),
        "quiz_not_yet_open": _("This quiz is not open yet."),
        "quiz_over": _("This quiz is closed. It takes nothing any more."),
        "no_attempt_left": _("You have used all your attempts at this quiz."),
        "quiz_empty": _("This quiz has no question that can be asked."),
        "quiz_changed_meanwhile": _("Somebody changed this quiz meanwhile. Look at it again."),
        "assignment_changed_meanwhile": _(
            "Somebody changed this assignment meanwhile. Look at it again."
        ),
        "fact_in_open_quiz": _(
            "This fact is part of your open quiz. Its page comes back when you have submitted."
        ),
        "none_selected": _("Nothing was selected. Tick the questions first."),
        "too_many_selected": _("At most %(limit)s at once.", limit=error.values.get("limit", "")),
        "tag_empty": _("Write the tag first."),
        "paste_empty": _("There are no rows. Copy them in your spreadsheet and paste them here."),
        "paste_long": _(
            "That is too much at once: at most %(limit)s thousand characters. Paste a part of it.",
            limit=error.values.get("limit", ""),
        ),
        "paste_rows": _(
            "These are %(found)s rows; at most %(limit)s go at once. Paste a part of them.",
            found=error.values.get("found", ""),
            limit=error.values.get("limit", ""),
        ),
        "paste_quotes": _("A quotation mark is open at the end. Close it, or take it out."),
        "rows_blocked": _("Some rows are not fit yet. Nothing was saved."),
        "comment_empty": _("There is nothing to say yet."),
        "comment_long": _("At most %(limit)s characters.", limit=error.values.get("limit", "")),
        "objection_reason": _("Please say what is wrong."),
        "objection_empty": _("Please say in a few words what is wrong."),
        "objection_long": _("At most %(limit)s characters.", limit=error.values.get("limit", "")),
        "objection_closed": _("Somebody has decided about this meanwhile."),
        "objection_unanswered": _("Write a sentence to the learner."),
        "objection_needs_editor": _("The key cannot take this answer in. Correct the question."),
        "objection_draft_waits": _(
            "A draft of this question waits. Open it in the editor and correct it there."
        ),
        "view_name_empty": _("Give the view a name."),
        "view_name_long": _("At most %(limit)s characters.", limit=error.values.get("limit", "")),
        "views_many": _(
            "At most %(limit)s views. Forget one first.", limit=error.values.get("limit", "")
        ),
        "code_unknown": _("No class has this code. Ask your teacher for it."),
        "code_length": _("Eight characters, please."),
        "joining_closed": _("This class takes nobody in at the moment. Ask your teacher."),
        "classroom_archived": _("This class is archived. Restore it before you change anything."),
        "classroom_in_use": _("A class with pupils is archived first."),
        "owner_only": _("Only the owner of the class may do this."),
        "owner_stays": _("Whoever owns the class stays. Hand it over to a colleague first."),
        "changed_meanwhile": _("Somebody else changed this meanwhile. Look at it again."),
    }
    return words.get(error.code, _("This could not be done (%(code)s).", code=error.code))


def register(app: Flask) -> None:
    """Give the templates their filters and the interface's language."""
    filters = (
        *(interval, day, short_day, moment, in_zone, clock_in, number, percent),
        *(as_of, kind_words, hedge_words, note_text, ordinal, objection_words),
    )
    app.jinja_env.filters.update({filter_.__name__: filter_ for filter_ in filters})
    app.context_processor(lambda: {"now": g.get("now")})
