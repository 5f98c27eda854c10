"""Checks on a written answer: that it is there, can be read, and is not ruled out itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.core.questions import QuestionKind
from quizapp.core.values.texts import fold
from quizapp.services.authoring.draft import TYPED, Draft, lines
from quizapp.services.authoring.finding import Check
from quizapp.services.authoring.keys import read, tolerance_of

GAP = re.compile(r"_{3,}|…")


def answer_there(draft: Draft) -> Iterator[Check]:
    """No answer at all."""
    if draft.kind in TYPED and not draft.answer:
        yield Check("answer_missing", "missing", "answer")


def answer_readable(draft: Draft) -> Iterator[Check]:
    """A number or time that cannot be read, or in two ways."""
    if draft.kind not in (QuestionKind.NUMERIC, QuestionKind.DATE) or not draft.answer:
        return
    reading = read(draft.kind, draft.answer, draft.language)
    if reading.trouble:
        values = {"first": reading.first, "second": reading.second}
        yield Check(reading.trouble, "error", "answer", values)


def tolerance_readable(draft: Draft) -> Iterator[Check]:
    """A tolerance that is no number, or one where nothing can be tolerated."""
    if draft.kind is not QuestionKind.NUMERIC or not draft.tolerance:
        return
    if tolerance_of(draft.tolerance, draft.language) is None:
        yield Check("tolerance_odd", "error", "tolerance")
    elif "/" in read(draft.kind, draft.answer, draft.language).value:
        yield Check("tolerance_of_span", "error", "tolerance")


def inside_a_span(draft: Draft) -> Iterator[Check]:
    """Any number inside was allowed where there is no span."""
    if draft.kind is not QuestionKind.NUMERIC or not draft.inside or not draft.answer:
        return
    value = read(draft.kind, draft.answer, draft.language).value
    if value and "/" not in value:
        yield Check("inside_of_nothing", "error", "inside")


def one_gap(draft: Draft) -> Iterator[Check]:
    """A gap text without its gap, or with several."""
    if draft.kind is not QuestionKind.CLOZE or not draft.stem:
        return
    gaps = len(GAP.findall(draft.stem))
    if gaps != 1:
        level, code = ("error", "gaps_many") if gaps else ("missing", "gap_missing")
        yield Check(code, level, "stem")


def not_ruled_out(draft: Draft) -> Iterator[Check]:
    """A form that is both right and not to be taken for right."""
    if draft.kind not in TYPED:
        return
    right = {fold(form) for form in (draft.answer, *lines(draft.accept)) if form}
    for text in lines(draft.look_alikes):
        if fold(text) in right:
            yield Check("look_alike_right", "error", "look_alikes", {"text": text})


ANSWER_CHECKS = (
    *(answer_there, answer_readable, tolerance_readable, inside_a_span, one_gap, not_ruled_out),
)
