"""How pupils answer one question at first sight, and what this says about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median, quantiles
from typing import Any

from quizapp.core.questions import CHOICE_KINDS, QuestionKind
from quizapp.core.statistics.findings import Finding, findings
from quizapp.core.statistics.items import OptionUse, discrimination, facility, option_use
from quizapp.services.access import Permission, require
from quizapp.services.context import Context, NotFound
from quizapp.store.queries import question_reports as queries
from quizapp.store.queries.people import Person

MIDDLE = 0.5


@dataclass(frozen=True, slots=True)
class OptionReport:
    """One option of the version in force with who chose it; shares of the fifths 0..1."""

    text: str
    correct: bool
    use: OptionUse


@dataclass(frozen=True, slots=True)
class CriterionReport:
    """One criterion of an essay: how many got none, a part and all of its points, and the mean."""

    text: str
    points: float
    none: int
    part: int
    full: int
    mean: float


@dataclass(frozen=True, slots=True)
class QuestionReport:
    """First answers of all pupils in the teacher's classrooms.

    `right` of `answered` were right in full; times are seconds, `three_of_four` within which
    three of four answer. `options` hold the answers to the version in force, `other_versions`
    how many answered an earlier one. None where nothing can be said. Of an essay: `criteria` hold
    the newest marks of all who were marked by the rubric in force (`essay_marks`), and
    `essay_others` counts those marked by an earlier one.
    """

    public_id: str
    stem: str
    language: str
    kind: str
    collection: str
    number: int
    answered: int
    right: int
    unknown: int
    facility: float | None
    discrimination: float | None
    seconds: float | None
    three_of_four: float | None
    options: tuple[OptionReport, ...]
    chose: int
    other_versions: int
    findings: tuple[Finding, ...]
    criteria: tuple[CriterionReport, ...] = ()
    essay_marks: int = 0
    essay_others: int = 0


def question_report(context: Context, person: Person, public_id: str) -> QuestionReport:
    """The report of a question that this teacher may read. Raises NotFound."""
    require(Permission.TEACH, person)
    with context.store.read() as connection:
        head = queries.head(connection, person, public_id)
        if head is None:
            raise NotFound
        answers = queries.first_answers(connection, person.id, head.id)
        totals = queries.totals(connection, [row.learner_id for row in answers])
        texts = queries.options(connection, head.version_id)
        given = queries.essay_marks(connection, person.id, head.id)
    scores = [row.score for row in answers]
    rests = [_share_of_the_rest(row, totals) for row in answers]
    easy, tells = facility(scores), discrimination(scores, rests)
    current = [row for row in answers if row.version_id == head.version_id]
    options = _options(QuestionKind(head.kind), current, totals, texts)
    right = frozenset(number for number, (_text, correct) in enumerate(texts) if correct)
    uses = [one.use for one in options]
    times = sorted(row.milliseconds / 1000 for row in answers)
    marks = [row.points for row in given if row.version_id == head.version_id]
    return QuestionReport(
        public_id=head.public_id,
        stem=head.stem,
        language=head.language,
        kind=head.kind,
        collection=head.collection,
        number=head.number,
        answered=len(answers),
        right=sum(score >= 1 for score in scores),
        unknown=sum(bool(row.dont_know) for row in answers),
        facility=easy,
        discrimination=tells,
        seconds=median(times) if times else None,
        three_of_four=quantiles(times, n=4)[2] if len(times) > 1 else None,
        options=options,
        chose=len(current),
        other_versions=len(answers) - len(current),
        findings=findings(easy, tells, uses, right, len(current)),
        criteria=_criteria([text for text, _correct in texts], head.accept, marks),
        essay_marks=len(marks),
        essay_others=len(given) - len(marks),
    )


def _criteria(
    texts: Sequence[str], most: Sequence[str], marks: Sequence[Sequence[float]]
) -> tuple[CriterionReport, ...]:
    """How each criterion of an essay was marked; nothing while nobody was."""
    rows = []
    for place, text in enumerate(texts if marks else ()):
        points = float(most[place])
        given = [mark[place] for mark in marks]
        none, full = sum(one <= 0 for one in given), sum(one >= points > 0 for one in given)
        rows.append(
            CriterionReport(text, points, none, len(given) - none - full, full, fmean(given))
        )
    return tuple(rows)


def _share_of_the_rest(row: Any, totals: dict[int, tuple[int, int]]) -> float:
    """The learner's share of right answers without this one; the middle where there is none."""
    right, answers = totals.get(row.learner_id, (0, 0))
    right, answers = right - int(row.score >= 1), answers - 1
    return right / answers if answers > 0 else MIDDLE


def _options(
    kind: QuestionKind,
    answers: Sequence[Any],
    totals: dict[int, tuple[int, int]],
    texts: Sequence[tuple[str, bool]],
) -> tuple[OptionReport, ...]:
    """Who chose what, by the learners' share of right answers in everything else."""
    if kind not in CHOICE_KINDS:
        return ()
    chosen = [list(row.response_chosen) for row in answers]
    rests = [_share_of_the_rest(row, totals) for row in answers]
    used = option_use(chosen, rests, len(texts)) if answers else ()
    return tuple(
        OptionReport(text, correct, use) for (text, correct), use in zip(texts, used, strict=False)
    )
