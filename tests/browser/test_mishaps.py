"""What goes wrong in the middle of an answer: nothing typed is lost, and it counts once."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from quizapp.network import LOOPBACK
from tests import tools
from tests.browser.checks import PATIENCE_S, PHONE
from tests.browser.conftest import FLAGS, OpenPage
from tests.browser.travellers import (
    come_in,
    end_sessions,
    sign_in,
    sound,
    stored,
    study,
    until_typed,
)
from tests.browser.watch import Watch
from tests.server import Server, StartServer

NAME, FOREIGN = socket.gethostname().lower(), "quiz.foreign.example"


def type_answer(page: Page, text: str) -> None:
    page.locator("#text").fill("")
    page.locator("#text").press_sequentially(text)


def an_expired_session(page: Page, server: Server, name: str) -> None:
    """The session ends while somebody types; signing in again sends what was typed."""
    text = until_typed(page)
    before = stored(server, name)
    type_answer(page, text)
    end_sessions(server)
    page.locator("#text").press("Enter")
    expect(page.locator("main")).to_contain_text(f"You wrote “{text}”")
    assert stored(server, name) == before
    sign_in(page, name)
    expect(page.locator("#verdict")).to_contain_text("Right.")
    assert stored(server, name) == [*before, text]


def no_connection(page: Page, server: Server, name: str) -> None:
    """The network goes in the middle; what was typed survives a reload and is sent once."""
    text = until_typed(page)
    before = stored(server, name)
    type_answer(page, text)
    page.context.set_offline(True)
    page.locator("#text").press("Enter")
    trouble = page.locator(".message.trouble")
    expect(trouble).to_contain_text("No connection")
    expect(page.locator("#text")).to_have_value(text)
    trouble.get_by_role("button", name="Try again").click()
    expect(page.locator(".message.trouble")).to_contain_text("No connection")
    page.context.set_offline(False)
    page.locator(".message.trouble").get_by_role("button", name="Try again").click()
    expect(page.locator("#verdict")).to_contain_text("Right.")
    assert stored(server, name) == [*before, text]


def reloaded(page: Page, server: Server, name: str) -> None:
    """A page loaded anew shows what was typed; nothing was sent."""
    text = until_typed(page)
    before = stored(server, name)
    asked = page.locator("#stem").inner_text()
    key = page.locator("#answer").get_attribute("data-key")
    version = page.locator("#answer input[name=version]").get_attribute("value")
    type_answer(page, text)
    page.reload()
    if page.locator("#stem").inner_text() != asked:  # something has become due meanwhile
        page.goto(f"/study?again={version}")
    expect(page.locator("#stem")).to_have_text(asked)
    expect(page.locator("#text")).to_have_value(text)
    assert page.locator("#answer").get_attribute("data-key") != key
    assert stored(server, name) == before


def double_click_and_back(page: Page, server: Server, name: str) -> None:
    """A double click counts once, and so does the page that the back button brings again."""
    text = until_typed(page)
    before = stored(server, name)
    type_answer(page, text)
    page.get_by_role("button", name="Show the answer").locator("visible=true").dblclick()
    expect(page.locator("#verdict")).to_contain_text("Right.")
    page.goto("/")
    page.go_back()
    expect(page.locator("#stem")).to_be_visible()
    assert stored(server, name) == [*before, text]


def test_mishaps_in_the_middle(server: Server, open_page: OpenPage) -> None:
    page = open_page(server, expected="Failed to load resource")  # without a session, a network
    come_in(page, "Bob")
    an_expired_session(page, server, "Bob")
    no_connection(page, server, "Bob")
    reloaded(page, server, "Bob")
    double_click_and_back(page, server, "Bob")
    sound(server)


def test_without_scripts_a_double_click_and_a_reload_count_once(
    server: Server, open_page: OpenPage
) -> None:
    scripted = open_page(server)
    come_in(scripted, "Dan")
    text = until_typed(scripted)
    cookies = scripted.context.cookies()
    page = open_page(server, PHONE.but(scripts=False))
    page.context.add_cookies(cookies)  # type: ignore[arg-type]
    page.goto("/study")
    page.locator("#text").fill(text)
    with page.expect_navigation():
        page.get_by_role("button", name="Show the answer").locator("visible=true").dblclick()
    expect(page.locator("#verdict")).to_contain_text("Right.")
    before = stored(server, "Dan")
    assert before[-1] == text
    page.reload()  # sends the form once more
    expect(page.locator("main")).to_contain_text("It counts once.")
    page.go_back()
    expect(page.locator("#answer")).to_be_visible()
    assert stored(server, "Dan") == before
    sound(server)


def lan_server(start_server: StartServer, data: Path) -> Server:
    """A server of the local network; without one, of the second loopback address."""
    try:
        return start_server(data, "--lan", QUIZAPP_ALLOW_HTTP="1")
    except AssertionError:
        return start_server(data, "--lan", "--host", "127.0.0.2", QUIZAPP_ALLOW_HTTP="1")


@contextmanager
def other_machine(browser: Browser, address: str) -> Iterator[Browser]:
    """A browser for which two names lead to this address, one that is trusted and one not."""
    rules = ",".join(f"MAP {name} {address}" for name in (NAME, FOREIGN))
    launched = browser.browser_type.launch(
        executable_path=tools.chromium(), args=[*FLAGS, f"--host-resolver-rules={rules}"]
    )
    yield launched
    launched.close()


def test_a_class_opens_the_server_by_its_name(
    start_server: StartServer, tmp_path: Path, browser: Browser
) -> None:
    server = lan_server(start_server, tmp_path)
    address, port = server.url.removeprefix("http://").split(":")
    assert address not in LOOPBACK
    with other_machine(browser, address) as machine:
        context = machine.new_context(
            base_url=f"http://{NAME}:{port}",
            locale="en-GB",
            viewport={"width": PHONE.width, "height": PHONE.height},
        )
        context.set_default_timeout(PATIENCE_S * 1000)
        watch = Watch(context, f"http://{NAME}:{port}")
        page = context.new_page()
        page.goto("/")
        page.get_by_role("radio").first.check()
        page.get_by_role("button", name="Show the answer").click()
        expect(page.locator("#verdict")).to_contain_text("paragraph")
        come_in(page, "Elena")
        study(page, 1)
        assert len(stored(server, "Elena")) == 1
        assert watch.complaints == []
        stranger = context.new_page()
        stranger.goto(f"http://{FOREIGN}:{port}/")
        expect(stranger.locator("body")).to_have_text("This server does not answer to that name.")
        context.close()
