"""One question for a visitor to try at once. Nothing about it is stored."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from quizapp.core.grading import grade
from quizapp.core.grading.verdict import Note, Outcome, Response
from quizapp.services.context import Context
from quizapp.services.screens import FactCard, QuestionScreen
from quizapp.services.study import content
from quizapp.services.study.asking import question_screen
from quizapp.services.study.keys import new_key, read_key
from quizapp.services.study.verdicts import marked_options
from quizapp.store.queries.trying import choice_version

NOBODY = 0
"""A visitor is no row: shipped questions are within everybody's reach."""


@dataclass(frozen=True, slots=True)
class TryResult:
    """The visitor's question after the answer."""

    question: QuestionScreen
    outcome: Outcome
    notes: tuple[Note, ...]
    answer: str
    facts: tuple[FactCard, ...]


def try_question(context: Context, at: datetime) -> QuestionScreen | None:
    """A choice from the shipped bank, another one each day; None while there is none."""
    with context.store.read() as connection:
        version = choice_version(connection, at.date().toordinal())
        if version is None:
            return None
        asked = content.load(connection, NOBODY, version)
    key = new_key(context, NOBODY, version, at, 1, 1)
    return question_screen(context, asked, key)


def try_answer(context: Context, key: str, version: str, choice: str) -> TryResult:
    """Judge a visitor's answer. Raises NotFound and Refused as `answer` does."""
    form = read_key(context, NOBODY, version, key)
    with context.store.read() as connection:
        asked = content.load(connection, NOBODY, version)
    index = content.option_tokens(context, asked.question, form.text).get(choice)
    chosen = () if index is None else (index,)
    verdict = grade(asked.question, Response(chosen=chosen, dont_know=not chosen), "en")
    screen = replace(
        question_screen(context, asked, form),
        options=marked_options(context, asked, form.text, chosen),
    )
    return TryResult(screen, verdict.outcome, verdict.notes, asked.question.key.text, asked.facts)
