from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import fsrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.memory import model
from quizapp.core.memory.days import day_start
from quizapp.core.memory.model import counts_for_memory, outcomes, recall_after, retrievability
from quizapp.core.memory.policy import DEFAULT_PARAMETERS, Policy
from quizapp.core.memory.state import CardOutcome, MemoryState, Phase, Rating
from tests.core.memory.histories import STEP_LISTS, random_answers, random_parameters
from tests.core.memory.reference import Fsrs6, Told

PLACES = ("America/Lima", "Europe/London", "Asia/Kathmandu", "Pacific/Apia", "Pacific/Chatham")
NOON = datetime(2026, 4, 12, 12, tzinfo=UTC)
NEAR = 1e-9
PLAIN = Policy(fuzz=False)
REVIEWED = MemoryState(Phase.REVIEW, None, 20.0, 5.0, NOON, date(2026, 4, 12))


def random_policy(chance: Random, zone: str) -> Policy:
    return Policy(
        parameters=chance.choice((DEFAULT_PARAMETERS, random_parameters(chance))),
        desired_retention=chance.uniform(0.7, 0.97),
        learning_steps=chance.choice(STEP_LISTS),
        relearning_steps=chance.choice(STEP_LISTS),
        zone=zone,
        rollover_hour=chance.choice((0, 2, 4, 23)),
        fuzz=False,
    )


def formula(policy: Policy) -> Fsrs6:
    return Fsrs6(
        policy.parameters,
        policy.desired_retention,
        policy.learning_steps,
        policy.relearning_steps,
        policy.maximum_stability,
    )


def wall_day(at: datetime, policy: Policy) -> date:
    wall = at.astimezone(ZoneInfo(policy.zone)).replace(tzinfo=None)
    return (wall - timedelta(hours=policy.rollover_hour)).date()


def assert_told(outcome: CardOutcome, told: Told, at: datetime, day: date, policy: Policy) -> None:
    memory = outcome.memory
    assert (memory.phase.value, memory.step) == (told.state, told.step)
    assert memory.stability == pytest.approx(told.stability, rel=NEAR)
    assert memory.difficulty == pytest.approx(told.difficulty, rel=NEAR)
    assert (memory.last_review, memory.last_day) == (at, day)
    if told.state != "review":
        assert (outcome.due, outcome.interval) == (at + told.wait, told.wait)
    else:
        assert outcome.due == day_start(day + outcome.interval, policy.zone, policy.rollover_hour)


def assert_pushed_up_from_hard(outcome: CardOutcome, told: Told) -> None:
    pushed = (outcome.interval - told.wait).days
    if outcome.rating is Rating.AGAIN:
        assert pushed <= 0
    else:
        assert 0 <= pushed <= outcome.rating - Rating.HARD


def test_the_formulas_of_the_tests_equal_the_package() -> None:
    chance = Random(1)
    for _ in range(300):
        policy = random_policy(chance, "UTC")
        scheduler = fsrs.Scheduler(
            policy.parameters,
            policy.desired_retention,
            policy.learning_steps,
            policy.relearning_steps,
            enable_fuzzing=False,
        )
        mine = Fsrs6(
            policy.parameters,
            policy.desired_retention,
            policy.learning_steps,
            policy.relearning_steps,
        )
        card, last = fsrs.Card(card_id=1), None
        for at, rating in random_answers(chance, 10):
            told = mine.answer(rating, None if last is None else (at - last).days)
            card, _ = scheduler.review_card(card, fsrs.Rating(rating), at)
            assert card.stability == pytest.approx(told.stability, rel=NEAR)
            assert card.difficulty == pytest.approx(told.difficulty, rel=NEAR)
            assert (card.state.name.lower(), card.step) == (told.state, told.step)
            assert card.due - at == told.wait
            last = at


@pytest.mark.parametrize("zone", PLACES)
def test_histories_in_local_days_equal_the_formulas(zone: str) -> None:
    chance = Random(zone)
    turns = 0
    for _ in range(60):
        policy = random_policy(chance, zone)
        mine, state, days = formula(policy), MemoryState(), []
        for at, rating in random_answers(chance, 10):
            days.append(wall_day(at, policy))
            told = mine.answer(rating, (days[-1] - days[-2]).days if days[1:] else None)
            found = outcomes(state, at, policy, "any")
            assert [model.outcome(state, at, policy, "any", one) for one in found] == [
                *found.values()
            ]
            outcome = found[Rating(rating)]
            assert_told(outcome, told, at, days[-1], policy)
            if outcome.memory.phase is Phase.REVIEW:
                assert_pushed_up_from_hard(outcome, told)
            if state.last_review and (at - state.last_review).days != (days[-1] - days[-2]).days:
                turns += 1
            state = outcome.memory
    assert turns > 50  # local days differed from 24-hour periods, so the test can tell them apart


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # spring: London skips an hour, so these two mornings are 23 hours apart
        ("2026-03-28T07:00:00+00:00", "2026-03-29T06:00:00+00:00"),
        # two minutes around the rollover at 04:00 British Summer Time
        ("2026-06-01T02:59:00+00:00", "2026-06-01T03:01:00+00:00"),
        # autumn: 25 hours and a bit more
        ("2026-10-24T05:00:00+00:00", "2026-10-25T06:30:00+00:00"),
    ],
)
def test_the_next_local_day_is_one_day_later(first: str, second: str) -> None:
    policy = replace(PLAIN, zone="Europe/London")
    one, two = datetime.fromisoformat(first), datetime.fromisoformat(second)
    mine = formula(policy)
    mine.answer(4, None)
    told = mine.answer(3, 1)
    state = outcomes(MemoryState(), one, policy, "")[Rating.EASY].memory
    memory = outcomes(state, two, policy, "")[Rating.GOOD].memory
    assert memory.stability == pytest.approx(told.stability, rel=NEAR)


def test_answers_of_one_local_day_follow_the_short_term_rule() -> None:
    policy = replace(PLAIN, zone="Pacific/Chatham")
    morning = day_start(date(2026, 5, 5), policy.zone, 4)
    night = morning + timedelta(hours=23, minutes=59)
    state = outcomes(MemoryState(), morning, policy, "")[Rating.EASY].memory
    mine = formula(policy)
    mine.answer(4, None)
    told = mine.answer(1, 0)
    lapse = outcomes(state, night, policy, "")[Rating.AGAIN].memory
    assert lapse.stability == pytest.approx(told.stability, rel=NEAR)
    assert lapse.phase is Phase.RELEARNING


def test_due_is_the_rollover_of_the_learners_day_through_daylight_saving() -> None:
    policy = replace(PLAIN, zone="Europe/London", desired_retention=0.9)
    at = datetime(2026, 3, 27, 23, 30, tzinfo=UTC)
    outcome = outcomes(MemoryState(), at, policy, "")[Rating.EASY]
    assert outcome.interval == timedelta(days=8)
    assert outcome.due == datetime(2026, 4, 4, 3, tzinfo=UTC)  # 04:00 summer time
    before_rollover = outcomes(MemoryState(), at.replace(day=28, hour=2), policy, "")
    assert before_rollover[Rating.EASY].due == outcome.due


def test_steps_fall_due_their_length_after_the_answer() -> None:
    found = outcomes(MemoryState(), NOON, PLAIN, "")
    assert [
        found[r].interval.total_seconds() for r in (Rating.AGAIN, Rating.HARD, Rating.GOOD)
    ] == [
        60,
        330,
        600,
    ]
    assert found[Rating.GOOD].due == NOON + timedelta(minutes=10)
    assert found[Rating.GOOD].memory.step == 1


def test_stability_is_clamped_and_the_interval_counted_from_the_clamped_one() -> None:
    policy = replace(PLAIN, maximum_stability=50.0, desired_retention=0.8)
    state = replace(REVIEWED, stability=49.0)
    found = outcomes(state, NOON + timedelta(days=60), policy, "")
    easy = found[Rating.EASY]
    free = outcomes(state, NOON + timedelta(days=60), replace(policy, maximum_stability=36500), "")
    assert (free[Rating.EASY].memory.stability or 0) > 100
    assert easy.memory.stability == 50.0
    hard_days = found[Rating.HARD].interval.days
    assert recall_after(50.0, hard_days, policy.parameters) == pytest.approx(0.8, abs=0.002)
    assert easy.interval.days == hard_days + 2


def test_long_histories_of_easy_answers_stay_under_the_clamp() -> None:
    at, easy = NOON, outcomes(MemoryState(), NOON, PLAIN, "")[Rating.EASY]
    for _ in range(40):
        at = min(easy.due, at + timedelta(days=20000))
        easy = outcomes(easy.memory, at, PLAIN, "")[Rating.EASY]
    assert easy.memory.stability == 36500.0
    assert easy.interval == timedelta(days=36500)


def test_a_clock_set_back_counts_as_no_time_at_all() -> None:
    policy = replace(PLAIN, zone="America/Lima")
    state = replace(REVIEWED, last_day=date(2026, 4, 12))
    assert outcomes(state, NOON - timedelta(days=9), policy, "s") == outcomes(
        state, NOON, policy, "s"
    )
    assert retrievability(state, NOON - timedelta(days=9), policy) == 1.0


def test_a_journey_west_never_takes_a_day_back() -> None:
    at = datetime(2026, 4, 12, 12, tzinfo=UTC)  # 13 April, 02:00 in Chatham, 07:00 in Lima
    east = replace(PLAIN, zone="Pacific/Chatham", rollover_hour=0)
    state = outcomes(MemoryState(), at, east, "")[Rating.EASY].memory
    assert state.last_day == date(2026, 4, 13)
    later = at + timedelta(hours=2)
    found = outcomes(state, later, replace(PLAIN, zone="America/Lima"), "")
    assert found[Rating.GOOD].memory.last_day == date(2026, 4, 13)
    assert found[Rating.GOOD].memory.last_review == later
    mine = formula(PLAIN)
    mine.answer(4, None)
    told = mine.answer(3, 0)
    assert found[Rating.GOOD].memory.stability == pytest.approx(told.stability, rel=NEAR)


def test_recall_is_counted_in_local_days() -> None:
    policy = replace(PLAIN, zone="America/Lima")
    state = outcomes(MemoryState(), NOON, policy, "")[Rating.EASY].memory
    assert retrievability(MemoryState(), NOON, policy) == 0.0
    start = day_start(date(2026, 4, 13), policy.zone, 4)
    assert retrievability(state, start - timedelta(seconds=1), policy) == 1.0
    mine = formula(policy)
    mine.answer(4, None)
    assert retrievability(state, start, policy) == pytest.approx(mine.recall(1), rel=NEAR)
    far = retrievability(state, NOON + timedelta(days=200), policy)
    assert far == pytest.approx(mine.recall(200), rel=NEAR)


@settings(deadline=None)
@given(stability=st.floats(0.001, 36500), days=st.floats(0, 40000))
def test_recall_falls_from_one_through_nine_tenths(stability: float, days: float) -> None:
    here = recall_after(stability, days, DEFAULT_PARAMETERS)
    assert 0 < here <= 1
    assert recall_after(stability, days + 1, DEFAULT_PARAMETERS) <= here
    assert recall_after(stability, stability, DEFAULT_PARAMETERS) == pytest.approx(0.9)


@pytest.mark.parametrize("stability", [0, -1, float("nan")])
def test_recall_needs_a_stability(stability: float) -> None:
    with pytest.raises(ValueError, match="stability"):
        recall_after(stability, 1, DEFAULT_PARAMETERS)


def test_practice_counts_once_a_day() -> None:
    policy = replace(PLAIN, zone="America/Lima")
    state = outcomes(MemoryState(), NOON, policy, "")[Rating.GOOD].memory
    assert counts_for_memory(MemoryState(), NOON, policy)
    assert not counts_for_memory(state, NOON + timedelta(hours=20), policy)
    assert counts_for_memory(state, NOON + timedelta(hours=21), policy)
    assert not counts_for_memory(state, NOON - timedelta(days=2), policy)


@pytest.mark.parametrize(
    "broken",
    [
        replace(REVIEWED, stability=None),
        replace(REVIEWED, difficulty=None),
        replace(REVIEWED, last_day=None),
    ],
)
def test_a_state_that_no_answer_can_leave_is_refused(broken: MemoryState) -> None:
    with pytest.raises(ValueError, match="has stability"):
        outcomes(broken, NOON, PLAIN, "")


def test_an_instant_without_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        outcomes(MemoryState(), NOON.replace(tzinfo=None), PLAIN, "")
