"""A teacher's own text, in one journey: pasted, reviewed by keys, asked, cited, changed."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.checks import DESK, PHONE, axe_clean, fits
from tests.browser.conftest import OpenPage
from tests.browser.people import PASSWORD, sign_up
from tests.server import Server

PARAGRAPHS = [
    "Skip to content | Home | Print this page",
    (
        "The glass works of Vellmar were founded in 1764 by the merchant Johann Reuter. The first "
        "furnace burned beech wood. The furnace hall was 46 metres long."
    ),
    (
        "In 1812 the works burned down. Dr. Margarethe Lindqvist bought the ruin in 1815. The new "
        "hall was opened on 3 May 1818."
    ),
    "The works employed 140 people in the 1850s. About 60 percent of the glass went to Denmark.",
    *(
        f"Every evening the master of bench {name} wrote down what had been blown, what had broken "
        "and who had been late, and the book went round from hand to hand until the oil was low. "
        "Nobody was paid by the hour; a good glass counted, a cracked one did not, and the "
        "apprentices swept the splinters into the barrel by the door."
        for name in ("one", "two", "three", "four", "five", "six")
    ),
    "The last furnace went out on 12 September 1931. The museum has 2,300 glasses.",
]
TEXT = "\n\n".join(PARAGRAPHS)


def test_from_a_pasted_text_to_a_pupil_and_back(server: Server, open_page: OpenPage) -> None:
    teacher = open_page(server, DESK)
    code = _make_class(teacher, server)
    _give_text(teacher)
    _review_by_keys(teacher)
    pupil = open_page(server, PHONE)
    _is_asked(pupil, code)
    _change_the_year(teacher)
    phone = open_page(server, PHONE)
    _sign_in(phone)
    phone.goto(teacher.url)
    axe_clean(phone)
    fits(phone)


def _make_class(page: Page, server: Server) -> str:
    page.goto(server.admin_link)
    sign_up(page, "Rosa")
    page.wait_for_url(lambda url: "first" not in url)
    page.goto("/classrooms")
    page.get_by_label("Name").first.fill("4B")
    page.get_by_role("button", name=re.compile("Make")).first.click()
    found = page.locator(".join-code").first
    expect(found).to_be_visible()
    return found.inner_text().replace("-", "").replace(" ", "")


def _give_text(page: Page) -> None:
    page.goto("/sources")
    axe_clean(page)
    page.get_by_role("link", name="New text").click()
    axe_clean(page)
    page.get_by_label("Title").fill("The glass works of Vellmar")
    page.get_by_label("Text", exact=True).fill(TEXT)
    expect(page.get_by_label("For")).to_have_value(re.compile(".+"))
    page.get_by_role("button", name="Find facts").click()
    page.wait_for_url("**/review")
    expect(page.locator("#card")).to_be_visible()
    expect(page.locator("[data-reading]")).to_have_count(0)


def _review_by_keys(page: Page) -> None:
    """Every clean fact takes one press; what is unclear is edited; a slip is undone."""
    state = page.locator(".review-state")
    expect(page.locator(".para.dropped s").first).to_contain_text("Skip to content")
    axe_clean(page)
    fits(page)
    page.locator(".text-side .value", has_text="1764").click()
    expect(page.locator("#card-title")).to_have_text("1764")
    page.keyboard.press("a")
    expect(state).to_contain_text("1 approved")
    page.keyboard.press("r")
    expect(state).to_contain_text("1 rejected")
    page.keyboard.press("u")
    expect(state).to_contain_text("0 rejected")
    page.locator(".text-side .value", has_text="1812").click()
    expect(page.locator("#card-title")).to_have_text("1812")
    page.keyboard.press("e")
    page.keyboard.type("The works of Vellmar")
    page.get_by_label("Statement").fill("The glass works of Vellmar burned down.")
    page.keyboard.press("Enter")
    expect(page.locator("#statement-error")).to_contain_text("1812")
    page.get_by_label("Statement").fill("The glass works of Vellmar burned down in 1812.")
    page.keyboard.press("Enter")
    expect(state).to_contain_text("2 approved")
    expect(state).to_contain_text(re.compile(r"\d+ questions ready"))
    page.locator(".text-side .value", has_text="12 September 1931").click()
    expect(page.locator("#card-title")).to_have_text("12 September 1931")
    page.keyboard.press("a")
    expect(state).to_contain_text("3 approved")


def _is_asked(page: Page, code: str) -> None:
    page.goto("/account/sign-up")
    sign_up(page, "Ben")
    page.wait_for_url(lambda url: "sign-up" not in url)
    page.goto(f"/join/{code}")
    page.get_by_role("button", name=re.compile("Join")).first.click()
    page.wait_for_load_state()
    page.goto("/study")
    expect(page.locator("#stem")).to_contain_text(re.compile("Vellmar|furnace"))
    if page.locator("#answer").get_attribute("data-kind") == "flashcard":
        page.keyboard.press("Space")
        citation = page.locator(".citation").first
    else:
        page.get_by_role("button", name=re.compile("don’t know")).first.click()
        citation = page.locator("#verdict .source").first
    expect(citation).to_contain_text("The glass works of Vellmar, paragraph")
    expect(citation.locator("q")).not_to_be_empty()


def _change_the_year(page: Page) -> None:
    page.get_by_role("link", name="Change the text").click()
    page.get_by_label("Text", exact=True).fill(TEXT.replace("1764", "1766"))
    axe_clean(page)
    page.get_by_role("button", name="Compare").click()
    page.wait_for_url("**/review")
    expect(page.locator("#card-title")).to_have_text("1766")
    beside = page.locator(".beside").first
    expect(beside).to_contain_text("founded in 1764")
    expect(beside).to_contain_text("wait for you")
    expect(page.locator(".review-state")).to_contain_text("2 approved")
    axe_clean(page)
    page.keyboard.press("a")
    expect(page.locator(".review-state")).to_contain_text("3 approved")


def _sign_in(page: Page) -> None:
    page.goto("/account/sign-in")
    page.get_by_label("Name").fill("Rosa")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "sign-in" not in url)
