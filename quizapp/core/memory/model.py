"""From a memory state and an answer to the next state and due instant: FSRS-6 in learner's days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

import fsrs

from quizapp.core.memory import engine
from quizapp.core.memory.curve import recall_after
from quizapp.core.memory.days import day_start, learner_day
from quizapp.core.memory.intervals import chosen, days_for
from quizapp.core.memory.policy import Policy
from quizapp.core.memory.state import CardOutcome, MemoryState, Rating

__all__ = ["counts_for_memory", "outcome", "outcomes", "recall_after", "retrievability"]

_REVIEW = fsrs.State.Review
_COMPARED = {
    Rating.AGAIN: (Rating.HARD,),
    Rating.HARD: (),
    Rating.GOOD: (Rating.HARD,),
    Rating.EASY: (Rating.HARD, Rating.GOOD),
}
"""The ratings on whose whole days those of a rating depend: Again <= Hard < Good < Easy."""


def outcomes(
    state: MemoryState, at: datetime, policy: Policy, seed: str
) -> dict[Rating, CardOutcome]:
    """Return what a card becomes under each of the four ratings when answered at an instant.

    Elapsed time is counted in the learner's days; answers of one day follow the model's
    short-term rule. A step falls due its length after the answer; an interval of n days at the
    rollover of the n-th day after the learner's. `seed` (unique to card and answer) decides the
    fuzz. An instant before the last answer counts as that answer's.
    Raises ValueError for an instant without offset, an unknown zone, parameters out of bounds
    or a state that no answer can have left.
    """
    instant, day = engine.moment(
        at, policy.zone, policy.rollover_hour, state.last_review, state.last_day
    )
    scheduler, now = engine.scheduler_for(policy), engine.midnight(day)
    before, longest = engine.card_of(state, now), policy.maximum_stability
    cards = {
        rating: engine.advance(scheduler, before, grade, now, longest)
        for rating, grade in engine.RATINGS.items()
    }
    intervals = _intervals(cards, now, policy, seed)
    answers: dict[Rating, CardOutcome] = {}
    for rating, (card, _) in cards.items():
        interval, due = intervals[rating], instant + intervals[rating]
        if card.state == _REVIEW:
            due = day_start(day + interval, policy.zone, policy.rollover_hour)
        memory = engine.state_of(card, instant, day)
        answers[rating] = CardOutcome(rating, memory, due, interval)
    return answers


def outcome(
    state: MemoryState, at: datetime, policy: Policy, seed: str, rating: Rating
) -> CardOutcome:
    """Return what a card becomes under one rating: that of `outcomes`, in less time.

    A step's length asks for nothing but its own rating, whole days for the shorter ones too; near
    the longest interval shorter ones give way to longer ones, so there all are needed.
    Raises ValueError as `outcomes` does.
    """
    instant, day = engine.moment(
        at, policy.zone, policy.rollover_hour, state.last_review, state.last_day
    )
    scheduler, now = engine.scheduler_for(policy), engine.midnight(day)
    before, longest = engine.card_of(state, now), policy.maximum_stability
    cards = {rating: engine.advance(scheduler, before, engine.RATINGS[rating], now, longest)}
    card, _ = cards[rating]
    if card.state != _REVIEW:
        gap = card.due - now
        return CardOutcome(rating, engine.state_of(card, instant, day), instant + gap, gap)
    for other in _COMPARED[rating]:
        cards[other] = engine.advance(scheduler, before, engine.RATINGS[other], now, longest)
    interval = _intervals(cards, now, policy, seed)[rating]
    if interval.days > policy.maximum_interval_days - len(Rating):
        return outcomes(state, at, policy, seed)[rating]
    due = day_start(day + interval, policy.zone, policy.rollover_hour)
    return CardOutcome(rating, engine.state_of(card, instant, day), due, interval)


def retrievability(state: MemoryState, at: datetime, policy: Policy) -> float:
    """Return the chance of recall at an instant, by the learner's days: 0 < R <= 1, new card 0."""
    if state.stability is None or state.last_day is None:
        return 0.0
    elapsed = (learner_day(at, policy.zone, policy.rollover_hour) - state.last_day).days
    return recall_after(state.stability, elapsed, policy.parameters)


def counts_for_memory(state: MemoryState, at: datetime, policy: Policy) -> bool:
    """Return whether an exam or cram answer at an instant may move the long-term state.

    Only the first answer of the learner's day may; further ones are kept and leave it alone.
    """
    today = learner_day(at, policy.zone, policy.rollover_hour)
    return state.last_day is None or today > state.last_day


def _intervals(
    cards: Mapping[Rating, tuple[fsrs.Card, bool]], now: datetime, policy: Policy, seed: str
) -> dict[Rating, timedelta]:
    """Return the steps as the package gives them, and the whole days as the policy offers them.

    Where a stability was clamped, the package's days came from the greater one: counted anew.
    """
    gaps: dict[Rating, timedelta] = {}
    days: dict[Rating, int] = {}
    for rating, (card, clamped) in cards.items():
        gaps[rating] = gap = card.due - now
        if card.state == _REVIEW:
            days[rating] = days_for(policy.maximum_stability, policy) if clamped else gap.days
    for rating, length in chosen(days, policy, seed).items():
        gaps[rating] = timedelta(days=length)
    return gaps
