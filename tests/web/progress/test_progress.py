"""Home and progress tell what is due and what is known."""

from __future__ import annotations

from tests.web.conftest import Clock, Visit
from tests.web.study.test_study import answer


def test_home_before_the_first_answer(visit: Visit) -> None:
    page = visit("Bob").get("/").text
    assert "6 new facts" in page
    assert "Tuesday 24 November" in page


def test_home_counts_what_is_due(visit: Visit, clock: Clock) -> None:
    bob = visit("Bob")
    visit("Dan")
    for _ in range(12):
        answer(bob, clock)
        clock.forward(minutes=1)
    assert "studied on 1 of" in bob.get("/").text
    clock.forward(days=4)
    assert "6 facts due" in visit("Bob").get("/").text
    assert "6 new facts" in visit("Dan").get("/").text


def test_progress_shows_recall_with_its_range_and_tables(visit: Visit, clock: Clock) -> None:
    bob = visit("Bob")
    assert "Nothing met yet" in bob.get("/progress").text
    for _ in range(12):
        answer(bob, clock)
        clock.forward(minutes=1)
    page = bob.get("/progress").text
    assert "9 times in 10 between" in page
    assert "Station" in page
    assert "People" in page
    assert page.count("<table") >= 2
    assert "Statement 3 of the station" in page


def test_a_mistake_of_today_does_not_read_as_perfect_recall(visit: Visit, clock: Clock) -> None:
    bob = visit("Bob")
    answer(bob, clock, right=False)
    page = bob.get("/progress").text
    assert "Recall now" in page
    assert ">100<" not in page
