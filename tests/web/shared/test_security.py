"""Headers, host names, and forms that only our own pages can send."""

from __future__ import annotations

import pytest
from flask import Flask

from quizapp.services.context import Context
from tests.web.conftest import Visit, fields, radios, token
from tests.world import PASSWORD


@pytest.mark.parametrize("path", ["/", "/account/sign-in", "/nothing", "/health/live", "/study"])
def test_every_answer_carries_the_headers(visit: Visit, path: str) -> None:
    headers = visit("Bob").get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"


def test_pages_hold_no_inline_script_or_style(app: Flask, visit: Visit) -> None:
    for path in ("/", "/study", "/progress", "/facts", "/account", "/classrooms", "/questions"):
        page = visit("Anna" + path.strip("/"), "teacher").get(path).text
        assert "<style" not in page, path
        assert " style=" not in page, path
        assert "<script>" not in page, path
        assert " onclick" not in page, path
        assert "http://" not in page.replace("http://localhost", ""), path


def test_static_files_are_kept_by_their_hash(visit: Visit) -> None:
    client = visit()
    page = client.get("/").text
    link = next(part.split('"')[0] for part in page.split('href="') if "app.css" in part)
    assert "?v=" in link
    with client.get(link) as answer:
        assert "immutable" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil", ""])
def test_foreign_host_names_are_refused(visit: Visit, host: str) -> None:
    answer = visit().get("/", headers={"Host": host})
    assert answer.status_code == 400
    assert host == "" or host not in answer.text


def test_trusted_host_names_are_answered(context: Context, visit: Visit) -> None:
    assert visit().get("/", headers={"Host": "localhost:8000"}).status_code == 200
    assert visit().get("/", headers={"Host": "[::1]:8000"}).status_code == 200


def sign_in_with(visit: Visit, **changes: str | None) -> int:
    """Send the sign-in form with its token changed."""
    client = visit()
    data = fields(client.get("/account/sign-in").text) | {"name": "Bob", "password": PASSWORD}
    given = {name: value for name, value in (data | changes).items() if value is not None}
    return client.post("/account/sign-in", data=given).status_code


def test_forms_need_their_own_token(visit: Visit) -> None:
    visit("Bob")
    others = token(visit())
    assert sign_in_with(visit) == 303
    for wrong in (None, "", "x", others, "ü"):
        assert sign_in_with(visit, csrf_token=wrong) == 400


def test_a_token_of_one_person_does_not_work_for_another(visit: Visit) -> None:
    bob, dan = visit("Bob"), visit("Dan")
    page = bob.get("/study").text
    form = fields(page) | {"choice": radios(page, "choice")[0]}
    dans = token(dan)
    assert bob.post("/study/answer", data=form | {"csrf_token": dans}).status_code == 400
    assert bob.post("/study/answer", data=form).status_code == 200
    # Dan with his own token cannot book on Bob's form either
    assert dan.post("/study/answer", data=form | {"csrf_token": dans}).status_code == 400


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_forms_of_other_sites_are_refused(visit: Visit, headers: dict[str, str]) -> None:
    client = visit("Bob")
    data = {"csrf_token": token(client), "language": "es"}
    assert client.post("/account/language", data=data, headers=headers).status_code == 400
    assert client.post("/account/language", data=data).status_code == 303
