"""SQLite's driver, spoken to directly where SQLAlchemy's way costs more than the statement."""

from __future__ import annotations

import sqlite3
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError


def on_driver(connection: Connection, text: str, values: Any = (), *, many: bool = False) -> Any:
    """Run a text on SQLite's driver; its cursor. Errors and observers are SQLAlchemy's own."""
    driver: Any = connection.connection.driver_connection
    for observer in connection.dispatch.before_cursor_execute:
        observer(connection, None, text, values, None, many)
    try:
        return driver.executemany(text, values) if many else driver.execute(text, values)
    except sqlite3.Error as error:
        raise DBAPIError.instance(
            text, values, error, sqlite3.Error, dialect=connection.dialect
        ) from error
