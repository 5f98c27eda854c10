"""The teacher's evening with a quiz: chosen and drawn questions, assigned, watched, reported.

Once with scripts and once without: the same steps, the same pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from quizapp.services import accommodations, accounts, classrooms
from quizapp.services.accounts import NewAccount
from quizapp.services.context import Context, load_secret
from quizapp.settings import Settings
from quizapp.store.engine import Store, make_engine
from quizapp.store.queries.accommodations import Accommodation
from quizapp.store.queries.people import Person
from tests.browser.checks import DESK, PHONE
from tests.browser.conftest import OpenPage
from tests.browser.people import PASSWORD, looked_at
from tests.server import Server


@dataclass(frozen=True, slots=True)
class School:
    """Who is there: a teacher, and two pupils of 4B, one with half as much time again."""

    teacher: str
    slow: str
    usual: str


@pytest.fixture(scope="module")
def school(server: Server) -> Iterator[School]:
    settings = Settings(data_dir=server.data)
    context = Context(Store(make_engine(settings)), load_secret(settings), settings)
    at = datetime.now(UTC)

    def somebody(name: str, role: str) -> Person:
        account = NewAccount(name, PASSWORD, "en", "UTC", role)
        token = accounts.open_session(context, accounts.create(context, account, at), at)
        found = accounts.who(context, token, at)
        assert found is not None
        return found

    rosa = somebody("Rosa", "teacher")
    room = classrooms.create(context, rosa, "4B", "UTC", at)
    code = classrooms.classroom(context, rosa, room, at).code
    pupils = [somebody(name, "student") for name in ("Elena", "Hugo")]
    for pupil in pupils:
        classrooms.join(context, pupil, code, at)
    granted = Accommodation(time_percent=150)
    accommodations.grant(context, rosa, room, pupils[0].public_id, granted, 0, at)
    yield School("Rosa", "Elena", "Hugo")
    context.store.close()


def sign_in(page: Page, server: Server, name: str) -> None:
    page.goto(f"{server.url}/account/sign-in")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{server.url}/")


def press(page: Page, name: str) -> None:
    """Press a button by keyboard and wait for the page that answers."""
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).first.press("Enter")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_an_evening(school: School, server: Server, open_page: OpenPage, *, scripts: bool) -> None:
    page = open_page(server, DESK.but(scripts=scripts))
    title = "Before 1930" if scripts else "Before 1930, plain"
    sign_in(page, server, school.teacher)
    page.goto(f"{server.url}/quizzes/new")
    _choose_and_draw(page, title)
    edit = page.url
    looked_at(page)
    _assign(page, edit)
    watching = page.url
    pupil = open_page(server, PHONE.but(scripts=scripts))
    for name, minutes in ((school.slow, "1 hour"), (school.usual, "40 minutes")):
        sign_in(pupil, server, name)
        pupil.get_by_role("link", name=f"Quiz: {title}", exact=True).click()
        expect(pupil.locator("main").get_by_text(minutes).first).to_be_visible()
        if name == school.slow:
            pupil.context.clear_cookies()
    press(pupil, "Begin")
    page.goto(watching)
    row = page.get_by_role("row").filter(has_text="Hugo")
    expect(row).to_contain_text("at work")
    expect(row).to_contain_text("0 of 7")
    expect(page.get_by_role("row").filter(has_text="Elena")).to_contain_text("more time")
    looked_at(page)
    pupil.goto(pupil.url.split("?")[0] + "/submit")
    press(pupil, "Submit")
    page.goto(edit.replace("/quizzes/", "/reports/quizzes/").removesuffix("/edit"))
    expect(page.get_by_role("row").filter(has_text="Hugo")).to_contain_text("0 %")
    looked_at(page)


def _choose_and_draw(page: Page, title: str) -> None:
    """Two questions by words, five by chance from a topic, forty minutes, ready."""
    page.get_by_role("searchbox", name="Find questions").fill("missions")
    press(page, "Find")
    for box in page.locator("input[name=chosen]").all()[:2]:
        box.check()
    press(page, "Add the chosen ones")
    press(page, "Add a random draw")
    page.locator("select[name='items-2-topic']").select_option(index=1)
    page.get_by_label("Title").fill(title)
    page.get_by_label("Time limit in minutes").fill("40")
    first = page.locator(".quiz-line .serif").first.inner_text()
    press(page, "Move line 1 down")
    expect(page.locator(".quiz-line .serif").nth(1)).to_have_text(first)
    expect(page.get_by_label("Title")).to_have_value(title)
    press(page, "Save and make ready")
    expect(page.get_by_text("Ready · 7 questions")).to_be_visible()


def _assign(page: Page, edit: str) -> None:
    """To the whole class; ends at the list of who is sitting it."""
    page.goto(edit.replace("/edit", "/assign"))
    page.get_by_label("Due").fill("2099-12-04T08:00")
    looked_at(page)
    press(page, "Assign")
    page.get_by_role("link", name="Watch").click()
    expect(page.get_by_text("not begun").first).to_be_visible()
