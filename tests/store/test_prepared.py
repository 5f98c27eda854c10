"""Prepared statements say what SQLAlchemy says, on both databases, and fail as it fails."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Connection, bindparam, insert, select
from sqlalchemy.exc import IntegrityError

from quizapp.store.dialect import insert_pair
from quizapp.store.engine import Store
from quizapp.store.models import Card, User
from quizapp.store.prepared import Prepared
from tests.world import NOON, statements

USERS: Any = User.__table__
ONE = {
    "public_id": "one",
    "name": "Ana",
    "name_folded": "ana",
    "password_hash": "",
    "role": "student",
    "language": "es",
    "time_zone": "UTC",
    "rollover_hour": 4,
    "new_per_day": 20,
    "desired_retention": 0.9,
    "single_keys": True,
    "theme": "auto",
    "active": True,
    "created_at": NOON,
}
TWO = ONE | {"public_id": "two", "name": "Ben", "name_folded": "ben", "single_keys": False}
ADD = Prepared(insert(User).returning(User.id, User.created_at))
NAMED = (
    select(User.name, User.single_keys, User.created_at, User.rollover_hour + 1)
    .where(
        User.role == "student",
        User.theme.in_(("auto", "dark")),
        User.name.in_(bindparam("names", expanding=True)),
        User.created_at <= bindparam("at"),
    )
    .order_by(User.id)
)
BY_NAME = Prepared(NAMED)


def add(connection: Connection, *people: dict[str, Any]) -> None:
    for person in people:
        ADD.rows(connection, person)


@pytest.mark.parametrize("names", [[], ["Ana"], ["Ana", "Ben"], ["Ana", "nobody", "Ben"]])
def test_rows_are_those_of_sqlalchemy(store: Store, names: list[str]) -> None:
    values = {"names": names, "at": datetime(2026, 12, 31, tzinfo=UTC)}
    with store.write() as connection:
        add(connection, ONE, TWO)
        usual = connection.execute(NAMED, values).all()
        mine = BY_NAME.rows(connection, values)
        assert [tuple(row) for row in mine] == [tuple(row) for row in usual]
        assert [row.created_at for row in mine] == [NOON] * len(set(names) & {"Ana", "Ben"})
        assert [row.single_keys for row in mine] == [
            name == "Ana" for name in names if len(name) == 3
        ]


def test_what_is_returned_is_read_too(store: Store) -> None:
    with store.write() as connection:
        row = ADD.first(connection, ONE)
        assert (row.id, row.created_at) == (1, NOON)
        assert BY_NAME.first(connection, {"names": ["nobody"], "at": NOON}) is None


def test_an_upsert_tells_how_many_rows_it_touched(store: Store) -> None:
    def renamed(statement: Any) -> Any:
        fresh = statement.excluded
        done = statement.on_conflict_do_update(
            index_elements=["public_id"],
            set_={"name": fresh.name},
            where=USERS.c.name != fresh.name,
        )
        return done.execution_options(preserve_rowcount=True)

    rename = Prepared(insert_pair(USERS, renamed))
    with store.write() as connection:
        assert rename.write(connection, [ONE, TWO]) == 2
        assert rename.write(connection, [ONE, TWO | {"name": "Bea"}]) == 1
        found = connection.execute(select(User.name).order_by(User.name)).scalars().all()
    assert found == ["Ana", "Bea"]


def test_errors_are_sqlalchemys_own(store: Store) -> None:
    with pytest.raises(IntegrityError), store.write() as connection:
        add(connection, ONE, ONE)
    with store.write() as connection:
        assert ADD.first(connection, ONE) is not None  # the first one went with its transaction


def test_whoever_counts_statements_sees_them(store: Store) -> None:
    with statements(store) as sent, store.write() as connection:
        add(connection, ONE)
        BY_NAME.rows(connection, {"names": ["Ana"], "at": NOON})
    assert [statement.split()[0] for statement in sent] == ["INSERT", "SELECT", "COMMIT"]


def test_a_default_of_the_model_is_not_left_out_in_silence(store: Store) -> None:
    row = {
        "learner_id": 1,
        "fact_id": 1,
        "phase": "new",
        "due": NOON,
        "introduced_day": NOON.date(),
    }
    if store.is_sqlite:
        with store.write() as connection, pytest.raises(ValueError, match="row_version"):
            Prepared(insert(Card)).write(connection, [row])
