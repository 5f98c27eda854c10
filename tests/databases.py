"""Databases for tests: a migrated SQLite file or PostgreSQL database of one's own for every test.

PostgreSQL is started once per test process, as an unprivileged user, in a temporary folder, with
a socket in that folder and no port at all. Each test gets a copy of a migrated template, empty or
with the small bank in it (fixture `contents`).
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import NoReturn

import psycopg
import pytest
from sqlalchemy import Engine
from sqlalchemy.util import LRUCache

from quizapp.settings import Settings
from quizapp.store.engine import Store, make_engine
from quizapp.store.migrate import upgrade
from tests import tools
from tests.world import context_on

PATIENCE_S = 30
FAST = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=200")
COUNTER = count(1)
STATEMENTS = 1200  # more than a check of everything has, and no more memory than that
EMPTY, BANK = "empty", "bank"
ENGINES: dict[str, Engine] = {}
"""Of each kind of database the engine that was made first."""


class Postgres:
    """A PostgreSQL of one's own: started on making, gone with everything in it after `stop`."""

    def __init__(self, binaries: Path, *settings: str) -> None:
        self._binaries = binaries
        self.folder = Path(tempfile.mkdtemp(prefix="quizapp-pg-"))
        self._user = _unprivileged_user()
        self._settings = [word for setting in settings for word in ("-c", setting)]
        self._process: subprocess.Popen[bytes] | None = None
        if self._user is not None:
            shutil.chown(self.folder, self._user)
        options = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"]
        self._call("initdb", "--pgdata", str(self.folder / "data"), "--no-sync", *options)
        self.start()

    def _call(self, name: str, *arguments: str) -> None:
        done = subprocess.run(
            [self._binaries / name, *arguments],
            user=self._user,
            extra_groups=[] if self._user else None,
            cwd=self.folder,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S * 2,
            check=False,
        )
        assert done.returncode == 0, f"{name} failed: {done.stderr}"

    def start(self) -> None:
        """Start the server and wait until it answers."""
        command = [str(self._binaries / "postgres"), "-D", str(self.folder / "data")]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [*command, "-k", str(self.folder), "-c", "listen_addresses=", *self._settings],
                user=self._user,
                extra_groups=[] if self._user else None,
                cwd=self.folder,
                stdout=log,
                stderr=log,
            )
        until = time.monotonic() + PATIENCE_S
        while not self._answers():
            assert time.monotonic() < until, (self.folder / "log").read_text(errors="replace")
            time.sleep(0.02)

    def _answers(self) -> bool:
        assert self._process is not None
        assert self._process.poll() is None, (self.folder / "log").read_text(errors="replace")
        try:
            self.execute("SELECT 1")
        except psycopg.OperationalError:
            return False
        return True

    def execute(self, statement: str) -> None:
        """Run one statement as the superuser, outside of a transaction."""
        where = f"host={self.folder} user=postgres dbname=postgres"
        with psycopg.connect(where, autocommit=True) as connection:
            connection.execute(statement.encode())

    def url(self, database: str) -> str:
        """SQLAlchemy's address of `database`, over the socket."""
        return f"postgresql+psycopg://postgres@/{database}?host={self.folder}"

    def halt(self, how: signal.Signals = signal.SIGINT) -> None:
        """End the server: SIGINT cleanly and at once, SIGQUIT as a crash that must recover."""
        assert self._process is not None
        self._process.send_signal(how)
        self._process.wait(PATIENCE_S)

    def stop(self) -> None:
        """End the server and remove what it kept."""
        self.halt(signal.SIGQUIT)
        shutil.rmtree(self.folder, ignore_errors=True)


def _unprivileged_user() -> str | None:
    """Whom PostgreSQL runs as when we are root, which it refuses; None when we are not."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def settings_for(url: str, folder: Path) -> Settings:
    """Settings of an installation in `folder` on the database at `url`."""
    return Settings(database_url=url, data_dir=folder)


def let_go(store: Store) -> None:
    """Close every connection and file that `store` holds."""
    store.close()


def _alike(engine: Engine) -> Engine:
    """Let the engines of a test process share what one of them has compiled.

    Every test has an engine of its own, and SQLAlchemy compiles a statement once per dialect and
    engine: a fifth of the time of the service tests.
    """
    first = ENGINES.setdefault(engine.dialect.name, engine)
    if first is engine:
        engine.connect().close()  # a dialect knows its server from the first connection on
        engine._compiled_cache = LRUCache(STATEMENTS)
    engine.dialect, engine._compiled_cache = first.dialect, first._compiled_cache
    return engine


def migrate(url: str, folder: Path) -> None:
    """Bring the empty database at `url` to the newest schema and let go of it."""
    store = Store(make_engine(settings_for(url, folder)))
    upgrade(store)
    let_go(store)


@pytest.fixture(scope="session")
def postgres(missing: Callable[[str], NoReturn]) -> Iterator[Postgres]:
    """The PostgreSQL of this test process; skips (or with --complete fails) where there is none."""
    binaries = tools.postgresql()
    if binaries is None:
        missing(f"no PostgreSQL: {tools.line_to_run(['PostgreSQL'])}")
    server = Postgres(binaries, *FAST)
    try:
        yield server
    finally:
        server.stop()


@pytest.fixture(scope="session")
def postgres_templates(
    postgres: Postgres, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], str]:
    """The name of a database to copy from, of these contents: made when first asked for."""
    made: set[str] = set()

    def template(contents: str) -> str:
        name = f"template_{contents}"
        if name not in made:
            postgres.execute(f"CREATE DATABASE {name}")
            _fill(postgres.url(name), tmp_path_factory.mktemp("template"), contents)
            made.add(name)
        return name

    return template


@pytest.fixture(scope="session")
def sqlite_templates(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """An SQLite file to copy from, of these contents: made when first asked for."""
    made: dict[str, Path] = {}

    def template(contents: str) -> Path:
        if contents not in made:
            made[contents] = tmp_path_factory.mktemp("template") / "template.sqlite3"
            _fill(f"sqlite:///{made[contents]}", made[contents].parent, contents)
        return made[contents]

    return template


def _fill(url: str, folder: Path, contents: str) -> None:
    """Migrate the empty database at `url`, and load the small bank where it is wanted."""
    store = Store(make_engine(settings_for(url, folder)))
    upgrade(store)
    if contents == BANK:
        context_on(store, folder)
    else:
        assert contents == EMPTY
    let_go(store)


@pytest.fixture
def contents() -> str:
    """What this test's database holds; folders whose tests all want the small bank override it."""
    return EMPTY


@pytest.fixture
def sqlite_url(sqlite_templates: Callable[[str], Path], contents: str, tmp_path: Path) -> str:
    """Address of a migrated SQLite file of this test."""
    path = tmp_path / "quizapp.sqlite3"
    shutil.copyfile(sqlite_templates(contents), path)
    return f"sqlite:///{path}"


@pytest.fixture
def postgresql_url(
    postgres: Postgres, postgres_templates: Callable[[str], str], contents: str
) -> Iterator[str]:
    """Address of a migrated PostgreSQL database of this test."""
    name = f"test_{next(COUNTER)}"
    postgres.execute(
        f"CREATE DATABASE {name} TEMPLATE {postgres_templates(contents)} STRATEGY file_copy"
    )
    yield postgres.url(name)
    postgres.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def engine_url(request: pytest.FixtureRequest) -> str:
    """Address of a migrated database of this test; once for each kind of database."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def store(engine_url: str, tmp_path: Path) -> Iterator[Store]:
    """The product's own store on a migrated database of this test; once for each kind."""
    made = Store(_alike(make_engine(settings_for(engine_url, tmp_path))))
    yield made
    let_go(made)


@pytest.fixture
def engine(store: Store) -> Engine:
    """The engine of `store`."""
    return store.engine
