"""A quiz over plain forms: sat page by page, saved by script, submitted, read."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from quizapp.core.quizzes.rules import Behaviour, Rules
from quizapp.services import accounts
from quizapp.services.context import Context
from quizapp.store.base import Base
from quizapp.store.models import User
from quizapp.store.queries.people import Person
from tests.services.quizzes.sittings import HELD_BACK, Class, a_class
from tests.web.conftest import Clock, Visit, fields, radios, token
from tests.world import NOON, person, tells

PLAIN = Rules(shuffle_questions=False, shuffle_options=False)


@pytest.fixture
def room(context: Context) -> Class:
    """A class of Alice's."""
    return a_class(context, person(context, "Alice", "teacher"))


def pupil(room: Class, visit: Visit, name: str) -> FlaskClient:
    """The browser of a pupil of the class."""
    browser = visit(name)
    room.join(_who(room.context, browser))
    return browser


def _who(context: Context, browser: FlaskClient) -> Person:
    cookie = browser.get_cookie("quizapp_session")
    assert cookie is not None
    found = accounts.who(context, cookie.value, NOON)
    assert found is not None
    return found


def begin(browser: FlaskClient, quiz: str) -> str:
    """Begin a quiz by its button: the address of the attempt."""
    sent = {"csrf_token": token(browser, f"/quizzes/{quiz}")}
    begun = browser.post(f"/quizzes/{quiz}", data=sent)
    assert begun.status_code == 303, begun.text
    return str(begun.location)


def answer(browser: FlaskClient, attempt: str, text: str, **more: str) -> str:
    """Choose the option with this text on the first open question, or write it; where it leads."""
    page = browser.get(attempt).text
    sent = fields(page) | more
    tokens = radios(page, "choice")
    if tokens:
        texts = re.findall(r'aria-hidden="true">\d+</span><span lang="en">([^<]+)<', page)
        sent["choice"] = tokens[texts.index(text)]
    else:
        sent["text"] = text
    return str(browser.post(attempt, data=sent).location)


def test_a_quiz_is_sat_without_scripts(room: Class, visit: Visit) -> None:
    quiz = room.quiz(PLAIN, ("polar-1.single-choice", "polar-4.date"), instructions="Slowly.")
    room.assign(quiz, due_at=NOON + timedelta(days=13))
    bob = pupil(room, visit, "Bob")
    home = bob.get("/").text
    assert "Quiz: Stations" in home
    assert "in 13 days" in home
    assert "Stations" in bob.get("/quizzes").text
    before = bob.get(f"/quizzes/{quiz}").text
    assert "Slowly." in before
    assert "0 of 1 used" in before
    attempt = begin(bob, quiz)
    assert answer(bob, attempt, "1905–12", go="2") == f"{attempt}?question=2"
    assert answer(bob, attempt, "1801", go="overview") == f"{attempt}/submit"
    overview = bob.get(f"{attempt}/submit")
    assert "Everything is answered" in overview.text
    done = bob.post(f"{attempt}/submit", data={"csrf_token": fields(overview.text)["csrf_token"]})
    assert done.location == f"{attempt}/result"
    result = bob.get(done.location).text
    assert "1 of 2 points" in result
    assert "Statement 1 of the station holds 1905–12." in result
    assert "The answer is 1924." in result
    assert "Polar history" in result
    assert bob.get(attempt).location == f"{attempt}/result"
    assert "Quiz: Stations" not in bob.get("/").text


def test_no_page_tells_an_answer_before_it_is_submitted(room: Class, visit: Visit) -> None:
    quiz = room.quiz(PLAIN, ("polar-4.date", "polar-3.short-answer"))
    room.assign(quiz)
    bob = pupil(room, visit, "Bob")
    attempt = begin(bob, quiz)
    answer(bob, attempt, "1801", go="2")
    pages = [bob.get(f"{attempt}?question={n}").text for n in (1, 2)]
    pages += [bob.get(f"{attempt}/submit").text, bob.get(f"/quizzes/{quiz}").text]
    pages += [bob.get("/facts").text, bob.get("/study").text, bob.get("/sources/polar").text]
    assert not [page for page in pages if "Amélie" in page or tells(page, "1924")]
    locked = bob.get("/facts/polar-4")
    assert locked.status_code == 409
    assert "part of your open quiz" in locked.text


def test_every_address_of_anothers_attempt_is_404(room: Class, visit: Visit) -> None:
    quiz = room.quiz(PLAIN)
    room.assign(quiz)
    attempt = begin(pupil(room, visit, "Bob"), quiz)
    for stranger in (pupil(room, visit, "Dan"), visit("Carol", "teacher"), visit("Eve")):
        csrf = {"csrf_token": token(stranger, "/account")}
        for path in ("", "?question=1", "/submit", "/result"):
            assert stranger.get(attempt + path).status_code == 404, path
        for path in ("", "/submit"):
            assert stranger.post(attempt + path, data=csrf).status_code == 404, path
    assert visit("Eve").get(f"/quizzes/{quiz}").status_code == 404
    assert visit().get(attempt).status_code == 303, "a visitor signs in first"


def test_a_script_saves_without_going_anywhere(room: Class, visit: Visit, clock: Clock) -> None:
    rules = Rules(shuffle_questions=False, time_limit=60, grace=10)
    quiz = room.quiz(rules, ("polar-2.numeric", "polar-4.date"))
    room.assign(quiz)
    bob = pupil(room, visit, "Bob")
    attempt = begin(bob, quiz)
    sent = fields(bob.get(attempt).text)
    quiet = {"X-Save": "1"}
    saved = bob.post(attempt, data=sent | {"text": "7000", "turn": "1"}, headers=quiet)
    assert saved.json == {"saved": True, "notes": ""}
    asked = bob.post(attempt, data=sent | {"text": "so many", "turn": "2"}, headers=quiet)
    assert asked.json is not None
    assert "cannot be read as a number" in asked.json["notes"]
    inside = bob.get(f"{attempt}?question=2", headers={"X-Fragment": "1"}).text
    assert "<html" not in inside
    assert 'data-left="60"' in inside
    clock.forward(seconds=71)
    late = bob.post(attempt, data=sent | {"text": "7", "turn": "3"}, headers=quiet)
    assert (late.status_code, late.json) == (409, {"over": f"{attempt}/result?late=1"})
    result = bob.get(f"{attempt}/result?late=1").text
    assert "The last answer arrived too late" in result
    assert "the time was over" in result


def test_what_is_left_half_done_comes_back_with_what_was_given(room: Class, visit: Visit) -> None:
    quiz = room.quiz(PLAIN, ("polar-2.numeric",))
    room.assign(quiz)
    bob = pupil(room, visit, "Bob")
    attempt = begin(bob, quiz)
    sent = fields(bob.get(attempt).text) | {"text": '"><script>x', "go": "overview"}
    back = bob.post(attempt, data=sent)
    assert back.status_code == 422
    assert fields(back.text)["text"] == '"><script>x'
    assert "<script>x" not in back.text
    assert "Please say it more exactly" in back.text


def test_checking_tells_and_certainty_is_kept(room: Class, visit: Visit) -> None:
    checked = room.quiz(Rules(Behaviour.IMMEDIATE, shuffle_options=False), ("polar-4.date",))
    sure = room.quiz(Rules(Behaviour.CERTAINTY), ("polar-6.date",))
    room.assign(checked)
    room.assign(sure)
    bob = pupil(room, visit, "Bob")
    attempt = begin(bob, checked)
    page = bob.get(answer(bob, attempt, "1801", go="check")).text
    assert "The answer is 1924." in page
    assert "Statement 4 of the station holds 1924." in page
    bob.post(f"{attempt}/submit", data={"csrf_token": fields(page)["csrf_token"]})
    attempt = begin(bob, sure)
    answer(bob, attempt, "1801", go="overview", certainty="sure")
    page = bob.get(f"{attempt}?question=1").text
    assert re.search(r'value="sure" checked', page)
    bob.post(f"{attempt}/submit", data={"csrf_token": fields(page)["csrf_token"]})
    result = bob.get(f"{attempt}/result").text
    assert "0 of 1 points" in result
    assert "You were sure." in result


def test_held_back_results_say_when_they_come(room: Class, visit: Visit, clock: Clock) -> None:
    quiz = room.quiz(HELD_BACK, ("polar-4.date",))
    room.assign(quiz, closes_at=NOON + timedelta(days=3))
    bob = pupil(room, visit, "Bob")
    attempt = begin(bob, quiz)
    answer(bob, attempt, "1924", go="overview")
    sent = {"csrf_token": token(bob, f"{attempt}/submit")}
    bob.post(f"{attempt}/submit", data=sent)
    page = bob.get(f"{attempt}/result").text
    assert "More comes later" in page
    assert "27 November" in page
    assert "points" not in page
    assert "Statement 4" not in page
    clock.forward(days=3)
    page = visit("Bob").get(f"{attempt}/result").text
    assert "1 of 1 points" in page
    assert "Statement 4 of the station holds 1924." in page


@pytest.mark.parametrize("path", ["?question=0", "?question=99999", "?question=9999"])
def test_places_that_there_are_not(room: Class, visit: Visit, path: str) -> None:
    quiz = room.quiz(PLAIN)
    room.assign(quiz)
    bob = pupil(room, visit, "Bob")
    status = bob.get(begin(bob, quiz) + path).status_code
    assert status == (200 if path == "?question=99999" else 404)


def test_a_preview_tells_and_leaves_no_data(room: Class, visit: Visit) -> None:
    quiz = room.quiz(PLAIN, ("polar-4.date", "polar-1.single-choice"))
    alice = visit("Teacher of the class", "teacher")
    assert alice.get(f"/quizzes/{quiz}/preview").status_code == 404, "another teacher's quiz"
    with room.context.store.read() as connection:
        owner = connection.execute(select(User.id).where(User.name == "Alice")).scalar_one()
    session = accounts.open_session(room.context, owner, NOON)
    alice.set_cookie("quizapp_session", session)
    before = _contents(room.context)
    address = f"/quizzes/{quiz}/preview"
    page = alice.get(address, query_string={"seed": "one"}).text
    assert "Nothing is kept" in page
    assert not tells(page, "1924")
    told = alice.post(address, data=fields(page) | {"text": "1801"}).text
    assert "The answer is 1924." in told
    assert "Statement 4 of the station holds 1924." in told
    asked_back = alice.post(address, data=fields(page) | {"text": "soon"})
    assert asked_back.status_code == 422
    page = alice.get(address, query_string={"seed": "one", "question": 2}).text
    chosen = alice.post(address, data=fields(page) | {"choice": radios(page, "choice")[0]}).text
    assert "Right answer" in chosen
    assert alice.get(address, query_string={"question": 3}).status_code == 404
    assert _contents(room.context) == before
    bob = pupil(room, visit, "Bob")
    assert bob.get(address).status_code == 403


def _contents(context: Context) -> dict[str, int]:
    """How many rows each table has."""
    with context.store.read() as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in Base.metadata.sorted_tables
            if table.name != "login_sessions"
        }
