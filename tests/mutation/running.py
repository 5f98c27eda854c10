"""Runs tests against a changed module: in a forked process, the likeliest tests first.

The parent imports what is slow and never changes (pytest, Flask, SQLAlchemy …) and nothing of
quizapp. A fork gets the changed module through an import hook and runs pytest until one test
fails. A mutant that takes too long, in all or in one test, or kills its process, is killed.
"""

from __future__ import annotations

import ast
import builtins
import importlib
import json
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import pytest
from hypothesis import Phase, settings

KILLED, SURVIVED, AT_IMPORT, TOO_LONG = "killed", "survived", "killed at import", "killed by time"
SLOW_TO_IMPORT = (
    *("flask", "flask_babel", "flask_sqlalchemy", "sqlalchemy", "sqlalchemy.orm", "alembic"),
    *(
        "hypothesis",
        "fsrs",
        "wtforms",
        "argon2",
        "segno",
        "waitress",
        "pytest_flask",
        "time_machine",
    ),
)
ARGUMENTS = [
    *("-x", "-q", "-p", "no:cacheprovider", "--no-header", "--tb=no"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),  # what was preloaded
]
MEMORY = 4 << 30  # bytes that a changed module may ask for
LEAST_SECONDS = 20  # of the processor; the clock on the wall says little on a busy machine
LEAST_OF_A_TEST = 10  # of the processor, with what a first test sets up for all
FACTOR = 4
PATIENCE = 10  # times as long may a process wait for others, or for nothing
_NOT_COLLECTED = 2  # pytest's exit codes 2 and above: nothing could be run


@dataclass(frozen=True, slots=True)
class Baseline:
    """What the unchanged module's tests did: seconds in all and of each, lines reached by each."""

    seconds: float
    each: dict[str, float]
    lines: dict[str, list[int]]

    def reaching(self, line: int) -> set[str]:
        """The tests that ran through a line of the module."""
        return {test for test, lines in self.lines.items() if line in lines}


def preload(*, bare: bool) -> None:
    """Import what every fork would import anew; bare forks have no plugins and no conftest."""
    if bare:
        os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
        ARGUMENTS.append("--noconftest")
        return
    for name in SLOW_TO_IMPORT:
        importlib.import_module(name)


class Changed(MetaPathFinder, Loader):
    """Gives out one module with other code than its file holds."""

    def __init__(self, module: str, path: Path, code: CodeType) -> None:
        self.module, self.path, self.code = module, path, code

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        if fullname != self.module:
            return None
        found = spec_from_file_location(fullname, self.path, loader=self)
        if found is not None and self.path.name == "__init__.py":
            found.submodule_search_locations = [str(self.path.parent)]
        return found

    def exec_module(self, module: ModuleType) -> None:
        exec(self.code, module.__dict__)  # noqa: S102 - the changed code is what is tested


class Likeliest:
    """Puts the tests that reach the changed line first, the quick before the slow.

    `alone` leaves out the others: right where no test keeps anything for the next.
    """

    def __init__(self, first: set[str], seconds: dict[str, float], *, alone: bool) -> None:
        self.first, self.seconds, self.alone = first, seconds, alone

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        if self.alone and self.first:
            items[:] = [item for item in items if item.nodeid in self.first]
        items.sort(key=lambda i: (i.nodeid not in self.first, self.seconds.get(i.nodeid, 0)))

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        bound(LEAST_OF_A_TEST + FACTOR * self.seconds.get(item.nodeid, 0))


class Watching(ast.NodeTransformer):
    """Notes how long each test takes and which lines of the module's functions it runs."""

    def __init__(self) -> None:
        self.seen: set[int] = set()
        self.lines: dict[str, list[int]] = {}
        self.each: dict[str, float] = {}
        self.inside = False

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        outer, self.inside = self.inside, True
        self.generic_visit(node)
        self.inside = outer
        return node

    def generic_visit(self, node: ast.AST) -> ast.AST:
        """Let each statement of a function say its lines before it runs."""
        super().generic_visit(node)
        for name in ("body", "orelse", "finalbody"):
            block = getattr(node, name, None)
            if self.inside and isinstance(block, list):
                setattr(node, name, [new for old in block for new in (_saying(old), old)])
        return node

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Any:
        self.seen.clear()
        forget()  # what is remembered from another test runs no line
        started = time.perf_counter()
        try:
            return (yield)
        finally:
            self.each[item.nodeid] = time.perf_counter() - started
            self.lines[item.nodeid] = sorted(self.seen)


def bound(seconds: float) -> None:
    """End this process after so many seconds of the processor; with 0 it may go on."""
    signal.setitimer(signal.ITIMER_PROF, seconds)


def ours() -> list[dict[str, Any]]:
    """What the modules of the project hold."""
    loaded = [module for name, module in sys.modules.items() if name.startswith("quizapp.")]
    return [vars(module) for module in loaded]


def forget() -> None:
    """Empty the memory of functions that remember what they returned."""
    for space in ours():
        for found in list(space.values()):
            if hasattr(found, "cache_clear"):
                found.cache_clear()


def _saying(statement: ast.stmt) -> ast.stmt:
    """`__seen__.update(range(first, last + 1))` for the lines of a statement's own head."""
    inner = getattr(statement, "body", None)
    last = inner[0].lineno - 1 if isinstance(inner, list) and inner else statement.end_lineno
    text = f"__seen__.update(range({statement.lineno}, {max(statement.lineno, last or 0) + 1}))"
    return ast.copy_location(ast.parse(text).body[0], statement)


def baseline(module: str, path: Path, tests: Sequence[str]) -> Baseline:
    """Run the tests on the unchanged module. Raises RuntimeError when they do not pass."""
    found = forked(lambda: _watched(module, path, tests), None)
    if found is None:
        raise RuntimeError(f"The tests of {module} fail before anything is changed.")
    return Baseline(found["seconds"], found["each"], found["lines"])


def _watched(module: str, path: Path, tests: Sequence[str]) -> dict[str, Any]:
    watching, started = Watching(), time.process_time()
    tree = ast.fix_missing_locations(watching.visit(ast.parse(path.read_text("utf-8"))))
    builtins.__seen__ = watching.seen  # type: ignore[attr-defined]
    sys.meta_path.insert(0, Changed(module, path, compile(tree, str(path), "exec")))
    if run(tests, [watching]):
        raise RuntimeError
    seconds = time.process_time() - started
    return {"seconds": seconds, "each": watching.each, "lines": watching.lines}


def judge(
    module: str,
    path: Path,
    tree: ast.Module,
    tests: Sequence[str],
    order: Likeliest,
    base: Baseline,
) -> str:
    """What became of a mutant."""
    limit = max(LEAST_SECONDS, int(FACTOR * base.seconds))
    result = forked(lambda: _changed(module, path, tree, tests, order), limit)
    return KILLED if result is None else str(result["verdict"])


def _changed(
    module: str, path: Path, tree: ast.Module, tests: Sequence[str], order: Likeliest
) -> dict[str, Any]:
    try:
        code = compile(tree, str(path), "exec")
    except (SyntaxError, ValueError):
        return {"verdict": AT_IMPORT}
    sys.meta_path.insert(0, Changed(module, path, code))
    ended = run(tests, [order])
    if not ended:
        return {"verdict": SURVIVED}
    return {"verdict": AT_IMPORT if ended >= _NOT_COLLECTED else KILLED}


def run(tests: Sequence[str], plugins: list[object]) -> int:
    """Pytest's exit code for tests; they draw the same every time, and no clock fails them."""
    settings.register_profile(
        "mutation",
        derandomize=True,
        database=None,
        deadline=None,
        phases=(Phase.explicit, Phase.generate),  # the first counter-example will do
    )
    settings.load_profile("mutation")
    return int(pytest.main([*ARGUMENTS, *tests], plugins=plugins))


def forked(work: Callable[[], dict[str, Any]], limit: int | None) -> dict[str, Any] | None:
    """What `work` returns in a process of its own; None when that process came to grief."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
        _in_child(work, write)
    os.close(write)
    signal.signal(signal.SIGALRM, lambda *_: os.killpg(child, signal.SIGKILL))
    if limit is not None:
        signal.setitimer(signal.ITIMER_REAL, PATIENCE * limit)
    with os.fdopen(read, "rb") as pipe:
        text = pipe.read()
    signal.setitimer(signal.ITIMER_REAL, 0)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        too_long = os.WTERMSIG(status) in (signal.SIGKILL, signal.SIGXCPU, signal.SIGPROF)
        return {"verdict": TOO_LONG} if too_long else None
    return json.loads(text) if text else None


def _in_child(work: Callable[[], dict[str, Any]], write: int) -> None:
    """Do the work, say the result through the pipe, and end without any tidying up."""
    os.setpgid(0, 0)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.dont_write_bytecode = True
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silence, stream)
    try:
        with os.fdopen(write, "w") as pipe:
            pipe.write(json.dumps(work()))
    finally:
        os._exit(0)
