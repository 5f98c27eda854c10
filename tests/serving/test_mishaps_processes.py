"""Several processes on PostgreSQL that die under load, and backups meanwhile: nothing lost."""

from __future__ import annotations

import os
import shutil
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizapp.services.backups import back_up, restore
from quizapp.services.checking import check
from quizapp.settings import Settings
from quizapp.store.engine import Store, make_engine
from tests.client import Client
from tests.databases import Postgres, let_go, settings_for
from tests.processes import Processes
from tests.serving.data_folders import assert_whole, keys_in
from tests.serving.test_mishaps import AT_ONCE, DYING, ROOT, Pupil

SCHOOL = "processes_die"
LOST_S = 0.05
"""A pause of a pupil whose page did not come, before trying again."""


@pytest.fixture
def school(postgres: Postgres) -> Iterator[str]:
    """Address of an empty database, for processes that get it ready themselves."""
    postgres.execute(f"CREATE DATABASE {SCHOOL}")
    yield postgres.url(SCHOOL)
    postgres.execute(f"DROP DATABASE {SCHOOL} WITH (FORCE)")


@contextmanager
def looked_into(url: str, folder: Path) -> Iterator[Store]:
    """The database, beside the processes that use it."""
    store = Store(make_engine(settings_for(url, folder)))
    try:
        yield store
    finally:
        let_go(store)


class Stubborn(Pupil):
    """A pupil who tries again as long as there is anybody to answer."""

    def go_on(self, url: str, acknowledged: set[str], stop: threading.Event) -> None:
        """Answer until told to stop; after each breakdown the same form once more."""
        while not stop.is_set():
            self.study(url, acknowledged, stop)
            stop.wait(LOST_S)


def pupils_at(url: str) -> list[Stubborn]:
    """Pupils with accounts."""
    pupils = []
    for number in range(AT_ONCE):
        browser = Client(url)
        browser.sign_up(f"Pupil {number}")
        browser.close()
        pupils.append(Stubborn(browser.cookies))
    return pupils


@contextmanager
def studying(url: str, pupils: list[Stubborn], acknowledged: set[str]) -> Iterator[None]:
    """Everybody answers meanwhile."""
    stop = threading.Event()
    threads = [
        threading.Thread(target=pupil.go_on, args=(url, acknowledged, stop)) for pupil in pupils
    ]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join(60)


def wait_for(reached: Callable[[], bool], processes: Processes) -> None:
    """Wait until something is so."""
    until = time.monotonic() + 60
    while not reached():
        assert time.monotonic() < until, processes.output[-3000:]
        time.sleep(0.005)


def nothing_lost(url: str, folder: Path, acknowledged: set[str], *, whole: bool = True) -> None:
    """Nothing acknowledged is lost, nothing is there twice; `whole`: everything derived fits."""
    known = set(acknowledged)  # before the look, while everybody goes on
    with looked_into(url, folder) as store:
        stored = keys_in(store)
        assert len(stored) == len(set(stored))
        assert known <= set(stored)
        if whole:
            assert check(store, datetime.now(UTC)).findings == []


def killed(url: str, folder: Path, kills: int, die_after: int) -> tuple[int, int]:
    """Kill -9 again and again while everybody answers, then everything at once.

    Each worker dies by itself between a commit and its reply, after so many of them; every second
    time the one that is older is killed before that, wherever it is. The master makes others.
    """
    acknowledged: set[str] = set()
    dying = {"PYTHONPATH": f"{DYING}:{ROOT}", "DIE_AFTER": str(die_after)}
    processes = Processes(folder, url, **dying)
    pupils = pupils_at(processes.url)
    with studying(processes.url, pupils, acknowledged):
        for number in range(kills):
            deaths, enough = processes.output.count("SIGKILL"), len(acknowledged) + 3
            wait_for(lambda: len(acknowledged) >= enough, processes)  # noqa: B023 - used at once
            if number % 2 == 1:
                with suppress(ProcessLookupError, IndexError):
                    os.kill(processes.workers[0], signal.SIGKILL)
            wait_for(lambda: processes.output.count("SIGKILL") > deaths, processes)  # noqa: B023
            nothing_lost(url, folder, acknowledged, whole=False)
        processes.kill_all()
    nothing_lost(url, folder, acknowledged)
    processes = Processes(folder, url)
    with studying(processes.url, pupils, acknowledged):
        wait_for(lambda: all(pupil.pending is None or pupil.resent for pupil in pupils), processes)
        enough = len(acknowledged) + 2 * len(pupils)
        wait_for(lambda: len(acknowledged) >= enough, processes)
    assert all(pupil.pending is None for pupil in pupils)
    nothing_lost(url, folder, acknowledged)
    assert processes.stop() == 0
    return len(acknowledged), sum(pupil.resent for pupil in pupils)


def test_workers_that_die_between_commit_and_reply_lose_nothing(
    school: str, tmp_path: Path
) -> None:
    acknowledged: set[str] = set()
    dying = {"PYTHONPATH": f"{DYING}:{ROOT}", "DIE_AFTER": "6"}
    processes = Processes(tmp_path, school, **dying)
    pupils = pupils_at(processes.url)[:4]
    with studying(processes.url, pupils, acknowledged):
        wait_for(lambda: processes.output.count("SIGKILL") > 1, processes)
        enough = len(acknowledged) + 4  # by the workers that were born after
        wait_for(lambda: len(acknowledged) >= enough, processes)
    processes.kill_all()
    nothing_lost(school, tmp_path, acknowledged)
    assert sum(pupil.resent for pupil in pupils) > 0
    assert len(acknowledged) >= 10


@pytest.mark.long
@pytest.mark.proof
@pytest.mark.parametrize("die_after", [4, 7, 12])
def test_30_kills_of_processes_under_load(school: str, tmp_path: Path, die_after: int) -> None:
    """Ten kills of each kind of haste, so that no part comes near the time that a test may take."""
    acknowledged, resent = killed(school, tmp_path, 10, die_after)
    assert acknowledged > 30
    assert resent > 0


@pytest.mark.long
@pytest.mark.proof
@pytest.mark.parametrize("count", [2, 3])
def test_20_backups_of_postgresql_under_load(
    school: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, count: int
) -> None:
    """Ten beside two processes, ten beside three."""
    folder = tmp_path_factory.mktemp("backups")
    acknowledged: set[str] = set()
    processes = Processes(tmp_path, school, count)
    pupils = pupils_at(processes.url)
    made: list[tuple[Path, set[str]]] = []
    with studying(processes.url, pupils, acknowledged), looked_into(school, tmp_path) as store:
        for number in range(10):
            enough = len(acknowledged) + 10
            wait_for(lambda: len(acknowledged) >= enough, processes)  # noqa: B023 - used at once
            known = set(acknowledged)
            back_up(store, folder / f"{number}.zip", datetime.now(UTC))
            made.append((folder / f"{number}.zip", known))
    nothing_lost(school, tmp_path, acknowledged)
    assert processes.stop() == 0
    for path, known in made:
        elsewhere = folder / path.stem
        elsewhere.mkdir()
        restore(Settings(data_dir=elsewhere), path, datetime.now(UTC))
        assert_whole(elsewhere, known)
        shutil.rmtree(elsewhere)
