"""What every table must hold to, read from the models: types, keys, references, instants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ColumnElement,
    Date,
    DateTime,
    Float,
    Integer,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
    and_,
    bindparam,
    case,
    exists,
    func,
    or_,
    select,
)

from quizapp.store.base import Base, Instant
from quizapp.store.queries.checking_rules import Rule

FAR = bindparam("far", type_=Instant())
MAY_LIE_AHEAD = frozenset(
    {"due", "expires_at", "lease_until", "opens_at", "due_at", "closes_at", "ends_at"}
)
"""Instants that are meant to lie in the future."""


def _any_column(code: str, table: Table, wrong: Mapping[str, ColumnElement[bool]]) -> Rule:
    """One pass over a table for many columns; what is seen is the first wrong column's name."""
    seen = case(*((condition, name) for name, condition in wrong.items()))
    statement = select(*table.primary_key.columns, seen).where(or_(*wrong.values()))
    return Rule(code, table.name, statement)


def _far() -> Iterator[Rule]:
    for table in Base.metadata.sorted_tables:
        wrong = {
            column.name: column > FAR
            for column in table.columns
            if isinstance(column.type, Instant) and column.name not in MAY_LIE_AHEAD
        }
        if wrong:
            yield _any_column("far-future", table, wrong)


def _references() -> Iterator[Rule]:
    for table in Base.metadata.sorted_tables:
        for key in sorted(table.foreign_keys, key=lambda one: one.parent.name):
            own: Column[Any] = key.parent
            parent = key.column.table.alias()
            lost = ~exists().where(parent.columns[key.column.name] == own)
            statement = select(*table.primary_key.columns, own).where(own.is_not(None), lost)
            yield Rule(f"orphan:{own.name}", table.name, statement)


def _nulls() -> Iterator[Rule]:
    for table in Base.metadata.sorted_tables:
        wrong = {column.name: column.is_(None) for column in table.columns if not column.nullable}
        yield _any_column("value-missing", table, wrong)


def _doubles() -> Iterator[Rule]:
    for table in Base.metadata.sorted_tables:
        unique = [list(table.primary_key.columns)]
        unique += [
            list(one.columns) for one in table.constraints if isinstance(one, UniqueConstraint)
        ]
        unique += [list(index.columns) for index in table.indexes if index.unique]
        for columns in unique:
            found = select(*columns, func.count()).group_by(*columns).having(func.count() > 1)
            there = [column.is_not(None) for column in columns]
            yield Rule("double", table.name, found.where(*there))


SCHEMA_RULES = (*_references(), *_nulls(), *_doubles(), *_far())

_STORAGE: tuple[tuple[Any, tuple[str, ...]], ...] = (
    ((Boolean, Integer), ("integer",)),
    (Float, ("real", "integer")),
    (LargeBinary, ("blob",)),
    ((String, DateTime, Date, Instant, JSON), ("text",)),
)


def _wrong_types() -> Iterator[Rule]:
    for table in Base.metadata.sorted_tables:
        wrong = {column.name: _not_of_its_type(column) for column in table.columns}
        rule = _any_column("wrong-type", table, wrong)
        keys = [func.quote(key) for key in table.primary_key.columns]
        *_, seen = rule.statement.selected_columns
        yield Rule(rule.code, rule.table, rule.statement.with_only_columns(*keys, seen))


def _not_of_its_type(column: Column[Any]) -> ColumnElement[bool]:
    kinds = next(kinds for types, kinds in _STORAGE if isinstance(column.type, types))
    wrong: ColumnElement[bool] = func.typeof(column).not_in(("null", *kinds))
    if isinstance(column.type, DateTime | Date | Instant):
        return or_(wrong, and_(column.is_not(None), func.julianday(column).is_(None)))
    if isinstance(column.type, JSON):  # of a missing value json_valid says 0 or NULL, by version
        return or_(wrong, and_(column.is_not(None), func.json_valid(column) == 0))
    return wrong


SQLITE_RULES = tuple(_wrong_types())
"""SQLite stores any type in any column."""
