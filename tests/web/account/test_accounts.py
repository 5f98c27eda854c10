"""Signing up, in and out; the first admin; one's own settings."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from quizapp.services import first_admin
from quizapp.services.context import Context
from tests.web.conftest import Clock, Visit, fields, token
from tests.world import PASSWORD


def send(client: FlaskClient, path: str, **given: str) -> TestResponse:
    return client.post(path, data=fields(client.get(path).text) | given)


def test_sign_up_makes_a_pupil_who_is_signed_in(visit: Visit) -> None:
    client = visit()
    done = send(client, "/account/sign-up", name="Elena  Ruiz", password=PASSWORD)
    assert done.status_code == 303
    assert "Elena Ruiz" in client.get("/").text
    assert client.get("/questions").status_code == 403


@pytest.mark.parametrize(
    ("name", "password", "words"),
    [
        ("", PASSWORD, "Please write your name."),
        ("\u200b\u200b", PASSWORD, "at least one letter"),
        ("E" * 81, PASSWORD, "80 characters"),
        ("BÓB\u200b", PASSWORD, "Somebody has that name"),
        ("Elena", "", "Please write your password."),
        ("Elena", "seven77", "At least 8 characters"),
        ("Elena", "password1", "guessed first"),
        ("Elena", "aaaaaaaaaa", "guessed first"),
        ("Elena Ruiz", "elena ruiz", "must not be the name"),
    ],
)
def test_what_is_refused_says_why_and_brings_the_name_back(
    visit: Visit, name: str, password: str, words: str
) -> None:
    visit("Bob")
    client = visit()
    page = send(client, "/account/sign-up", name=name, password=password)
    assert page.status_code == 422
    assert words in page.text
    assert fields(page.text)["name"] == name
    assert not password or password not in page.text
    assert client.get("/progress").status_code == 303


def test_sign_in_and_back_to_the_page_that_was_wanted(visit: Visit) -> None:
    visit("Bob")
    client = visit()
    wanted = client.get("/facts?q=ice").headers["Location"]
    data = fields(client.get(wanted).text) | {"name": " bób ", "password": PASSWORD}
    done = client.post("/account/sign-in", data=data)
    assert done.headers["Location"] == "/facts?q=ice"


@pytest.mark.parametrize("bad", ["//evil.example", "https://evil.example", "/\\evil", "x", "/a\nb"])
def test_no_way_leads_to_another_site(visit: Visit, bad: str) -> None:
    visit("Bob")
    done = send(visit(), "/account/sign-in", name="Bob", password=PASSWORD, next=bad)
    assert done.headers["Location"] == "/"


def test_wrong_name_and_wrong_password_read_the_same(visit: Visit) -> None:
    visit("Bob")
    pages = [
        send(visit(), "/account/sign-in", name=name, password="wrong password")
        for name in ("Bob", "Eve")
    ]
    assert [page.status_code for page in pages] == [422, 422]
    assert all("Name or password is wrong." in page.text for page in pages)


def test_a_stolen_cookie_is_dead_after_sign_out(visit: Visit) -> None:
    bob, thief = visit("Bob"), visit()
    stolen = bob.get_cookie("quizapp_session")
    assert stolen is not None
    thief.set_cookie("quizapp_session", stolen.value)
    assert thief.get("/progress").status_code == 200
    assert bob.post("/account/sign-out", data={"csrf_token": token(bob)}).status_code == 303
    assert thief.get("/progress").status_code == 303


def test_a_session_ends_when_idle_and_after_a_week(visit: Visit, clock: Clock) -> None:
    idle, busy = visit("Idle"), visit("Busy")
    for _ in range(21):
        clock.forward(hours=7.9)
        assert busy.get("/progress").status_code == 200
    assert idle.get("/progress").status_code == 303
    clock.forward(hours=7.9)
    assert busy.get("/progress").status_code == 303


def test_the_first_admin_comes_by_a_link_that_works_once(
    context: Context, visit: Visit, clock: Clock
) -> None:
    old = first_admin.make_admin_link(context, clock.now)
    link = f"/account/first/{first_admin.make_admin_link(context, clock.now)}"
    assert visit().get(f"/account/first/{old}").status_code == 404
    assert visit().get("/account/first/guess").status_code == 404
    late = visit()
    late.get(link)
    alice = visit()
    assert send(alice, link, name="Alice", password=PASSWORD).status_code == 303
    assert alice.get("/questions").status_code == 200
    assert visit().get(link).status_code == 404
    data = {"csrf_token": token(late), "name": "Mallory", "password": PASSWORD}
    assert late.post(link, data=data).status_code == 404


def test_the_link_is_good_for_a_day(context: Context, visit: Visit, clock: Clock) -> None:
    link = f"/account/first/{first_admin.make_admin_link(context, clock.now)}"
    clock.forward(hours=24)
    assert visit().get(link).status_code == 404


def test_settings_are_ones_own(visit: Visit) -> None:
    bob, dan = visit("Bob"), visit("Dan")
    data = fields(bob.get("/account").text)
    given = {"csrf_token": data["csrf_token"], "theme": "dark", "new_per_day": "5",
             "time_zone": "America/Lima"}  # fmt: skip
    assert bob.post("/account", data=given).status_code == 303
    assert 'data-theme="dark"' in bob.get("/").text
    assert 'data-single-keys="off"' in bob.get("/account").text
    assert 'data-theme="dark"' not in dan.get("/").text
    assert 'data-single-keys="off"' not in dan.get("/account").text
    wrong = bob.post("/account", data=given | {"new_per_day": "900"})
    assert wrong.status_code == 422
    assert "from 0 to 200" in wrong.text


def test_a_visitor_chooses_the_language(visit: Visit) -> None:
    client = visit()
    done = client.post("/account/language", data={"csrf_token": token(client), "language": "es"})
    assert done.status_code == 303
    assert '<html lang="es"' in client.get("/").text
    assert '<html lang="es"' in visit().get("/", headers={"Accept-Language": "es-PE"}).text
    assert '<html lang="en"' in visit().get("/", headers={"Accept-Language": "fr"}).text
