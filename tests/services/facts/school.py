"""A school on a built bank: someone who looks after it, a pupil, and ways to study one fact."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select

from quizapp.core.bank.build import build_bank
from quizapp.core.bank.model import Bank
from quizapp.services import facts as service
from quizapp.services import study
from quizapp.services.bank_loading import load_bank
from quizapp.services.context import Context
from quizapp.services.facts import Draft
from quizapp.services.screens import VerdictScreen
from quizapp.services.study import Submission
from quizapp.settings import Settings
from quizapp.store.engine import Store
from quizapp.store.models import Card, Fact, Question, QuestionVersion
from quizapp.store.queries.people import Person
from tests.core.bank.at_hand import POLAR, material, polar
from tests.world import NOON, SECRET

YEARS = "tern-years"
"""A fact of the polar bank whose value is a span of years."""


def school_on(store: Store, folder: Path) -> Context:
    """Services with the bank of the polar expedition, as it is built."""
    made = Context(store, SECRET.encode(), Settings(data_dir=folder, secret_key=SECRET))
    load_bank(made, polar(), NOON)
    return made


def bank_with(**changes: dict[str, Any]) -> Bank:
    """The polar bank with these facts changed (by id, hyphens as underscores)."""
    sources, facts = material(POLAR)
    wanted = {name.replace("_", "-"): values for name, values in changes.items()}
    return build_bank(sources, [replace(one, **wanted.get(one.id, {})) for one in facts])


def version_of(context: Context, question: str) -> str:
    """The version of a question that is in force."""
    with context.store.read() as connection:
        return connection.execute(
            select(QuestionVersion.public_id)
            .join(Question, Question.id == QuestionVersion.question_id)
            .where(
                Question.public_id == question, Question.version_number == QuestionVersion.number
            )
        ).scalar_one()


def form(context: Context, who: Person, fact: str, at: datetime, rating: int = 3) -> Submission:
    """The form of a fact's flashcard, rated."""
    version = version_of(context, f"{fact}.flashcard")
    screen = study.question_again(context, who, version, at)
    return Submission(screen.key, screen.version, rating=rating)


def learn(context: Context, who: Person, fact: str, at: datetime, rating: int = 3) -> VerdictScreen:
    """Answer a fact's flashcard."""
    return study.answer(context, who, form(context, who, fact, at, rating), "en", at)


def card(context: Context, who: Person, fact: str) -> tuple[Any, ...] | None:
    """The learner's memory of a fact as it is in force, None before it was met."""
    columns = [column for column in Card.__table__.c if column.name != "row_version"]
    with context.store.read() as connection:
        row = connection.execute(
            select(*columns)
            .join(Fact, Fact.id == Card.fact_id)
            .where(Fact.public_id == fact, Card.learner_id == who.id)
        ).first()
    return None if row is None else tuple(row)


def draft_of(context: Context, admin: Person, fact: str, **changes: str) -> tuple[Draft, str]:
    """The form of a change with these fields typed, and what it was made from."""
    made = service.editing(context, admin, fact, "en")
    return replace(made.draft, **{"reason": "The archive says so.", **changes}), made.seen


def change(context: Context, admin: Person, fact: str, at: datetime = NOON, **changes: str) -> None:
    """Change a fact for the school."""
    draft, seen = draft_of(context, admin, fact, **changes)
    service.save(context, admin, fact, draft, seen, "en", at)
