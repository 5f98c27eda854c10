"""True or false: a single choice of two options."""

from __future__ import annotations

from quizapp.core.grading import single_choice
from quizapp.core.grading.verdict import Response, Verdict
from quizapp.core.questions import Question


def grade(question: Question, response: Response, language: str) -> Verdict:
    """Right when the chosen option is. Raises ValueError as a single choice does."""
    return single_choice.grade(question, response, language)
