"""A database that another program holds: one writer waits for it, the others are refused soon."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import OperationalError

from quizapp.store.engine import Store, make_engine
from quizapp.store.turns import FileLock, TooLong
from tests.databases import let_go, settings_for

WRITERS = 8
PATIENCE_S = 0.6
"""How long SQLite waits in these tests; all writers one after another would take 4.8 s."""


@pytest.fixture
def hurried(sqlite_url: str, tmp_path: Path) -> Iterator[Store]:
    """A store on an SQLite file whose connections wait a little only."""
    store = Store(make_engine(settings_for(sqlite_url, tmp_path)))

    def prepare(connection: Any, _record: object) -> None:
        connection.execute(f"PRAGMA busy_timeout={PATIENCE_S * 1000:.0f}")

    event.listen(store.engine, "connect", prepare)
    yield store
    let_go(store)


def write(store: Store) -> None:
    with store.write() as connection:
        connection.execute(text("UPDATE users SET name = name"))


def refused_at_once(store: Store, count: int) -> float:
    """That many writers at the same moment, all refused; the seconds that it took."""
    refused: list[str] = []
    start = Barrier(count)

    def run() -> None:
        start.wait(10)
        try:
            write(store)
        except OperationalError as error:
            refused.append(str(error.orig))

    threads = [Thread(target=run) for _ in range(count)]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert refused == ["database is locked"] * count
    return time.monotonic() - began


def test_who_queues_behind_a_refused_writer_waits_no_more(hurried: Store, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "quizapp.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert PATIENCE_S < refused_at_once(hurried, WRITERS) < 3 * PATIENCE_S
        assert refused_at_once(hurried, WRITERS) < 3 * PATIENCE_S
        with hurried.read() as connection:
            assert connection.execute(text("SELECT 1")).scalar() == 1
        other.execute("ROLLBACK")
    write(hurried)


def test_a_program_of_ours_that_holds_the_lock_file(hurried: Store, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "quizapp.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        refused_at_once(hurried, 1)  # from now on it is known to be held
        other.execute("ROLLBACK")
    with ExitStack() as stack:
        lock = FileLock(tmp_path / "quizapp.sqlite3.lock")
        stack.callback(lock.close)
        stack.enter_context(lock)
        assert refused_at_once(hurried, WRITERS) < 3 * PATIENCE_S
    write(hurried)


def test_a_writer_who_waited_in_vain_does_not_spoil_the_connection(
    hurried: Store, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "quizapp.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        refused_at_once(hurried, WRITERS)
        other.execute("ROLLBACK")
    write(hurried)
    with hurried.read() as connection:
        waits = connection.execute(text("PRAGMA busy_timeout")).scalar()
    assert waits == PATIENCE_S * 1000


def test_a_lock_file_is_waited_for_until_the_end(tmp_path: Path) -> None:
    one, other = FileLock(tmp_path / "lock"), FileLock(tmp_path / "lock")
    with closing(one), closing(other):
        with one, pytest.raises(TooLong), other.before(time.monotonic() + 0.05):
            pass
        with other.before(time.monotonic()):
            pass
        with pytest.raises(ZeroDivisionError), other.before(time.monotonic()):
            raise ZeroDivisionError
        with one.before(time.monotonic()):
            pass
