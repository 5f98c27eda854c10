"""The shipped bank into the database: once, and again only where it changed.

Sources, facts and questions are found by their ids. A changed question gets a new version, so
that every stored answer still knows what it answered; what the bank no longer has is retired
and stays in reports. Cards are never touched: a learner's memory outlives the wording.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from quizapp.core.bank.model import Bank
from quizapp.core.facts.model import Fact, FactStatus
from quizapp.core.questions import Question
from quizapp.services.context import Context
from quizapp.services.question_words import index_words
from quizapp.store import models
from quizapp.store.base import new_public_id

DIGEST = "shipped-bank"
CHUNK = 500


@dataclass(frozen=True, slots=True)
class LoadReport:
    """How many facts and questions were added, changed and retired by one load."""

    added: int = 0
    changed: int = 0
    retired: int = 0

    @property
    def nothing(self) -> bool:
        """Whether the database held this very bank already."""
        return not (self.added or self.changed or self.retired)


def load_bank(context: Context, bank: Bank, at: datetime) -> LoadReport:
    """Bring the shipped bank into the database in one transaction.

    Loading the same bank again writes nothing.
    """
    digest = bank.digest
    with context.store.read() as connection:
        known = connection.execute(
            select(models.Remembered.value).where(models.Remembered.name == DIGEST)
        ).scalar()
    if known == digest:
        return LoadReport()
    return context.store.transact(lambda connection: _load(connection, bank, digest, at))


def _load(connection: Connection, bank: Bank, digest: str, at: datetime) -> LoadReport:
    sources = _sources(connection, bank)
    facts, fact_report = _facts(connection, bank, sources, at)
    question_report = _questions(connection, bank, facts, at)
    connection.execute(delete(models.Remembered).where(models.Remembered.name == DIGEST))
    connection.execute(insert(models.Remembered).values(name=DIGEST, value=digest))
    return LoadReport(*(a + b for a, b in zip(fact_report, question_report, strict=True)))


def _digest(values: Any) -> str:
    return hashlib.sha256(repr(values).encode()).hexdigest()


def _table(model: type[Any]) -> Table:
    table: Table = model.__table__
    return table


def _insert(connection: Connection, model: type[Any], rows: list[dict[str, Any]]) -> None:
    for start in range(0, len(rows), CHUNK):
        connection.execute(insert(_table(model)), rows[start : start + CHUNK])


def _sources(connection: Connection, bank: Bank) -> dict[str, int]:
    table = _table(models.Source)
    for source in bank.sources:
        values = {
            "kind": "document",
            "collection": "shipped",
            "title": source.title,
            "short_title": source.short_title,
            "publisher": source.publisher,
            "url": source.url,
            "licence": source.licence,
            "language": source.language,
            "as_of": source.as_of,
            "evidence": source.evidence,
            "paragraphs": list(source.paragraphs),
        }
        done = connection.execute(update(table).where(table.c.slug == source.id).values(values))
        if not done.rowcount:
            connection.execute(insert(table).values(values | {"slug": source.id}))
    rows = connection.execute(select(table.c.slug, table.c.id))
    return {row.slug: row.id for row in rows}


def _fact_values(fact: Fact, position: int, sources: dict[str, int]) -> dict[str, Any]:
    values: dict[str, Any] = {
        "source_id": sources[fact.source],
        "kind": fact.kind.value,
        "topic": fact.topic,
        "statement": fact.statement,
        "answer": fact.answer,
        "value": fact.value,
        "unit": fact.unit,
        "approx": fact.approx,
        "language": fact.language,
        "paragraph": fact.paragraph,
        "anchor": fact.anchor,
        "as_of": fact.as_of,
        "according_to": fact.according_to,
        "importance": fact.importance,
        "position": position,
        "state": "approved" if fact.status is FactStatus.APPROVED else fact.status.value,
    }
    return values | {"digest": _digest(sorted(values.items()))}


def _facts(
    connection: Connection, bank: Bank, sources: dict[str, int], at: datetime
) -> tuple[dict[str, int], tuple[int, int, int]]:
    table = _table(models.Fact)
    rows = connection.execute(
        select(table.c.public_id, table.c.digest, table.c.state).where(
            table.c.collection == "shipped"
        )
    )
    known = {row.public_id: (row.digest, row.state) for row in rows}
    added, changed = [], []
    for position, fact in enumerate(bank.facts):
        values = _fact_values(fact, position, sources)
        if fact.id not in known:
            added.append(values | {"public_id": fact.id, "collection": "shipped", "created_at": at})
        elif known[fact.id][0] != values["digest"]:
            changed.append(values | {"b_public_id": fact.id})
    _insert(connection, models.Fact, added)
    _update(connection, table, changed)
    gone = [name for name, (_, state) in known.items() if state != "retired"]
    retired = _retire(connection, table, gone, {fact.id for fact in bank.facts})
    ids = connection.execute(select(table.c.public_id, table.c.id))
    return {row.public_id: row.id for row in ids}, (len(added), len(changed), retired)


def _update(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(update(table).where(table.c.public_id == bindparam("b_public_id")), rows)


def _retire(connection: Connection, table: Table, known: Iterable[str], kept: set[str]) -> int:
    gone = [
        {"b_public_id": name, "state": "retired", **_no_digest(table)}
        for name in known
        if name not in kept
    ]
    _update(connection, table, gone)
    return len(gone)


def _no_digest(table: Table) -> dict[str, str]:
    """A retired fact forgets its digest, so that it comes back when the bank has it again."""
    return {"digest": ""} if "digest" in table.c else {}


def _questions(
    connection: Connection, bank: Bank, facts: dict[str, int], at: datetime
) -> tuple[int, int, int]:
    table, versions = _table(models.Question), _table(models.QuestionVersion)
    rows = connection.execute(
        select(
            table.c.public_id, table.c.id, table.c.version_number, table.c.state, versions.c.digest
        )
        .join(
            versions,
            (versions.c.question_id == table.c.id) & (versions.c.number == table.c.version_number),
        )
        .where(table.c.collection == "shipped")
    )
    known = {row.public_id: row for row in rows}
    added = [q for q in bank.questions if q.id not in known]
    changed = [
        q
        for q in bank.questions
        if q.id in known
        and (known[q.id].digest != _digest(asdict(q)) or known[q.id].state == "retired")
    ]
    _insert(connection, models.Question, [_question_row(question, at) for question in added])
    _update(
        connection,
        table,
        [
            {
                "b_public_id": q.id,
                "state": "ready",
                "kind": q.kind.value,
                "template": q.template,
                "version_number": known[q.id].version_number + 1,
            }
            for q in changed
        ],
    )
    gone = [name for name, row in known.items() if row.state != "retired"]
    retired = _retire(connection, table, gone, {question.id for question in bank.questions})
    _versions(connection, [*added, *changed], facts, at)
    return len(added), len(changed), retired


def _question_row(question: Question, at: datetime) -> dict[str, Any]:
    return {
        "public_id": question.id,
        "kind": question.kind.value,
        "template": question.template,
        "state": "ready",
        "collection": "shipped",
        "created_at": at,
    }


def _versions(
    connection: Connection, questions: list[Question], facts: dict[str, int], at: datetime
) -> None:
    """Add the version in force of these questions, their options, and which facts they ask for."""
    table, asks = _table(models.Question), _table(models.QuestionFact)
    rows = connection.execute(
        select(table.c.public_id, table.c.id, table.c.version_number).where(
            table.c.collection == "shipped"
        )
    )
    numbers = {row.public_id: row for row in rows}
    _insert(
        connection,
        models.QuestionVersion,
        [version_row(q, numbers[q.id].id, numbers[q.id].version_number, at) for q in questions],
    )
    versions = _table(models.QuestionVersion)
    ids = connection.execute(select(versions.c.question_id, versions.c.number, versions.c.id))
    version_ids = {(row.question_id, row.number): row.id for row in ids}
    options: list[dict[str, Any]] = []
    links: list[dict[str, Any]] = []
    for question in questions:
        row = numbers[question.id]
        options += option_rows(question, version_ids[row.id, row.version_number])
        links += [
            {"question_id": row.id, "fact_id": facts[fact], "part": part}
            for part, fact in enumerate(question.facts)
        ]
    _insert(connection, models.QuestionOption, options)
    again = [{"b_question": numbers[question.id].id} for question in questions]
    if again:
        connection.execute(delete(asks).where(asks.c.question_id == bindparam("b_question")), again)
    _insert(connection, models.QuestionFact, links)
    index_words(connection, [numbers[question.id].id for question in questions])


def version_row(question: Question, question_id: int, number: int, at: datetime) -> dict[str, Any]:
    """One question's content as the row of a version."""
    return {
        "public_id": new_public_id(),
        "question_id": question_id,
        "number": number,
        "stem": question.stem,
        "answer": question.key.text,
        "accept": list(question.key.accept),
        "value": question.key.value,
        "unit": question.key.unit,
        "approx": question.key.approx,
        "look_alikes": list(question.key.look_alikes),
        "explanation": question.explanation,
        "language": question.language,
        "ordered": question.ordered,
        "digest": _digest(asdict(question)),
        "created_at": at,
    }


def option_rows(question: Question, version_id: int) -> list[dict[str, Any]]:
    """One question's options as rows."""
    return [
        {
            "version_id": version_id,
            "position": position,
            "text": option.text,
            "correct": option.correct,
            "feedback": option.feedback,
            "fact": option.fact,
        }
        for position, option in enumerate(question.options)
    ]
