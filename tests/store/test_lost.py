"""A lost connection is made again, a turn is for one alone, an error of SQL stays an error."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from sqlalchemy import Connection, func, insert, select, text
from sqlalchemy.exc import ProgrammingError

from quizapp.store.engine import Store
from quizapp.store.models import Remembered

ON_POSTGRESQL = pytest.mark.parametrize("engine_url", ["postgresql"], indirect=True)
OWN_NUMBER = text("SELECT pg_backend_pid()")


def end(store: Store, number: int) -> None:
    """End a connection of the database from outside, as a restart does."""
    with store.read() as connection:
        connection.execute(text("SELECT pg_terminate_backend(:number)"), {"number": number})


def remembered(store: Store) -> int:
    """How many values are remembered."""
    with store.read() as connection:
        return connection.execute(select(func.count()).select_from(Remembered)).scalar_one()


@ON_POSTGRESQL
def test_a_read_goes_on_after_its_connection_was_ended(store: Store) -> None:
    with store.read() as connection:
        number = connection.scalar(OWN_NUMBER)
        end(store, number)
        assert connection.execute(text("SELECT 41 + 1")).scalar() == 42
        assert connection.scalar(OWN_NUMBER) != number


@ON_POSTGRESQL
def test_a_transaction_is_run_again_as_a_whole(store: Store) -> None:
    runs: list[int] = []

    def work(connection: Connection) -> None:
        number = connection.execute(OWN_NUMBER).scalar_one()
        runs.append(number)
        connection.execute(insert(Remembered).values(name=f"run {len(runs)}", value=""))
        if len(runs) == 1:
            end(store, number)
        connection.execute(insert(Remembered).values(name="once", value=""))

    store.transact(work)
    assert len(runs) == 2
    assert remembered(store) == 2  # "run 2" and "once": nothing of the first run


@ON_POSTGRESQL
def test_what_sql_refuses_is_told_at_once(store: Store) -> None:
    runs: list[int] = []

    def work(connection: Connection) -> None:
        runs.append(1)
        connection.execute(text("SELECT nothing FROM nowhere"))

    with pytest.raises(ProgrammingError):
        store.transact(work)
    assert len(runs) == 1
    with pytest.raises(ProgrammingError), store.read() as connection:
        connection.execute(text("SELECT nothing FROM nowhere"))


def test_a_turn_is_for_one_at_a_time(store: Store) -> None:
    inside, let_go, second = Event(), Event(), Event()

    def first_turn() -> None:
        with store.alone():
            inside.set()
            assert let_go.wait(20)
            assert not second.is_set()

    def second_turn() -> None:
        assert inside.wait(20)
        with store.alone():
            second.set()

    with ThreadPoolExecutor(2) as pool:
        turns = [pool.submit(first_turn), pool.submit(second_turn)]
        assert inside.wait(20)
        assert not second.wait(0.2)
        let_go.set()
        for turn in turns:
            turn.result(20)
    assert second.is_set()
