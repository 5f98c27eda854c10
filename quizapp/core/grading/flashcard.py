"""Flashcards: the learner says how well it was known, and is believed."""

from __future__ import annotations

from quizapp.core.grading.notes import note
from quizapp.core.grading.verdict import Response, Verdict
from quizapp.core.grading.verdicts import no_answer, not_yet, right
from quizapp.core.questions import Question

_PASS = 2  # Hard is a pass: it was recalled


def grade(question: Question, response: Response, language: str) -> Verdict:
    """Right from Hard upward. Raises ValueError for a rating outside 1..4."""
    del language
    rating = response.rating
    if response.dont_know or rating is None:
        return no_answer(question)
    if not 1 <= rating <= 4:
        raise ValueError(f"A rating is 1 to 4, not {rating}.")
    rated = note("rated", rating=str(rating))
    return right(question, rated) if rating >= _PASS else not_yet(question, rated)
