"""The shipped bank into the database: once, and again only where it changed.

Sources, facts and questions are found by their ids. A changed question gets a new version, so
that every stored answer still knows what it answered; a changed fact keeps its versions; what the
bank no longer has is retired and stays in reports. What a school changed in a fact stays changed:
its questions are made of the changed fact, and a newer shipped wording waits beside it.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from quizapp.core.bank.model import Bank
from quizapp.core.bank.regenerate import difference, patched
from quizapp.services import shipped_facts, shipped_questions
from quizapp.services.context import Context
from quizapp.services.load_report import DIGEST, LoadReport
from quizapp.services.shipped_facts import Brought, Writing, insert_rows, overlaid, table_of
from quizapp.store import models
from quizapp.store.queries import shipped_facts as queries

__all__ = ["DIGEST", "LoadReport", "load_bank"]


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
    queries.bank_digest(connection, DIGEST, lock=True)
    writing = Writing(at)
    sources = _sources(connection, bank)
    changes = queries.overlays(connection)
    in_force = [overlaid(fact, changes) for fact in bank.facts]
    both = zip(bank.facts, in_force, strict=True)
    facts = [Brought(fact, own, position) for position, (fact, own) in enumerate(both)]
    questions = patched(bank.questions, difference(bank.sources, bank.facts, in_force))
    fact_report = shipped_facts.bring(connection, facts, sources, writing)
    retired = shipped_facts.retire_others(connection, (fact.id for fact in bank.facts))
    numbers = shipped_facts.row_numbers(connection)
    question_report = shipped_questions.bring(connection, questions, numbers, writing)
    retired += shipped_questions.retire_others(connection, (item.id for item in questions))
    connection.execute(delete(models.Remembered).where(models.Remembered.name == DIGEST))
    connection.execute(insert(models.Remembered).values(name=DIGEST, value=digest))
    added, changed = map(sum, zip(fact_report, question_report, strict=True))
    return LoadReport(added, changed, retired)


def _sources(connection: Connection, bank: Bank) -> dict[str, int]:
    table = table_of(models.Source)
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
    numbers = {row.slug: row.id for row in rows}
    _left_out(connection, bank, numbers)
    return numbers


def _left_out(connection: Connection, bank: Bank, sources: dict[str, int]) -> None:
    """What no fact of a source states, and why: as the bank says it now."""
    table = table_of(models.LeftOut)
    mine = [sources[source.id] for source in bank.sources]
    connection.execute(delete(table).where(table.c.source_id.in_(mine)))
    rows: list[dict[str, Any]] = [
        {
            "source_id": sources[row.source],
            "paragraph": row.paragraph,
            "token": row.token,
            "reason": row.reason,
        }
        for row in bank.ignored
        if row.source in sources
    ]
    insert_rows(connection, models.LeftOut, rows)
