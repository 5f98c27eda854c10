"""From verdicts to ratings, row by row."""

from __future__ import annotations

from typing import Any

import pytest

from quizapp.core.grading.notes import note
from quizapp.core.grading.ratings import RATING_RULE_VERSION, rate
from quizapp.core.grading.verdict import Note, Outcome, Verdict
from quizapp.core.memory.state import Rating
from quizapp.core.questions import CHOICE_KINDS, RECALL_KINDS, QuestionKind

RIGHT = Verdict(Outcome.RIGHT, 1.0)
WRONG = Verdict(Outcome.NOT_YET, 0.0)
BEST: dict[str, Any] = {
    "milliseconds": 4000,
    "hints": 0,
    "certainty": "sure",
    "own_fast_milliseconds": 5000,
    "accommodated": False,
    "repeated_today": False,
}


def rated(kind: QuestionKind, verdict: Verdict, **changes: Any) -> Rating:
    return rate(kind, verdict, **(BEST | changes))


def accepted(*notes: Note) -> Verdict:
    return Verdict(Outcome.ACCEPTED, 1.0, notes)


def test_the_rule_has_a_version() -> None:
    assert RATING_RULE_VERSION == 1


@pytest.mark.parametrize("kind", [kind for kind in QuestionKind if kind != "flashcard"])
def test_wrong_is_again_however_sure_and_fast(kind: QuestionKind) -> None:
    assert rated(kind, WRONG) is Rating.AGAIN


@pytest.mark.parametrize("kind", sorted(RECALL_KINDS))
def test_typed_sure_and_fast_is_easy_and_each_doubt_makes_it_good(kind: QuestionKind) -> None:
    assert rated(kind, RIGHT) is Rating.EASY
    doubts: list[dict[str, Any]] = [
        {"certainty": ""},
        {"certainty": "guessing"},
        {"milliseconds": 5000},
        {"milliseconds": None},
        {"own_fast_milliseconds": None},
        {"accommodated": True},
        {"repeated_today": True},
    ]
    assert {rated(kind, RIGHT, **doubt) for doubt in doubts} == {Rating.GOOD}
    assert rated(kind, RIGHT, hints=1) is Rating.HARD


@pytest.mark.parametrize("kind", sorted(CHOICE_KINDS))
def test_a_choice_is_never_easy_and_a_guess_is_hard(kind: QuestionKind) -> None:
    assert rated(kind, RIGHT) is Rating.GOOD
    assert rated(kind, RIGHT, milliseconds=None, certainty="") is Rating.GOOD
    assert rated(kind, RIGHT, milliseconds=1200) is Rating.GOOD
    assert rated(kind, RIGHT, milliseconds=1199) is Rating.HARD
    assert rated(kind, RIGHT, certainty="guessing") is Rating.HARD
    assert rated(kind, RIGHT, hints=1) is Rating.HARD


def test_a_tolerated_slip_is_hard_but_accents_and_finer_answers_are_not_slips() -> None:
    kind = QuestionKind.SHORT_ANSWER
    calm = {"certainty": ""}
    typo = note("spelled", written="Clément", accent="no")
    accent = note("spelled", written="Clément", accent="yes")
    finer = note("finer_than_source", written="1896")
    near = note("within_tolerance", written="7,000")
    assert rated(kind, accepted(typo), **calm) is Rating.HARD
    assert rated(kind, accepted(near), **calm) is Rating.HARD
    assert rated(kind, accepted(), **calm) is Rating.HARD
    assert rated(kind, accepted(accent), **calm) is Rating.GOOD
    assert rated(kind, accepted(finer), **calm) is Rating.GOOD
    assert rated(kind, accepted(accent, typo), **calm) is Rating.HARD, "one slip is enough"


@pytest.mark.parametrize(
    ("score", "rating"),
    [(1.0, 3), (0.99, 3), (0.98, 2), (0.6, 2), (0.59, 1), (0.5, 1), (0.01, 1)],
)
def test_part_scores(score: float, rating: int) -> None:
    verdict = Verdict(Outcome.PARTLY, score)
    assert rated(QuestionKind.MATCHING, verdict) == rating


@pytest.mark.parametrize("rating", list(Rating))
def test_a_flashcard_is_rated_by_the_learner_alone(rating: Rating) -> None:
    outcome = Outcome.RIGHT if rating > 1 else Outcome.NOT_YET
    verdict = Verdict(outcome, float(rating > 1), (note("rated", rating=str(int(rating))),))
    assert rated(QuestionKind.FLASHCARD, verdict, milliseconds=100) is rating
    assert rated(QuestionKind.FLASHCARD, verdict, hints=1) is min(rating, Rating.HARD)


def test_an_unrated_flashcard_and_an_unclear_answer() -> None:
    assert rated(QuestionKind.FLASHCARD, WRONG) is Rating.AGAIN
    with pytest.raises(ValueError, match="asked back"):
        rated(QuestionKind.DATE, Verdict(Outcome.UNCLEAR, 0.0))
