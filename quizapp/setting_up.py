"""The environment of a checkout: made once, kept by a stamp, entered by every start.

Standard library only, and it parses and speaks on Python older than the one it asks for.
A stamp is written last, so an environment that was never finished is known and made anew.
"""

import hashlib
import importlib.util
import os
import re
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path

TYPE_CHECKING = False  # as typing has it, without the price of importing that at every start
if TYPE_CHECKING:
    from collections.abc import Iterator

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCKS = {
    "run": ROOT / "quizapp" / "requirements.lock",
    "test": ROOT / "tests" / "requirements.lock",
}
HANDED_OVER = "_QUIZAPP_HANDED_OVER"  # marks the process that took over, so that it never loops
QUEUE = "set-up.lock"
# The installer that is ten times as fast as pip; one wheel each for Linux (glibc x86-64 and ARM,
# musl x86-64), macOS (Intel, Apple) and Windows. Where none fits, pip does it all.
UV = """uv==0.13.9
    --hash=sha256:d7f459fe4fd247d830351c75686d3996ace3c6f3f728eb0e85a30b7ada0cef19
    --hash=sha256:ecb6028d79dc96fbeafffe5c8af62a7099487ebc05a701e76714eebcffd06375
    --hash=sha256:2c45530751517d6c3bbc69a19473f6effe47cce047bede01ffd8af7ea7b36b25
    --hash=sha256:c16ed11e013557536b3e60065f1b912f6407bd6518e041b961e23ef9e6b4fbf5
    --hash=sha256:66c512266d633bef48384a1f53003f41f2a8e7b36fe6e7fbfd3e0fd52d96fa63
    --hash=sha256:6a44b2ed8111d2f60d2b92627c5dccda3f7ed7570b18ce115e569cd68c28246b"""


class SetUpError(Exception):
    """Why there can be no environment, as one sentence for the person who started it."""


def enter(kind: str) -> None:
    """Return once this process has the locked packages of `kind`, "run" or "test".

    Where they are missing, ``.venv`` is made first and its Python takes this process over with
    the same arguments. What stands in the way is said in one sentence, with exit code 2.
    """
    try:
        _check_version()
        if os.environ.pop(HANDED_OVER, None) or not _in_checkout() or _has_packages(kind):
            return
        _prepare(kind)
    except SetUpError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
    _hand_over()


def _check_version() -> None:
    if sys.version_info < OLDEST:
        have = ".".join(str(part) for part in sys.version_info[:3])
        raise SetUpError(
            f"quizapp needs Python {OLDEST[0]}.{OLDEST[1]} or newer;"
            f" this is {have} ({sys.executable})."
        )


def _in_checkout() -> bool:
    return (ROOT / "pyproject.toml").is_file()


def _has_packages(kind: str) -> bool:
    """Whether this very interpreter has every package at its locked version.

    Lines with a condition (another system, another interpreter) are left out: they are needed
    by others that are asked for.
    """
    from importlib.metadata import PackageNotFoundError, version

    wanted = re.findall(r"^([\w.-]+)==([^\s;]+) \\$", LOCKS[kind].read_text("utf-8"), re.MULTILINE)
    try:
        return all(version(name) == locked for name, locked in wanted)
    except PackageNotFoundError:
        return False


def _digest(kind: str) -> str:
    """What the environment was made from: project, lock and kind of Python.

    The tables of the tools in pyproject.toml are left out: they install nothing.
    """
    project = (ROOT / "pyproject.toml").read_bytes().partition(b"\n[tool.")[0]
    parts = (project, LOCKS[kind].read_bytes(), sys.implementation.cache_tag.encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _stamp(kind: str) -> Path:
    return ENVIRONMENT / f"set-up.{kind}"


def _finished(kind: str) -> bool:
    try:
        return _stamp(kind).read_text("ascii") == _digest(kind) and PYTHON.exists()
    except (OSError, ValueError):
        return False


def _prepare(kind: str) -> None:
    """Make ``.venv`` unless its stamp says that it is done; one start at a time."""
    if _finished(kind):
        return
    for module in ("venv", "ensurepip"):
        if importlib.util.find_spec(module) is None:
            raise SetUpError(
                f"This Python lacks the module {module}, so no environment can be made:"
                " on Debian or Ubuntu run `apt-get install python3-venv`, then start again."
            )
    try:
        ENVIRONMENT.mkdir(exist_ok=True)
        with _queued(ENVIRONMENT / QUEUE):
            if not _finished(kind):
                _make(kind)
    except OSError as error:
        place = error.filename or ENVIRONMENT
        raise SetUpError(f"Cannot set up quizapp: {place}: {error.strerror or error}.") from error


@contextmanager
def _queued(path: Path) -> "Iterator[None]":
    """Hold the file lock at `path`; whoever comes second says so and waits."""
    with path.open("a") as handle:
        if not _lock(handle.fileno(), wait=False):
            _say("Another start is setting up; waiting for it.")
            while not _lock(handle.fileno(), wait=True):
                """Windows gives up every ten seconds."""
        os.set_inheritable(handle.fileno(), True)  # an installer that outlives us keeps the lock
        yield


def _lock(descriptor: int, *, wait: bool) -> bool:
    """Try to lock an open file, at once or waiting; the lock ends when the file is closed."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    return True


def _make(kind: str) -> None:
    """Build or complete ``.venv``; a test set holds the run set, so it earns both stamps."""
    import venv

    began = time.monotonic()
    what = "quizapp" if kind == "run" else "what the tests need"
    _say(f"Setting up {what} in {ENVIRONMENT} (only this once) ...")
    if not _finished("run"):
        _clear()
        venv.EnvBuilder(with_pip=True, symlinks=os.name != "nt").create(ENVIRONMENT)
    _install(LOCKS[kind])
    for done in ("run", "test") if kind == "test" else ("run",):
        _stamp(done).write_text(_digest(done), "ascii")
    _say(f"Set up in {time.monotonic() - began:.1f} s.")


def _clear() -> None:
    """Empty ``.venv``, stamps first: what is cut off here is seen to be unfinished."""
    import shutil

    for kind in LOCKS:
        with suppress(FileNotFoundError):
            _stamp(kind).unlink()
    for entry in ENVIRONMENT.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry.name != QUEUE:
            entry.unlink()


def _install(lock: Path) -> None:
    """Install `lock` with every hash checked: by uv where it can be had, else by pip."""
    fast = PYTHON.with_name("uv.exe" if os.name == "nt" else "uv")
    wanted = ENVIRONMENT / "uv.txt"
    wanted.write_text(UV.replace("\n", " "), "ascii")
    pip = [str(PYTHON), "-I", "-m", "pip", "install", "--quiet", "--require-hashes", "-r"]
    if fast.exists() or _run([*pip, str(wanted)]) is None:
        uv = [str(fast), "pip", "install", "--quiet", "--python", str(PYTHON), "--require-hashes"]
        for certificates in ("true", "false"):  # the system's first: a school's proxy needs them
            if _run([*uv, "-r", str(lock)], UV_SYSTEM_CERTS=certificates) is None:
                return
        _say("The fast installer did not get through; trying pip, which takes longer.")
    complaint = _run([*pip, str(lock)])
    if complaint is not None:
        raise SetUpError(
            "The locked packages could not be installed; is there a network?"
            f" Start again when there is. (pip says: {complaint})"
        )


def _run(command: "list[str]", **settings: str) -> "str | None":
    """None when `command` succeeded, else the last line that it complained with."""
    import subprocess

    patience = {"PIP_RETRIES": "1", "UV_HTTP_RETRIES": "1"}
    settings["PIP_CONSTRAINT"] = os.devnull  # a lock with hashes is stricter than any constraint
    done = subprocess.run(
        command,
        env={**patience, **os.environ, **settings},
        close_fds=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode == 0:
        return None
    lines = done.stderr.strip().splitlines()
    return lines[-1].strip() if lines else f"exit code {done.returncode}"


def _hand_over() -> None:
    """Let the environment's Python run the same command with the same arguments."""
    os.environ[HANDED_OVER] = "1"
    command = [str(PYTHON), *sys.orig_argv[1:]]
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "nt":  # there, exec would give the terminal back at once
        import subprocess

        sys.exit(subprocess.run(command, check=False).returncode)
    os.execv(command[0], command)


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
