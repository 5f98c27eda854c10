"""A start on a fresh machine: an environment is made once, and what is in the way is said.

The checkout in these tests is a small one: the real starter, one package in its lock (a wheel
made here, so that no registry is asked), and a command that tells who runs it.
"""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from quizapp.setting_up import ROOT

BASE_PYTHON: str = getattr(sys, "_base_executable", sys.executable)
COMMAND = """
import sys

def main() -> int:
    import tiny
    print(sys.prefix, *sys.argv[1:])
    return 3
"""
PATIENCE_S = 120
OLD = "import sys, runpy; sys.version_info = (3, 8, 18); runpy.run_module('quizapp')"


@dataclass(frozen=True)
class Started:
    """What a start printed and how it ended."""

    code: int
    out: str
    said: list[str]


@dataclass(frozen=True)
class Checkout:
    """A small checkout and a home with nothing in it."""

    folder: Path

    @property
    def environment(self) -> Path:
        """Where its environment is made."""
        return self.folder / ".venv"

    def begin(
        self, *arguments: str, python: str = BASE_PYTHON, **more: str
    ) -> subprocess.Popen[str]:
        """Begin `python -m quizapp`, which finds packages in one folder and nowhere else."""
        environ = {
            "PATH": os.defpath,
            "HOME": str(self.folder),
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.folder / "wheels"),
            "UV_OFFLINE": "1",
            **more,
        }
        return subprocess.Popen(
            [python, *(arguments or ("-m", "quizapp", "start", "--port", "0"))],
            cwd=self.folder,
            env=environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def start(self, *arguments: str, python: str = BASE_PYTHON, **more: str) -> Started:
        """Start and wait for the end."""
        return ended(self.begin(*arguments, python=python, **more))


def ended(process: subprocess.Popen[str]) -> Started:
    """Wait for a start and tell what became of it."""
    out, said = process.communicate(timeout=PATIENCE_S)
    return Started(process.returncode, out.strip(), said.strip().splitlines())


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A checkout that was never started."""
    for folder in ("quizapp", "tests", "wheels"):
        (tmp_path / folder).mkdir()
    for name in ("__init__.py", "__main__.py", "setting_up.py"):
        shutil.copy(ROOT / "quizapp" / name, tmp_path / "quizapp")
    (tmp_path / "quizapp" / "cli.py").write_text(COMMAND)
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    digest = make_wheel(tmp_path / "wheels" / "tiny-1.0-py3-none-any.whl")
    lock = f"tiny==1.0 \\\n    --hash=sha256:{digest}\n"
    for folder in ("quizapp", "tests"):
        (tmp_path / folder / "requirements.lock").write_text(lock)
    return Checkout(tmp_path)


def make_wheel(path: Path) -> str:
    """Write the smallest wheel there is; its hash."""
    texts = {
        "tiny.py": "",
        "tiny-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n",
        "tiny-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nTag: py3-none-any\n",
    }
    with zipfile.ZipFile(path, "w") as wheel:
        record = "tiny-1.0.dist-info/RECORD,,\n"
        for name, text in texts.items():
            wheel.writestr(name, text)
            code = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest())
            record += f"{name},sha256={code.decode().rstrip('=')},{len(text)}\n"
        wheel.writestr("tiny-1.0.dist-info/RECORD", record)
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.proof
def test_the_first_start_makes_the_environment_and_the_next_ones_use_it(checkout: Checkout) -> None:
    expected = f"{checkout.environment} start --port 0"
    first = checkout.start()
    assert (first.code, first.out) == (3, expected)
    assert first.said[0].startswith("Setting up quizapp in ")
    with (checkout.folder / "pyproject.toml").open("a") as project:
        project.write("\n[tool.linter]\nstrict = true\n")  # no reason to make it anew
    second = checkout.start()
    assert (second.code, second.out, second.said) == (3, expected, [])


@pytest.mark.proof
@pytest.mark.parametrize("half", ["no stamp", "another lock", "no python"])
def test_a_half_made_environment_is_made_anew(checkout: Checkout, half: str) -> None:
    (checkout.environment / "lib").mkdir(parents=True)
    (checkout.environment / "lib" / "left over").touch()
    if half == "another lock":
        (checkout.environment / "set-up.run").write_text("made from something else")
    if half == "no python":
        (checkout.environment / "bin").mkdir()
        (checkout.environment / "bin" / "python").symlink_to("/nowhere/python3")
    assert checkout.start().code == 3
    assert not (checkout.environment / "lib" / "left over").exists()
    assert checkout.start().said == []


@pytest.mark.proof
def test_two_starts_at_once_make_one_environment(checkout: Checkout) -> None:
    both = [ended(start) for start in [checkout.begin(), checkout.begin()]]
    assert [start.code for start in both] == [3, 3]
    said = [line for start in both for line in start.said]
    assert sum(line.startswith("Setting up") for line in said) == 1


@pytest.mark.proof
def test_without_the_packages_it_says_so_in_one_sentence_and_can_go_on_later(
    checkout: Checkout,
) -> None:
    (checkout.folder / "wheels").rename(checkout.folder / "away")
    start = checkout.start()
    assert start.code == 2
    assert "could not be installed; is there a network?" in start.said[-1]
    assert not any("Traceback" in line for line in start.said)
    assert not (checkout.environment / "set-up.run").exists()
    (checkout.folder / "away").rename(checkout.folder / "wheels")
    assert checkout.start().code == 3


def test_python_without_venv_is_told_which_package_to_install(checkout: Checkout) -> None:
    blocker = "import sys\nsys.modules['ensurepip'] = None\n"
    (checkout.folder / "sitecustomize.py").write_text(blocker)
    start = checkout.start(PYTHONPATH=str(checkout.folder))
    assert start.code == 2
    assert len(start.said) == 1
    assert "apt-get install python3-venv" in start.said[0]


def test_a_place_that_cannot_be_written_is_named(checkout: Checkout) -> None:
    checkout.environment.touch()
    start = checkout.start()
    assert (start.code, len(start.said)) == (2, 1)
    assert str(checkout.environment) in start.said[0]


def test_old_python_is_told_in_one_sentence(checkout: Checkout) -> None:
    start = checkout.start("-c", OLD.replace("'quizapp'", "'quizapp', run_name='__main__'"))
    assert (start.code, len(start.said)) == (2, 1)
    assert start.said[0].startswith("quizapp needs Python 3.11 or newer; this is 3.8.18 (")


def test_in_an_environment_that_has_everything_none_is_made(checkout: Checkout) -> None:
    shutil.copy(ROOT / "quizapp" / "requirements.lock", checkout.folder / "quizapp")
    (checkout.folder / "tiny.py").touch()
    start = checkout.start(python=sys.executable)
    assert (start.code, start.said) == (3, [])
    assert not checkout.environment.exists()


def test_the_test_set_holds_the_run_set() -> None:
    run, test = (
        {line for line in (ROOT / place / "requirements.lock").read_text().splitlines() if line}
        for place in ("quizapp", "tests")
    )
    assert {line for line in run if "==" in line} <= {line for line in test if "==" in line}
