"""Readiness says whether an answer could be taken now, and why not."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event, text

from quizapp.store.engine import Store
from tests.web.conftest import Visit


class Usage(NamedTuple):
    """What a disk says of itself, in bytes."""

    total: int
    used: int
    free: int


def reasons(visit: Visit) -> list[str]:
    """Why the server is not ready."""
    answer = visit().get("/health/ready")
    assert answer.status_code == 503
    assert answer.json["ready"] is False
    found: list[str] = answer.json["reasons"]
    return found


def test_a_sound_installation_is_ready(client: FlaskClient) -> None:
    assert client.get("/health/live").json == {"live": True}
    answer = client.get("/health/ready")
    assert answer.status_code == 200
    assert answer.json == {"ready": True, "reasons": [], "warnings": []}


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE alembic_version SET version_num = 'ffff'", "newer than this program"),
        ("DELETE FROM alembic_version", "older than this program"),
    ],
)
def test_another_schema_is_named(visit: Visit, store: Store, statement: str, named: str) -> None:
    store.execute(text(statement))
    (reason,) = reasons(visit)
    assert named in reason


def test_a_database_that_only_reads_is_named(visit: Visit, store: Store) -> None:
    read_only = (
        "PRAGMA query_only = ON" if store.is_sqlite else "SET default_transaction_read_only = on"
    )

    def make_read_only(connection: Any, _record: object) -> None:
        connection.cursor().execute(read_only)
        if not store.is_sqlite:
            connection.commit()

    store.engine.dispose()
    event.listen(store.engine, "connect", make_read_only)
    assert reasons(visit) == ["the database cannot be written"]


@pytest.mark.parametrize("engine_url", ["sqlite"], indirect=True)
def test_a_database_that_is_gone_is_named_without_its_place(
    visit: Visit, store: Store, tmp_path: Path
) -> None:
    store.engine.dispose()
    for file in tmp_path.glob("quizapp.sqlite3*"):
        file.unlink()
    (tmp_path / "quizapp.sqlite3").mkdir()
    assert reasons(visit) == ["the database does not answer"]


def test_little_space_is_a_warning_not_a_refusal(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**12, 10**12, 199 * 1_048_576))
    answer = client.get("/health/ready")
    assert answer.status_code == 200
    assert answer.json["warnings"] == ["only 199 MB are free on the disk of the data folder"]
