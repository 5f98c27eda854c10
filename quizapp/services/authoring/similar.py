"""What is much like a draft already: questions that ask the same, facts that state the same."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from quizapp.core.bank.lint_warnings import near_duplicates
from quizapp.core.questions import AnswerKey, Question
from quizapp.core.values.texts import tokens
from quizapp.services.authoring.draft import Draft
from quizapp.services.authoring.making import question_of
from quizapp.services.context import Context
from quizapp.services.question_words import words_of
from quizapp.services.screens import FactCard
from quizapp.services.study.content import fact_card
from quizapp.store.models import Fact, QuestionFact, QuestionVersion, Source
from quizapp.store.models import Question as QuestionTable
from quizapp.store.queries.authoring_facts import FACT_COLUMNS
from quizapp.store.queries.people import Person
from quizapp.store.queries.question_reach import NEWEST, holding_any, readable

LOOKED_AT = 40
"""Questions with most words in common that are compared."""
SHOWN = 3
ALIKE = 0.8
"""Share of words that two statements have in common from which on they are shown together."""


@dataclass(frozen=True, slots=True)
class SimilarQuestion:
    """A question that asks nearly the same for the same answer."""

    public_id: str
    stem: str
    answer: str
    language: str
    state: str


@dataclass(frozen=True, slots=True)
class Similar:
    """What is like a draft; empty when nothing is."""

    questions: tuple[SimilarQuestion, ...] = ()
    facts: tuple[FactCard, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.questions or self.facts)


def similar(context: Context, person: Person, draft: Draft, *, but: str = "") -> Similar:
    """Questions and facts in this teacher's reach that are like the draft; `but` is left out."""
    draft = draft.tidied()
    with context.store.read() as connection:
        return Similar(
            alike(connection, person, question_of(draft, but, ("",))),
            () if draft.fact or but else _facts(connection, person, draft),
        )


def alike(
    connection: Connection, person: Person, question: Question
) -> tuple[SimilarQuestion, ...]:
    """The questions that are nearly the same as this one, those with most words in common."""
    words = words_of([question.stem, question.key.text])
    if not words:
        return ()
    near = holding_any(words).subquery()
    rows = connection.execute(
        select(
            *(QuestionTable.public_id, QuestionTable.kind, QuestionTable.state),
            *(QuestionVersion.stem, QuestionVersion.answer, QuestionVersion.language),
        )
        .join(near, near.c.question_id == QuestionTable.id)
        .join(QuestionVersion, NEWEST)
        .where(
            readable(person),
            QuestionTable.kind == question.kind.value,
            QuestionTable.state != "retired",
            QuestionTable.public_id != question.id,
        )
        .order_by(near.c.shared.desc(), QuestionTable.id)
        .limit(LOOKED_AT)
    )
    found = (
        SimilarQuestion(row.public_id, row.stem, row.answer, row.language, row.state)
        for row in rows
        if near_duplicates(
            question, replace(question, stem=row.stem, key=AnswerKey(row.answer), options=())
        )
    )
    return tuple(found)[:SHOWN]


def _facts(connection: Connection, person: Person, draft: Draft) -> tuple[FactCard, ...]:
    """Facts that a new one would say again."""
    words = words_of([draft.statement])
    if not words:
        return ()
    near = holding_any(words).subquery()
    rows = connection.execute(
        select(*FACT_COLUMNS)
        .join(Source, Source.id == Fact.source_id)
        .join(QuestionFact, QuestionFact.fact_id == Fact.id)
        .join(near, near.c.question_id == QuestionFact.question_id)
        .join(QuestionTable, QuestionTable.id == QuestionFact.question_id)
        .where(readable(person), Fact.state == "approved")
        .order_by(near.c.shared.desc(), Fact.id)
        .limit(LOOKED_AT)
    )
    found = {row.fact: row for row in rows if share(tokens(row.statement), words) >= ALIKE}
    return tuple(fact_card(row) for row in found.values())[:SHOWN]


def share(some: Collection[str], others: Collection[str]) -> float:
    """The share of words that two texts have in common, 0..1."""
    one, other = set(some), set(others)
    return len(one & other) / max(len(one | other), 1)
