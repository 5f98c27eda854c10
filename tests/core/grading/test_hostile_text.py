"""Whatever is typed is judged: without an error, and in time that grows with its length."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.grading import grade
from quizapp.core.grading.verdict import Response
from quizapp.core.questions import AnswerKey, Question, QuestionKind
from quizapp.core.values.numbers import read_number
from quizapp.core.values.read_times import read_time
from quizapp.core.values.texts import differs_only_in_accents, fold, tokens
from quizapp.core.values.word_lists import words

QUESTIONS = [
    Question("d", QuestionKind.DATE, "t", "?", AnswerKey("1905–12", value="1905/1912"), ("f",)),
    Question("n", QuestionKind.NUMERIC, "t", "?", AnswerKey("7,000", value="7000"), ("f",)),
    Question("s", QuestionKind.SHORT_ANSWER, "t", "?", AnswerKey("Paul Clément"), ("f",)),
    Question("c", QuestionKind.CLOZE, "t", "?", AnswerKey("Clément"), ("f",), language="es"),
]

PIECES = [
    "a", "1", "1,000,", "1 000 ", "a.", "d'", "de ", "the ", "seventy-", "hundred and ", "-", "/",
    "1905-", "mid-", "since ", "c. ", "y ", "mil ", "and a half ", "a\u0315\u0300", "\u0300\u0315",
    "½", "'", "~", "?", "(", "\x00", "\ud7ff", "İ", "ß", "٣", "²", " ", "\n", "$", "%",
]  # fmt: skip


@pytest.mark.parametrize("piece", PIECES, ids=ascii)
def test_a_hundred_thousand_characters_take_no_time(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    started = time.process_time()
    for question in QUESTIONS:
        grade(question, Response(text=text), "en")
    assert time.process_time() - started < 0.5
    fold(text)
    tokens(text)
    differs_only_in_accents(text, text + "x")
    assert time.process_time() - started < 3


def test_a_letter_that_unfolds_into_eighteen_takes_eighteen_times_as_long_at_most() -> None:
    started = time.process_time()
    fold("ﷺ" * 10_000)
    assert time.process_time() - started < 1


@pytest.mark.parametrize("piece", PIECES, ids=ascii)
def test_the_longest_text_that_is_read_takes_no_time(piece: str) -> None:
    started = time.process_time()
    for length in (120, 160, 300):
        text = (piece * length)[:length]
        for question in QUESTIONS:
            grade(question, Response(text=text), "es")
    assert time.process_time() - started < 0.5


WORDS = st.sampled_from(
    words(
        """1905 1912 12 02 1990 - – / to from until between and de a y entre desde hasta in the
        mid early late 1980s 80s ' s los años década siglo XX century c. about ~ ? since feb 3
        december , . 7,000 1.500 seven hundred thousand million mil millones half and tercio %
        $ US$ almost over or not casi más un"""
    )
)
TEXTS = st.one_of(st.text(max_size=40), st.lists(WORDS, max_size=8).map(" ".join))


@given(TEXTS, st.sampled_from(["en", "es", "es-PE", "", "xx"]))
@settings(max_examples=600, deadline=None)
def test_no_text_raises(text: str, language: str) -> None:
    read_time(text, language)
    read_time(text, language, span=True)
    read_number(text, language)
    for question in QUESTIONS:
        verdict = grade(question, Response(text=text), language)
        assert 0 <= verdict.score <= 1
