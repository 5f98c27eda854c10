"""Databases of older and newer programs, and damaged ones."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text, update

from quizapp.services.backup_files import Reader
from quizapp.services.backups import restore
from quizapp.services.checking import check
from quizapp.services.installation import CannotStart, open_store
from quizapp.setting_up import ROOT
from quizapp.settings import Settings
from quizapp.store import archive, migrate
from quizapp.store.engine import Store, make_engine
from quizapp.store.models import Card
from tests.databases import let_go, settings_for
from tests.serving.data_folders import keys_in, opened, run
from tests.world import NOON

OLD_BACKUP = ROOT / "tests" / "services" / "first_schema.zip"


def make_old(settings: Settings) -> int:
    """Put data into the oldest schema as that program left them; how many answers."""
    store = Store(make_engine(settings))
    with store.write() as connection:
        archive.drop_everything(connection)
    with store.write() as connection:
        migrate.apply(connection, "0001")
        with Reader(OLD_BACKUP) as reader:
            names = {table.name: table.columns for table in reader.manifest.tables}
            for table in archive.tables(connection):
                if table.name in names:
                    rows = reader.rows(table.name)
                    archive.fill(connection, table, names[table.name], rows)
                    archive.count_on(connection, table)
            answers = reader.manifest.rows_of("answers")
    let_go(store)
    return answers


def test_an_upgrade_keeps_all_data_and_a_backup_of_before(engine_url: str, tmp_path: Path) -> None:
    settings = settings_for(engine_url, tmp_path)
    answers = make_old(settings)
    store = open_store(settings, NOON)
    assert migrate.current(store) == migrate.head()
    assert len(keys_in(store)) == answers
    assert check(store, NOON + timedelta(days=60)).findings == []
    kept = list((tmp_path / "backups").glob(f"*-before-{migrate.head()}.zip"))
    assert len(kept) == (0 if migrate.head() == "0001" else 1)
    for path in kept:
        assert restore(settings, path, NOON).manifest.revision == "0001"
        assert len(keys_in(store)) == answers
        assert check(store, NOON + timedelta(days=60)).findings == []
    let_go(store)


def kill_while_upgrading(data: Path, kills: int) -> None:
    """Kill `db upgrade` at moments spread over its whole run; then let it finish."""
    settings = Settings(data_dir=data)
    answers = make_old(settings)
    command = [sys.executable, "-m", "quizapp", "db", "upgrade", "--data", str(data)]
    started = time.monotonic()
    subprocess.run([*command[:-3], "check", "--data", str(data / "other")], cwd=ROOT, check=False)
    usual = time.monotonic() - started
    for number in range(kills):
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as process:
            try:
                process.wait(usual * (number + 1) / (kills + 1))
            except subprocess.TimeoutExpired:
                process.kill()
        with opened(data) as store:
            assert migrate.current(store) in ("0001", migrate.head())
            assert len(keys_in(store)) == answers
    store = open_store(settings, NOON)
    assert len(keys_in(store)) == answers
    assert check(store, NOON + timedelta(days=60)).findings == []
    let_go(store)


def test_a_migration_killed_in_the_middle_leaves_the_one_schema_or_the_other(
    tmp_path: Path,
) -> None:
    kill_while_upgrading(tmp_path, kills=4)


@pytest.mark.proof
def test_a_migration_killed_at_20_moments(tmp_path: Path) -> None:
    kill_while_upgrading(tmp_path, kills=20)


COMMANDS = (
    ("start", "--port", "0"),
    ("db", "upgrade"),
    ("db", "downgrade"),
    ("db", "check"),
    ("user", "add", "Bob", "--password-stdin"),
    ("classroom", "add", "4B", "--teacher", "Alice"),
    ("answers", "export", "--json"),
    ("backup", "one.zip"),
    ("check",),
)


@pytest.mark.parametrize("command", COMMANDS, ids=[" ".join(words[:2]) for words in COMMANDS])
def test_a_newer_database_is_refused_in_one_sentence(
    sqlite_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    with opened(tmp_path) as store, store.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert run(*command, "--data", str(tmp_path)) == 2
    said = capsys.readouterr()
    assert said.err.startswith("The database is newer than this program")
    assert said.err.count("\n") == 1
    assert said.out == ""


def test_a_damaged_database_is_refused_with_the_way_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "quizapp.sqlite3").write_bytes(b"No database. " * 1000)
    with pytest.raises(CannotStart, match="quizapp restore FILE"):
        open_store(Settings(data_dir=tmp_path), NOON)
    for command in (("backup", str(tmp_path / "one.zip")), ("answers", "export")):
        assert run(*command, "--data", str(tmp_path)) == 2
        assert "quizapp restore FILE" in capsys.readouterr().err
    assert run("restore", str(OLD_BACKUP), "--data", str(tmp_path)) == 0
    assert "-damaged" in capsys.readouterr().out
    assert run("check", "--data", str(tmp_path)) == 0


def test_check_says_0_1_or_2(
    sqlite_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("restore", str(OLD_BACKUP), "--data", str(tmp_path)) == 0
    assert run("check", "--data", str(tmp_path)) == 0
    with opened(tmp_path) as store:
        assert store.execute(update(Card).values(reviews=Card.reviews + 1)) > 0
    capsys.readouterr()
    assert run("check", "--data", str(tmp_path)) == 1
    assert "card-counts cards " in capsys.readouterr().out
    assert run("check", "--json", "--data", str(tmp_path)) == 1
    assert capsys.readouterr().out.startswith("{")
    assert run("check", "--data", str(tmp_path / "nowhere")) == 2
