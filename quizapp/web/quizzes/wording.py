"""Words of quizzes: whether one is open, and under which rules."""

from __future__ import annotations

from quizapp.core.quizzes.rules import Behaviour, LateRule, Rules
from quizapp.core.quizzes.timing import Gate
from quizapp.web.shared.texts import gettext as _
from quizapp.web.shared.texts import ngettext
from quizapp.web.shared.words import percent


def gate_words(gate: Gate) -> str:
    """Whether a quiz can be begun, as a label."""
    words = {
        Gate.OPEN: _("Open"),
        Gate.NOT_YET: _("Not open yet"),
        Gate.OVER: _("Closed"),
        Gate.NO_ATTEMPT_LEFT: _("No attempt left"),
    }
    return words[gate]


def rule_words(rules: Rules) -> tuple[str, ...]:
    """What a learner should know of the rules before beginning, a sentence each."""
    said = [_BEHAVIOURS[rules.behaviour]()]
    if rules.behaviour is Behaviour.TRIES:
        said.append(
            ngettext(
                "You have %(num)s try at each question; each further one costs %(share)s of it.",
                "You have %(num)s tries at each question; each further one costs %(share)s of it.",
                rules.tries,
                share=percent(rules.try_penalty),
            )
        )
        said.append(
            _(
                "Where a question has hints, one comes after each try that was not right; a hint "
                "that you ask for costs as much as a further try."
            )
        )
    if rules.late is LateRule.PENALTY:
        said.append(
            _(
                "Late is possible: each day begun costs %(share)s of the score.",
                share=percent(rules.late_penalty),
            )
        )
    if rules.late is LateRule.REFUSE:
        said.append(_("Nothing is taken after the due date."))
    return tuple(said)


_BEHAVIOURS = {
    Behaviour.DEFERRED: lambda: _("You may change your answers until you submit."),
    Behaviour.IMMEDIATE: lambda: _("Each question is judged as soon as you check it."),
    Behaviour.TRIES: lambda: _("You may check each answer and try again."),
    Behaviour.CERTAINTY: lambda: _(
        "You say with each answer how sure you are: sure and right earns all, "
        "sure and wrong costs twice the points."
    ),
}
