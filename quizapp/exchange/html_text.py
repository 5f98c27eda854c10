"""Web pages: the text of what is shown, a line for each block."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from quizapp.exchange import plain_text
from quizapp.exchange.unreadable import MOST_CHARACTERS, Unreadable

_BLOCKS = frozenset(
    (
        *("p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "br", "hr"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote"),
        *("table", "tr", "pre", "figure", "figcaption", "form", "fieldset", "body", "title"),
    )
)
_CELLS = frozenset(("td", "th"))
_UNSEEN = frozenset(("script", "style", "template", "noscript", "svg", "math", "head", "select"))
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{2,30})", re.IGNORECASE)
_HEADINGS = {f"h{level}": "#" * level + " " for level in range(1, 7)}


def read(data: bytes) -> str:
    """The text of a web page; headings carry # signs, so that cleaning knows them. Unreadable."""
    found = _CHARSET.search(data[:4096])
    name = found[1].decode("ascii").lower() if found else "utf-8"
    if name in ("iso-8859-1", "latin1", "windows-1252", "cp1252"):
        text = data.decode("cp1252", errors="replace")
    else:
        text = plain_text.read(data)
    page = _Page()
    page.feed(text)
    page.close()
    return page.text()


class _Page(HTMLParser):
    """Collects what is shown."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._pieces: list[str] = []
        self._size = 0
        self._unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins on a line of its own; what is never shown is passed over."""
        del attrs
        if tag in _UNSEEN:
            self._unseen.append(tag)
        elif tag in _BLOCKS:
            self._pieces.append("\n" + _HEADINGS.get(tag, ""))
        elif tag in _CELLS:
            self._pieces.append("\t")

    def handle_endtag(self, tag: str) -> None:
        """A block ends its line."""
        if tag in self._unseen:
            while self._unseen.pop() != tag:
                pass
        elif tag in _BLOCKS:
            self._pieces.append("\n")

    def handle_data(self, data: str) -> None:
        """Text as it is shown: blanks and line ends are one blank."""
        if self._unseen:
            return
        self._size += len(data)
        if self._size > MOST_CHARACTERS:
            raise Unreadable("file_bomb")
        self._pieces.append(re.sub(r"[\r\n \f]+", " ", data))

    def text(self) -> str:
        """All that was shown, a line for each block."""
        lines = (line.strip() for line in "".join(self._pieces).split("\n"))
        return "\n\n".join(line for line in lines if line.strip("# "))
