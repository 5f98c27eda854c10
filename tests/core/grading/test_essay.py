"""Essays: what a rubric stores, what points are, and what becomes of them."""

from __future__ import annotations

import pytest

from quizapp.core.grading import grade
from quizapp.core.grading.essay import (
    Criterion,
    decimal,
    key_of,
    outcome_of,
    points_read,
    rubric_of,
    rubric_shown,
    share_of,
    word_count,
    words_expected,
)
from quizapp.core.grading.verdict import Outcome, Response
from quizapp.core.questions import Question, QuestionKind

RUBRIC = (Criterion("Says why", 3.0), Criterion("Names one date", 0.5))


def essay(*, words: int | None = 200, shown: bool = True) -> Question:
    key, options = key_of(RUBRIC, model="Because.", words=words, shown=shown)
    return Question("q", QuestionKind.ESSAY, "t", "Why?", key, ("f",), options=options)


def test_a_rubric_comes_back_as_it_was_stored() -> None:
    for shown in (True, False):
        question = essay(shown=shown)
        assert rubric_of(question) == RUBRIC
        assert rubric_shown(question) is shown
        assert question.key.text == "Because."
        assert question.key.accept[:2] == ("3", "0.5")
        assert len(question.key.accept) == 2 + shown
    assert essay().key.accept[2] == "rubric shown", "as it is stored"
    assert words_expected(essay()) == 200
    assert words_expected(essay(words=None)) is None
    assert essay(words=None).key.value == ""


def test_an_essay_waits_for_a_person_unless_nothing_was_written() -> None:
    waiting = grade(essay(), Response("It was so."), "en")
    assert (waiting.outcome, waiting.score, waiting.parts) == (Outcome.WAITING, 0.0, ())
    for nothing in (Response(" \n"), Response("It was so.", dont_know=True)):
        verdict = grade(essay(), nothing, "en")
        assert verdict.outcome is Outcome.NOT_YET
        assert [note.code for note in verdict.notes] == ["no_answer"]


def test_words_are_parted_by_blanks() -> None:
    assert word_count(" One two,\nthree-four  ") == 3


def test_points_are_a_share_of_the_rubric_s() -> None:
    assert share_of((3, 0.5), RUBRIC) == 1
    assert share_of((0, 0), RUBRIC) == 0
    assert share_of((1.25, 0.5), RUBRIC) == 0.5
    assert share_of((), ()) == 0
    assert share_of((0.0,), (Criterion("Nothing", 0.0),)) == 0
    for wrong in ((3,), (3, 0.5, 0), (3.5, 0), (-0.5, 0), (3, 1)):
        with pytest.raises(ValueError, match="criteri"):
            share_of(wrong, RUBRIC)


def test_thirds_add_up_to_the_whole_and_never_to_more() -> None:
    third = (Criterion("", 0.1), Criterion("", 0.2), Criterion("", 0.7))
    assert share_of((0.1, 0.2, 0.7), third) == 1


@pytest.mark.parametrize(
    ("share", "outcome"),
    [
        (1.0, "right"),
        (1 - 1e-9, "right"),
        (1 - 2e-9, "partly"),
        (0.5, "partly"),
        (2e-9, "partly"),
        (1e-9, "not_yet"),
        (0.0, "not_yet"),
    ],
)
def test_all_points_are_right_and_some_are_partly(share: float, outcome: str) -> None:
    assert outcome_of(share) == outcome


@pytest.mark.parametrize(
    ("typed", "language", "points"),
    [
        ("2", "en", 2.0), ("2.5", "en", 2.5), ("2,5", "es", 2.5), ("0", "en", 0.0),
        ("3", "en", 3.0), ("3.5", "en", None), ("2.3", "en", None), ("-1", "en", None),
        ("1-2", "en", None), ("2 points", "en", None), ("about 2", "en", None),
        ("two", "en", 2.0), ("x", "en", None), ("", "en", None), ("2.500", "en", None),
    ],
)  # fmt: skip
def test_points_are_whole_or_half_and_no_more_than_there_are(
    typed: str, language: str, points: float | None
) -> None:
    assert points_read(typed, language, 3) == points


def test_a_criterion_gives_at_most_a_hundred() -> None:
    assert points_read("100", "en") == 100
    assert points_read("100.5", "en") is None


def test_points_are_written_without_needless_zeros() -> None:
    assert (decimal(3.0), decimal(0.5), decimal(100.0)) == ("3", "0.5", "100")
