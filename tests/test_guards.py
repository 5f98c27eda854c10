"""The guards that every test relies on do guard."""

from __future__ import annotations

import socket

import flask
import pytest
from flask.testing import FlaskClient
from sqlalchemy import create_engine, text

from tests.outgoing import ATTEMPTS, OutgoingConnection, is_local


@pytest.fixture
def app() -> flask.Flask:
    """A server that counts in `g`, which lives as long as a request."""
    app = flask.Flask("counting")

    @app.get("/")
    def count() -> str:
        flask.g.seen = flask.g.get("seen", 0) + 1
        return str(flask.g.seen)

    return app


def test_requests_of_one_test_share_nothing(app: flask.Flask, client: FlaskClient) -> None:
    assert not flask.has_app_context()
    assert [client.get("/").text, client.get("/").text, app.test_client().get("/").text] == [
        "1"
    ] * 3


@pytest.mark.parametrize("address", [("192.0.2.1", 80), ("2001:db8::1", 80)])
def test_another_machine_cannot_be_reached(address: tuple[str, int]) -> None:
    with pytest.raises(OutgoingConnection):
        socket.create_connection(address, timeout=1)
    assert len(ATTEMPTS) == 1
    ATTEMPTS.clear()


def test_another_machine_cannot_be_looked_up() -> None:
    with pytest.raises(OutgoingConnection):
        socket.getaddrinfo("example.org", 443)
    ATTEMPTS.clear()


def test_this_machine_can_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=1).close()
    assert [is_local(place) for place in (("::1", 80, 0, 0), "localhost", "/run/x.sock", None)]


def test_each_test_has_a_database_of_its_own(engine_url: str) -> None:
    engine = create_engine(engine_url)
    with engine.begin() as connection:
        tables = connection.execute(text("SELECT count(*) FROM users")).scalar_one()
        connection.execute(text("CREATE TABLE left_by_a_test (n INTEGER)"))
    engine.dispose()
    assert tables == 0


test_no_test_sees_what_another_left = test_each_test_has_a_database_of_its_own
