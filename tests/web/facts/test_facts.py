"""Facts and sources can be read by whom they are meant for."""

from __future__ import annotations

from quizapp.services.context import Context
from tests.web.conftest import Visit


def test_the_list_is_searched_by_words_and_topic(visit: Visit) -> None:
    bob = visit("Bob")
    assert "6 facts" in bob.get("/facts").text
    found = bob.get("/facts?q=ice+statement").text
    assert "Ice Harbour" in found
    assert "Amélie" not in found
    assert "No fact found" in bob.get("/facts?q=%25").text
    people = bob.get("/facts?topic=People").text
    assert "7,000" in people
    assert "Ice Harbour" not in people


def test_a_fact_shows_its_place(visit: Visit) -> None:
    page = visit("Bob").get("/facts/polar-1").text
    assert "paragraph 2" in page
    assert "anchor 1" in page
    assert "2001" in page


def test_a_source_lists_its_paragraphs_by_their_own_numbers(visit: Visit) -> None:
    page = visit("Bob").get("/sources/polar").text
    assert [f'id="p{number}"' in page for number in range(5)] == [False, True, True, True, False]


def test_what_is_not_mine_is_not_there(context: Context, visit: Visit) -> None:
    bob, dan = visit("Bob"), visit("Dan")
    with context.store.write() as connection:
        connection.exec_driver_sql(
            "UPDATE facts SET collection = 'mine',"
            " owner_id = (SELECT id FROM users WHERE name = 'Bob') WHERE public_id = 'polar-1'"
        )
    assert bob.get("/facts/polar-1").status_code == 200
    assert dan.get("/facts/polar-1").status_code == 404
    assert "Statement 1 " in bob.get("/facts").text
    assert "Statement 1 " not in dan.get("/facts").text
    assert "Statement 1 " not in dan.get("/sources/polar").text
    assert dan.get("/facts/nothing").status_code == 404
    assert dan.get("/sources/nothing").status_code == 404
