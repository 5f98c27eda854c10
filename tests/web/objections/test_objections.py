"""Objections over plain forms: the pupil's page, the teachers' list, the way to the editor."""

from __future__ import annotations

import re

from flask.testing import FlaskClient

from quizapp.services import accounts
from quizapp.services.context import Context
from quizapp.services.objections import making
from quizapp.services.objections.making import Place
from quizapp.store.queries.people import Person
from tests.factories import make_question
from tests.services.objections.test_objections import FOUNDER, Lesson, answered, newest
from tests.services.quizzes.sittings import a_class
from tests.services.quizzes.test_regrading import everything
from tests.web.conftest import Visit, fields, token
from tests.world import NOON


def who(context: Context, browser: FlaskClient) -> Person:
    """Whose browser it is."""
    cookie = browser.get_cookie("quizapp_session")
    assert cookie is not None
    found = accounts.who(context, cookie.value, NOON)
    assert found is not None
    return found


def lesson_of(context: Context, visit: Visit) -> tuple[str, str, FlaskClient, FlaskClient]:
    """Bob has sat a quiz of Alice's: the question, the attempt, both browsers."""
    alice, bob = visit("Alice", "teacher"), visit("Bob")
    teacher, pupil = who(context, alice), who(context, bob)
    room = a_class(context, teacher, pupil)
    made = Lesson(room, make_question(context, teacher, audience=room.room, **FOUNDER))
    quiz = room.quiz(None, (made.question,), classroom=room.room)
    room.assign(quiz)
    return made.question, made.sit(pupil, quiz, "Clara Bell"), alice, bob


def send(browser: FlaskClient, path: str, **given: str) -> tuple[int, str, str]:
    """Send a form: status, page, where it leads."""
    sent = given | {"csrf_token": token(browser)}
    answer = browser.post(path, data=sent)
    return answer.status_code, answer.text, answer.headers.get("Location", "")


def test_from_the_result_to_the_teacher_and_back(visit: Visit, context: Context) -> None:
    _question, attempt, alice, bob = lesson_of(context, visit)
    carol = visit("Carol", "teacher")
    result = bob.get(f"/attempts/{attempt}/result").text
    address = f"/objections/new?attempt={attempt}&amp;question=1"
    assert address in result
    page = bob.get(address.replace("&amp;", "&")).text
    assert "Clara Bell" in page
    assert "The reading room" in page
    place = {"attempt": attempt, "question": "1"}
    status, page, _ = send(bob, "/objections/new", text="She did.", **place)
    assert (status, "Please say what is wrong." in page, "She did." in page) == (422, True, True)
    sent = send(bob, "/objections/new", reason="answer", text="She did.", **place)
    assert sent[0] == 303
    assert "Received." in bob.get(sent[2]).text
    assert "1 objection waits for you" in alice.get("/").text
    assert "objection" not in carol.get("/").text
    listed = alice.get("/objections").text
    (one,) = set(re.findall(r"/objections/([a-z2-7]{26})", listed))
    assert "Bob: My answer was right" in listed
    for stranger, expected in ((carol, 404), (bob, 403), (visit(), 303)):
        assert stranger.get(f"/objections/{one}").status_code == expected
    assert send(carol, f"/objections/{one}", do="accept")[0] == 404
    assert one not in carol.get("/objections").text
    assert send(alice, f"/objections/{one}", do="answer")[0] == 422
    accepted = send(alice, f"/objections/{one}", do="accept", reply="Good eye.")
    assert accepted[0] == 303
    desk = alice.get(accepted[2]).text
    assert "Accepted. Version 2 takes the answer." in desk
    assert "Change 1 mark" in desk
    assert send(alice, f"/objections/{one}", do="accept")[0] == 409
    home = bob.get("/").text
    assert "You were right: this answer counts now. Good eye." in home
    assert send(bob, "/objections/mine")[0] == 303
    assert "Good eye." not in bob.get("/").text
    assert "Good eye." in bob.get(f"/attempts/{attempt}/result").text


def test_it_is_said_what_accepting_does_not_mend(visit: Visit, context: Context) -> None:
    alice, bob = visit("Alice", "teacher"), visit("Bob")
    teacher, pupil = who(context, alice), who(context, bob)
    room = a_class(context, teacher, pupil)
    make_question(context, teacher, audience=room.room, **FOUNDER)
    key = answered(context, pupil, "Clara Bell", stem=FOUNDER["stem"])
    making.object_to(context, pupil, Place(key), "answer", "", NOON)
    before = everything(context)["reviews"]
    address = f"/objections/{newest(context)}"
    stays = "Answers given in study stay as they were judged."
    assert (
        f"{stays} Their learners are asked again sooner, by the new key." in alice.get(address).text
    )
    status, _page, place = send(alice, address, do="accept")
    assert status == 303
    assert f"Accepted. Version 2 takes the answer. {stays}" in alice.get(place).text
    assert everything(context)["reviews"] == before


def test_correcting_in_the_editor_closes_it(visit: Visit, context: Context) -> None:
    question, attempt, alice, bob = lesson_of(context, visit)
    send(bob, "/objections/new", reason="unclear", attempt=attempt, question="1")
    (one,) = set(re.findall(r"/objections/([a-z2-7]{26})", alice.get("/objections").text))
    page = alice.get(f"/objections/{one}").text
    link = f"/questions/{question}/edit?objection={one}"
    assert link in page
    form = fields(alice.get(link).text)
    assert form["objection"] == one
    kept = form | {"stem": "Who founded the library?", "kind": "short_answer"}
    kept |= {"accept": "", "look_alikes": "", "explanation": "", "extra": "", "hints": ""}
    drafted = alice.post(f"/questions/{question}/edit", data=kept | {"as": "draft"})
    assert drafted.status_code == 303
    assert "Nothing waits" not in alice.get("/objections").text, "a draft corrects nothing yet"
    saved = alice.post(f"/questions/{question}/edit", data=kept | {"base": "2"})
    assert saved.status_code == 303, saved.text
    assert "Nothing waits" in alice.get("/objections").text
    assert "Thank you: the question was corrected." in bob.get("/objections/mine").text


def test_a_session_that_was_over_loses_no_sentence(visit: Visit, context: Context) -> None:
    _question, attempt, _alice, bob = lesson_of(context, visit)
    typed = {"attempt": attempt, "question": "1", "reason": "source", "text": "It says Bell."}
    over = visit()
    page = over.post("/objections/new", data=typed | {"csrf_token": "of another session"})
    assert page.status_code == 401
    assert "It says Bell." in page.text
    again = send(bob, "/objections/new", held="1", **typed)
    assert (again[0], "It says Bell." in again[1]) == (200, True)
    assert "Nothing yet" in bob.get("/objections/mine").text


def test_places_that_are_none_are_not_there(visit: Visit, context: Context) -> None:
    _question, attempt, _alice, bob = lesson_of(context, visit)
    dora = visit("Dora")
    for path in ("", "?answered=no.such.key", f"?attempt={attempt}", "?attempt=x&question=1"):
        assert bob.get(f"/objections/new{path}").status_code == 404
    assert dora.get(f"/objections/new?attempt={attempt}&question=1").status_code == 404
    assert send(dora, "/objections/new", reason="answer", attempt=attempt, question="1")[0] == 404
