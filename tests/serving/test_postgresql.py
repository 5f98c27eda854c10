"""Several processes on PostgreSQL: a restart of the database under load is nobody's error."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from threading import Event
from typing import Any, NoReturn

import pytest

from quizapp.setting_up import ROOT
from tests import tools
from tests.client import Client
from tests.databases import Postgres
from tests.processes import Processes

CLIENTS = 64
RESTARTS = 4
ANSWERS_BETWEEN = 100

pytestmark = [pytest.mark.proof, pytest.mark.xdist_group("load")]


@pytest.fixture
def durable(missing: Callable[[str], NoReturn]) -> Iterator[Postgres]:
    """A PostgreSQL as a school would run it: nothing acknowledged is lost in a crash."""
    binaries = tools.postgresql()
    if binaries is None:
        missing(f"no PostgreSQL: {tools.line_to_run(['PostgreSQL'])}")
    server = Postgres(binaries)
    try:
        server.execute("CREATE DATABASE school")
        yield server
    finally:
        server.stop()


@pytest.fixture
def school(durable: Postgres, tmp_path: Path) -> Iterator[Processes]:
    """Two processes on an empty database: both want to migrate, one does."""
    processes = Processes(tmp_path, durable.url("school"))
    try:
        yield processes
    finally:
        processes.stop()


def exported(school: Processes) -> list[dict[str, Any]]:
    """What `quizapp answers export --json` says."""
    done = subprocess.run(
        [sys.executable, "-m", "quizapp", "answers", "export", "--json"],
        cwd=ROOT,
        env=school.environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    answers: list[dict[str, Any]] = json.loads(done.stdout)["answers"]
    return answers


class Pupil:
    """A pupil who answers until told to stop, and remembers what was acknowledged."""

    def __init__(self, url: str, number: int) -> None:
        self.client = Client(url)
        self.client.sign_up(f"Pupil {number}")
        self.acknowledged: list[str] = []
        self.longest = 0.0

    def study(self, enough: Event) -> None:
        """Answer on and on; any page that is not the expected one fails."""
        while not enough.is_set():
            form = self.client.question()
            began = time.monotonic()
            page = self.client.answer(form)
            self.longest = max(self.longest, time.monotonic() - began)
            assert page.status == 200, page.text
            assert 'id="verdict"' in page.text
            self.acknowledged.append(form.fields["key"])


def test_restarts_under_load_lose_nothing_and_double_nothing(
    durable: Postgres, school: Processes
) -> None:
    with ExitStack() as stack, ThreadPoolExecutor(CLIENTS) as pool:
        pupils = list(pool.map(lambda number: Pupil(school.url, number), range(CLIENTS)))
        for pupil in pupils:
            stack.callback(pupil.client.close)
        enough = Event()
        stack.callback(enough.set)
        studies = [pool.submit(pupil.study, enough) for pupil in pupils]

        def answered() -> int:
            return sum(len(pupil.acknowledged) for pupil in pupils)

        for restart in range(RESTARTS + 1):
            wanted, until = answered() + ANSWERS_BETWEEN, time.monotonic() + 60
            while answered() < wanted:
                assert time.monotonic() < until, school.output
                assert not any(study.done() for study in studies), school.output
                enough.wait(0.02)
            if restart < RESTARTS:
                durable.halt(signal.SIGQUIT)
                durable.start()
        enough.set()
        for study in studies:
            study.result(60)
    acknowledged = {key for pupil in pupils for key in pupil.acknowledged}
    stored = [row["key"] for row in exported(school)]
    assert len(stored) == len(set(stored))
    assert set(stored) == acknowledged
    assert "Traceback" not in school.output
    assert school.stop() == 0


def test_two_processes_make_one_installation_ready(school: Processes) -> None:
    assert len(school.workers) == 2
    pages = []
    for path in ("/", "/health/ready") * 8:
        client = Client(school.url)
        pages.append(client.get(path))
        client.close()
    assert [page.status for page in pages] == [200] * len(pages)
    assert "Traceback" not in school.output


def test_a_setting_that_cannot_be_used_ends_the_processes_with_one_sentence(
    tmp_path: Path,
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import quizapp.wsgi"],
        cwd=ROOT,
        env={"QUIZAPP_DATA_DIR": str(tmp_path), "QUIZAPP_PORT": "many"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("QUIZAPP_PORT must be a whole number")
    assert "Traceback" not in done.stderr
