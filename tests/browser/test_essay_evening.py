"""A pupil writes an essay in a quiz by keyboard, the teacher marks it by keyboard, both read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from quizapp.core.questions import QuestionKind
from quizapp.core.quizzes.rules import Rules
from quizapp.services import accounts, authoring, classrooms, quizzes
from quizapp.services.accounts import NewAccount
from quizapp.services.authoring import DraftOption
from quizapp.services.context import Context, load_secret
from quizapp.services.quizzes import AssignmentDraft, ItemDraft, QuizDraft
from quizapp.settings import Settings
from quizapp.store.engine import Store, make_engine
from tests.browser.checks import PHONE
from tests.browser.conftest import OpenPage
from tests.browser.people import PASSWORD, looked_at, sign_up
from tests.browser.test_lesson import press
from tests.factories import make_draft
from tests.server import Server

TEXT = "The old one was too small, and its roof leaked."
MORE = " So the town built a new one."
COMMENT = "Two good reasons. Name the year too."
NARROW = PHONE.but(width=320, dark=True)


@dataclass(frozen=True, slots=True)
class Room:
    """A class with a quiz of one essay: its join code, and the quiz's address."""

    code: str
    quiz: str


@pytest.fixture(scope="module")
def room(server: Server) -> Iterator[Room]:
    """The class on the server, its teacher is Alice."""
    settings = Settings(data_dir=server.data)
    context = Context(Store(make_engine(settings)), load_secret(settings), settings)
    at = datetime.now(UTC)
    account = NewAccount("Alice", PASSWORD, "en", "UTC", "teacher")
    token = accounts.open_session(context, accounts.create(context, account, at), at)
    alice = accounts.who(context, token, at)
    assert alice is not None
    room = classrooms.create(context, alice, "4B", "UTC", at)
    draft = make_draft(
        kind=QuestionKind.ESSAY,
        audience=room,
        stem="Why was the library rebuilt?",
        options=(DraftOption("names two reasons", points="4"), DraftOption("clear", points="10")),
        model="It was too small, and the roof leaked.",
        words="12",
    )
    key = authoring.form_key(context, alice)
    question = authoring.save_new(context, alice, key, draft, at)
    items = (ItemDraft(question=question, points=7),)
    quiz = quizzes.create(context, alice, QuizDraft("The library", "", room, Rules(), items), at)
    quizzes.set_state(context, alice, quiz, "ready", at)
    quizzes.assign(context, alice, AssignmentDraft(classroom=room, quiz=quiz), at)
    yield Room(classrooms.classroom(context, alice, room, at).code, quiz)
    context.store.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_an_essay_is_written_and_marked(
    room: Room, server: Server, open_page: OpenPage, *, scripts: bool
) -> None:
    look = NARROW.but(scripts=scripts)
    pupil = open_page(server, look, "net::ERR_INTERNET_DISCONNECTED")
    _begin(pupil, server, room, "Bob" if scripts else "Dan")
    looked_at(pupil)
    _write(pupil, scripts=scripts)
    expect(pupil.get_by_text("Waiting for your teacher.")).to_be_visible()
    expect(pupil.get_by_text("Provisional", exact=True)).to_be_visible()
    looked_at(pupil)

    teacher = open_page(server, look)
    teacher.goto(f"{server.url}/account/sign-in")
    sign_up(teacher, "Alice")
    teacher.get_by_role("link", name="The library").press("Enter")
    press(teacher, "Why was the library rebuilt?")
    expect(teacher.get_by_text("names two reasons")).to_be_visible()
    looked_at(teacher)
    _mark(teacher, scripts=scripts)

    pupil.reload()
    expect(pupil.get_by_text("Marked.")).to_be_visible()
    expect(pupil.get_by_text("6 of 7 points")).to_be_visible()
    card = pupil.locator(".verdict.card")
    for said in ("3 of 4", "9 of 10", COMMENT, "It was too small, and the roof leaked."):
        expect(card).to_contain_text(said)
    looked_at(pupil)


def test_a_long_text_is_saved_seldom_and_at_once_when_it_is_left(
    room: Room, server: Server, open_page: OpenPage
) -> None:
    """By the browser's own clock, which stands still unless it is moved."""
    page = open_page(server, NARROW)
    page.clock.install()
    _begin(page, server, room, "Eve")
    saved: list[str] = []
    page.on("request", lambda one: saved.append(one.url) if "x-save" in one.headers else None)
    said = page.locator("[data-saving]")
    field = page.locator("#text")
    field.fill("word " * 1000)
    page.clock.run_for(39_000)
    assert saved == []
    page.clock.run_for(2_000)
    expect(said).to_have_text("Saved")
    field.press("x")
    expect(said).to_have_text("")
    page.get_by_role("link", name="Leave").focus()
    expect(said).to_have_text("Saved")
    assert len(saved) == 2
    page.reload()
    expect(field).to_have_value(re.compile("x"))


def _begin(page: Page, server: Server, room: Room, name: str) -> None:
    page.goto(f"{server.url}/account/sign-up")
    sign_up(page, name)
    page.wait_for_url(f"{server.url}/")
    page.goto(f"{server.url}/join/{room.code}")
    press(page, "Join this class")
    expect(page.locator("h1")).not_to_have_text("4B")
    page.goto(f"{server.url}/quizzes/{room.quiz}")
    press(page, "Begin")
    expect(page.get_by_text("About 12 words are expected.")).to_be_visible()
    expect(page.get_by_text("names two reasons")).to_be_visible()


def _write(page: Page, *, scripts: bool) -> None:
    """Type; with scripts the network goes in the middle, the page is left, and all is there."""
    field = page.locator("#text")
    field.focus()
    page.keyboard.type(TEXT)
    if scripts:
        expect(page.get_by_text("10 words")).to_be_visible()
        page.context.set_offline(offline=True)
        page.keyboard.type(MORE)
        press(page, "Save and finish")
        expect(page.get_by_text("No connection")).to_be_visible()
        looked_at(page)
        page.context.set_offline(offline=False)
        page.reload()
        expect(field).to_have_value(TEXT + MORE)
    else:
        page.keyboard.type(MORE)
    press(page, "Save and finish")
    expect(page.get_by_text("Everything is answered")).to_be_visible()
    press(page, "Submit")
    page.wait_for_url("**/result")


def _mark(page: Page, *, scripts: bool) -> None:
    """Radios by arrows, a number, a comment: half done it is a draft, whole it counts."""
    expect(page.get_by_text(TEXT + MORE)).to_be_visible()
    press(page, "Hide names")
    expect(page.get_by_text("Show names")).to_be_visible()
    expect(page.locator("main")).not_to_contain_text("Bob" if scripts else "Dan")
    page.locator("input[name='points-0']").nth(2).focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    page.locator("#comment").focus()
    page.keyboard.type(COMMENT)
    if scripts:
        expect(page.locator("[data-saving]")).to_have_text("Kept as a draft")
        page.reload()
        expect(page.locator("#comment")).to_have_value(COMMENT)
        page.locator("#comment").focus()
        page.keyboard.press("Control+Enter")
    else:
        press(page, "Save and next")
    expect(page.get_by_text("Criterion 2 has no points")).to_be_visible()
    expect(page.locator("#comment")).to_have_value(COMMENT)
    looked_at(page)
    page.locator("#points-1").focus()
    page.keyboard.type("9")
    page.keyboard.press("Enter")
    expect(page.get_by_text("All essays of this quiz are marked.")).to_be_visible()
    looked_at(page)
