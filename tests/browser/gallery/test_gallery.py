"""The look, proven on every page of the gallery."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page

from tests.browser.checks import axe_clean, fits
from tests.browser.gallery.app import WEB, create_gallery
from tests.browser.gallery.look import gallery_server, page_at
from tests.browser.gallery.pages import PAGES

STATIC = WEB / "shared" / "static"
KILOBYTE = 1024
SHARES = 3
"""Parts of the gallery that may be looked at side by side."""


class Forms(HTMLParser):
    """Collects what a strict policy forbids, and posting forms without a token."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.ids: list[str] = []
        self._open_post = False
        self._token = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.faults += [f"{tag} {name}" for name in given if name == "style" or name[:2] == "on"]
        if tag == "style" or (tag == "script" and not given.get("src")):
            self.faults.append(f"inline {tag}")
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag == "form":
            self._open_post, self._token = given.get("method") == "post", False
        if tag == "input" and given.get("name") == "csrf_token":
            self._token = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "form" and self._open_post and not self._token:
            self.faults.append("a posting form without csrf_token")


@pytest.fixture(scope="module")
def gallery() -> FlaskClient:
    return create_gallery().test_client()


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with gallery_server() as address:
        yield address


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    with page_at(browser, 1280, 800) as page:
        yield page


@pytest.mark.parametrize("name", PAGES)
def test_a_page_keeps_the_policy_and_every_posting_form_has_a_token(
    gallery: FlaskClient, name: str
) -> None:
    answer = gallery.get(f"/look/{name}")
    forms = Forms()
    forms.feed(answer.text)
    assert answer.status_code == 200
    assert forms.faults == []
    assert len(forms.ids) == len(set(forms.ids)), sorted(forms.ids)


@pytest.mark.parametrize(
    ("mark", "width", "scheme"), [("desk-only", 1280, "light"), ("phone-only", 390, "dark")]
)
def test_what_only_some_screens_show_is_clean_for_axe_in_the_other_scheme_too(
    browser: Browser, gallery: FlaskClient, address: str, mark: str, width: int, scheme: str
) -> None:
    """All else has its light colours at 320 px and its dark ones on a desk, below."""
    only = [name for name in PAGES if mark in gallery.get(f"/look/{name}").text]
    assert only
    with page_at(browser, width, 800, color_scheme=scheme) as page:
        for name in only:
            page.goto(f"{address}/look/{name}")
            axe_clean(page)


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
@pytest.mark.parametrize("share", range(SHARES))
def test_every_page_is_clean_for_axe_and_fits(
    browser: Browser, address: str, width: int, scheme: str, share: int
) -> None:
    """Each width and each scheme; how wide a page is does not depend on its colours."""
    with page_at(browser, width, 800, color_scheme=scheme) as page:
        for name in list(PAGES)[share::SHARES]:
            page.goto(f"{address}/look/{name}")
            axe_clean(page)
            fits(page)


def test_nothing_of_the_answer_stands_in_a_question(gallery: FlaskClient) -> None:
    question = gallery.get("/look/question").text
    assert "is-right" not in question
    assert "1919–21 was" not in question
    assert "is-right" in gallery.get("/look/verdict").text


def test_style_and_scripts_stay_small() -> None:
    style = len(gzip.compress((STATIC / "app.css").read_bytes()))
    scripts = sum(len(gzip.compress(one.read_bytes())) for one in STATIC.glob("*.js"))
    assert style < 20 * KILOBYTE
    assert scripts < 15 * KILOBYTE


def test_the_next_question_is_small(gallery: FlaskClient) -> None:
    fragment = gallery.get("/study", headers={"X-Fragment": "1"}).data
    assert b"<html" not in fragment
    assert len(gzip.compress(fragment)) < 5 * KILOBYTE


def test_every_colour_comes_from_a_token() -> None:
    style = (STATIC / "app.css").read_text("utf-8")
    after_tokens = style[style.index("@layer base {") :]
    assert re.findall(r"#[0-9a-f]{3,8}\b|rgba?\(|hsl", after_tokens) == []


def test_keys_choose_send_continue_and_undo(desk: Page, address: str) -> None:
    desk.goto(f"{address}/study")
    desk.keyboard.press("2")
    assert desk.get_by_label("1919–21").is_checked()
    desk.keyboard.press("Enter")
    desk.locator("form[data-state=verdict]").wait_for()
    assert desk.locator(":focus").inner_text().startswith("Continue")
    desk.keyboard.press("Space")
    desk.locator("form[data-state=question]").wait_for()
    assert desk.locator(":focus").get_attribute("id") == "stem"
    desk.keyboard.press("u")
    desk.locator("form[data-state=question]").wait_for()
    assert desk.url == f"{address}/study"


def test_space_turns_a_flashcard_and_rates_it_good(desk: Page, address: str) -> None:
    desk.goto(f"{address}/study?kind=card")
    desk.keyboard.press("Space")
    desk.locator(".rate").wait_for()
    with desk.expect_request("**/study/answer") as sent:
        desk.keyboard.press("Space")
    assert "rating=3" in str(sent.value.post_data)


def test_keys_are_quiet_while_typing_and_when_switched_off(desk: Page, address: str) -> None:
    desk.goto(f"{address}/study?kind=typed")
    desk.keyboard.type("1 u?")
    assert desk.locator("#text").input_value() == "1 u?"
    assert desk.locator("dialog[open]").count() == 0
    desk.goto(f"{address}/look/question?keys=off")
    desk.keyboard.press("1")
    assert desk.locator("input:checked").count() == 0


def test_typed_text_survives_reload_and_a_lost_connection(desk: Page, address: str) -> None:
    desk.goto(f"{address}/study?kind=typed")
    desk.keyboard.type("Colonel Paul Clement")
    desk.reload()
    assert desk.locator("#text").input_value() == "Colonel Paul Clement"
    desk.context.set_offline(offline=True)
    desk.keyboard.press("Enter")
    desk.get_by_role("button", name="Try again").wait_for()
    assert desk.locator("#text").input_value() == "Colonel Paul Clement"
    desk.context.set_offline(offline=False)
    with desk.expect_request("**/study/answer") as sent:
        desk.get_by_role("button", name="Try again").click()
    assert "key=key-typed" in str(sent.value.post_data)
    desk.locator("form[data-state=verdict]").wait_for()
    assert desk.evaluate("sessionStorage.length") == 0


def test_a_form_is_sent_once(desk: Page, address: str) -> None:
    desk.goto(f"{address}/study")
    desk.keyboard.press("1")
    sent: list[str] = []
    desk.on("request", lambda request: sent.append(request.method))
    desk.evaluate(
        "() => { const form = document.querySelector('#answer');"
        " form.requestSubmit(); form.requestSubmit(); }"
    )
    desk.locator("form[data-state=verdict]").wait_for()
    assert sent.count("POST") == 1


def test_study_works_without_scripts(browser: Browser, address: str) -> None:
    with page_at(browser, 390, 844, java_script_enabled=False) as page:
        page.goto(f"{address}/study")
        page.get_by_label("1919–21").check()
        page.get_by_role("button", name="Show the answer").click()
        page.locator("form[data-state=verdict] button:focus").wait_for()
        page.keyboard.press("Space")
        page.locator("form[data-state=question]").wait_for()


def test_the_question_stays_when_the_answer_arrives(desk: Page, address: str) -> None:
    desk.goto(f"{address}/study")
    before = [desk.locator(one).first.bounding_box() for one in (".stem", ".option")]
    desk.keyboard.press("2")
    desk.keyboard.press("Enter")
    desk.locator("form[data-state=verdict]").wait_for()
    after = [desk.locator(one).first.bounding_box() for one in (".stem", ".option")]
    for was, now in zip(before, after, strict=True):
        assert was is not None
        assert now is not None
        assert abs(was["y"] - now["y"]) < 1
