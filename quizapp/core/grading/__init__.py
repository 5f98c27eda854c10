"""Judging answers: one module per kind of question, found through one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quizapp.core.grading import (
    cloze,
    date,
    essay,
    flashcard,
    image_regions,
    matching,
    multiple_choice,
    numeric,
    ordering,
    short_answer,
    single_choice,
    true_false,
)
from quizapp.core.grading.asides import as_meant
from quizapp.core.grading.verdict import Response, Verdict
from quizapp.core.questions import RECALL_KINDS, Question, QuestionKind

Grader = Callable[[Question, Response, str], Verdict]

GRADERS: Mapping[QuestionKind, Grader] = {
    QuestionKind.FLASHCARD: flashcard.grade,
    QuestionKind.SINGLE_CHOICE: single_choice.grade,
    QuestionKind.MULTIPLE_CHOICE: multiple_choice.grade,
    QuestionKind.TRUE_FALSE: true_false.grade,
    QuestionKind.SHORT_ANSWER: short_answer.grade,
    QuestionKind.NUMERIC: numeric.grade,
    QuestionKind.DATE: date.grade,
    QuestionKind.ORDERING: ordering.grade,
    QuestionKind.MATCHING: matching.grade,
    QuestionKind.CLOZE: cloze.grade,
    QuestionKind.ESSAY: essay.grade,
    QuestionKind.IMAGE_REGIONS: image_regions.grade,
}


def grade(question: Question, response: Response, language: str) -> Verdict:
    """What an answer is worth.

    `language` is the interface's: typed dates and numbers are read by its conventions, and by
    those of the question's own language where that fails. An UNCLEAR verdict is asked back and
    never stored. Raises ValueError when the response cannot belong to the question (an unknown
    option, a rating outside 1..4) or the question's key is malformed.
    """
    judge = GRADERS[question.kind]
    if question.kind in RECALL_KINDS:
        return as_meant(judge, question, response, language)
    return judge(question, response, language)
