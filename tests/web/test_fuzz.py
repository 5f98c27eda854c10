"""Whatever is sent to whatever address by whomever: a page or a refusal, never a fault of ours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from flask import Flask
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from sqlalchemy import select
from werkzeug.test import run_wsgi_app

from quizapp.services import accounts
from quizapp.services.context import Context
from quizapp.store.models import Classroom, Fact, Question, QuestionVersion, Source, User
from tests.web.conftest import Clock, Visit, fields
from tests.world import signed_in

ROLES = ("visitor", "student", "teacher", "admin")
EACH = 10
"""Requests in one example."""
EXAMPLES, PARTS = 30, 84
"""Examples on each of both databases. `-m proof` goes so many parts: 50,000 requests in all."""
METHODS = ("GET", "GET", "GET", "POST", "POST", "POST", "POST", "HEAD", "PUT", "DELETE", "OPTIONS")
LIKELY = [
    "key",
    "version",
    "choice",
    "text",
    "rating",
    "dont_know",
    "name",
    "password",
    "next",
    "zone",
    "language",
    "theme",
    "new_per_day",
    "time_zone",
    "single_keys",
    "code",
    "again",
    "more",
    "q",
    "words",
    "topic",
    "sort",
    "kind",
    "stem",
    "answer",
    "statement",
    "topic",
    "option-0",
    "option-1",
    "right",
    "unit",
    "explanation",
    "reason",
    "collection",
    "page",
    "size",
    "order",
    "v",
    "step",
    "count",
    "name-0",
    "group-0",
    "password-0",
    "separator",
    "action",
    "pupil",
    "before",
    "typed",
    "time_percent",
    "extra_minutes",
    "due_days",
]
HEADERS = [
    "HTTP_ACCEPT_LANGUAGE",
    "HTTP_ACCEPT_ENCODING",
    "HTTP_X_FRAGMENT",
    "HTTP_ORIGIN",
    "HTTP_REFERER",
    "HTTP_SEC_FETCH_SITE",
    "HTTP_RANGE",
    "HTTP_IF_NONE_MATCH",
    "HTTP_IF_MODIFIED_SINCE",
    "HTTP_USER_AGENT",
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_HOST",
    "HTTP_X_CSRF_TOKEN",
    "HTTP_AUTHORIZATION",
    "HTTP_ACCEPT",
    "HTTP_EXPECT",
    "CONTENT_LENGTH",
    "HTTP_TRANSFER_ENCODING",
]
ODD = (
    b"",
    b"\0",
    b"a\0b",
    b"\xed\xa0\x80",
    b"\xff\xfe",
    b"\xc3",
    b"%00",
    b"%",
    b"../../etc/passwd",
    b"//evil.example",
    b"/\\evil.example",
    b"<script>alert(1)</script>",
    b"{{ 7 * 7 }}",
    b"%(name)s %s {0}",
    b"' OR 1=1 --",
    b"~nines",
    b"-1",
    b"0",
    b"1e999",
    b"NaN",
    b"1.500",
    b"99999999999999999999",
    b"2147483648",
    b"0001-01-01",
    b"9999-12-31",
    b"31 February 1900/-4000",
    b"\xe2\x80\xae\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa9",
    b"~accents",
    b"\r\nSet-Cookie: x=y",
    b"A.B.C.D.E",
    b"a.zz.1.1.x",
    b"~brackets",
    b"~long",
)


HUGE = {
    b"~nines": b"9" * 400,
    b"~accents": b"\xcc\x81" * 300,
    b"~brackets": b"[" * 5000,
    b"~long": b"x" * 30_000,
}
"""What a failing example names in short."""


def whole(pairs: tuple[tuple[str, bytes], ...]) -> list[tuple[str, bytes]]:
    """The fields with what was named in short written out."""
    return [(name, HUGE.get(value, value)) for name, value in pairs]


@dataclass(frozen=True)
class Sent:
    """One request as it reaches the server."""

    role: str
    method: str
    route: int
    parts: tuple[bytes, ...]
    query: tuple[tuple[str, bytes], ...]
    body: tuple[tuple[str, bytes], ...]
    form: str
    token: bool
    headers: dict[str, bytes] = field(default_factory=dict)


def requests(known: list[bytes], names: list[str], routes: int) -> st.SearchStrategy[Sent]:
    """Any request, with values that the database knows among the odd ones."""
    value = st.one_of(st.sampled_from(known), st.sampled_from(ODD), st.binary(max_size=40))
    pairs = st.lists(st.tuples(st.sampled_from(names), value), max_size=6).map(tuple)
    return st.builds(
        Sent,
        role=st.sampled_from(ROLES),
        method=st.sampled_from(METHODS),
        route=st.integers(0, routes - 1),
        parts=st.lists(value, min_size=3, max_size=3).map(tuple),
        query=pairs,
        body=pairs,
        form=st.sampled_from(("form", "form", "form", "multipart", "json", "cut", "odd")),
        token=st.sampled_from((True, True, True, True, False)),
        headers=st.dictionaries(st.sampled_from(HEADERS), value, max_size=2),
    )


class Browsers:
    """One session for each role, opened again when a request has ended it."""

    def __init__(self, app: Flask, context: Context, clock: Clock) -> None:
        self.app, self.context, self.clock = app, context, clock
        self.routes = [rule for rule in app.url_map.iter_rules() if rule.endpoint != "static"]
        self.ids = {
            role: signed_in(context, f"The {role}", role, "UTC", clock.now)[0].id
            for role in ROLES[1:]
        }
        self.tokens: dict[str, str] = {}
        self.sent = 0

    def _cookie(self, role: str) -> tuple[str, str]:
        """The cookie of a role and the token that its forms carry."""
        if role == "visitor":
            return "quizapp_visitor=somebody", self.context.sign("csrf", "somebody")
        token = self.tokens.get(role, "")
        if not token or accounts.who(self.context, token, self.clock.now) is None:
            token = accounts.open_session(self.context, self.ids[role], self.clock.now)
            self.tokens[role] = token
        return f"quizapp_session={token}", self.context.sign("csrf", token)

    def send(self, sent: Sent) -> None:
        """Send it; a fault fails, as an exception or as a status of 500 and more."""
        rule = self.routes[sent.route]
        parts = dict(zip(sorted(rule.arguments), sent.parts, strict=False))
        path = "".join(
            HUGE.get(parts[text], parts[text]).decode("latin-1") if dynamic else text
            for dynamic, text in rule._trace[1:]
        ).removeprefix("|")
        cookie, csrf = self._cookie(sent.role)
        body = [*whole(sent.body), *([("csrf_token", csrf.encode())] if sent.token else [])]
        kind, data = encoded(body, sent.form)
        environ: dict[str, Any] = {
            "REQUEST_METHOD": sent.method,
            "SCRIPT_NAME": "",
            "PATH_INFO": path,
            "QUERY_STRING": urlencode(whole(sent.query)),
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": "localhost",
            "HTTP_COOKIE": cookie,
            "CONTENT_TYPE": kind,
            "CONTENT_LENGTH": str(len(data)),
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": BytesIO(data),
            "wsgi.errors": BytesIO(),
            "wsgi.multithread": True,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }
        for name, value in sent.headers.items():
            # a server hands no line break and no NUL on
            clean = HUGE.get(value, value).translate(None, b"\r\n\0").decode("latin-1")
            environ[name] = f"{cookie}; {clean}" if name == "HTTP_COOKIE" else clean
        if not environ["CONTENT_LENGTH"].isdigit():
            environ["CONTENT_LENGTH"] = ""  # servers answer such a request themselves
        content, status, _ = run_wsgi_app(self.app, environ, buffered=True)
        self.sent += 1
        assert int(status.split()[0]) < 500, (status, b"".join(content)[:500])


def encoded(body: list[tuple[str, bytes]], form: str) -> tuple[str, bytes]:
    """The fields as a browser, a broken browser or a stranger would send them."""
    if form == "multipart":
        parts = [
            b'--b\r\nContent-Disposition: form-data; name="%b"\r\n\r\n%b\r\n'
            % (name.encode(), value)
            for name, value in body
        ]
        return "multipart/form-data; boundary=b", b"".join(parts) + b"--b--\r\n"
    data = urlencode(body).encode()
    if form == "json":
        return "application/json", b'{"key": ' + b"[" * 3000
    if form == "cut":
        return "multipart/form-data; boundary=b", b"--b\r\nContent-Disposition: form-da" + data
    if form == "odd":
        return "application/x-www-form-urlencoded; charset=utf-7", data.replace(b"=", b"")
    return "application/x-www-form-urlencoded", data


def known_values(context: Context, browsers: Browsers, visit: Visit) -> list[bytes]:
    """Ids that are there, and answer forms that were shown to somebody."""
    columns = (
        Question.public_id,
        QuestionVersion.public_id,
        Fact.public_id,
        Classroom.public_id,
        Classroom.join_code,
        User.public_id,
        Source.slug,
    )
    found: list[str] = []
    with context.store.read() as connection:
        for column in columns:
            found += connection.execute(select(column).limit(4)).scalars()
    for role in ROLES[1:]:
        client = visit("", role)
        client.set_cookie("quizapp_session", browsers._cookie(role)[0].partition("=")[2])
        shown = fields(client.get("/study").text)
        found += [shown.get("key", ""), shown.get("version", "")]
    return [quote(value, safe="").encode() for value in found if value]


def fuzz(browsers: Browsers, known: list[bytes], names: list[str], part: int) -> None:
    """Send the requests of one part."""
    one = requests(known, names, len(browsers.routes))

    @seed(part)
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(one, min_size=EACH, max_size=EACH))
    def send_all(batch: list[Sent]) -> None:
        for sent in batch:
            browsers.send(sent)

    send_all()


@pytest.fixture
def prepared(app: Flask, context: Context, clock: Clock, visit: Visit) -> Callable[[int], Browsers]:
    """A school with a class, and a way to send it anything."""
    browsers = Browsers(app, context, clock)
    teacher = app.test_client()
    teacher.set_cookie("quizapp_session", browsers._cookie("teacher")[0].partition("=")[2])
    csrf = browsers._cookie("teacher")[1]
    for name in ("Class one", "Class two"):
        teacher.post("/classrooms", data={"csrf_token": csrf, "name": name})
    known = known_values(context, browsers, visit)
    pages = ("/", "/study", "/questions/new", "/account", "/classrooms", "/facts", "/reports")
    names = {*LIKELY, *(name for page in pages for name in fields(teacher.get(page).text))}

    def run(part: int) -> Browsers:
        fuzz(browsers, known, sorted(names - {"csrf_token"}), part)
        return browsers

    return run


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One part usually, all of them where only proofs were asked for."""
    if "part" in metafunc.fixturenames:
        long = metafunc.config.getoption("markexpr") == "proof"
        metafunc.parametrize("part", range(PARTS if long else 1))


@pytest.mark.proof
def test_nothing_sent_anywhere_is_a_fault(prepared: Callable[[int], Browsers], part: int) -> None:
    assert prepared(part).sent >= EXAMPLES * EACH
