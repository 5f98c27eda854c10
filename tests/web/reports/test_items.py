"""Reports on a quiz and its questions: page and file agree with what was answered, by hand."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from datetime import timedelta
from html import unescape

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from quizapp.services.context import Context
from quizapp.services.quiz_reports import quiz_report
from quizapp.store.models import User
from quizapp.store.queries.people import Person, person_with
from tests.factories import make_pupils
from tests.services.quizzes.sittings import CHOICES, Class, a_class, sit
from tests.services.study import sittings as study
from tests.web.conftest import Clock, Visit
from tests.world import NOON

PUPILS = 10
"""The first of them gets nothing right, the next ones one, two or three of three."""


def right_ones(number: int) -> tuple[bool, bool, bool]:
    """Which of the three questions the pupil of this number gets right."""
    return number >= 3, number >= 1, number >= 7


def table(page: str, name: str) -> list[list[str]]:
    """The body of the table of this class as text."""
    found = re.search(rf'<table class="table {name}">.*?<tbody>(.*?)</tbody>', page, re.DOTALL)
    assert found is not None
    rows = re.findall(r"<tr>(.*?)</tr>", found[1], re.DOTALL)
    return [
        [
            unescape(" ".join(re.sub(r"<[^>]+>", " ", cell).split()))
            for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)
        ]
        for row in rows
    ]


def file(client: FlaskClient, address: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(client.get(address).data.decode("utf-8-sig"))))


@dataclass(frozen=True, slots=True)
class Sat:
    """A class that has sat a quiz of three questions."""

    made: Class
    quiz: str
    pupils: list[Person]


def named(context: Context, name: str) -> Person:
    with context.store.read() as connection:
        number = connection.execute(select(User.id).where(User.name == name)).scalar_one()
        return person_with(connection, number)


@pytest.fixture
def sat(context: Context, visit: Visit) -> Sat:
    visit("Rosa", "teacher")
    made = a_class(context, named(context, "Rosa"))
    numbers = make_pupils(context, made.room, PUPILS)
    with context.store.read() as connection:
        pupils = [person_with(connection, number) for number in numbers]
    quiz = made.quiz()
    made.assign(quiz)
    for number, pupil in enumerate(pupils):
        sit(context, pupil, quiz, NOON, right_ones(number))
    return Sat(made, quiz, pupils)


def test_scores_and_questions_by_hand_on_the_page_and_in_the_files(
    sat: Sat, visit: Visit, clock: Clock, context: Context
) -> None:
    clock.forward(hours=1)
    rosa = visit("Rosa", "teacher")
    page = rosa.get(f"/reports/quizzes/{sat.quiz}").text
    # 7 + 9 + 3 of 30 answers are right
    assert '63<span class="unit">%' in page
    items = table(page, "items")
    assert [row[1:3] for row in items] == [["10", "70 %"], ["10", "90 %"], ["10", "30 %"]]
    scores = table(page, "scores")
    assert [row[2] for row in scores] == ["0 %"] + ["33 %"] * 2 + ["67 %"] * 4 + ["100 %"] * 3
    assert {row[4] for row in scores} == {"5"}
    rows = file(rosa, f"/reports/quizzes/{sat.quiz}.csv")
    assert [row[2] for row in rows[1:]] == [row[2].removesuffix(" %") for row in scores]
    assert [row[0] for row in rows[1:]] == [row[0] for row in scores]
    questions = file(rosa, f"/reports/quizzes/{sat.quiz}/questions.csv")
    assert [[row[2], f"{row[3]} %"] for row in questions[1:]] == [row[1:3] for row in items]
    assert [row[4] for row in questions[1:]] == [row[3] for row in items]

    report = quiz_report(context, sat.made.teacher, sat.quiz, NOON + timedelta(hours=1))
    first, second, third = report.items
    # first: covariance 1.0 - 0.7 * 1.2, deviations of 0.21 and 0.36; third: 0.6 - 0.3 * 1.6, 0.44
    assert first.discrimination == pytest.approx(0.16 / (0.21 * 0.36) ** 0.5)
    assert third.discrimination == pytest.approx(0.12 / (0.21 * 0.44) ** 0.5)
    assert second.mistakes == 1
    assert 4 <= third.mistakes <= 7
    assert third.mistake in ("wrong one", "wrong two")
    assert report.tenths == (1, 0, 0, 2, 0, 0, 4, 0, 0, 3)


def test_a_question_is_reported_from_first_answers(
    sat: Sat, visit: Visit, context: Context
) -> None:
    rosa = visit("Rosa", "teacher")
    page = rosa.get(f"/reports/questions/{CHOICES[2]}").text
    assert "right at the first answer, 3 of 10 learners" in page
    chose = table(page, "chose")
    assert sum(int(row[1]) for row in chose) == 10
    right = next(row for row in chose if "right answer" in row[0])
    assert right[1] == "3"
    rows = file(rosa, f"/reports/questions/{CHOICES[2]}.csv")
    assert ["Facility (%)", "30"] in rows
    assert [row[1] for row in rows if len(row) == 8][1:] == [
        "yes" if "right answer" in row[0] else "" for row in chose
    ]
    # the second answer of the same pupil changes nothing
    study.sit(context, sat.pupils[0], NOON + timedelta(days=3), 3)
    assert "3 of 10 learners" in rosa.get(f"/reports/questions/{CHOICES[2]}").text
    # somebody else's teacher finds neither scores nor answers
    mallory = visit("Mallory", "teacher")
    for address in ("", ".csv", "/questions.csv"):
        assert mallory.get(f"/reports/quizzes/{sat.quiz}{address}").status_code == 404
    assert "Nobody has answered it yet" in mallory.get(f"/reports/questions/{CHOICES[2]}").text
    assert mallory.get("/reports/questions/none").status_code == 404


def test_a_report_of_nothing_says_so(context: Context, visit: Visit) -> None:
    rosa = visit("Rosa", "teacher")
    quiz = a_class(context, named(context, "Rosa")).quiz()
    assert "Nobody has submitted yet" in rosa.get(f"/reports/quizzes/{quiz}").text
    assert "Nobody has answered it yet" in rosa.get(f"/reports/questions/{CHOICES[0]}").text
