"""The browser checks bite: a page with the fault fails, the same page without it does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.checks import axe_clean, fits
from tests.browser.watch import Watch

HERE = "http://127.0.0.1:1"
PAGE = """<!doctype html><html lang="en"><title>Plain</title><main><h1>Plain</h1>%s</main>"""

Show = Callable[[str], Page]


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def show(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Show]:
    """Shows a page with a given body, with scripts on and off."""
    size = {"width": 390, "height": 844}
    with browser.new_context(java_script_enabled=request.param, viewport=size) as context:  # type: ignore[arg-type]
        page = context.new_page()

        def show_one(body: str) -> Page:
            page.route(
                f"{HERE}/", lambda route: route.fulfill(body=PAGE % body, content_type="text/html")
            )
            page.goto(f"{HERE}/")
            return page

        yield show_one


def test_axe_finds_a_picture_without_words(show: Show) -> None:
    axe_clean(show("<p>Hello</p>"))
    with pytest.raises(AssertionError, match="image-alt"):
        axe_clean(show("<img src='data:image/png;base64,'>"))


def test_a_page_wider_than_the_screen_is_found(show: Show) -> None:
    fits(show("<p>Hello</p>"))
    with pytest.raises(AssertionError, match="wide on a screen of 390 px"):
        fits(show("<div style='width: 500px'>a</div>"))


def test_a_request_to_another_host_is_noticed(show: Show) -> None:
    page = show("<p>Hello</p>")
    watch = Watch(page.context, HERE)
    show("<img alt='' src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>")
    assert watch.complaints == []
    show("<img alt='' src='http://127.0.0.1:2/x.png'>")
    assert any("another host: http://127.0.0.1:2/x.png" in line for line in watch.complaints)


def test_a_script_that_breaks_is_noticed(browser: Browser) -> None:
    with browser.new_context() as context:
        watch = Watch(context, HERE)
        page = context.new_page()
        page.set_content(PAGE % "<script>missing()</script>")
        page.wait_for_timeout(50)
        assert any("missing is not defined" in line for line in watch.complaints)


def test_scripts_stay_off_after_a_check(browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        for _ in range(2):
            page.set_content(PAGE % "<script>document.title = 'ran'</script>")
            axe_clean(page)
            assert page.title() == "Plain"
