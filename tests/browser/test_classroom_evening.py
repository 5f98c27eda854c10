"""The first evening of a new class: thirty pupils by list, slips, a group, a colleague, more time.

The teacher works by keyboard, once at a desk with scripts and once on a small dark phone without.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checks import DESK, PHONE, Look
from tests.browser.conftest import OpenPage
from tests.browser.people import PASSWORD, looked_at, sign_up
from tests.browser.travellers import command
from tests.server import StartServer

NAMES = [f"Pupil {number:02}" for number in range(1, 29)]
LIST = "\n".join(["Name;Group", "Elena Quispe;Readers", "ELENA QUISPE;", "<b>Hugo</b>;", *NAMES])
LOOKS = [
    pytest.param(DESK, id="desk"),
    pytest.param(PHONE.but(width=320, dark=True, scripts=False), id="phone-no-scripts"),
]


def press(page: Page, name: str, role: str = "button") -> None:
    """Press a button or follow a link by keyboard, and wait for the page that it leads to."""
    one = page.get_by_role(role, name=name, exact=True).locator("visible=true").first  # type: ignore[arg-type]
    one.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")


def write(page: Page, label: str, text: str) -> None:
    """Fill a field by keyboard."""
    page.get_by_label(label, exact=True).first.focus()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(text)


def thirty_by_list(page: Page) -> None:
    """Paste a list with one name twice, mend the row in place, save them all."""
    press(page, "Add by list", "link")
    looked_at(page)
    write(page, "One pupil in each line", LIST)
    press(page, "Look at the list")
    expect(page.locator(".summary")).to_contain_text("1 line needs a look")
    expect(page.locator(".roster-row")).to_have_count(31)
    looked_at(page)
    press(page, "Save the list")
    expect(page.locator(".roster-row.is-faulty")).to_have_count(1)
    write(page, "Name in line 2", "Elena Quispe Alva")
    press(page, "Save the list")
    expect(page.locator(".messages")).to_contain_text("31 accounts made.")


def slips(page: Page) -> str:
    """Print the slips; Elena's code."""
    looked_at(page)
    press(page, "Make the slips")
    expect(page.locator(".slip")).to_have_count(31)
    looked_at(page)
    name = page.get_by_role("heading", name="Elena Quispe", exact=True)
    mine = page.locator(".slip").filter(has=name)
    return mine.locator(".join-code").inner_text()


def pupil_comes_in(page: Page, code: str) -> None:
    """Choose a password with the code of the slip, and find the class."""
    page.goto("/account/code")
    write(page, "Name", "elena quispe")
    write(page, "One-time code", code.lower())
    write(page, "New password", PASSWORD)
    press(page, "Set the password")
    page.goto("/classrooms")
    press(page, "4B History", "link")
    expect(page.locator("main")).to_contain_text("Readers")


def more_time(page: Page) -> None:
    """Grant Elena half as much time again."""
    press(page, "Elena Quispe", "link")
    page.get_by_label("Time in quizzes").select_option(label="1.5×")
    page.get_by_label("Speed does not count").focus()
    page.keyboard.press("Space")
    press(page, "Save")
    expect(page.locator("main")).to_contain_text("1.5× the usual time, speed does not count")
    looked_at(page)


def another_in_the_group(page: Page) -> None:
    """Put one more pupil into the group that the list made."""
    press(page, "Arrange", "link")
    press(page, "Readers", "link")
    looked_at(page)
    page.get_by_label("<b>Hugo</b>").focus()
    page.keyboard.press("Space")
    press(page, "Save")
    expect(page.locator("main .list")).to_contain_text("2 learners")


def colleague_comes_along(teacher: Page, colleague: Page, place: str) -> None:
    """Ask Carol, who accepts and sees the class."""
    teacher.goto(place)
    press(teacher, "Change", "link")
    write(teacher, "Name of the teacher", "Carol")
    press(teacher, "Ask")
    looked_at(teacher)
    colleague.goto("/account/sign-in")
    write(colleague, "Name", "Carol")
    write(colleague, "Password", PASSWORD)
    press(colleague, "Sign in")
    assert colleague.goto(place).status == 404  # type: ignore[union-attr]
    colleague.goto("/classrooms")
    looked_at(colleague)
    press(colleague, "Teach it")
    expect(colleague.locator(".people tbody tr")).to_have_count(31)


@pytest.mark.parametrize("look", LOOKS)
def test_the_first_evening_of_a_class(
    start_server: StartServer, tmp_path: Path, open_page: OpenPage, look: Look
) -> None:
    server = start_server(tmp_path)
    command(server, "user", "add", "Carol", "--role", "teacher", "--password-stdin", given=PASSWORD)
    teacher = open_page(server, look)
    teacher.goto(server.admin_link)
    sign_up(teacher, "Rosa")
    write(teacher, "Name", "4B History")
    press(teacher, "Make the classroom")
    place = teacher.url
    thirty_by_list(teacher)
    code = slips(teacher)

    pupil = open_page(server, PHONE.but(scripts=look.scripts))
    pupil_comes_in(pupil, code)

    teacher.goto(place)
    looked_at(teacher)
    more_time(teacher)
    pupil.reload()
    expect(pupil.locator("main")).to_contain_text("1.5× the usual time")
    looked_at(pupil)

    teacher.goto(place)
    another_in_the_group(teacher)
    colleague_comes_along(teacher, open_page(server, look), place)

    teacher.goto(place)
    press(teacher, "For the wall", "link")
    looked_at(teacher)
    teacher.goto(place)
    press(teacher, "Settings", "link")
    looked_at(teacher)
    press(teacher, "Archive the class")
    expect(teacher.locator("main")).to_contain_text("Archived")
    assert pupil.goto(place).status == 404  # type: ignore[union-attr]
    teacher.goto(place)
    press(teacher, "Restore")
    pupil.goto(place)
    expect(pupil.locator("h1")).to_have_text("4B History")
