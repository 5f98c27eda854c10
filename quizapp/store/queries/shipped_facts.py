"""Shipped facts as they stand, what they said at one time, and what a school changed in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Text, bindparam, cast, exists, func, select

from quizapp.store.models import (
    Fact,
    FactOverlay,
    FactVersion,
    FormerFact,
    LeftOut,
    Question,
    QuestionVersion,
    Remembered,
    Review,
    Source,
    User,
)


@dataclass(frozen=True, slots=True)
class Overlay:
    """A school's change of one shipped fact. `author` is a name, "" of somebody erased."""

    fact: str
    base_digest: str
    changes: dict[str, Any]
    author: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Version:
    """What a shipped fact said. `origin` is bank or school."""

    fact: str
    number: int
    origin: str
    in_force: bool
    row_id: int
    content: dict[str, Any]
    digest: str
    author: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest versions of one fact by their digests, "" where there is none."""

    number: int = 0
    bank: str = ""
    in_force: str = ""


FACT_ROWS = select(Fact.__table__).where(
    Fact.collection == "shipped", ~exists().where(FormerFact.row_id == Fact.id)
)
FORMER_ROWS = (
    select(FormerFact.fact.label("stood_under"), FormerFact.at, Fact.__table__)
    .join(Fact, Fact.id == FormerFact.row_id)
    .order_by(FormerFact.at, Fact.id)
)
OVERLAYS = (
    select(
        FactOverlay.fact,
        FactOverlay.base_digest,
        FactOverlay.changes,
        func.coalesce(User.name, ""),
        FactOverlay.reason,
        FactOverlay.created_at,
    )
    .outerjoin(User, User.id == FactOverlay.author_id)
    .order_by(FactOverlay.created_at.desc(), FactOverlay.fact)
)
DIGESTS = select(
    FactVersion.fact,
    FactVersion.number,
    FactVersion.origin,
    FactVersion.in_force,
    FactVersion.digest,
).order_by(FactVersion.fact, FactVersion.number)
_newest_shipped = (
    select(FactVersion.fact, func.max(FactVersion.number).label("number"))
    .where(FactVersion.origin == "bank")
    .group_by(FactVersion.fact)
    .subquery()
)
SHIPPED = (
    select(FactVersion.content)
    .join(
        _newest_shipped,
        (_newest_shipped.c.fact == FactVersion.fact)
        & (_newest_shipped.c.number == FactVersion.number),
    )
    .join(Fact, Fact.public_id == FactVersion.fact)
    .where(Fact.collection == "shipped", Fact.state != "retired")
    .order_by(Fact.position, Fact.id)
)
DISAGREEING = SHIPPED.where(cast(FactVersion.content, Text).contains("disagrees_with"))
VERSIONS = (
    select(
        FactVersion.fact,
        FactVersion.number,
        FactVersion.origin,
        FactVersion.in_force,
        FactVersion.row_id,
        FactVersion.content,
        FactVersion.digest,
        func.coalesce(User.name, ""),
        FactVersion.reason,
        FactVersion.created_at,
    )
    .outerjoin(User, User.id == FactVersion.author_id)
    .where(FactVersion.fact.in_(bindparam("facts", expanding=True)))
    .order_by(FactVersion.fact, FactVersion.number.desc())
)
REMEMBERS = exists().where(Review.fact_id == Fact.id)
STEMS = (
    select(Question.public_id, Question.kind, QuestionVersion.stem)
    .join(
        QuestionVersion,
        (QuestionVersion.question_id == Question.id)
        & (QuestionVersion.number == Question.version_number),
    )
    .where(Question.collection == "shipped", Question.state == "ready")
)
LEFT_OUT = (
    select(LeftOut.paragraph, LeftOut.token, LeftOut.reason)
    .where(LeftOut.source_id == bindparam("source"))
    .order_by(LeftOut.paragraph, LeftOut.token)
)


def fact_rows(connection: Connection) -> dict[str, Row[Any]]:
    """The rows of shipped facts by public id, retired ones too, former ones not."""
    return {row.public_id: row for row in connection.execute(FACT_ROWS)}


def former_rows(connection: Connection) -> dict[str, list[Row[Any]]]:
    """The rows that stood under an id with another value, the oldest first, by that id."""
    found: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(FORMER_ROWS):
        found[row.stood_under].append(row)
    return dict(found)


def overlays(connection: Connection) -> dict[str, Overlay]:
    """All changes of the school by fact, the newest first."""
    return {row[0]: Overlay(*row) for row in connection.execute(OVERLAYS)}


def newest(connection: Connection) -> dict[str, Newest]:
    """The newest versions of every shipped fact."""
    found: dict[str, Newest] = {}
    for row in connection.execute(DIGESTS):
        before = found.get(row.fact, Newest())
        found[row.fact] = Newest(
            row.number,
            row.digest if row.origin == "bank" else before.bank,
            row.digest if row.in_force else before.in_force,
        )
    return found


def shipped_contents(connection: Connection) -> list[dict[str, Any]]:
    """What the bank in the database ships, in its order; retired facts are not among it."""
    return list(connection.execute(SHIPPED).scalars())


def disagreements(connection: Connection) -> list[dict[str, Any]]:
    """The contents of the shipped facts that name others which disagree with them."""
    return list(connection.execute(DISAGREEING).scalars())


def versions(connection: Connection, facts: Sequence[str]) -> tuple[Version, ...]:
    """What these facts said, the newest first."""
    rows = connection.execute(VERSIONS, {"facts": list(facts)})
    return tuple(Version(*tuple[Any, ...](row)) for row in rows)


def remembered_rows(connection: Connection, rows: Sequence[int]) -> frozenset[int]:
    """Those of these rows of `facts` that somebody has a review of."""
    found = select(Fact.id).where(Fact.id.in_(list(rows)), REMEMBERS)
    return frozenset(connection.execute(found).scalars())


def shipped_sources(connection: Connection) -> list[Any]:
    """The rows of the shipped sources."""
    columns = Source.__table__.c
    return list(
        connection.execute(
            select(*columns).where(columns.collection == "shipped").order_by(columns.id)
        )
    )


def left_out(connection: Connection, source: int) -> list[Any]:
    """What no fact of a source states: paragraph, token, reason."""
    return list(connection.execute(LEFT_OUT, {"source": source}))


def bank_digest(connection: Connection, name: str, *, lock: bool = False) -> str | None:
    """The remembered digest of the bank; with `lock` nobody else writes it meanwhile."""
    statement = select(Remembered.value).where(Remembered.name == name)
    value: str | None = connection.execute(
        statement.with_for_update() if lock else statement
    ).scalar()
    return value


def stems(connection: Connection) -> dict[str, tuple[str, str]]:
    """Kind and stem of every shipped question that is asked, by its id."""
    return {row[0]: (row[1], row[2]) for row in connection.execute(STEMS)}
