"""Rules of the house that a linter does not know, each read from the syntax tree."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quizapp.setting_up import ROOT
from tests.architecture import tree

CORE_MAY_IMPORT = {*sys.stdlib_module_names, "fsrs", "quizapp.core"}
NOT_IN_CORE = {
    *("os", "io", "pathlib", "shutil", "tempfile", "sqlite3", "socket", "subprocess", "urllib"),
    *("http", "threading", "multiprocessing", "asyncio", "logging", "time", "secrets", "uuid"),
}
CLOCKS = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today"}
SEEDED = {"random.Random"}
OUTSIDE = {"open", "input", "print", "exec", "eval", "__import__"}
EXECUTES = {"text", "execute", "executemany", "executescript", "exec_driver_sql", "scalar"}
OLD_PYTHON = (3, 8)
SAY_IT_ON_OLD_PYTHON = (
    "quizapp/__init__.py",
    "quizapp/__main__.py",
    "quizapp/setting_up.py",
    "tests/__init__.py",
    "tests/__main__.py",
    "tests/tools.py",
)
SQL_OF_OUR_OWN = {
    # SQLite takes no bound values in PRAGMA; the words come from constants in the same file
    "quizapp/store/engine.py": "_set_pragma",
}


Check = Callable[[Path], Iterator[str]]


def impurities(path: Path) -> Iterator[str]:
    """What in a file of the core reaches for the clock, for chance or for the outside."""
    for module in tree.imports(path):
        top = module.split(".")[0]
        ours = module == "quizapp.core" or module.startswith("quizapp.core.")
        if top in NOT_IN_CORE or not (ours or top in CORE_MAY_IMPORT):
            yield f"imports {module}"
    for name, call in tree.calls(path):
        last_two = ".".join(name.split(".")[-2:])
        if last_two in CLOCKS or name in OUTSIDE or is_unseeded(name):
            yield f"line {call.lineno} calls {name}"


def built_sql(path: Path) -> Iterator[str]:
    """Statements put together from strings, which is how a value becomes a command."""
    allowed = SQL_OF_OUR_OWN.get(tree.name(path))
    spared = {
        id(inner)
        for node in tree.functions(path)
        if node.name == allowed
        for inner in ast.walk(node)
    }
    for name, call in tree.calls(path):
        first = call.args[0] if call.args else None
        if name.split(".")[-1] in EXECUTES and first and id(call) not in spared and is_built(first):
            yield f"line {call.lineno} calls {name} with a string that is put together"


def is_built(node: ast.expr) -> bool:
    """Whether an expression puts a string together at run time."""
    if isinstance(node, ast.JoinedStr):
        return any(isinstance(part, ast.FormattedValue) for part in node.values)
    if isinstance(node, ast.BinOp):
        strings = (ast.Constant, ast.JoinedStr)
        sides = [side for side in (node.left, node.right) if isinstance(side, strings)]
        return any(not isinstance(s, ast.Constant) or isinstance(s.value, str) for s in sides)
    return isinstance(node, ast.Call) and tree.dotted(node.func).split(".")[-1] == "format"


MAKERS = {"quizapp/web/shared/spoken.py", "quizapp/web/shared/formatted.py"}
"""Say the translators' words, which may be markup, with values that they escape; and what went
through the allow-list of `exchange.formatted`."""


def raw_markup(path: Path) -> Iterator[str]:
    """Data declared to be safe HTML."""
    if tree.name(path) in MAKERS:
        return
    for name, call in tree.calls(path):
        if name.split(".")[-1] == "Markup" and not all(
            isinstance(argument, ast.Constant) for argument in call.args
        ):
            yield f"line {call.lineno} makes Markup of data"


def unseeded_chance(path: Path) -> Iterator[str]:
    """Calls to the random module's own generator: neither repeatable nor secret."""
    for name, call in tree.calls(path):
        if is_unseeded(name):
            yield f"line {call.lineno} calls {name}"


def is_unseeded(name: str) -> bool:
    """Whether a call asks the random module's own generator."""
    return name.startswith("random.") and name not in SEEDED


CHECKS: dict[Check, tuple[str, ...]] = {
    impurities: ("quizapp/core",),
    built_sql: ("quizapp", "migrations"),
    raw_markup: ("quizapp",),
    unseeded_chance: ("quizapp",),
}


@pytest.mark.parametrize("check", CHECKS, ids=[check.__name__ for check in CHECKS])
def test_no_file_breaks_the_rule(check: Check) -> None:
    found = [
        f"{tree.name(path)}: {finding}"
        for path in tree.modules(*CHECKS[check])
        for finding in check(path)
    ]
    assert not found, "\n".join(found)


BREAKS = [
    (impurities, "from datetime import datetime\ndef f(): return datetime.now()", "datetime.now"),
    (impurities, "import random\ndef f(): return random.choice('ab')", "random.choice"),
    (impurities, "from pathlib import Path", "pathlib"),
    (impurities, "import sqlalchemy", "sqlalchemy"),
    (impurities, "from quizapp.store.engine import Store", "quizapp.store"),
    (built_sql, "def f(c, n): c.execute(f'SELECT {n}')", "c.execute"),
    (built_sql, "def f(n): return text('SELECT ' + n)", "text"),
    (built_sql, "def f(c, n): c.exec_driver_sql('SELECT {}'.format(n))", "exec_driver_sql"),
    (built_sql, "def f(c, n): c.execute('SELECT %s' % n)", "c.execute"),
    (raw_markup, "def f(x): return Markup(x)", "Markup"),
    (raw_markup, "def f(x): return markupsafe.Markup(f'<b>{x}</b>')", "Markup"),
    (unseeded_chance, "import random\nx = random.random()", "random.random"),
]
HOLDS = [
    (impurities, "from random import Random\ndef f(r: Random): return r.choice('ab')"),
    (impurities, "import datetime, fsrs, quizapp.core.questions"),
    (built_sql, "def f(c, n): c.execute(select(n + 1)); c.execute('SELECT :n', {'n': n})"),
    (raw_markup, "X = Markup('<b>{}</b>').format(y)"),
    (unseeded_chance, "import random\nx = random.Random(7).random()"),
]


@pytest.fixture
def findings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Check, str], list[str]]:
    """What a check finds in a file with a given text."""
    monkeypatch.setattr(tree, "ROOT", tmp_path)

    def find(check: Check, text: str) -> list[str]:
        path = tmp_path / "sample.py"
        path.write_text(text, "utf-8")
        return list(check(path))

    return find


@pytest.mark.parametrize(("check", "text", "named"), BREAKS)
def test_a_rule_finds_what_breaks_it(
    findings: Callable[[Check, str], list[str]], check: Check, text: str, named: str
) -> None:
    assert any(named in finding for finding in findings(check, text))


@pytest.mark.parametrize(("check", "text"), HOLDS)
def test_a_rule_lets_pass_what_keeps_it(
    findings: Callable[[Check, str], list[str]], check: Check, text: str
) -> None:
    assert findings(check, text) == []


@pytest.mark.parametrize("name", SAY_IT_ON_OLD_PYTHON)
def test_old_python_can_read_what_says_that_it_is_too_old(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    ast.parse(text, filename=name, feature_version=OLD_PYTHON)


@pytest.mark.parametrize("name", SAY_IT_ON_OLD_PYTHON)
def test_a_bare_machine_can_import_what_sets_it_up(name: str) -> None:
    handed_over_to = {"quizapp", "quizapp.cli", "quizapp.setting_up", "tests"}
    needed = set(tree.imports(ROOT / name)) - handed_over_to
    assert {module.split(".")[0] for module in needed} <= set(sys.stdlib_module_names)


def test_no_template_declares_data_safe() -> None:
    unsafe = re.compile(r"\|\s*safe\b|autoescape\s+false|<script(?![^>]*\bsrc=)[^>]*>|\sstyle=")
    found = [
        f"{tree.name(path)}: {hit.group().strip()}"
        for path in tree.files()
        if path.suffix in (".html", ".j2") and tree.name(path).startswith("quizapp/")
        for hit in unsafe.finditer(path.read_text("utf-8"))
    ]
    assert not found, "\n".join(found)
