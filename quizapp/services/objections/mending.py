"""The key mended so that a learner's answer is right: what the next version says."""

from __future__ import annotations

from dataclasses import replace

from quizapp.core.grading import grade
from quizapp.core.grading.verdict import Outcome, Response
from quizapp.core.questions import Question, QuestionKind
from quizapp.core.quizzes.regrading import translated
from quizapp.core.values.texts import fold, plain
from quizapp.services.authoring.checks import check
from quizapp.services.authoring.draft import FALSE, PICKED, TRUE, TYPED, Draft, lines
from quizapp.services.authoring.making import question_of

MENDABLE = (TYPED | PICKED | {QuestionKind.TRUE_FALSE}) - {QuestionKind.FLASHCARD}
"""Kinds whose key takes an answer in: a list of right forms, or which options are right."""


def is_right(question: Question, response: Response, language: str) -> bool:
    """Whether an answer counts as right, read as its learner's interface reads it."""
    try:
        verdict = grade(question, response, language)
    except ValueError:
        return False
    return verdict.outcome in (Outcome.RIGHT, Outcome.ACCEPTED)


def mended(
    draft: Draft, shown: Question, now: Question, response: Response, language: str
) -> Draft | None:
    """The draft of the version in force (`now`) with a key that takes the answer to `shown`.

    None where the key cannot be mended without the editor.
    """
    if shown.kind not in MENDABLE or response.dont_know:
        return None
    there = translated(shown, replace(now, options=_all_open(now)), response)
    if there is None or not (there.text.strip() or there.chosen):
        return None
    made = _written(draft, there.text) if shown.kind in TYPED else _chosen(draft, now, there)
    if any(one.blocks for one in check(made)):
        return None
    question = question_of(made, now.id, now.facts, now.template)
    return made if is_right(question, there, language) else None


def _all_open(now: Question) -> tuple:  # type: ignore[type-arg]
    """The options without saying which is right: what was never offered does not matter here."""
    return tuple(replace(option, correct=False) for option in now.options)


def _written(draft: Draft, text: str) -> Draft:
    form = " ".join(text.split())
    others = [one for one in lines(draft.look_alikes) if fold(one) != fold(form)]
    accept = "\n".join((*lines(draft.accept), form))
    return replace(draft, accept=accept, look_alikes="\n".join(others))


def _chosen(draft: Draft, now: Question, response: Response) -> Draft:
    if draft.kind is QuestionKind.TRUE_FALSE:
        return replace(draft, answer=TRUE if response.chosen[0] == 0 else FALSE)
    right = {plain(now.options[index].text) for index in response.chosen}
    rows = tuple(replace(row, correct=plain(row.text) in right) for row in draft.options)
    return replace(draft, options=rows)
