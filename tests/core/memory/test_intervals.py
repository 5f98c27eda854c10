from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.memory.model import outcomes
from quizapp.core.memory.policy import Policy
from quizapp.core.memory.state import MemoryState, Phase, Rating
from tests.core.memory.histories import STEP_LISTS

PLACES = ("America/Lima", "Europe/London", "Asia/Kathmandu", "Pacific/Apia", "Pacific/Chatham")
NOON = datetime(2026, 4, 12, 12, tzinfo=UTC)
PLAIN = Policy(fuzz=False)
REVIEWED = MemoryState(Phase.REVIEW, None, 20.0, 5.0, NOON, date(2026, 4, 12))

MEMORIES = st.builds(
    MemoryState,
    phase=st.sampled_from((Phase.LEARNING, Phase.REVIEW, Phase.RELEARNING)),
    step=st.integers(0, 3),
    stability=st.floats(0.001, 36500),
    difficulty=st.floats(1, 10),
    last_review=st.just(NOON),
    last_day=st.just(NOON.date()),
)
POLICIES = st.builds(
    Policy,
    desired_retention=st.floats(0.6, 0.99),
    learning_steps=st.sampled_from(STEP_LISTS),
    relearning_steps=st.sampled_from(STEP_LISTS),
    maximum_interval_days=st.sampled_from((3, 30, 36500)),
    zone=st.sampled_from(PLACES),
    rollover_hour=st.integers(0, 23),
    fuzz=st.booleans(),
)
ELAPSED = st.timedeltas(timedelta(days=-3), timedelta(days=4000))


@settings(max_examples=400, deadline=None)
@given(state=MEMORIES, policy=POLICIES, elapsed=ELAPSED, seed=st.text(max_size=8))
def test_intervals_are_ordered_positive_and_never_before_the_answer(
    state: MemoryState, policy: Policy, elapsed: timedelta, seed: str
) -> None:
    found = outcomes(state, NOON + elapsed, policy, seed)
    assert list(found) == list(Rating)
    days = {r: o.interval.days for r, o in found.items() if o.memory.phase is Phase.REVIEW}
    passed = [days[r] for r in (Rating.HARD, Rating.GOOD, Rating.EASY) if r in days]
    assert all(shorter + 1 <= longer for shorter, longer in pairwise(passed))
    if Rating.AGAIN in days and Rating.HARD in days:
        assert days[Rating.AGAIN] <= days[Rating.HARD]
    for rating, outcome in found.items():
        memory = outcome.memory
        assert outcome.rating is rating
        assert memory.last_review is not None
        assert memory.last_review >= NOON
        assert outcome.due > memory.last_review
        assert memory.stability is not None
        assert 0 < memory.stability <= policy.maximum_stability
        if rating in days:
            assert 1 <= days[rating] <= policy.maximum_interval_days
            assert outcome.interval == timedelta(days=days[rating])


def allowed(days: int) -> float:
    """The widest move of an interval: a day, 15 % of 2.5-7 d, 10 % of 7-20 d, 5 % beyond."""
    if days < 2.5:
        return 0
    return (
        1 + 0.15 * (min(days, 7) - 2.5) + 0.1 * max(min(days, 20) - 7, 0) + 0.05 * max(days - 20, 0)
    )


@settings(max_examples=300, deadline=None)
@given(state=MEMORIES, elapsed=ELAPSED, seed=st.text(max_size=8))
def test_fuzz_stays_within_its_bounds_and_leaves_the_memory_alone(
    state: MemoryState, elapsed: timedelta, seed: str
) -> None:
    plain = outcomes(state, NOON + elapsed, PLAIN, seed)
    fuzzed = outcomes(state, NOON + elapsed, Policy(), seed)
    for rating in Rating:
        assert fuzzed[rating].memory == plain[rating].memory
        days = plain[rating].interval.days
        if plain[rating].memory.phase is Phase.REVIEW:
            assert abs(fuzzed[rating].interval.days - days) <= allowed(days) + 0.5
        else:
            assert fuzzed[rating] == plain[rating]


def test_fuzz_reaches_both_ends_and_hangs_on_the_seed_alone() -> None:
    state = replace(REVIEWED, stability=40.0)
    at = NOON + timedelta(days=40)
    days = outcomes(state, at, PLAIN, "")[Rating.HARD].interval.days
    random.seed(5)
    lengths = [
        outcomes(state, at, Policy(), f"s{n}")[Rating.HARD].interval.days for n in range(800)
    ]
    random.seed(6)
    again = [outcomes(state, at, Policy(), f"s{n}")[Rating.HARD].interval.days for n in range(800)]
    assert lengths == again
    widest = allowed(days)
    assert {min(lengths), max(lengths)} == {round(days - widest), round(days + widest)}
    assert sum(lengths) / len(lengths) == pytest.approx(days, abs=0.5)


def test_the_same_answer_and_seed_give_the_same_interval_for_ever() -> None:
    state = replace(REVIEWED, stability=40.0)
    found = outcomes(state, NOON + timedelta(days=40), Policy(), "card 7, answer 12")
    assert [found[rating].interval.days for rating in list(Rating)[1:]] == [82, 110, 171]


def test_the_global_chance_is_left_alone() -> None:
    random.seed(99)
    before = random.getstate()
    outcomes(REVIEWED, NOON + timedelta(days=30), Policy(), "seed")
    assert random.getstate() == before


def test_a_maximum_too_short_to_order_keeps_every_interval_a_day() -> None:
    found = outcomes(
        REVIEWED, NOON + timedelta(days=20), replace(PLAIN, maximum_interval_days=2), ""
    )
    assert [found[rating].interval.days for rating in list(Rating)[1:]] == [1, 1, 2]
