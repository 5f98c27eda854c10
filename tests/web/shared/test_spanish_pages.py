"""Every page in Spanish: crawled as a visitor, a pupil, a teacher and an admin, none left out."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from quizapp.services import first_admin, quizzes
from quizapp.services.context import Context
from quizapp.services.objections import making
from quizapp.services.objections.making import Place
from quizapp.services.sources import running
from quizapp.store.models import User
from quizapp.store.queries.people import Person, person_with
from quizapp.web.shared import words
from tests.services.quizzes.essay_desk import desk
from tests.services.quizzes.sittings import Class, sit
from tests.services.study.sittings import ANSWERS
from tests.web.conftest import Clock, Visit, fields, radios, token
from tests.web.shared.spanish import Said, in_spanish, left_in_english
from tests.world import NOON, PASSWORD

NO_BREAK = "\N{NO-BREAK SPACE}"
APART = {"static", "pictures.picture", "health.live", "health.ready", "account.first_admin"}
"""Addresses without words for people, and one that has its own test."""


@pytest.fixture
def engine_url(sqlite_url: str) -> str:
    """One kind of database: what pages say does not depend on it."""
    return sqlite_url


def read(html: str, what: str) -> Said:
    """A page that must be Spanish, read."""
    page = Said(html)
    assert page.language == "es", what
    assert page.texts, what
    left = list(left_in_english(page))
    assert left == [], f"{what} says in English: {left}"
    return page


def crawl(client: FlaskClient, *starts: str) -> set[str]:
    """Follow every link from `starts`; each page must be Spanish. The paths where one arrived."""
    waiting, followed, arrived = ["/", *starts], set(), set()
    while waiting:
        path = waiting.pop()
        if path in followed:
            continue
        followed.add(path)
        page = client.get(path, follow_redirects=True)
        own_code = path.startswith("/join/") and page.status_code == 422
        assert page.status_code == 200 or own_code, path
        arrived.add(page.request.path)
        if page.mimetype == "text/html":
            links = read(page.text, path).links
            waiting += [link for link in links if link.startswith("/") and len(followed) < 190]
    return arrived


def answer_all(client: FlaskClient, clock: Clock) -> tuple[set[str], str]:
    """Answer until the end, each kind wrongly the first time: the kinds met, and the last page."""
    kinds: set[str] = set()
    for _ in range(40):
        html = client.get("/study").text
        if 'data-state="end"' in html:
            break
        read(html, "question")
        kind = html.split('data-kind="')[1].split('"')[0]
        clock.forward(seconds=5)
        read(_answered(client, html, right=kind in kinds), f"verdict on {kind}")
        clock.forward(minutes=1)
        kinds.add(kind)
    return kinds, html


def _answered(client: FlaskClient, html: str, *, right: bool) -> str:
    data = fields(html)
    if 'data-kind="flashcard"' in html:
        read(client.post("/study/reveal", data=data).text, "reveal")
        return client.post("/study/answer", data=data | {"rating": "3" if right else "1"}).text
    if choices := radios(html, "choice"):
        return client.post("/study/answer", data=data | {"choice": choices[not right]}).text
    solution = next(answer for stem, answer in ANSWERS.items() if stem in html)
    text = solution if right else "1801"
    return client.post("/study/answer", data=data | {"text": text}).text


def test_a_visitor_reads_spanish(visit: Visit) -> None:
    client = in_spanish(visit())
    assert {"/", "/how-it-works", "/account/sign-in", "/account/sign-up"} <= crawl(client)
    html = client.get("/").text
    data = fields(html) | {"choice": radios(html, "choice")[0]}
    read(client.post("/try", data=data).text, "the visitor's try")


def test_a_pupil_reads_spanish_from_first_question_to_end(visit: Visit, clock: Clock) -> None:
    bob = in_spanish(visit("Bob"))
    crawl(bob)
    kinds, end = answer_all(bob, clock)
    assert len(kinds) == 5
    said = read(end, "end").texts
    assert any(re.fullmatch(r"\d+ de \d+ respuestas correctas", text) for text in said)
    clock.forward(days=9)
    seen = crawl(visit("Bob"), "/classrooms")
    assert {"/progress", "/facts", "/account", "/classrooms", "/join"} <= seen
    assert any(path.startswith("/sources/") for path in seen)


def test_a_guest_reads_spanish_on_the_way_to_an_account(visit: Visit, clock: Clock) -> None:
    client = in_spanish(visit())
    answer_all(client, clock)
    assert {"/", "/progress", "/account", "/account/data"} <= crawl(client)
    form = fields(client.get("/account/sign-up").text)
    client.post("/account/sign-up", data=form | {"name": "Bob", "password": PASSWORD})
    read(client.get("/").text, "home after the guest got a name")


def test_a_session_that_is_over_says_so_in_spanish(visit: Visit, clock: Clock) -> None:
    bob = in_spanish(visit("Bob"))
    while 'id="text"' not in (html := bob.get("/study").text):
        _answered(bob, html, right=True)
        clock.forward(minutes=1)
    clock.forward(hours=9)
    page = bob.post("/study/answer", data=fields(html) | {"text": "1924"})
    assert page.status_code == 401
    read(page.text, "signing in with an answer that is kept")
    data = fields(page.text) | {"name": "Bob", "password": PASSWORD}
    verdict = bob.post("/account/sign-in", data=data, follow_redirects=True)
    assert verdict.status_code == 200
    read(verdict.text, "the verdict after signing in again")


def named(context: Context, name: str) -> Person:
    """Somebody who visited, as services know people."""
    with context.store.read() as connection:
        number = connection.execute(select(User.id).where(User.name == name)).scalar_one()
        return person_with(connection, number)


def held(context: Context, clock: Clock, place: str) -> tuple[str, ...]:
    """A quiz of Alice's class, submitted by Bob, open before Dora: where teachers and Dora look."""
    room = Class(context, named(context, "Alice"), place.rpartition("/")[2], "")
    quiz = room.quiz()
    assignment = room.assign(quiz)
    sat = sit(context, named(context, "Bob"), quiz, clock.now, (True, False))
    wrong = Place(attempt=sat, position=2)
    making.object_to(context, named(context, "Bob"), wrong, "answer", "", clock.now)
    attempt = quizzes.start(context, named(context, "Dora"), quiz, clock.now)
    words = {"topic": "Biblioteca", "statement": "La biblioteca ardió en 1871."}
    essays = desk(context, named(context, "Alice"), named(context, "Bob"), words=words)
    essays.write(named(context, "Bob"))
    return (
        f"/quizzes/{essays.quiz}/marking",
        *(f"/quizzes/{quiz}/edit", f"/reports/quizzes/{quiz}", f"/assignments/{assignment}/live"),
        *(f"/quizzes/{quiz}", f"/attempts/{attempt}"),
    )


def read_text(client: FlaskClient, context: Context, clock: Clock) -> str:
    """The address of the review of a text that was given and read."""
    text = "The lighthouse was built in 1871.\n\nThe tower of Punta Serena is 38 metres high."
    sent = {"csrf_token": token(client, "/sources/new"), "title": "Punta Serena", "text": text}
    given = client.post("/sources/new", data=sent, content_type="multipart/form-data")
    running.work_once(context, clock, "worker")
    return str(given.location)


def test_a_teacher_reads_spanish_and_no_page_is_left_out(
    app: Flask, visit: Visit, clock: Clock, context: Context
) -> None:
    alice, bob, dora = in_spanish(visit("Alice", "teacher")), visit("Bob"), visit("Dora")
    form = {"csrf_token": token(alice), "name": "4B", "time_zone": "America/Lima"}
    place = alice.post("/classrooms", data=form).location
    crawl(alice, place)
    code = Said(alice.get(place).text)
    joined = next(text for text in code.texts if len(text) == 9 and text[4] == "-")
    for pupil in (bob, dora):
        done = pupil.post("/join", data={"csrf_token": token(pupil), "code": joined})
        assert done.status_code == 303
    answer_all(in_spanish(bob), clock)
    clock.forward(days=9)
    alice = visit("Alice", "teacher")
    made = alice.post("/questions/new", data=question(alice))
    assert made.status_code == 303, made.text
    html = alice.get(f"{made.location}/edit").text
    changed = fields(html) | {"stem": "¿Qué año fue, según el texto?", "right": "0"}
    changed |= texts_of(html)
    done = alice.post(f"{made.location}/edit", data=changed)
    assert done.status_code == 303, done.text
    changed |= {"stem": "¿En qué año fue?"}
    behind = alice.post(f"{made.location}/edit", data=changed)
    assert behind.status_code == 409
    read(behind.text, "somebody saved meanwhile")
    group = alice.post(f"{place}/groups", data={"csrf_token": token(alice), "name": "Faro"})
    *taught, sat, attempt = held(context, clock, place)
    seen = crawl(alice, *taught, place, group.location, made.location, f"{made.location}/edit")
    seen |= crawl(alice, read_text(alice, context, clock))
    bob = visit("Bob")
    seen |= crawl(bob, sat) | crawl(in_spanish(visit("Dora")), sat, attempt, f"{attempt}/submit")
    seen |= crawl(in_spanish(visit())) | change_of_a_fact(in_spanish(visit("Ada", "admin")))
    addresses = app.url_map.bind("")
    met = {addresses.match(path)[0] for path in seen}
    pages = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    assert pages - met - APART == set(), "no link leads there, so nobody read it in Spanish"


def change_of_a_fact(ada: FlaskClient) -> set[str]:
    """An admin's way to a school's own wording of a fact."""
    facts = Said(ada.get("/facts").text).links
    fact = min(link for link in facts if re.fullmatch(r"/facts/[\w.-]+", link))
    arrived = {"/facts/changes", f"{fact}/change"}
    for path in arrived:
        read(ada.get(path).text, path)
    return arrived


def texts_of(html: str) -> dict[str, str]:
    """The options of the editor's form, which carry the same words again."""
    return {name: value for name, value in fields(html).items() if name.startswith("options-")}


def question(client: FlaskClient) -> dict[str, str]:
    """A question as the editor sends it."""
    return fields(client.get("/questions/new").text) | {
        "audience": "",
        "statement": "The second hut was built in 1931.",
        "topic": "Huts",
        "source": "",
        "stem": "¿Cuándo se construyó la segunda cabaña?",
        "right": "0",
        "options-0-text": "in 1931",
        "options-1-text": "in 1941",
        "options-2-text": "in 1951",
    }


def test_the_checks_of_the_editor_speak_spanish(visit: Visit) -> None:
    alice = in_spanish(visit("Alice", "teacher"))
    empty = fields(alice.get("/questions/new").text)
    refused = alice.post("/questions/new", data=empty)
    assert refused.status_code == 422
    read(refused.text, "an empty question")
    flawed = question(alice) | {
        "stem": "Which is never right",
        "options-2-text": "all of the above",
    }
    flawed |= {"options-1-text": "in 1931 ", "paragraph": "x", "statement": ""}
    read(alice.post("/questions/preview", data=flawed).text, "a flawed question")


@pytest.mark.parametrize(
    ("path", "given"),
    [
        ("/account/sign-up", {"name": "", "password": ""}),
        ("/account/sign-up", {"name": "Bob", "password": "seven77"}),
        ("/account/sign-up", {"name": "Bob", "password": "correct horse battery"}),
        ("/account/sign-in", {"name": "Bob", "password": "not that one"}),
    ],
)
def test_refusals_speak_spanish(visit: Visit, path: str, given: dict[str, str]) -> None:
    visit("Bob")
    client = in_spanish(visit())
    back = client.post(path, data=fields(client.get(path).text) | given)
    assert back.status_code == 422
    read(back.text, path)


def test_error_pages_speak_spanish(visit: Visit) -> None:
    bob = in_spanish(visit("Bob"))
    for path, code in (("/nothing-here", 404), ("/questions", 403), ("/account/language", 405)):
        page = bob.get(path)
        assert page.status_code == code
        read(page.text, path)
    page = bob.post("/join", data={"code": "AAAA-AAAA"})
    assert page.status_code == 400
    read(page.text, "a form without its token")
    page = bob.post("/join", data={"csrf_token": token(bob), "code": "AAAA-AAAA"})
    assert page.status_code == 422
    read(page.text, "a code of no class")


def test_the_first_admin_reads_spanish(visit: Visit, context: Context) -> None:
    client = in_spanish(visit())
    link = first_admin.make_admin_link(context, NOON)
    page = client.get(f"/account/first/{link.rsplit('/', 1)[-1]}")
    assert page.status_code == 200
    read(page.text, "the one-time link")
    crawl(in_spanish(visit("Ada", "admin")))


def test_the_file_of_a_report_speaks_spanish(visit: Visit) -> None:
    alice = in_spanish(visit("Alice", "teacher"))
    form = {"csrf_token": token(alice), "name": "4B", "time_zone": "America/Lima"}
    place = alice.post("/classrooms", data=form).location
    sheet = alice.get(f"/reports{place}.csv").data.decode("utf-8-sig")
    assert sheet.startswith("Estudiante,Todo (%),Último estudio,")


def test_english_pages_are_found_to_be_english(visit: Visit) -> None:
    for client, path in ((visit(), "/"), (visit("Bob"), "/"), (visit("Bob"), "/account")):
        assert len(list(left_in_english(Said(client.get(path).text)))) > 5


def test_dates_and_numbers_are_spanish(app: Flask, visit: Visit) -> None:
    with app.test_request_context(headers={"Accept-Language": "es-PE,es;q=0.9"}):
        app.preprocess_request()
        assert words.day(date(2026, 11, 24)) == "martes 24 de noviembre"
        assert words.short_day(date(2026, 12, 3)) == "3 de diciembre".replace(" ", NO_BREAK)
        assert words.number(7000) == "7.000"
        assert words.percent(0.74) == f"74{NO_BREAK}%"
        assert words.as_of("1992-09") == "septiembre de 1992"
        assert words.interval(timedelta(minutes=10)) == f"10{NO_BREAK}min"
        assert words.interval(timedelta(days=1)) == f"1{NO_BREAK}día"
        assert words.interval(timedelta(days=90)) == f"3{NO_BREAK}meses"
    home = in_spanish(visit("Bob")).get("/").text
    assert "martes 24 de noviembre" in home
