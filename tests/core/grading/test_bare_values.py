"""Figures and times in a short sentence: read out of it, and asked back with a word too many."""

from __future__ import annotations

import pytest

from quizapp.core.grading import grade
from quizapp.core.grading.verdict import Response
from quizapp.core.questions import AnswerKey, Question, QuestionKind
from quizapp.core.values.word_lists import words

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
DECADE = (
    QuestionKind.DATE,
    "Did it happen in the 1920s or the 1930s?",
    AnswerKey("the 1930s", value="193X"),
)
DAYS = (QuestionKind.NUMERIC, "How many days?", AnswerKey("6", value="6", unit="days"))
MEN = (QuestionKind.NUMERIC, "How many hundred men came?", AnswerKey("300", value="300"))
FIRST = (
    QuestionKind.DATE,
    "What was the first year of the Italian air mission?",
    AnswerKey("1935", value="1935"),
)
START = (
    QuestionKind.DATE,
    "Beginning in which year did Peru develop a close relationship?",
    AnswerKey("1973", value="1973"),
)
TRAINED = (
    QuestionKind.NUMERIC,
    "How many Peruvian officers and sailors did it train?",
    AnswerKey("7,000", value="7000"),
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
        (YEAR, "it was, I think, 1969", "right"),
        (YEAR, "it expelled – in 1969", "right"),
        (YEAR, "1969 at government level", "unclear"),
        *((YEAR, f"1969 {word} government", "right") for word in words("in of on at en de")),
        (YEAR, "1969 government/1968", "unclear"),
        (YEAR, "1968 it expelled, 1969", "unclear"),
        (DECADE, "it did happen in the 1930s", "right"),
        (YEAR, "it expelled them in 1968", "not_yet"),
        (YEAR, "before they left in 1969", "unclear"),
        (YEAR, "the king came in 1969", "unclear"),
        (YEAR, "they came in 1968 or 1969", "unclear"),
        (SPAN, "It worked from 1919 to 1921 in Peru", "right"),
        (SPAN, "from 1919 up to 1921", "right"),
        (SPAN, "it began in 1919, ended in 1921", "right"),
        (SPAN, "it worked 1919 up to 1921 in Peru", "right"),
        (SPAN, "it worked in Peru, 1919 to 1921", "right"),
        (SPAN, "1919 in Peru, 1921 in Peru", "right"),
        (SPAN, "in 1919 it began; in 1921 it ended", "right"),
        (SPAN, "nineteen nineteen it began, nineteen twenty-one it ended", "right"),
        (SPAN, "in 1919 it began, they say, in 1921 it ended", "right"),
        (SPAN, "in 1919 it began in 1921 it ended", "unclear"),
        (SPAN, "nineteen nineteen to nineteen twenty-one", "right"),
        (SPAN, "it worked until 1921", "partly"),
        (LENGTH, "it lasted 2 years", "right"),
        (LENGTH, "two (1919-21)", "right"),
        (LENGTH, "it passed at least 2 years", "partly"),
        (MEN, "they say three hundred men came", "right"),
        (DAYS, "they say six it was, they say", "right"),
        (LENGTH, "24 months", "right"),
        (LENGTH, "25 months", "not_yet"),
        (LENGTH, "2 (not 3)", "unclear"),
        (FIRST, "The first year was 1935", "right"),
        (FIRST, "1935 was the first year of the mission", "right"),
        (FIRST, "the first year was 1936", "not_yet"),
        (FIRST, "the last year was 1935", "unclear"),
        (FIRST, "it arrived in 1935", "right"),
        (FIRST, "it was set up in 1935", "right"),
        (FIRST, "it was founded for the second time in 1935", "unclear"),
        (YEAR, "1969 was the first year", "unclear"),
        (START, "they developed a close relationship in 1973", "right"),
        (START, "it developed, beginning in 1973", "right"),
        (START, "the relationship was developed in 1974", "not_yet"),
        (SPAN, "it worked de 1919 a 1921", "right"),
        (LENGTH, "it passed a two years", "unclear"),
        (TRAINED, "it trained 7,000 Peruvian officers and sailors", "right"),
        (TRAINED, "7,000 Peruvians", "right"),
        (TRAINED, "it trained 7,000 officers and 200 sailors", "unclear"),
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
