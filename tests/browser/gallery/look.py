"""Take pictures of the gallery and check it: python -m tests.browser.gallery.look OUT [PAGE ...]

For each page: 390×844 and 1280×800, light and dark, at 2 pixels per CSS pixel; with --checks also
320 px wide without sideways scroll, forced colours, print, and axe in light and dark. Exit code 1 when a
check finds something.
"""

from __future__ import annotations

import argparse
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, sync_playwright
from waitress import create_server

from tests.browser.gallery.app import PAGES, create_gallery

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage",
]  # fmt: skip
SANS: list[str] = []
SIZES = {"phone": (390, 844), "desk": (1280, 800)}


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
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    with sync_playwright() as play:
        running = play.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        try:
            yield running
        finally:
            running.close()


def _with_sans(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(
        response=answer, body=answer.text().replace("system-ui,", f"{SANS[0]}, system-ui,", 1)
    )


@contextmanager
def page_at(
    running: Browser, width: int, height: int, scheme: str = "light", **more: object
) -> Iterator[Page]:
    """A page of its own of this size and colour scheme; console errors are kept in `page.troubles`."""
    context = running.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, **more
    )
    if SANS:
        context.route("**/app.css", lambda route: _with_sans(route))
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.troubles = []
    page.on(
        "console", lambda said: page.troubles.append(said.text) if said.type == "error" else None
    )
    page.on("pageerror", lambda error: page.troubles.append(str(error)))
    try:
        yield page
    finally:
        context.close()


def take_pictures(running: Browser, address: str, names: list[str], out: Path, full: bool) -> None:
    """Pictures named PAGE-SIZE-SCHEME.png in `out`."""
    for size, (width, height) in SIZES.items():
        for scheme in ("light", "dark"):
            with page_at(running, width, height, scheme, device_scale_factor=2) as page:
                for name in names:
                    page.goto(f"{address}/look/{name}")
                    page.screenshot(path=out / f"{name}-{size}-{scheme}.png", full_page=full)


def findings(running: Browser, address: str, names: list[str]) -> Iterator[str]:
    """What axe, a narrow screen, forced colours and the console have against the pages."""
    for scheme in ("light", "dark"):
        for size, (width, height) in SIZES.items():
            with page_at(running, width, height, scheme) as page:
                for name in names:
                    page.goto(f"{address}/look/{name}")
                    for one in Axe().run(page).response["violations"]:
                        where = [node["target"] for node in one["nodes"]][:3]
                        yield f"{name} {size} {scheme}: {one['id']}: {one['help']} {where}"
                    yield from (f"{name}: console: {said}" for said in page.troubles)
                    page.troubles.clear()
    for width, forced in ((320, "none"), (640, "none"), (320, "active")):
        with page_at(running, width, 640, forced_colors=forced) as page:
            for name in names:
                page.goto(f"{address}/look/{name}")
                wide = page.evaluate("document.scrollingElement.scrollWidth")
                if wide > width:
                    yield f"{name}: {wide} px wide at {width} px"


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("pages", nargs="*", default=list(PAGES))
    parser.add_argument("--full", action="store_true", help="whole pages instead of the first view")
    parser.add_argument(
        "--checks", action="store_true", help="axe, 320 px and the console; no pictures"
    )
    parser.add_argument("--sans", help="the installed face that stands for the system's own")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    SANS.extend([options.sans] if options.sans else [])
    names = options.pages or list(PAGES)
    with gallery_server() as address, browser() as running:
        if not options.checks:
            take_pictures(running, address, names, options.out, options.full)
            return 0
        found = list(findings(running, address, names))
    print("\n".join(found) or "nothing found")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
