"""Taking an answer: judge, store once, move the cards, count, then reply.

One transaction holds the answer, its reviews, the cards and the totals. The form's key makes a
repeat find the first result, so a double click, a reload or a retry after a lost connection
stores nothing twice.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from quizapp.core.grading import grade
from quizapp.core.grading.verdict import Note, Outcome
from quizapp.core.memory.state import Rating
from quizapp.core.questions import QuestionKind
from quizapp.services.context import Context, Refused
from quizapp.services.screens import QuestionScreen, RatingButton, RevealScreen, VerdictScreen
from quizapp.services.study import content
from quizapp.services.study.asking import question_screen, with_hints
from quizapp.services.study.keys import FormKey, read_own_key
from quizapp.services.study.responding import Incomplete, Submission, response_to
from quizapp.services.study.taking import (
    Taken,
    answer_row,
    digest_of_response,
    move,
    parts_of,
    totals,
    ways_on,
)
from quizapp.services.study.verdicts import told, verdict_screen
from quizapp.store.driver import Hot
from quizapp.store.models import User
from quizapp.store.queries import answering as queries
from quizapp.store.queries.people import Person


class AnswerUnclear(Exception):
    """The answer could not be read, so nothing was stored: the question comes back with it."""

    def __init__(self, screen: QuestionScreen) -> None:
        super().__init__("unclear")
        self.screen = screen


class LearnerGone(Exception):
    """The learner's row went while the answer was on its way: a guest was claimed or erased."""


def reveal(
    context: Context, person: Person, key: str, version: str, at: datetime, hints: int = 0
) -> RevealScreen:
    """Turn a flashcard over: its answer and the ways to rate it, each with its interval.

    After a hint these are Again and Hard alone.
    """
    form = read_own_key(context, person, version, key)
    with context.store.look() as connection:
        asked = content.load(connection, person.id, version)
        if asked.question.kind is not QuestionKind.FLASHCARD:
            raise Refused("not_a_flashcard")
        card = queries.cards_of(connection, person.id, asked.fact_ids[:1]).get(asked.fact_ids[0])
    choices = ways_on(person, asked.fact_ids[0], card, at)
    question = with_hints(question_screen(context, asked, form), asked, hints)
    ratings = [one for one in sorted(choices) if not question.hints or one <= Rating.HARD]
    return RevealScreen(
        question=question,
        answer=asked.question.key.text,
        facts=asked.facts,
        buttons=tuple(RatingButton(int(one), choices[one].interval) for one in ratings),
    )


def answer(
    context: Context, person: Person, submission: Submission, language: str, at: datetime
) -> VerdictScreen:
    """Judge and store an answer and say what it was worth.

    `language` gives the conventions by which typed dates and numbers are read. Raises NotFound
    for a question out of reach, Refused("foreign_key"), Refused("key_used_otherwise"),
    AnswerUnclear when the answer cannot be read, and LearnerGone; then nothing is stored.
    """
    taken = judge(context, person, submission, language, at)
    try:
        stored = context.store.record(lambda connection: store(connection, taken))
    except IntegrityError:
        if _is_there(context, person):
            raise
        raise LearnerGone from None
    return verdict_screen(context, person, taken.asked, taken.key, stored)


def _is_there(context: Context, person: Person) -> bool:
    with context.store.read() as connection:
        found = connection.execute(select(User.id).where(User.id == person.id)).scalar()
    return found is not None


def judge(
    context: Context, person: Person, submission: Submission, language: str, at: datetime
) -> Taken:
    """Judge an answer without storing it. Raises as `answer` does."""
    form = read_own_key(context, person, submission.version, submission.key)
    with context.store.look() as connection:
        asked = content.load(connection, person.id, submission.version)
    try:
        response = response_to(context, asked, form, submission)
    except Incomplete as incomplete:
        raise _unclear(context, asked, form, submission, (incomplete.note,)) from None
    verdict = grade(asked.question, response, language)
    if verdict.outcome is Outcome.UNCLEAR:
        raise _unclear(context, asked, form, submission, verdict.notes)
    hints = min(submission.hints, len(asked.question.hints))
    return Taken(person, asked, form, response, verdict, at, hints=hints)


def _unclear(
    context: Context,
    asked: content.Asked,
    form: FormKey,
    submission: Submission,
    notes: tuple[Note, ...],
) -> AnswerUnclear:
    options = content.option_list(context, asked.question, form.text, submission.rows)
    screen = question_screen(
        context, asked, form, given=submission.text, options=options, notes=notes
    )
    return AnswerUnclear(with_hints(screen, asked, submission.hints))


def store(connection: Hot, taken: Taken) -> dict[str, Any]:
    """Store an answer inside its one transaction; gives back what the verdict screen needs."""
    number = queries.insert_answer(connection, answer_row(taken))
    if number is None:
        return _first_result(connection, taken)
    cards = queries.cards_of(connection, taken.person.id, taken.asked.fact_ids, lock=True)
    reviews, changed = [], []
    for fact, part in sorted(zip(taken.asked.fact_ids, parts_of(taken), strict=True)):
        review, card = move(taken, number, fact, part, cards.get(fact))
        reviews.append(review)
        changed += [card] if card is not None else []
    queries.insert_reviews(connection, reviews)
    queries.upsert_cards(connection, changed)
    queries.add_totals(connection, totals(taken, new=len(changed) - len(cards)))
    return {
        "verdict": taken.verdict,
        "given": taken.response,
        "hints": taken.hints,
        "repeated": False,
        "review": min(reviews, key=lambda review: review["due"]),
    }


def _first_result(connection: Hot, taken: Taken) -> dict[str, Any]:
    """What the first answer under this key was worth. Another content is refused."""
    row = queries.stored_answer(connection, taken.person.id, taken.key.text)
    if row is None or row.content_digest != digest_of_response(taken.response) or row.voided:
        raise Refused("key_used_otherwise")
    return told(connection, row) | {"given": taken.response, "repeated": True}
