"""The shipped bank comes into the database once, and again only where it changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from quizapp.core.bank.model import Bank
from quizapp.core.questions import QuestionKind
from quizapp.services import study
from quizapp.services.bank_loading import LoadReport, load_bank
from quizapp.services.banks import read_bank
from quizapp.services.context import Context
from quizapp.store.engine import Store
from quizapp.store.models import Card, Fact, Question, QuestionFact, QuestionVersion
from tests.services.study.sittings import sit, state
from tests.world import FACTS, NOON, context_on, person, question, small_bank, statements


@pytest.fixture
def context(store: Store, tmp_path: Path) -> Context:
    """Services with the small bank loaded."""
    return context_on(store, tmp_path)


def count(context: Context, model: type, *where: Any) -> int:
    with context.store.read() as connection:
        return connection.execute(
            select(func.count()).select_from(model).where(*where)
        ).scalar_one()


def test_loading_the_same_bank_again_writes_nothing(context: Context) -> None:
    with statements(context.store) as sent:
        report = load_bank(context, small_bank(), NOON)
    assert report.nothing
    assert len(sent) == 1


def test_a_changed_question_gets_a_version_and_the_others_none(context: Context) -> None:
    bank = small_bank()
    changed = replace(bank.questions[3], stem="Asked in other words?")
    questions = tuple(changed if q.id == changed.id else q for q in bank.questions)
    assert load_bank(context, replace(bank, questions=questions), NOON) == LoadReport(changed=1)
    assert count(context, QuestionVersion) == len(bank.questions) + 1
    assert count(context, Question, Question.version_number == 2) == 1


def test_a_mended_wording_keeps_the_memory(context: Context) -> None:
    bob = person(context, "Bob")
    sit(context, bob, NOON, count=3)
    before = state(context, bob)
    mended = tuple(replace(fact, statement=fact.statement + " Truly.") for fact in FACTS)
    assert load_bank(context, small_bank(mended), NOON) == LoadReport(changed=6)
    assert state(context, bob) == before


def test_what_the_bank_no_longer_has_is_retired_and_comes_back(context: Context) -> None:
    bob = person(context, "Bob")
    sit(context, bob, NOON, count=6)
    fewer = small_bank(FACTS[:5])
    assert load_bank(context, fewer, NOON) == LoadReport(retired=3)
    assert count(context, Card) == 6
    later = NOON + timedelta(minutes=15)
    stems = {verdict.question.stem for verdict in sit(context, bob, later, count=5)}
    assert stems == {fact.ask for fact in FACTS[:5]}
    assert study.ask(context, bob, later + timedelta(minutes=1)) is None
    assert load_bank(context, small_bank(), NOON) == LoadReport(changed=3)
    assert count(context, Fact, Fact.state == "approved") == 6
    assert count(context, Question, Question.state == "ready") == 12


def several(*numbers: int) -> Bank:
    """The small bank with one question on several facts."""
    ids = tuple(f"polar-{number}" for number in numbers)
    extra = question(FACTS[0], QuestionKind.ORDERING, id="order", facts=ids)
    bank = small_bank()
    return replace(bank, questions=(*bank.questions, extra))


def test_a_question_on_several_facts_may_lose_and_move_some(context: Context) -> None:
    load_bank(context, several(1, 2, 3, 4), NOON)
    load_bank(context, several(4, 1, 2), NOON)
    with context.store.read() as connection:
        rows = connection.execute(
            select(Fact.public_id, QuestionFact.part)
            .join(Fact, Fact.id == QuestionFact.fact_id)
            .join(Question, Question.id == QuestionFact.question_id)
            .where(Question.public_id == "order")
            .order_by(QuestionFact.part)
        ).all()
    assert [tuple(row) for row in rows] == [("polar-4", 0), ("polar-1", 1), ("polar-2", 2)]


def test_the_shipped_bank_loads_whole(context: Context) -> None:
    bank = read_bank()
    report = load_bank(context, bank, NOON)
    assert report.added == len(bank.facts) + len(bank.questions)
    assert load_bank(context, bank, NOON).nothing
