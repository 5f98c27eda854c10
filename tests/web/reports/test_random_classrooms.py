"""Random classrooms: page = CSV = spreadsheet, cell for cell, and the log says the same."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from html.parser import HTMLParser
from random import Random
from typing import Any

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook
from sqlalchemy import select

from quizapp.services import quizzes
from quizapp.services.checking.running import check
from quizapp.services.context import Context
from quizapp.store.models import Fact, Regrade, User
from quizapp.store.queries.people import person_with
from tests.web.conftest import Clock, Visit
from tests.web.reports.drawn_classrooms import QUESTIONS, Drawn, draw
from tests.web.reports.log_of import Log, whole
from tests.world import NOON

Table = list[list[str]]
TEACHERS = ("Rosa", "Carol")
SHIELDED = ("'=", "'+", "'-", "'@")
"""How a text begins that would be a formula in a CSV."""


class Tables(HTMLParser):
    """The bodies of a page's tables by their class; an instant stands for what a page says of it.

    What stands under a cell's own value, or for screen readers only, is left out.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.bodies: dict[str, Table] = {}
        self._body: Table | None = None
        self._name = ""
        self._hidden: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if tag == "table":
            self._name = given["class"].removeprefix("table").strip()
        if tag == "tbody":
            self._body = self.bodies.setdefault(self._name, [])
        if self._body is None:
            return
        if tag == "tr":
            self._body.append([])
        if tag in ("td", "th"):
            self._body[-1].append("")
        if tag == "time":
            self._body[-1][-1] += given["datetime"]
        if not self._hidden and (tag == "time" or given.get("class") in ("under", "right-mark")):
            self._hidden = [tag]
        elif self._hidden and tag == self._hidden[0]:
            self._hidden.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "tbody":
            self._body = None
        if self._hidden and tag == self._hidden[0]:
            self._hidden.pop()

    def handle_data(self, data: str) -> None:
        if self._body and self._body[-1] and not self._hidden:
            self._body[-1][-1] += " ".join(data.split(" ")).strip("\n")


def files(client: FlaskClient, place: str) -> list[Table]:
    """The tables of a report's CSV, after the spreadsheet was found to have the same cells."""
    text = client.get(f"{place}.csv").data.decode("utf-8-sig")
    tables: list[Table] = [[]]
    for row in csv.reader(io.StringIO(text, newline="")):
        if row:
            tables[-1].append([cell[1:] if cell[:2] in SHIELDED else cell for cell in row])
        else:
            tables.append([])
    book = load_workbook(io.BytesIO(client.get(f"{place}.xlsx").data))
    assert [[_cells(row) for row in sheet] for sheet in book] == tables
    return tables


def _cells(row: Sequence[Any]) -> list[str]:
    return [_text(cell) for cell in row]


def _text(cell: Any) -> str:
    """A cell of a spreadsheet as the CSV has it; a text is a text, a number a number."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime):
        assert cell.is_date
        day = "hh" not in cell.number_format
        return f"{value:%Y-%m-%d}" if day else f"{value:%Y-%m-%dT%H:%M:%SZ}"
    if isinstance(value, int | float):
        assert cell.data_type == "n"
        places = len(cell.number_format.partition(".")[2])
        return str(value) if cell.number_format == "General" else f"{value:.{places}f}"
    assert cell.data_type == "s"
    return str(value)


def per_cent(cell: str) -> str:
    """A whole number of per cent as a page shows it."""
    return f"{cell}\u00a0%" if cell else "–"


def number(cell: str) -> str:
    """A number with decimals as a page shows it."""
    return f"{Decimal(cell).normalize():f}" if cell else "–"


class Proof:
    """The reports of drawn classrooms against their files and the log."""

    def __init__(self, log: Log, client: FlaskClient, drawn: Drawn) -> None:
        self.log, self.client, self.drawn = log, client, drawn
        self.room = log.rooms[drawn.room]

    def page(self, place: str) -> dict[str, Table]:
        """The tables of a page."""
        answer = self.client.get(place)
        assert answer.status_code == 200, place
        return Tables(answer.text).bodies

    def classroom(self) -> None:
        """The class and two of its learners."""
        place = f"/reports/classrooms/{self.drawn.room}"
        ((heads, *rows),), page = files(self.client, place), self.page(place)
        topics = [head.removesuffix(" (%)") for head in heads[3:-4]]
        met = [at for at in range(3, 3 + len(topics)) if any(row[at] for row in rows)]
        assert page.get("heat", []) == [
            [
                row[0],
                per_cent(row[1]),
                row[2] or "not yet",
                *(row[at] or "–" for at in met),
                f"{row[-4]} of {row[-2]}",
            ]
            for row in rows
        ]
        pupils = self.log.pupils(self.room.id)
        wanted = [self.log.class_row(self.room, one, topics) for one in pupils]
        assert sorted(row[:-2] for row in rows) == sorted(wanted)
        for pupil in pupils[:2]:
            name = self.log.users[pupil.user_id].name
            self._student(pupil, next(row for row in rows if row[0] == name))

    def _student(self, pupil: Any, row: list[str]) -> None:
        user = self.log.users[pupil.user_id]
        place = f"/reports/classrooms/{self.drawn.room}/students/{user.public_id}"
        tables, page = files(self.client, place), self.page(place)
        figures, topics, weakest = (table[1:] for table in tables)
        answers, right = self.log.lately(pupil)
        said = [value for _name, value in figures]
        assert said[:5] == [row[1], row[2], row[-4], row[-2], row[-3]]
        assert said[5:] == [str(answers), str(right), row[-1]]
        if row[1]:
            assert page["dense"] == [[one, per_cent(share), *rest] for one, share, *rest in topics]
            assert len(weakest) == min(int(row[-4]), 10)

    def quizzes(self) -> None:
        """The scores of each quiz and its questions."""
        for quiz in self.drawn.quizzes:
            place = f"/reports/quizzes/{quiz}"
            ((_heads, *scores),) = files(self.client, place)
            ((_heads, *items),) = files(self.client, f"{place}/questions")
            page = self.page(place)
            assert sorted(row[:4] for row in scores) == self.log.score_rows(quiz)
            assert sorted((int(row[2]), row[3]) for row in items) == sorted(
                self.log.item_rows(quiz).values()
            )
            assert page.get("scores", []) == [
                [row[0], row[1], per_cent(row[2]), row[3], number(row[4])] for row in scores
            ]
            assert [row[:5] for row in page.get("items", [])] == [
                [row[0], row[2], per_cent(row[3]), number(row[4]), f"{row[5]} s" if row[5] else "–"]
                for row in items
            ]

    def question(self, asked: str) -> None:
        """One question over all classes of the teacher."""
        place = f"/reports/questions/{asked}"
        tables, page = files(self.client, place), self.page(place)
        figures, *options = (table[1:] for table in tables)
        first = self.log.first_answers(self.drawn.teacher.id, asked)
        said = dict(zip(("stem", "answered", "right", "facility"), figures, strict=False))
        assert said["answered"][1] == str(len(first))
        assert said["right"][1] == str(sum(one.score >= 1 for one in first))
        mean = sum(one.score for one in first) / len(first) if first else None
        assert said["facility"][1] == whole(mean)
        for table in options:
            assert page["chose"] == [[row[0], row[2], *map(per_cent, row[3:])] for row in table]
            assert sum(int(row[2]) for row in table) == sum(not one.dont_know for one in first)

    def fact(self, public_id: str, number: int) -> None:
        """One fact over all classes of the teacher."""
        place = f"/reports/facts/{public_id}"
        tables, page = files(self.client, place), self.page(place)
        classes, learners = (table[1:] for table in tables)
        assert page["by-class"] == [
            [row[0], row[1], per_cent(row[2]), f"{row[3]} of {row[4]}", per_cent(row[5])]
            for row in classes
        ]
        assert page.get("by-learner", []) == [
            [row[0], row[1], per_cent(row[2]), row[3]] for row in learners
        ]
        wanted = []
        for room in self.log.taught(self.drawn.teacher.id):
            for pupil in self.log.pupils(room):
                review = self.log.memory(pupil.user_id, pupil.joined_at).get(number)
                if review is not None:
                    share = whole(self.log.recall(pupil.user_id, review))
                    wanted.append(
                        [self.log.users[pupil.user_id].name, share, str(review.local_day)]
                    )
        assert sorted([row[0], *row[2:]] for row in learners) == sorted(wanted)


def prove(context: Context, visit: Visit, seed: int, count: int) -> None:
    """Draw so many classrooms of two teachers, then hold every report against file and log."""
    clients = {name: visit(name, "teacher") for name in TEACHERS}
    with context.store.read() as connection:
        numbers = {row.name: row.id for row in connection.execute(select(User.name, User.id))}
        teachers = [person_with(connection, numbers[name]) for name in TEACHERS]
    drawn = [
        draw(context, teachers[number % 2], Random(f"{seed} {number}"), number)
        for number in range(count)
    ]
    for client, made in zip(clients.values(), drawn, strict=False):
        for quiz in made.quizzes:  # what time has closed is submitted on looking
            assert client.get(f"/reports/quizzes/{quiz}").status_code == 200
    quizzes.sweep(context, NOON)
    log = Log(context, NOON)
    assert log.stored() == log.counted()
    assert check(context.store, NOON).findings == []
    with context.store.read() as connection:
        regraded = set(connection.execute(select(Regrade.question_id)).scalars())
        facts = {
            row.public_id: row.id for row in connection.execute(select(Fact.public_id, Fact.id))
        }
    for made in drawn:
        proof = Proof(log, clients[made.teacher.name], made)
        proof.classroom()
        proof.quizzes()
        for quiz in made.quizzes:
            assert not log.unmarked(quiz, regraded)
    for made in drawn[:2]:
        proof = Proof(log, clients[made.teacher.name], made)
        for asked in QUESTIONS:
            proof.question(asked)
        for public_id, number in facts.items():
            proof.fact(public_id, number)


@pytest.mark.proof
def test_three_classrooms_of_chance(context: Context, visit: Visit, clock: Clock) -> None:
    prove(context, visit, seed=1, count=3)


@pytest.mark.proof
@pytest.mark.long
@pytest.mark.parametrize("seed", range(2, 7))
def test_fifty_classrooms_of_chance(
    seed: int, context: Context, visit: Visit, clock: Clock
) -> None:
    prove(context, visit, seed, count=10)
