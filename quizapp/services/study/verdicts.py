"""The verdict screen: the question with its answer, and when the fact comes again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from quizapp.core.grading.matching import pairs
from quizapp.core.grading.verdict import Note, Outcome, Response, Verdict
from quizapp.core.memory.days import learner_day
from quizapp.core.memory.model import outcome
from quizapp.core.memory.state import MemoryState, Phase, Rating
from quizapp.core.questions import Question, QuestionKind
from quizapp.core.values.texts import plain
from quizapp.services.context import Context
from quizapp.services.screens import OptionRow, VerdictScreen
from quizapp.services.study import content
from quizapp.services.study.asking import question_screen
from quizapp.services.study.cards import columns_of, fuzz_seed
from quizapp.services.study.keys import FormKey
from quizapp.services.study.plan import policy_of
from quizapp.store.driver import Hot
from quizapp.store.queries import answering as queries
from quizapp.store.queries.people import Person


def verdict_screen(
    context: Context, person: Person, asked: content.Asked, form: FormKey, stored: dict[str, Any]
) -> VerdictScreen:
    """Build the screen from what was stored: `verdict`, `given`, `hints`, `review`, `repeated`."""
    verdict: Verdict = stored["verdict"]
    given: Response = stored["given"]
    review = stored["review"]
    due, at = review["due"], review["at"]
    learning = review["after"]["phase"] != Phase.REVIEW.value
    options = marked_options(context, asked, form.text, given.chosen)
    question = question_screen(
        context, asked, form, can_undo=not stored["repeated"], options=options
    )
    due_day = learner_day(due, person.time_zone, person.rollover_hour)
    return VerdictScreen(
        question=question,
        outcome=verdict.outcome,
        notes=verdict.notes,
        answer=asked.question.key.text,
        given=given.text,
        facts=asked.facts,
        due=due,
        interval=_interval(person, at, due, learning=learning),
        due_day=due_day,
        learning=learning,
        then_day=_then_day(person, asked.fact_ids[0], review) if learning else None,
        repeated=stored["repeated"],
        hints=stored["hints"],
    )


def _then_day(person: Person, fact: int, review: dict[str, Any]) -> date:
    """The learner's day on which a fact in its steps comes next, when all of them go well."""
    policy = policy_of(person)
    kept = columns_of(review["after"])
    due: datetime = kept["due"]
    fields = ("phase", "step", "stability", "difficulty", "last_review", "last_day")
    state = MemoryState(Phase(kept["phase"]), *(kept[name] for name in fields[1:]))
    reviews = kept["reviews"]
    while state.phase is not Phase.REVIEW:
        seed = fuzz_seed(person.public_id, fact, reviews)
        after = outcome(state, due, policy, seed, Rating.GOOD)
        state, due, reviews = after.memory, after.due, reviews + 1
    return learner_day(due, person.time_zone, person.rollover_hour)


def _interval(person: Person, at: datetime, due: datetime, *, learning: bool) -> timedelta:
    """What a person is told: minutes for a step, whole days of their own for the rest."""
    if learning:
        return due - at
    days = learner_day(due, person.time_zone, person.rollover_hour) - learner_day(
        at, person.time_zone, person.rollover_hour
    )
    return timedelta(days=days.days)


def marked_options(
    context: Context, asked: content.Asked, key: str, chosen: tuple[int, ...]
) -> tuple[OptionRow, ...]:
    """The options after the answer: the right ones, the chosen ones, the others; none is sent.

    An order stands in its right one; the pairs of a matching stay where they were.
    """
    rows = [
        (index, OptionRow("", number, asked.question.options[index].text))
        for number, index in enumerate(content.stored_order(context, asked.question, key), start=1)
    ]
    if asked.question.kind is QuestionKind.ORDERING:
        right_order = sorted(rows, key=lambda one: one[0])
        return tuple(_placed(asked.question, index, row, chosen) for index, row in right_order)
    if asked.question.kind is QuestionKind.MATCHING:
        return tuple(_paired(asked.question, index, row, chosen) for index, row in rows)
    marked = []
    for index, row in rows:
        right = asked.question.options[index].correct
        state = "right_chosen" if right and index in chosen else "right" if right else ""
        state = state or ("chosen" if index in chosen else "other")
        region = asked.question.options[index].region
        marked.append(OptionRow("", row.number, row.text, state=state, region=region))
    return tuple(marked)


def _placed(question: Question, index: int, row: OptionRow, chosen: tuple[int, ...]) -> OptionRow:
    """A row of an order with its right place and the one it was given."""
    given = chosen.index(index) + 1 if index in chosen else 0
    state = "right_chosen" if given == index + 1 else "chosen" if given else "right"
    return replace(
        row,
        number=index + 1,
        state=state,
        given=str(given or ""),
        aside=question.options[index].feedback,
    )


def _paired(question: Question, index: int, row: OptionRow, chosen: tuple[int, ...]) -> OptionRow:
    """A prompt with its right partner and the one it was given."""
    prompts = pairs(question)
    partner = question.options[prompts[index]].text
    at = dict(zip(prompts, chosen, strict=False)).get(index, index)
    given = "" if at == index else question.options[at].text
    right = bool(given) and plain(given) == plain(partner)
    state = "right_chosen" if right else "chosen" if given else "right"
    return replace(row, state=state, given=given, partner=partner)


def told(connection: Hot, row: Any) -> dict[str, Any]:
    """What a stored answer was worth."""
    notes = tuple(Note(note["code"], note["values"]) for note in row.notes)
    review = min(queries.reviews_of(connection, row.id), key=lambda one: one.due)
    given = Response(row.response_text, tuple(row.response_chosen), row.response_rating)
    return {
        "verdict": Verdict(Outcome(row.outcome), row.score, notes),
        "given": given,
        "hints": row.hints,
        "repeated": False,
        "review": {"due": review.due, "at": review.at, "after": review.after},
    }
