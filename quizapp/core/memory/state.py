"""The memory of one learner for one fact, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum, StrEnum


class Rating(IntEnum):
    """How well a fact was remembered, in FSRS's four grades."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Phase(StrEnum):
    """Where a card stands; stored by its value."""

    NEW = "new"
    LEARNING = "learning"
    REVIEW = "review"
    RELEARNING = "relearning"


@dataclass(frozen=True, slots=True)
class MemoryState:
    """FSRS state of a card. `stability` is in days, `difficulty` 1..10.

    `last_review` is the instant (UTC) and `last_day` the learner's local day of the last
    answer that counted; both None while the card is new.
    """

    phase: Phase = Phase.NEW
    step: int | None = None
    stability: float | None = None
    difficulty: float | None = None
    last_review: datetime | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class CardOutcome:
    """What a card becomes under one rating.

    `due` is an instant in UTC. `interval` is what a button says: the step's length for
    (re)learning, whole days otherwise.
    """

    rating: Rating
    memory: MemoryState
    due: datetime
    interval: timedelta
