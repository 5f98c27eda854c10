"""Turns at writing to SQLite: a lock file for all processes, and how long a turn is waited for."""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from sqlalchemy.exc import OperationalError

if sys.platform != "win32":
    import fcntl

WAIT_S = 10.0
"""How long a writer waits in all: in the queue, for the lock file, for the database."""
SHORT_WAIT_S = 0.5
"""The same while another program holds the database: one has waited, the others need not."""
LOOK_AGAIN_S = 0.001


class TryAgain(Exception):
    """Raised inside a transaction that lost a race; `Store.transact` runs it once more."""


class TooLong(OperationalError):
    """The turn to write did not come in time; as SQLite's own word for it, so it is told alike."""

    def __init__(self) -> None:
        super().__init__("BEGIN IMMEDIATE", None, sqlite3.OperationalError("database is locked"))


class FileLock:
    """An advisory lock on a file, for a second process beside the server (POSIX only)."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: IO[str] | None = None

    def _opened(self) -> IO[str]:
        if self._handle is None:
            self._handle = self._path.open("a")
        return self._handle

    def __enter__(self) -> None:
        fcntl.flock(self._opened(), fcntl.LOCK_EX)

    def __exit__(self, *_: object) -> None:
        if self._handle is not None:
            fcntl.flock(self._handle, fcntl.LOCK_UN)

    @contextmanager
    def before(self, end: float) -> Iterator[None]:
        """Hold the lock, waited for until this instant of the monotonic clock; else TooLong."""
        while not self._taken():
            if time.monotonic() >= end:
                raise TooLong
            time.sleep(LOOK_AGAIN_S)
        try:
            yield
        finally:
            self.__exit__()

    def _taken(self) -> bool:
        try:
            fcntl.flock(self._opened(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def close(self) -> None:
        """Give the file back."""
        if self._handle is not None:
            self._handle.close()
            self._handle = None
