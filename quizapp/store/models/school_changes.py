"""What shipped facts said at one time, and what a school changed in them.

A shipped fact is found by the id that the bank gives it; here it is called `fact` and is the
public id of the row that is in force. Rows of `facts` behind it may change: a changed value takes
a new row, so that every review stays with the value that it was about.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint

from quizapp.store.base import Base, Instant, RowId, column

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class FactVersion(Base):
    """What a shipped fact said. Never changed: an update or a change adds the next number.

    `origin` is "bank" (as shipped) or "school" (as changed here); a version of the bank that is
    not `in_force` is the proposal beside a change. `content` is the whole fact as plain values,
    `digest` the SHA-256 of it, `row_id` the row of `facts` that carries it or would.
    """

    __tablename__ = "fact_versions"
    __table_args__ = (UniqueConstraint("fact", "number"),)

    id: Mapped[int] = column(RowId, primary_key=True)
    fact: Mapped[str] = column(String(120))
    number: Mapped[int] = column()
    origin: Mapped[str] = column(String(10))
    in_force: Mapped[bool] = column()
    row_id: Mapped[int] = column(ForeignKey("facts.id"), index=True)
    content: Mapped[dict[str, Any]] = column(JSON)
    digest: Mapped[str] = column(String(64))
    author_id: Mapped[int | None] = column(ForeignKey("users.id"), index=True)
    reason: Mapped[str] = column(String(300), default="")
    created_at: Mapped[datetime] = column(Instant)


class FactOverlay(Base):
    """A school's change of one shipped fact: the keys that differ, with their values here.

    `base_digest` names the shipped version that was changed, or kept to when a newer one came.
    """

    __tablename__ = "fact_overlays"

    fact: Mapped[str] = column(String(120), primary_key=True)
    base_digest: Mapped[str] = column(String(64))
    changes: Mapped[dict[str, Any]] = column(JSON)
    author_id: Mapped[int | None] = column(ForeignKey("users.id"), index=True)
    reason: Mapped[str] = column(String(300), default="")
    created_at: Mapped[datetime] = column(Instant)


class FormerFact(Base):
    """A row of `facts` that stood under the id `fact` with another value, until `at`.

    It keeps its cards and reviews. When the fact gets that value back, the row is in force again.
    """

    __tablename__ = "former_facts"
    __table_args__ = (Index("ix_former_facts_fact", "fact"),)

    row_id: Mapped[int] = column(ForeignKey("facts.id"), primary_key=True, autoincrement=False)
    fact: Mapped[str] = column(String(120))
    at: Mapped[datetime] = column(Instant)


class LeftOut(Base):
    """What no fact of a source states, and why. `paragraph` is a line of the text, 0 for all.

    `token` is a figure or name, "" for everything in the paragraph.
    """

    __tablename__ = "left_out"

    source_id: Mapped[int] = column(ForeignKey("sources.id"), primary_key=True)
    paragraph: Mapped[int] = column(primary_key=True, autoincrement=False)
    token: Mapped[str] = column(String(80), primary_key=True)
    reason: Mapped[str] = column(Text)
