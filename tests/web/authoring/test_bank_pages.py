"""The list, a question's page, its history, pasting: through forms alone, by whom it is theirs."""

from __future__ import annotations

import html
import re

import pytest
from flask.testing import FlaskClient

from quizapp.core.questions import QuestionKind
from tests.web.authoring.test_authoring import SPOKEN, hidden, typed_back, write
from tests.web.conftest import Clock, Visit, fields, token
from tests.web.shared.spanish import in_spanish
from tests.world import PASSWORD


@pytest.fixture
def alice(visit: Visit) -> FlaskClient:
    """A teacher."""
    return visit("Alice", "teacher")


def listed(client: FlaskClient, query: str = "place=mine") -> list[str]:
    page = client.get(f"/questions?{query}").text
    return re.findall(r'name="question" value="([^"]+)"', page)


def test_many_are_changed_at_once_and_back(alice: FlaskClient) -> None:
    write(alice)
    write(alice, stem="Who keeps the keys?", statement="Ana keeps the keys.", kind="single_choice")
    form = {"csrf_token": token(alice), "filters": "place=mine"}
    chosen = listed(alice)
    assert len(chosen) == 2
    steps = (
        {"do": "tag", "tag": "exam"},
        {"do": "state", "state": "review"},
        {"do": "copy", "place": "mine"},
    )
    for step in steps:
        done = alice.post("/questions/many", data=form | step | {"question": chosen})
        assert done.status_code == 303
        page = alice.get(done.location).text
        assert "2 questions were changed." in page
        change = re.search(r'name="change" value="(\w+)"', page)
        assert change
        back = alice.post("/questions/many/undo", data=form | {"change": change[1]})
        assert "2 questions are as they were." in alice.get(back.location).text
        assert listed(alice) == chosen
    everything = alice.post("/questions/many", data=form | {"do": "tag", "tag": "x", "all": "1"})
    assert "changed=2" in everything.location
    nothing = alice.post("/questions/many", data=form | {"do": "tag", "tag": "x"})
    assert "Nothing was selected." in alice.get(nothing.location).text
    alice.post("/questions/views", data=form | {"name": "Mine"})
    assert '<a href="/questions?place=mine">Mine</a>' in alice.get("/questions").text


def test_a_page_is_small_and_turned(alice: FlaskClient) -> None:
    rows = "\n".join(f"\tWhich room has number {n}?\troom {n}\t\t\t\tHouse" for n in range(90))
    form = {"csrf_token": token(alice), "text": rows, "audience": ""}
    page = alice.post("/questions/paste", data=form).text
    kept = {"rows": html.unescape(area(page, "rows")), "key": fields(page)["key"], "save": "1"}
    assert alice.post("/questions/paste", data=form | kept).status_code == 303
    first = alice.get("/questions?place=mine")
    assert len(first.data) < 60_000
    assert "Page 1 of 3" in first.text
    assert len(listed(alice, "place=mine&page=3")) == 10
    pages = [set(listed(alice, f"place=mine&page={number}")) for number in (1, 2)]
    assert pages[0] & pages[1] == set()
    assert len(listed(alice, "q=room+number+17")) == 1


def area(page: str, name: str) -> str:
    found = re.search(rf'<textarea name="{name}" hidden>\n(.*?)</textarea>', page, re.DOTALL)
    assert found
    return found[1]


def test_faulty_rows_are_mended_in_place(alice: FlaskClient) -> None:
    rows = "riddle\tWho?\tAna\t\t\t\tSchool\n\tWhich?\tone\t\t\t\tSchool\nnumber\tHow many?\tlots"
    form = {"csrf_token": token(alice), "text": rows, "audience": ""}
    page = alice.post("/questions/paste", data=form)
    assert page.status_code == 422
    assert "“riddle” is no kind" in page.text
    assert "This cannot be read as a number" in page.text
    kept = form | {"rows": html.unescape(area(page.text, "rows")), "key": fields(page.text)["key"]}
    mended = kept | {"cell-1-kind": "flashcard", "out": "3", "save": "1"}
    assert alice.post("/questions/paste", data=kept | {"save": "1"}).status_code == 422
    assert listed(alice) == []
    saved = alice.post("/questions/paste", data=mended)
    assert saved.status_code == 303
    assert alice.post("/questions/paste", data=mended).status_code == 303
    assert len(listed(alice)) == 2
    for wrong in ("", "[]", "{", '{"1": 3}', '{"a": {}}'):
        answer = alice.post("/questions/paste", data=form | {"rows": wrong or " ", "text": ""})
        assert answer.status_code == 422


def test_ten_megabytes_of_rows_get_a_sentence(alice: FlaskClient) -> None:
    form = {"csrf_token": token(alice), "text": "number\tHow many?\t12\n" * 500_000, "audience": ""}
    answer = alice.post("/questions/paste", data=form)
    assert answer.status_code == 413
    assert "Nothing was stored." in answer.text
    many = alice.post("/questions/paste", data=form | {"text": "number\tHow many?\t12\n" * 5_000})
    assert many.status_code == 422
    assert many.text.count("How many?") >= 5_000
    assert listed(alice) == []


@pytest.mark.parametrize("spanish", [False, True], ids=["English", "Spanish"])
def test_the_example_is_read_without_a_fault(alice: FlaskClient, *, spanish: bool) -> None:
    if spanish:
        in_spanish(alice)
    table = re.findall(r"<table.*?</table>", alice.get("/questions/paste").text, re.DOTALL)[-1]
    rows = [re.findall(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", row) for row in table.split("</tr>")]
    cells = "\n".join("\t".join(map(html.unescape, row)) for row in rows if row)
    assert cells.count("\n") == len(QuestionKind) - 1  # a heading; a picture comes by form
    form = {"csrf_token": token(alice), "text": cells, "audience": ""}
    page = alice.post("/questions/paste", data=form)
    assert page.status_code == 200, re.findall(r"field-error.*?</p>", page.text)
    assert 'name="save"' in page.text


def test_rows_are_added_and_moved_without_scripts(alice: FlaskClient) -> None:
    form = hidden(alice) | SPOKEN
    page = alice.post("/questions/preview", data=form | {"do": "down-0"}).text
    found = fields(page)
    assert (found["options-0-text"], found["options-1-text"]) == ("1987", "1979")
    assert re.search(r'name="right" value="0" checked', page)
    page = alice.post("/questions/preview", data=form | {"do": "add"}).text
    assert 'name="options-4-text"' in page
    for odd in ("up-0", "down-99", "up-x", "all"):
        page = alice.post("/questions/preview", data=form | {"do": odd}).text
        typed_back(page, form)


def test_what_is_alike_is_shown_once_and_nothing_is_lost(alice: FlaskClient) -> None:
    first = write(alice)
    form = hidden(alice) | SPOKEN | {"as": "ready"}
    asked = alice.post("/questions/new", data=form)
    assert asked.status_code == 409
    assert first in asked.text
    assert "This fact is known already" in asked.text
    typed_back(asked.text, SPOKEN)
    seen = {"seen": fields(asked.text)["seen"]}
    assert alice.post("/questions/new", data=form | seen).status_code == 303
    assert len(listed(alice)) == 2


def test_history_shows_what_changed_and_restores(alice: FlaskClient) -> None:
    place = write(alice)
    changed = SPOKEN | {"stem": "In which year did our new hall open?"}
    alice.post(f"{place}/edit", data=hidden(alice, f"{place}/edit") | changed)
    page = alice.get(f"{place}/history").text
    assert re.search(r"<del>.*?reading room", page, re.DOTALL)
    assert re.search(r"<ins>.*?new hall", page, re.DOTALL)
    form = {"csrf_token": token(alice), "base": "2", "number": "1"}
    done = alice.post(f"{place}/restore", data=form)
    assert "Version 3 says what version 1 said." in alice.get(done.location).text
    late = alice.post(f"{place}/restore", data=form | {"number": "2"})
    assert "Somebody saved another version meanwhile." in alice.get(late.location).text
    assert alice.post(f"{place}/restore", data=form | {"number": "9"}).status_code == 404


def test_a_question_of_others_is_not_there_on_any_page(alice: FlaskClient, visit: Visit) -> None:
    place, carol = write(alice), visit("Carol", "teacher")
    theirs = {"csrf_token": token(carol)}
    public_id = place.rsplit("/", 1)[1]
    assert carol.get(f"{place}/history").status_code == 404
    for page, form in (
        ("restore", {"number": "1", "base": "1"}),
        ("state", {"state": "retired"}),
        ("place", {"place": "mine", "do": "copy"}),
        ("place", {"place": "mine", "do": "move"}),
        ("comments", {"text": "Hello"}),
    ):
        assert carol.post(f"{place}/{page}", data=theirs | form).status_code == 404
    many = theirs | {"question": public_id, "do": "state", "state": "retired"}
    assert "changed=0&kept=1" in carol.post("/questions/many", data=many).location
    assert listed(carol, f"q={SPOKEN['stem']}") == []
    assert "<b>draft</b>" not in alice.get("/questions?place=mine").text


def test_typed_text_outlives_the_session(alice: FlaskClient, visit: Visit, clock: Clock) -> None:
    form = hidden(alice) | SPOKEN | {"as": "ready"}
    clock.forward(days=400)
    kept = alice.post("/questions/new", data=form)
    assert kept.status_code == 401
    area_of = re.compile(r'<textarea name="([^"]+)" hidden>\n(.*?)</textarea>')
    carried = dict(area_of.findall(kept.text))
    assert carried["kept_stem"] == SPOKEN["stem"]
    entering = fields(kept.text) | carried | {"name": "Alice", "password": PASSWORD}
    page = alice.post("/account/sign-in", data=entering)
    assert page.status_code == 200
    assert "Your text is kept" in page.text
    given = dict(area_of.findall(page.text))
    again = alice.post("/questions/preview", data=fields(page.text) | given)
    assert again.status_code == 200
    typed_back(again.text, SPOKEN)
    last = hidden(alice) | SPOKEN
    last |= {"csrf_token": fields(again.text)["csrf_token"], "key": fields(again.text)["key"]}
    assert alice.post("/questions/new", data=last).status_code == 303
