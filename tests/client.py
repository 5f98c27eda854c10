"""A small browser without scripts for real servers: cookies, forms, nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.client import HTTPConnection
from urllib.parse import urlencode, urljoin, urlsplit

PASSWORD = "correct horse battery"
PATIENCE_S = 60


@dataclass
class Form:
    """A form of a page: where it goes, its fields as they stand, the values of its radios."""

    action: str
    method: str
    id: str
    fields: dict[str, str] = field(default_factory=dict)
    choices: list[str] = field(default_factory=list)
    ratings: list[str] = field(default_factory=list)
    typed: bool = False


class Forms(HTMLParser):
    """Finds the forms of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[Form] = []
        self._open: Form | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Open a form, or note one of its fields."""
        given = {name: value or "" for name, value in attributes}
        if tag == "form":
            self._open = Form(
                given.get("action", ""), given.get("method", "get"), given.get("id", "")
            )
            self.found.append(self._open)
        elif self._open is None or "name" not in given:
            return
        elif given.get("type") == "radio":
            self._open.choices.append(given["value"])
        elif tag == "button":
            if given["name"] == "rating":
                self._open.ratings.append(given["value"])
        elif tag == "input":
            self._open.fields[given["name"]] = given.get("value", "")
            self._open.typed |= given.get("type") == "text"

    def handle_endtag(self, tag: str) -> None:
        """Close a form."""
        if tag == "form":
            self._open = None


@dataclass
class Page:
    """What a server answered."""

    status: int
    text: str
    location: str

    def form(self, action: str) -> Form:
        """The first form that goes to an address that ends so."""
        for one in Forms(self.text).found:
            if one.action.endswith(action):
                return one
        raise AssertionError(f"no form to {action} in a page of status {self.status}:\n{self.text}")


class Client:
    """One person's browser on one server; keeps its connection and its cookies."""

    def __init__(self, url: str) -> None:
        self._host = urlsplit(url).netloc
        self._connection = HTTPConnection(self._host, timeout=PATIENCE_S)
        self.cookies: dict[str, str] = {}

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()

    def get(self, path: str) -> Page:
        """Ask for a page."""
        return self._send("GET", path, None)

    def post(self, path: str, fields: dict[str, str]) -> Page:
        """Send a form."""
        return self._send("POST", path, urlencode(fields))

    def _send(self, method: str, path: str, body: str | None) -> Page:
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self._connection.request(method, path, body, headers)
        response = self._connection.getresponse()
        text = response.read().decode()
        for name, value in response.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        return Page(response.status, text, urljoin(path, response.getheader("Location", "")))

    def sign_up(self, name: str) -> None:
        """Make a pupil's account and stay signed in."""
        form = self.get("/account/sign-up").form("")
        done = self.post("/account/sign-up", form.fields | {"name": name, "password": PASSWORD})
        assert done.status == 303, done.text

    def question(self) -> Form:
        """The form of the next question, a flashcard already turned over."""
        page = self.get("/study")
        assert page.status == 200, page.text
        if 'action="/study/reveal"' in page.text:
            form = page.form("/study/reveal")
            page = self.post("/study/reveal", form.fields)
            assert page.status == 200, page.text
        return page.form("/study/answer")

    def answer(self, form: Form) -> Page:
        """Answer a question somehow: the first option, Good, or that one does not know."""
        fields = dict(form.fields)
        if form.choices:
            fields["choice"] = form.choices[0]
        elif form.ratings:
            fields["rating"] = "3"
        else:
            fields["dont_know"] = "1"
        return self.post("/study/answer", fields)
