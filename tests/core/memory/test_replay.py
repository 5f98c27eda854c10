from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.memory.model import outcomes
from quizapp.core.memory.policy import Policy
from quizapp.core.memory.replay import ReviewStep, replay
from quizapp.core.memory.state import MemoryState, Rating
from tests.core.memory.histories import STEP_LISTS

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ZONES = ("America/Lima", "Europe/London", "Asia/Kathmandu", "Pacific/Apia", "Pacific/Chatham")


@st.composite
def histories(draw: st.DrawFn) -> list[ReviewStep]:
    at, steps = NOON, []
    for _ in range(draw(st.integers(0, 12))):
        at += draw(
            st.one_of(
                st.timedeltas(timedelta(hours=-30), timedelta(hours=30)),
                st.timedeltas(timedelta(), timedelta(days=300)),
            )
        )
        rating, zone = draw(st.sampled_from(Rating)), draw(st.sampled_from(ZONES))
        steps.append(ReviewStep(at, rating, zone, draw(st.integers(0, 23)), draw(st.booleans())))
    return steps


POLICIES = st.builds(
    Policy,
    learning_steps=st.sampled_from(STEP_LISTS),
    relearning_steps=st.sampled_from(STEP_LISTS),
    maximum_stability=st.sampled_from((36500.0, 30.0)),
    zone=st.sampled_from(ZONES),
    fuzz=st.booleans(),
)


@settings(max_examples=200, deadline=None)
@given(steps=histories(), policy=POLICIES)
def test_replay_equals_the_answers_one_after_another_bit_for_bit(
    steps: list[ReviewStep], policy: Policy
) -> None:
    state = MemoryState()
    for number, step in enumerate(steps):
        then = replace(policy, zone=step.zone, rollover_hour=step.rollover_hour)
        if step.counts:
            state = outcomes(state, step.at, then, f"seed {number}")[step.rating].memory
    assert replay(steps, policy) == state


def test_nothing_leaves_a_new_card() -> None:
    idle = ReviewStep(NOON, Rating.AGAIN, "UTC", 4, counts=False)
    assert replay([], Policy()) == MemoryState()
    assert replay([idle], Policy()) == MemoryState()


def test_practice_that_does_not_count_leaves_the_state() -> None:
    study = ReviewStep(NOON, Rating.GOOD, "UTC", 4)
    cram = ReviewStep(NOON + timedelta(minutes=3), Rating.AGAIN, "UTC", 4, counts=False)
    assert replay([study, cram], Policy()) == replay([study], Policy())
    assert replay([study, replace(cram, counts=True)], Policy()) != replay([study], Policy())


def test_each_review_keeps_the_day_it_had() -> None:
    first = ReviewStep(NOON, Rating.EASY, "UTC", 4)
    evening = NOON + timedelta(hours=12)
    lima = replay([first, ReviewStep(evening, Rating.GOOD, "America/Lima", 4)], Policy())
    apia = replay([first, ReviewStep(evening, Rating.GOOD, "Pacific/Apia", 4)], Policy())
    assert lima.last_day == NOON.date()
    assert apia.last_day == NOON.date() + timedelta(days=1)
    assert lima.stability != apia.stability


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown time zone"):
        replay([ReviewStep(NOON, Rating.GOOD, "Nowhere", 4)], Policy())
