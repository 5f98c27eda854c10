"""A class on the network: another machine reaches the server by a name it was told to trust."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path

import pytest

from quizapp.setting_up import ROOT
from tests.client import Client
from tests.server import StartServer

SECOND = "127.0.0.2"
"""An address of this machine that is none of the loopback names."""
ALLOWED = {"QUIZAPP_ALLOW_HTTP": "1"}

pytestmark = pytest.mark.proof


def refusal(data: Path, *options: str, **environment: str) -> str:
    """The one sentence with which a start is refused."""
    done = subprocess.run(
        [sys.executable, "-m", "quizapp", "start", "--port", "0", "--data", str(data), *options],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2, done.stdout
    assert "Serving on" not in done.stdout
    assert len(done.stderr.splitlines()) == 1, done.stderr
    return done.stderr


def status(url: str, host: str) -> int:
    """What the front page answers under a host name."""
    connection = HTTPConnection(url.removeprefix("http://"), timeout=30)
    connection.request("GET", "/", headers={"Host": host})
    code = connection.getresponse().status
    connection.close()
    return code


def test_a_class_reaches_the_server_by_its_second_name(
    start_server: StartServer, tmp_path: Path
) -> None:
    server = start_server(tmp_path, "--lan", "--host", SECOND, **ALLOWED)
    assert server.url.startswith(f"http://{SECOND}:")
    assert server.admin_link.startswith(server.url)
    pupil = Client(server.url)
    pupil.sign_up("Bob")
    assert pupil.answer(pupil.question()).status == 200
    pupil.close()
    port = server.url.rpartition(":")[2]
    name = socket.gethostname().lower()
    assert status(server.url, f"{name}:{port}") == 200
    assert status(server.url, f"evil.example:{port}") == 400
    assert f"Also answers to: {SECOND}, {name}" in server.output


def test_the_qr_code_says_the_address(start_server: StartServer, tmp_path: Path) -> None:
    segno = pytest.importorskip("segno")
    server = start_server(tmp_path, "--lan", "--host", SECOND, PYTHONUTF8="1", **ALLOWED)
    drawn = re.findall(r"^[ \u2580-\u259f]{20,}$", server.output, re.MULTILINE)
    assert len(drawn) * 2 >= segno.make(server.url, micro=False).symbol_size(border=4)[1]


def test_a_terminal_without_the_blocks_gets_the_address_alone(
    start_server: StartServer, tmp_path: Path
) -> None:
    server = start_server(tmp_path, "--lan", "--host", SECOND, PYTHONIOENCODING="ascii", **ALLOWED)
    assert f"Serving on {server.url}" in server.output
    assert "Traceback" not in server.output


def test_another_machine_gets_in(
    start_server: StartServer, tmp_path: Path, second_machine: SecondMachine
) -> None:
    server = start_server(tmp_path, "--lan", "--host", second_machine.ours, **ALLOWED)
    fetched = second_machine.fetch(f"{server.url}/")
    assert "<html" in fetched


def test_plain_http_wants_the_word(tmp_path: Path) -> None:
    assert "QUIZAPP_ALLOW_HTTP=1" in refusal(tmp_path, "--lan", "--host", SECOND)
    named = {"QUIZAPP_TRUSTED_HOSTS": "quiz.example"}
    assert "QUIZAPP_ALLOW_HTTP=1" in refusal(tmp_path, "--host", SECOND, **named)


def test_names_are_wanted_without_lan(tmp_path: Path) -> None:
    assert "QUIZAPP_TRUSTED_HOSTS" in refusal(tmp_path, "--host", SECOND, **ALLOWED)


@pytest.mark.parametrize("name", ["secret.key", "quizapp.sqlite3"])
def test_what_everybody_can_read_is_refused(
    start_server: StartServer, tmp_path: Path, name: str
) -> None:
    start_server(tmp_path).stop()
    file = tmp_path / name
    assert file.stat().st_mode & 0o077 == 0
    file.chmod(0o644)
    assert f"chmod 600 {file}" in refusal(tmp_path, "--lan", "--host", SECOND, **ALLOWED)
    start_server(tmp_path).stop()  # alone on this machine it may stay so
    file.chmod(0o600)
    start_server(tmp_path, "--lan", "--host", SECOND, **ALLOWED)


class SecondMachine:
    """A network of two machines: this one, and one that only shares the kernel."""

    ours, theirs = "198.51.100.1", "198.51.100.2"

    def __init__(self) -> None:
        for line in (
            "netns add quizapp-pupil",
            "link add quizapp-a type veth peer name quizapp-b netns quizapp-pupil",
            f"addr add {self.ours}/24 dev quizapp-a",
            "link set quizapp-a up",
            f"-n quizapp-pupil addr add {self.theirs}/24 dev quizapp-b",
            "-n quizapp-pupil link set quizapp-b up",
        ):
            subprocess.run(["ip", *line.split()], check=True, capture_output=True)

    def fetch(self, url: str) -> str:
        """A page, asked for by the other machine."""
        ask = f"from urllib.request import urlopen; print(urlopen({url!r}, timeout=20).read())"
        done = subprocess.run(
            ["ip", "netns", "exec", "quizapp-pupil", sys.executable, "-c", ask],
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        return done.stdout

    @staticmethod
    def close() -> None:
        """Take the network away."""
        for line in ("link del quizapp-a", "netns del quizapp-pupil"):
            subprocess.run(["ip", *line.split()], check=False, capture_output=True)


@pytest.fixture
def second_machine(request: pytest.FixtureRequest) -> SecondMachine:
    """A second machine, where the system lets us make one."""
    request.addfinalizer(SecondMachine.close)  # noqa: PT021 - also after a half-made network
    try:
        return SecondMachine()
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this system lets us make no second machine (ip netns)")
