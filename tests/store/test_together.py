"""Works that wait for the same turn: one transaction for all, and each its own value or error."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from sqlalchemy import event, insert, select
from sqlalchemy.exc import IntegrityError, OperationalError

from quizapp.store.computing import Turns
from quizapp.store.driver import Direct, Drivers, Hot, on_driver
from quizapp.store.engine import Store, make_engine
from quizapp.store.models import Remembered
from quizapp.store.prepared import Prepared
from quizapp.store.together import Together
from quizapp.store.turns import TooLong
from tests.databases import let_go, settings_for

KEEP = Prepared(insert(Remembered))
Work = Callable[[Hot], Any]


class Desk:
    """Works that are stored together on a file, and what the driver was told."""

    def __init__(self, store: Store) -> None:
        self.store, self.said = store, list[str]()
        self.refuse = False
        self._drivers = Drivers(store.engine)
        self.together = Together(self.writing, Turns())
        event.listen(
            store.engine,
            "before_cursor_execute",
            lambda *given: self.said.append(given[2].split()[0]),
        )

    @contextmanager
    def writing(self) -> Iterator[Direct]:
        if self.refuse:
            raise TooLong
        with self._drivers.one() as connection:
            on_driver(connection, "BEGIN IMMEDIATE")
            yield connection

    def all_at_once(self, works: list[Work], *, refuse: bool = False) -> list[Future[Any]]:
        """Run them while a first one holds the turn until all of them wait; what came of each."""
        begun = Event()

        def first(_: Hot) -> str:
            begun.set()
            end = time.monotonic() + 20
            while self.together.waiting() < len(works) and time.monotonic() < end:
                pass
            self.refuse = refuse
            return "first"

        with ThreadPoolExecutor(len(works) + 1) as pool:
            before = pool.submit(self.together.run, first)
            assert begun.wait(20)
            came = [pool.submit(self.together.run, work) for work in works]
            wait([before, *came], 60)
        assert before.result() == "first"
        return came

    def kept(self) -> set[str]:
        with self.store.read() as connection:
            return {*connection.execute(select(Remembered.name)).scalars()}


@pytest.fixture
def desk(sqlite_url: str, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(Store(make_engine(settings_for(sqlite_url, tmp_path))))
    yield made
    let_go(made.store)


def keeps(name: str) -> Work:
    """A work that keeps a value and returns its name."""

    def work(connection: Hot) -> str:
        KEEP.write(connection, [{"name": name, "value": ""}])
        return name

    return work


def test_those_who_wait_are_stored_in_one_transaction(desk: Desk) -> None:
    names = ["a", "b", "c", "d", "e"]
    came = desk.all_at_once([keeps(name) for name in names])
    assert [one.result() for one in came] == names
    assert desk.kept() == set(names)
    assert desk.said.count("COMMIT") == 2
    assert desk.together.run(keeps("f")) == "f", "the next one leads again"


def test_one_that_fails_undoes_its_own_and_nothing_of_the_others(desk: Desk) -> None:
    def fails(connection: Hot) -> None:
        KEEP.write(connection, [{"name": "mine", "value": ""}])
        raise RuntimeError("in the middle")

    came = desk.all_at_once([keeps("a"), fails, keeps("a"), keeps("b")])
    outcomes = [one.exception() for one in came]
    assert [type(one) for one in outcomes].count(IntegrityError) == 1, "the second of the two a"
    assert isinstance(outcomes[1], RuntimeError)
    assert desk.kept() == {"a", "b"}


def test_where_the_disk_does_not_take_it_nobody_is_told_it_is_stored(desk: Desk) -> None:
    def spoils(connection: Hot) -> None:
        """A learner that does not exist, which SQLite looks at when all is to be stored."""
        on_driver(connection, "PRAGMA defer_foreign_keys=ON")
        on_driver(connection, "INSERT INTO group_members (group_id, user_id) VALUES (9, 9)")

    came = desk.all_at_once([keeps("a"), spoils, keeps("b")])
    assert [type(one.exception()) for one in came] == [IntegrityError] * 3
    assert desk.kept() == set()
    assert desk.together.run(keeps("a")) == "a"


def test_a_transaction_that_sqlite_gives_up_is_told_to_all_by_its_cause(desk: Desk) -> None:
    def full(connection: Hot) -> None:
        on_driver(connection, "ROLLBACK")  # as SQLite does on some failures of the disk
        raise OSError("no room")

    came = desk.all_at_once([keeps("a"), full, keeps("b")])
    assert [str(one.exception()) for one in came] == ["no room"] * 3
    assert desk.kept() == set()


def test_a_turn_that_does_not_come_is_told_to_all_who_wait(desk: Desk) -> None:
    came = desk.all_at_once([keeps("a"), keeps("b"), keeps("c")], refuse=True)
    assert [type(one.exception()) for one in came] == [TooLong] * 3
    assert isinstance(came[0].exception(), OperationalError)
    desk.refuse = False
    assert desk.together.run(keeps("a")) == "a"
    assert desk.kept() == {"a"}
