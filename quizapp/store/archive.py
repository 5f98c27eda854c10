"""Whole tables out of a database and into one, by the schema that the database itself has.

Nothing here knows the models: an older database is read as it is. Values are those of JSON:
instants and days in ISO 8601 (UTC), JSON columns as the text that is stored, bytes in base 64. So
the rows of one kind of database fit into the other.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any

from sqlalchemy import (
    JSON,
    BindParameter,
    Column,
    Connection,
    Date,
    DateTime,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    bindparam,
    cast,
    func,
    insert,
    select,
)

from quizapp.store.engine import Store

REVISIONS = "alembic_version"
"""The table in which the schema's revision stands; it belongs to the migrations."""
CHUNK = 1000
FEW = 10
"""Rows at a time of a table that holds files: pictures of a few megabytes."""

LOCK_ALL = """
DO $$
DECLARE one record;
BEGIN
    FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1 LOOP
        EXECUTE 'LOCK TABLE ' || quote_ident(one.tablename) || ' IN ACCESS EXCLUSIVE MODE';
    END LOOP;
END $$
"""


@contextmanager
def snapshot(store: Store) -> Iterator[Connection]:
    """A connection that sees one moment of the database, however long it reads."""
    with store.engine.connect() as plain:
        if store.is_sqlite:  # WAL: the first read of a transaction fixes what it sees
            yield plain
        else:
            yield plain.execution_options(isolation_level="REPEATABLE READ")


def hold_writers(connection: Connection) -> None:
    """Keep everybody else out until the transaction ends; on SQLite its writer is alone already."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(LOCK_ALL)


def tables(connection: Connection) -> list[Table]:
    """The database's own tables, each after those that it refers to."""
    found = MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name != REVISIONS]


def drop_everything(connection: Connection) -> None:
    """Leave an empty database, without a schema, inside the caller's transaction."""
    found = MetaData()
    found.reflect(connection)
    found.drop_all(connection)


def rows(connection: Connection, table: Table) -> Iterator[list[Any]]:
    """Every row of a table in the order of its key, as values of JSON."""
    columns = [cast(c, Text) if isinstance(c.type, JSON) else c for c in table.columns]
    statement = select(*columns).order_by(*table.primary_key.columns)
    for row in connection.execute(statement, execution_options={"yield_per": _at_once(table)}):
        yield [_plain(value) for value in row]


def count(connection: Connection, table: Table) -> int:
    """How many rows a table has."""
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def fill(
    connection: Connection, table: Table, names: Sequence[str], found: Iterable[list[Any]]
) -> None:
    """Insert rows as `rows` gave them, with the values of the named columns in that order."""
    naive = connection.dialect.name == "sqlite"
    columns = [table.columns[name] for name in names]
    statement = insert(table).values({c.name: _parameter(c, naive=naive) for c in columns})
    waiting = iter(found)
    while chunk := list(islice(waiting, _at_once(table))):
        connection.execute(
            statement,
            [
                {
                    f"v_{column.name}": _value(column, value, naive=naive)
                    for column, value in zip(columns, row, strict=True)
                }
                for row in chunk
            ],
        )


def count_on(connection: Connection, table: Table) -> None:
    """Let PostgreSQL number new rows after those that were inserted with their numbers."""
    key = list(table.primary_key.columns)
    if connection.dialect.name != "postgresql" or len(key) != 1:
        return
    if isinstance(key[0].type, Integer) and not key[0].foreign_keys:
        sequence = func.pg_get_serial_sequence(table.name, key[0].name)
        highest = select(func.max(key[0])).scalar_subquery()
        start = func.setval(sequence, func.coalesce(highest, 1), highest.is_not(None))
        connection.execute(select(start))


def late_references(connection: Connection) -> None:
    """Let SQLite check references at the end, or when `prove_references` asks."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")


def prove_references(connection: Connection) -> None:
    """Raise ValueError for a row that refers to nothing; PostgreSQL has refused it before."""
    if connection.dialect.name == "sqlite":
        found = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if found is not None:
            raise ValueError(f"row {found[1]} of {found[0]} refers to no row of {found[2]}")


def _at_once(table: Table) -> int:
    return FEW if any(isinstance(c.type, LargeBinary) for c in table.columns) else CHUNK


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, datetime):
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else value


def _parameter(column: Column[Any], *, naive: bool) -> Any:
    if not isinstance(column.type, JSON):
        return bindparam(f"v_{column.name}", type_=column.type)
    text: BindParameter[str] = bindparam(f"v_{column.name}", type_=Text())
    return text if naive else cast(text, column.type)


def _value(column: Column[Any], value: Any, *, naive: bool) -> Any:
    if value is None:
        return None
    if isinstance(column.type, LargeBinary):
        return base64.b64decode(value, validate=True)
    if isinstance(column.type, DateTime):
        at = datetime.fromisoformat(value).astimezone(UTC)
        return at.replace(tzinfo=None) if naive else at
    return date.fromisoformat(value) if isinstance(column.type, Date) else value
