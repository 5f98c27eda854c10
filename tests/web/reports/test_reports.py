"""Reports in the browser: page and file have the same numbers, and only their teacher has them."""

from __future__ import annotations

import csv
import io
import re
import sys
from datetime import timedelta
from html import unescape
from html.parser import HTMLParser

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from quizapp.services import classrooms
from quizapp.services.context import Context
from quizapp.store.models import Fact, User
from quizapp.store.queries.people import PERSON_COLUMNS, Person
from tests.factories import ask_for, make_cards, make_classroom, make_facts, make_pupils
from tests.services.study.sittings import sit
from tests.web.conftest import Clock, Visit
from tests.world import NOON, person, statements


class Cells(HTMLParser):
    """The rows of a page's heat table as text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._inside = self._cell = False
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if tag == "table":
            self._inside = "heat" in (given.get("class") or "")
        if self._inside and tag == "tr":
            self.rows.append([])
        if self._inside and tag in ("td", "th"):
            self.rows[-1].append("")
            self._cell = True
        if tag == "time":
            self.rows[-1][-1] = given["datetime"] or ""
            self._cell = False

    def handle_endtag(self, tag: str) -> None:
        self._inside &= tag != "table"
        self._cell &= tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self._inside and self._cell:
            self.rows[-1][-1] += data.strip()


def sheet(client: FlaskClient, place: str) -> list[dict[str, str]]:
    answer = client.get(f"{place}.csv")
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"))))


def account(context: Context, name: str) -> Person:
    """The person of an account that exists already."""
    with context.store.read() as connection:
        row = connection.execute(select(*PERSON_COLUMNS).where(User.name == name)).one()
    return Person(*row)


def test_the_file_has_the_numbers_of_the_page(visit: Visit, context: Context, clock: Clock) -> None:
    rosa = visit("Rosa", "teacher")
    someone = account(context, "Rosa")
    public_id, code = make_classroom(context, someone, at=NOON - timedelta(days=30))
    bob = person(context, "Bob")
    classrooms.join(context, bob, code, NOON - timedelta(days=20))
    sit(context, bob, NOON - timedelta(days=9), 4)
    one, two, _absent = make_pupils(context, public_id, 3, joined=NOON - timedelta(days=20))
    facts = make_facts(context, 9, topics=3)
    ask_for(context, facts + make_facts(context, 1, topic="Never met"))
    make_facts(context, 1, topic="Never asked")
    make_cards(context, [one], facts, stability=1, at=NOON - timedelta(days=19))
    make_cards(context, [two], facts[:2], stability=0.001, at=NOON - timedelta(days=1))
    place = f"/reports/classrooms/{public_id}"
    heads, *rows = Cells(rosa.get(place).text).rows
    found = sheet(rosa, place)
    assert len(rows) == len(found) == 4
    for cells, line in zip(rows, found, strict=True):
        shown = dict(zip(heads, cells, strict=True))
        assert shown["Learner"] == line["Learner"]
        assert shown["All"].removesuffix("\u00a0%") == (line["All (%)"] or "–")
        assert shown["Studied"] == (line["Last studied"] or "not yet")
        assert shown["Met"] == f"{line['Facts met']} of {line['Facts in all']}"
        for topic in ("People", "Station", "Topic 0", "Topic 1", "Topic 2"):
            assert shown[topic] == (line[f"{topic} (%)"] or "–")
    assert {line["All (%)"] for line in found} != {""}
    assert "Never met" not in heads
    assert "Never asked (%)" not in found[0]
    assert "Nobody has met yet: Never met." in rosa.get(place).text
    assert {line["Never met (%)"] for line in found} == {""}
    idle = next(line for line in found if line["Learner"] == "Pupil 000")
    assert idle["Needs help"].startswith("Has not studied since 5")
    assert idle["Facts due"] == "9"


def test_a_name_that_is_a_formula_is_defused_in_the_file(visit: Visit, context: Context) -> None:
    rosa = visit("Rosa", "teacher")
    public_id, code = make_classroom(context, account(context, "Rosa"))
    classrooms.join(context, person(context, '=HYPERLINK("x")'), code, NOON)
    answer = rosa.get(f"/reports/classrooms/{public_id}.csv")
    assert answer.data.startswith(b"\xef\xbb\xbf")
    assert answer.content_type == "text/csv; charset=utf-8"
    assert 'filename="4B-2026-11-24.csv"' in answer.headers["Content-Disposition"]
    assert sheet(rosa, f"/reports/classrooms/{public_id}")[0]["Learner"] == '\'=HYPERLINK("x")'


def test_reports_are_for_their_teacher_alone(visit: Visit, context: Context) -> None:
    rosa, carol, bob = visit("Rosa", "teacher"), visit("Carol", "teacher"), visit("Bob")
    public_id, code = make_classroom(context, account(context, "Rosa"), name="Secret class")
    make_classroom(context, account(context, "Carol"))
    classrooms.join(context, account(context, "Bob"), code, NOON)
    pupil = account(context, "Bob").public_id
    place = f"/reports/classrooms/{public_id}"
    one = f"{place}/students/{pupil}"
    pages = (place, f"{place}.csv", f"{place}.xlsx", one, f"{one}.csv", f"{one}.xlsx")
    for page in pages:
        assert rosa.get(page).status_code == 200, page
        assert carol.get(page).status_code == 404, page
        assert carol.get(page.replace(public_id, public_id.upper())).status_code == 404
        assert bob.get(page).status_code == 403, page
        assert "/account/sign-in" in visit().get(page).location
    assert rosa.get(f"{place}/students/{pupil.upper()}").status_code == 404
    assert rosa.get(f"{place}/students/{account(context, 'Carol').public_id}").status_code == 404
    for spelling in (
        f"{place}.CSV",
        f"{place}.csv.csv",
        f"{place}%2ecsv%20",
        "/reports/classrooms/1",
    ):
        assert carol.get(spelling).status_code == 404
    assert "Secret class" in rosa.get("/reports").text
    assert "Secret class" not in carol.get("/reports").text
    assert bob.get("/reports").status_code == 403


def test_without_the_package_a_sentence_says_what_to_install(
    visit: Visit, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    rosa = visit("Rosa", "teacher")
    public_id, _ = make_classroom(context, account(context, "Rosa"))
    answer = rosa.get(f"/reports/classrooms/{public_id}.xlsx")
    assert answer.status_code == 400
    assert "pip install &#34;.[xlsx]&#34;" in answer.text


def test_a_fact_is_reported_to_its_teachers_over_their_own_classes(
    visit: Visit, context: Context
) -> None:
    rosa, carol = visit("Rosa", "teacher"), visit("Carol", "teacher")
    public_id, _ = make_classroom(context, account(context, "Rosa"))
    make_classroom(context, account(context, "Carol"))
    one, two, _absent = make_pupils(context, public_id, 3, joined=NOON - timedelta(days=20))
    (fact,) = make_facts(context, 1)
    make_cards(context, [one], [fact], stability=0.001, at=NOON - timedelta(days=9))
    make_cards(context, [two], [fact], stability=300)
    with context.store.read() as connection:
        name = connection.execute(select(Fact.public_id).where(Fact.id == fact)).scalar_one()
    place = f"/reports/facts/{name}"
    page = rosa.get(place).text
    assert "1 of 2 learners" in page
    assert "2 of 3" in page
    assert "Nobody has met it yet" in carol.get(place).text
    assert "Pupil" not in carol.get(f"{place}.csv").text
    assert visit("Bob").get(place).status_code == 403
    for address in ("/reports/facts/none", "/reports/facts/none.csv", f"{place}.pdf"):
        assert rosa.get(address).status_code == 404


def test_who_needs_help_is_named_with_the_reason(
    visit: Visit, context: Context, clock: Clock
) -> None:
    rosa = visit("Rosa", "teacher")
    public_id, code = make_classroom(context, account(context, "Rosa"))
    place = f"/reports/classrooms/{public_id}"
    assert "Nobody has joined yet" in rosa.get(place).text
    bob, dan = person(context, "Bob"), person(context, "Dan")
    classrooms.join(context, bob, code, NOON)
    classrooms.join(context, dan, code, NOON)
    assert "Nobody has begun yet" in rosa.get(place).text
    assert "Nobody at the moment." in rosa.get(place).text
    sit(context, bob, NOON, 3)
    clock.forward(days=6)
    rosa = visit("Rosa", "teacher")
    page = rosa.get(place).text
    assert "2 of 2 learners" in page
    assert "Has not studied since 24\u00a0November." in page
    assert "Has not begun. Joined on 24\u00a0November." in page
    assert "6 days ago" in page
    assert page.index(">Bob<") < page.index(">Dan<")
    step = re.search(r'href="(/classrooms/[^"]+/assign[^"]+)"[^>]*>\s*<span>([^<]+)', page)
    assert step is not None
    assert step[2] == "Assign facts to these 2 learners"
    form = rosa.get(unescape(step[1])).text
    for chosen in (bob.public_id, dan.public_id, "some"):
        assert re.search(rf'<input(?=[^>]*checked)[^>]*value="{chosen}"', form), chosen
    learner = rosa.get(f"{place}/students/{bob.public_id}").text
    assert "Has not studied since" in learner
    assert "in 14 days, 3 right" in learner


def test_the_table_can_be_ordered(visit: Visit, context: Context) -> None:
    rosa = visit("Rosa", "teacher")
    public_id, _ = make_classroom(context, account(context, "Rosa"))
    one, two, _three = make_pupils(context, public_id, 3)
    facts = make_facts(context, 3)
    make_cards(context, [one], facts[:2], stability=300)
    make_cards(context, [two], facts, stability=3)

    def names(order: str) -> list[str]:
        page = rosa.get(f"/reports/classrooms/{public_id}?order={order}").text
        return [cells[0][-1] for cells in Cells(page).rows[1:]]

    assert names("name") == ["0", "1", "2"]
    assert names("met") == ["2", "0", "1"]
    assert names("studied") == ["2", "1", "0"]  # the same day: lower recall first
    assert names("nonsense") == names("")


def test_the_page_of_a_large_class_takes_six_statements(visit: Visit, context: Context) -> None:
    rosa = visit("Rosa", "teacher")
    public_id, _ = make_classroom(context, account(context, "Rosa"))
    make_cards(context, make_pupils(context, public_id, 30), make_facts(context, 200))
    with statements(context.store) as sent:
        assert rosa.get(f"/reports/classrooms/{public_id}").status_code == 200
    assert len(sent) == 6
