"""The application on both databases, a clock set by hand, and people with browsers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.app import create_app
from quizapp.services import accounts
from quizapp.services.context import Context
from quizapp.store.engine import Store
from tests.databases import BANK
from tests.world import NOON, context_on, signed_in

Visit = Callable[..., FlaskClient]


class Clock:
    """The time that the application is told."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        """Let time pass: days, hours, minutes or seconds."""
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    """Noon of a Tuesday in November, until it is moved."""
    return Clock()


@pytest.fixture
def contents() -> str:
    """Every database has the small bank from the start."""
    return BANK


@pytest.fixture
def context(store: Store, tmp_path: Path) -> Context:
    """Services on both databases in turn, the small bank loaded."""
    return context_on(store, tmp_path)


@pytest.fixture
def app(context: Context, clock: Clock) -> Flask:
    """The whole application."""
    return create_app(context.settings, context.store, clock, testing=True)


@pytest.fixture
def visit(app: Flask, context: Context, clock: Clock) -> Visit:
    """`visit("Bob", "teacher")`: the browser of a signed-in person; `visit()`: a visitor's.

    The first visit under a name makes the account, later ones sign in again.
    """
    people: dict[str, int] = {}

    def browser(name: str = "", role: str = "student", zone: str = "UTC") -> FlaskClient:
        client = app.test_client()
        if name and name not in people:
            people[name] = signed_in(context, name, role, zone, clock.now)[0].id
        if name:
            session = accounts.open_session(context, people[name], clock.now)
            client.set_cookie("quizapp_session", session)
        return client

    return browser


class _Fields(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self.radios: dict[str, list[str]] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if tag == "input" and given.get("name"):
            if given.get("type") == "radio":
                self.radios.setdefault(given["name"], []).append(given["value"])
            else:
                self.values.setdefault(given["name"], given.get("value", ""))


def fields(html: str) -> dict[str, str]:
    """The first value of each input of a page, radios left out."""
    return _Fields(html).values


def radios(html: str, name: str) -> list[str]:
    """The values of a page's radios of one name."""
    return _Fields(html).radios.get(name, [])


def token(client: FlaskClient, path: str = "") -> str:
    """The CSRF token that this browser's forms carry, which is one as long as its cookies are.

    Read from the page at `path`, or once for these cookies from a page of the account.
    """
    if path:
        return fields(client.get(path).text)["csrf_token"]
    known: dict[tuple[str, ...], str] = client.__dict__.setdefault("known_tokens", {})
    if (cookies := _cookies(client)) not in known:
        page = client.get("/account/sign-in")
        if page.status_code == 303:
            page = client.get("/account")
        cookies = _cookies(client)
        known[cookies] = fields(page.text)["csrf_token"]
    return known[cookies]


def _cookies(client: FlaskClient) -> tuple[str, ...]:
    kept = map(client.get_cookie, ("quizapp_session", "quizapp_visitor"))
    return tuple(cookie.value if cookie else "" for cookie in kept)
