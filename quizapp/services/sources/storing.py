"""Facts and questions of a teacher's text in the database: added, versioned, taken back.

A fact is never deleted: what was taken back is retired and comes back with its learners' memory
when it is approved again. A question whose words changed gets its next version.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from quizapp.core.facts.model import Fact as Written
from quizapp.core.questions import Question as Asked
from quizapp.services.authoring.places import AFTER_SHIPPED
from quizapp.services.question_rows import option_rows, version_row
from quizapp.services.question_words import index_facts
from quizapp.store.base import aliased
from quizapp.store.models import Fact, Question, QuestionFact, QuestionOption, QuestionVersion

_any = aliased(QuestionVersion)
TO_REVIEW = "review"
"""State of a question whose text changed: asked again when a teacher looked at it."""

_FACT = insert(Fact).returning(Fact.id)
_QUESTION = insert(Question).returning(Question.id)
_QUESTION_FACT = insert(QuestionFact)
_VERSION = insert(QuestionVersion).returning(QuestionVersion.id)
_OPTION = insert(QuestionOption)
"""What each approved fact stores, built once: its rows come as parameters."""


@dataclass(frozen=True, slots=True)
class Place:
    """Whose facts and questions these are: a classroom's (row number), or the teacher's alone."""

    person: int
    classroom: int | None
    source: int
    at: datetime

    @property
    def columns(self) -> dict[str, Any]:
        """The columns that say who owns a row."""
        return {
            "collection": "mine" if self.classroom is None else "classroom",
            "owner_id": self.person,
            "classroom_id": self.classroom,
        }


def store_fact(connection: Connection, place: Place, fact: Written, number: int | None) -> int:
    """Add a fact, or bring the one with this row number up to date; its row number."""
    values = {
        "source_id": place.source,
        "kind": fact.kind.value,
        "topic": fact.topic,
        "statement": fact.statement,
        "answer": fact.answer,
        "value": fact.value[:80],
        "unit": fact.unit,
        "approx": fact.approx,
        "language": fact.language,
        "paragraph": fact.paragraph,
        "anchor": fact.anchor,
        "as_of": fact.as_of,
        "according_to": fact.according_to,
        "importance": fact.importance,
        "position": AFTER_SHIPPED,
        "state": "approved",
    }
    if number is not None:
        connection.execute(update(Fact).where(Fact.id == number).values(values))
        return number
    row = values | place.columns | {"public_id": fact.id, "created_at": place.at}
    return int(connection.execute(_FACT, row).scalar_one())


def store_questions(
    connection: Connection, place: Place, fact: int, questions: Iterable[Asked]
) -> None:
    """Make these the questions of a fact: new ones, next versions, and what is no longer made."""
    known = {row.public_id: row for row in _made(connection, fact)}
    kept = set()
    for question in questions:
        kept.add(question.id)
        row = known.get(question.id)
        if row is None:
            number = _insert_question(connection, place, question)
            connection.execute(_QUESTION_FACT, {"question_id": number, "fact_id": fact})
            _insert_version(connection, place, question, number, 1)
            continue
        values: dict[str, Any] = {"state": "ready"}
        if version_row(question, row.id, 0, place.at)["digest"] != row.digest:
            values["version_number"] = row.newest + 1
            _insert_version(connection, place, question, row.id, row.newest + 1)
        connection.execute(update(Question).where(Question.id == row.id).values(values))
    gone = [row.id for name, row in known.items() if name not in kept]
    connection.execute(update(Question).where(Question.id.in_(gone)).values(state="retired"))
    index_facts(connection, [fact])


def retire(connection: Connection, fact: int) -> None:
    """Take a fact back with all questions on it; answers and memory stay."""
    connection.execute(update(Fact).where(Fact.id == fact).values(state="retired"))
    connection.execute(
        update(Question).where(Question.id.in_(_of_fact(fact))).values(state="retired")
    )


def unretire(connection: Connection, fact: int) -> None:
    """Undo of `retire`: the questions that were made of the fact come back."""
    made = (Question.template != "", Question.state == "retired")
    connection.execute(
        update(Question).where(Question.id.in_(_of_fact(fact)), *made).values(state="ready")
    )


def ask_for_review(connection: Connection, facts: Iterable[int]) -> None:
    """Hold back the questions on these facts until a teacher has looked at them."""
    for fact in facts:
        connection.execute(
            update(Question)
            .where(Question.id.in_(_of_fact(fact)), Question.state == "ready")
            .values(state=TO_REVIEW)
        )


def end_review(connection: Connection, fact: int) -> None:
    """Let the questions that were made of a fact be asked again as they are.

    What a teacher wrote on it waits for that teacher.
    """
    made = (Question.template != "", Question.state == TO_REVIEW)
    connection.execute(
        update(Question).where(Question.id.in_(_of_fact(fact)), *made).values(state="ready")
    )


def _of_fact(fact: int) -> Any:
    return select(QuestionFact.question_id).where(QuestionFact.fact_id == fact)


def _made(connection: Connection, fact: int) -> list[Any]:
    """The questions that were made of a fact: digest in force, number of the newest version."""
    newest = select(func.max(_any.number)).where(_any.question_id == Question.id).scalar_subquery()
    rows = connection.execute(
        select(
            Question.id,
            Question.public_id,
            QuestionVersion.digest,
            newest.label("newest"),
        )
        .join(
            QuestionVersion,
            (QuestionVersion.question_id == Question.id)
            & (QuestionVersion.number == Question.version_number),
        )
        .where(Question.id.in_(_of_fact(fact)), Question.template != "")
    )
    return list(rows.all())


def _insert_question(connection: Connection, place: Place, question: Asked) -> int:
    row = {
        "public_id": question.id,
        "kind": question.kind.value,
        "template": question.template,
        "state": "ready",
        "version_number": 1,
        "created_at": place.at,
        **place.columns,
    }
    return int(connection.execute(_QUESTION, row).scalar_one())


def _insert_version(
    connection: Connection, place: Place, question: Asked, number: int, version: int
) -> None:
    row = version_row(question, number, version, place.at) | {"author_id": place.person}
    made = int(connection.execute(_VERSION, row).scalar_one())
    if question.options:
        connection.execute(_OPTION, option_rows(question, made))
