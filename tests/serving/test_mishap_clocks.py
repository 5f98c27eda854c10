"""Clocks that are set back between two answers."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from quizapp.services import study
from quizapp.services.checking import check
from quizapp.services.context import Context
from quizapp.store.engine import Store
from quizapp.store.models import Review
from tests.services.study.sittings import filled, send, sit, state
from tests.world import NOON, context_on, person


@pytest.fixture
def context(store: Store, tmp_path: Path) -> Context:
    """Services on both databases in turn."""
    return context_on(store, tmp_path)


@pytest.mark.parametrize("step", [timedelta(days=-1), timedelta(hours=-5), timedelta(days=-400)])
def test_a_clock_set_back_moves_nothing_forward(context: Context, step: timedelta) -> None:
    bob = person(context, "Bob")
    sit(context, bob, NOON, count=6)
    at = NOON + timedelta(days=3)
    screen = study.ask(context, bob, at)
    assert screen is not None
    send(context, bob, filled(screen), at)
    back = at + step
    shown = study.question_again(context, bob, screen.version, back)
    send(context, bob, filled(shown), back)
    with context.store.read() as connection:
        rows = connection.execute(
            select(Review.due, Review.at).where(Review.learner_id == bob.id).order_by(Review.id)
        ).all()
    assert rows[-1].due >= rows[-2].at  # never before the answer that the right clock saw
    following = study.ask(context, bob, back + timedelta(minutes=1))
    if following is not None:
        send(context, bob, filled(following), back + timedelta(minutes=1))
    assert check(context.store, at).findings == []


def test_undo_takes_back_what_was_answered_last_also_after_the_clock_went_back(
    context: Context,
) -> None:
    bob = person(context, "Bob")
    screen = sit(context, bob, NOON, count=1)
    assert screen
    first = study.ask(context, bob, NOON + timedelta(minutes=2))
    assert first is not None
    send(context, bob, filled(first), NOON + timedelta(minutes=2))
    before = state(context, bob)
    back = NOON - timedelta(hours=1)
    again = study.question_again(context, bob, first.version, back)
    send(context, bob, filled(again, right=False), back)
    assert state(context, bob) != before
    assert study.undo(context, bob, back + timedelta(minutes=1)) == first.version
    assert state(context, bob) == before
    assert check(context.store, NOON).findings == []
