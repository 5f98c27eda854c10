"""Random settings and review histories, the same ones at every run."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

from quizapp.core.memory.policy import DEFAULT_PARAMETERS

STEP_LISTS = (
    (),
    (timedelta(minutes=10),),
    (timedelta(minutes=1), timedelta(minutes=10)),
    (timedelta(seconds=45), timedelta(minutes=25), timedelta(hours=7), timedelta(days=1)),
)
# The bounds that the model is fitted within, per parameter.
_LOW = (*(0.001,) * 4, 1.0, *(0.001,) * 3, 0, 0, *(0.001,) * 4, 0, 0, 1, 0, 0, 0, 0.1)
_HIGH = (
    *(*(100.0,) * 4, 10.0, 4.0, 4.0, 0.75, 4.5, 0.8, 3.5),
    *(5.0, 0.25, 0.9, 4.0, 1.0, 6.0, 2.0, 2.0, 0.8, 0.8),
)


def random_parameters(chance: Random) -> tuple[float, ...]:
    """Return parameters near the defaults, within the bounds of the model."""
    near = (value * chance.uniform(0.7, 1.4) for value in DEFAULT_PARAMETERS)
    return tuple(
        min(max(value, low), high) for value, low, high in zip(near, _LOW, _HIGH, strict=True)
    )


def random_answers(
    chance: Random, length: int, start: datetime | None = None
) -> list[tuple[datetime, int]]:
    """Return instants and ratings: seconds, hours, days and months apart, in rising order."""
    at = start or datetime(2024, 1, 1, tzinfo=UTC) + timedelta(
        seconds=chance.randrange(3 * 365 * 86400)
    )
    answers = []
    for _ in range(length):
        answers.append((at, chance.choice((1, 2, 3, 3, 3, 4))))
        longest = chance.choice((60, 3600, 30 * 3600, 5 * 86400, 90 * 86400))
        at += timedelta(seconds=chance.randrange(longest), microseconds=chance.randrange(10**6))
    return answers
