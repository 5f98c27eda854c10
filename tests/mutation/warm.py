"""Judges changes in a process that has imported and collected everything.

A fork per mutant gets the changed function's code put in the place of the old one's, so that
whoever imported the function has the change; then the tests that reach the line run, the quick
first. A changed constant takes the old one's place wherever that was imported. What is killed so
is killed. What is not (a constant that others were made of, or a change that only shows when
something is made while tests are collected) has to be judged again by `running.py`.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import FunctionType
from typing import Any, cast

import pytest
from _pytest.runner import runtestprotocol

from tests.mutation.mutants import Mutant
from tests.mutation.running import (
    FACTOR,
    KILLED,
    SURVIVED,
    Baseline,
    bound,
    forget,
    forked,
    ours,
    run,
)

LEAST_SECONDS = 3  # of the processor, beyond what the chosen tests take, or one of them
SLOW = 1.0  # seconds: longer tests are not run on the unchanged module once more


class Warm:
    """A plugin that runs the tests of each mutant instead of running each test once."""

    def __init__(self, module: str, path: Path, mutants: Sequence[Mutant], base: Baseline) -> None:
        self.module, self.path, self.mutants, self.base = module, path, mutants, base
        self.text = path.read_text("utf-8")
        self.verdicts: list[str] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Judge each mutant in its own fork. Raises RuntimeError when a test fails unchanged."""
        items = sorted(session.items, key=lambda item: self.base.each.get(item.nodeid, 0))
        quick = [item for item in items if self.base.each.get(item.nodeid, 0) < SLOW]
        if self._run(quick, lambda: None) != {"verdict": SURVIVED}:
            raise RuntimeError("The tests fail before anything is changed.")
        bound(0)
        for mutant in self.mutants:
            reaching = self.base.reaching(mutant.line)
            inside = inside_function(self.text, mutant)
            chosen = [item for item in items if not inside or item.nodeid in reaching]
            seconds = sum(self.base.each.get(item.nodeid, 0) for item in chosen)
            limit = LEAST_SECONDS + int(FACTOR * seconds)
            result = forked(partial(self._run, chosen, partial(self._apply, mutant)), limit)
            self.verdicts.append(KILLED if result is None else str(result["verdict"]))
        session._setupstate.teardown_exact(None)
        return True

    def _run(self, items: Sequence[pytest.Item], change: Callable[[], None]) -> dict[str, Any]:
        try:
            change()
        except Exception:  # noqa: BLE001 - what cannot be put in place is judged the slow way
            return {"verdict": SURVIVED}
        for item in items:
            bound(LEAST_SECONDS + FACTOR * self.base.each.get(item.nodeid, 0))
            # a session is no item, but what it holds is kept for the next: databases, servers
            reports = runtestprotocol(item, log=False, nextitem=cast("pytest.Item", item.session))
            if any(report.failed for report in reports):
                return {"verdict": KILLED}
        return {"verdict": SURVIVED}

    def _apply(self, mutant: Mutant) -> None:
        """Put what is changed in the old one's place; an error where it has none."""
        space: dict[str, Any] = dict(vars(sys.modules[self.module]))
        exec(compile(mutant.of(self.text), str(self.path), "exec"), space)  # noqa: S102
        forget()
        if not inside_function(self.text, mutant):
            _replace(vars(sys.modules[self.module]), space)
            return
        old = _function(vars(sys.modules[self.module]), mutant.where)
        new = _function(space, mutant.where)
        old.__code__, old.__defaults__ = new.__code__, new.__defaults__
        old.__kwdefaults__ = new.__kwdefaults__


def judge(
    module: str, path: Path, tests: Sequence[str], mutants: Sequence[Mutant], base: Baseline
) -> list[str]:
    """Killed or survived, for each mutant; the latter has to be judged once more."""

    def work() -> dict[str, Any]:
        warm = Warm(module, path, mutants, base)
        run(tests, [warm])
        return {"verdicts": warm.verdicts}

    found = forked(work, None)
    if not found or len(found["verdicts"]) != len(mutants):
        raise RuntimeError(f"The mutants of {module} could not be judged.")
    return list(found["verdicts"])


def inside_function(text: str, mutant: Mutant) -> bool:
    """Whether a change lies in a function's body."""
    node: Any = ast.parse(text)
    for name, at in mutant.place:
        value = getattr(node, name)
        node = value if at is None else value[at]
        if isinstance(node, ast.FunctionDef):
            return True
    return False


def _replace(old: dict[str, Any], new: dict[str, Any]) -> None:
    """Put changed constants in the place of the old ones, also where these were imported."""
    for name, before in list(old.items()):
        after = new[name]
        if name.startswith("__") or callable(before) or before is after or before == after:
            continue
        for space in ours():
            if space.get(name) is before:
                space[name] = after


def _function(space: dict[str, Any], where: str) -> FunctionType:
    """The outermost function on a way of names. Raises KeyError or TypeError for another thing."""
    names: Any = space
    for name in where.split("."):
        found = names[name]
        found = getattr(found, "fget", None) or getattr(found, "__func__", found)
        found = getattr(found, "__wrapped__", found)
        if isinstance(found, FunctionType):
            return found
        names = vars(found)
    raise TypeError(where)
