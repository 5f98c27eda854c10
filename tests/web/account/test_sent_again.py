"""A sign-up whose reply was lost is sent again and finishes; for others the name is taken."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from quizapp.services import first_admin
from quizapp.services.context import Context
from quizapp.store.models import Answer, User
from tests.web.account.test_guests import answered
from tests.web.conftest import Clock, Visit, fields
from tests.world import PASSWORD

COOKIES = ("quizapp_visitor", "quizapp_session")


def as_before(visit: Visit, client: FlaskClient) -> FlaskClient:
    """The same browser, to which no reply will come until it asks again itself."""
    other = visit()
    for name in COOKIES:
        if (cookie := client.get_cookie(name)) is not None:
            other.set_cookie(name, cookie.value)
    return other


def filled(client: FlaskClient, **changes: str) -> dict[str, str]:
    page = client.get("/account/sign-up").text
    return fields(page) | {"name": "Elena", "password": PASSWORD} | changes


def people(context: Context) -> int:
    with context.store.read() as connection:
        return connection.execute(select(func.count()).select_from(User)).scalar_one()


def test_the_same_form_again_signs_in(context: Context, visit: Visit) -> None:
    client = visit()
    data = filled(client)
    lost = as_before(visit, client)
    assert lost.post("/account/sign-up", data=data).status_code == 303
    done = client.post("/account/sign-up", data=data)
    assert done.status_code == 303
    assert "Elena" in client.get("/").text
    assert people(context) == 1


def test_a_guest_who_signs_up_again_has_it_all(context: Context, visit: Visit) -> None:
    client = visit()
    answered(client)
    data = filled(client, bring="y")
    lost = as_before(visit, client)
    assert lost.post("/account/sign-up", data=data).status_code == 303
    done = client.post("/account/sign-up", data=data)  # its session ended with the claim
    assert done.status_code == 303
    assert "Elena" in client.get("/").text
    assert people(context) == 1
    with context.store.read() as connection:
        assert connection.execute(select(func.count()).select_from(Answer)).scalar_one() == 1


def test_the_first_admin_sends_again(context: Context, visit: Visit, clock: Clock) -> None:
    link = f"/account/first/{first_admin.make_admin_link(context, clock.now)}"
    client = visit()
    data = fields(client.get(link).text) | {"name": "Alice", "password": PASSWORD}
    lost = as_before(visit, client)
    assert lost.post(link, data=data).status_code == 303
    assert client.post(link, data=data | {"name": "Alicia"}).status_code == 404
    assert client.post(link, data=data).status_code == 303
    assert client.get("/questions").status_code == 200
    assert people(context) == 1


@pytest.mark.parametrize("what", ["another form", "no key", "another password", "too late"])
def test_to_others_the_name_is_taken(
    context: Context, visit: Visit, clock: Clock, what: str
) -> None:
    first = visit()
    data = filled(first)
    assert first.post("/account/sign-up", data=data).status_code == 303
    other = visit()
    given = filled(other)
    if what != "another form":
        given["key"] = data["key"]
    if what == "no key":
        given["key"] = ""
    if what == "another password":
        given["password"] = "another long password"
    if what == "too late":
        clock.forward(hours=2)
    page = other.post("/account/sign-up", data=given)
    assert page.status_code == 422
    assert "Somebody has that name" in page.text
    assert other.get("/progress").status_code == 303
