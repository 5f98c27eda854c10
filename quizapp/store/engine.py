"""The one engine, and the two ways to use it: reading, and writing under a lock.

SQLite allows one writer at a time and waits unfairly, so writers queue on an in-process lock
*before* they check a connection out, then say BEGIN IMMEDIATE; a lock file holds a second
process off. PostgreSQL needs neither and uses the same calls; what a restart of it interrupts is
asked again (see `lost`).
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any, TypeVar, cast

from sqlalchemy import (
    Connection,
    CursorResult,
    Engine,
    Executable,
    Result,
    create_engine,
    event,
    text,
)
from sqlalchemy.exc import DBAPIError, OperationalError

from quizapp.settings import Settings
from quizapp.store.computing import Turns
from quizapp.store.driver import Direct, Drivers, Hot, driver_of, on_driver
from quizapp.store.lost import Reading, patiently
from quizapp.store.together import Together
from quizapp.store.turns import SHORT_WAIT_S, WAIT_S, FileLock, TooLong, TryAgain

POOL_SIZE = 40
"""Connections kept: at least as many as the server has threads."""

CACHE_KB = 512
"""SQLite's own cache of each connection; the system keeps the file's pages for all of them."""
WRITE = "quizapp_write"
"""Execution option: this connection's transaction will write."""

Outcome = TypeVar("Outcome")


def make_engine(settings: Settings) -> Engine:
    """The engine for web, command line, jobs and benches; makes the folder of an SQLite file."""
    if settings.url.startswith("sqlite"):
        return _sqlite_engine(settings.url)
    return create_engine(
        settings.url, pool_pre_ping=True, pool_size=POOL_SIZE, max_overflow=10, pool_recycle=1800
    )


def _sqlite_engine(url: str) -> Engine:
    engine = create_engine(
        url,
        pool_size=POOL_SIZE,
        max_overflow=20,
        pool_use_lifo=True,
        connect_args={"isolation_level": None, "check_same_thread": False, "timeout": WAIT_S},
    )
    path = engine.url.database
    if path and path != ":memory:":
        _make_private(Path(path))
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _make_private(path: Path) -> None:
    """Make the folder, and the file readable for its owner alone; SQLite's side files follow it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))


def _prepare_sqlite(connection: Any, _record: object) -> None:
    """Durable (synchronous=FULL survives a power cut), concurrent (WAL), checked (foreign keys)."""
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={WAIT_S * 1000:.0f}",
        "trusted_schema=OFF",
        f"cache_size=-{CACHE_KB}",
    ):
        _set_pragma(cursor, pragma)
    cursor.close()


def _set_pragma(where: Any, pragma: str) -> None:
    where.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    left_s = connection.get_execution_options().get(WRITE)
    if left_s is not None:
        _begin_writing(connection, left_s)
    else:
        driver_of(connection).execute("BEGIN")  # cannot fail: needs none of what a statement does


def _begin_writing(connection: Hot, left_s: float) -> None:
    """Begin to write, waiting no longer than this; the connection then waits as before."""
    if left_s == WAIT_S:
        on_driver(connection, "BEGIN IMMEDIATE")
        return
    driver = driver_of(connection)
    (usual,) = driver.execute("PRAGMA busy_timeout").fetchone()
    _set_pragma(driver, f"busy_timeout={min(usual, int(left_s * 1000))}")
    try:
        on_driver(connection, "BEGIN IMMEDIATE")
    finally:
        _set_pragma(driver, f"busy_timeout={usual}")


class Store:
    """An engine with its writer's queue. One per process and database."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.is_sqlite = engine.dialect.name == "sqlite"
        self._reading = engine if self.is_sqlite else engine.execution_options(**ALONE)
        self.turns = Turns()
        self._queue = threading.Lock()
        self._locked_out = False
        self._drivers = Drivers(engine)
        self._together = Together(self._writing, self.turns)
        path = engine.url.database if self.is_sqlite else None
        in_file = bool(path) and path != ":memory:" and sys.platform != "win32"
        self._file_lock = FileLock(Path(f"{path}.lock")) if in_file else None

    def close(self) -> None:
        """Give every connection and file back."""
        self._drivers.close()
        self.engine.dispose()
        if self._file_lock is not None:
            self._file_lock.close()

    def after_fork(self) -> None:
        """Begin anew in a process that inherited this store: no connection, no lock is shared."""
        self.engine.dispose(close=False)
        self._drivers.forget()
        self.turns = Turns()
        self._queue = threading.Lock()
        self._together = Together(self._writing, self.turns)
        if self._file_lock is not None:
            self._file_lock.close()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """One process at a time: the others of this database wait here for their turn."""
        if self.is_sqlite:
            turns = Path(f"{self.engine.url.database}.turn")
            with closing(FileLock(turns)) as turn, turn if self._file_lock else nullcontext():
                yield
            return
        with self.read() as connection:
            connection.execute(text("SELECT pg_advisory_lock(:turn)"), {"turn": TURN})
            try:
                yield
            finally:
                connection.execute(text("SELECT pg_advisory_unlock(:turn)"), {"turn": TURN})

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection for reading, given back (and its transaction ended) on leaving.

        On PostgreSQL each statement stands alone, and a lost connection is made again.
        """
        if self.is_sqlite:
            with self.engine.connect() as connection:
                yield connection
            return
        with patiently(lambda: Reading(self._reading)) as connection:
            yield connection

    @contextmanager
    def look(self) -> Iterator[Hot]:
        """As `read`, for prepared statements alone, each of which stands by itself."""
        with self._drivers.one() if self.is_sqlite else self.read() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that writes: committed on leaving, rolled back on any exception."""
        with self._turn() as left_s, self.engine.connect() as plain:
            connection = plain.execution_options(**{WRITE: left_s})
            try:
                transaction = connection.begin()
            except OperationalError:
                self._locked_out = True
                raise
            self._locked_out = False
            with transaction:
                yield connection

    @contextmanager
    def _turn(self) -> Iterator[float]:
        """One writer of SQLite at a time, of this process and of all; the seconds left to wait.

        A database that another program holds is waited for once. Whoever queued behind that
        writer or comes later is refused soon, so that reading goes on with the threads there are.
        """
        if not self.is_sqlite:
            yield WAIT_S
            return
        began = time.monotonic()
        if not self._queue.acquire(timeout=WAIT_S):
            raise TooLong
        try:
            end = began + (SHORT_WAIT_S if self._locked_out else WAIT_S)
            with self._file_lock.before(end) if self._file_lock else nullcontext():
                left_s = end - time.monotonic()
                yield WAIT_S if left_s > WAIT_S - SHORT_WAIT_S else max(left_s, 0.001)
        except TooLong:
            self._locked_out = True
            raise
        finally:
            self._queue.release()

    def learn_sizes(self) -> None:
        """After very much was written: let PostgreSQL count, so that it plans for what is there.

        By itself it does so a minute or more later; until then the next question took 90 ms
        instead of 4. SQLite plans by its indexes.
        """
        if not self.is_sqlite:
            with self.write() as connection:
                connection.execute(text("ANALYZE"))

    def execute(self, statement: Executable) -> int:
        """Run one writing statement in a transaction of its own; the number of rows it touched."""
        return self.transact(lambda connection: _rows(connection.execute(statement)))

    def transact(self, work: Callable[[Connection], Outcome]) -> Outcome:
        """Run `work` in one writing transaction; again after a lost race or connection.

        Safe because what `work` stores is keyed: a repeat finds the first result.
        """
        for _ in range(RETRIES - 1):
            try:
                return self._transact_once(work)
            except TryAgain:
                pass
            except DBAPIError as error:
                if getattr(error.orig, "sqlstate", None) not in LOST_RACES:
                    raise
        return self._transact_once(work)

    def _transact_once(self, work: Callable[[Connection], Outcome]) -> Outcome:
        def once() -> Outcome:
            with self.write() as connection:
                return work(connection)

        return once() if self.is_sqlite else patiently(once)

    def record(self, work: Callable[[Hot], Outcome]) -> Outcome:
        """As `transact`, for work of prepared statements alone.

        On SQLite it may be run by another thread, in one transaction with others' work.
        """
        if not self.is_sqlite:
            return self.transact(work)
        for _ in range(RETRIES - 1):
            with suppress(TryAgain):
                return cast("Outcome", self._together.run(work))
        return cast("Outcome", self._together.run(work))

    @contextmanager
    def _writing(self) -> Iterator[Direct]:
        """A connection of the driver that may write; whoever gets it says COMMIT."""
        with self._turn() as left_s, self._drivers.one() as connection:
            try:
                _begin_writing(connection, left_s)
            except OperationalError:
                self._locked_out = True
                raise
            self._locked_out = False
            yield connection


RETRIES = 4
LOST_RACES = frozenset({"40001", "40P01", "23505"})
"""PostgreSQL: serialisation failure, deadlock, lost unique race."""
ALONE = {"isolation_level": "AUTOCOMMIT"}
"""Reads need no transaction of several statements: two round trips fewer."""
TURN = 0x7175697A
"""The number of the advisory lock under which a process gets the database ready."""


def _rows(result: Result[Any]) -> int:
    return result.rowcount if isinstance(result, CursorResult) else 0
