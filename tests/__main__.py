"""`python3 -m tests`: everything that must hold, from one command on a fresh machine.

Without arguments: lint, form, types, contracts, then every test on both databases and in a real
browser. With arguments: pytest alone, which gets them. `--complete`: nothing may be left out for
want of Chromium, PostgreSQL or the source texts.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path
from xml.etree import ElementTree as ET

from quizapp.setting_up import ROOT, enter
from tests import tools

COMPLETE = "--complete"
MEMORY = Path("/dev/shm")  # noqa: S108  # files there live in memory; names in it are pytest's own
ROOM_NEEDED = 6 * 1024**3
BOTH_CORES = ["-n", "2", "--dist", "loadgroup"]


def main() -> None:
    """Run the proof and leave with 0 only when every stage of it held."""
    enter("test")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # or each server that a test starts compiles us
    _keep_in_memory()
    arguments = [argument for argument in sys.argv[1:] if argument != COMPLETE]
    complete = [COMPLETE] if COMPLETE in sys.argv[1:] else []
    absent = _get_system_parts()
    if arguments:
        sys.exit(_run([sys.executable, "-m", "pytest", *complete, *arguments]))
    sys.exit(_prove_all(complete, absent))


def _keep_in_memory() -> None:
    """Put the tests' thousands of databases where no disk is waited for, if there is room."""
    if "TMPDIR" not in os.environ and MEMORY.is_dir() and os.access(MEMORY, os.W_OK):
        free = shutil.disk_usage(MEMORY).free
        if free >= ROOM_NEEDED:
            os.environ["TMPDIR"] = str(MEMORY)


def _get_system_parts() -> "list[str]":
    """Install what the tests need from the system; say what stays absent and how to get it."""
    absent = tools.missing()
    if absent and tools.install(absent):
        return []
    if absent:
        print(f"!! {' and '.join(absent)} missing: the tests that need it are SKIPPED.")
        print(f"!! To run them: {tools.line_to_run(absent)}", flush=True)
    return absent


def _prove_all(complete: "list[str]", absent: "list[str]") -> int:
    """Run every stage, even after one that failed, and close with what each took."""
    python = sys.executable
    scripts = Path(sysconfig.get_path("scripts"))
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.xml")
        stages = {
            "lint": [python, "-m", "ruff", "check", "."],
            "form": [python, "-m", "ruff", "format", "--check", "."],
            "types": [python, "-m", "mypy", "--strict", "quizapp"],
            "contracts": [str(scripts / "lint-imports")],
            "tests": [python, "-m", "pytest", *BOTH_CORES, f"--junitxml={report}", *complete],
        }
        results = {name: _timed(name, command) for name, command in stages.items()}
        return _close(results, absent, _counts(report))


def _timed(name: str, command: "list[str]") -> "tuple[bool, float]":
    words = [Path(command[0]).name, *command[1:]]
    print(f"\n== {name}: {' '.join(words)}", flush=True)
    began = time.monotonic()
    return _run(command) == 0, time.monotonic() - began


def _run(command: "list[str]") -> int:
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def _counts(report: Path) -> "dict[str, int]":
    """How many tests passed, failed and were skipped; a report that is missing is one failure."""
    try:
        suites = list(ET.parse(report).getroot())  # noqa: S314  # our own pytest wrote it
    except (OSError, ET.ParseError):
        return {"passed": 0, "failed": 1, "skipped": 0}
    total, failures, errors, skipped = (
        sum(int(suite.get(name, "0")) for suite in suites)
        for name in ("tests", "failures", "errors", "skipped")
    )
    failed = failures + errors
    return {"passed": total - failed - skipped, "failed": failed, "skipped": skipped}


def _close(
    results: "dict[str, tuple[bool, float]]", absent: "list[str]", counts: "dict[str, int]"
) -> int:
    """Print the stages and, as the last line, the tests; a broken stage counts as one failure."""
    print("\n== summary")
    for name, (held, seconds) in results.items():
        print(f"   {name:<10}{'holds' if held else 'FAILED':<8}{seconds:7.1f} s")
    if absent:
        print(f"!! Not proven without {' and '.join(absent)}: {tools.line_to_run(absent)}")
    broken = sum(not held for name, (held, _) in results.items() if name != "tests")
    if not results["tests"][0]:
        counts["failed"] = max(counts["failed"], 1)
    failed = counts["failed"] + broken
    print(f"{counts['passed']} passed, {failed} failed, {counts['skipped']} skipped", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    main()
