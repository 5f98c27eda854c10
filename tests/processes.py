"""Gunicorn with several processes on PostgreSQL, as the README says to start it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue

from quizapp.setting_up import ROOT

PATIENCE_S = 60
LISTENING = re.compile(r"Listening at: (http://\S+)")
COMMAND = ["-m", "gunicorn", "quizapp.wsgi:app", "--bind", "127.0.0.1:0", "--keep-alive", "75"]
THREADED = ["--worker-class", "gthread", "--threads", "16"]


class Processes:
    """`gunicorn quizapp.wsgi:app`; started on making, answering on return."""

    def __init__(self, data: Path, url: str, count: int = 2, **environment: str) -> None:
        self.data = data
        self._lines: list[str] = []
        self._count = count
        self._ready: Queue[str] = Queue()
        inherited = {k: v for k, v in os.environ.items() if not k.startswith("QUIZAPP_")}
        self.environment = inherited | {
            "QUIZAPP_DATABASE_URL": url,
            "QUIZAPP_DATA_DIR": str(data),
            "PYTHONUNBUFFERED": "1",
            **environment,
        }
        self._process = subprocess.Popen(
            [sys.executable, *COMMAND, *THREADED, "--workers", str(count)],
            cwd=ROOT,
            env=self.environment,
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
            self.url = ""
        if not self.url:
            self.stop()
        assert self.url, f"the processes did not start:\n{self.output}"

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as lines:
            for line in lines:
                self._lines.append(line)
                if "Booting worker" in line and self.output.count("Booting worker") == self._count:
                    self._ready.put(LISTENING.findall(self.output)[0])
        self._ready.put("")

    @property
    def output(self) -> str:
        """Everything that was said so far."""
        return "".join(self._lines)

    @property
    def workers(self) -> list[int]:
        """The numbers of the processes that answer."""
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children")
        return [int(number) for number in children.read_text().split()]

    def kill_all(self) -> None:
        """End master and workers as a power cut would, at once."""
        group = [*self.workers, self._process.pid]
        for number in group:
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
        self._process.wait(PATIENCE_S)
        self._reader.join(PATIENCE_S)

    def stop(self) -> int:
        """Ask them to end; the exit code."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
        try:
            code = self._process.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            code = self._process.wait()
        self._reader.join(PATIENCE_S)
        return code
