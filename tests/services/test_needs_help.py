"""The rules by which a learner is named: each holds at its bound and not before it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from quizapp.services.needs_help import Standing, reasons

TODAY = date(2026, 11, 24)
FINE = Standing(
    joined=TODAY - timedelta(days=30),
    studied=TODAY,
    recall=0.9,
    introduced=20,
    due=3,
    topics=[("Station", 0.9, 20)],
)


def codes(**changes: object) -> list[str]:
    return [reason.code for reason in reasons(replace(FINE, **changes), TODAY)]


def test_who_studies_and_knows_is_not_named() -> None:
    assert reasons(FINE, TODAY) == ()


def test_who_never_began_is_named_from_the_day_after_joining() -> None:
    new = {"studied": None, "recall": None, "introduced": 0, "due": 0, "topics": []}
    assert codes(**new, joined=TODAY) == []
    (reason,) = reasons(replace(FINE, **new, joined=TODAY - timedelta(days=1)), TODAY)
    assert (reason.code, reason.day) == ("not_begun", TODAY - timedelta(days=1))


def test_who_stays_away_is_named_while_facts_are_due() -> None:
    away = TODAY - timedelta(days=5)
    (reason,) = reasons(replace(FINE, studied=away, due=27), TODAY)
    assert (reason.code, reason.day, reason.count) == ("idle", away, 27)
    assert codes(studied=away, due=0) == []
    assert codes(studied=TODAY - timedelta(days=4), due=19) == []


def test_a_weak_topic_is_named_when_enough_of_it_was_met() -> None:
    topics = [("Station", 0.9, 17), ("People", 0.499, 3)]
    (reason,) = reasons(replace(FINE, topics=topics), TODAY)
    assert (reason.code, reason.topic, reason.share) == ("weak_topic", "People", 0.499)
    assert codes(topics=[("Station", 0.9, 17), ("People", 0.499, 2)]) == []
    assert codes(topics=[("Station", 0.9, 17), ("People", 0.5, 3)]) == []


@pytest.mark.parametrize(
    ("recall", "met", "named"), [(0.69, 5, ["low"]), (0.7, 5, []), (0.3, 4, [])]
)
def test_low_recall_is_named_when_enough_was_met(recall: float, met: int, named: list[str]) -> None:
    assert codes(recall=recall, introduced=met, topics=[("Station", 0.55, met)]) == named


def test_a_weak_topic_says_more_than_low_recall() -> None:
    assert codes(recall=0.4, topics=[("Station", 0.4, 20)]) == ["weak_topic"]


def test_many_due_facts_are_a_reason_of_their_own() -> None:
    assert codes(due=19) == []
    assert codes(due=20) == ["behind"]
    assert codes(due=20, introduced=41) == []  # a day's work of somebody who knows many
    assert codes(due=21, introduced=41) == ["behind"]
    assert codes(due=20, studied=TODAY - timedelta(days=5)) == ["idle"]
