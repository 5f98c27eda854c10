"""A region of a picture: what was chosen is named, also where it says what it really is."""

from __future__ import annotations

import pytest

from quizapp.core.grading import grade
from quizapp.core.grading.verdict import Note, Outcome, Response, Verdict
from quizapp.core.questions import AnswerKey, Option, Question, QuestionKind

MAP = Question(
    "q", QuestionKind.IMAGE_REGIONS, "t", "Where is Lima?", AnswerKey("Lima"), ("f",),
    options=(
        Option("Lima", correct=True, region="1,1,2,2"),
        Option("Cusco", feedback="The old capital.", region="3,3,4,4"),
        Option("Ica", region="5,5,6,6"),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        (Response(chosen=(0,)), Verdict(Outcome.RIGHT, 1.0, (), (1.0,))),
        (
            Response(chosen=(1,)),
            Verdict(
                Outcome.NOT_YET,
                0.0,
                (
                    Note("region_is", {"text": "Cusco"}),
                    Note("chosen_is", {"text": "The old capital."}),
                ),
                (0.0,),
            ),
        ),
        (
            Response(chosen=(2,)),
            Verdict(Outcome.NOT_YET, 0.0, (Note("region_is", {"text": "Ica"}),), (0.0,)),
        ),
        (
            Response(chosen=(1,), dont_know=True),
            Verdict(Outcome.NOT_YET, 0.0, (Note("no_answer"),), (0.0,)),
        ),
        (Response(), Verdict(Outcome.NOT_YET, 0.0, (Note("no_answer"),), (0.0,))),
    ],
)
def test_a_wrong_region_says_its_name(response: Response, expected: Verdict) -> None:
    assert grade(MAP, response, "en") == expected


def test_one_region_is_chosen_and_one_that_is_there() -> None:
    for chosen in ((0, 1), (3,), (-1,)):
        with pytest.raises(ValueError, match="q"):
            grade(MAP, Response(chosen=chosen), "en")
