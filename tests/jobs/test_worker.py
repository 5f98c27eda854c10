"""The worker in a real server that is killed, and in a process of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from quizapp.services.context import Context
from quizapp.services.sources import intake, leases, reading
from quizapp.services.sources.intake import NewText
from quizapp.services.sources.review_screens import ReviewScreen
from quizapp.setting_up import ROOT
from quizapp.settings import Settings
from quizapp.store.engine import Store, make_engine
from quizapp.store.models import Job
from quizapp.store.queries.people import Person
from tests.server import StartServer
from tests.world import context_on, person

PATIENCE_S = 60
LONG = "\n".join(
    f"In {1500 + n % 500} the town of Alver built {n % 90 + 2} mills and paid {n + 100} crowns."
    for n in range(9_000)
)
SHORT = "The lighthouse of Punta Serena was built in 1871."


def until(done: Callable[[], bool]) -> None:
    """Wait for what another process does."""
    end = time.monotonic() + PATIENCE_S
    while not done():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.02)


def found(context: Context) -> int:
    """How many candidates the job has stored."""
    with context.store.read() as connection:
        return connection.execute(select(Job.found)).scalar_one()


def on(data: Path) -> Context:
    """A context on the database of a server, opened beside it."""
    settings = Settings(data_dir=data)
    return Context(Store(make_engine(settings)), b"x" * 32, settings)


@pytest.mark.proof
def test_a_job_whose_server_is_killed_goes_on_after_the_next_start(
    tmp_path: Path, start_server: StartServer
) -> None:
    server = start_server(tmp_path)
    context = on(tmp_path)
    teacher = person(context, "Alice", "teacher", at=datetime.now(UTC))
    slug = intake.save(context, teacher, NewText("Alver", LONG), datetime.now(UTC))

    def screen() -> ReviewScreen:
        return reading.review(context, teacher, slug, datetime.now(UTC))

    until(lambda: found(context) > 0)
    server.kill()
    assert screen().progress.state == "running"
    half = screen().total
    assert 0 < half < 5_000
    start_server(tmp_path)
    until(lambda: leases.open_jobs(context) == 0)
    whole = screen()
    assert whole.total == whole.progress.found == 5_000
    assert whole.progress.reason == "many"
    context.store.close()


def test_a_worker_of_its_own_reads_texts(postgresql_url: str, tmp_path: Path) -> None:
    settings = Settings(database_url=postgresql_url, data_dir=tmp_path)
    store = Store(make_engine(settings))
    context = context_on(store, tmp_path)
    at = datetime.now(UTC)
    teacher = person(context, "Alice", "teacher", at=at)
    slug = intake.save(context, teacher, NewText("Serena", SHORT), at)
    command = [sys.executable, "-m", "quizapp", "worker", "--data", str(tmp_path)]
    environment = os.environ | {"QUIZAPP_DATABASE_URL": postgresql_url, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        until(lambda: state(context, teacher, slug) == "done")
        process.terminate()
        assert process.wait(PATIENCE_S) == 0
        assert process.stdout is not None
        assert re.search("Working on jobs", process.stdout.read())
    assert leases.open_jobs(context) == 0
    store.close()


def state(context: Context, teacher: Person, slug: str) -> str:
    """The state of the job that reads a text."""
    screen = reading.review(context, teacher, slug, datetime.now(UTC))
    return screen.progress.state
