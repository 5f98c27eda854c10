"""Rebuilding a card's memory from its reviews."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

import fsrs

from quizapp.core.memory import engine
from quizapp.core.memory.policy import Policy
from quizapp.core.memory.state import MemoryState, Rating


@dataclass(frozen=True, slots=True)
class ReviewStep:
    """One review as it was stored: the instant, and the learner's zone and rollover at the time.

    `counts` is False for what was logged without moving the memory: exam or cram answers on a
    day that had its answer already.
    """

    at: datetime
    rating: Rating
    zone: str
    rollover_hour: int
    counts: bool = True


def replay(reviews: Iterable[ReviewStep], policy: Policy) -> MemoryState:
    """Return the memory that reviews leave, taken in the order given (the order of storing).

    Equals applying `outcomes` one after another with each review's own zone and rollover hour,
    bit for bit. Zone, rollover and fuzz of the policy play no part. Raises ValueError as
    `outcomes` does.
    """
    scheduler = engine.scheduler_for(policy)
    card: fsrs.Card | None = None
    last: datetime | None = None
    day: date | None = None
    for review in reviews:
        if not review.counts:
            continue
        last, day = engine.moment(review.at, review.zone, review.rollover_hour, last, day)
        now = engine.midnight(day)
        card = card or engine.card_of(MemoryState(), now)
        rating = engine.RATINGS[review.rating]
        card, _ = engine.advance(scheduler, card, rating, now, policy.maximum_stability)
    if card is None or last is None or day is None:
        return MemoryState()
    return engine.state_of(card, last, day)
