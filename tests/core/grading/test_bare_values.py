"""Figures and times in a short sentence: read out of it, and asked back with a word too many."""

from __future__ import annotations

import pytest

from quizapp.core.grading import grade
from quizapp.core.grading.verdict import Response
from quizapp.core.questions import AnswerKey, Question, QuestionKind

YEAR = (
    QuestionKind.DATE,
    "In which year did the government expel the missions?",
    AnswerKey("1969", value="1969"),
)
SPAN = (
    QuestionKind.DATE,
    "In which years did the mission work in Peru?",
    AnswerKey("1919–21", value="1919/1921"),
)
LENGTH = (
    QuestionKind.NUMERIC,
    "How many years passed?",
    AnswerKey("2 years", value="2", unit="years"),
)
SUM = (
    QuestionKind.NUMERIC,
    "About how much did Peru buy?",
    AnswerKey("about US$1.5 billion", value="1500000000", unit="US$", approx="about"),
)


@pytest.mark.parametrize(
    ("asked", "typed", "expected"),
    [
        (YEAR, "It expelled them in 1969", "right"),
        (YEAR, "1969, by the government", "right"),
        (YEAR, "AD 1969", "right"),
        (YEAR, "I think 1969", "right"),
        (YEAR, "nineteen sixty-nine", "right"),
        (YEAR, "it expelled them in 1968", "not_yet"),
        (YEAR, "before they left in 1969", "unclear"),
        (YEAR, "the king came in 1969", "unclear"),
        (YEAR, "they came in 1968 or 1969", "unclear"),
        (SPAN, "It worked from 1919 to 1921 in Peru", "right"),
        (SPAN, "from 1919 up to 1921", "right"),
        (SPAN, "it began in 1919, ended in 1921", "right"),
        (SPAN, "nineteen nineteen to nineteen twenty-one", "right"),
        (SPAN, "it worked until 1921", "partly"),
        (LENGTH, "it lasted 2 years", "right"),
        (LENGTH, "two (1919-21)", "right"),
        (LENGTH, "24 months", "right"),
        (LENGTH, "25 months", "not_yet"),
        (LENGTH, "2 (not 3)", "unclear"),
        (SUM, "it bought 1½ billion dollars", "right"),
        (SUM, "1 1/2 billion U.S. dollars", "right"),
        (SUM, "$1.5 bil", "right"),
        (SUM, "½ billion", "not_yet"),
        (SUM, "almost 1.5 billion", "partly"),
        (SUM, "less than 1.5 billion", "partly"),
        (SUM, "at most 1.5 billion", "partly"),
        (SUM, "more than 1.5 billion", "partly"),
    ],
)
def test_a_value_is_read_out_of_a_sentence(
    asked: tuple[QuestionKind, str, AnswerKey], typed: str, expected: str
) -> None:
    kind, stem, key = asked
    question = Question("q", kind, "t", stem, key, ("f",))
    assert grade(question, Response(typed), "en").outcome == expected
