"""Questions with several right answers, orders and pairs speak Spanish at every step."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.core.questions import Question, QuestionKind
from quizapp.services.context import Context
from quizapp.store.engine import Store
from tests.services.study.arranged import QUESTIONS, load_arranged
from tests.web.conftest import Clock, Visit, fields
from tests.web.shared.spanish import Said, in_spanish, left_in_english
from tests.web.study.test_several import page_of, rows, ticks
from tests.web.study.test_study import answer
from tests.world import context_on


@pytest.fixture
def engine_url(sqlite_url: str) -> str:
    """One kind of database: what pages say does not depend on it."""
    return sqlite_url


@pytest.fixture
def context(store: Store, tmp_path: Path) -> Context:
    """Services with the questions on several facts."""
    made = context_on(store, tmp_path)
    load_arranged(made)
    return made


def somehow(page: str, question: Question) -> dict[str, str | list[str]]:
    """A complete answer of which not everything is right."""
    form: dict[str, str | list[str]] = {k: v for k, v in fields(page).items() if k != "choice"}
    if question.kind is QuestionKind.MULTIPLE_CHOICE:
        return form | {"choice": list(ticks(page).values())[:2]}
    lines = list(rows(page).values())
    places = list(lines[0][1].values())
    backwards = reversed(places[: len(lines)])
    return form | {name: place for (name, _), place in zip(lines, backwards, strict=True)}


@pytest.mark.parametrize("kind", QUESTIONS)
def test_asked_left_open_and_answered(
    context: Context, visit: Visit, clock: Clock, kind: QuestionKind
) -> None:
    question = QUESTIONS[kind]
    bob = in_spanish(visit("Bob"))
    for _ in range(6):
        answer(bob, clock)
    page = page_of(context, bob, question)
    empty = {name: value for name, value in fields(page).items() if name != "choice"}
    opened = bob.post("/study/answer", data=empty)
    assert opened.status_code == 422
    judged = bob.post("/study/answer", data=somehow(page, question))
    assert judged.status_code == 200
    assert "Falta algo" in opened.text
    for html in (page, opened.text, judged.text):
        said = Said(html)
        assert said.language == "es"
        assert list(left_in_english(said)) == []
