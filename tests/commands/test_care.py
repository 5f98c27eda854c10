"""Looking after the data from the command line."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from click.testing import CliRunner

from quizapp.cli import commands
from quizapp.services import own_data
from quizapp.services.context import Context, load_secret
from quizapp.services.installation import open_store
from quizapp.settings import Settings
from quizapp.store.queries.people import person_named
from tests.world import PASSWORD, person


def run(*words: str, code: int = 0) -> str:
    """Run a command and give back what it said."""
    done = CliRunner().invoke(commands, list(words))
    assert done.exit_code == code, done.output
    return done.output


def opened(folder: Path) -> Context:
    settings = Settings(data_dir=folder)
    return Context(open_store(settings, datetime.now(UTC)), load_secret(settings), settings)


def names(folder: Path) -> set[str]:
    """Who of Bob and Dan is there."""
    context = opened(folder)
    with context.store.read() as connection:
        found = {n for n in ("bob", "dan") if person_named(connection, n) is not None}
    context.store.close()
    return found


def test_who_was_erased_after_the_backup_is_erased_again_by_its_restore(tmp_path: Path) -> None:
    data, kept = tmp_path / "data", tmp_path / "kept.zip"
    context = opened(data)
    now = datetime.now(UTC)
    bob = person(context, "Bob", at=now)
    person(context, "Dan", at=now)
    run("backup", str(kept), "--data", str(data))
    own_data.erase(context, bob, PASSWORD, now)
    context.store.close()
    assert names(data) == {"dan"}
    said = run("restore", str(kept), "--data", str(data))
    assert "Erased again, because erased after the backup: 1." in said
    assert names(data) == {"dan"}


def test_restore_of_nothing_says_so(tmp_path: Path) -> None:
    missing = tmp_path / "missing.zip"
    assert str(missing) in run("restore", str(missing), "--data", str(tmp_path), code=2)
