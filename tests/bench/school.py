"""An installation for measuring: pupils with sessions, answer forms in stock, and both servers."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode

from sqlalchemy import select

from quizapp.services import accounts
from quizapp.services.accounts import NewAccount
from quizapp.services.context import Context
from quizapp.services.installation import prepare
from quizapp.services.study import content
from quizapp.services.study.keys import new_key
from quizapp.setting_up import ROOT
from quizapp.settings import Settings
from quizapp.store.models import Question, QuestionVersion
from tests.processes import Processes

PASSWORD = "correct horse battery"
LONGEST = 1 << 20


@dataclass
class Pupil:
    """A pupil with an open session."""

    id: int
    token: str


class School:
    """An installation in a folder of its own, the shipped bank in it."""

    def __init__(self, folder: Path, pupils: int, url: str = "") -> None:
        self.folder, self.url = folder, url
        now = datetime.now(UTC)
        self.context: Context = prepare(Settings(database_url=url, data_dir=folder), now)[0]
        people = (NewAccount(f"Pupil {n}", PASSWORD, "en", "UTC") for n in range(pupils))
        ids = [accounts.create(self.context, account, now) for account in people]
        self.pupils = [Pupil(n, accounts.open_session(self.context, n, now)) for n in ids]
        self._asked = self._choices()

    def _choices(self) -> list[content.Asked]:
        with self.context.store.read() as connection:
            versions = connection.execute(
                select(QuestionVersion.public_id)
                .join(Question, Question.id == QuestionVersion.question_id)
                .where(Question.kind == "single_choice", Question.state == "ready")
                .order_by(Question.id)
                .limit(60)
            ).scalars()
            return [content.load(connection, self.pupils[0].id, one) for one in versions]

    def copy(self, folder: Path) -> Path:
        """The same installation once more, for another server."""
        self.context.store.close()
        shutil.copytree(self.folder, folder)
        return folder

    def answer(self, pupil: Pupil, number: int) -> bytes:
        """A whole request that answers the pupil's `number`-th question."""
        asked, now = self._asked[number % len(self._asked)], datetime.now(UTC)
        key = new_key(self.context, pupil.id, asked.version, now, number + 1, 1000).text
        option = number % len(asked.question.options)
        fields = {
            "csrf_token": self.context.sign("csrf", pupil.token),
            "key": key,
            "version": asked.version,
            "choice": self.context.sign("option", key, str(option))[:12],
        }
        return request("POST", "/study/answer", pupil.token, urlencode(fields).encode())


def request(method: str, path: str, token: str, body: bytes = b"") -> bytes:
    """The bytes of a request as a browser sends it."""
    head = (
        f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nCookie: quizapp_session={token}\r\n"
        f"X-Fragment: 1\r\nAccept-Encoding: gzip\r\nContent-Length: {len(body)}\r\n"
    )
    if body:
        head += "Content-Type: application/x-www-form-urlencoded\r\n"
    return head.encode() + b"\r\n" + body


class Line:
    """A connection to a server that costs the client next to nothing.

    Made with the first request, as a browser's: gunicorn's threads wait up to five seconds each
    for a connection that asks for nothing yet, and two hundred of those keep all of them waiting.
    """

    def __init__(self, url: str) -> None:
        host, _, port = url.removeprefix("http://").rpartition(":")
        self._address = host, int(port)
        self._made: socket.socket | None = None

    @property
    def _socket(self) -> socket.socket:
        if self._made is None:
            self._made = socket.create_connection(self._address, timeout=60)
            self._made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return self._made

    def close(self) -> None:
        """Hang up."""
        if self._made is not None:
            self._made.close()

    def send(self, message: bytes) -> tuple[int, bytes]:
        """Send a request; status and body of the answer."""
        self._socket.sendall(message)
        data = b""
        while b"\r\n\r\n" not in data:
            data += self._more()
        head, _, body = data.partition(b"\r\n\r\n")
        lower = head.lower()
        length = int(lower.split(b"content-length:")[1].split(b"\r\n")[0])
        while len(body) < length:
            body += self._more()
        return int(head.split(b" ", 2)[1]), body

    def _more(self) -> bytes:
        data = self._socket.recv(LONGEST)
        if not data:
            raise ConnectionError("the server hung up")
        return data


@dataclass
class Running:
    """A server process: where it serves, its numbers, how long its start took in seconds."""

    url: str
    pids: list[int]
    start_s: float

    def cpu_s(self) -> float:
        """Processor time used so far."""
        return cpu_s(self.pids)

    def memory_mb(self) -> float:
        """Resident memory of the largest process."""
        sizes = []
        for pid in self.pids:
            text = Path(f"/proc/{pid}/status").read_text()
            sizes.append(int(text.split("VmRSS:")[1].split()[0]) / 1024)
        return max(sizes)


def cpu_s(pids: Iterable[int]) -> float:
    """Processor time that these processes have used so far."""
    ticks = 0
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / 100


def ready(processes: Processes) -> Processes:
    """The same once every process serves; they are listening before they can answer.

    One that has answered is no proof of the others, so all have to be at rest.
    """
    line = Line(processes.url)
    assert line.send(request("GET", "/health/live", ""))[0] == 200
    line.close()
    used = -1.0
    while used < (used := cpu_s(processes.workers)):
        time.sleep(2)
    return processes


@contextmanager
def running(*command: str) -> Iterator[Running]:
    """A server started by this command; ended on leaving."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *command], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        for line in process.stdout:
            if line.startswith("Serving on "):
                url = line.split()[-1]
                yield Running(url, [process.pid], time.perf_counter() - began)
                break
        else:
            raise AssertionError(f"{' '.join(command)} did not start")
    finally:
        process.terminate()
        process.wait(30)


def product(folder: Path) -> tuple[str, ...]:
    """The command that serves an installation."""
    return ("-m", "quizapp", "start", "--port", "0", "--data", str(folder))


def floor(folder: Path) -> tuple[str, ...]:
    """The command that serves the floor on an installation."""
    return ("-m", "tests.bench.baseline", str(folder))
