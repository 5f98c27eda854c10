"""`check` finds every kind of planted corruption and names it, and finds nothing else."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from quizapp.services.checking import CODES, Report, check, check_on
from quizapp.store.engine import Store, make_engine
from quizapp.store.models import Answer, Voiding
from tests.databases import COUNTER, EMPTY, Postgres, let_go, settings_for
from tests.services.busy import use
from tests.services.plants import PLANTS, Plant, plant
from tests.world import NOON, context_on

LATER = NOON + timedelta(days=60)


@pytest.fixture(scope="module")
def worlds(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], Store]]:
    """A database that was used for real, of each kind asked for; what is planted is rolled back."""
    made: dict[str, Store] = {}

    def world(kind: str) -> Store:
        if kind not in made:
            folder = tmp_path_factory.mktemp("used")
            url = _fresh(kind, folder, request)
            made[kind] = Store(make_engine(settings_for(url, folder)))
            use(context_on(made[kind], folder), learners=4, days=8)
        return made[kind]

    yield world
    for store in made.values():
        let_go(store)


def _fresh(kind: str, folder: Path, request: pytest.FixtureRequest) -> str:
    """The address of an empty database."""
    if kind == "sqlite":
        template = request.getfixturevalue("sqlite_templates")(EMPTY)
        shutil.copyfile(template, folder / "quizapp.sqlite3")
        return f"sqlite:///{folder / 'quizapp.sqlite3'}"
    server: Postgres = request.getfixturevalue("postgres")
    name = f"test_{next(COUNTER)}"
    template = request.getfixturevalue("postgres_templates")(EMPTY)
    server.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    return server.url(name)


@pytest.fixture(params=["sqlite", "postgresql"])
def used(request: pytest.FixtureRequest, worlds: Callable[[str], Store]) -> Store:
    """One of them; made once, though each test asks for it by its kind."""
    return worlds(request.param)


def with_planted(used: Store, *together: Plant) -> tuple[list[str], Report]:
    """What a check says of the database with these corruptions, which are gone afterwards."""
    with used.engine.connect() as connection, connection.begin() as transaction:
        rows = [plant(connection, one) for one in together]
        report = check_on(connection, LATER)
        transaction.rollback()
    return rows, report


def kinds(report: Report) -> set[tuple[str, str]]:
    """What was found, without the rows."""
    return {(one.code, one.table) for one in report.findings}


def test_nothing_is_found_where_nothing_is(used: Store) -> None:
    report = check(used, LATER)
    assert report.findings == []
    assert report.left_out == 0
    for name in ("answers", "reviews", "cards", "totals", "questions", "facts", "people"):
        assert report.proven[name] > 3, name


CHAIN = {"answers", "voidings", "reviews", "cards", "day_totals"}
"""Each of these is derived from those before it: what is spoiled there is planted alone."""


def alone(one: Plant) -> bool:
    """Whether a corruption may be hidden by others, or hide them."""
    lost = any("DELETE" in statement for statement in one.spoil)
    return not one.table or one.table in CHAIN or lost


def batches(kind: str) -> Iterator[list[Plant]]:
    """The plants for this kind of database; those that need not be alone one for each table."""
    waiting = [one for one in PLANTS if one.only in ("", kind)]  # the other kind refuses it itself
    while waiting:
        batch = waiting[:1]
        if not alone(waiting[0]):
            batch = list({one.table: one for one in waiting if not alone(one)}.values())
        yield batch
        waiting = [one for one in waiting if one not in batch]


@pytest.mark.parametrize(
    ("used", "together"),
    [
        pytest.param(kind, batch, id=f"{kind}-{number}-{batch[0].code}")
        for kind in ("sqlite", "postgresql")
        for number, batch in enumerate(batches(kind))
    ],
    indirect=["used"],
)
def test_a_planted_corruption_is_found_and_named(used: Store, together: list[Plant]) -> None:
    rows, report = with_planted(used, *together)
    named = {(found.code, found.table, found.row) for found in report.findings}
    for one, row in zip(together, rows, strict=True):
        if row == "*":
            assert (one.code, one.table) in kinds(report), report.findings
        else:
            assert (one.code, one.table, row) in named, report.findings


def test_at_least_30_kinds_are_planted_and_none_is_left_unplanted() -> None:
    planted = {one.code for one in PLANTS}
    assert len(planted) >= 30
    assert planted | {"damaged-file"} == set(CODES)


def test_a_large_honest_database_gives_no_alarm(store: Store, tmp_path: Path) -> None:
    context = context_on(store, tmp_path)
    use(context, learners=12, days=20, seed=11)
    with store.read() as connection:
        answers = connection.execute(select(func.count()).select_from(Answer)).scalar_one()
        voided = connection.execute(select(func.count()).select_from(Voiding)).scalar_one()
    assert answers > 500
    assert voided > 30
    assert check(store, LATER).findings == []


def test_many_findings_of_one_kind_are_counted_not_told(used: Store) -> None:
    everywhere = Plant("score-range", "answers", "SELECT 1", ("UPDATE answers SET score = 7",), "*")
    _, report = with_planted(used, everywhere)
    assert sum(one.code == "score-range" for one in report.findings) == 20
    assert report.left_out > 50


@pytest.mark.parametrize("place", [0.3, 0.6, 0.9])
def test_a_damaged_page_is_found(sqlite_url: str, tmp_path: Path, place: float) -> None:
    store = Store(make_engine(settings_for(sqlite_url, tmp_path)))
    use(context_on(store, tmp_path), learners=2, days=3)
    path = Path(str(store.engine.url.database))
    let_go(store)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    page = 4096
    where = int(path.stat().st_size // page * place) * page
    with path.open("r+b") as file:
        file.seek(where)
        file.write(b"\xa5" * page)
    store = Store(make_engine(settings_for(sqlite_url, tmp_path)))
    report = check(store, LATER)
    let_go(store)
    assert "damaged-file" in {one.code for one in report.findings}


def test_a_file_that_is_no_database_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "quizapp.sqlite3").write_bytes(b"Not a database at all. " * 400)
    url = f"sqlite:///{tmp_path / 'quizapp.sqlite3'}"
    store = Store(make_engine(settings_for(url, tmp_path)))
    report = check(store, LATER)
    let_go(store)
    assert [one.code for one in report.findings] == ["damaged-file"]


def test_a_report_is_one_json_document(used: Store) -> None:
    _, report = with_planted(used, next(one for one in PLANTS if one.code == "card-due"))
    document = json.loads(json.dumps(report.as_json()))
    assert document["ok"] is False
    finding = next(one for one in document["findings"] if one["code"] == "card-due")
    assert finding["table"] == "cards"
    assert finding["what"].startswith(CODES["card-due"][0])
    assert finding["cure"] == CODES["card-due"][1]
    assert all(part.isdigit() for part in finding["row"].split("/"))
