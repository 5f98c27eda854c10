"""Full disks and databases that another program holds: a clear page, and the form back."""

from __future__ import annotations

import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event, text

from quizapp.app import create_app
from quizapp.services.checking import check
from quizapp.services.installation import open_store
from quizapp.settings import Settings
from quizapp.store.engine import Store, make_engine
from tests.client import Form, Forms
from tests.databases import let_go, settings_for
from tests.serving.data_folders import keys_in, opened, run
from tests.world import NOON, context_on, signed_in


class Browser:
    """A signed-in pupil's browser on an application in this process, at a time set by hand."""

    def __init__(self, url: str, folder: Path) -> None:
        self.store = Store(make_engine(settings_for(url, folder)))
        self.context = context_on(self.store, folder)
        _, token = signed_in(self.context, "Bob")
        self.now = NOON
        self.app: Flask = create_app(self.context.settings, self.store, lambda: self.now)
        self.client: FlaskClient = self.app.test_client()
        self.client.set_cookie("quizapp_session", token)
        self._pragmas: list[str] = []

    def limit(self, *pragmas: str) -> None:
        """Every connection from now on has these pragmas."""
        self.store.close()
        self._pragmas[:] = pragmas
        event.listen(self.store.engine, "connect", self._prepare)

    def _prepare(self, connection: Any, _record: object) -> None:
        for pragma in self._pragmas:
            connection.execute(f"PRAGMA {pragma}")

    def typed_form(self) -> Form:
        """The form of the next question that wants a typed answer, the others answered."""
        while True:
            self.now += timedelta(minutes=1)
            html = self.client.get("/study").text
            form = next(
                one for one in Forms(html).found if one.action in ("/study/answer", "/study/reveal")
            )
            if form.typed:
                form.fields["text"] = "1924"
                return form
            given = {"rating": "3"} if form.action == "/study/reveal" else {}
            if form.choices:
                given = {"choice": form.choices[0]}
            assert (
                self.send(Form("/study/answer", "post", "", form.fields | given)).status_code < 500
            )

    def send(self, form: Form) -> Any:
        """Send a form."""
        return self.client.post(form.action, data=form.fields)


@pytest.fixture
def browser(sqlite_url: str, tmp_path: Path) -> Iterator[Browser]:
    """Bob's browser."""
    made = Browser(sqlite_url, tmp_path)
    yield made
    let_go(made.store)


def assert_kept(response: Any, form: Form) -> Form:
    """A clear page that holds everything that was typed; the form on it."""
    assert response.status_code == 503
    assert "Retry-After" in response.headers
    assert "Traceback" not in response.text
    again = next(one for one in Forms(response.text).found if one.action == form.action)
    assert again.fields == form.fields
    return again


def test_a_locked_database_gives_a_clear_page_and_the_form_back(
    browser: Browser, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    form = browser.typed_form()
    before = len(keys_in(browser.store))
    browser.limit("busy_timeout=50")
    with closing(sqlite3.connect(tmp_path / "quizapp.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        again = assert_kept(browser.send(form), form)
        assert browser.client.get("/study").status_code == 200  # reading goes on
        other.execute("ROLLBACK")
    assert "Traceback" not in caplog.text
    assert 'id="verdict"' in browser.send(again).text
    assert 'id="verdict"' in browser.send(again).text  # and once more counts once
    assert len(keys_in(browser.store)) == before + 1


def test_a_full_disk_gives_a_clear_page_and_recovers_without_restart(browser: Browser) -> None:
    form = browser.typed_form()
    with browser.store.read() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
    browser.limit(f"max_page_count={pages + 2}")
    answered = 0
    while (response := browser.send(form)).status_code == 200:
        answered += 1
        form = browser.typed_form()
        assert answered < 400, "the disk never filled up"
    again = assert_kept(response, form)
    stored = keys_in(browser.store)
    assert form.fields["key"] not in stored
    assert check(browser.store, browser.now).findings == []  # nothing half-written
    browser.now += timedelta(minutes=15)
    assert browser.client.get("/study").status_code == 200  # though nothing can note the visit
    browser.limit("max_page_count=1000000")
    assert 'id="verdict"' in browser.send(again).text
    assert len(keys_in(browser.store)) == len(stored) + 1
    assert check(browser.store, browser.now).findings == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 3 MB; skips where this process may not mount one."""
    folder = tmp_path / "small"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip("only root can mount a small disk")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_file_system_that_is_really_full(small_disk: Path) -> None:
    let_go(open_store(Settings(data_dir=small_disk), NOON))
    browser = Browser(f"sqlite:///{small_disk / 'quizapp.sqlite3'}", small_disk)
    form = browser.typed_form()
    ballast = small_disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 4096)
        except OSError:
            pass
    answered = 0
    while (response := browser.send(form)).status_code == 200:
        answered += 1
        form = browser.typed_form()
        assert answered < 400, "the disk never filled up"
    again = assert_kept(response, form)
    stored = keys_in(browser.store)
    assert check(browser.store, browser.now).findings == []
    ballast.unlink()
    assert 'id="verdict"' in browser.send(again).text
    assert len(keys_in(browser.store)) == len(stored) + 1
    assert check(browser.store, browser.now).findings == []
    let_go(browser.store)


def test_a_command_says_in_one_sentence_what_the_database_has_against_it(
    sqlite_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with opened(tmp_path) as store, store.write() as connection:
        connection.execute(text("DROP TABLE answers"))
    assert run("answers", "export", "--data", str(tmp_path)) == 2
    said = capsys.readouterr()
    assert said.err == "The database cannot be used: no such table: answers.\n"
    assert said.out == ""
