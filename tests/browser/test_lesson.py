"""The lesson: join by code, sit a quiz by keyboard, lose the network, come back, submit, read.

Once with scripts and once without: the same pages, the same result.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from quizapp.core.questions import QuestionKind
from quizapp.core.quizzes.rules import Rules
from quizapp.services import accounts, authoring, classrooms, pictures, quizzes
from quizapp.services.accounts import NewAccount
from quizapp.services.authoring import DraftOption
from quizapp.services.banks import read_bank
from quizapp.services.context import Context, load_secret
from quizapp.services.quizzes import AssignmentDraft, ItemDraft, QuizDraft
from quizapp.settings import Settings
from quizapp.store.engine import Store, make_engine
from quizapp.store.queries.people import Person
from tests.browser.checks import DESK, PHONE
from tests.browser.conftest import OpenPage
from tests.browser.people import PASSWORD, looked_at, sign_up
from tests.factories import make_draft
from tests.pictures import picture
from tests.server import Server

KINDS = (
    QuestionKind.SINGLE_CHOICE,
    QuestionKind.DATE,
    QuestionKind.MULTIPLE_CHOICE,
    QuestionKind.ORDERING,
    QuestionKind.MATCHING,
    QuestionKind.SHORT_ANSWER,
)
QUESTIONS = len(KINDS) + 1
"""The last one is the teacher's own, on a picture."""


@pytest.fixture(scope="module")
def lesson(server: Server) -> Iterator[str]:
    """A class with a quiz of seven kinds on the server: its join code."""
    settings = Settings(data_dir=server.data)
    context = Context(Store(make_engine(settings)), load_secret(settings), settings)
    at = datetime.now(UTC)
    account = NewAccount("Alice", PASSWORD, "en", "UTC", "teacher")
    token = accounts.open_session(context, accounts.create(context, account, at), at)
    alice = accounts.who(context, token, at)
    assert alice is not None
    room = classrooms.create(context, alice, "4B", "UTC", at)
    found = {one.kind: one for one in reversed(read_bank().questions) if one.kind in KINDS}
    questions = (*(found[kind].id for kind in KINDS), _on_a_map(context, alice, room, at))
    items = tuple(ItemDraft(question=one) for one in questions)
    rules = Rules(time_limit=1800, shuffle_questions=False)
    quiz = quizzes.create(context, alice, QuizDraft("Who armed Peru?", "", "", rules, items), at)
    quizzes.set_state(context, alice, quiz, "ready", at)
    due = at + timedelta(days=13)
    quizzes.assign(context, alice, AssignmentDraft(classroom=room, quiz=quiz, due_at=due), at)
    yield classrooms.classroom(context, alice, room, at).code
    context.store.close()


def _on_a_map(context: Context, teacher: Person, room: str, at: datetime) -> str:
    """A question for a region of a picture, in this class: its public id."""
    places = {"lake": ("10", "10"), "wood": ("60", "20"), "town": ("35", "65")}
    draft = make_draft(
        kind=QuestionKind.IMAGE_REGIONS,
        audience=room,
        stem="Where is the lake?",
        picture=pictures.take(context, teacher, picture(size=(900, 600), colour="tan"), at),
        picture_alt="A map of three places",
        options=tuple(
            DraftOption(name, name == "lake", shape="round", x=x, y=y, width="25", height="30")
            for name, (x, y) in places.items()
        ),
    )
    key = authoring.form_key(context, teacher)
    return authoring.save_new(context, teacher, key, draft, at)


def press(page: Page, name: str) -> None:
    """Press a button or link by keyboard, as somebody does who has no mouse."""
    target = page.get_by_role("button", name=name, exact=True)
    target = target.or_(page.get_by_role("link", name=name, exact=True)).locator("visible=true")
    target.first.focus()
    page.keyboard.press("Enter")


def at_question(page: Page, number: int) -> None:
    """Wait until this question stands there."""
    expect(page.locator(".count > span").last).to_have_text(f"{number} of {QUESTIONS}")


def choose_in_selects(page: Page) -> None:
    """Give every line a partner or a place, each another one, by the arrow keys."""
    for number, select in enumerate(page.locator("select:visible").all(), start=1):
        select.focus()
        for _ in range(number):
            page.keyboard.press("ArrowDown")


def choose(page: Page, number: int, *, scripts: bool) -> None:
    """Choose an option by its digit, or by Tab and Space where no script listens."""
    if scripts:
        page.keyboard.press(str(number))
    else:
        page.locator("input[name=choice]").nth(number - 1).focus()
        page.keyboard.press("Space")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_a_lesson(lesson: str, server: Server, open_page: OpenPage, *, scripts: bool) -> None:
    look = (PHONE if scripts else DESK).but(scripts=scripts)
    page = open_page(server, look, "net::ERR_INTERNET_DISCONNECTED")
    _join_and_begin(page, server, lesson, "Bob" if scripts else "Dan")
    at_question(page, 1)
    looked_at(page)
    choose(page, 1, scripts=scripts)
    if scripts:
        expect(page.locator("[data-saving]")).to_have_text("Saved")
        expect(page.locator(".timer time")).to_contain_text("29:")
    press(page, "Save and next")
    at_question(page, 2)
    if scripts:
        _lose_the_network(page)
    else:
        page.locator("#text").fill("1896")
        page.keyboard.press("Enter")
    at_question(page, 3)
    choose(page, 1, scripts=scripts)
    choose(page, 2, scripts=scripts)
    press(page, "Save and next")
    at_question(page, 4)
    looked_at(page)
    if scripts:
        page.keyboard.press("1")
        page.keyboard.press("ArrowDown")
    else:
        choose_in_selects(page)
    press(page, "Save and next")
    at_question(page, 5)
    choose_in_selects(page)
    press(page, "Save and next")
    at_question(page, 6)
    press(page, "Save and next")
    at_question(page, QUESTIONS)
    _choose_on_the_map(page, scripts=scripts)
    press(page, "Save and finish")
    expect(page.get_by_text("1 question is still open")).to_be_visible()
    looked_at(page)
    press(page, "Submit")
    _read_the_result(page)


def _join_and_begin(page: Page, server: Server, code: str, name: str) -> None:
    page.goto(f"{server.url}/account/sign-up")
    sign_up(page, name)
    page.wait_for_url(f"{server.url}/")
    page.goto(f"{server.url}/join/{code}")
    press(page, "Join this class")
    expect(page.locator("h1")).not_to_have_text("4B")
    page.goto(server.url)
    page.get_by_role("link", name="Quiz: Who armed Peru?").press("Enter")
    expect(page.get_by_text("30 minutes")).to_be_visible()
    looked_at(page)
    press(page, "Begin")


def _lose_the_network(page: Page) -> None:
    """What is typed without a network is kept, outlives the page, and is sent when it is back."""
    page.context.set_offline(offline=True)
    page.locator("#text").fill("1896")
    expect(page.get_by_text("No connection")).to_be_visible()
    looked_at(page)
    press(page, "Save and next")
    at_question(page, 2)
    page.context.set_offline(offline=False)
    page.reload()
    expect(page.locator("#text")).to_have_value("1896")
    expect(page.locator("[data-saving]")).to_have_text("Saved")
    page.locator("#text").press("Enter")


def _choose_on_the_map(page: Page, *, scripts: bool) -> None:
    """By key: the places are named by where they lie, and marked on the picture once chosen."""
    expect(page.get_by_role("img", name="A map of three places")).to_be_visible()
    lake = page.get_by_role("radio", name=re.compile("top left"))
    choose(page, int(lake.get_attribute("data-number") or ""), scripts=scripts)
    expect(lake).to_be_checked()
    looked_at(page)
    press(page, "Save and finish")
    page.locator("a.slot.is-saved").last.press("Enter")
    at_question(page, QUESTIONS)
    expect(lake).to_be_checked()


def _read_the_result(page: Page) -> None:
    page.wait_for_url("**/result")
    expect(page.get_by_text(f"of {QUESTIONS} points")).to_be_visible()
    expect(page.locator(".result-question")).to_have_count(QUESTIONS)
    on_map = page.locator(".result-question").last
    expect(on_map.locator(".spot.is-right")).to_have_count(1)
    expect(on_map.locator(".option.is-right")).to_contain_text("lake")
    assert page.locator(".result-question .source a").count() >= len(KINDS)
    date = page.locator(".result-question").nth(1)
    expect(date).to_contain_text("1896")
    looked_at(page)
    press(page, "Today")
    expect(page.get_by_role("link", name="Quiz: Who armed Peru?")).to_have_count(0)
