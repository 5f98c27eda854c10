"""A teacher makes a quiz, assigns it, watches it and prints it; nobody else reaches it."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask.testing import FlaskClient
from sqlalchemy import update
from werkzeug.test import TestResponse

from quizapp.services.context import Context
from quizapp.store.models import Question
from tests.web.conftest import Clock, Visit, fields, token
from tests.world import FACTS

FIND = {"find": "", "find_topic": "", "behaviour": "deferred", "counting": "best", "late": "accept"}


def send(client: FlaskClient, address: str, **data: object) -> TestResponse:
    return client.post(address, data={"csrf_token": token(client), **data})


def chosen(page: str) -> list[str]:
    """The questions that a search offered."""
    return re.findall(r'name="chosen" value="([^"]+)"', page)


def lines(page: str) -> list[str]:
    """The questions that stand in the form, in order; "" for a draw."""
    return re.findall(r'name="items-\d+-question" type="hidden" value="([^"]*)"', page)


def typed(page: str) -> dict[str, object]:
    """What the form of a quiz holds, as a browser would send it."""
    return {**FIND, **fields(page)}


@pytest.fixture
def rosa(visit: Visit) -> FlaskClient:
    return visit("Rosa", "teacher")


def found(client: FlaskClient) -> list[str]:
    """Questions of the first topic that the form offers, found by topic."""
    page = client.get("/quizzes/new").text
    topics = re.search(r'name="find_topic">(.*?)</select>', page, re.DOTALL)
    assert topics is not None
    topic = unescape(re.findall(r'value="([^"]+)"', topics[1])[0])
    searched = send(client, "/quizzes/new", **FIND | {"find_topic": topic, "do": "find"})
    assert searched.status_code == 200
    return chosen(searched.text)


def made(client: FlaskClient, *questions: str, **more: object) -> str:
    """The public id of a saved quiz with these questions."""
    given: dict[str, object] = {**FIND, "title": "Poles", "do": "save", "attempts": "1"}
    for number, question in enumerate(questions):
        given |= {f"items-{number}-question": question, f"items-{number}-points": "1"}
    saved = send(client, "/quizzes/new", **given | more)
    assert saved.status_code == 303, unescape(re.sub(r"<[^>]+>", " ", saved.text))
    return saved.headers["Location"].split("/")[2]


def classroom(client: FlaskClient, name: str = "4B") -> str:
    answer = send(client, "/classrooms", name=name, time_zone="Europe/Madrid")
    return answer.headers["Location"].rpartition("/")[2]


def test_lines_are_added_moved_and_removed_and_what_was_typed_stays(rosa: FlaskClient) -> None:
    one, two = found(rosa)[:2]
    page = send(
        rosa, "/quizzes/new", **FIND | {"title": "Poles", "chosen": [one, two], "do": "add"}
    ).text
    assert lines(page) == [one, two]
    assert 'value="Poles"' in page
    moved = send(rosa, "/quizzes/new", **typed(page) | {"items-0-points": "1,5 x", "do": "down:0"})
    assert lines(moved.text) == [two, one]
    assert fields(moved.text)["items-1-points"] == "1,5 x"
    less = send(rosa, "/quizzes/new", **typed(moved.text) | {"do": "remove:0"})
    assert lines(less.text) == [one]
    refused = send(rosa, "/quizzes/new", **typed(less.text) | {"do": "save"})
    assert refused.status_code == 422
    assert "A number, please" in refused.text
    assert fields(refused.text)["items-0-points"] == "1,5 x"
    saved = send(
        rosa, "/quizzes/new", **typed(refused.text) | {"items-0-points": "1,5", "do": "save"}
    )
    assert saved.status_code == 303
    again = rosa.get(saved.headers["Location"]).text
    assert lines(again) == [one]
    assert fields(again)["items-0-points"] == "1.5"


def test_a_quiz_without_a_title_is_not_saved_and_an_empty_one_not_made_ready(
    rosa: FlaskClient,
) -> None:
    untitled = send(rosa, "/quizzes/new", **FIND | {"do": "save"})
    assert untitled.status_code == 422
    assert "Please give it a title." in untitled.text
    empty = send(rosa, "/quizzes/new", **FIND | {"title": "Empty", "do": "ready"})
    assert "Add a question or a draw first." in unescape(empty.text)


def test_rules_come_back_as_they_were_saved(rosa: FlaskClient) -> None:
    (one, *_rest) = found(rosa)
    quiz = made(
        rosa,
        one,
        behaviour="tries",
        tries="2",
        try_penalty="25",
        minutes="40",
        attempts="",
        counting="average",
        late="penalty",
        late_penalty="7,5",
        after=["own", "marks"],
        closed=["own", "marks", "right", "source"],
    )
    page = rosa.get(f"/quizzes/{quiz}/edit").text
    kept = fields(page)
    assert [kept[name] for name in ("tries", "try_penalty", "minutes", "attempts")] == [
        "2",
        "25",
        "40",
        "",
    ]
    assert kept["late_penalty"] == "7.5"
    ticked = re.findall(r'type="checkbox" name="(\w+)" value="(\w+)" checked', page)
    assert ("after", "marks") in ticked
    assert ("after", "right") not in ticked
    assert ("closed", "source") in ticked


def test_a_later_save_of_two_is_told_and_loses_nothing(rosa: FlaskClient) -> None:
    quiz = made(rosa, found(rosa)[0])
    first = rosa.get(f"/quizzes/{quiz}/edit").text
    send(rosa, f"/quizzes/{quiz}/edit", **typed(first) | {"title": "Theirs", "do": "save"})
    late = send(rosa, f"/quizzes/{quiz}/edit", **typed(first) | {"title": "Mine", "do": "save"})
    assert late.status_code == 409
    assert "Somebody else saved this quiz meanwhile" in late.text
    assert 'value="Mine"' in late.text
    put = send(rosa, f"/quizzes/{quiz}/edit", **typed(late.text) | {"do": "save"})
    assert put.status_code == 303


def test_a_quiz_is_assigned_sat_and_watched(rosa: FlaskClient, visit: Visit, clock: Clock) -> None:
    quiz = made(rosa, *found(rosa)[:2], do="ready")
    room = classroom(rosa)
    code = re.search(r'class="join-code">([^<]+)<', rosa.get(f"/classrooms/{room}").text)
    assert code is not None
    bob = visit("Bob")
    send(bob, f"/join/{code.group(1)}")
    wrong = send(
        rosa,
        f"/quizzes/{quiz}/assign",
        classroom=room,
        title="Poles",
        reach="everyone",
        opens_at="2026-11-30T08:00",
        due_at="2026-11-29T08:00",
    )
    assert wrong.status_code == 422
    assert "First it opens, then it is due" in wrong.text
    assert 'value="2026-11-30T08:00"' in wrong.text
    assigned = send(
        rosa, f"/quizzes/{quiz}/assign", classroom=room, title="Poles", reach="everyone"
    )
    assert assigned.status_code == 303
    address = assigned.headers["Location"]
    watched = rosa.get(f"{address}/live").text
    assert "Bob" in watched
    assert "not begun" in watched
    begun = send(bob, f"/quizzes/{quiz}")
    assert begun.status_code == 303
    clock.forward(minutes=4)
    watched = rosa.get(f"{address}/live").text
    assert "at work" in watched
    assert "0 of 2" in watched
    assert "nothing saved since" in watched
    fragment = rosa.get(f"{address}/live", headers={"X-Fragment": "1"}).text
    assert "<!doctype" not in fragment.lower()
    assert "Bob" in fragment
    gone = send(rosa, f"{address}/withdraw")
    assert gone.status_code == 303
    assert "Nothing is assigned" in rosa.get(f"/classrooms/{room}/assignments").text


def test_facts_are_assigned_by_topic_and_some_learners(rosa: FlaskClient, visit: Visit) -> None:
    room = classroom(rosa)
    code = re.search(r'class="join-code">([^<]+)<', rosa.get(f"/classrooms/{room}").text)
    assert code is not None
    send(visit("Bob"), f"/join/{code.group(1)}")
    page = rosa.get(f"/classrooms/{room}/assign").text
    topics = re.findall(r'name="topics" value="([^"]+)"', page)
    (learner,) = re.findall(r'name="learners" value="([^"]+)"', page)
    given = {"title": "Poles by Friday", "reach": "some", "target": "85"}
    nobody = send(rosa, f"/classrooms/{room}/assign", **given)
    assert nobody.status_code == 422
    for sentence in ("at least one topic", "by when", "at least one learner"):
        assert sentence in nobody.text
    assigned = send(
        rosa,
        f"/classrooms/{room}/assign",
        **given | {"topics": topics[:1], "learners": [learner], "due_at": "2026-12-04T08:00"},
    )
    assert assigned.status_code == 303
    again = rosa.get(assigned.headers["Location"]).text
    assert f'value="{topics[0]}" checked' in again
    assert f'value="{learner}" checked' in again
    assert 'value="2026-12-04T08:00"' in again
    assert "Fri 4 December, 08:00" in rosa.get(f"/classrooms/{room}/assignments").text


def test_a_fact_that_no_question_asks_for_now_stays_until_it_is_taken_out(
    rosa: FlaskClient, context: Context
) -> None:
    room = classroom(rosa)
    page = rosa.get(f"/classrooms/{room}/assign").text
    topics = [unescape(one) for one in re.findall(r'name="topics" value="([^"]+)"', page)]
    given = {"title": "All", "reach": "everyone", "target": "85", "due_at": "2026-12-04T08:00"}
    made = send(rosa, f"/classrooms/{room}/assign", **given, topics=topics)
    place = made.headers["Location"]
    gone = update(Question).where(Question.public_id.startswith("polar-1."))
    context.store.execute(gone.values(state="retired"))
    for _ in range(2):
        page = rosa.get(place).text
        assert f"{FACTS[0].statement} (no question asks for it now)" in unescape(page)
        assert re.findall(r'name="single" value="([^"]+)" checked', page) == ["polar-1"]
        given["based_on"] = fields(page)["based_on"]
        assert send(rosa, place, **given, topics=topics, single="polar-1").status_code == 303
    given["based_on"] = fields(rosa.get(place).text)["based_on"]
    assert send(rosa, place, **given, topics=topics).status_code == 303
    assert "polar-1" not in rosa.get(place).text


def test_paper_has_two_versions_with_their_keys(rosa: FlaskClient) -> None:
    quiz = made(rosa, *found(rosa)[:4], do="ready", shuffle_questions="y", shuffle_options="y")
    sheets = paper_of(rosa, quiz)
    assert [label for label, _text in sheets] == [
        "Version A",
        "Version B",
        "Answer sheet",
        "Key of version A",
        "Key of version B",
    ]
    stems = [re.findall(r'<p class="serif"[^>]*>([^<]+)<', text) for _label, text in sheets[:2]]
    assert len(stems[0]) == 4
    assert sorted(stems[0]) == sorted(stems[1])
    assert sheets == paper_of(rosa, quiz)


def paper_of(client: FlaskClient, quiz: str) -> list[tuple[str, str]]:
    """The sheets of a quiz on paper: what each is called, and its markup."""
    page = client.get(f"/quizzes/{quiz}/paper").text
    return re.findall(
        r'<section class="paper-sheet" aria-label="([^"]+)">(.*?)</section>', page, re.DOTALL
    )


def test_what_is_another_teachers_is_not_there(rosa: FlaskClient, visit: Visit) -> None:
    quiz, room = made(rosa, found(rosa)[0], do="ready"), classroom(rosa)
    assigned = send(
        rosa, f"/quizzes/{quiz}/assign", classroom=room, title="Poles", reach="everyone"
    ).headers["Location"]
    mallory = visit("Mallory", "teacher")
    assert "Poles" not in mallory.get("/quizzes/made").text
    for address in (f"/quizzes/{quiz}/edit", f"/quizzes/{quiz}/paper", assigned):
        assert rosa.get(address).status_code == 200
        assert mallory.get(address).status_code == 404, address
    for address in (f"{assigned}/live", f"/classrooms/{room}/assign"):
        assert mallory.get(address).status_code == 404, address
    steps = (
        f"/quizzes/{quiz}/edit",
        f"/quizzes/{quiz}/state",
        f"/quizzes/{quiz}/release",
        f"/quizzes/{quiz}/assign",
        f"{assigned}/withdraw",
    )
    for address in steps:
        sent = send(mallory, address, state="retired", title="Mine", reach="everyone")
        assert sent.status_code == 404, address
    theirs = classroom(mallory, "3A")
    stolen = send(rosa, f"/quizzes/{quiz}/assign", classroom=theirs, title="x", reach="everyone")
    assert stolen.status_code == 404
