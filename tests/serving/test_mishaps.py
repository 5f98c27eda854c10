"""Servers that die, and backups while everybody answers: nothing lost, nothing twice."""

from __future__ import annotations

import random
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from http.client import HTTPException
from pathlib import Path

import pytest

from quizapp.services.backups import back_up, restore
from quizapp.setting_up import ROOT
from quizapp.settings import Settings
from tests.client import Client, Form
from tests.server import Server, StartServer
from tests.serving.data_folders import assert_whole, opened, run

DYING = ROOT / "tests" / "serving" / "dying"
AT_ONCE = 8


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


@pytest.mark.long
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


@pytest.mark.long
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
