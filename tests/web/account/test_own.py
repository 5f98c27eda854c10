"""Password, sessions, one-time codes and own data over HTTP."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import insert, select

from quizapp.services import classrooms
from quizapp.services.context import Context
from quizapp.store.models import Classroom, Enrolment, User
from quizapp.store.queries.people import Person, person_named
from tests.web.account.test_accounts import send
from tests.web.conftest import Visit, fields, token
from tests.world import NOON, PASSWORD

NEW = "quite another password"


def named(context: Context, name: str) -> Person:
    with context.store.read() as connection:
        found = person_named(connection, name)
    assert found is not None
    return found


def test_a_new_password_ends_every_other_session(visit: Visit) -> None:
    here, elsewhere, dan = visit("Bob"), visit("Bob"), visit("Dan")
    data = {"csrf_token": token(here, "/account"), "current": PASSWORD, "new": NEW}
    wrong = here.post("/account/password", data=data | {"current": "wrong password"})
    assert wrong.status_code == 422
    assert "The password is wrong." in wrong.text
    assert here.post("/account/password", data=data | {"new": "short"}).status_code == 422
    assert elsewhere.get("/progress").status_code == 200
    assert here.post("/account/password", data=data).status_code == 303
    assert "The password is changed" in here.get("/account").text
    assert elsewhere.get("/progress").status_code == 303
    assert dan.get("/progress").status_code == 200
    assert send(visit(), "/account/sign-in", name="Bob", password=NEW).status_code == 303
    assert send(visit(), "/account/sign-in", name="Bob", password=PASSWORD).status_code == 422


def test_sign_out_everywhere(visit: Visit) -> None:
    here, elsewhere, dan = visit("Bob"), visit("Bob"), visit("Dan")
    csrf = token(here, "/account")
    assert here.post("/account/sign-out-everywhere", data={"csrf_token": csrf}).status_code == 303
    assert [c.get("/progress").status_code for c in (here, elsewhere, dan)] == [303, 303, 200]


def test_a_teacher_gives_a_pupil_a_way_back_in(context: Context, visit: Visit) -> None:
    rosa, alice, bob = visit("Rosa", "teacher"), visit("Alice", "teacher"), visit("Bob")
    visit("Dan")
    place = classrooms.create(context, named(context, "rosa"), "3B", "UTC", NOON)
    pupil = named(context, "bob")
    with context.store.write() as connection:
        number = connection.execute(
            select(Classroom.id).where(Classroom.public_id == place)
        ).scalar_one()
        row = {"classroom_id": number, "user_id": pupil.id, "role": "student"}
        connection.execute(insert(Enrolment).values(row | {"joined_at": NOON}))
    path = f"/account/codes/{place}/{pupil.public_id}"
    assert alice.get(path).status_code == 404
    assert bob.get(path).status_code == 403
    others = f"/account/codes/{place}/{named(context, 'dan').public_id}"
    assert rosa.get(others).status_code == 404
    assert "Bob" in rosa.get(path).text
    page = rosa.post(path, data={"csrf_token": token(rosa, path)}).text
    code = page.split('id="code">')[1].split("<")[0]
    assert code not in rosa.get(path).text
    wrong = send(visit(), "/account/code", name="Dan", code=code, new=NEW)
    assert wrong.status_code == 422
    assert "Name or code is wrong" in wrong.text
    back = visit()
    assert send(back, "/account/code", name="Bob", code=code, new=NEW).status_code == 303
    assert "Bob" in back.get("/").text
    assert bob.get("/progress").status_code == 303
    assert send(visit(), "/account/code", name="Bob", code=code, new=NEW).status_code == 422


@pytest.mark.parametrize("ending", ["json", "zip"])
def test_own_data_are_ones_own(visit: Visit, ending: str) -> None:
    bob, dan = visit("Bob"), visit("Dan")
    del dan
    file = bob.get(f"/account/data.{ending}")
    assert file.headers["Content-Disposition"] == f"attachment; filename=my-data.{ending}"
    assert file.headers["Cache-Control"] == "no-store"
    assert b"Dan" not in file.data
    if ending == "json":
        assert json.loads(file.data)["account"][0]["name"] == "Bob"


def test_erase_asks_twice_and_ends_everything(context: Context, visit: Visit) -> None:
    here, elsewhere, dan = visit("Bob"), visit("Bob"), visit("Dan")
    form = {"csrf_token": token(here, "/account/data")}
    for given in (
        {},
        {"sure": "y"},
        {"password": PASSWORD},
        {"sure": "y", "password": "wrong one"},
    ):
        assert here.post("/account/erase", data=form | given).status_code == 422
    done = here.post("/account/erase", data=form | {"sure": "y", "password": PASSWORD})
    assert done.status_code == 303
    assert "Everything about you is erased." in here.get("/").text
    assert [c.get("/progress").status_code for c in (here, elsewhere, dan)] == [303, 303, 200]
    with context.store.read() as connection:
        assert connection.execute(select(User.name)).scalars().all() == ["Dan"]


def test_a_guest_is_erased_without_a_password(visit: Visit) -> None:
    from tests.web.account.test_guests import answered

    client = visit()
    answered(client)
    page = client.get("/account/data").text
    assert 'name="password"' not in page
    done = client.post("/account/erase", data=fields(page) | {"sure": "y"})
    assert done.status_code == 303
    assert "Guest" not in client.get("/").text


def test_too_many_wrong_passwords_read_the_same_for_all(visit: Visit) -> None:
    visit("Bob")
    pages = []
    for name in ("Bob", "Nobody"):
        client = visit()
        for _ in range(11):
            page = send(client, "/account/sign-in", name=name, password="wrong password")
        assert page.status_code == 422
        pages.append(page.text.replace(name, ""))
    assert all("Please wait 10 minutes" in page for page in pages)


def test_an_address_that_anybody_may_claim_is_not_believed(visit: Visit) -> None:
    visit("Bob")
    client = visit()
    data = fields(client.get("/account/sign-in").text) | {"name": "X", "password": PASSWORD}
    for number in range(101):
        page = client.post(
            "/account/sign-in",
            data=data | {"name": f"name {number}"},
            headers={"X-Forwarded-For": f"192.0.2.{number}"},
        )
    assert "Please wait" in page.text
