"""The one place that speaks to the `fsrs` package on behalf of learner-local days.

The package counts elapsed days as 24-hour periods between two instants. It is given the midnight
(UTC) of learner-local days instead, so that the periods it counts are the learner's days.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Self

import fsrs

from quizapp.core.memory.days import learner_day
from quizapp.core.memory.policy import Policy
from quizapp.core.memory.state import MemoryState, Phase, Rating

RATINGS = {rating: fsrs.Rating(rating.value) for rating in Rating}
_STATES = {
    Phase.NEW: fsrs.State.Learning,
    Phase.LEARNING: fsrs.State.Learning,
    Phase.REVIEW: fsrs.State.Review,
    Phase.RELEARNING: fsrs.State.Relearning,
}
_PHASES = {
    fsrs.State.Learning: Phase.LEARNING,
    fsrs.State.Review: Phase.REVIEW,
    fsrs.State.Relearning: Phase.RELEARNING,
}


class OwnCard(fsrs.Card):
    """A card that the package copies fast: it copies every card that it reviews."""

    def __copy__(self) -> Self:
        twin = object.__new__(type(self))
        twin.__dict__.update(self.__dict__)
        return twin


@lru_cache(maxsize=512)
def scheduler_for(policy: Policy) -> fsrs.Scheduler:
    """Return the package's scheduler of a policy, its own fuzz off.

    Raises ValueError where a parameter is out of its bounds.
    """
    return fsrs.Scheduler(
        parameters=policy.parameters,
        desired_retention=policy.desired_retention,
        learning_steps=policy.learning_steps,
        relearning_steps=policy.relearning_steps,
        maximum_interval=policy.maximum_interval_days,
        enable_fuzzing=False,
    )


def moment(
    at: datetime, zone: str, rollover_hour: int, last: datetime | None, last_day: date | None
) -> tuple[datetime, date]:
    """Return the instant (UTC) and learner-local day an answer counts at.

    Neither lies before those of the last answer: a clock set back, or a journey west, counts as
    no time at all.
    """
    day = learner_day(at, zone, rollover_hour)
    if last is not None and at < last:
        at, day = last, learner_day(last, zone, rollover_hour)
    if last_day is not None and day < last_day:
        day = last_day
    return at.astimezone(UTC), day


@lru_cache(maxsize=8192)
def midnight(day: date) -> datetime:
    """Return the midnight (UTC) that stands for a learner-local day inside the package."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def card_of(state: MemoryState, now: datetime) -> fsrs.Card:
    """Return a fresh card of the package in the given state; `now` fills its unused due instant.

    Raises ValueError where a card that was answered lacks its stability, difficulty or day.
    """
    if state.phase is Phase.NEW:
        return OwnCard(card_id=0, due=now)
    if state.stability is None or state.difficulty is None or state.last_day is None:
        raise ValueError(f"a card in {state.phase} has stability, difficulty and a last day")
    return OwnCard(
        card_id=0,
        state=_STATES[state.phase],
        step=None if state.phase is Phase.REVIEW else state.step or 0,
        stability=state.stability,
        difficulty=state.difficulty,
        due=now,
        last_review=midnight(state.last_day),
    )


def state_of(card: fsrs.Card, at: datetime, day: date) -> MemoryState:
    """Return a reviewed card of the package as our state, last answered at an instant and day."""
    return MemoryState(_PHASES[card.state], card.step, card.stability, card.difficulty, at, day)


def advance(
    scheduler: fsrs.Scheduler, card: fsrs.Card, rating: fsrs.Rating, now: datetime, longest: float
) -> tuple[fsrs.Card, bool]:
    """Return the card reviewed at the midnight of a day, and whether its stability was clamped.

    `longest` is the greatest stability in days; the card given stays as it is.
    """
    reviewed, _ = scheduler.review_card(card, rating, now)
    if reviewed.stability is not None and reviewed.stability > longest:
        reviewed.stability = longest
        return reviewed, True
    return reviewed, False
