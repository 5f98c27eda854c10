"""Taking an answer: judge, store once, move the cards, count, then reply.

One transaction holds the answer, its reviews, the cards and the totals. The form's key makes a
repeat find the first result, so a double click, a reload or a retry after a lost connection
stores nothing twice.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.exc import IntegrityError

from quizapp.core.grading import grade
from quizapp.core.grading.ratings import RATING_RULE_VERSION, rate
from quizapp.core.grading.verdict import Note, Outcome, Response, Verdict
from quizapp.core.memory.days import learner_day
from quizapp.core.memory.model import outcomes
from quizapp.core.memory.policy import Policy
from quizapp.core.memory.state import CardOutcome, Phase, Rating
from quizapp.core.questions import QuestionKind
from quizapp.services.context import Context, Refused
from quizapp.services.screens import QuestionScreen, RatingButton, RevealScreen, VerdictScreen
from quizapp.services.study import cards as card_rows
from quizapp.services.study import content
from quizapp.services.study.asking import question_screen
from quizapp.services.study.keys import FormKey, read_own_key
from quizapp.services.study.plan import policy_of
from quizapp.services.study.responding import Incomplete, Submission, response_to
from quizapp.services.study.verdicts import told, verdict_screen
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


@dataclass(frozen=True, slots=True)
class Taken:
    """An answer that was judged and is about to be stored."""

    person: Person
    asked: content.Asked
    key: FormKey
    response: Response
    verdict: Verdict
    at: datetime

    @property
    def day(self) -> date:
        """The learner's day of the answer."""
        return learner_day(self.at, self.person.time_zone, self.person.rollover_hour)


def reveal(context: Context, person: Person, key: str, version: str, at: datetime) -> RevealScreen:
    """Turn a flashcard over: its answer and the four ways to rate it, each with its interval."""
    form = read_own_key(context, person, version, key)
    with context.store.read() as connection:
        asked = content.load(connection, person.id, version)
        if asked.question.kind is not QuestionKind.FLASHCARD:
            raise Refused("not_a_flashcard")
        card = queries.cards_of(connection, person.id, asked.fact_ids[:1]).get(asked.fact_ids[0])
    choices = _outcomes(person, asked.fact_ids[0], card, at)
    return RevealScreen(
        question=question_screen(context, asked, form),
        answer=asked.question.key.text,
        facts=asked.facts,
        buttons=tuple(RatingButton(int(r), choices[r].interval) for r in sorted(choices)),
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
        stored = context.store.transact(lambda connection: store(connection, taken))
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
    with context.store.read() as connection:
        asked = content.load(connection, person.id, submission.version)
    try:
        response = response_to(context, asked, form, submission)
    except Incomplete as incomplete:
        raise _unclear(context, asked, form, submission, (incomplete.note,)) from None
    verdict = grade(asked.question, response, language)
    if verdict.outcome is Outcome.UNCLEAR:
        raise _unclear(context, asked, form, submission, verdict.notes)
    return Taken(person, asked, form, response, verdict, at)


def _unclear(
    context: Context,
    asked: content.Asked,
    form: FormKey,
    submission: Submission,
    notes: tuple[Note, ...],
) -> AnswerUnclear:
    screen = question_screen(
        context, asked, form, given=submission.text, placed=submission.rows, notes=notes
    )
    return AnswerUnclear(screen)


def digest_of_response(response: Response) -> str:
    """SHA-256 of what was sent, by which a repeat is told from another answer."""
    canonical = json.dumps(asdict(response), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def store(connection: Connection, taken: Taken) -> dict[str, Any]:
    """Store an answer inside its one transaction; gives back what the verdict screen needs."""
    number = queries.insert_answer(connection, _answer_row(taken))
    if number is None:
        return _first_result(connection, taken)
    cards = queries.cards_of(connection, taken.person.id, taken.asked.fact_ids, lock=True)
    reviews, changed = [], []
    for fact, part in sorted(zip(taken.asked.fact_ids, _parts(taken), strict=True)):
        review, card = _move(taken, number, fact, part, cards.get(fact))
        reviews.append(review)
        changed.append(card)
    queries.insert_reviews(connection, reviews)
    queries.upsert_cards(connection, changed)
    queries.add_totals(connection, _totals(taken, new=len(changed) - len(cards)))
    return {
        "verdict": taken.verdict,
        "given": taken.response,
        "repeated": False,
        "review": min(reviews, key=lambda review: review["due"]),
    }


def _parts(taken: Taken) -> tuple[float, ...]:
    count = len(taken.asked.fact_ids)
    parts = taken.verdict.parts
    return parts if len(parts) == count else (taken.verdict.score,) * count


def _answer_row(taken: Taken) -> dict[str, Any]:
    response, verdict = taken.response, taken.verdict
    return {
        "learner_id": taken.person.id,
        "key": taken.key.text,
        "version_id": taken.asked.version_id,
        "content_digest": digest_of_response(response),
        "response_text": response.text,
        "response_chosen": list(response.chosen),
        "response_rating": response.rating,
        "dont_know": response.dont_know,
        "outcome": verdict.outcome.value,
        "score": verdict.score,
        "notes": [{"code": note.code, "values": dict(note.values)} for note in verdict.notes],
        "milliseconds": taken.key.milliseconds(taken.at),
        "certainty": "",
        "hints": 0,
        "kind": "study",
        "answered_at": taken.at,
        "local_day": taken.day,
    }


def _rating(taken: Taken, part: float, card: Any) -> Rating:
    """The rating that one fact's part of the answer is worth."""
    if taken.response.rating is not None:
        return Rating(taken.response.rating)
    return rate(
        taken.asked.question.kind,
        replace(taken.verdict, score=part),
        milliseconds=None if taken.person.no_speed else taken.key.milliseconds(taken.at),
        hints=0,
        certainty="",
        own_fast_milliseconds=None,
        accommodated=taken.person.no_speed,
        repeated_today=card is not None and card.last_day == taken.day,
    )


def _outcomes(person: Person, fact: int, card: Any, at: datetime) -> Mapping[Rating, CardOutcome]:
    reviews = 0 if card is None else card.reviews
    seed = card_rows.fuzz_seed(person.public_id, fact, reviews)
    return outcomes(card_rows.state_of(card), at, policy_of(person), seed)


def _move(
    taken: Taken, number: int, fact: int, part: float, card: Any
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The review and the card that one part of the answer makes of the card before."""
    person = taken.person
    rating = _rating(taken, part, card)
    after = _outcomes(person, fact, card, taken.at)[rating]
    lapsed = card is not None and card.phase == Phase.REVIEW and rating is Rating.AGAIN
    reviews = 1 + (0 if card is None else card.reviews)
    lapses = int(lapsed) + (0 if card is None else card.lapses)
    review = {
        "answer_id": number,
        "learner_id": person.id,
        "fact_id": fact,
        "part_score": part,
        "rating": int(rating),
        "counts": True,
        "at": taken.at,
        "local_day": taken.day,
        "time_zone": person.time_zone,
        "rollover_hour": person.rollover_hour,
        "model": Policy.model,
        "desired_retention": person.desired_retention,
        "rating_rule": RATING_RULE_VERSION,
        "before": None
        if card is None
        else card_rows.as_json(card_rows.state_of(card), card.due, card.reviews, card.lapses)
        | {"last_question_id": card.last_question_id},
        "after": card_rows.as_json(after.memory, after.due, reviews, lapses),
        "due": after.due,
    }
    changed = card_rows.state_columns(after.memory) | {
        "learner_id": person.id,
        "fact_id": fact,
        "due": after.due,
        "reviews": reviews,
        "lapses": lapses,
        "introduced_day": taken.day if card is None else card.introduced_day,
        "last_question_id": taken.asked.question_id,
        "row_version": 1 if card is None else card.row_version + 1,
    }
    return review, changed


def _totals(taken: Taken, new: int) -> list[dict[str, Any]]:
    counts = {
        "answers": 1,
        "right": int(taken.verdict.right),
        "milliseconds": taken.key.milliseconds(taken.at),
    }
    rows = [queries.total_row("fact", fact, taken.day, **counts) for fact in taken.asked.fact_ids]
    rows.append(queries.total_row("question", taken.asked.question_id, taken.day, **counts))
    rows.append(queries.total_row("learner", taken.person.id, taken.day, introduced=new, **counts))
    return rows


def _first_result(connection: Connection, taken: Taken) -> dict[str, Any]:
    """What the first answer under this key was worth. Another content is refused."""
    row = queries.stored_answer(connection, taken.person.id, taken.key.text)
    if row is None or row.content_digest != digest_of_response(taken.response) or row.voided:
        raise Refused("key_used_otherwise")
    return told(connection, row) | {"given": taken.response, "repeated": True}
