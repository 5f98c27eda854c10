"""What to ask next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from quizapp.core.grading.essay import rubric_of, rubric_shown, words_expected
from quizapp.core.grading.verdict import Note
from quizapp.core.memory.asking import choose_question
from quizapp.core.memory.state import Phase
from quizapp.core.questions import Question, QuestionKind
from quizapp.services.context import Context
from quizapp.services.screens import OptionRow, QuestionScreen, RubricLine
from quizapp.services.study import content
from quizapp.services.study.keys import FormKey, new_key
from quizapp.services.study.plan import Plan, make_plan
from quizapp.store.driver import Hot
from quizapp.store.queries import study as queries
from quizapp.store.queries.people import Person

LEARN_AHEAD = timedelta(minutes=20)
"""When nothing else is left, facts in their steps come this much before their time."""


def ask(
    context: Context, person: Person, at: datetime, *, extra_new: int = 0
) -> QuestionScreen | None:
    """The next question for this learner, None when today's plan is done.

    `extra_new` allows so many new facts beyond the day's limit.
    """
    with context.store.look() as connection:
        plan = make_plan(connection, person, at, extra_new=extra_new)
        chosen = _next_version(connection, person, plan, at)
        if chosen is None:
            return None
        version, first_time = chosen
        asked = content.load(connection, person.id, version)
    return _screen(context, person, asked, plan, at, first_time=first_time)


def question_again(context: Context, person: Person, version: str, at: datetime) -> QuestionScreen:
    """One named question with a fresh key, as after an undo. NotFound when out of reach."""
    with context.store.look() as connection:
        plan = make_plan(connection, person, at)
        asked = content.load(connection, person.id, version)
    return _screen(context, person, asked, plan, at, first_time=False)


def _next_version(
    connection: Hot, person: Person, plan: Plan, at: datetime
) -> tuple[str, bool] | None:
    fact = _next_fact(connection, person, plan, at)
    if fact is None:
        return None
    found = queries.candidates(connection, person.id, fact.fact_id)
    number = choose_question(
        [(candidate.question_id, candidate.kind) for candidate in found],
        Phase(fact.phase),
        fact.stability,
        seed=f"{person.public_id}:{fact.reviews}",
        last=fact.last_question_id,
    )
    version = next((c.version for c in found if c.question_id == number), None)
    return None if version is None else (version, fact.phase == Phase.NEW)


def _next_fact(
    connection: Hot, person: Person, plan: Plan, at: datetime
) -> queries.NextFact | None:
    """Due first, then new ones within the day's limit, then learning facts a little early."""
    if plan.counts.due_now:
        fact = queries.next_card(connection, person.id, at)
        if fact is not None:
            return fact
    if plan.new_left:
        return queries.next_unseen(connection, person.id)
    if plan.counts.in_steps:
        return queries.next_card(connection, person.id, at + LEARN_AHEAD, ahead=True)
    return None


def _screen(
    context: Context,
    person: Person,
    asked: content.Asked,
    plan: Plan,
    at: datetime,
    *,
    first_time: bool,
) -> QuestionScreen:
    done = plan.counts.answered_today
    total = done + max(plan.answers_left, 1)
    key = new_key(context, person.id, asked.version, at, done + 1, total)
    return question_screen(context, asked, key, can_undo=done > 0, first_time=first_time)


def question_screen(
    context: Context,
    asked: content.Asked,
    key: FormKey,
    *,
    given: str = "",
    options: tuple[OptionRow, ...] | None = None,
    notes: tuple[Note, ...] = (),
    can_undo: bool = False,
    first_time: bool = False,
) -> QuestionScreen:
    """A question as it stands on the page before its answer.

    `given` is a typed answer that comes back, `options` are the rows where they were given
    something or are marked. No hint is shown yet.
    """
    question = asked.question
    if options is None:
        options = content.option_list(context, question, key.text)
    essay = question.kind is QuestionKind.ESSAY
    return QuestionScreen(
        key=key.text,
        version=asked.version,
        kind=question.kind,
        stem=question.stem,
        language=question.language,
        picture=question.picture,
        picture_alt=question.picture_alt,
        position=key.position,
        total=key.total,
        options=options,
        unit=question.key.unit if question.kind is QuestionKind.NUMERIC else "",
        given=given,
        can_undo=can_undo,
        first_time=first_time,
        notes=notes,
        partners=content.partner_list(context, question, key.text),
        hints_left=len(question.hints),
        rubric=rubric_lines(question) if essay and rubric_shown(question) else (),
        words=words_expected(question) if essay else None,
    )


def rubric_lines(question: Question, given: Sequence[float] = ()) -> tuple[RubricLine, ...]:
    """The criteria of an essay, each with what it was `given` where it is marked."""
    rubric = rubric_of(question)
    marks = given if len(given) == len(rubric) else [None] * len(rubric)
    return tuple(
        RubricLine(one.text, one.points, mark) for one, mark in zip(rubric, marks, strict=True)
    )


def with_hints(screen: QuestionScreen, asked: content.Asked, count: int) -> QuestionScreen:
    """The question with so many of its hints, as far as there are."""
    hints = asked.question.hints
    return replace(screen, hints=hints[:count], hints_left=max(0, len(hints) - count))
