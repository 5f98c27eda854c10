"""Shipped facts as rows: added, mended, given another value, retired; and their versions.

A mended wording changes the row, and everybody's memory stays. Another value takes another row
when somebody remembers the old one: the old row steps aside with its cards and reviews, and comes
back when the fact gets its old value back. So every review stays with the value it was about.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, update

from quizapp.core.facts.changes import fits, same_value, with_changes
from quizapp.core.facts.content import digest_of, to_content
from quizapp.core.facts.model import Fact, FactStatus
from quizapp.services.question_words import index_facts
from quizapp.store import models
from quizapp.store.queries import shipped_facts as queries
from quizapp.store.queries.shipped_facts import Newest, Overlay

CHUNK = 500
LINKS = (models.QuestionFact, models.AssignmentFact)
"""Tables whose rows name the fact in force, whatever its value."""
STATES = {FactStatus.APPROVED: "approved", FactStatus.PROPOSED: "proposed"}


@dataclass(frozen=True, slots=True)
class Brought:
    """A shipped fact, the same with the school's changes, and its place in the order."""

    shipped: Fact
    in_force: Fact
    position: int


@dataclass(frozen=True, slots=True)
class Writing:
    """When something is written; by whom and why, where a person did it."""

    at: datetime
    author: int | None = None
    reason: str = ""


def table_of(model: type[Any]) -> Table:
    """The table of a model."""
    table: Table = model.__table__
    return table


def insert_rows(connection: Connection, model: type[Any], rows: list[dict[str, Any]]) -> None:
    """Insert rows in portions."""
    for start in range(0, len(rows), CHUNK):
        connection.execute(insert(table_of(model)), rows[start : start + CHUNK])


def update_rows(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Update rows by their public id, given as `b_public_id`."""
    if rows:
        connection.execute(update(table).where(table.c.public_id == bindparam("b_public_id")), rows)


def overlaid(fact: Fact, overlays: Mapping[str, Overlay]) -> Fact:
    """The fact as it is in force here; a change that does not fit any more is left aside."""
    if fact.id not in overlays:
        return fact
    changed = with_changes(fact, overlays[fact.id].changes)
    return changed if fits(changed) else fact


def columns_of(fact: Fact, position: int, sources: Mapping[str, int]) -> dict[str, Any]:
    """A fact as columns of its row, their digest among them."""
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
        "state": STATES.get(fact.status, "retired"),
    }
    return values | {"digest": hashlib.sha256(repr(sorted(values.items())).encode()).hexdigest()}


def bring(
    connection: Connection,
    facts: Sequence[Brought],
    sources: Mapping[str, int],
    writing: Writing,
) -> tuple[int, int]:
    """Write what these facts say now; how many rows were added and how many changed."""
    known, added, mended, valued = queries.fact_rows(connection), [], [], []
    for one in facts:
        values, name = columns_of(one.in_force, one.position, sources), one.in_force.id
        row = known.get(name)
        if row is None:
            added.append(_new(values, name, writing.at))
        elif row.digest == values["digest"]:
            continue
        elif _same(row, one.in_force):
            mended.append(values | {"b_public_id": name})
        else:
            valued.append((row, one.in_force, values))
    insert_rows(connection, models.Fact, added)
    update_rows(connection, table_of(models.Fact), mended)
    _give_values(connection, valued, writing.at)
    _record(connection, facts, writing)
    worded = [row["b_public_id"] for row in mended] + [fact.id for _, fact, _ in valued]
    numbers = row_numbers(connection) if worded else {}
    index_facts(connection, [numbers[name] for name in worded])
    return len(added), len(mended) + len(valued)


def _new(values: dict[str, Any], name: str, at: datetime) -> dict[str, Any]:
    return values | {"public_id": name, "collection": "shipped", "created_at": at}


def _same(row: Any, fact: Fact) -> bool:
    try:
        return same_value(row, fact)
    except ValueError:  # a stored value that cannot be read is another one
        return False


def _give_values(
    connection: Connection, valued: Sequence[tuple[Any, Fact, dict[str, Any]]], at: datetime
) -> None:
    """Rows with another value: a former row that had it, a new one, or their own if unknown."""
    if not valued:
        return
    remembered = queries.remembered_rows(connection, [row.id for row, _, _ in valued])
    former, newest = queries.former_rows(connection), queries.newest(connection)
    table = table_of(models.Fact)
    for row, fact, values in valued:
        back = next((one for one in former.get(fact.id, []) if _same(one, fact)), None)
        if back is None and row.id not in remembered:
            connection.execute(update(table).where(table.c.id == row.id).values(values))
            continue
        _step_aside(connection, row, newest.get(fact.id, Newest()).number, at)
        _move_links(connection, row.id, _in_its_place(connection, back, _new(values, fact.id, at)))


def _step_aside(connection: Connection, row: Any, version: int, at: datetime) -> None:
    """Retire a row with its cards and reviews; it is found again under the id of its fact."""
    table = table_of(models.Fact)
    aside = {"public_id": f"{row.public_id}~{version}", "state": "retired", "digest": ""}
    connection.execute(update(table).where(table.c.id == row.id).values(aside))
    connection.execute(insert(models.FormerFact).values(row_id=row.id, fact=row.public_id, at=at))


def _in_its_place(connection: Connection, back: Any, values: dict[str, Any]) -> int:
    """The number of the row that is in force now: a former one again, or a new one."""
    table, former = table_of(models.Fact), models.FormerFact
    if back is None:
        added = insert(table).values(values).returning(table.c.id)
        return int(connection.execute(added).scalar_one())
    connection.execute(delete(former).where(former.row_id == back.id))
    again = {name: value for name, value in values.items() if name != "created_at"}
    connection.execute(update(table).where(table.c.id == back.id).values(again))
    return int(back.id)


def _move_links(connection: Connection, old: int, new: int) -> None:
    for model in LINKS:
        table = table_of(model)
        connection.execute(update(table).where(table.c.fact_id == old).values(fact_id=new))


def _record(connection: Connection, facts: Iterable[Brought], writing: Writing) -> None:
    """Add the versions of facts that say something new, as shipped or as changed here."""
    newest, numbers = queries.newest(connection), row_numbers(connection)
    rows: list[dict[str, Any]] = []
    for one in facts:
        last, name = newest.get(one.shipped.id, Newest()), one.shipped.id
        own = one.in_force != one.shipped
        shipped = to_content(one.shipped)
        content = to_content(one.in_force) if own else shipped
        number = last.number
        if own and last.bank != digest_of(shipped):
            number += 1
            rows.append(_version(name, number, shipped, numbers[name], Writing(writing.at)))
        if last.in_force != digest_of(content) or (not own and last.bank != digest_of(content)):
            number += 1
            version = _version(name, number, content, numbers[name], writing)
            rows.append(version | {"in_force": True, "origin": "school" if own else "bank"})
    insert_rows(connection, models.FactVersion, rows)


def _version(
    fact: str, number: int, content: dict[str, Any], row: int, writing: Writing
) -> dict[str, Any]:
    """The row of a version as shipped that is not in force."""
    return {
        "fact": fact,
        "number": number,
        "origin": "bank",
        "in_force": False,
        "row_id": row,
        "content": content,
        "digest": digest_of(content),
        "author_id": writing.author,
        "reason": writing.reason,
        "created_at": writing.at,
    }


def row_numbers(connection: Connection) -> dict[str, int]:
    """The numbers of the rows in force by the facts' ids."""
    return {name: row.id for name, row in queries.fact_rows(connection).items()}


def retire_others(connection: Connection, kept: Iterable[str]) -> int:
    """Retire the shipped facts that the bank no longer has; how many there were.

    A retired fact forgets its digest, so that it comes back when the bank has it again.
    """
    names = set(kept)
    gone = [
        {"b_public_id": name, "state": "retired", "digest": ""}
        for name, row in queries.fact_rows(connection).items()
        if name not in names and row.state != "retired"
    ]
    update_rows(connection, table_of(models.Fact), gone)
    return len(gone)
