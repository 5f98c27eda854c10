"""Checks and changes in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.services.authoring import FLAWS, Check
from quizapp.web.authoring.markup_wording import MARKUP, Words
from quizapp.web.shared.texts import gettext as _


@dataclass(frozen=True, slots=True)
class CheckWords:
    """A finding as a bold name and one sentence why."""

    title: str
    text: str


def check_words(check: Check) -> CheckWords:
    """What a check found, and how to mend it."""
    words = _ERRORS.get(check.code) or MARKUP.get(check.code) or _ADVICE[check.code]
    title, text = words()
    return CheckWords(title % check.values, text % check.values)


_ERRORS: Words = {
    "stem_empty": lambda: (_("The question is missing"), _("Write what you ask.")),
    "options_few": lambda: (
        _("Options are missing"),
        _("At least %(number)s, one right and the others wrong."),
    ),
    "right_none": lambda: (_("No right answer"), _("Write it, and mark it as the right one.")),
    "right_many": lambda: (_("More than one right answer"), _("Mark one option only.")),
    "option_empty": lambda: (
        _("Option %(number)s is empty"),
        _("Write its text, or clear its feedback."),
    ),
    "options_equal": lambda: (
        _("Two options are the same"),
        _("“%(text)s” and “%(other)s” differ in spelling only."),
    ),
    "rows_few_ordering": lambda: (
        _("Lines are missing"),
        _("At least %(number)s, in the right order."),
    ),
    "rows_few_matching": lambda: (
        _("Pairs are missing"),
        _("At least %(number)s, each with its partner."),
    ),
    "rows_few_essay": lambda: (
        _("The rubric is missing"),
        _("At least one criterion: what earns points, and how many."),
    ),
    "points_missing": lambda: (
        _("Criterion %(number)s has no points"),
        _("Write how many it gives at most."),
    ),
    "points_odd": lambda: (
        _("Criterion %(number)s: these are no points"),
        _("Whole or half points, from 0 to %(limit)s."),
    ),
    "points_none": lambda: (
        _("The rubric gives no points"),
        _("Together its criteria must give more than 0."),
    ),
    "words_odd": lambda: (
        _("This is no length in words"),
        _("A whole number from 1 to %(limit)s, or nothing."),
    ),
    "truth_missing": lambda: (_("No right answer"), _("Say whether it is true or false.")),
    "partner_missing": lambda: (
        _("Line %(number)s has no partner"),
        _("Write what it belongs to."),
    ),
    "partners_equal": lambda: (
        _("Two lines have the same partner"),
        _("“%(text)s” would be right twice. Each line needs its own."),
    ),
    "extra_is_partner": lambda: (
        _("“%(text)s” is a partner already"),
        _("What belongs to nobody must fit nowhere."),
    ),
    "answer_missing": lambda: (_("The right answer is missing"), _("Write it as a learner would.")),
    "number_unreadable": lambda: (
        _("This cannot be read as a number"),
        _("Write 350, about 350 or 100 to 200."),
    ),
    "number_two_ways": lambda: (
        _("This number has two readings"),
        _("It may be %(first)s or %(second)s. Write it without signs between thousands."),
    ),
    "date_unreadable": lambda: (
        _("This cannot be read as a date"),
        _("Write 1066, May 1066, 14 October 1066 or 1066–1072."),
    ),
    "date_two_ways": lambda: (
        _("This date has two readings"),
        _("It may be %(first)s or %(second)s. Write out the one that you mean."),
    ),
    "tolerance_odd": lambda: (
        _("This is no tolerance"),
        _("Write how far off a number may be: 5, 0.5 or 2 %%."),
    ),
    "tolerance_of_span": lambda: (
        _("A span has no tolerance"),
        _("Leave it empty, or ask for one number."),
    ),
    "inside_of_nothing": lambda: (
        _("There is no span"),
        _("Write the right answer as a span, such as 100 to 200, or clear the tick."),
    ),
    "gap_missing": lambda: (_("The gap is missing"), _("Write it as ____ in the sentence.")),
    "gaps_many": lambda: (_("More than one gap"), _("Leave one; ask for the others apart.")),
    "look_alike_right": lambda: (
        _("“%(text)s” is right and not right"),
        _("It stands in both lists. Take it out of one."),
    ),
    "kind_not_pasted": lambda: (
        _("Regions of a picture cannot be pasted"),
        _("Write this question with the form, and leave the row out here."),
    ),
    "kind_unknown": lambda: (
        _("“%(text)s” is no kind"),
        _("Write one of those in the example, or leave it empty."),
    ),
    "row_twice": lambda: (_("Row %(number)s asks the same"), _("Change it, or leave one out.")),
    "hints_of_essay": lambda: (
        _("An essay has no hints"),
        _("Empty this cell, or choose another kind."),
    ),
    "hints_many": lambda: (_("Too many hints"), _("At most %(limit)s.")),
    "tags_many": lambda: (_("Too many tags"), _("At most %(limit)s.")),
    "tag_long": lambda: (_("A tag is too long"), _("At most %(limit)s characters.")),
    "statement_empty": lambda: (
        _("The fact is missing"),
        _("Choose one, or say in a sentence what is to be known."),
    ),
    "topic_empty": lambda: (_("The topic is missing"), _("Reports group facts by topic.")),
    "source_title_empty": lambda: (
        _("The source has no title"),
        _("Write how it is called, or choose another one."),
    ),
    "source_url_odd": lambda: (
        _("This is no web address"),
        _("It begins with http:// or https://."),
    ),
    "paragraph_odd": lambda: (_("This is no paragraph"), _("A whole number from 1, please.")),
    "paragraph_without_source": lambda: (
        _("A paragraph of what?"),
        _("Choose the source, or leave the paragraph empty."),
    ),
    "paragraph_beyond": lambda: (
        _("The source is shorter"),
        _("It has %(number)s paragraphs."),
    ),
    "too_long": lambda: (_("This is too long"), _("At most %(limit)s characters.")),
    "audience_unknown": lambda: (
        _("This is not a classroom of yours"),
        _("Choose one from the list."),
    ),
    "fact_unknown": lambda: (_("This fact is not there any more"), _("Choose another one.")),
    "fact_not_for_class": lambda: (
        _("The class does not have this fact"),
        _("It belongs to you or to another class. State it anew for this class."),
    ),
    "source_unknown": lambda: (_("This source is not there any more"), _("Choose another one.")),
}
_ADVICE: Words = {
    "key_longest": lambda: (
        _("The right answer is the longest"),
        _("That gives it away. Shorten it, or make another option as full."),
    ),
    "stem_negative": lambda: (
        _("The question says “%(word)s”"),
        _("Many read over it. Ask for what is true."),
    ),
    "option_of_the_above": lambda: (
        _("“%(text)s”"),
        _("Options are shuffled, and it rewards guessing. Name the things."),
    ),
    "hint_tells": lambda: (
        _("Hint %(number)s gives the answer away"),
        _("“%(text)s” stands in it. Point to the way there instead."),
    ),
    "stem_asks_nothing": lambda: (
        _("No question mark and no gap"),
        _("Say what you ask for; a gap is written ____."),
    ),
    "stem_long": lambda: (
        _("The question has %(words)s words"),
        _("Up to 35 are read at a glance."),
    ),
    "E06": lambda: (
        _("The question holds its answer"),
        _("Words of the right answer stand in it."),
    ),
    "E09": lambda: (
        _("The question points outside itself"),
        _("Name what “it” or “this” is, so that it can be understood alone."),
    ),
    "E10": lambda: (
        _("This looks like part of a web page"),
        _("Leave out what does not belong to the question."),
    ),
    "E12": lambda: (
        _("The gap gives no hint"),
        _("One gap, after words that say what belongs into it."),
    ),
    "E13": lambda: (
        _("The grammar gives the answer away"),
        _("Only the right answer fits the last word of the question."),
    ),
    "W02": lambda: (
        _("The right answer resembles all others"),
        _("It shares most words with them, so it can be guessed."),
    ),
    "W04": lambda: (
        _("Only wrong options say always or never"),
        _("Who knows nothing about it rules them out."),
    ),
    "W05": lambda: (
        _("A vague word"),
        _("Often, usually and their like are read differently by everyone."),
    ),
    "W08": lambda: (
        _("The numbers are not in order"),
        _("From low to high they are found faster."),
    ),
    "W14": lambda: (
        _("Different units"),
        _("Give all options in the same unit and as exactly."),
    ),
    "W16": lambda: (
        _("This answer can be worded in many ways"),
        _("A typed answer is compared word by word. Ask by options, or as a flashcard."),
    ),
    "row_known": lambda: (_("This is asked already"), _("Saving it makes a second one.")),
    "truth_unsaid": lambda: (
        _("Say what is true instead"),
        _("Who took it for true then learns how it really is."),
    ),
    "feedback_missing": lambda: (
        _("A wrong choice could teach more"),
        _("Say what these really are: %(text)s."),
    ),
}


@dataclass(frozen=True, slots=True)
class CheckList:
    """The checks as the preview shows them: findings in words, what is missing as one line."""

    errors: tuple[CheckWords, ...]
    advice: tuple[CheckWords, ...]
    missing: tuple[str, ...]
    passed: int

    @property
    def to_look_at(self) -> int:
        """Findings that somebody should look at."""
        return len(self.errors) + len(self.advice)


def check_list(checks: Iterable[Check]) -> CheckList:
    """The checks for the preview."""
    found = tuple(checks)
    by_level: dict[str, list[CheckWords]] = {"error": [], "advice": [], "missing": []}
    for check in found:
        by_level[check.level].append(check_words(check))
    return CheckList(
        errors=tuple(by_level["error"]),
        advice=tuple(by_level["advice"]),
        missing=tuple(words.title for words in by_level["missing"]),
        passed=max(0, FLAWS - len({check.code for check in found})),
    )


def change_words(changed: Iterable[str]) -> str:
    """What a version changed, as a list in words."""
    words = part_words()
    return ", ".join(words[name] for name in changed)


def part_words() -> dict[str, str]:
    """The parts of a question by their names."""
    return {
        "stem": _("the question"),
        "answer": _("the right answer"),
        "options": _("the options"),
        "feedback": _("the feedback"),
        "accept": _("what is right as well"),
        "look_alikes": _("what is easily confused"),
        "unit": _("the unit"),
        "tolerance": _("the tolerance"),
        "extra": _("the partners of nobody"),
        "model": _("the model answer"),
        "words": _("the expected length"),
        "rubric_shown": _("whether pupils see the rubric"),
        "explanation": _("the explanation"),
        "hints": _("the hints"),
        "picture": _("the picture"),
    }
