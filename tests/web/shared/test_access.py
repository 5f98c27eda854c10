"""Who may go where: every route of the URL map, for every role, by the permission table."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from quizapp.services.access import HOLDERS, Permission
from tests.web.conftest import Visit, token

ROLES = ("visitor", "guest", "student", "teacher", "admin")
NOWHERE = "nothing-has-this-id"


def routes(app: Flask) -> list[Rule]:
    return [rule for rule in app.url_map.iter_rules() if rule.endpoint != "static"]


def permission(app: Flask, rule: Rule) -> Permission:
    return app.view_functions[rule.endpoint].permission  # type: ignore[attr-defined,no-any-return]


def address(rule: Rule) -> str:
    """The route's address with ids that nothing has."""
    _, path = rule.build(dict.fromkeys(rule.arguments, NOWHERE)) or ("", "")
    return path


def pupils_may(app: Flask, rule: Rule) -> bool:
    """Whether a name is all that a guest lacks here."""
    return "student" in HOLDERS[permission(app, rule)]


def test_a_fresh_client_is_nobody(visit: Visit) -> None:
    bob, fresh = visit("Bob"), visit()
    assert "Bob" in bob.get("/").text
    assert "Bob" not in fresh.get("/").text
    assert "Sign in" in fresh.get("/").text


def test_every_route_declares_its_permission(app: Flask) -> None:
    assert len(routes(app)) >= 20
    for rule in routes(app):
        assert isinstance(permission(app, rule), Permission), rule


def test_the_table_gives_more_to_each_role() -> None:
    held = [{p for p in Permission if role in HOLDERS[p]} for role in ROLES]
    assert held[0] == {Permission.PUBLIC}
    assert held[0] < held[1] < held[2] < held[3] < held[4] == set(Permission)


@pytest.mark.parametrize("role", ROLES)
def test_routes_let_in_whom_the_table_names(app: Flask, visit: Visit, role: str) -> None:
    client = visit() if role == "visitor" else visit("Somebody", role)
    csrf = token(client)
    for rule in routes(app):
        for method in sorted((rule.methods or set()) & {"GET", "POST"}):
            if rule.endpoint in ("account.sign_out", "account.sign_out_everywhere"):
                continue  # would end the session that the next routes need
            answer = _send(client, method, address(rule), csrf)
            let_in = role in HOLDERS[permission(app, rule)]
            where = f"{method} {rule} as {role}: {answer.status_code}"
            if let_in:
                assert answer.status_code not in (403, 500), where
                assert "/account/sign-in" not in answer.headers.get("Location", ""), where
            elif role == "visitor" or (role == "guest" and pupils_may(app, rule)):
                assert answer.status_code == 303, where
                assert answer.headers["Location"].startswith("/account/sign-in?next="), where
            else:
                assert answer.status_code == 403, where


def _send(client: FlaskClient, method: str, path: str, csrf: str) -> TestResponse:
    if method == "GET":
        return client.get(path)
    return client.post(path, data={"csrf_token": csrf})


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_refused(app: Flask, visit: Visit, method: str) -> None:
    client = visit("Somebody", "admin")
    csrf = token(client)
    for rule in routes(app):
        answer = client.open(address(rule), method=method, headers={"X-CSRF-Token": csrf})
        assert answer.status_code == 405, rule
