"""One option out of several. A wrong one says what it really is."""

from __future__ import annotations

from quizapp.core.grading.notes import note
from quizapp.core.grading.verdict import Response, Verdict
from quizapp.core.grading.verdicts import chosen_indexes, no_answer, not_yet, right
from quizapp.core.questions import Question


def grade(question: Question, response: Response, language: str) -> Verdict:
    """Right when the chosen option is. Raises ValueError for no such or several options."""
    del language
    chosen = chosen_indexes(question, response)
    if response.dont_know or not chosen:
        return no_answer(question)
    if len(chosen) > 1:
        raise ValueError(f"Question {question.id} takes one option, {len(chosen)} were given.")
    option = question.options[chosen[0]]
    if option.correct:
        return right(question)
    if option.feedback:
        return not_yet(question, note("chosen_is", text=option.feedback))
    return not_yet(question)
