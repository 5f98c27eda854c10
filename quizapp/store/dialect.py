"""The few statements that SQLite and PostgreSQL spell differently, as pairs built at import.

SQLAlchemy has an insert with ON CONFLICT per dialect; a statement made with one does not
compile for the other. A `Pair` holds both and gives the right one for a connection.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import Insert

AnyInsert = Any  # both dialects' Insert have on_conflict_*, but share no typed base


@dataclass(frozen=True, slots=True)
class Pair:
    """One statement in both spellings."""

    sqlite: Insert
    postgresql: Insert

    def on(self, connection: Connection) -> Insert:
        """The spelling for this connection's database."""
        return self.sqlite if connection.dialect.name == "sqlite" else self.postgresql


def insert_pair(table: Table, finish: Callable[[AnyInsert], Insert]) -> Pair:
    """Both spellings of an insert into `table`; `finish` adds the ON CONFLICT part."""
    return Pair(finish(sqlite.insert(table)), finish(postgresql.insert(table)))
