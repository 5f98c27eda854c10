"""The few statements that SQLite and PostgreSQL spell differently, as pairs.

SQLAlchemy has an insert with ON CONFLICT per dialect; a statement made with one does not
compile for the other. A `Pair` gives the right one for a connection.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, String, Table
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.dml import Insert
from sqlalchemy.sql.functions import FunctionElement

from quizapp.store.driver import Hot

if TYPE_CHECKING:
    from sqlalchemy.orm import InstrumentedAttribute

AnyInsert = Any  # both dialects' Insert have on_conflict_*, but share no typed base


class Pair:
    """One statement in both spellings, each made when its database first asks for it.

    A server has one database; the other one's dialect is 3 MB of modules that it does not need.
    """

    def __init__(self, table: Table, finish: Callable[[AnyInsert], Insert]) -> None:
        self._table, self._finish = table, finish

    @cached_property
    def sqlite(self) -> Insert:
        """SQLite's spelling."""
        from sqlalchemy.dialects.sqlite import insert  # noqa: PLC0415

        return self._finish(insert(self._table))

    @cached_property
    def postgresql(self) -> Insert:
        """PostgreSQL's spelling."""
        from sqlalchemy.dialects.postgresql import insert  # noqa: PLC0415

        return self._finish(insert(self._table))

    def on(self, connection: Hot) -> Insert:
        """The spelling for this connection's database."""
        return self.sqlite if connection.dialect.name == "sqlite" else self.postgresql


class Unindexed(FunctionElement[str]):
    """A text that PostgreSQL may filter by and never look up by: see `unindexed`."""

    type = String()
    inherit_cache = True


@compiles(Unindexed)
def _as_it_is(element: Unindexed, compiler: SQLCompiler, **given: Any) -> str:
    return compiler.process(element.clauses, **given)


@compiles(Unindexed, "postgresql")
def _as_a_sum(element: Unindexed, compiler: SQLCompiler, **given: Any) -> str:
    return f"({compiler.process(element.clauses, **given)} || '')"


def unindexed(column: InstrumentedAttribute[str]) -> ColumnElement[str]:
    """A column that holds the same for most rows, such as a state.

    As long as PostgreSQL has not counted a table it takes any index for a narrow one, and walked
    through all ready questions where it was given the number of the one that it should look at.
    """
    return Unindexed(column)


def insert_pair(table: Table, finish: Callable[[AnyInsert], Insert]) -> Pair:
    """Both spellings of an insert into `table`; `finish` adds the ON CONFLICT part."""
    return Pair(table, finish)
