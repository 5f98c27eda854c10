"""What a learner's memory is scheduled by: model parameters, targets, steps and days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from quizapp.core.memory.days import zone_named

# The published default parameters of FSRS-6, in the order of the `fsrs` package.
DEFAULT_PARAMETERS: tuple[float, ...] = (
    # stability after a first Again, Hard, Good, Easy, in days
    *(0.212, 1.2931, 2.3065, 8.2956),
    # difficulty: start, spread, change per rating, pull to the mean
    *(6.4133, 0.8334, 3.0194, 0.001),
    # growth after success: size, saturation, spacing
    *(1.8722, 0.1666, 0.796),
    # after a lapse: size, difficulty, stability, spacing
    *(1.4835, 0.0614, 0.2629, 1.6483),
    # Hard penalty, Easy bonus
    *(0.6014, 1.8729),
    # same-day answers: size, shift, saturation
    *(0.5425, 0.0912, 0.0658),
    # decay of the forgetting curve
    0.1542,
)


@dataclass(frozen=True, slots=True)
class Policy:
    """How answers become memory states and due instants.

    `parameters` are the 21 of FSRS-6 (checked against their bounds at first use),
    `desired_retention` the recall chance at which a card falls due, `maximum_stability` in days,
    `zone` an IANA name. `fuzz` spreads intervals so that cards met together part again.
    Raises ValueError for a value out of range.
    """

    model: ClassVar[str] = "fsrs-6"

    parameters: tuple[float, ...] = DEFAULT_PARAMETERS
    desired_retention: float = 0.9
    learning_steps: tuple[timedelta, ...] = (timedelta(minutes=1), timedelta(minutes=10))
    relearning_steps: tuple[timedelta, ...] = (timedelta(minutes=10),)
    maximum_stability: float = 36500.0
    maximum_interval_days: int = 36500
    zone: str = "UTC"
    rollover_hour: int = 4
    fuzz: bool = True

    def __post_init__(self) -> None:
        """Refuse what no schedule can be made of."""
        if len(self.parameters) != len(DEFAULT_PARAMETERS):
            raise ValueError(f"FSRS-6 has 21 parameters, not {len(self.parameters)}")
        if not 0 < self.desired_retention < 1:
            raise ValueError(f"desired retention lies between 0 and 1: {self.desired_retention}")
        if any(step <= timedelta() for step in (*self.learning_steps, *self.relearning_steps)):
            raise ValueError("a learning step takes longer than nothing")
        if not self.maximum_stability > 0 or self.maximum_interval_days < 1:
            raise ValueError("the longest stability and interval are at least a day")
        if not 0 <= self.rollover_hour <= 23:
            raise ValueError(f"the rollover hour is 0 to 23, not {self.rollover_hour}")
        zone_named(self.zone)
