"""Rules, states and mistakes of quizzes in words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from quizapp.core.quizzes.regrading import Way
from quizapp.core.quizzes.rules import Behaviour, Counting, LateRule, Show
from quizapp.services.context import Refused
from quizapp.services.quizzes.essay_marks import LONGEST_COMMENT, MarkOpen
from quizapp.web.shared.texts import gettext as _
from quizapp.web.shared.texts import ngettext
from quizapp.web.shared.words import number, refusal_words

FIELD_OF: Mapping[str, str] = MappingProxyType(
    {
        "title_empty": "title",
        "title_too_long": "title",
        "instructions_too_long": "instructions",
        "time_limit_out_of_range": "minutes",
        "attempts_out_of_range": "attempts",
        "late_penalty_out_of_range": "late_penalty",
        "tries_out_of_range": "tries",
        "try_penalty_out_of_range": "try_penalty",
    }
)
"""Under which field of a quiz each mistake stands; the others stand on top of the form."""
ASSIGNMENT_FIELD_OF: Mapping[str, str] = MappingProxyType(
    {
        "title_empty": "title",
        "title_too_long": "title",
        "quiz_or_facts": "topics",
        "due_missing": "due_at",
        "nobody_asked": "reach",
        "target_out_of_range": "target",
        "dates_out_of_order": "closes_at",
    }
)
"""The same for an assignment."""


def behaviours() -> dict[str, str]:
    """When an answer is judged."""
    return {
        Behaviour.DEFERRED: _("at the end: answers may be changed until then"),
        Behaviour.IMMEDIATE: _("at once: one answer to each question"),
        Behaviour.TRIES: _("at once, and again after a wrong answer"),
        Behaviour.CERTAINTY: _("at the end, with how sure one is"),
    }


def countings() -> dict[str, str]:
    """Which attempt counts."""
    return {
        Counting.BEST: _("the best"),
        Counting.LAST: _("the last"),
        Counting.FIRST: _("the first"),
        Counting.AVERAGE: _("the mean of all"),
    }


def late_rules() -> dict[str, str]:
    """What happens after the due date."""
    return {
        LateRule.ACCEPT: _("late attempts count in full"),
        LateRule.PENALTY: _("late attempts lose a part"),
        LateRule.REFUSE: _("nothing is taken any more"),
    }


def shows() -> dict[str, str]:
    """What may be shown of an answered question."""
    return {
        Show.OWN: _("own answer"),
        Show.MARKS: _("right or wrong, and marks"),
        Show.RIGHT: _("the right answer"),
        Show.FEEDBACK: _("why"),
        Show.SOURCE: _("fact and source"),
    }


def state_words(state: str) -> str:
    """The state of a quiz."""
    return {"draft": _("draft"), "ready": _("ready"), "retired": _("retired")}.get(state, state)


def live_words(state: str) -> str:
    """Where a learner stands in a quiz."""
    words = {
        "not_begun": _("not begun"),
        "working": _("at work"),
        "submitted": _("submitted"),
    }
    return words.get(state, state)


def problem_words(code: str) -> str:
    """What is to be mended in a quiz or an assignment."""
    return _quiz_problems().get(code) or _assignment_problems().get(code) or code


def _quiz_problems() -> dict[str, str]:
    return {
        "title_empty": _("Please give it a title."),
        "title_too_long": _("That title is too long; 120 characters at most."),
        "instructions_too_long": _("At most 4,000 characters, please."),
        "too_many_questions": _("At most 200 lines and 300 questions, please."),
        "count_out_of_range": _("A draw asks for at least one question."),
        "points_out_of_range": _("Each question is worth more than 0 and at most 1,000 points."),
        "draw_from_nothing": _("A random draw needs a topic or a tag to draw from."),
        "question_unknown": _("One of the questions is gone. Remove its line and save again."),
        "flashcard_in_quiz": _("Flashcards are judged by the learner, so no quiz asks them."),
        "time_limit_out_of_range": _("At most seven days, please."),
        "attempts_out_of_range": _("At most 100 attempts, please."),
        "tries_out_of_range": _("From 1 to 10 tries, please."),
        "try_penalty_out_of_range": _("From 0 to 100 per cent, please."),
        "late_penalty_out_of_range": _("From 0 to 100 per cent, please."),
    }


def _assignment_problems() -> dict[str, str]:
    return {
        "quiz_or_facts": _("Please choose at least one topic."),
        "due_missing": _("Please say by when it is to be known."),
        "nobody_asked": _("Please choose at least one learner or group."),
        "target_out_of_range": _("From 50 to 99 per cent, please."),
        "dates_out_of_order": _("First it opens, then it is due, then it closes."),
        "learner_unknown": _("One of the learners has left the class. Please choose again."),
        "group_unknown": _("One of the groups is gone. Please choose again."),
        "fact_unknown": _("One of the facts is gone. Please choose the topics again."),
    }


def way_words(way: Way) -> str:
    """What is to become of marks that were given."""
    return ways()[way][0]


def ways() -> dict[Way, tuple[str, str]]:
    """The ways of marking again, each with what it means for marks and memory."""
    return {
        Way.NEW_KEY: (
            _("judge all answers by the new key"),
            _("Marks go up or down, and what learners remember follows."),
        ),
        Way.FULL: (
            _("all points to everybody"),
            _("An answer that was not right no longer says anything of what its learner knows."),
        ),
        Way.VOID: (
            _("leave the question out"),
            _("It gives no points and no answer to it says anything of what is known."),
        ),
        Way.KEEP: (_("leave the marks as they are"), _("Only the decision is noted.")),
    }


def refused_words(error: Refused) -> str:
    """The reason of a refusal of this room as one sentence with the cure."""
    words = {
        "regrade_changed_meanwhile": _(
            "Marks changed since this was shown. Below is what would change now; look at it, then "
            "press the button again."
        ),
        "regrade_not_last": _(
            "A later decision stands on this one. Undo the later one first, then this one."
        ),
        "essay_without_key": _(
            "An essay has no key to be judged by. Give it another mark in the marking queue, or "
            "choose one of the other ways."
        ),
        "quiz_empty": _("There is nothing to ask yet. Add a question or a draw first."),
        "quiz_changed_meanwhile": _(
            "Somebody else saved this quiz meanwhile. Below is what you typed; open the quiz in "
            "another tab to see theirs, then save again to put yours in its place."
        ),
        "assignment_changed_meanwhile": _(
            "Somebody else saved this meanwhile. Below is what you typed; save again to put it in "
            "its place."
        ),
    }
    return words.get(error.code) or refusal_words(error)


def mark_open_words(still: MarkOpen) -> str:
    """Why a mark of an essay does not count yet."""
    if still.long:
        return _(
            "The comment is longer than %(limit)s characters. All of it is kept as a draft; "
            "shorten it, then save again.",
            limit=number(LONGEST_COMMENT),
        )
    places = ", ".join(str(place + 1) for place in still.criteria)
    return ngettext(
        "Criterion %(places)s has no points that fit it. The rest is kept as a draft.",
        "Criteria %(places)s have no points that fit them. The rest is kept as a draft.",
        len(still.criteria),
        places=places,
    )
