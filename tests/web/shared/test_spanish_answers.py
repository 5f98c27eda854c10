"""Typed answers are read as Spanish where the interface is Spanish; the facts stay English."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from quizapp.core.facts.model import FactKind
from quizapp.core.questions import QuestionKind
from quizapp.services.bank_loading import load_bank
from quizapp.services.context import Context
from quizapp.settings import Settings
from quizapp.store.engine import Store
from tests.services.study.sittings import ANSWERS
from tests.web.conftest import Clock, Visit, fields, radios
from tests.web.shared.spanish import in_spanish
from tests.world import FACTS, NOON, RECALL, SECRET, fact, small_bank

MONTH = fact(7, FactKind.DATE, "February 1990", value="1990-02")
RANGE, FIGURE = FACTS[0], FACTS[1]


@pytest.fixture
def engine_url(sqlite_url: str) -> str:
    """One kind of database: reading an answer does not depend on it."""
    return sqlite_url


@pytest.fixture
def context(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Context:
    """The small bank and a fact that a month answers."""
    monkeypatch.setitem(RECALL, FactKind.DATE, QuestionKind.DATE)
    made = Context(store, SECRET.encode(), Settings(data_dir=tmp_path, secret_key=SECRET))
    load_bank(made, small_bank((*FACTS, MONTH)), NOON)
    return made


def typed(client: FlaskClient, clock: Clock, ask: str, text: str) -> str:
    """Study until `ask` is asked for with a field to type into; the page after typing `text`."""
    for _ in range(30):
        html = client.get("/study").text
        data = fields(html)
        clock.forward(seconds=40)
        if ask in html and not radios(html, "choice"):
            return client.post("/study/answer", data=data | {"text": text}).text
        choice = radios(html, "choice")
        answers = (answer for stem, answer in ANSWERS.items() if stem in html)
        given = {"choice": choice[0]} if choice else {"text": next(answers, "1990"), "rating": "3"}
        client.post("/study/answer", data=data | given)
    raise AssertionError(f"{ask} was not asked")


@pytest.mark.parametrize(
    ("ask", "text"),
    [
        (RANGE.ask, "de 1905 a 1912"),
        (RANGE.ask, "1905-12"),
        (RANGE.ask, "entre 1905 y 1912"),
        (FIGURE.ask, "casi 7.000"),
        (FIGURE.ask, "casi 7 mil"),
        (FIGURE.ask, "casi siete mil"),
        (MONTH.ask, "febrero de 1990"),
        (MONTH.ask, "feb 1990"),
    ],
)
def test_an_answer_in_spanish_is_right(visit: Visit, clock: Clock, ask: str, text: str) -> None:
    page = typed(in_spanish(visit("Bob")), clock, ask, text)
    assert "<b>Correcto.</b>" in page, page


@pytest.mark.parametrize(
    ("ask", "text", "words"),
    [
        (RANGE.ask, "de 1906 a 1913", "Todavía no."),
        (FIGURE.ask, "casi 70.000", "Todavía no."),
        (MONTH.ask, "marzo de 1990", "Todavía no."),
        (RANGE.ask, "de 1905 a 1950", "El principio es correcto."),
        (MONTH.ask, "hace mucho", "Esto no se entiende como fecha."),
        (FIGURE.ask, "muchísimos", "Esto no se entiende como número."),
    ],
)
def test_what_is_not_right_is_said_in_spanish(
    visit: Visit, clock: Clock, ask: str, text: str, words: str
) -> None:
    page = typed(in_spanish(visit("Bob")), clock, ask, text)
    assert words in page, page
    assert "<b>Correcto.</b>" not in page


def test_a_point_is_read_by_the_language_of_the_interface(visit: Visit, clock: Clock) -> None:
    english = typed(visit("Bob"), clock, FIGURE.ask, "almost 7.000")
    assert "<b>Right.</b>" not in english
    assert "<b>Right.</b>" in typed(visit("Dora"), clock, FIGURE.ask, "almost 7,000")
