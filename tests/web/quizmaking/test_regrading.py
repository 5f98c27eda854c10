"""A teacher marks a question again: chooses, sees every mark, changes, undoes; nobody else may."""

from __future__ import annotations

import re
from html import unescape

from flask.testing import FlaskClient

from tests.web.conftest import Clock, Visit
from tests.web.quizmaking.test_quizmaking import classroom, found, made, send


def sat(rosa: FlaskClient, visit: Visit, clock: Clock) -> tuple[str, str, FlaskClient]:
    """A quiz of two questions that Bob handed in empty: quiz, its first question, Bob."""
    questions = found(rosa)[:2]
    quiz = made(rosa, *questions, do="ready")
    room = classroom(rosa)
    code = re.search(r'class="join-code">([^<]+)<', rosa.get(f"/classrooms/{room}").text)
    assert code is not None
    bob = visit("Bob")
    send(bob, f"/join/{code.group(1)}")
    send(rosa, f"/quizzes/{quiz}/assign", classroom=room, title="Poles", reach="everyone")
    begun = send(bob, f"/quizzes/{quiz}")
    attempt = re.search(r"/attempts/([^/]+)", begun.headers["Location"])
    assert attempt is not None
    clock.forward(minutes=2)
    assert send(bob, f"/attempts/{attempt.group(1)}/submit").status_code == 303
    return quiz, questions[0], bob


def held(page: str) -> dict[str, str]:
    """What the button's form holds."""
    form = re.search(r'<form[^>]*method="post"[^>]*/regrade".*?</form>', page, re.DOTALL)
    assert form is not None
    return dict(re.findall(r'name="(question|way|digest)" value="([^"]*)"', form[0]))


def test_points_are_given_to_all_and_taken_back(visit: Visit, clock: Clock) -> None:
    rosa = visit("Rosa", "teacher")
    quiz, question, _bob = sat(rosa, visit, clock)
    report = rosa.get(f"/reports/quizzes/{quiz}").text
    assert f"/quizzes/{quiz}/regrade?question={question}" in unescape(report)
    address = f"/quizzes/{quiz}/regrade"
    asked = {"question": question}
    page = rosa.get(address, query_string=asked).text
    assert "Nothing was marked again yet." in page
    assert "Bob" not in page
    page = rosa.get(address, query_string=asked | {"way": "full"}).text
    assert "Change 1 mark" in page
    assert "Bob" in page
    assert "1 of 2" in page
    assert send(rosa, address, **held(page)).status_code == 303
    assert send(rosa, address, **held(page)).status_code == 303, "a second press does nothing"
    after = rosa.get(address, query_string=asked).text
    assert after.count("all points to everybody</th>") == 1
    (regrade,) = set(re.findall(r'name="regrade" value="([^"]+)"', after))
    undone = send(rosa, f"{address}/undo", regrade=regrade, **asked)
    assert undone.status_code == 303
    assert "undone by Rosa" in rosa.get(address, query_string=asked).text


def test_a_preview_that_no_longer_fits_is_shown_again(visit: Visit, clock: Clock) -> None:
    rosa = visit("Rosa", "teacher")
    quiz, question, _bob = sat(rosa, visit, clock)
    address = f"/quizzes/{quiz}/regrade"
    late = send(rosa, address, question=question, way="void", digest="0" * 64)
    assert late.status_code == 409
    assert "Marks changed since this was shown" in late.text
    assert send(rosa, address, **held(late.text)).status_code == 303
    unchosen = send(rosa, address, question=question)
    assert unchosen.status_code == 422
    assert "choose one of the four ways" in unchosen.text


def test_nobody_else_reaches_it(visit: Visit, clock: Clock) -> None:
    rosa = visit("Rosa", "teacher")
    quiz, question, bob = sat(rosa, visit, clock)
    carol = visit("Carol", "teacher")
    address, asked = f"/quizzes/{quiz}/regrade", {"question": question}
    shown = held(rosa.get(address, query_string=asked | {"way": "full"}).text)
    send(rosa, address, **shown)
    page = rosa.get(address, query_string=asked).text
    (regrade,) = set(re.findall(r'name="regrade" value="([^"]+)"', page))
    for who, status in ((carol, 404), (bob, 403)):
        assert who.get(address, query_string=asked).status_code == status
        assert send(who, address, **shown).status_code == status
        assert send(who, f"{address}/undo", regrade=regrade, **asked).status_code == status
    for other in ("", "no-such-question"):
        assert rosa.get(address, query_string={"question": other}).status_code == 404
    assert rosa.get(address, query_string=asked).text.count("undone by") == 0
