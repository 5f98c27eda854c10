"""Prepared statements on the driver itself: what fails leaves nothing, what races runs again."""

from __future__ import annotations

import pytest
from sqlalchemy import bindparam, delete, func, insert, select

from quizapp.store.driver import Hot
from quizapp.store.engine import Store
from quizapp.store.models import Remembered
from quizapp.store.prepared import Prepared
from quizapp.store.turns import TryAgain

KEEP = Prepared(insert(Remembered))
COUNT = Prepared(select(func.count().label("all")).select_from(Remembered))
NAMED = Prepared(select(Remembered.value).where(Remembered.name == bindparam("name")))


def kept(store: Store) -> int:
    with store.look() as connection:
        return int(COUNT.first(connection, {}).all)


def test_what_was_recorded_is_there_for_every_connection(store: Store) -> None:
    store.record(lambda one: KEEP.write(one, [{"name": "a", "value": "1"}]))
    with store.look() as first, store.look() as second, store.read() as third:
        for one in (first, second, third):
            assert NAMED.first(one, {"name": "a"}).value == "1"


def test_what_fails_leaves_nothing_and_the_next_one_works(store: Store) -> None:
    before = kept(store)

    def fails(connection: Hot) -> None:
        KEEP.write(connection, [{"name": "b", "value": "1"}])
        raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError, match="in the middle"):
        store.record(fails)
    assert kept(store) == before
    store.record(lambda one: KEEP.write(one, [{"name": "b", "value": "2"}]))
    assert kept(store) == before + 1


def test_a_lost_race_is_run_again_from_the_start(store: Store) -> None:
    tries: list[int] = []

    def races(connection: Hot) -> str:
        KEEP.write(connection, [{"name": "c", "value": str(len(tries))}])
        tries.append(len(tries))
        if len(tries) < 3:
            raise TryAgain
        return "done"

    assert store.record(races) == "done"
    with store.look() as connection:
        assert NAMED.first(connection, {"name": "c"}).value == "2"
    store.execute(delete(Remembered).where(Remembered.name == "c"))
    assert kept(store) == 0
