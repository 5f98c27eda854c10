"""A session that is over takes nothing that was typed, and gives nothing to anybody else."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from quizapp.services.context import Context
from quizapp.store.models import Answer, User
from tests.web.conftest import Clock, Visit, fields, radios, token
from tests.web.study.test_study import answer
from tests.world import PASSWORD, tells


def stored(context: Context) -> list[tuple[str, str, str]]:
    with context.store.read() as connection:
        rows = connection.execute(
            select(User.name, Answer.key, Answer.response_text)
            .join(User, User.id == Answer.learner_id)
            .order_by(Answer.id)
        )
        return [(row.name, row.key, row.response_text) for row in rows]


def typed_form(client: FlaskClient, clock: Clock) -> dict[str, str]:
    """The form of the next question that is typed."""
    while 'id="text"' not in (page := client.get("/study").text):
        answer(client, clock)
        clock.forward(minutes=1)
    return fields(page) | {"text": "1924 <b>"}


def sign_in(client: FlaskClient, page: str, name: str) -> tuple[int, str]:
    data = fields(page) | {"name": name, "password": PASSWORD}
    done = client.post("/account/sign-in", data=data)
    return done.status_code, done.headers.get("Location", done.text)


def test_a_typed_answer_goes_on_through_the_sign_in_and_counts_once(
    context: Context, visit: Visit, clock: Clock
) -> None:
    bob = visit("Bob")
    data = typed_form(bob, clock) | {"text": "1924"}
    before = stored(context)
    clock.forward(hours=9)
    page = bob.post("/study/answer", data=data)
    assert page.status_code == 401
    assert "1924" in page.text
    assert stored(context) == before
    status, place = sign_in(bob, page.text, "Bob")
    assert status == 303
    assert place.startswith("/study?answered=")
    assert stored(context) == [*before, ("Bob", data["key"], "1924")]
    verdict = bob.get(place)
    assert verdict.status_code == 200
    assert "Polar history" in verdict.text
    again = bob.post("/study/answer", data=data | {"csrf_token": token(bob)})
    assert "It counts once" in again.text
    assert len(stored(context)) == len(before) + 1


def test_what_was_typed_is_text_on_the_way(context: Context, visit: Visit, clock: Clock) -> None:
    bob = visit("Bob")
    data = typed_form(bob, clock)
    clock.forward(hours=9)
    page = bob.post("/study/answer", data=data).text
    assert "1924 &lt;b&gt;" in page
    assert "1924 <b>" not in page
    assert fields(page)["held_text"] == "1924 <b>"


def test_a_choice_goes_on_too(context: Context, visit: Visit, clock: Clock) -> None:
    bob = visit("Bob")
    page = bob.get("/study").text
    data = fields(page) | {"choice": radios(page, "choice")[0]}
    clock.forward(days=8)
    held = bob.post("/study/answer", data=data)
    assert sign_in(bob, held.text, "Bob")[0] == 303
    assert [row[:2] for row in stored(context)] == [("Bob", data["key"])]


def test_nobody_else_stores_it(context: Context, visit: Visit, clock: Clock) -> None:
    visit("Dan")
    bob = visit("Bob")
    data = typed_form(bob, clock)
    before = stored(context)
    clock.forward(hours=9)
    held = bob.post("/study/answer", data=data)
    status, place = sign_in(bob, held.text, "Dan")
    assert (status, place) == (303, "/")
    page = bob.get("/").text
    assert "given under another name" in page
    assert "Dan" in page
    assert stored(context) == before


def test_after_a_wrong_password_the_answer_is_still_there(
    context: Context, visit: Visit, clock: Clock
) -> None:
    bob = visit("Bob")
    data = typed_form(bob, clock) | {"text": "1924"}
    clock.forward(hours=9)
    held = bob.post("/study/answer", data=data)
    wrong = bob.post(
        "/account/sign-in", data=fields(held.text) | {"name": "Bob", "password": "wrong password"}
    )
    assert wrong.status_code == 422
    assert fields(wrong.text)["held_key"] == data["key"]
    assert sign_in(bob, wrong.text, "Bob")[0] == 303
    assert stored(context)[-1] == ("Bob", data["key"], "1924")


def test_an_answer_that_cannot_be_read_comes_back_after_the_sign_in(
    context: Context, visit: Visit, clock: Clock
) -> None:
    bob = visit("Bob")
    while 'data-kind="date"' not in (page := bob.get("/study").text):
        answer(bob, clock)
        clock.forward(minutes=1)
    data = fields(page) | {"text": "once upon a time"}
    before = stored(context)
    clock.forward(hours=9)
    held = bob.post("/study/answer", data=data)
    status, back = sign_in(bob, held.text, "Bob")
    assert status == 422
    assert fields(back)["key"] == data["key"]
    assert fields(back)["text"] == "once upon a time"
    assert stored(context) == before
    assert bob.post("/study/answer", data=fields(back) | {"text": "1924"}).status_code == 200


def test_signed_out_and_in_again_in_another_tab(
    context: Context, visit: Visit, clock: Clock
) -> None:
    bob = visit("Bob")
    data = typed_form(bob, clock) | {"text": "1924"}
    before = stored(context)
    assert bob.post("/account/sign-out", data={"csrf_token": token(bob)}).status_code == 303
    assert sign_in(bob, bob.get("/account/sign-in").text, "Bob")[0] == 303
    page = bob.post("/study/answer", data=data)
    assert page.status_code == 400
    assert "Please send it once more" in page.text
    assert stored(context) == before
    given = fields(page.text)
    assert (given["key"], given["text"]) == (data["key"], "1924")
    assert bob.post("/study/answer", data=given).status_code == 200
    assert stored(context) == [*before, ("Bob", data["key"], "1924")]


def test_another_person_signed_in_meanwhile(context: Context, visit: Visit, clock: Clock) -> None:
    visit("Dan")
    browser = visit("Bob")
    data = typed_form(browser, clock)
    before = stored(context)
    browser.post("/account/sign-out", data={"csrf_token": token(browser)})
    assert sign_in(browser, browser.get("/account/sign-in").text, "Dan")[0] == 303
    page = browser.post("/study/answer", data=data)
    assert page.status_code == 400
    assert not tells(page.text, "1924")
    assert stored(context) == before


@pytest.mark.parametrize("path", ["/study/reveal", "/study/undo"])
def test_other_forms_of_study_lead_to_the_sign_in(visit: Visit, clock: Clock, path: str) -> None:
    bob = visit("Bob")
    csrf = token(bob)
    clock.forward(hours=9)
    done = bob.post(path, data={"csrf_token": csrf})
    assert done.headers["Location"] == "/account/sign-in?next=/study"


def test_a_session_that_is_over_makes_no_guest(
    context: Context, visit: Visit, clock: Clock
) -> None:
    bob = visit("Bob")
    clock.forward(hours=9)
    assert bob.get("/study").headers["Location"].startswith("/account/sign-in")
    bob.get("/account/sign-in")  # from here on the browser is a visitor's
    assert bob.get("/study").status_code == 200
    assert stored(context) == []


def test_a_foreign_site_gets_no_sign_in_page_with_an_answer(visit: Visit) -> None:
    data = {"key": "k", "version": "v", "text": "planted"}
    page = visit().post("/study/answer", data=data, headers={"Origin": "https://evil.example"})
    assert page.status_code == 400
    assert "planted" not in page.text
