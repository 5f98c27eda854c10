"""What the tests need from the system: Chromium and PostgreSQL, found or installed.

Standard library only, and it parses on Python 3.8.
"""

import os
import shutil
import subprocess
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = {
    "Chromium": ["chromium", "libatomic1", "fonts-dejavu-core"],
    "PostgreSQL": ["postgresql"],
}
SOURCES = Path(__file__).resolve().parent.parent.parent / "shared" / "sources"


def chromium() -> "str | None":
    """Path of the system's Chromium, None without one."""
    return next((path for path in map(shutil.which, BROWSERS) if path), None)


def postgresql() -> "Path | None":
    """Folder with initdb and postgres, the newest that Debian holds or the one on PATH."""
    folders = sorted(
        (path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")),
        key=lambda folder: int(folder.parent.name),
    )
    if folders:
        return folders[-1]
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found and shutil.which("postgres") else None


def source_texts() -> "Path | None":
    """Folder with the texts that the shipped facts cite, None where they are not at hand."""
    return SOURCES if any(SOURCES.glob("*.txt")) else None


def missing() -> "list[str]":
    """Names of the system's parts that are absent, as in `PACKAGES`."""
    found = {"Chromium": chromium() and _chromium_is_whole(), "PostgreSQL": postgresql()}
    return [name for name, there in found.items() if not there]


def _chromium_is_whole() -> bool:
    """Whether the library that playwright's driver needs and a font are there too (Debian)."""
    if shutil.which("dpkg") is None:
        return True
    command = ["dpkg", "--status", *PACKAGES["Chromium"][1:]]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def line_to_run(names: "list[str]") -> str:
    """The exact line that installs `names` on Debian or Ubuntu."""
    packages = " ".join(package for name in names for package in PACKAGES[name])
    return f"apt-get update && apt-get install --yes --no-install-recommends {packages}"


def install(names: "list[str]") -> bool:
    """Install `names` through apt-get where that is possible; False when it was not."""
    if os.name != "posix" or os.geteuid() != 0 or shutil.which("apt-get") is None:
        return False
    print(f"Installing for the tests: {line_to_run(names)}", flush=True)
    done = subprocess.run(
        ["sh", "-c", line_to_run(names)],
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=False,
    )
    return done.returncode == 0 and not set(names) & set(missing())
