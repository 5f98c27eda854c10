"""Several right options: each right one chosen earns its share, each wrong one loses one.

Where the right options state the facts of the question, each fact's part is its own option's:
nothing when it was left out, else what the wrong ones chosen too have left of it.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace

from quizapp.core.grading.notes import note
from quizapp.core.grading.verdict import Note, Response, Verdict
from quizapp.core.grading.verdicts import chosen_indexes, no_answer, not_yet, partly, right
from quizapp.core.questions import Question


def grade(question: Question, response: Response, language: str) -> Verdict:
    """(right chosen - wrong chosen) / right options, never below 0; all or more earns nothing."""
    del language
    chosen = set(chosen_indexes(question, response))
    if response.dont_know or not chosen:
        return no_answer(question)
    correct = {index for index, option in enumerate(question.options) if option.correct}
    if chosen == correct:
        return right(question)
    wrong, missing = chosen - correct, correct - chosen
    notes: list[Note] = []
    if wrong:
        notes.append(note("some_wrong", count=str(len(wrong))))
        notes += [
            note("chosen_is", text=question.options[index].feedback)
            for index in sorted(wrong)
            if question.options[index].feedback
        ]
    elif missing:
        notes.append(note("some_missing", count=str(len(missing))))
    score = max(0, len(chosen & correct) - len(wrong)) / max(1, len(correct))
    verdict = partly(question, score, *notes) if score else not_yet(question, *notes)
    left = max(0, len(correct) - len(wrong)) / max(1, len(correct))
    return replace(verdict, parts=_by_fact(question, chosen & correct, left, score))


def _by_fact(
    question: Question, hits: AbstractSet[int], left: float, score: float
) -> tuple[float, ...]:
    """What each fact's own right option earned; the score where no right option names the fact."""
    own = {
        option.fact: left if index in hits else 0.0
        for index, option in enumerate(question.options)
        if option.correct and option.fact
    }
    if not set(question.facts) <= set(own):
        return (score,) * len(question.facts)
    return tuple(own[fact] for fact in question.facts)
