"""What goes wrong in schools: power cuts, full disks, wrong clocks, other programs, old copies."""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from http.client import HTTPException
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event, select, text, update

from quizapp.app import create_app
from quizapp.cli import main
from quizapp.services import study
from quizapp.services.backup_files import Reader
from quizapp.services.backups import back_up, restore
from quizapp.services.checking import check
from quizapp.services.context import Context
from quizapp.services.installation import CannotStart, open_store
from quizapp.setting_up import ROOT
from quizapp.settings import Settings
from quizapp.store import archive, migrate
from quizapp.store.engine import Store, make_engine
from quizapp.store.models import Answer, Card, Review
from tests.client import Client, Form, Forms
from tests.databases import let_go, settings_for
from tests.server import Server, StartServer
from tests.services.study.sittings import filled, send, sit, state
from tests.world import NOON, context_on, person, signed_in

OLD_BACKUP = ROOT / "tests" / "services" / "first_schema.zip"
DYING = ROOT / "tests" / "serving" / "dying"
AT_ONCE = 8


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


# --- servers that die, backups meanwhile ----------------------------------------------------


@dataclass
class Pupil:
    """A pupil who goes on after every breakdown with the form that was not confirmed."""

    cookies: dict[str, str] = field(default_factory=dict)
    pending: Form | None = None
    resent: int = 0

    def study(self, url: str, acknowledged: set[str], stop: threading.Event) -> None:
        """Answer until told to stop or the server is gone."""
        browser = Client(url)
        browser.cookies = self.cookies
        try:
            while not stop.is_set():
                if self.pending is None:
                    self.pending = browser.question()
                else:
                    self.resent += 1
                page = browser.answer(self.pending)
                assert page.status == 200, page.text
                acknowledged.add(self.pending.fields["key"])
                self.pending = None
        except (OSError, HTTPException):
            pass  # the server died in the middle, as it should
        finally:
            browser.close()


def pupils_of(server: Server, count: int = AT_ONCE) -> list[Pupil]:
    """Pupils with accounts on this server."""
    pupils = []
    for number in range(count):
        browser = Client(server.url)
        browser.sign_up(f"Pupil {number}")
        browser.close()
        pupils.append(Pupil(browser.cookies))
    return pupils


@contextmanager
def studying(server: Server, pupils: list[Pupil], acknowledged: set[str]) -> Iterator[None]:
    """Everybody answers meanwhile; on leaving they have stopped or lost their server."""
    stop = threading.Event()
    threads = [
        threading.Thread(target=pupil.study, args=(server.url, acknowledged, stop))
        for pupil in pupils
    ]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join(60)


def wait_for(reached: Callable[[], bool], server: Server) -> None:
    """Wait until something is so."""
    until = time.monotonic() + 60
    while not reached():
        assert time.monotonic() < until, server.output
        time.sleep(0.005)


def ended(server: Server) -> bool:
    """Whether the server's process is gone."""
    return server._process.poll() is not None


def grown(found: set[str], to: int) -> bool:
    """Whether a set has reached a size."""
    return len(found) >= to


def live_and_die(start_server: StartServer, data: Path, kills: int) -> tuple[set[str], int]:
    """Kill the server under load again and again; every second time after a commit, unanswered."""
    chance = random.Random(kills)
    acknowledged: set[str] = set()
    server = start_server(data)
    pupils = pupils_of(server)
    server.stop()
    for number in range(kills):
        by_itself = number % 2 == 0
        answers = chance.randint(3, 40)
        environment = (
            {"PYTHONPATH": f"{DYING}:{ROOT}", "DIE_AFTER": str(answers)} if by_itself else {}
        )
        server = start_server(data, **environment)
        enough = len(acknowledged) + answers
        with studying(server, pupils, acknowledged):
            if by_itself:
                wait_for(partial(ended, server), server)
            else:
                wait_for(partial(grown, acknowledged, enough), server)
            server.kill()
        assert_whole(data, acknowledged)
    server = start_server(data)
    enough = len(acknowledged) + len(pupils)
    with studying(server, pupils, acknowledged):
        wait_for(partial(grown, acknowledged, enough), server)
    assert all(pupil.pending is None for pupil in pupils)
    assert_whole(data, acknowledged)
    assert server.stop() == 0
    return acknowledged, sum(pupil.resent for pupil in pupils)


def test_killed_under_load_nothing_acknowledged_is_lost(
    start_server: StartServer, tmp_path: Path
) -> None:
    acknowledged, resent = live_and_die(start_server, tmp_path, kills=3)
    assert len(acknowledged) > 10
    assert resent > 0


@pytest.mark.proof
def test_30_kills_under_load(start_server: StartServer, tmp_path: Path) -> None:
    acknowledged, resent = live_and_die(start_server, tmp_path, kills=30)
    assert len(acknowledged) > 300
    assert resent >= 30


def back_up_under_load(start_server: StartServer, data: Path, folder: Path, count: int) -> None:
    """Backups while everybody answers; each restores and holds what was acknowledged before it."""
    acknowledged: set[str] = set()
    server = start_server(data)
    pupils = pupils_of(server)
    made: list[tuple[Path, set[str]]] = []
    with studying(server, pupils, acknowledged), opened(data) as store:
        for number in range(count):
            enough = len(acknowledged) + 10
            wait_for(partial(grown, acknowledged, enough), server)
            known = set(acknowledged)
            path = folder / f"{number}.zip"
            back_up(store, path, datetime.now(UTC))
            made.append((path, known))
    assert_whole(data, acknowledged)
    server.stop()
    for path, known in made:
        elsewhere = folder / path.stem
        elsewhere.mkdir()
        restore(Settings(data_dir=elsewhere), path, datetime.now(UTC))
        assert_whole(elsewhere, known)
        shutil.rmtree(elsewhere)


def test_backups_while_serving(
    start_server: StartServer, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    back_up_under_load(start_server, tmp_path, tmp_path_factory.mktemp("backups"), count=3)


@pytest.mark.proof
def test_20_backups_under_load(
    start_server: StartServer, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    back_up_under_load(start_server, tmp_path, tmp_path_factory.mktemp("backups"), count=20)


def test_a_restore_under_a_serving_server(start_server: StartServer, tmp_path: Path) -> None:
    data, file = tmp_path / "data", tmp_path / "one.zip"
    data.mkdir()
    acknowledged: set[str] = set()
    server = start_server(data)
    pupils = pupils_of(server, 3)
    with studying(server, pupils, acknowledged):
        wait_for(partial(grown, acknowledged, 5), server)
        with opened(data) as store:
            back_up(store, file, datetime.now(UTC))
    assert run("restore", str(file), "--data", str(data)) == 0
    browser = Client(server.url)
    assert browser.get("/study").status in (200, 303)
    browser.sign_up("Somebody new")
    assert browser.answer(browser.question()).status == 200
    browser.close()
    assert_whole(data, set())
    assert "Traceback" not in server.output


# --- schemas --------------------------------------------------------------------------------


def run(*arguments: str) -> int:
    """A command in this process; its exit code."""
    return main(list(arguments))


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


# --- a database that cannot write -----------------------------------------------------------


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
        self.store.engine.dispose()
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
    assert browser.client.get("/study").status_code == 200
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


# --- clocks ---------------------------------------------------------------------------------


@pytest.fixture
def context(store: Store, tmp_path: Path) -> Context:
    """Services on both databases in turn."""
    return context_on(store, tmp_path)


@pytest.mark.parametrize("step", [timedelta(days=-1), timedelta(hours=-5), timedelta(days=-400)])
def test_a_clock_set_back_moves_nothing_forward(context: Context, step: timedelta) -> None:
    bob = person(context, "Bob")
    sit(context, bob, NOON, count=6)
    at = NOON + timedelta(days=3)
    screen = study.ask(context, bob, at)
    assert screen is not None
    send(context, bob, filled(screen), at)
    back = at + step
    shown = study.question_again(context, bob, screen.version, back)
    send(context, bob, filled(shown), back)
    with context.store.read() as connection:
        rows = connection.execute(
            select(Review.due, Review.at).where(Review.learner_id == bob.id).order_by(Review.id)
        ).all()
    assert rows[-1].due >= rows[-2].at  # never before the answer that the right clock saw
    following = study.ask(context, bob, back + timedelta(minutes=1))
    if following is not None:
        send(context, bob, filled(following), back + timedelta(minutes=1))
    assert check(context.store, at).findings == []


def test_undo_takes_back_what_was_answered_last_also_after_the_clock_went_back(
    context: Context,
) -> None:
    bob = person(context, "Bob")
    screen = sit(context, bob, NOON, count=1)
    assert screen
    first = study.ask(context, bob, NOON + timedelta(minutes=2))
    assert first is not None
    send(context, bob, filled(first), NOON + timedelta(minutes=2))
    before = state(context, bob)
    back = NOON - timedelta(hours=1)
    again = study.question_again(context, bob, first.version, back)
    send(context, bob, filled(again, right=False), back)
    assert state(context, bob) != before
    assert study.undo(context, bob, back + timedelta(minutes=1)) == first.version
    assert state(context, bob) == before
    assert check(context.store, NOON).findings == []
