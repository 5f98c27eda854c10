"""Scripts in every text field of every form: none of them ever runs, wherever its text turns up."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext
from sqlalchemy import select
from werkzeug.serving import make_server

from quizapp.app import create_app
from quizapp.core.quizzes.rules import Rules
from quizapp.services import quizzes
from quizapp.services.context import Context
from quizapp.services.quizzes import ItemDraft, QuizDraft
from quizapp.store.engine import Store
from quizapp.store.models import Classroom
from quizapp.store.queries.people import Person
from tests.browser.payloads import MAIN, PAYLOADS, Reader, Walker, text_fields
from tests.browser.watch import Watch
from tests.services.quizzes.essay_desk import RUBRIC, desk
from tests.services.quizzes.sittings import a_class
from tests.web.conftest import Clock
from tests.world import NOON, context_on, signed_in

PRESS = "nothing is typed: a press alone"
UNSENT = {
    "account.first_admin": "the fields of a sign-up, and there is an admin",
    "account.sign_out": PRESS,
    "account.sign_out_everywhere": PRESS,
    "classrooms.archive": PRESS,
    "classrooms.delete_group": PRESS,
    "classrooms.leave": PRESS,
    "classrooms.remove_pupil": PRESS,
    "classrooms.restore": PRESS,
    "facts.drop": PRESS,
    "facts.keep": PRESS,
    "objections.mine": PRESS,
    "quizmaking.change_marks": PRESS,
    "quizmaking.release": PRESS,
    "quizmaking.undo_regrade": PRESS,
    "quizmaking.withdraw": PRESS,
    "study.hint": PRESS,
    "study.reveal": PRESS,
    "study.undo": PRESS,
}
"""Endpoints that take a form to which no walk comes, and why that is right."""
ASKED = ("1.date", "2.numeric", "3.short-answer", "4.single-choice")
"""The questions of the quiz, of the small bank."""
CHOSEN = {"authoring.QuestionForm.right"}
"""Fields that are declared as text and shown as radio buttons."""
CURE = "let a walk begin at a page that leads there, or say in UNSENT why none can"
LOOK = """() => ({
  hit: window.hit,
  live: [...document.querySelectorAll('*')].filter(one =>
    [...one.attributes].some(a => a.name.startsWith('on') || /^\\s*javascript:/i.test(a.value)))
    .filter(one => !one.matches('input, textarea, option, button, [data-key]')).length,
  computed: document.documentElement.outerHTML.includes('q49z'),
  shown: document.documentElement.outerHTML.includes('window.hit'),
})"""


@pytest.fixture
def engine_url(sqlite_url: str) -> str:
    """One kind of database: what pages say does not depend on it."""
    return sqlite_url


@pytest.fixture
def context(store: Store, tmp_path: Path) -> Context:
    """The small bank."""
    return context_on(store, tmp_path)


@pytest.fixture
def app(context: Context, clock: Clock) -> Flask:
    """The application, with unexpected errors let through."""
    return create_app(context.settings, context.store, clock, testing=True)


@pytest.fixture
def clock() -> Clock:
    """The time that the application is told."""
    return Clock()


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """The application on a port of this machine."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join(30)
        server.server_close()


def people(app: Flask, context: Context) -> dict[str, tuple[Walker, str]]:
    """A visitor, and three whose very names are scripts; each with the session's token."""
    found = {"visitor": (Walker(app, app.test_client()), "")}
    known: dict[str, Person] = {}
    for number, role in enumerate(("admin", "teacher", "student")):
        client = app.test_client()
        person, token = signed_in(context, f"{MAIN}{number}", role)
        known[role] = person
        client.set_cookie("quizapp_session", token)
        found[role] = (Walker(app, client), token)
    give_quiz(context, known["teacher"], known["student"])
    give_essay(context, known["teacher"], known["student"])
    return found


def give_quiz(context: Context, teacher: Person, student: Person) -> None:
    """A quiz whose words are scripts, before the student: typed answers, a choice, a draw."""
    room = a_class(context, teacher, student)
    items = [ItemDraft(question=f"polar-{one}") for one in ASKED]
    items.append(ItemDraft(topics=("People",), count=1))
    draft = QuizDraft(title=MAIN, instructions=MAIN, rules=Rules(attempts=0), items=tuple(items))
    quiz = quizzes.create(context, teacher, draft, NOON)
    quizzes.set_state(context, teacher, quiz, "ready", NOON)
    room.assign(quiz)


def give_essay(context: Context, teacher: Person, student: Person) -> None:
    """An essay whose words are scripts, handed in, so that the teacher has something to mark."""
    options = tuple(replace(one, text=f"{MAIN} {one.points}") for one in RUBRIC)
    words = {"stem": MAIN, "options": options, "model": MAIN}
    desk(context, teacher, student, words=words).write(student, MAIN)


def look_at(context: BrowserContext, walker: Walker) -> dict[str, bool]:
    """Open every page that the walk found; which endpoints show a payload's text."""
    shown: dict[str, bool] = {}
    page = context.new_page()
    for endpoint, paths in walker.paths.items():
        for path in paths:
            page.goto(path)
            seen = page.evaluate(LOOK)
            assert seen["hit"] is None, f"a script ran on {path}"
            assert not seen["live"], f"something on {path} could run"
            assert not seen["computed"], path
            shown[endpoint] = shown.get(endpoint, False) or seen["shown"]
    page.close()
    return shown


def test_scripts_that_people_type_never_run(
    app: Flask, context: Context, clock: Clock, browser: Browser
) -> None:
    walkers = people(app, context)
    walk(walkers, context, clock)
    sent = {endpoint for walker, _ in walkers.values() for endpoint in walker.sent}
    unsent = posts(app) - sent - set(UNSENT)
    assert not unsent, f"no walk came to a form for {', '.join(sorted(unsent))}: {CURE}"
    uncovered = left_out(walkers) - CHOSEN
    assert not uncovered, f"no page leads to these fields: {', '.join(sorted(uncovered))}"
    shown: dict[str, bool] = {}
    with served(app) as url:
        for role, (walker, token) in walkers.items():
            opened = browser.new_context(base_url=url)
            if token:
                opened.add_cookies([{"name": "quizapp_session", "value": token, "url": url}])
            watch = Watch(opened, url)
            shown |= {place: True for place, here in look_at(opened, walker).items() if here}
            opened.close()
            assert watch.complaints == [], role
    assert {"account.index", "home.index", "classrooms.index", "authoring.detail"} <= set(shown)


def walk(walkers: dict[str, tuple[Walker, str]], context: Context, clock: Clock) -> None:
    """Everybody through everything, twice: the second time what the others made is there."""
    visitor, admin, teacher, student = (walker for walker, _ in walkers.values())
    for payload in PAYLOADS:
        visitor.walk(payload)
        teacher.walk(payload)
        student.walk(payload, *(f"/join/{code}" for code in join_codes(context)))
        hand_in(student, payload)
        student.study(payload, 16, lambda: clock.forward(minutes=12))
        admin.walk(payload)
        teacher.walk(payload)


def hand_in(student: Walker, payload: str) -> None:
    """Submit every quiz that was begun."""
    begun = {path.partition("?")[0] for path in student.paths.get("quizzes.attempt", ())}
    for path in sorted(f"{one}/submit" for one in begun):
        read = student.read(student.client.get(path), path)
        for form in read.forms:
            student.send(form, path, payload)


def join_codes(context: Context) -> list[str]:
    with context.store.read() as connection:
        return list(connection.execute(select(Classroom.join_code)).scalars())


def posts(app: Flask) -> set[str]:
    """The endpoints that take a form."""
    return {rule.endpoint for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ())}


def left_out(walkers: dict[str, tuple[Walker, str]]) -> set[str]:
    """Text fields that forms declare and that no walk sent a script in."""
    sent = {
        (endpoint.partition(".")[0], name)
        for walker, _ in walkers.values()
        for endpoint, name in walker.covered
    }
    parts = {(room, name.rpartition("-")[2]) for room, name in sent}  # of forms within forms
    return {
        f"{room}.{form}.{name}"
        for room, form, name in text_fields()
        if (room, name) not in sent | parts
    }


def test_a_page_that_runs_what_was_typed_is_noticed(browser: Browser) -> None:
    page = browser.new_page()
    for payload in PAYLOADS:
        page.set_content(f"<p>{payload}</p>")
        page.wait_for_function("window.hit !== undefined")
        assert Reader(f"<p>{payload}</p>").live
    page.set_content(f'<a href="{PAYLOADS[1]}">here</a>')
    assert page.evaluate(LOOK)["live"] == 1
    page.close()
