"""A gap filled together with the sentence's own words beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.grading import grade
from quizapp.core.grading.verdict import Response
from quizapp.core.questions import AnswerKey, Question, QuestionKind

BEFORE = "The glassworks of Altmark belonged to"
STEM = f"{BEFORE} Ihlow, Brandt and _____ from 1904 on."
KEY = AnswerKey("Wendland", look_alikes=("Weidner",))


def ask(typed: str, stem: str = STEM, key: AnswerKey = KEY) -> str:
    question = Question("q", QuestionKind.CLOZE, "t", stem, key, ("f",))
    return grade(question, Response(typed), "en").outcome.value


@pytest.mark.parametrize(
    "typed",
    [
        "and Wendland",
        "Brandt and Wendland",
        "brandt & wendland",
        "Ihlow, Brandt and Wendland",
        "Wendland from 1904 on",
        "Brandt and Wendland from 1904 on.",
        f"{BEFORE} Ihlow, Brandt and Wendland from 1904 on.",
    ],
)
def test_the_words_around_the_gap_may_be_said_again(typed: str) -> None:
    assert ask(typed) == "right"


@pytest.mark.parametrize(
    "typed",
    [
        "Brandt and Weidner",
        "Ihlow, Brandt and",
        "Brandt",
        "Ihlow and Wendland and Brandt",
        "Brandt or Wendland",
        "Wendland from 1905 on",
        "not Wendland from 1904 on",
    ],
)
def test_other_words_are_no_repetition(typed: str) -> None:
    assert ask(typed) in ("not_yet", "unclear")


def test_a_span_may_be_given_whole() -> None:
    stem, key = "The mill ran from 1905 to _____.", AnswerKey("1912", value="1912")
    assert ask("1905 to 1912", stem, key) == "right"
    assert ask("from 1905 to 1912", stem, key) == "right"
    assert ask("1905 to 1911", stem, key) != "right"
    assert ask("1905", stem, key) != "right"


SIGNS = "The works of Ihlow – _____ – and Felix Grau's co-workers"
CARL = AnswerKey("Carl Wendland")


@pytest.mark.parametrize(
    ("stem", "typed"),
    [
        (SIGNS, "Ihlow and Carl Wendland"),
        (SIGNS, "of Ihlow Carl Wendland and"),
        (SIGNS, "Carl Wendland and Felix"),
        (SIGNS, "Carl Wendland and Felix Grau's coworkers"),
        (SIGNS, "works of Ihlow Carl Wendland and Felix Grau's co-workers"),
        ("It was ______ and Felix", "Carl Wendland and Felix"),
    ],
)
def test_signs_beside_the_gap_are_no_words(stem: str, typed: str) -> None:
    assert (ask(typed, stem, CARL) == "right") == ("Ihlow and" not in typed)


def test_only_words_beside_a_gap_are_repeated() -> None:
    assert ask("Brandt and Wendland", "Who built it with Brandt and") == "not_yet"


def test_a_text_of_sixty_words_is_read() -> None:
    before = " ".join(f"word{number}" for number in range(60))
    assert ask(f"{before.removeprefix('word0 ')} Wendland", f"{before} _____.") == "right"
    assert ask(f"{before} Wendland", f"{before} _____.") == "not_yet"


def test_a_hedged_number_in_a_gap_is_no_year() -> None:
    key = AnswerKey("about 1500", value="1500", approx="about")
    assert ask("1,500", "It held _____ books.", key) == "right"


@given(st.integers(1000, 2099), st.sampled_from(("", "to ", "1905 to ", "from 1905 to ")))
def test_no_other_year_comes_in_by_the_sentence(year: int, said: str) -> None:
    stem, key = "The mill ran from 1905 to _____.", AnswerKey("1912", value="1912")
    assert (ask(f"{said}{year}", stem, key) == "right") == (year == 1912)
