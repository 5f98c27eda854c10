"""Reports as tables for a file: the numbers that stand on the page, with the same rounding."""

from __future__ import annotations

from decimal import Decimal

from quizapp.core.questions import QuestionKind
from quizapp.core.values.markup import bare_words
from quizapp.exchange.tables import Cell, Table
from quizapp.services.fact_reports import FactReport
from quizapp.services.question_reports import OptionReport, QuestionReport
from quizapp.services.quiz_reports import QuizReport
from quizapp.services.reports import ClassReport, LearnerRow, StudentReport
from quizapp.web.reports.wording import reason_words
from quizapp.web.shared.texts import gettext as _
from quizapp.web.shared.words import kind_words, ordinal


def per_cent(share: float | None) -> int | None:
    """A share as whole per cent, None where there is none."""
    return None if share is None else round(100 * share)


def rounded(figure: float | None, places: int = 0) -> Decimal | int | None:
    """A figure with so many decimals, None where there is none."""
    if figure is None:
        return None
    return Decimal(f"{round(figure, places) + 0.0:.{places}f}") if places else round(figure)


def class_tables(report: ClassReport) -> list[Table]:
    """A row for each learner."""
    heads = (
        _("Learner"),
        _("All (%)"),
        _("Last studied"),
        *(f"{topic.topic} (%)" for topic in report.topics),
        _("Facts met"),
        _("Facts due"),
        _("Facts in all"),
        _("Needs help"),
    )
    rows = tuple(_learner(report, learner) for learner in report.learners)
    return [Table(report.name, heads, rows)]


def _learner(report: ClassReport, learner: LearnerRow) -> tuple[Cell, ...]:
    return (
        learner.name,
        per_cent(learner.recall),
        learner.studied,
        *(per_cent(share) for share in learner.topics),
        learner.introduced,
        learner.due,
        report.facts,
        " ".join(reason_words(reason) for reason in learner.reasons),
    )


def student_tables(report: StudentReport) -> list[Table]:
    """The figures of a learner, then the topics, then the weakest facts."""
    row = report.learner
    figures: tuple[tuple[Cell, ...], ...] = (
        (_("Expected recall now (%)"), per_cent(row.recall)),
        (_("Last studied"), row.studied),
        (_("Facts met"), row.introduced),
        (_("Facts in all"), report.facts),
        (_("Facts due"), row.due),
        (_("Answers in 14 days"), report.answers),
        (_("Right of these"), report.right),
        (_("Needs help"), " ".join(reason_words(reason) for reason in row.reasons)),
    )
    topics = tuple(
        (one.topic, per_cent(one.recall), one.introduced, one.total) for one in report.topics
    )
    weakest = tuple((one.statement, per_cent(one.recall)) for one in report.weakest)
    return [
        Table(row.name, (_("Figure"), _("Value")), figures),
        Table(_("By topic"), (_("Topic"), _("Recall (%)"), _("Met"), _("Facts")), topics),
        Table(_("Weakest facts"), (_("Fact"), _("Recall (%)")), weakest),
    ]


def score_tables(report: QuizReport) -> list[Table]:
    """A row for each learner."""
    heads = (
        _("Learner"),
        _("Class"),
        _("Score (%)"),
        _("Attempts"),
        _("Minutes"),
        _("Submitted (UTC)"),
        *((_("Essays to mark (score is provisional)"),) if report.waiting else ()),
    )
    rows = tuple(
        (
            row.name,
            row.classroom_name,
            per_cent(row.share),
            row.attempts,
            rounded(row.minutes, 1),
            row.submitted_at,
            *((row.waiting,) if report.waiting else ()),
        )
        for row in report.learners
    )
    return [Table(report.title, heads, rows)]


def item_tables(report: QuizReport) -> list[Table]:
    """A row for each question of a quiz."""
    heads = (
        _("Question"),
        _("Kind"),
        _("Asked"),
        _("Facility (%)"),
        _("Discrimination"),
        _("Median time (s)"),
        _("Not answered"),
        _("Most common mistake"),
        _("How often"),
    )
    rows = tuple(
        (
            bare_words(row.stem),
            kind_words(row.kind),
            row.asked,
            per_cent(row.facility),
            rounded(row.discrimination, 2),
            rounded(row.seconds),
            row.unanswered,
            bare_words(row.mistake),
            row.mistakes,
        )
        for row in report.items
    )
    return [Table(_("Questions"), heads, rows)]


def question_tables(report: QuestionReport) -> list[Table]:
    """The figures of a question, then a row for each option; of an essay for each criterion."""
    if report.kind == QuestionKind.ESSAY:
        return _essay_tables(report)
    figures: tuple[tuple[Cell, ...], ...] = (
        (_("Question"), bare_words(report.stem)),
        (_("Answered"), report.answered),
        (_("Right"), report.right),
        (_("Facility (%)"), per_cent(report.facility)),
        (_("Discrimination"), rounded(report.discrimination, 2)),
        (_("Median time (s)"), rounded(report.seconds)),
    )
    tables = [Table(_("Question"), (_("Figure"), _("Value")), figures)]
    if report.options:
        fifths = (_("%(place)s fifth (%%)", place=ordinal(number)) for number in range(1, 6))
        heads = (_("Option"), _("Right"), _("Chosen"), *fifths)
        rows = tuple(_option(one) for one in report.options)
        tables.append(Table(_("Options"), heads, rows))
    return tables


def _essay_tables(report: QuestionReport) -> list[Table]:
    figures: tuple[tuple[Cell, ...], ...] = (
        (_("Question"), bare_words(report.stem)),
        (_("Essays marked"), report.essay_marks),
    )
    heads = (_("Criterion"), _("Points"), _("Mean"), _("None"), _("A part"), _("All"))
    rows = tuple(
        (
            bare_words(one.text),
            rounded(one.points, 1),
            rounded(one.mean, 2),
            one.none,
            one.part,
            one.full,
        )
        for one in report.criteria
    )
    first = Table(_("Question"), (_("Figure"), _("Value")), figures)
    return [first, Table(_("Rubric"), heads, rows)]


def _option(one: OptionReport) -> tuple[Cell, ...]:
    fifths = (per_cent(share) for share in one.use.by_fifth)
    return (bare_words(one.text), _("yes") if one.correct else None, one.use.chosen, *fifths)


def fact_tables(report: FactReport) -> list[Table]:
    """A row for each class, then one for each learner who met the fact."""
    classes = tuple(
        (row.name, row.answers, per_cent(row.share), row.met, row.learners, per_cent(row.recall))
        for row in report.classes
    )
    learners = tuple(
        (one.name, one.classroom_name, per_cent(one.recall), one.last_day)
        for one in report.learners
    )
    heads = (
        _("Classroom"),
        _("Answers"),
        _("Right (%)"),
        _("Have met it"),
        _("Learners"),
        _("Recall (%)"),
    )
    named = (_("Learner"), _("Class"), _("Recall (%)"), _("Last studied"))
    return [Table(_("Classrooms"), heads, classes), Table(_("Learners"), named, learners)]
