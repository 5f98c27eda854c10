"""A teacher writes an essay question, a pupil answers it, the teacher marks it; nobody else."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from flask.testing import FlaskClient

from tests.web.conftest import Clock, Visit, fields
from tests.web.quizmaking.test_quizmaking import classroom, made, send

SHOWN = ["own", "marks", "right", "feedback", "source"]
TEXT = "It was too small. <b>And</b> the roof leaked."


def form_of(page: str, form: str) -> dict[str, str]:
    """What a form of the page holds, radios left out."""
    found = re.search(rf'<form[^>]*id="{form}".*?</form>', page, re.DOTALL)
    assert found is not None
    return fields(found[0])


def written(rosa: FlaskClient, room: str, **changes: str) -> str:
    """An essay question that Rosa wrote through the form: its id."""
    page = rosa.get("/questions/new?kind=essay").text
    given = form_of(page, "editor") | {
        "kind": "essay",
        "audience": room,
        "statement": "The library was rebuilt because it was too small.",
        "topic": "Our school",
        "stem": "Why was the library rebuilt?",
        "options-0-text": "names a reason",
        "options-0-points": "2",
        "options-1-text": "writes clearly",
        "options-1-points": "10",
        "model": "Because it was too small.",
        "words": "50",
        "rubric_shown": "y",
        "as": "ready",
    }
    saved = send(rosa, "/questions/new", **given | changes)
    assert saved.status_code == 303, saved.text
    return saved.headers["Location"].rpartition("/")[2]


def handed_in(rosa: FlaskClient, visit: Visit, clock: Clock) -> tuple[str, str, str, FlaskClient]:
    """A quiz of one essay that Bob handed in: quiz, question, attempt, Bob."""
    room = classroom(rosa)
    question = written(rosa, room)
    quiz = made(rosa, question, do="ready", after=SHOWN, closed=SHOWN)
    code = re.search(r'class="join-code">([^<]+)<', rosa.get(f"/classrooms/{room}").text)
    assert code is not None
    bob = visit("Bob")
    send(bob, f"/join/{code.group(1)}")
    send(rosa, f"/quizzes/{quiz}/assign", classroom=room, title="Essay", reach="everyone")
    begun = send(bob, f"/quizzes/{quiz}")
    attempt = begun.headers["Location"].rpartition("/")[2]
    page = bob.get(f"/attempts/{attempt}").text
    assert "About 50 words are expected." in page
    assert "names a reason" in page
    assert "Because it was too small." not in page
    clock.forward(minutes=2)
    given = form_of(page, "answer")
    long = send(bob, f"/attempts/{attempt}", **given | {"text": "ä" * 20_003, "go": "overview"})
    assert long.status_code == 422
    assert "3 characters too long" in long.text
    assert "ä" * 20_003 in long.text
    send(bob, f"/attempts/{attempt}", **form_of(long.text, "answer") | {"text": TEXT, "go": "1"})
    assert send(bob, f"/attempts/{attempt}/submit").status_code == 303
    return quiz, question, attempt, bob


def test_an_essay_goes_from_the_form_to_its_mark(visit: Visit, clock: Clock) -> None:
    rosa = visit("Rosa", "teacher")
    quiz, question, attempt, bob = handed_in(rosa, visit, clock)
    result = bob.get(f"/attempts/{attempt}/result").text
    assert "Waiting for your teacher." in result
    assert "Provisional" in result
    assert "Because it was too small." not in result
    assert "0\xa0%, provisional" in bob.get("/quizzes").text
    assert "1 essay to mark" in rosa.get("/").text
    assert "provisional" in rosa.get(f"/reports/quizzes/{quiz}").text
    assert "score is provisional" in rosa.get(f"/reports/quizzes/{quiz}.csv").text
    queue = rosa.get(f"/quizzes/{quiz}/marking").text
    address = f"/quizzes/{quiz}/marking/essay"
    assert f"{address}?question={question}" in unescape(queue)
    asked: dict[str, Any] = {"question": question}
    page = rosa.get(address, query_string=asked).text
    assert "&lt;b&gt;And" in page
    assert "Bob" in page
    assert "Bob" not in rosa.get(address, query_string=asked | {"names": "hidden"}).text
    given = form_of(page, "mark")
    half = send(rosa, address, **given | {"points-0": "2", "comment": "Good so far", "do": "give"})
    assert half.status_code == 422
    assert "Criterion 2 has no points" in half.text
    assert "Good so far" in half.text
    whole = {"points-0": "2", "points-1": "7.5", "comment": "Good", "do": "give"}
    assert send(rosa, address, **form_of(half.text, "mark") | whole).status_code == 303
    result = bob.get(f"/attempts/{attempt}/result").text
    for told in ("Marked.", "Good", "7.5 of 10", "Because it was too small."):
        assert told in result
    assert "Waiting" not in result
    assert "to mark" not in rosa.get("/").text
    assert "names a reason" in rosa.get(f"/reports/questions/{question}").text
    assert "writes clearly,10.0,7.50,0,1,0" in rosa.get(f"/reports/questions/{question}.csv").text
    refused = rosa.get(f"/quizzes/{quiz}/regrade", query_string=asked | {"way": "new_key"})
    assert refused.status_code == 422
    assert "An essay has no key" in refused.text
    assert "names a reason" in rosa.get(f"/quizzes/{quiz}/paper").text
    assert "Because it was too small." in rosa.get(f"/questions/{question}").text


def test_nobody_else_reaches_an_essay(visit: Visit, clock: Clock) -> None:
    rosa, carol = visit("Rosa", "teacher"), visit("Carol", "teacher")
    quiz, question, attempt, bob = handed_in(rosa, visit, clock)
    theirs, *_rest = handed_in(carol, lambda name: visit(f"{name} of Carol"), clock)
    address, asked = f"/quizzes/{quiz}/marking/essay", {"question": question, "attempt": attempt}
    for who, status in ((carol, 404), (bob, 403)):
        assert who.get(f"/quizzes/{quiz}/marking").status_code == status
        assert who.get(address, query_string=asked).status_code == status
        for do in ("give", "keep"):
            given = asked | {"criteria": "2", "points-0": "1", "points-1": "1", "do": do}
            assert send(who, address, **given).status_code == status
    mixed = f"/quizzes/{theirs}/marking/essay"
    assert rosa.get(mixed, query_string=asked).status_code == 404
    assert carol.get(mixed, query_string=asked).status_code == 404
    assert "1 essay to mark" in carol.get("/").text


def test_of_two_teachers_the_later_one_sees_both(visit: Visit, clock: Clock) -> None:
    rosa = visit("Rosa", "teacher")
    quiz, question, _attempt, _bob = handed_in(rosa, visit, clock)
    address = f"/quizzes/{quiz}/marking/essay"
    page = rosa.get(address, query_string={"question": question}).text
    first = {"points-0": "2", "points-1": "10", "comment": "All of it", "do": "give"}
    second = {"points-0": "1", "points-1": "3", "comment": "Half of it", "do": "give"}
    assert send(rosa, address, **form_of(page, "mark") | first).status_code == 303
    late = send(rosa, address, **form_of(page, "mark") | second)
    assert late.status_code == 409
    assert "Somebody marked it meanwhile" in late.text
    assert "All of it" in late.text
    assert "Half of it" in late.text
    assert send(rosa, address, **form_of(late.text, "mark") | second).status_code == 303
    kept = rosa.get(address, query_string={"question": question}).text
    assert kept.index("Half of it</p>") < kept.index("All of it</p>")
