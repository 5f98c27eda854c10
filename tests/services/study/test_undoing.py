"""An answer can be taken back with everything it had moved."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import func, select

from quizapp.services import study
from quizapp.services.context import Context
from quizapp.store.models import Answer, Voiding
from quizapp.store.queries.people import Person
from tests.services.study.sittings import filled, send, sit, state
from tests.services.study.test_answering import together
from tests.world import NOON


def test_undo_returns_cards_and_totals_to_what_they_were(context: Context, bob: Person) -> None:
    sit(context, bob, NOON, count=8)
    at = NOON + timedelta(minutes=30)
    for right in (True, False):
        before = state(context, bob)
        sit(context, bob, at, right=right)
        assert state(context, bob) != before
        assert study.undo(context, bob, at + timedelta(minutes=1)) is not None
        assert state(context, bob) == before


def test_the_first_answer_to_a_fact_can_be_undone(context: Context, bob: Person) -> None:
    sit(context, bob, NOON)
    study.undo(context, bob, NOON + timedelta(minutes=1))
    assert state(context, bob) == []


def test_undo_goes_back_answer_by_answer_and_then_stops(context: Context, bob: Person) -> None:
    sit(context, bob, NOON, count=3)
    later = NOON + timedelta(minutes=5)
    versions = [study.undo(context, bob, later) for _ in range(4)]
    assert None not in versions[:3]
    assert versions[3] is None
    assert state(context, bob) == []


def test_the_question_comes_again_and_the_same_answer_gives_the_same_interval(
    context: Context, bob: Person
) -> None:
    sit(context, bob, NOON, count=6)
    at = NOON + timedelta(days=2)
    screen = study.ask(context, bob, at)
    assert screen is not None
    verdict = send(context, bob, filled(screen), at)
    version = study.undo(context, bob, at + timedelta(seconds=20))
    assert version == screen.version
    again = study.question_again(context, bob, version, at)
    assert again.key != screen.key
    assert send(context, bob, filled(again), at).due == verdict.due


def test_what_was_undone_stays_in_the_log(context: Context, bob: Person) -> None:
    sit(context, bob, NOON)
    study.undo(context, bob, NOON + timedelta(minutes=1))
    with context.store.read() as connection:
        assert connection.execute(select(func.count()).select_from(Answer)).scalar_one() == 1
        assert connection.execute(select(func.count()).select_from(Voiding)).scalar_one() == 1


def test_one_learners_undo_leaves_the_others_alone(
    context: Context, bob: Person, dan: Person
) -> None:
    sit(context, dan, NOON)
    cards = [row for row in state(context, dan) if row[0] == dan.id]
    sit(context, bob, NOON)
    assert study.undo(context, bob, NOON + timedelta(minutes=1)) is not None
    assert study.undo(context, bob, NOON + timedelta(minutes=1)) is None
    assert [row for row in state(context, dan) if row[0] == dan.id] == cards


def test_a_double_click_on_undo_takes_one_answer_at_most_each(
    context: Context, bob: Person
) -> None:
    sit(context, bob, NOON)
    undo = lambda: study.undo(context, bob, NOON + timedelta(minutes=1))  # noqa: E731
    assert together(undo, undo) == []
    assert state(context, bob) == []
