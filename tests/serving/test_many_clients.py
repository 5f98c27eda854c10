"""Many clients at once over real HTTP, and a process that dies: nothing lost, nothing twice."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from http.client import HTTPException
from pathlib import Path
from threading import Thread
from typing import Any, Protocol

import pytest

from quizapp.setting_up import ROOT
from tests.client import Client, Page
from tests.server import Server, StartServer

CLIENTS = 64
ANSWERS_EACH = 4


def exported(data: Path) -> list[dict[str, Any]]:
    """What `quizapp answers export --json` says."""
    done = subprocess.run(
        [sys.executable, "-m", "quizapp", "answers", "export", "--json", "--data", str(data)],
        cwd=ROOT,
        env={k: v for k, v in os.environ.items() if not k.startswith("QUIZAPP_")},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    answers: list[dict[str, Any]] = json.loads(done.stdout)["answers"]
    return answers


def at_once(count: int, work: Callable[[int], Any]) -> list[Any]:
    """Run `work` with the numbers below `count`, all at the same time."""
    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(work, range(count)))


class Newcomer(Protocol):
    def __call__(self, server: Server, name: str) -> Client: ...


@pytest.fixture
def newcomer() -> Iterator[Newcomer]:
    """Makes browsers with an account; they are closed with the test."""
    with ExitStack() as stack:

        def make(server: Server, name: str) -> Client:
            client = Client(server.url)
            stack.callback(client.close)
            client.sign_up(name)
            return client

        yield make


def test_64_clients_answer_at_once(
    start_server: StartServer, tmp_path: Path, newcomer: Newcomer
) -> None:
    server = start_server(tmp_path)
    clients = at_once(CLIENTS, lambda number: newcomer(server, f"Pupil {number}"))

    def study(number: int) -> list[str]:
        keys = []
        for _ in range(ANSWERS_EACH):
            form = clients[number].question()
            page = clients[number].answer(form)
            assert page.status == 200, page.text
            assert 'id="verdict"' in page.text
            keys.append(form.fields["key"])
        return keys

    acknowledged = {key for keys in at_once(CLIENTS, study) for key in keys}
    assert len(acknowledged) == CLIENTS * ANSWERS_EACH
    stored = [row["key"] for row in exported(tmp_path)]
    assert len(stored) == len(set(stored))
    assert set(stored) == acknowledged
    assert server.stop() == 0
    assert "Traceback" not in server.output


def test_8_threads_on_one_card_and_4_on_one_key(
    start_server: StartServer, tmp_path: Path, newcomer: Newcomer
) -> None:
    server = start_server(tmp_path)
    bob = newcomer(server, "Bob")
    forms = [bob.question() for _ in range(8)]
    assert len({form.fields["version"] for form in forms}) == 1
    sent = [*forms, *[forms[0]] * 3]  # eight keys on one card, four times the first of them

    def send(number: int) -> Page:
        browser = Client(server.url)
        browser.cookies = dict(bob.cookies)
        page = browser.answer(sent[number])
        browser.close()
        return page

    pages = at_once(len(sent), send)
    assert [page.status for page in pages] == [200] * len(sent)
    stored = [row["key"] for row in exported(tmp_path)]
    assert sorted(stored) == sorted(form.fields["key"] for form in forms)
    assert sum("counts once" in page.text for page in pages) == 3


def test_after_kill_9_every_acknowledged_answer_is_there(
    start_server: StartServer, tmp_path: Path, newcomer: Newcomer
) -> None:
    acknowledged: set[str] = set()
    for life in range(2):
        server = start_server(tmp_path)
        clients = [newcomer(server, f"Pupil {life}-{number}") for number in range(8)]

        def study(client: Client) -> None:
            try:
                while True:
                    form = client.question()
                    page = client.answer(form)
                    assert page.status == 200, page.text
                    acknowledged.add(form.fields["key"])
            except (OSError, HTTPException):
                pass  # the server died in the middle, as it should

        threads = [Thread(target=study, args=(client,)) for client in clients]
        for thread in threads:
            thread.start()
        enough, until = len(acknowledged) + 60, time.monotonic() + 30
        while len(acknowledged) < enough:
            assert time.monotonic() < until, server.output
            threads[0].join(0.02)
        server.kill()
        for thread in threads:
            thread.join(60)
    start_server(tmp_path)  # comes up again on the same data
    stored = [row["key"] for row in exported(tmp_path)]
    assert len(stored) == len(set(stored))
    assert acknowledged <= set(stored)
    assert len(acknowledged) >= 120
