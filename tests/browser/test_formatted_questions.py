"""Formulas and pictures as somebody sees and hears them, and hostile ones that stay dead."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checks import DESK, PHONE, Look
from tests.browser.conftest import OpenPage
from tests.browser.people import looked_at, sign_up
from tests.browser.test_editor_evening import begin, button
from tests.pictures import picture
from tests.server import StartServer

HOSTILE = (
    r"$\text{<img src=x onerror=window.hit=1>}$ ![x](javascript:window.hit=2) "
    r"$\href{javascript:window.hit=3}{x}$ <script>window.hit=4</script> `<svg onload=window.hit=5>`"
)
LOOKS = [
    pytest.param(DESK, id="scripts"),
    pytest.param(PHONE.but(width=320, dark=True, scripts=False), id="no-scripts-narrow-dark"),
]


def nothing_ran(page: Page) -> None:
    assert page.evaluate("window.hit") is None
    assert (
        page.locator("main :is(script, svg[onload], img[onerror], a[href^=javascript])").count()
        == 0
    )


@pytest.mark.parametrize("look", LOOKS)
def test_a_question_with_a_formula_and_a_picture(
    start_server: StartServer, tmp_path: Path, open_page: OpenPage, look: Look
) -> None:
    server = start_server(tmp_path)
    page = open_page(server, look)
    page.goto(server.admin_link)
    sign_up(page, "Rosa")
    expect(page).not_to_have_url(re.compile("first"))
    file = tmp_path / "wall.png"
    file.write_bytes(picture(size=(900, 600)))
    begin(page, "Single choice", 1, "Which is **larger** than $\\frac{1}{3}$?\n\n- one\n- two")
    for number, text in enumerate(("$\\frac{1}{2}$", "$\\frac{1}{4}$", HOSTILE), start=1):
        page.get_by_label(f"Option {number}", exact=True).fill(text)
    page.get_by_label("Explanation", exact=True).fill(HOSTILE)
    page.locator("#picture summary").click()
    page.get_by_label("Picture", exact=True).set_input_files(file)
    button(page, "Add the picture").click()
    page.get_by_label("What the picture shows").fill("A red wall")
    button(page, "Preview").last.click()
    expect(page.locator("#preview .stem math")).to_have_attribute("alttext", "\\frac{1}{3}")
    expect(page.locator("#preview .option math").first).to_be_visible()
    expect(page.locator("#preview").get_by_role("img", name="A red wall")).to_be_visible()
    looked_at(page)
    nothing_ran(page)
    button(page, "Save the question").click()
    expect(page.locator("h2.stem strong")).to_have_text("larger")
    looked_at(page)
    nothing_ran(page)
    page.goto("/study")
    expect(page.locator("#stem math")).to_be_visible()
    expect(page.get_by_role("group", name="Which is larger than")).to_be_visible()
    expect(page.get_by_role("img", name="A red wall")).to_have_js_property("complete", True)
    page.keyboard.press("End")  # so that no button lies half under the bar, as on a first screen
    looked_at(page)
    page.locator("input[name=choice]").first.check()
    button(page, "Show the answer").click()
    expect(page.locator("#verdict")).to_be_visible()
    looked_at(page)
    nothing_ran(page)


def drawn(page: Page, left: float, top: float, right: float, bottom: float) -> None:
    """Draw a region on the editor's picture with the pointer, corners in parts of it."""
    area = page.locator("[data-draw]")
    area.scroll_into_view_if_needed()
    box = area.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + left * box["width"], box["y"] + top * box["height"])
    page.mouse.down()
    page.mouse.move(box["x"] + right * box["width"], box["y"] + bottom * box["height"], steps=3)
    page.mouse.up()


@pytest.mark.parametrize("look", LOOKS)
def test_a_picture_with_regions(
    start_server: StartServer, tmp_path: Path, open_page: OpenPage, look: Look
) -> None:
    """Drawn or written in numbers; chosen by pressing on the picture, by number key, by radio."""
    server = start_server(tmp_path)
    page = open_page(server, look)
    page.goto(server.admin_link)
    sign_up(page, "Rosa")
    expect(page).not_to_have_url(re.compile("first"))
    file = tmp_path / "map.png"
    file.write_bytes(picture(size=(900, 600)))
    begin(page, "On a picture", 1, "Where is the lake?")
    page.locator("#picture summary").click()
    page.get_by_label("Picture", exact=True).set_input_files(file)
    button(page, "Add the picture").click()
    page.get_by_label("What the picture shows").fill("A map of two places")
    for number, name in enumerate(("lake", "forest"), start=1):
        page.get_by_label(f"Option {number}", exact=True).fill(name)
    page.get_by_label("Shape of region 1").select_option("round")
    if look.scripts:
        page.get_by_label("Option 1", exact=True).focus()
        drawn(page, 0.1, 0.1, 0.4, 0.6)
        expect(page.get_by_label("Left edge of region 1")).to_have_value(re.compile("^(10|9.9)"))
    else:
        for name, value in (("Left edge", "10"), ("Upper edge", "10"), ("Width", "30,5")):
            page.get_by_label(f"{name} of region 1").fill(value)
        page.get_by_label("Height of region 1").fill("50")
    for name, value in (("Left edge", "60"), ("Upper edge", "20"), ("Width", "30")):
        page.get_by_label(f"{name} of region 2").fill(value)
    page.get_by_label("Height of region 2").fill("60")
    button(page, "Preview").last.click()
    expect(page.locator("#preview .spot")).to_have_count(2)
    looked_at(page)
    button(page, "Save the question").click()
    expect(page.locator("h2.stem")).to_have_text("Where is the lake?")
    looked_at(page)
    page.goto("/study")
    lake = page.get_by_role("radio", name=re.compile("on the left|top left"))
    assert "lake" not in page.locator(".options").inner_text()
    page.locator(".hit.box").click()
    expect(page.get_by_role("radio", name=re.compile("right"))).to_be_checked()
    if look.scripts:
        page.keyboard.press(lake.get_attribute("data-number") or "")
    else:
        lake.focus()
        page.keyboard.press("Space")
    expect(lake).to_be_checked()
    looked_at(page)
    page.keyboard.press("Enter")
    expect(page.locator("#verdict")).to_contain_text("Right.")
    expect(page.locator(".spot.is-right")).to_have_count(1)
    expect(page.locator(".is-right .option-body")).to_contain_text("lake")
    looked_at(page)
