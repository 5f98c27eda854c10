"""Several right answers, orders and pairs by keyboard alone, with scripts and without."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.browser.checks import axe_clean, fits
from tests.browser.gallery.arranged import ORDER, PAIRS
from tests.browser.gallery.look import gallery_server, page_at

ROWS = "li.option .row-text"
TEXTS = [row.text for row in ORDER.options]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with gallery_server() as address:
        yield address


@pytest.fixture(params=[(1280, 800), (320, 640)], ids=["desk", "narrow"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    width, height = request.param
    with page_at(browser, width, height) as page:
        yield page


def places(request: Request) -> dict[str, str]:
    """The place of each line as the form sent it."""
    sent = parse_qs(request.post_data or "", keep_blank_values=True)
    return {
        name.removeprefix("place-"): values[0]
        for name, values in sent.items()
        if name.startswith("place-")
    }


def tab_to(page: Page, name: str) -> None:
    """Press Tab until a button of this name has the focus."""
    for _ in range(20):
        if page.locator(":focus").count() and name in page.locator(":focus").inner_text():
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never comes to {name}")


def test_ticks_by_number_and_by_space(page: Page, address: str) -> None:
    page.goto(f"{address}/study?kind=several")
    for key in ("2", "6", "1", "1"):  # the second 1 takes the first back
        page.keyboard.press(key)
    page.keyboard.press("Space")
    assert page.locator("input:checked").count() == 3, "Space ticks what has the focus"
    page.keyboard.press("Space")
    with page.expect_request("**/study/answer") as sent:
        page.keyboard.press("Enter")
    assert parse_qs(str(sent.value.post_data))["choice"] == ["a2", "a6"]
    page.locator("form[data-state=verdict]").wait_for()


def test_lines_are_moved_by_number_and_arrows(page: Page, address: str) -> None:
    page.goto(f"{address}/study?kind=order")
    assert page.locator(".order select:visible").count() == 0
    page.keyboard.press("3")
    for _ in range(5):  # more than there is room for
        page.keyboard.press("ArrowUp")
    wanted = [TEXTS[2], TEXTS[0], TEXTS[1], TEXTS[3]]
    assert page.locator(ROWS).all_inner_texts() == wanted
    assert page.locator(".order .chip").all_inner_texts() == ["1", "2", "3", "4"]
    expect(page.locator("li:has(:focus)")).to_contain_text(TEXTS[2])
    expect(page.locator("[data-said]")).to_have_text("Now in place 1.")
    page.keyboard.press("2")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    wanted = [TEXTS[2], TEXTS[1], TEXTS[3], TEXTS[0]]
    assert page.locator(ROWS).all_inner_texts() == wanted
    axe_clean(page)
    fits(page)
    tab_to(page, "Show the answer")
    with page.expect_request("**/study/answer") as sent:
        page.keyboard.press("Enter")
    assert places(sent.value) == {"a3": "1", "a2": "2", "a4": "3", "a1": "4"}
    page.locator("form[data-state=verdict]").wait_for()


def test_lines_are_moved_by_their_buttons(page: Page, address: str) -> None:
    page.goto(f"{address}/study?kind=order")
    down = page.get_by_role("button", name=f"Move down: {TEXTS[0]}")
    down.click()
    expect(down).to_be_focused()
    down.click()
    assert page.locator(ROWS).all_inner_texts() == [TEXTS[1], TEXTS[2], TEXTS[0], TEXTS[3]]
    up = page.get_by_role("button", name=f"Move up: {TEXTS[1]}")
    expect(up).to_be_disabled()
    for button in page.locator(".moves button").all():
        box = button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44


def test_an_order_that_comes_without_a_page_load_moves_too(page: Page, address: str) -> None:
    page.goto(f"{address}/study?kind=order")
    tab_to(page, "Show the answer")
    page.keyboard.press("Enter")
    page.locator("form[data-state=verdict]").wait_for()
    page.keyboard.press("u")
    page.locator("form[data-state=question]").wait_for()
    page.keyboard.press("4")
    page.keyboard.press("ArrowUp")
    wanted = [TEXTS[0], TEXTS[1], TEXTS[3], TEXTS[2]]
    assert page.locator(ROWS).all_inner_texts() == wanted


def test_pairs_are_chosen_by_arrows(page: Page, address: str) -> None:
    page.goto(f"{address}/study?kind=pairs")
    button = page.get_by_role("button", name="Show the answer")
    plain = button.evaluate("one => getComputedStyle(one).backgroundColor")
    page.keyboard.press("Tab")
    for number in range(1, 5):
        while page.locator("select:focus").count() == 0:
            page.keyboard.press("Tab")
        for _ in range(number):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
    assert button.evaluate("one => getComputedStyle(one).backgroundColor") != plain
    tab_to(page, "Show the answer")
    with page.expect_request("**/study/answer") as sent:
        page.keyboard.press("Enter")
    given = parse_qs(str(sent.value.post_data))
    tokens = [one.token for one in PAIRS.partners]
    assert [given[f"match-a{number}"][0] for number in range(1, 5)] == tokens
    page.locator("form[data-state=verdict]").wait_for()


def test_keys_are_quiet_while_a_partner_is_chosen(page: Page, address: str) -> None:
    page.goto(f"{address}/study?kind=pairs")
    page.locator("select").first.focus()
    page.keyboard.type("su?")
    assert page.url.endswith("kind=pairs")
    assert page.locator("dialog[open]").count() == 0
    assert page.locator("form[data-state=question]").count() == 1


def test_without_scripts_each_line_has_a_select(browser: Browser, address: str) -> None:
    with page_at(browser, 320, 640, java_script_enabled=False) as page:
        page.goto(f"{address}/study?kind=order")
        assert page.locator(".moves:visible").count() == 0
        for number, place in enumerate((4, 1, 3, 2)):
            select = page.locator(".order select").nth(number)
            select.focus()
            for _ in range(place):
                page.keyboard.press("ArrowDown")
            expect(select).to_have_value(str(place))
        tab_to(page, "Show the answer")
        with page.expect_request("**/study/answer") as sent:
            page.keyboard.press("Enter")
        assert places(sent.value) == {"a1": "4", "a2": "1", "a3": "3", "a4": "2"}
        page.locator("form[data-state=verdict]").wait_for()
        fits(page)
