"""Statements of the hot path, compiled once for all times: an answer runs eight of them.

SQLAlchemy's way of running a statement (cache key, context, result) costs some 60 µs, SQLite
itself 8. So on SQLite a prepared statement goes to the driver with the text that SQLAlchemy made
of it, and with the same conversions of values. On PostgreSQL, where the round trip costs more
than that, it goes SQLAlchemy's way, which also asks again after a lost connection.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from sqlalchemy import Dialect, Executable
from sqlalchemy.types import TypeEngine

from quizapp.store.dialect import Pair
from quizapp.store.driver import Direct, Hot, on_driver

Values = Mapping[str, Any]
Convert = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Text:
    """A statement as the driver takes it: its places in order, and how its columns are read."""

    text: str
    fixed: list[Any]
    places: tuple[tuple[int, str, int, Convert | None], ...]
    all_given: Callable[[Values], tuple[Any, ...]] | None
    make: Callable[[Any], Any]
    columns: tuple[tuple[int, Convert], ...]

    def parameters(self, values: Values) -> list[Any]:
        """The values in the order of their places; `nth` counts within a list, -1 is no list.

        Where every place is given and no list is among them, all are taken in one step, and
        `places` holds only those that are converted.
        """
        if self.all_given is not None:
            row = list(self.all_given(values))
            for place, _, _, convert in self.places:
                row[place] = convert(row[place])  # type: ignore[misc]
            return row
        row = self.fixed.copy()
        for place, name, nth, convert in self.places:
            value = values[name] if nth < 0 else values[name][nth]
            row[place] = value if convert is None else convert(value)
        return row

    def read(self, row: tuple[Any, ...]) -> Any:
        """A row of the driver as a named tuple of Python's values."""
        if not self.columns:
            return self.make(row)
        values = list(row)
        for place, convert in self.columns:
            values[place] = convert(values[place])
        return self.make(values)


class Prepared:
    """A statement, or a pair of spellings, that is run very often with bound values alone."""

    def __init__(self, statement: Executable | Pair) -> None:
        self._statement: Any = statement
        self._texts: dict[tuple[Any, ...], _Text] = {}
        self._lists: tuple[str, ...] = ()

    def rows(self, connection: Hot, values: Values) -> Sequence[Any]:
        """All rows, their columns by name."""
        if not isinstance(connection, Direct) and connection.dialect.name != "sqlite":
            return connection.execute(self._on(connection), dict(values)).all()
        text = self._text(connection, values)
        found = on_driver(connection, text.text, text.parameters(values)).fetchall()
        return [text.read(row) for row in found]

    def first(self, connection: Hot, values: Values) -> Any:
        """The first row, None when there is none."""
        return next(iter(self.rows(connection, values)), None)

    def write(self, connection: Hot, rows: Sequence[Values]) -> int:
        """Run once for each of the rows, which have the same names; how many rows it touched."""
        if not isinstance(connection, Direct) and connection.dialect.name != "sqlite":
            return int(connection.execute(self._on(connection), [*map(dict, rows)]).rowcount)
        text = self._text(connection, rows[0])
        values = [text.parameters(row) for row in rows]
        return int(on_driver(connection, text.text, values, many=True).rowcount)

    def _on(self, connection: Hot) -> Any:
        statement = self._statement
        return statement.on(connection) if isinstance(statement, Pair) else statement

    def _text(self, connection: Hot, values: Values) -> _Text:
        """The text for values of these names and lists of these lengths, made when first asked."""
        found = self._texts.get(self._shape(values))
        if found is None:
            found, self._lists = _compiled(self._on(connection), connection, values)
            self._texts[self._shape(values)] = found
        return found

    def _shape(self, values: Values) -> tuple[Any, ...]:
        names = tuple[Any, ...](values)
        return names + tuple(len(values[name]) for name in self._lists) if self._lists else names


def _compiled(statement: Any, connection: Hot, values: Values) -> tuple[_Text, tuple[str, ...]]:
    """The statement's text, and the names of the values that are lists to look among."""
    dialect = connection.dialect
    keys = list(values) if statement.is_dml else None
    made = statement.compile(dialect=dialect, column_keys=keys)
    if keys is not None and made.insert_prefetch:
        raise ValueError(f"values are missing: {[column.name for column in made.insert_prefetch]}")
    state = made.construct_expanded_state(dict(values))
    given = {name: (name, -1) for name in values}
    for name, parts in state.parameter_expansion.items():
        if name in values:
            given |= {part: (name, nth) for nth, part in enumerate(parts)}

    def writer(name: str) -> Convert | None:
        """How values of this place are sent; the places of a list were given theirs."""
        if name not in made.binds:
            inner: Convert | None = state.processors.get(name)
            return inner
        return _impl(made.binds[name], dialect).bind_processor(dialect)

    order = [(name, writer(name)) for name in state.positiontup or ()]
    fixed = [None if n in given else _sent(state.parameters[n], w) for n, w in order]
    places = [(i, *given[n], w) for i, (n, w) in enumerate(order) if n in given]
    columns = list(getattr(statement, "exported_columns", ()))
    names = [getattr(column, "name", "") for column in columns]
    row = namedtuple("Row", names, rename=True)  # type: ignore[misc]  # noqa: PYI024
    readers = [_impl(column, dialect).result_processor(dialect, None) for column in columns]
    kept = tuple((i, reader) for i, reader in enumerate(readers) if reader is not None)
    lists = tuple(name for name in state.parameter_expansion if name in values)
    whole = None
    if len(places) == len(order) > 1 and not lists:
        whole = itemgetter(*(name for _, name, _, _ in places))
        places = [place for place in places if place[3] is not None]
    return _Text(state.statement, fixed, tuple(places), whole, row._make, kept), lists


def _impl(column: Any, dialect: Dialect) -> TypeEngine[Any]:
    kind: TypeEngine[Any] = column.type
    return kind.dialect_impl(dialect)


def _sent(value: Any, convert: Convert | None) -> Any:
    return value if convert is None else convert(value)
