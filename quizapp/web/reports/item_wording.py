"""Figures of questions in words: what each number means, what to do about it."""

from __future__ import annotations

from quizapp.core.statistics.findings import WEAK, Finding
from quizapp.services.question_reports import QuestionReport
from quizapp.web.shared.texts import gettext as _
from quizapp.web.shared.texts import number_text
from quizapp.web.shared.words import percent

GOOD = 0.3


def two(figure: float | None) -> str:
    """A figure with two decimals for the page, "–" where there is none."""
    return "–" if figure is None else number_text(round(figure, 2) + 0.0)  # never "-0"


def tells(figure: float | None) -> str:
    """What a discrimination means."""
    if figure is None:
        return _("not known yet: too few answers, or all alike")
    if figure >= GOOD:
        return _("good: tells strong from weak learners")
    if figure >= WEAK:
        return _("fair: tells strong from weak learners")
    if figure >= 0:
        return _("weak: hardly tells strong from weak learners")
    return _("turned round: strong learners miss it more")


def finding_words(report: QuestionReport, finding: Finding) -> tuple[str, str]:
    """A finding as a short title and a sentence with its figures and what to do."""
    option = report.options[finding.option] if 0 <= finding.option < len(report.options) else None
    if finding.code == "mixed_up" and option is not None:
        right = next(one for one in report.options if one.correct)
        return _("The weakest prefer “%(option)s”", option=option.text), _(
            "In the lowest fifth, more choose it (%(wrong)s) than the right answer (%(right)s). "
            "Teach the two side by side.",
            wrong=percent(option.use.by_fifth[0]),
            right=percent(right.use.by_fifth[0]),
        )
    if finding.code == "no_work" and option is not None:
        return _("“%(option)s” does no work", option=option.text), _(
            "Chosen by %(count)s of %(all)s. Fewer options are enough.",
            count=number_text(option.use.chosen),
            all=number_text(report.chose),
        )
    return _others()[finding.code]


def _others() -> dict[str, tuple[str, str]]:
    return {
        "wrong_key": (
            _("Look at the key"),
            _("Strong learners miss it more often than weak ones. Is the key right, the wording?"),
        ),
        "weak": (
            _("It hardly tells who knows more"),
            _("Weak learners do nearly as well as strong ones. Look at wording and options."),
        ),
        "easy": (
            _("Nearly everybody knows it"),
            _("It asks for little. Keep it as an opener, or ask the fact in a harder way."),
        ),
        "hard": (
            _("Hardly anybody knows it"),
            _("Look whether the class has met the fact, then at the wording."),
        ),
        "mixed_up": (_("A wrong option wins"), ""),
        "no_work": (_("An option does no work"), ""),
    }
