"""Lost connections: what counts as one, how long to wait for the server, and reads repeated.

A database server that restarts drops every connection and refuses new ones for a moment. What
was asked meanwhile is asked again, for about five seconds in all, on a new connection.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import Connection, CursorResult, Executable
from sqlalchemy.exc import DBAPIError, OperationalError

Outcome = TypeVar("Outcome")

WAITS_S = (0.05, 0.1, 0.2, 0.4, 0.8, 1.5, 2.0)
"""Pauses between the tries: about five seconds, after which the error is told."""
LOST_STATES = frozenset({"57P01", "57P02", "57P03"})
"""PostgreSQL: going down, crashed, not up yet (class 57); class 08 is the connection itself."""


def is_lost(error: DBAPIError) -> bool:
    """Whether a statement failed because the connection went, not because of what it said.

    A server that cannot be reached gives an operational error without a state of SQL's own.
    """
    state: str | None = getattr(error.orig, "sqlstate", None)
    if error.connection_invalidated or state in LOST_STATES:
        return True
    if state is None:
        return isinstance(error, OperationalError)
    return state.startswith("08")


def patiently(work: Callable[[], Outcome], *, mend: Callable[[], None] | None = None) -> Outcome:
    """Run `work`, again after a lost connection; `mend` runs before each further try.

    Raises what `work` raised last when the server stays away for about five seconds.
    """
    for wait in WAITS_S:
        try:
            return work()
        except DBAPIError as error:
            if not is_lost(error):
                raise
        time.sleep(wait)
        if mend is not None:
            mend()
    return work()


class Reading(Connection):
    """A connection for reading alone: a statement that lost its connection is asked again.

    Each statement sees what is committed when it begins, before a loss and after it alike.
    """

    def execute(self, statement: Executable, *given: Any, **options: Any) -> CursorResult[Any]:
        """As SQLAlchemy's own, repeated on a new connection."""
        once = super().execute

        def ask() -> CursorResult[Any]:
            result: CursorResult[Any] = once(statement, *given, **options)
            return result

        return patiently(ask, mend=self.rollback)

    def scalar(self, statement: Executable, *given: Any, **options: Any) -> Any:
        """As SQLAlchemy's own, repeated on a new connection."""
        return self.execute(statement, *given, **options).scalar()
