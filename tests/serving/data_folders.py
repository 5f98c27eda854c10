"""Data folders looked at from outside, and commands run on them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from quizapp.cli import main
from quizapp.services.checking import check
from quizapp.settings import Settings
from quizapp.store.engine import Store, make_engine
from quizapp.store.models import Answer
from tests.databases import let_go


@contextmanager
def opened(data: Path) -> Iterator[Store]:
    """The database of a data folder, beside whatever uses it."""
    store = Store(make_engine(Settings(data_dir=data)))
    try:
        yield store
    finally:
        let_go(store)


def keys_in(store: Store) -> list[str]:
    """The keys of all stored answers."""
    with store.read() as connection:
        return list(connection.execute(select(Answer.key)).scalars())


def assert_whole(data: Path, acknowledged: set[str]) -> None:
    """Nothing acknowledged is lost, nothing is there twice, everything derived fits."""
    with opened(data) as store:
        stored = keys_in(store)
        assert len(stored) == len(set(stored))
        assert acknowledged <= set(stored)
        assert check(store, datetime.now(UTC)).findings == []


def run(*arguments: str) -> int:
    """A command in this process; its exit code."""
    return main(list(arguments))
