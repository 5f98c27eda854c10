"""Take pictures of the gallery, or check it.

python -m tests.browser.gallery.look OUT [PAGE ...]

Pictures: each page at 390×844 and 1280×800, light and dark, 2 pixels per CSS pixel, into OUT.
With --checks instead: axe in light and dark, the console under the product's headers, and
320 px, 640 px (a desk at 200 %) and forced colours without sideways scroll. Exit code 1 when a
check finds something.
"""

from __future__ import annotations

import argparse
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Route, sync_playwright
from waitress import create_server

from tests.browser.checks import axe_clean, fits
from tests.browser.conftest import FLAGS
from tests.browser.gallery.app import create_gallery
from tests.browser.gallery.pages import PAGES
from tests.tools import chromium

SIZES = {"phone": (390, 844), "desk": (1280, 800)}
SCHEMES = ("light", "dark")


@contextmanager
def gallery_server() -> Iterator[str]:
    """The gallery on a free port of this machine; gives its address."""
    server = create_server(create_gallery(), host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        server.close()


@contextmanager
def page_at(
    browser: Browser, width: int, height: int, *, sans: str = "", **context_options: Any
) -> Iterator[Page]:
    """A page of its own; `sans` names the installed face that stands for the system's own."""
    context = browser.new_context(
        viewport={"width": width, "height": height}, reduced_motion="reduce", **context_options
    )
    context.set_default_timeout(10_000)
    if sans:
        context.route("**/app.css*", lambda route: _with_sans(route, sans))
    try:
        yield context.new_page()
    finally:
        context.close()


def _with_sans(route: Route, sans: str) -> None:
    answer = route.fetch()
    style = answer.text().replace("system-ui,", f"{sans}, system-ui,", 1)
    route.fulfill(response=answer, body=style)


def take_pictures(
    browser: Browser, address: str, names: list[str], out: Path, **options: Any
) -> None:
    """Pictures named PAGE-SIZE-SCHEME.png in `out`. Options: `full` (whole pages) and `sans`."""
    for size, (width, height) in SIZES.items():
        for scheme in SCHEMES:
            look = {"sans": options["sans"], "color_scheme": scheme, "device_scale_factor": 2}
            with page_at(browser, width, height, **look) as page:
                for name in names:
                    page.goto(f"{address}/look/{name}")
                    picture = out / f"{name}-{size}-{scheme}.png"
                    page.screenshot(path=picture, full_page=options["full"])


def findings(browser: Browser, address: str, names: list[str]) -> Iterator[str]:
    """What axe, the console, narrow screens and forced colours have against the pages."""
    for width, height in SIZES.values():
        for scheme in SCHEMES:
            with page_at(browser, width, height, color_scheme=scheme) as page:
                said: list[str] = []
                page.on("console", lambda line, said=said: said.append(f"console: {line.text}"))
                page.on("pageerror", lambda error, said=said: said.append(f"script: {error}"))
                yield from _against(page, address, names, axe_clean)
                yield from said
    for width, forced in ((320, "none"), (640, "none"), (320, "active")):
        with page_at(browser, width, 640, forced_colors=forced) as page:
            yield from _against(page, address, names, fits)


def _against(page: Page, address: str, names: list[str], check: Any) -> Iterator[str]:
    for name in names:
        page.goto(f"{address}/look/{name}")
        try:
            check(page)
        except AssertionError as found:
            yield f"{name}: {found}"


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("pages", nargs="*")
    parser.add_argument("--full", action="store_true", help="whole pages, not the first view")
    parser.add_argument("--checks", action="store_true", help="checks, no pictures")
    parser.add_argument("--sans", default="", help="face that stands for the system's own")
    options = parser.parse_intermixed_args()
    options.out.mkdir(parents=True, exist_ok=True)
    names = options.pages or list(PAGES)
    with gallery_server() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        if not options.checks:
            take_pictures(
                browser, address, names, options.out, full=options.full, sans=options.sans
            )
            return 0
        found = list(findings(browser, address, names))
    sys.stdout.write("\n".join(found) + "\n" if found else "nothing found\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
