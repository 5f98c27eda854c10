"""What an answer makes of a learner's cards and of the day's totals: rows, no statements.

Study stores one answer at a time, the release of an attempt all of its answers at once; both
make their rows here.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from typing import Any

from quizapp.core.grading.ratings import RATING_RULE_VERSION, rate
from quizapp.core.grading.verdict import Response, Verdict
from quizapp.core.memory.days import learner_day
from quizapp.core.memory.model import counts_for_memory, outcome, outcomes
from quizapp.core.memory.policy import Policy
from quizapp.core.memory.state import CardOutcome, Phase, Rating
from quizapp.services.study import cards as card_rows
from quizapp.services.study import content
from quizapp.services.study.keys import FormKey
from quizapp.services.study.plan import policy_of
from quizapp.store.queries import answering as queries
from quizapp.store.queries.people import Person


@dataclass(frozen=True, slots=True)
class Taken:
    """An answer that was judged and is about to be stored.

    `kind` is study or exam: an exam's answer moves a card only as the first of its day.
    """

    person: Person
    asked: content.Asked
    key: FormKey
    response: Response
    verdict: Verdict
    at: datetime
    kind: str = "study"
    certainty: str = ""
    hints: int = 0
    day: date = field(init=False)
    """The learner's day of the answer: asked for by every row that is written."""

    def __post_init__(self) -> None:
        """Look the day up once."""
        day = learner_day(self.at, self.person.time_zone, self.person.rollover_hour)
        object.__setattr__(self, "day", day)


def digest_of_response(response: Response) -> str:
    """SHA-256 of what was sent, by which a repeat is told from another answer."""
    sent = {part.name: getattr(response, part.name) for part in fields(response)}
    canonical = json.dumps(sent, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def parts_of(taken: Taken) -> tuple[float, ...]:
    """The share of the answer that each of the question's facts earned."""
    count = len(taken.asked.fact_ids)
    parts = taken.verdict.parts
    return parts if len(parts) == count else (taken.verdict.score,) * count


def answer_row(taken: Taken) -> dict[str, Any]:
    """The columns of the answer."""
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
        "certainty": taken.certainty,
        "hints": taken.hints,
        "kind": taken.kind,
        "answered_at": taken.at,
        "local_day": taken.day,
    }


def _rating(taken: Taken, part: float, card: Any) -> Rating:
    """The rating that one fact's part of the answer is worth."""
    if taken.response.rating is not None:
        own = Rating(taken.response.rating)
        return min(own, Rating.HARD) if taken.hints else own
    return rate(
        taken.asked.question.kind,
        replace(taken.verdict, score=part),
        milliseconds=None if taken.person.no_speed else taken.key.milliseconds(taken.at),
        hints=taken.hints,
        certainty=taken.certainty,
        own_fast_milliseconds=None,
        accommodated=taken.person.no_speed,
        repeated_today=card is not None and card.last_day == taken.day,
    )


def ways_on(person: Person, fact: int, card: Any, at: datetime) -> Mapping[Rating, CardOutcome]:
    """What a card (None for a new fact) becomes under each rating at an instant."""
    return outcomes(card_rows.state_of(card), at, policy_of(person), _seed(person, fact, card))


def _seed(person: Person, fact: int, card: Any) -> str:
    return card_rows.fuzz_seed(person.public_id, fact, 0 if card is None else card.reviews)


def move(
    taken: Taken, number: int, fact: int, part: float, card: Any
) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """The review and the card that one part of the answer makes of the card before.

    `number` is the answer's row. The card is None where the answer is logged and moves nothing:
    an exam's on a day that had its answer already, or before the card's last day.
    """
    before = None if card is None else kept(card)
    rating = _rating(taken, part, card)
    if taken.kind != "study" and not counts_for_memory(
        card_rows.state_of(card), taken.at, policy_of(taken.person)
    ):
        logged = _review(taken, number, fact, part, rating)
        return logged | {"counts": False, "before": before, "after": before, "due": card.due}, None
    after = outcome(
        card_rows.state_of(card),
        taken.at,
        policy_of(taken.person),
        _seed(taken.person, fact, card),
        rating,
    )
    lapsed = card is not None and card.phase == Phase.REVIEW and rating is Rating.AGAIN
    reviews = 1 + (0 if card is None else card.reviews)
    lapses = int(lapsed) + (0 if card is None else card.lapses)
    review = _review(taken, number, fact, part, rating) | {
        "counts": True,
        "before": before,
        "after": card_rows.as_json(after.memory, after.due, reviews, lapses),
        "due": after.due,
    }
    changed = card_rows.state_columns(after.memory) | {
        "learner_id": taken.person.id,
        "fact_id": fact,
        "due": after.due,
        "reviews": reviews,
        "lapses": lapses,
        "introduced_day": taken.day if card is None else card.introduced_day,
        "last_question_id": taken.asked.question_id,
        "row_version": 1 if card is None else card.row_version + 1,
    }
    return review, changed


def kept(card: Any) -> dict[str, Any]:
    """A card as a review keeps it."""
    state = card_rows.as_json(card_rows.state_of(card), card.due, card.reviews, card.lapses)
    return state | {"last_question_id": card.last_question_id}


def _review(taken: Taken, number: int, fact: int, part: float, rating: Rating) -> dict[str, Any]:
    """The columns of a review that do not hang on the card."""
    person = taken.person
    return {
        "answer_id": number,
        "learner_id": person.id,
        "fact_id": fact,
        "part_score": part,
        "rating": int(rating),
        "at": taken.at,
        "local_day": taken.day,
        "time_zone": person.time_zone,
        "rollover_hour": person.rollover_hour,
        "model": Policy.model,
        "desired_retention": person.desired_retention,
        "rating_rule": RATING_RULE_VERSION,
    }


def totals(taken: Taken, new: int) -> list[dict[str, Any]]:
    """What the answer adds to the totals of its day; `new` facts were met with it."""
    counts = {
        "answers": 1,
        "right": int(taken.verdict.right),
        "milliseconds": taken.key.milliseconds(taken.at),
    }
    rows = [queries.total_row("fact", fact, taken.day, **counts) for fact in taken.asked.fact_ids]
    rows.append(queries.total_row("question", taken.asked.question_id, taken.day, **counts))
    rows.append(queries.total_row("learner", taken.person.id, taken.day, introduced=new, **counts))
    return rows
