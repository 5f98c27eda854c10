"""SQLite's driver, spoken to directly where SQLAlchemy's way costs more than the statement.

An answer runs seven statements in three short transactions. SQLAlchemy's connection, its pool and
its transaction cost some 150 µs each time, which is more than the statements take.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError


class Direct:
    """A connection of SQLite's driver for prepared statements and nothing else."""

    __slots__ = ("dialect", "dispatch", "driver")

    def __init__(self, engine: Engine, driver: Any) -> None:
        self.dialect, self.dispatch, self.driver = engine.dialect, engine.dispatch, driver


Hot = Connection | Direct
"""What prepared statements run on."""


class Drivers:
    """SQLite's connections that are not in use, the one used last on top.

    Each is made, and got ready, as the engine's own; there are as many as were used at once.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._spare: list[Any] = []

    def _new(self) -> Any:
        pooled = self._engine.raw_connection()
        driver = pooled.driver_connection
        pooled.detach()
        return driver

    @contextmanager
    def one(self) -> Iterator[Direct]:
        """A connection; what it began and did not end is rolled back."""
        try:
            driver = self._spare.pop()  # one step: no other thread gets the same
        except IndexError:
            driver = self._new()
        try:
            yield Direct(self._engine, driver)
        except BaseException:
            with suppress(sqlite3.Error):
                driver.rollback()
            raise
        finally:
            if driver.in_transaction:
                driver.close()  # not even rolling back went well
            else:
                self._spare.append(driver)

    def close(self) -> None:
        """Close those that are not in use."""
        while self._spare:
            self._spare.pop().close()

    def forget(self) -> None:
        """After a fork: they are the parent's."""
        self._spare = []


def driver_of(connection: Hot) -> Any:
    """SQLite's own connection."""
    if isinstance(connection, Direct):
        return connection.driver
    return connection.connection.driver_connection


def on_driver(connection: Hot, text: str, values: Any = (), *, many: bool = False) -> Any:
    """Run a text on SQLite's driver; its cursor. Errors and observers are SQLAlchemy's own."""
    driver = driver_of(connection)
    for observer in connection.dispatch.before_cursor_execute:
        observer(connection, None, text, values, None, many)
    try:
        return driver.executemany(text, values) if many else driver.execute(text, values)
    except sqlite3.Error as error:
        raise DBAPIError.instance(
            text, values, error, sqlite3.Error, dialect=connection.dialect
        ) from error
