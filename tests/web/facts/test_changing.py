"""A school's change in the browser: looked at, saved, seen by whom it concerns, taken back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from quizapp.services.bank_loading import load_bank
from quizapp.services.context import Context
from quizapp.store.engine import Store
from tests.services.facts.school import YEARS, bank_with, school_on
from tests.web.conftest import Visit, fields, token
from tests.world import NOON, tells

BETTER = "The first voyage, that of the Tern, lasted from 1874 to 1876."
LONGER = "The first voyage, on the Tern, lasted from 1874 to 1877."
PATH = f"/facts/{YEARS}/change"


@pytest.fixture
def engine_url(sqlite_url: str) -> str:
    """One kind of database: the services are proven on both."""
    return sqlite_url


@pytest.fixture
def context(store: Store, tmp_path: Path) -> Context:
    """Services with the bank of the polar expedition."""
    return school_on(store, tmp_path)


def filled(browser: FlaskClient, **typed: str) -> dict[str, str]:
    """The form of the change as a browser holds it, some fields typed over."""
    page = browser.get(PATH).text
    form = {name: value for name, value in fields(page).items() if name != "q"}
    return form | {"statement": LONGER, "accept": "", "reason": "So says the log."} | typed


def saved(browser: FlaskClient, **typed: str) -> int:
    """Look at a change, then save it."""
    form = filled(browser, **typed)
    looked = browser.post(PATH, data=form | {"do": "look"})
    form["looked"] = fields(looked.text)["looked"]
    return browser.post(PATH, data=form | {"do": "save"}).status_code


def test_a_change_is_looked_at_then_saved_and_everybody_sees_whose_it_is(visit: Visit) -> None:
    ada, bob, eve = visit("Ada", "admin"), visit("Bob"), visit("Eve", "teacher")
    typed = {"value": "1874 to 1877", "answer": "1874–77"}
    form = filled(ada, **typed)
    looked = ada.post(PATH, data=form | {"do": "save"})
    assert looked.status_code == 200  # what was not looked at is not saved
    assert "The value changes" in looked.text
    assert not tells(bob.get(f"/facts/{YEARS}").text, "1877")
    assert saved(ada, **typed) == 303
    page = bob.get(f"/facts/{YEARS}").text
    assert "1874–77" in page
    assert "Changed by your school" in page
    assert "lasted from 1874 to 1876" in page  # what the bank says stays in sight
    assert "So says the log." not in page
    assert "So says the log." in eve.get(f"/facts/{YEARS}").text
    assert PATH not in eve.get(f"/facts/{YEARS}").text
    dropped = ada.post(f"/facts/{YEARS}/drop", data={"csrf_token": token(ada)})
    assert dropped.status_code == 303
    assert not tells(bob.get(f"/facts/{YEARS}").text, "1877")


def test_what_is_wrong_comes_back_with_all_that_was_typed(visit: Visit) -> None:
    ada = visit("Ada", "admin")
    form = filled(ada, value="<soon>", reason="because & so", accept="one\ntwo")
    answer = ada.post(PATH, data=form | {"do": "look"})
    assert answer.status_code == 422
    assert "cannot be read as a time" in answer.text
    assert 'value="&lt;soon&gt;"' in answer.text
    assert 'value="because &amp; so"' in answer.text
    assert "one\ntwo" in answer.text.replace("\r\n", "\n")
    same = ada.post(PATH, data=filled(ada, statement="") | {"do": "look"})
    assert same.status_code == 422


def test_who_saves_second_is_told_and_keeps_the_words(visit: Visit) -> None:
    ada, ben = visit("Ada", "admin"), visit("Ben", "admin")
    form = filled(ada, statement=BETTER)
    looked = ada.post(PATH, data=form | {"do": "look"})
    form["looked"] = fields(looked.text)["looked"]
    assert saved(ben, statement=BETTER.replace("voyage", "journey")) == 303
    second = ada.post(PATH, data=form | {"do": "save"})
    assert second.status_code == 409
    assert BETTER in second.text
    assert "first journey" in second.text


def test_a_newer_wording_waits_beside_the_schools(context: Context, visit: Visit) -> None:
    ada = visit("Ada", "admin")
    assert "Nothing is changed" in ada.get("/facts/changes").text
    assert saved(ada, statement=BETTER) == 303
    theirs = "The first voyage, on board the Tern, lasted from 1874 to 1876."
    load_bank(context, bank_with(tern_years={"statement": theirs}), NOON + timedelta(days=1))
    for path in ("/facts/changes", f"/facts/{YEARS}"):
        page = ada.get(path).text
        assert theirs in page
        assert BETTER in page
    assert "1 newer wording" in ada.get("/facts/changes").text
    kept = ada.post(f"/facts/{YEARS}/keep", data={"csrf_token": token(ada)})
    assert kept.status_code == 303
    assert "No newer wording" in ada.get("/facts/changes").text
    assert BETTER in visit("Bob").get(f"/facts/{YEARS}").text


@pytest.mark.parametrize("role", ["student", "teacher"])
def test_nobody_else_changes_anything(visit: Visit, role: str) -> None:
    ada, eve = visit("Ada", "admin"), visit("Eve", role)
    form = filled(ada) | {"csrf_token": token(eve), "do": "save"}
    for path in (PATH, f"/facts/{YEARS}/keep", f"/facts/{YEARS}/drop"):
        assert eve.post(path, data=form).status_code == 403
    assert eve.get("/facts/changes").status_code == 403
    assert not tells(eve.get(f"/facts/{YEARS}").text, "1877")
    assert ada.get("/facts/nothing/change").status_code == 404
    assert ada.post("/facts/nothing/drop", data={"csrf_token": token(ada)}).status_code == 404
