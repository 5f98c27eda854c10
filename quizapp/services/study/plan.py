"""Today's plan of one learner: counts, the policy in force, and how long it takes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from quizapp.core.memory.days import day_start, learner_day
from quizapp.core.memory.policy import Policy
from quizapp.store.driver import Hot
from quizapp.store.queries.people import Person
from quizapp.store.queries.study import PlanCounts, plan_counts

USUAL_SECONDS = 12.0
"""Time for one answer until the learner's own mean is known."""
ENOUGH_ANSWERS = 20
ANSWERS_FOR_NEW = 2
"""Answers that a new fact takes on its first day: one per learning step."""


def policy_of(person: Person) -> Policy:
    """The memory policy in force for this learner."""
    return _policy(person.time_zone, person.rollover_hour, person.desired_retention)


@lru_cache(maxsize=1024)
def _policy(zone: str, rollover_hour: int, desired_retention: float) -> Policy:
    return Policy(zone=zone, rollover_hour=rollover_hour, desired_retention=desired_retention)


@dataclass(frozen=True, slots=True)
class Plan:
    """Today's counts with the learner's days: `today`, and the instant at which tomorrow begins."""

    counts: PlanCounts
    today: date
    tomorrow: datetime
    new_left: int

    @property
    def answers_left(self) -> int:
        """Answers still owed today: reviews, learning steps, and new facts."""
        return self.counts.reviews_today + self.counts.steps + ANSWERS_FOR_NEW * self.new_left

    @property
    def facts_due(self) -> int:
        """Facts to repeat today, those in their learning steps included."""
        return self.counts.reviews_today + self.counts.in_steps

    def minutes(self, answers: int) -> int:
        """Whole minutes that so many answers take, by the learner's own mean of 30 days."""
        counts = self.counts
        seconds = USUAL_SECONDS
        if counts.answers_lately >= ENOUGH_ANSWERS:
            seconds = counts.milliseconds_lately / counts.answers_lately / 1000
        return math.ceil(answers * max(seconds, 1.0) / 60)


def make_plan(connection: Hot, person: Person, at: datetime, *, extra_new: int = 0) -> Plan:
    """Read today's plan of this learner (one statement)."""
    today = learner_day(at, person.time_zone, person.rollover_hour)
    tomorrow, after = (
        day_start(today + timedelta(days=ahead), person.time_zone, person.rollover_hour)
        for ahead in (1, 2)
    )
    counts = plan_counts(
        connection,
        person.id,
        now=at,
        today=today,
        tomorrow=tomorrow,
        after_tomorrow=after,
        lately=today - timedelta(days=30),
        learning_steps=ANSWERS_FOR_NEW,
    )
    left = max(0, min(person.new_per_day + extra_new - counts.introduced_today, counts.unseen))
    return Plan(counts, today, tomorrow, left)
