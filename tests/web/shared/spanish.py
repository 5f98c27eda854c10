"""People who have chosen Español, and what of a page is still English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser

from flask.testing import FlaskClient

from tests import translations
from tests.translations import strings
from tests.web.conftest import token

VOID = {"br", "hr", "img", "input", "link", "meta", "rect", "path", "circle", "source", "wbr"}
READ_OUT = {"aria-label", "alt", "placeholder", "title", "data-busy", "data-title", "data-words"}
NAMED = re.compile(r"%\(\w+\)s")
WORD = re.compile(r"[a-z]{2,}")
PARTS = re.compile(r" · |, |: | \| ")


def in_spanish(client: FlaskClient) -> FlaskClient:
    """The same browser after a press on Español."""
    given = {"csrf_token": token(client), "language": "es", "next": "/"}
    assert client.post("/account/language", data=given).status_code == 303
    return client


class Said(HTMLParser):
    """What a page says in its own language: parts marked as another language are left out."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.links: set[str] = set()
        self.language = ""
        self._open: list[tuple[str, bool]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if tag == "html":
            self.language = given["lang"]
        foreign = given.get("lang", "es") != "es" and tag != "html"
        foreign |= bool(self._open) and self._open[-1][1]
        if tag == "a":
            self.links.add(given.get("href", "").partition("#")[0])
        if not foreign:
            self.texts += [given[name] for name in READ_OUT if name in given]
        if tag not in VOID:
            self._open.append((tag, foreign))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip() and not (self._open and self._open[-1][1]):
            self.texts.append(re.sub(r"[ \t\n]+", " ", data).strip(" "))


@cache
def _english() -> tuple[frozenset[str], tuple[str, ...], tuple[re.Pattern[str], ...]]:
    """Messages whose Spanish differs: all plain ones, the long of these, those with names."""
    plain: set[str] = set()
    patterns: list[re.Pattern[str]] = []
    for message in translations.known():
        texts = (message.id,) if isinstance(message.id, str) else message.id
        for one, other in zip(texts, strings(message), strict=True):
            if not one or one == other:
                continue
            if NAMED.search(one) and WORD.search(NAMED.sub("", one)):
                patterns.append(_filled_in(one))
            elif not NAMED.search(one):
                plain.add(one)
    long = tuple(one for one in plain if one.count(" ") >= 2)
    return frozenset(plain), long, tuple(patterns)


def _filled_in(text: str) -> re.Pattern[str]:
    """A message with anything for its names; with numbers alone when it is but one word more."""
    anything = ".+?" if len(WORD.findall(NAMED.sub("", text))) > 1 else r"\d[\d.,]*"
    return re.compile(anything.join(map(re.escape, NAMED.split(text))))


def left_in_english(page: Said) -> Iterator[str]:
    """The messages of the catalogue that a page says in English."""
    plain, long, patterns = _english()
    pieces = {piece for text in page.texts for piece in (text, *PARTS.split(text))}
    yield from sorted(pieces & plain)
    whole = " ".join(page.texts)
    yield from (one for one in long if one in whole)
    for piece in sorted(pieces):
        yield from (piece for pattern in patterns if pattern.fullmatch(piece))
