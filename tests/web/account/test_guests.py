"""Studying without a name, over HTTP, and coming to a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from flask.testing import FlaskClient
from sqlalchemy import event, func, select
from werkzeug.test import TestResponse

from quizapp.services.context import Context
from quizapp.store.models import Answer, User
from tests.web.account.test_accounts import send
from tests.web.conftest import Clock, Visit, fields, radios, token
from tests.world import PASSWORD


def form(client: FlaskClient) -> dict[str, str]:
    """The next question's form, its first option chosen."""
    page = client.get("/study").text
    return fields(page) | {"choice": radios(page, "choice")[0]}


def answered(client: FlaskClient) -> TestResponse:
    return client.post("/study/answer", data=form(client))


def people(context: Context) -> list[tuple[str, str]]:
    with context.store.read() as connection:
        rows = connection.execute(select(User.name, User.role).order_by(User.id))
        return [(row.name, row.role) for row in rows]


def answers(context: Context) -> dict[str, int]:
    with context.store.read() as connection:
        rows = connection.execute(
            select(User.name, func.count()).join(Answer, Answer.learner_id == User.id)
            .group_by(User.name)
        )  # fmt: skip
        return {row[0]: row[1] for row in rows}


def test_start_studying_shows_a_question_and_makes_nobody(context: Context, visit: Visit) -> None:
    client = visit()
    assert 'href="/study"' in client.get("/").text
    page = client.get("/study")
    assert page.status_code == 200
    assert radios(page.text, "choice")
    assert people(context) == []


def test_the_first_answer_signs_the_browser_in(context: Context, visit: Visit) -> None:
    client, other = visit(), visit()
    verdict = answered(client)
    assert "Polar history" in verdict.text
    assert people(context) == [("", "guest")]
    assert "Guest" in client.get("/").text
    assert "Guest" not in other.get("/").text
    assert "1 answer given" in client.get("/").text or "fact" in client.get("/").text
    # the form that came with the verdict is the guest's already
    assert client.post("/study/undo", data=fields(verdict.text)).status_code == 303


def test_a_guest_studies_and_does_not_join_or_teach(visit: Visit) -> None:
    client = visit()
    answered(client)
    for path in ("/study", "/progress", "/facts", "/account", "/account/data", "/classrooms"):
        assert client.get(path).status_code == 200, path
    assert client.get("/questions").status_code == 403
    join = client.get("/join/ABCD1234")
    assert join.headers["Location"] == "/account/sign-in?next=/join/ABCD1234"


def test_the_form_of_a_visitor_is_of_no_use_to_another(context: Context, visit: Visit) -> None:
    one, other = visit(), visit()
    data = form(one)
    stolen = other.post("/study/answer", data=data | {"csrf_token": token(other)})
    assert stolen.status_code == 200  # a question that everybody is shown: the thief's own guest
    assert one.post("/study/answer", data=data).status_code == 200
    assert people(context) == [("", "guest"), ("", "guest")]


def test_sign_up_asks_and_brings_the_answers_along(context: Context, visit: Visit) -> None:
    client = visit()
    answered(client)
    answered(client)
    page = client.get("/account/sign-up").text
    assert "2 answers given as a guest are kept." in page
    done = send(client, "/account/sign-up", name="Elena", password=PASSWORD, bring="y")
    assert done.status_code == 303
    assert "Elena" in client.get("/").text
    assert answers(context) == {"Elena": 2}
    assert people(context) == [("Elena", "student")]


def test_sign_in_brings_them_along_when_that_is_ticked(
    context: Context, visit: Visit, clock: Clock
) -> None:
    visit("Bob"), visit("Dan")
    client = visit()
    answered(client)
    guests = client.get_cookie("quizapp_session")
    page = client.get("/account/sign-in").text
    assert "1 answer given as a guest" in page
    assert "checked" not in page
    data = fields(page) | {"name": "Bob", "password": PASSWORD, "bring": "y"}
    assert client.post("/account/sign-in", data=data).status_code == 303
    assert "1 answer came along." in client.get("/").text
    assert answers(context) == {"Bob": 1}
    assert ("", "guest") not in people(context)
    thief = visit()
    assert guests is not None
    thief.set_cookie("quizapp_session", guests.value)
    assert thief.get("/progress").status_code == 303


def test_what_is_not_ticked_stays_behind(context: Context, visit: Visit) -> None:
    visit("Bob")
    client = visit()
    answered(client)
    data = fields(client.get("/account/sign-in").text) | {"name": "Bob", "password": PASSWORD}
    data.pop("bring")
    assert client.post("/account/sign-in", data=data).status_code == 303
    assert answers(context) == {"": 1}
    assert "Bob" in client.get("/").text


def test_a_wrong_password_brings_nothing(context: Context, visit: Visit) -> None:
    visit("Bob")
    client = visit()
    answered(client)
    wrong = send(client, "/account/sign-in", name="Bob", password="wrong password", bring="y")
    assert wrong.status_code == 422
    assert answers(context) == {"": 1}
    assert "Guest" in client.get("/").text


def test_a_guest_leaves_without_a_trace_on_the_device(context: Context, visit: Visit) -> None:
    client = visit()
    answered(client)
    csrf = token(client, "/account")
    assert client.post("/account/sign-out", data={"csrf_token": csrf}).status_code == 303
    assert "Guest" not in client.get("/").text


@contextmanager
def meanwhile(context: Context, work: Callable[[], None]) -> Iterator[None]:
    """Do `work` once, as soon as the next request looks a question up."""
    todo = [work]

    def executed(*arguments: Any) -> None:
        if todo and "FROM question_versions" in arguments[2]:
            todo.pop()()

    event.listen(context.store.engine, "before_cursor_execute", executed)
    try:
        yield
    finally:
        event.remove(context.store.engine, "before_cursor_execute", executed)
    assert not todo


def test_an_answer_under_way_while_its_guest_is_claimed(
    context: Context, visit: Visit, clock: Clock
) -> None:
    visit("Bob")
    client, tab = visit(), visit()
    answered(client)
    session = client.get_cookie("quizapp_session")
    assert session is not None
    tab.set_cookie("quizapp_session", session.value)
    under_way = form(tab)
    data = fields(client.get("/account/sign-in").text) | {"name": "Bob", "password": PASSWORD}

    def claim() -> None:
        assert client.post("/account/sign-in", data=data | {"bring": "y"}).status_code == 303

    with meanwhile(context, claim):
        done = tab.post("/study/answer", data=under_way)
    assert answers(context) == {"Bob": 2}
    assert done.status_code == 303
    assert "Polar history" in client.get(done.headers["Location"]).text
    # the same form once more, from a tab that still stands there: it counts once
    again = client.post("/study/answer", data=under_way)
    assert "Please send it once more" in again.text
    page = client.post("/study/answer", data=fields(again.text) | {"choice": under_way["choice"]})
    assert "It counts once" in page.text
    assert answers(context) == {"Bob": 2}


def test_an_answer_under_way_while_its_guest_is_erased(context: Context, visit: Visit) -> None:
    client, tab = visit(), visit()
    answered(client)
    session = client.get_cookie("quizapp_session")
    assert session is not None
    tab.set_cookie("quizapp_session", session.value)
    under_way = form(tab)
    data = fields(client.get("/account/data").text) | {"sure": "y"}

    def erase() -> None:
        assert client.post("/account/erase", data=data).status_code == 303

    with meanwhile(context, erase):
        done = tab.post("/study/answer", data=under_way)
    assert done.status_code == 401
    assert fields(done.text)["held_key"] == under_way["key"]
    assert answers(context) == {"": 1}  # the first, nameless now
