"""A new version of a text takes over what was decided on the one before.

Facts whose place says the same keep everything; the others wait for a teacher, and only their
questions are held back meanwhile.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from quizapp.core.extraction import cleaning
from quizapp.core.extraction.proposing import anchor_of
from quizapp.core.extraction.reanchoring import Outcome, Placed, reanchor
from quizapp.services.sources.making import candidate_of
from quizapp.services.sources.storing import ask_for_review
from quizapp.store.base import new_public_id
from quizapp.store.models import Candidate, Fact, Source, SourceText
from quizapp.store.queries import source_texts as queries

GONE_FROM = 1_500_000_000
"""Positions of facts that the new text has no place for: behind all others."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Which row of the old version becomes which row of the new one."""

    old: dict[int, Any]
    new: dict[int, Any]
    outcome: Outcome


def plan(connection: Connection, text: Any) -> Plan:
    """Compare the decisions on the version before with what this one holds; writes nothing."""
    before = connection.execute(
        select(SourceText.id).where(
            SourceText.source_id == text.source_id, SourceText.version == text.version - 1
        )
    ).scalar_one()
    rows = queries.candidates_of(connection, before)
    decided = [row for row in rows if row.state != "open" or row.old_fact_id is not None]
    new = queries.candidates_of(connection, text.text_id)
    outcome = reanchor([_placed(row) for row in decided], [_placed(row) for row in new])
    return Plan({row.id: row for row in decided}, {row.id: row for row in new}, outcome)


def carry_over(connection: Connection, text: Any, planned: Plan) -> None:
    """Take the decisions over as planned, inside the job's last step."""
    old, new, outcome = planned.old, planned.new, planned.outcome
    lines = dict(enumerate(text.text.split("\n"), start=1))
    for was, now in outcome.same.items():
        _keep(connection, old[was], new[now], lines)
    for was, now in outcome.changed.items():
        fact = _fact_of(old[was])
        if fact is not None:
            values = {"old_fact_id": fact}
            connection.execute(update(Candidate).where(Candidate.id == now).values(values))
            _move(connection, fact, new[now].paragraph)
            ask_for_review(connection, [fact])
    _gone(connection, text.text_id, [old[was] for was in outcome.gone])
    _paragraphs(connection, text)


def _fact_of(row: Any) -> int | None:
    """The fact in force that a decided (or still waiting) candidate stands for."""
    if row.state == "approved":
        return int(row.fact_id)
    waits = row.state in ("open", "gone") and row.old_fact_id is not None
    return int(row.old_fact_id) if waits else None


def _placed(row: Any) -> Placed:
    return Placed(
        row.id, row.kind, row.value, row.unit, row.approx, row.text, row.sentence, row.statement
    )


def _keep(connection: Connection, old: Any, new: Any, lines: dict[int, str]) -> None:
    """The same decision at the new place; the fact's citation moves along."""
    if old.state in ("open", "gone"):
        values: dict[str, Any] = {"old_fact_id": old.old_fact_id}
    else:
        values = {
            "state": old.state,
            "fact_id": old.fact_id,
            "subject": old.subject,
            "statement": old.statement,
            "decided_at": old.decided_at,
        }
    connection.execute(update(Candidate).where(Candidate.id == new.id).values(values))
    fact = _fact_of(old)
    if fact is not None:
        anchor = anchor_of(lines[new.paragraph], candidate_of(new))
        place = {"paragraph": new.paragraph, "anchor": anchor}
        connection.execute(update(Fact).where(Fact.id == fact).values(place))


def _move(connection: Connection, fact: int, paragraph: int | None) -> None:
    """A fact cites the new text alone, even while it waits; None when it has no place there."""
    connection.execute(update(Fact).where(Fact.id == fact).values(paragraph=paragraph))


def _gone(connection: Connection, text: int, rows: list[Any]) -> None:
    """Facts without a place: shown at the end, their questions held back."""
    kept = [(row, fact) for row in rows if (fact := _fact_of(row)) is not None]
    columns = Candidate.__table__.c
    taken = connection.execute(
        select(func.count()).where(columns.text_id == text, columns.position >= GONE_FROM)
    ).scalar_one()
    for index, (row, fact) in enumerate(kept):
        values = {
            name: getattr(row, name)
            for name in ("paragraph", "start", "kind", "value", "unit", "approx", "text")
        }
        values |= {
            "public_id": new_public_id(),
            "text_id": text,
            "position": GONE_FROM + taken + index,
            "sentence": row.sentence,
            "subject": row.subject,
            "statement": row.statement,
            "needs": [],
            "origin": row.origin,
            "state": "gone",
            "old_fact_id": fact,
            "decision": 0,
        }
        connection.execute(insert(Candidate).values(values))
        _move(connection, fact, None)
        ask_for_review(connection, [fact])


def _paragraphs(connection: Connection, text: Any) -> None:
    kept, _dropped = cleaning.clean(text.text, frozenset(text.restored))
    numbers = [paragraph.number for paragraph in kept]
    connection.execute(update(Source).where(Source.id == text.source_id).values(paragraphs=numbers))
