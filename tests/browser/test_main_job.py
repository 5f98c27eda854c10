"""The whole main job in a real browser, as its three people do it."""

from __future__ import annotations

import csv
import io

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checks import DESK, PHONE, Look
from tests.browser.conftest import OpenPage
from tests.browser.people import Sitting, looked_at, sign_up
from tests.server import Server

WANTED_KINDS = {"single_choice", "date", "numeric", "short_answer", "flashcard"}
LOOKS = [
    pytest.param(PHONE, id="scripts"),
    pytest.param(PHONE.but(dark=True, scripts=False), id="no-scripts-dark"),
]


@pytest.fixture
def own_server(start_server: object, tmp_path: object) -> Server:
    """A server that nobody has used yet: its one-time link still works."""
    return start_server(tmp_path)  # type: ignore[operator,no-any-return]


def visitor_tries_a_question(page: Page) -> None:
    page.goto("/")
    looked_at(page)
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Show the answer").click()
    expect(page.locator("#verdict")).to_contain_text("paragraph")
    looked_at(page)


def teacher_begins(page: Page, server: Server) -> str:
    """Sign up by the one-time link and make a classroom; its join code."""
    page.goto(server.admin_link)
    looked_at(page)
    sign_up(page, "Rosa")
    page.get_by_label("Name").fill("4B History")
    looked_at(page)
    page.get_by_role("button", name="Make the classroom").click()
    code = page.locator(".join-code").inner_text()
    looked_at(page)
    return code


def pupil_studies(page: Page, look: Look) -> Sitting:
    """At least 12 facts of 5 kinds by keyboard, with right, wrong and near-miss answers."""
    page.goto("/study")
    sitting = Sitting(page, look.scripts)
    near = False
    for number in range(150):
        if sitting.at_end():
            looked_at(page)
            page.goto("/study?more=1")
        near = near or "spelled" not in sitting.said
        sitting.answer(right=number % 5 != 2, near=near and number % 5 != 2)
        near = "spelled" not in sitting.said
        sitting.go_on()
        enough = len(sitting.facts) >= 12 and sitting.kinds >= WANTED_KINDS
        if enough and "spelled" in sitting.said:
            break
    assert len(sitting.facts) >= 12
    assert sitting.kinds >= WANTED_KINDS
    assert {"Right.", "Not yet.", "spelled"} <= sitting.said
    return sitting


def teacher_writes_a_question(page: Page) -> None:
    page.goto("/questions/new")
    looked_at(page)
    page.get_by_label("For", exact=True).select_option(label="4B History")
    page.get_by_label("The fact in one sentence").fill("Our museum of the missions is in Lima.")
    page.get_by_label("Topic").fill("Our town")
    page.get_by_label("Question", exact=True).fill("In which city is our museum of the missions?")
    for number, city in enumerate(("Lima", "Cusco", "Tacna"), start=1):
        page.get_by_label(f"Option {number}", exact=True).fill(city)
    page.get_by_role("button", name="Save the question").locator("visible=true").click()
    expect(page.locator("main")).to_contain_text("In which city is our museum of the missions?")
    looked_at(page)


def pupil_is_asked_it(sitting: Sitting) -> None:
    sitting.page.goto("/study?more=1")
    for _ in range(60):
        if "our museum of the missions" in sitting.stem():
            sitting.answer()
            expect(sitting.page.locator("#verdict")).to_contain_text("No source named")
            return
        sitting.answer()
        sitting.go_on()
    raise AssertionError("the teacher's question never came")


@pytest.mark.parametrize("look", LOOKS)
def test_student_and_teacher(own_server: Server, open_page: OpenPage, look: Look) -> None:
    teacher = open_page(own_server, DESK.but(scripts=look.scripts, dark=look.dark))
    code = teacher_begins(teacher, own_server)

    pupil = open_page(own_server, look)
    visitor_tries_a_question(pupil)
    pupil.goto("/account/sign-up")
    looked_at(pupil)
    sign_up(pupil, "Elena")
    expect(pupil.locator("h1")).to_contain_text("new facts")
    looked_at(pupil)

    sitting = pupil_studies(pupil, look)

    pupil.goto("/join")
    looked_at(pupil)
    pupil.get_by_label("Code", exact=False).fill(code)
    pupil.keyboard.press("Enter")
    expect(pupil.locator("main")).to_contain_text("4B History")
    looked_at(pupil)

    teacher_writes_a_question(teacher)
    pupil_is_asked_it(sitting)

    pupil.goto("/progress")
    expect(pupil.locator("main")).to_contain_text("Our town")
    expect(pupil.locator("main")).to_contain_text("9 times in 10")
    looked_at(pupil)
    for path in ("/", "/facts", "/account", "/sources/peru-missions", "/how-it-works"):
        pupil.goto(path)
        looked_at(pupil)

    teacher.goto("/reports")
    looked_at(teacher)
    teacher.locator("main").get_by_role("link", name="4B History").first.click()
    expect(teacher.locator("h1")).to_contain_text("4B History")
    looked_at(teacher)
    row = teacher.locator("tr").filter(has_text="Elena").first
    shown = row.inner_text().split("\n")
    rows = list(csv.DictReader(io.StringIO(csv_of(teacher))))
    elena = next(line for line in rows if "Elena" in line.values())
    assert any("Our town" in heading for heading in elena)
    told = " ".join(shown)
    numbers = [value for value in elena.values() if value and value.isdigit()]
    assert numbers
    assert any(number in told for number in numbers)


def csv_of(page: Page) -> str:
    """The CSV that the page links to, as the browser would save it."""
    link = page.get_by_role("link", name="CSV").get_attribute("href")
    assert link is not None
    answer = page.request.get(link)
    assert answer.ok
    return answer.text().removeprefix("\ufeff")
