"""The table of typed answers: each is judged as the table says."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from quizapp.core.grading import grade
from quizapp.core.grading.notes import NOTES
from quizapp.core.grading.verdict import Outcome, Response
from quizapp.core.questions import AnswerKey, Question, QuestionKind

TABLE = tomllib.loads((Path(__file__).parent / "answers.toml").read_text(encoding="utf-8"))


def question_of(row: dict[str, Any]) -> Question:
    key = AnswerKey(
        text=row["text"],
        accept=tuple(row.get("accept", ())),
        value=row.get("value", ""),
        unit=row.get("unit", ""),
        approx=row.get("approx", ""),
        look_alikes=tuple(row.get("look_alikes", ())),
    )
    language = row.get("language", "en")
    return Question("q", QuestionKind(row["kind"]), "t", "?", key, ("fact",), language=language)


CASES = [
    pytest.param(row, outcome, typed, id=f"{row['name']}: {typed}")
    for row in TABLE["question"]
    for outcome in Outcome
    for typed in row.get(outcome.value, ())
]


@pytest.mark.parametrize(("row", "outcome", "typed"), CASES)
def test_a_typed_answer_is_judged_as_a_teacher_would(
    row: dict[str, Any], outcome: Outcome, typed: str
) -> None:
    verdict = grade(question_of(row), Response(text=typed), row.get("interface", "en"))
    assert verdict.outcome is outcome, verdict
    assert verdict.parts == (verdict.score,)
    scores = {Outcome.RIGHT: 1.0, Outcome.ACCEPTED: 1.0, Outcome.PARTLY: 0.5}
    assert verdict.score == scores.get(outcome, 0.0)
    for note in verdict.notes:
        assert set(note.values) == set(NOTES[note.code])
    if outcome in (Outcome.ACCEPTED, Outcome.PARTLY, Outcome.UNCLEAR):
        assert verdict.notes, "what is tolerated, halved or asked back says why"


def test_the_table_is_large_and_has_both_sides_in_both_languages() -> None:
    assert len(CASES) >= 300
    sides = [case.values[1] for case in CASES]
    assert sides.count(Outcome.NOT_YET) >= 100
    assert sides.count(Outcome.RIGHT) >= 100
    spanish = [row for row in TABLE["question"] if row.get("interface") == "es"]
    assert sum(len(row["right"]) + len(row["not_yet"]) for row in spanish) >= 60
