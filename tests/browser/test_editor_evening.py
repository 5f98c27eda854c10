"""A teacher's evening with questions: five kinds by form, fifty by paste, a look at the bank."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.checks import DESK, PHONE, Look
from tests.browser.conftest import OpenPage
from tests.browser.people import looked_at, sign_up
from tests.server import StartServer

LOOKS = [
    pytest.param(DESK, id="scripts"),
    pytest.param(PHONE.but(width=320, dark=True, scripts=False), id="no-scripts-narrow-dark"),
]
ROWS = "".join(f"\tWhich room has the number {n}?\troom {n}\t\t\t\tOur house\n" for n in range(49))
FAULTY = "number\tHow many rooms has it?\tlots\t\t\t\tOur house\n"


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True).locator("visible=true")


def begin(page: Page, kind: str, number: int, stem: str) -> None:
    """Open the form of a kind with its fact, its question and a tag."""
    page.goto("/questions/new")
    page.get_by_role("radio", name=kind, exact=True).check()
    page.get_by_label("The fact in one sentence").fill(
        f"Thing {number} of our house is so ({kind})."
    )
    page.get_by_label("Topic").fill("Our house")
    page.get_by_label("Question", exact=True).fill(stem)
    page.get_by_label("Tags").fill("evening")


def save(page: Page, stem: str) -> None:
    button(page, "Save the question").click()
    expect(page.locator("h2.stem")).to_have_text(stem)


def choice(page: Page, look: Look) -> None:
    """Three options, the fourth by its own button, the last moved up by key or button."""
    stem = "Which room of our house is the oldest?"
    begin(page, "Single choice", 1, stem)
    for number, text in enumerate(("hall", "attic", "pool", "cellar"), start=1):
        page.get_by_label(f"Option {number}", exact=True).fill(text)
    button(page, "Add an option").click()
    expect(page.get_by_label("Option 5", exact=True)).to_be_visible()
    page.get_by_role("radio", name="Option 4 is right").check()
    if look.scripts:
        page.get_by_label("Option 4", exact=True).press("Alt+ArrowUp")
        expect(page.get_by_label("Option 3", exact=True)).to_be_focused()
    else:
        button(page, "Move option 4 up").click()
    expect(page.get_by_label("Option 3", exact=True)).to_have_value("cellar")
    expect(page.get_by_role("radio", name="Option 3 is right")).to_be_checked()
    if look.scripts:
        expect(page.locator("#preview .option").nth(2)).to_contain_text("cellar")
    looked_at(page)
    save(page, stem)


def number(page: Page) -> None:
    """A number that cannot be read is said at its field; everything typed comes back."""
    stem = "How many steps has the stair of our house?"
    begin(page, "Number", 2, stem)
    page.get_by_label("Right answer", exact=True).locator("visible=true").fill("many")
    page.get_by_label("Unit").fill("steps")
    page.get_by_label("Off by at most").fill("2")
    button(page, "Save the question").click()
    field = page.get_by_label("Right answer", exact=True).locator("visible=true")
    expect(field).to_have_value("many")
    expect(page.locator("#answer-error")).to_contain_text("cannot be read as a number")
    expect(page.get_by_label("Unit")).to_have_value("steps")
    field.fill("350")
    save(page, stem)


def truth(page: Page) -> None:
    begin(page, "True or false", 3, "Our house has a pool.")
    page.locator("[name=truth][value=false]").check()
    page.get_by_label("What it really is").fill("It has a well.")
    save(page, "Our house has a pool.")


def date_as_draft(page: Page) -> None:
    """A thought kept as a draft, finished later."""
    page.goto("/questions/new?kind=date")
    page.get_by_label("Question", exact=True).fill("When was our house built?")
    button(page, "Save as draft").click()
    expect(page.locator("main")).to_contain_text("Saved as a draft")
    page.get_by_role("link", name="Edit").click()
    page.get_by_label("The fact in one sentence").fill("Our house was built in May 1920.")
    page.get_by_label("Topic").fill("Our house")
    page.get_by_label("Right answer", exact=True).locator("visible=true").fill("May 1920")
    button(page, "Preview").last.click()
    expect(page.locator("#preview")).to_contain_text("May 1920, to the month")
    button(page, "Save version 2").click()
    expect(page.locator("main")).to_contain_text("Version 2 is in force.")


def pairs(page: Page) -> None:
    stem = "Match rooms and years."
    begin(page, "Pairs", 5, stem)
    for row, (room, year) in enumerate((("cellar", "1901"), ("hall", "1920")), start=1):
        page.get_by_label(f"Option {row}", exact=True).fill(room)
        page.get_by_label(f"Partner of option {row}", exact=True).fill(year)
    looked_at(page)
    save(page, stem)


def fifty_by_paste(page: Page) -> None:
    """One row is faulty, is mended where it stands, and all fifty are saved."""
    page.goto("/questions")
    page.get_by_role("link", name="Paste many").click()
    looked_at(page)
    page.get_by_label("Rows from a spreadsheet").fill(ROWS + FAULTY)
    button(page, "Look at the rows").click()
    expect(page.locator("main")).to_contain_text("1 row needs a hand")
    looked_at(page)
    page.get_by_role("group", name="Row 50").get_by_label("answer").fill("12")
    button(page, "Check again").click()
    button(page, "Save all 50 questions").click()
    expect(page.locator("main")).to_contain_text("50 questions are saved and ready.")


def the_bank(page: Page, look: Look) -> None:
    """Found, tagged at once, taken back, kept as a view; a change shows in the history."""
    page.goto("/questions?topic=Our+house&place=mine")
    expect(page.locator("main")).to_contain_text("55 questions")
    looked_at(page)
    page.get_by_label("All 55 questions of the list").check()
    page.get_by_role("group", name="With the selected ones").get_by_label("Tag").fill("house")
    button(page, "Add").click()
    expect(page.locator("main")).to_contain_text("55 questions were changed.")
    button(page, "Undo").click()
    expect(page.locator("main")).to_contain_text("55 questions are as they were.")
    page.get_by_label("Name of this view").fill("Our house")
    button(page, "Keep the view").click()
    expect(page.get_by_role("link", name="Our house", exact=True)).to_be_visible()
    page.goto("/questions?q=oldest")
    page.get_by_role("link", name="Which room of our house is the oldest?").click()
    page.get_by_role("link", name="Edit").click()
    page.get_by_label("Question", exact=True).fill("Which room of our house is the very oldest?")
    button(page, "Save version 2").click()
    page.get_by_role("link", name="History").first.click()
    expect(page.locator("ins")).to_contain_text(re.compile("very"))
    looked_at(page)


@pytest.mark.parametrize("look", LOOKS)
def test_an_evening_with_questions(
    start_server: StartServer, tmp_path: Path, open_page: OpenPage, look: Look
) -> None:
    server = start_server(tmp_path)
    page = open_page(server, look)
    page.goto(server.admin_link)
    sign_up(page, "Rosa")
    expect(page).not_to_have_url(re.compile("first"))
    choice(page, look)
    number(page)
    truth(page)
    date_as_draft(page)
    pairs(page)
    fifty_by_paste(page)
    the_bank(page, look)
