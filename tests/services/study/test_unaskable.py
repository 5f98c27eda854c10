"""A fact whose questions were all retired holds nobody up."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import update

from quizapp.services import study
from quizapp.services.context import Context
from quizapp.store.models import Question
from quizapp.store.queries.people import Person
from tests.services.study.sittings import sit
from tests.world import FACTS, NOON


def retire(context: Context, fact: str) -> None:
    retiring = update(Question).where(Question.public_id.startswith(f"{fact}."))
    context.store.execute(retiring.values(state="retired"))


def test_a_new_fact_without_questions_is_passed_over(context: Context, bob: Person) -> None:
    retire(context, "polar-1")
    screen = study.ask(context, bob, NOON)
    assert screen is not None
    assert screen.stem == FACTS[1].ask
    assert screen.total == 10  # two answers for each of the five that are left


def test_a_due_fact_without_questions_does_not_end_the_sitting(
    context: Context, bob: Person
) -> None:
    sit(context, bob, NOON, count=6)
    retire(context, "polar-1")
    verdicts = sit(context, bob, NOON + timedelta(minutes=12), count=5)
    assert [one.question.stem for one in verdicts] == [fact.ask for fact in FACTS[1:]]
