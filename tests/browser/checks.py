"""How somebody looks at a page, and what must hold for whoever looks."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any
from weakref import WeakKeyDictionary

from playwright.sync_api import CDPSession, Page

PATIENCE_S = 10
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@dataclass(frozen=True, slots=True)
class Look:
    """How somebody looks at the pages; sizes in CSS pixels."""

    width: int = 390
    height: int = 844
    dark: bool = False
    scripts: bool = True
    locale: str = "en-GB"
    time_zone: str = "America/Lima"

    def but(self, **changes: Any) -> Look:
        """The same look with some things changed."""
        return replace(self, **changes)


SESSIONS: WeakKeyDictionary[Page, CDPSession] = WeakKeyDictionary()
PHONE = Look()
DESK = Look(width=1280, height=800)


def axe_clean(page: Page) -> None:
    """Fail with readable findings when axe finds a fault on the page as it stands."""
    options = json.dumps({"runOnly": RULES, "resultTypes": ["violations"]})
    begin = f"axe.run({options}).then(r => {{ window.axeFound = r.violations }}); null"
    with _awake(page):
        page.evaluate(_axe())
        page.evaluate("window.axeFound = null")
        page.evaluate(begin)
        faults = _wait_for(page, "window.axeFound")
    findings = [
        f"{fault['id']} ({fault['impact']}): {fault['help']}\n    {node['html'][:160]}"
        for fault in faults
        for node in fault["nodes"]
    ]
    assert not findings, f"axe on {page.url}:\n" + "\n".join(findings)


def fits(page: Page) -> None:
    """Fail when the page is wider than the screen, so that one would have to scroll sideways."""
    with _awake(page):
        wide = page.evaluate("document.documentElement.scrollWidth")
    size = page.viewport_size
    assert size is not None
    assert wide <= size["width"], f"{page.url} is {wide} px wide on a screen of {size['width']} px"


@cache
def _axe() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


@contextmanager
def _awake(page: Page) -> Iterator[None]:
    """Let our own checks run even where scripts are off; the page's scripts stay unread."""
    if not page.evaluate("matchMedia('(scripting: none)').matches"):
        yield
        return
    switch = "Emulation.setScriptExecutionDisabled"
    if page not in SESSIONS:  # never detached: that would leave the page's own scripts on
        SESSIONS[page] = page.context.new_cdp_session(page)
        SESSIONS[page].send(switch, {"value": True})  # a session believes only its own word
    SESSIONS[page].send(switch, {"value": False})
    yield
    SESSIONS[page].send(switch, {"value": True})


def _wait_for(page: Page, expression: str) -> Any:
    """The first value other than null of `expression`, asked for again and again for a while."""
    until = time.monotonic() + PATIENCE_S
    while (value := page.evaluate(expression)) is None:
        assert time.monotonic() < until, f"{expression} stayed empty on {page.url}"
        page.wait_for_timeout(20)
    return value
