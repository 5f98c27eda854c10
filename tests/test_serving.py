"""The real server process: it says where it is, ends when asked, and comes back after a crash."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from quizapp.setting_up import ROOT
from tests.server import StartServer

pytestmark = pytest.mark.proof


def page(url: str) -> str:
    """The text of a page; fails for anything but success."""
    with urlopen(url, timeout=10) as answer:
        text: str = answer.read().decode()
        return text


def test_it_serves_where_it_says_and_ends_when_asked(
    start_server: StartServer, tmp_path: Path
) -> None:
    server = start_server(tmp_path)
    assert server.url.startswith("http://127.0.0.1:")
    assert "<html" in page(f"{server.url}/")
    assert page(f"{server.url}/health/ready")
    assert server.admin_link.startswith(server.url)
    assert server.stop() == 0
    assert "Traceback" not in server.output


def test_it_comes_back_after_a_crash(start_server: StartServer, tmp_path: Path) -> None:
    crashed = start_server(tmp_path)
    crashed.kill()
    again = start_server(tmp_path)
    assert "<html" in page(f"{again.url}/")
    assert again.admin_link.rpartition("/")[2] != crashed.admin_link.rpartition("/")[2]


@pytest.mark.parametrize(
    ("options", "environment", "named"),
    [
        (["--port", "{taken}"], {}, "Port {taken} on 127.0.0.1 cannot be used"),
        (["--data", "{file}"], {}, "{file}"),
        ([], {"QUIZAPP_PORT": "many"}, "QUIZAPP_PORT must be a whole number"),
        (["--host", "0.0.0.0"], {}, "QUIZAPP_TRUSTED_HOSTS"),  # noqa: S104 - it is refused
    ],
    ids=["port taken", "no folder", "odd setting", "open to all"],
)
def test_what_is_in_the_way_is_said_in_one_sentence(
    tmp_path: Path, options: list[str], environment: dict[str, str], named: str
) -> None:
    file = tmp_path / "file"
    file.touch()
    with socket.create_server(("127.0.0.1", 0)) as other:
        words = {"taken": other.getsockname()[1], "file": file}
        data = [] if "--data" in options else ["--data", str(tmp_path / "data")]
        command = [sys.executable, "-m", "quizapp", "start", *data]
        done = subprocess.run(
            [*command, *(option.format(**words) for option in options)],
            cwd=ROOT,
            env={"HOME": str(tmp_path), **environment},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 2
    assert named.format(**words) in done.stderr
    assert "Traceback" not in done.stderr
