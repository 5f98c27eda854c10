"""The real server as a process of its own, for what only a process can show."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from queue import Empty, Queue
from typing import Protocol

import pytest

from quizapp.setting_up import ROOT

PATIENCE_S = 30
READY = re.compile(r"^Serving on (http://\S+)$", re.MULTILINE)
LINK = re.compile(r"https?://\S+/account/first/\S+")


class Server:
    """`python3 -m quizapp start --port 0` on a data folder; started on making, ready on return."""

    def __init__(self, data: Path, *options: str, **environment: str) -> None:
        self.data = data
        self._lines: list[str] = []
        self._ready: Queue[str] = Queue()
        command = [sys.executable, "-m", "quizapp", "start", "--port", "0", "--data", str(data)]
        inherited = {k: v for k, v in os.environ.items() if not k.startswith("QUIZAPP_")}
        self._process = subprocess.Popen(
            [*command, *options],
            cwd=ROOT,
            env={**inherited, "PYTHONUNBUFFERED": "1", **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        try:
            self.url = self._ready.get(timeout=PATIENCE_S)
        except Empty:
            self.kill()
            raise AssertionError(f"the server was not ready in time:\n{self.output}") from None
        assert self.url, f"the server did not start:\n{self.output}"

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as lines:
            for line in lines:
                self._lines.append(line)
                if found := READY.match(line):
                    self._ready.put(found[1])
        self._ready.put("")

    @property
    def output(self) -> str:
        """Everything that the server has said so far, on both channels."""
        return "".join(self._lines)

    @property
    def admin_link(self) -> str:
        """The one-time address that makes the first admin, as printed at this start."""
        found = LINK.search(self.output)
        assert found, f"no link for the first admin:\n{self.output}"
        return found[0]

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def kill(self) -> None:
        """End it as a power cut would: kill -9, nothing is flushed or closed."""
        self._end(signal.SIGKILL)

    def stop(self) -> int:
        """Ask it to end; its exit code."""
        return self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> int:
        if self._process.poll() is None:
            self._process.send_signal(how)
        try:
            code = self._process.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            raise AssertionError(f"the server did not end on {how.name}:\n{self.output}") from None
        self._reader.join(PATIENCE_S)
        return code


class StartServer(Protocol):
    """Start a server on a data folder, with further options and environment variables."""

    def __call__(self, data: Path, *options: str, **environment: str) -> Server: ...


@pytest.fixture
def start_server() -> Iterator[StartServer]:
    """Starts servers that end with the test, whatever happens in it."""
    with ExitStack() as stack:

        def start(data: Path, *options: str, **environment: str) -> Server:
            server = Server(data, *options, **environment)
            stack.callback(server.kill)
            return server

        yield start
