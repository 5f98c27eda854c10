"""What a learner may be told of an essay: by the same leaves as of any other answer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from quizapp.core.grading.essay import outcome_of, rubric_shown
from quizapp.core.quizzes.rules import Show
from quizapp.services.quizzes.asked import Slot
from quizapp.services.quizzes.screens import EssayTold, Told
from quizapp.services.study.asking import rubric_lines


def essay_told(slot: Slot, told: Told, mark: Any) -> tuple[Told, EssayTold]:
    """The verdict of an essay and what goes with it; `mark` is its newest mark or None.

    What is right (the model answer) is told once it is marked. That it waits is told always.
    """
    allowed = told.shown
    waiting = slot.mark is None
    told = replace(told, notes=(), answer="", certainty="")
    if waiting:
        told = replace(told, outcome=None, mark=None, explanation="")
    elif Show.MARKS in allowed:
        share = (slot.mark or 0.0) / slot.points if slot.points else 0.0
        told = replace(told, outcome=outcome_of(share))
    question = slot.asked.question
    given = mark.points if mark is not None and Show.MARKS in allowed and not waiting else ()
    lines = rubric_lines(question, given)
    open_rubric = rubric_shown(question) or bool(given)
    return told, EssayTold(
        waiting=waiting,
        rubric=lines if open_rubric else (),
        comment=mark.comment if mark is not None and Show.FEEDBACK in allowed else "",
        model=question.key.text if Show.RIGHT in allowed and not waiting else "",
    )
