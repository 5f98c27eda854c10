"""What the pages of one visitor must never do, remembered until the test ends."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Request


class Watch:
    """Remembers what the pages of one visitor did that they must not do."""

    def __init__(self, context: BrowserContext, url: str, expected: str = "") -> None:
        self._expected = expected
        self.complaints: list[str] = []
        self._host = urlsplit(url).netloc
        self._visited: set[str] = set()
        context.on("console", self._on_console)
        context.on("weberror", lambda error: self.complaints.append(f"script: {error.error}"))
        context.on("dialog", self._on_dialog)
        context.on("request", self._on_request)

    def _on_request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob", "about") and address.netloc != self._host:
            self.complaints.append(f"request to another host: {request.url}")
        if request.is_navigation_request():
            self._visited.add(request.url)

    def _on_console(self, message: ConsoleMessage) -> None:
        place = message.location.get("url", "")
        if message.type not in ("error", "warning"):
            return
        if self._expected and self._expected in message.text:
            return
        if "Failed to load resource" in message.text and place in self._visited:
            return  # a page that is refused says so itself; only what pages load may not be missing
        self.complaints.append(f"console {message.type}: {message.text} ({place})")

    def _on_dialog(self, dialog: Dialog) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()
