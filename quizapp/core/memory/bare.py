"""The bare FSRS-6 model of the `fsrs` package: 24-hour periods, no fuzz, no clamp, no days.

Kept apart from what learners are scheduled by, so that both can be tested by themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import fsrs

from quizapp.core.memory.policy import DEFAULT_PARAMETERS


@dataclass(frozen=True, slots=True)
class BareStep:
    """What the package says after one review; `state` is learning, review or relearning."""

    state: str
    step: int | None
    stability: float
    difficulty: float
    due: datetime


def bare_scheduler(
    parameters: Sequence[float] | None,
    desired_retention: float,
    learning_steps: Sequence[timedelta],
    relearning_steps: Sequence[timedelta],
) -> fsrs.Scheduler:
    """Return the package's scheduler without fuzz; None stands for the default parameters.

    Raises ValueError for a wrong number of parameters or one out of its bounds.
    """
    return fsrs.Scheduler(
        parameters=DEFAULT_PARAMETERS if parameters is None else parameters,
        desired_retention=desired_retention,
        learning_steps=tuple(learning_steps),
        relearning_steps=tuple(relearning_steps),
        enable_fuzzing=False,
    )


def bare_replay(
    scheduler: fsrs.Scheduler, reviews: Iterable[tuple[datetime, int]]
) -> Iterator[BareStep]:
    """Yield the state after each (instant in any zone, rating 1..4), beginning with a new card.

    Instants are taken in the order given. Raises OverflowError where a value leaves what
    numbers or dates can hold.
    """
    card: fsrs.Card | None = None
    for at, rating in reviews:
        instant = at.astimezone(UTC)
        card = card or fsrs.Card(card_id=0, due=instant)
        card, _ = scheduler.review_card(card, fsrs.Rating(rating), instant)
        if card.stability is None or card.difficulty is None:  # set by the first review
            raise ValueError("a reviewed card has stability and difficulty")
        state = card.state.name.lower()
        yield BareStep(state, card.step, card.stability, card.difficulty, card.due)
