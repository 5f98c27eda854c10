"""A teacher's texts in the browser: nothing typed is lost, nothing of others is reached."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pytest
from flask.testing import FlaskClient

from quizapp.services.context import Context
from quizapp.services.sources import running
from tests.web.conftest import Clock, Visit, fields, token

TEXT = "The lighthouse was built in 1871.\n\nThe tower of Punta Serena is 38 metres high."
CARD = re.compile(r'name="candidate" value="(\w+)"')


@pytest.fixture
def alice(visit: Visit) -> FlaskClient:
    """A teacher."""
    return visit("Alice", "teacher")


def give(client: FlaskClient, **changes: Any) -> Any:
    """Send the form for a new text."""
    sent = {"csrf_token": token(client, "/sources/new"), "title": "Punta Serena", "text": TEXT}
    return client.post("/sources/new", data=sent | changes, content_type="multipart/form-data")


@pytest.fixture
def review(alice: FlaskClient, context: Context, clock: Clock) -> str:
    """The address of the review of a text that was read."""
    address: str = give(alice).location
    running.work_once(context, clock, "worker")
    return address


def decide(client: FlaskClient, address: str, do: str, **changes: str) -> Any:
    """Press a button of the review."""
    page = client.get(address).text
    found = CARD.search(page)
    sent = {"csrf_token": token(client, address), "candidate": found[1] if found else "", "do": do}
    return client.post(address, data=sent | changes)


def test_a_text_is_reviewed_without_scripts(alice: FlaskClient, review: str) -> None:
    page = alice.get(review).text
    assert "1871" in page
    assert "0 of " in page
    done = decide(
        alice, review, "approve", subject="The lighthouse",
        statement="The lighthouse of Punta Serena was built in 1871.",
    )  # fmt: skip
    assert done.status_code == 303
    assert "1 approved" in alice.get(review).text
    assert decide(alice, review, "undo").status_code == 303
    assert "0 approved" in alice.get(review).text
    assert decide(alice, review, "reject").status_code == 303
    assert "1 rejected" in alice.get(review).text
    assert "Punta Serena" in alice.get("/sources").text


def test_a_refused_decision_keeps_what_was_typed(alice: FlaskClient, review: str) -> None:
    done = decide(alice, review, "approve", subject="My tower", statement="It is old & grey.")
    assert done.status_code == 422
    assert fields(done.text)["subject"] == "My tower"
    assert "It is old &amp; grey." in done.text
    assert "must say 1871" in done.text


def test_a_script_gets_the_part_that_changes(alice: FlaskClient, review: str) -> None:
    part = alice.get(review, headers={"X-Fragment": "1"}).text
    assert "<html" not in part
    assert 'id="card"' in part


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("text.txt", b"caf\xe9 built in 1871", "not in UTF-8 (line 1)"),
        ("text.docx", b"no zip at all", "damaged"),
        ("text.odt", b"PK", "cannot be read"),
        ("empty.txt", b" \n", "no text in this file"),
    ],
)
def test_a_bad_file_is_told_in_a_sentence_and_nothing_typed_is_lost(
    alice: FlaskClient, name: str, data: bytes, words: str
) -> None:
    answer = give(alice, text="", file=(BytesIO(data), name), author="Elena <b>Ruiz</b>")
    assert answer.status_code == 422
    assert words in answer.text
    assert fields(answer.text)["title"] == "Punta Serena"
    assert fields(answer.text)["author"] == "Elena <b>Ruiz</b>"
    assert "<b>Ruiz" not in answer.text
    assert "No text yet" in alice.get("/sources").text


def test_what_is_too_large_is_answered_in_words(alice: FlaskClient) -> None:
    head = 'Content-Disposition: form-data; name="file"; filename="large.txt"'
    body = f"--cut\r\n{head}\r\n\r\n{'a line of text ' * 1_400_000}\r\n--cut--\r\n"
    kind = "multipart/form-data; boundary=cut"
    answer = alice.post("/sources/new", data=body.encode(), content_type=kind)
    assert answer.status_code == 413
    assert "At most 10 MB" in answer.text
    assert "No text yet" in alice.get("/sources").text


def test_paste_and_file_together_are_asked_back(alice: FlaskClient) -> None:
    answer = give(alice, file=(BytesIO(b"Built in 1871."), "a.txt"))
    assert answer.status_code == 422
    assert "not both" in answer.text
    assert "Punta Serena is 38 metres" in answer.text


def test_markup_of_a_text_is_shown_and_never_runs(
    alice: FlaskClient, context: Context, clock: Clock
) -> None:
    nasty = "The <script>alert(1)</script> tower was built in 1871 by <img src=x onerror=y>."
    address = give(alice, text=nasty, title="<i>T</i>").location
    running.work_once(context, clock, "worker")
    page = alice.get(address).text
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "&lt;i&gt;T&lt;/i&gt;" in page


def test_others_reach_nothing_of_a_text(alice: FlaskClient, review: str, visit: Visit) -> None:
    del alice
    for client in (visit("Carol", "teacher"), visit("Bob")):
        other = 404 if client.get("/sources").status_code == 200 else 403
        assert client.get(review).status_code == other
        assert client.get(review.replace("/review", "/text")).status_code == other
        sent = {"csrf_token": token(client), "do": "undo"}
        assert client.post(review, data=sent).status_code == other


def test_the_text_is_changed(
    alice: FlaskClient, review: str, context: Context, clock: Clock
) -> None:
    decide(
        alice, review, "approve", subject="The lighthouse",
        statement="The lighthouse of Punta Serena was built in 1871.",
    )  # fmt: skip
    change = review.replace("/review", "/text")
    page = alice.get(change)
    assert "built in 1871." in page.text
    sent = {"csrf_token": token(alice, change), "text": TEXT.replace("1871", "1872")}
    assert alice.post(change, data=sent).status_code == 303
    running.work_once(context, clock, "worker")
    page = alice.get(review)
    assert "Before, the text said:" in page.text
    assert "1872" in page.text


def test_a_job_without_a_worker_says_what_to_do(alice: FlaskClient, clock: Clock) -> None:
    address = give(alice).location
    assert "Waiting to be read" in alice.get(address).text
    clock.forward(minutes=1)
    assert "quizapp worker" in alice.get(address).text
    assert decide(alice, address, "cancel").status_code == 303
    assert "Reading was stopped" in alice.get(address).text
