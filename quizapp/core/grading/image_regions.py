"""A region of a picture: a single choice whose options are places. A wrong one says what it is."""

from __future__ import annotations

from dataclasses import replace

from quizapp.core.grading import single_choice
from quizapp.core.grading.notes import note
from quizapp.core.grading.verdict import Response, Verdict
from quizapp.core.questions import Question


def grade(question: Question, response: Response, language: str) -> Verdict:
    """Right when the chosen region is. Raises ValueError as a single choice does."""
    verdict = single_choice.grade(question, response, language)
    if verdict.right or response.dont_know or not response.chosen:
        return verdict
    chosen = question.options[response.chosen[0]]
    return replace(verdict, notes=(note("region_is", text=chosen.text), *verdict.notes))
