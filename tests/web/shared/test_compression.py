"""Pages and files are sent small to browsers that can read them so, and whole to all others."""

from __future__ import annotations

import gzip
import re
from http import HTTPStatus

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from quizapp.web.shared import compression
from tests.web.conftest import Clock, Visit
from tests.web.study.test_study import answer

SMALL = {"Accept-Encoding": "gzip, deflate, br"}


@given(st.binary(max_size=2000), st.integers(0, 64), st.integers(1, 9))
def test_any_bytes_come_back(data: bytes, padding: int, level: int) -> None:
    assert gzip.decompress(compression.gzip(data, level, padding)) == data


@pytest.mark.parametrize("path", ["/account/sign-in", "/static/app.css"])
def test_the_same_page_small_and_whole(client: FlaskClient, path: str) -> None:
    client.get(path, buffered=True)  # the visitor's cookie, so that the form's token stays
    whole, small = client.get(path, buffered=True), client.get(path, buffered=True, headers=SMALL)
    assert "Content-Encoding" not in whole.headers
    assert small.headers["Content-Encoding"] == "gzip"
    assert small.content_length == len(small.data) < len(whole.data) * 2 / 3
    assert gzip.decompress(small.data) == whole.data
    assert "Accept-Encoding" in whole.vary
    assert "Accept-Encoding" in small.vary


def test_the_length_of_a_page_tells_nothing_exact(client: FlaskClient) -> None:
    client.get("/account/sign-up", buffered=True)
    lengths = {
        len(client.get("/account/sign-up", buffered=True, headers=SMALL).data) for _ in range(20)
    }
    assert len(lengths) > 3


def test_a_kept_file_is_asked_for_again_and_not_sent(client: FlaskClient) -> None:
    first = client.get("/static/app.css", buffered=True, headers=SMALL)
    again = client.get(
        "/static/app.css", buffered=True, headers=SMALL | {"If-None-Match": first.headers["ETag"]}
    )
    assert again.status_code == HTTPStatus.NOT_MODIFIED
    assert not again.data
    part = client.get("/static/app.css", buffered=True, headers=SMALL | {"Range": "bytes=0-9"})
    assert len(part.data) == 10
    assert "Content-Encoding" not in part.headers


def test_whoever_refuses_gzip_gets_the_whole_page(client: FlaskClient) -> None:
    page = client.get("/account/sign-up", buffered=True, headers={"Accept-Encoding": "gzip;q=0"})
    assert "<html" in page.text


def test_a_first_visit_to_study_weighs_30_kb_and_the_next_question_5(
    visit: Visit, clock: Clock
) -> None:
    bob = visit("Bob")
    page = bob.get("/study", buffered=True, headers=SMALL)
    text = gzip.decompress(page.data).decode()
    files = sorted(set(re.findall(r"\"(/static/[^\"]+)\"", text)))
    weight = sum(len(bob.get(file, buffered=True, headers=SMALL).data) for file in files) + len(
        page.data
    )
    assert len(files) >= 2
    assert weight <= 30_000
    answer(bob, clock)
    following = bob.get("/study", buffered=True, headers=SMALL | {"X-Fragment": "1"})
    assert len(following.data) <= 5_000
