"""A browser whose pages fail the test when they complain, call out, or shut somebody out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn, Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests import tools
from tests.browser.checks import PATIENCE_S, PHONE, Look
from tests.browser.watch import Watch
from tests.server import Server

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]


class OpenPage(Protocol):
    """Open a page of a fresh visitor on `server`, as seen with `look`.

    A console message that holds `expected` is no complaint.
    """

    def __call__(self, server: Server, look: Look = PHONE, expected: str = "") -> Page: ...


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs the browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser(missing: Callable[[str], NoReturn]) -> Iterator[Browser]:
    """The system's Chromium, one for each test process."""
    path = tools.chromium()
    if path is None:
        missing(f"no Chromium: {tools.line_to_run(['Chromium'])}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One real server for the tests of a file; each test brings its own people."""
    started = Server(tmp_path_factory.mktemp("data"))
    yield started
    started.kill()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Opens pages; at the end none of them may have complained or called another host."""
    watches: list[Watch] = []
    contexts: list[BrowserContext] = []

    def open_one(server: Server, look: Look = PHONE, expected: str = "") -> Page:
        context = browser.new_context(
            base_url=server.url,
            viewport={"width": look.width, "height": look.height},
            color_scheme="dark" if look.dark else "light",
            java_script_enabled=look.scripts,
            locale=look.locale,
            timezone_id=look.time_zone,
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE_S * 1000)
        context.set_default_navigation_timeout(PATIENCE_S * 1000)
        contexts.append(context)
        watches.append(Watch(context, server.url, expected))
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()
    complaints = [line for watch in watches for line in watch.complaints]
    assert not complaints, "the pages complained:\n" + "\n".join(complaints)


@pytest.fixture
def picture(request: pytest.FixtureRequest) -> Callable[[Page, str], None]:
    """Keeps a picture of a page when the tests run with `--pictures FOLDER`."""
    folder = request.config.getoption("--pictures")

    def take(page: Page, name: str) -> None:
        if folder:
            page.screenshot(path=Path(folder, f"{name}.png"), full_page=True)

    return take
