"""A class in the browser of its teacher."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.web.conftest import Visit, token

CODE = re.compile(r'class="join-code">([0-9A-Z]{4}-[0-9A-Z]{4})<')
SLIP = re.compile(r'<h2>([^<]+)</h2>.*?class="join-code">([0-9A-Z-]{9})<', re.DOTALL)


def post(client: FlaskClient, path: str, **form: object) -> TestResponse:
    """Send a form with the token of this browser."""
    return client.post(path, data={"csrf_token": token(client), **form})


def make(client: FlaskClient, name: str = "4B") -> str:
    """The address of a classroom that this teacher makes."""
    return post(client, "/classrooms", name=name, time_zone="America/Lima").location


def code_of(client: FlaskClient, place: str) -> str:
    """The join code that the page of a classroom shows."""
    found = CODE.search(client.get(place).text)
    assert found is not None
    return found[1]


def save_list(client: FlaskClient, place: str, *names: str) -> TestResponse:
    """Save a list of new names, as the rows of the page would be sent."""
    rows = {f"name-{number}": name for number, name in enumerate(names)}
    return post(client, f"{place}/list", step="save", count=str(len(names)), **rows)


def ids(client: FlaskClient, place: str) -> dict[str, str]:
    """The address of each pupil of a classroom, by name."""
    links = re.findall(rf'<a href="({place}/pupils/\w+)">([^<]+)<', client.get(place).text)
    return {unescape(name): path for path, name in links}


def slips(page: str) -> dict[str, str]:
    """The codes of the slips on a page, by name."""
    return {unescape(name): code for name, code in SLIP.findall(page)}


@pytest.fixture
def rosa(visit: Visit) -> FlaskClient:
    """A teacher."""
    return visit("Rosa", "teacher")


@pytest.fixture
def place(rosa: FlaskClient) -> str:
    """The address of Rosa's classroom."""
    return make(rosa)
