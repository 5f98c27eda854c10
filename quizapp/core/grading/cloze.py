"""A gap in a sentence: judged as what its key holds, a number, a time or words."""

from __future__ import annotations

from quizapp.core.grading import date, numeric, short_answer
from quizapp.core.grading.verdict import Response, Verdict
from quizapp.core.questions import AnswerKey, Question
from quizapp.core.values.numbers import parse_value
from quizapp.core.values.times import parse_edtf


def grade(question: Question, response: Response, language: str) -> Verdict:
    """The verdict of the grader that fits the key."""
    if is_number(question.key):
        return numeric.grade(question, response, language)
    if question.key.value:
        return date.grade(question, response, language)
    return short_answer.grade(question, response, language)


def is_number(key: AnswerKey) -> bool:
    """Whether a key holds a number and no time.

    "7000" alone could be either: a unit or a hedge makes it a number, and so does whatever is
    no time or lies outside the years 1000 to 2100.
    """
    try:
        number = parse_value(key.value)
    except ValueError:
        return False
    try:
        parse_edtf(key.value)
    except ValueError:
        return True
    return bool(key.unit or key.approx) or not 1000 <= number.low <= number.high <= 2100
