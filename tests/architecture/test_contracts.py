"""The arrows between the rooms: they hold, and breaking one is noticed."""

from __future__ import annotations

import shutil
import subprocess
import sysconfig
from pathlib import Path

from quizapp.setting_up import ROOT

BREAKS = {
    "core/questions.py": "import flask",
    "store/engine.py": "import quizapp.services.access",
    "services/access.py": "import wtforms",
    "core/grading/verdict.py": "import sqlalchemy",
    "web/study/urls.py": "import quizapp.web.progress.urls",
}


def contracts(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the contracts of pyproject.toml on the package in `folder`."""
    program = Path(sysconfig.get_path("scripts"), "lint-imports")
    command = [str(program), "--no-cache", "--config", str(ROOT / "pyproject.toml")]
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )


def test_the_contracts_hold() -> None:
    done = contracts(ROOT)
    assert done.returncode == 0, done.stdout


def test_every_contract_can_be_broken(tmp_path: Path) -> None:
    ignore = shutil.ignore_patterns("__pycache__", "static", "templates")
    shutil.copytree(ROOT / "quizapp", tmp_path / "quizapp", ignore=ignore)
    for name, line in BREAKS.items():
        path = tmp_path / "quizapp" / name
        path.write_text(f"{path.read_text('utf-8')}\n{line}\n", "utf-8")
    said = contracts(tmp_path).stdout
    assert "0 kept, 4 broken" in said
    for name in BREAKS:
        assert name.removesuffix(".py").replace("/", ".") in said
