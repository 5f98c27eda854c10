"""Makers of things that tests need many of; every detail can be given, none has to be."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, select

from quizapp.services import authoring, classrooms
from quizapp.services.authoring import Draft, DraftOption
from quizapp.services.context import Context
from quizapp.store.base import new_public_id
from quizapp.store.models import (
    Card,
    Classroom,
    Enrolment,
    Fact,
    Question,
    QuestionFact,
    Source,
    User,
)
from quizapp.store.queries.people import Person
from tests.world import NOON


def make_classroom(
    context: Context, teacher: Person, *, name: str = "4B", zone: str = "UTC", at: datetime = NOON
) -> tuple[str, str]:
    """A classroom of this teacher: its public id and join code."""
    public_id = classrooms.create(context, teacher, name, zone, at)
    return public_id, classrooms.classroom(context, teacher, public_id, at).code


def classroom_number(context: Context, public_id: str) -> int:
    """The row number of a classroom."""
    with context.store.read() as connection:
        found = select(Classroom.id).where(Classroom.public_id == public_id)
        return connection.execute(found).scalar_one()


def make_draft(**changes: Any) -> Draft:
    """A draft on a new fact that every check is content with."""
    draft = Draft(
        statement="The reading room of the library opened in 1987.",
        topic="Our school",
        stem="In which year did the reading room of our library open?",
        options=(
            DraftOption("1979", feedback="The school moved here."),
            DraftOption("1987", correct=True),
            DraftOption("1994", feedback="The new wing."),
        ),
    )
    return replace(draft, **changes)


def make_question(context: Context, teacher: Person, *, at: datetime = NOON, **changes: Any) -> str:
    """A question that this teacher wrote: its public id."""
    key = authoring.form_key(context, teacher)
    return authoring.save_new(context, teacher, key, make_draft(**changes), at)


def make_pupils(
    context: Context, classroom: str, count: int, *, joined: datetime = NOON
) -> list[int]:
    """Pupils of a classroom, all at once and without passwords: their row numbers."""
    rows = [
        {
            "public_id": new_public_id(),
            "name": f"Pupil {number:03}",
            "name_folded": f"{classroom} pupil {number:03}",
            "password_hash": "",
            "role": "student",
            "language": "en",
            "time_zone": "UTC",
            "created_at": joined,
        }
        for number in range(count)
    ]
    place = classroom_number(context, classroom)
    with context.store.write() as connection:
        numbers = list(connection.execute(insert(User).returning(User.id), rows).scalars())
        enrolments = [
            {"classroom_id": place, "user_id": number, "role": "student", "joined_at": joined}
            for number in numbers
        ]
        connection.execute(insert(Enrolment), enrolments)
    return numbers


def make_facts(context: Context, count: int, *, topics: int = 8, **columns: Any) -> list[int]:
    """Approved facts of a source of their own, spread over topics: their row numbers."""
    source = {
        "kind": "document",
        "title": "Many facts",
        "short_title": "Many facts",
        "language": "en",
        "collection": "shipped",
    }
    values = {"kind": "concept", "answer": "it", "language": "en", "state": "approved"}
    values |= {"collection": "shipped", "created_at": NOON, **columns}
    with context.store.write() as connection:
        place = connection.execute(insert(Source).values(source).returning(Source.id)).scalar_one()
        rows = [
            {
                "public_id": new_public_id(),
                "source_id": place,
                "topic": f"Topic {number % topics}",
                "statement": f"Fact {number} says it.",
                "position": 1000 + number,
            }
            | values
            for number in range(count)
        ]
        return list(connection.execute(insert(Fact).returning(Fact.id), rows).scalars())


def ask_for(context: Context, facts: list[int]) -> None:
    """A ready question for each of these facts, so that they can be due; nobody reads its text."""
    row = {"kind": "short_answer", "state": "ready", "collection": "shipped", "created_at": NOON}
    with context.store.write() as connection:
        rows = [row | {"public_id": new_public_id()} for _fact in facts]
        made = connection.execute(insert(Question).returning(Question.id), rows).scalars()
        links = zip(made, facts, strict=True)
        connection.execute(
            insert(QuestionFact), [{"question_id": one, "fact_id": fact} for one, fact in links]
        )


def make_cards(
    context: Context,
    learners: list[int],
    facts: list[int],
    *,
    stability: float = 5.0,
    at: datetime = NOON,
) -> None:
    """A card of each learner for each fact, last answered at `at`, due after its stability."""
    rows = [
        {
            "learner_id": learner,
            "fact_id": fact,
            "phase": "review",
            "stability": stability,
            "difficulty": 5.0,
            "last_review": at,
            "last_day": at.date(),
            "due": at + timedelta(days=stability),
            "introduced_day": at.date(),
        }
        for learner in learners
        for fact in facts
    ]
    with context.store.write() as connection:
        connection.execute(insert(Card), rows)
