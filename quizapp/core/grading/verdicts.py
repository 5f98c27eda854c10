"""Short ways to a verdict: the score repeated for each fact of the question."""

from __future__ import annotations

from quizapp.core.grading.notes import note
from quizapp.core.grading.verdict import Note, Outcome, Response, Verdict
from quizapp.core.questions import Question


def right(question: Question, *notes: Note) -> Verdict:
    """Right as it stands."""
    return _verdict(question, Outcome.RIGHT, 1.0, notes)


def accepted(question: Question, *notes: Note) -> Verdict:
    """Right, with a note that says what was tolerated."""
    return _verdict(question, Outcome.ACCEPTED, 1.0, notes)


def partly(question: Question, score: float, *notes: Note) -> Verdict:
    """Right in part."""
    return _verdict(question, Outcome.PARTLY, score, notes)


def not_yet(question: Question, *notes: Note) -> Verdict:
    """Not right."""
    return _verdict(question, Outcome.NOT_YET, 0.0, notes)


def unclear(question: Question, *notes: Note) -> Verdict:
    """Could not be judged: asked back, never stored as an answer."""
    return _verdict(question, Outcome.UNCLEAR, 0.0, notes)


def no_answer(question: Question) -> Verdict:
    """Nothing was given."""
    return not_yet(question, note("no_answer"))


def by_parts(parts: tuple[float, ...], score: float, *notes: Note) -> Verdict:
    """A verdict whose facts were judged one by one."""
    outcome = Outcome.RIGHT if score >= 1 else Outcome.PARTLY if score > 0 else Outcome.NOT_YET
    return Verdict(outcome, score, notes, parts)


def chosen_indexes(question: Question, response: Response) -> tuple[int, ...]:
    """The chosen options. Raises ValueError when one is not among the question's options."""
    if any(not 0 <= index < len(question.options) for index in response.chosen):
        raise ValueError(f"Question {question.id} has no such option: {response.chosen}.")
    return response.chosen


def _verdict(
    question: Question, outcome: Outcome, score: float, notes: tuple[Note, ...]
) -> Verdict:
    return Verdict(outcome, score, notes, (score,) * len(question.facts))
