"""What is kept for a time goes when it is over, and a clock that jumps ahead takes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from quizapp.services import accounts, codes, retention
from quizapp.services.checking import check
from quizapp.services.context import Context
from quizapp.store.models import Answer, AuditEvent, LoginSession, OneTimeCode, User
from quizapp.store.queries.people import Person
from tests.services.account.test_guests import come
from tests.services.study.sittings import sit
from tests.services.study.test_answering import together
from tests.world import NOON, PASSWORD, person

KEPT = timedelta(days=100)


@pytest.fixture
def context(context: Context) -> Context:
    """An installation that keeps things for a hundred days."""
    return replace(context, settings=replace(context.settings, retention_days=KEPT.days))


def rows(context: Context, model: Any, *where: Any) -> int:
    with context.store.read() as connection:
        return connection.execute(
            select(func.count()).select_from(model).where(*where)
        ).scalar_one()


def live(context: Context, at: datetime) -> None:
    """Somebody signs in some days before."""
    accounts.sign_in(context, "Dan", PASSWORD, at - timedelta(days=3))


def test_pupils_who_no_longer_come_are_erased(context: Context, bob: Person, dan: Person) -> None:
    teacher = person(context, "Alice", "teacher")
    for who in (bob, dan):
        sit(context, who, NOON, count=3)
    at = NOON + KEPT + timedelta(days=1)
    live(context, at)
    assert retention.sweep(context, NOON + KEPT - timedelta(minutes=1)) == 0
    assert retention.sweep(context, at) == 1
    assert rows(context, User, User.id == bob.id) == 0
    assert rows(context, User, User.id.in_((dan.id, teacher.id))) == 2
    assert rows(context, Answer, Answer.learner_id == dan.id) == 3
    assert rows(context, Answer) == 6  # those of Bob without a name
    assert check(context.store, at).findings == []


def test_who_answered_lately_stays(context: Context, bob: Person, dan: Person) -> None:
    sit(context, bob, NOON + timedelta(days=60), count=1)
    at = NOON + KEPT + timedelta(days=1)
    live(context, at)
    assert retention.sweep(context, at) == 0


def test_a_clock_that_jumped_ahead_erases_nobody(context: Context, bob: Person) -> None:
    sit(context, bob, NOON, count=3)
    at = NOON + timedelta(days=5000)
    before = rows(context, AuditEvent)
    assert retention.sweep(context, at) == 0
    assert rows(context, User, User.id == bob.id) == 1
    assert rows(context, AuditEvent) == before
    accounts.sign_in(context, "Bob", PASSWORD, at)  # and whoever comes on that day changes nothing
    assert retention.sweep(context, at + timedelta(hours=1)) == 0


def test_what_is_over_goes(context: Context, bob: Person, dan: Person) -> None:
    codes.make_for(context, "Bob", NOON)
    guest = come(context).guest
    at = NOON + timedelta(days=31)
    retention.sweep(context, at)
    assert rows(context, LoginSession) == rows(context, OneTimeCode) == 0
    assert rows(context, User, User.id == guest.id) == 0
    live(context, NOON + KEPT + timedelta(days=20))
    retention.sweep(context, NOON + KEPT + timedelta(days=20))
    assert rows(context, AuditEvent, AuditEvent.at < NOON + timedelta(days=20)) == 0
    assert rows(context, AuditEvent) > 0


def test_once_a_day(context: Context) -> None:
    assert retention.sweep_daily(context, NOON)
    assert not retention.sweep_daily(context, NOON + timedelta(hours=11))
    swept: list[bool] = []
    tomorrow = NOON + timedelta(days=1)
    work = lambda: swept.append(retention.sweep_daily(context, tomorrow))  # noqa: E731
    assert together(*[work] * 4) == []
    assert sorted(swept) == [False, False, False, True]
