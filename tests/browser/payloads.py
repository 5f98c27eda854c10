"""Every form that pages show is found, filled with scripts and sent; what is left out is known."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from importlib import import_module
from pkgutil import walk_packages

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.exceptions import HTTPException
from werkzeug.test import TestResponse
from wtforms import Form, StringField

from quizapp import web

MAIN = "\"'></textarea></title><img src=x onerror=window.hit=1>q{{7*7}}z%(e)s"
OTHER = "javascript:window.hit=2//<script>window.hit=3</script>q{{7*7}}z"
PAYLOADS = (MAIN, OTHER)
TEXTS = {"", "text", "search", "url", "email", "tel", "password", "textarea"}
TEXTS |= {"number", "datetime-local"}
ENDING = re.compile(
    r"sign_out|erase|archive|delete|remove|withdraw|leave|retire|reject|undo|discard|revoke"
)
"""Forms without a text field whose press would take away what is to be looked at."""
PLAIN = ("https://school.example/", "1987", "2027-03-01T10:00", "2027-03-01", "3", "", "")
"""What a field is given that does not take a script."""
PROSE = (
    "\n\nThe glass works of Vellmar were founded in 1764 by the merchant Johann Reuter. The first "
    "furnace burned beech wood. In 1812 the works burned down, and 140 people lost their work."
)
TWINS = {"authoring.new": "authoring.preview"}
"""Endpoints to which a script sends the same fields while they are typed."""
ALIKE, MOST_MADE = 3, 60
"""Pages of one kind that are looked at, besides those that the walk made itself; how many these."""


@dataclass
class Field:
    """A field of a form: its kind as HTML says it, the value to send, the choices of a select."""

    name: str
    kind: str
    value: str

    @property
    def is_text(self) -> bool:
        """Whether people type into it."""
        return self.kind in TEXTS


@dataclass
class PageForm:
    """A form as it stands on a page."""

    action: str
    method: str
    id: str
    fields: list[Field] = field(default_factory=list)

    def names(self) -> frozenset[str]:
        """What tells one form from another that goes to the same address."""
        return frozenset(
            f"{one.kind} " + re.sub(r"[0-9a-f]{8,}|\d+", "#", one.name) for one in self.fields
        )


class Reader(HTMLParser):
    """The forms and links of a page, and the fields that it finds fault with."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[PageForm] = []
        self.links: set[str] = set()
        self.wrong: set[str] = set()
        self.live: list[str] = []
        self._open: PageForm | None = None
        self._later: list[tuple[str, Field]] = []
        self._select: Field | None = None
        self.feed(html)
        for owner, one in self._later:
            next(form for form in self.forms if form.id == owner).fields.append(one)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Note what matters of a tag."""
        given = {name: value or "" for name, value in attributes}
        self._judge(tag, given)
        if tag == "form":
            self._open = PageForm(
                given.get("action", ""), given.get("method", "get").lower(), given.get("id", "")
            )
            self.forms.append(self._open)
        elif tag == "a":
            self.links.add(given.get("href", "").partition("#")[0])
        elif tag == "option" and self._select is not None:
            if "selected" in given or not self._select.value:
                self._select.value = given.get("value", "")
        elif tag in ("input", "textarea", "select", "button") and given.get("name"):
            self._take(tag, given)

    def _take(self, tag: str, given: dict[str, str]) -> None:
        kind = tag if tag in ("textarea", "select", "button") else given.get("type", "")
        one = Field(given["name"], kind, given.get("value", ""))
        if kind in ("radio", "checkbox"):
            one.value = given.get("value", "on")
        if given.get("aria-invalid") == "true":
            self.wrong.add(one.name)
        self._select = one if tag == "select" else self._select
        if "form" in given:
            self._later.append((given["form"], one))
        elif self._open is not None:
            self._open.fields.append(one)

    def handle_endtag(self, tag: str) -> None:
        """Close a form or a select."""
        if tag == "form":
            self._open = None
        elif tag == "select":
            self._select = None

    def _judge(self, tag: str, given: dict[str, str]) -> None:
        """What would run: scripts in the page, handlers, addresses that are scripts."""
        if tag == "script" and "src" not in given and given.get("type") != "application/json":
            self.live.append("<script>")
        self.live += [f"<{tag} {name}>" for name in given if name.startswith("on")]
        addresses = (given.get(name, "") for name in ("href", "src", "action", "formaction"))
        self.live += [one for one in addresses if one.strip().lower().startswith("javascript:")]


@dataclass
class Walker:
    """One person's way through all pages and forms."""

    app: Flask
    client: FlaskClient
    covered: set[tuple[str, str]] = field(default_factory=set)
    paths: dict[str, list[str]] = field(default_factory=dict)
    answers: list[str] = field(default_factory=list)
    sent: set[str] = field(default_factory=set)
    _done: set[tuple[str, frozenset[str], str]] = field(default_factory=set)

    def walk(self, payload: str, *starts: str) -> None:
        """Follow every link, send every form once with this payload in each text field."""
        waiting = [*starts, *self._starts()]
        made, seen = set(starts), set[str]()
        while waiting:
            path = waiting.pop(0)
            known = self.paths.setdefault(self.endpoint(path), [])
            if path in seen or (path not in made and path not in known and len(known) >= ALIKE):
                continue
            seen.add(path)
            page = self.client.get(path)
            if page.status_code == 303:
                waiting.append(page.headers["Location"])
            if page.status_code != 200 or page.mimetype != "text/html":
                continue
            if path not in known:
                known.append(path)
            read = self.read(page, path)
            waiting += sorted(link for link in read.links if link.startswith("/"))
            for form in read.forms:
                if (after := self.send(form, path, payload)) is not None and len(made) < MOST_MADE:
                    made.add(after)
                    waiting.insert(0, after)

    def study(self, payload: str, count: int, later: Callable[[], None]) -> None:
        """Answer questions, the typed ones with the payload; time passes after each."""
        for _ in range(count):
            for step in ("/study/reveal", "/study/answer"):
                read = self.read(self.client.get("/study"), "/study")
                for form in (one for one in read.forms if one.action == step):
                    self.send(form, "/study", payload, again=True)
                    break
            later()

    def _starts(self) -> list[str]:
        """Addresses that need nothing named; a sign-up last, for it ends being a visitor."""
        rules = [
            rule.rule
            for rule in self.app.url_map.iter_rules()
            if "GET" in (rule.methods or ()) and not rule.arguments
        ]
        return sorted(rules, key=lambda path: ("sign-up" in path, path))

    def endpoint(self, path: str, method: str = "GET") -> str:
        """The name of what answers at a path, "" for none."""
        adapter = self.app.url_map.bind("localhost")
        try:
            return str(adapter.match(path.partition("?")[0], method=method)[0])
        except HTTPException:
            return ""

    def read(self, page: TestResponse, what: str) -> Reader:
        """A page in which nothing may be live."""
        assert page.status_code < 500, f"{what}: {page.status_code}"
        read = Reader(page.text)
        assert read.live == [], f"{what} holds {read.live}"
        assert "q49z" not in page.text, f"{what} computed what was typed"
        return read

    def send(self, form: PageForm, path: str, payload: str, *, again: bool = False) -> str | None:
        """Send a form; where its answer leads to. Fields with faults get plain values."""
        action = form.action.partition("#")[0] or path
        endpoint = self.endpoint(action, form.method.upper())
        texts = [one for one in form.fields if one.is_text]
        sign = (endpoint, form.names(), payload)
        if not endpoint or (not texts and ENDING.search(endpoint)):
            return None
        if sign in self._done and not again:
            return None
        self._done.add(sign)
        self.sent.add(endpoint)
        self.covered |= {(endpoint, one.name) for one in texts}
        given = {one.name: one.value for one in reversed(form.fields) if one.kind != "file"}
        sure = "not " if ENDING.search(endpoint) else ""  # a name written to confirm is wrong
        given |= {one.name: f"{sure}{payload}{number}" for number, one in enumerate(texts)}
        self._twin(endpoint, given)
        for plain in PLAIN:
            page = self._sent(form.method, action, given)
            read = self.read(page, f"{action} from {path}")
            self.answers.append(page.text)
            if page.status_code == 303:
                return page.headers["Location"]
            if not (wrong := [one for one in texts if one.name in read.wrong]):
                return None
            given |= {
                one.name: f"{payload} {PROSE}" if one.kind == "textarea" else plain for one in wrong
            }
        return None

    def _twin(self, endpoint: str, given: dict[str, str]) -> None:
        """What a script sends of the same form: the page's own words for it come back."""
        if (twin := TWINS.get(endpoint)) is not None:
            self.sent.add(twin)
            path = self.app.url_map.bind("localhost").build(twin, method="POST")
            page = self._sent("post", path, given)
            self.read(page, path)
            self.answers.append(page.text)

    def _sent(self, method: str, action: str, given: dict[str, str]) -> TestResponse:
        if method == "get":
            return self.client.get(action, query_string=given)
        return self.client.post(action, data=given)


def text_fields() -> set[tuple[str, str, str]]:
    """Room, form and name of every text field that a form of the application declares."""
    found = set()
    for module in walk_packages(web.__path__, f"{web.__name__}."):
        if not module.name.endswith("forms"):
            continue
        for form in vars(import_module(module.name)).values():
            if isinstance(form, type) and issubclass(form, Form) and form.__module__ == module.name:
                room = module.name.split(".")[2]
                made = form()
                found |= {
                    (room, form.__name__, one.name)
                    for one in made
                    if isinstance(one, StringField) and one.type != "HiddenField"
                }
    return found
