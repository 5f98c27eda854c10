"""Compiled templates: found again by the next start, and never in the way."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from quizapp.app import create_app
from quizapp.services.context import Context


def first_page(context: Context) -> str:
    """What a new process with this installation answers."""
    app = create_app(context.settings, context.store)
    answer = app.test_client().get("/account/sign-in")
    assert answer.status_code == 200
    return str(app.jinja_env.get_template("account/sign_in.html").name)


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's folder for temporary files, empty."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_the_next_start_finds_them_and_a_broken_one_is_made_anew(
    context: Context, kept: Path
) -> None:
    first_page(context)
    (folder,) = kept.iterdir()
    assert folder.stat().st_mode & 0o777 == 0o700, "nobody else writes what is run here"
    made = {path: path.read_bytes() for path in folder.iterdir()}
    assert len(made) > 1
    whole = max(made, key=lambda path: len(made[path]))
    for spoilt in (b"", made[whole][:60], b"no bytecode", made[whole][:-20]):
        whole.write_bytes(spoilt)
        first_page(context)
        assert whole.read_bytes() == made[whole]
    times = {path: path.stat().st_mtime_ns for path in made}
    first_page(context)
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == times


def test_without_a_folder_of_ones_own_the_pages_are_compiled_anew(
    context: Context, kept: Path
) -> None:
    kept.rmdir()
    kept.write_text("no folder")
    first_page(context)
