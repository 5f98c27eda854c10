"""The files of the checkout as the architecture tests read them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from quizapp.setting_up import ROOT

TOP = ("quizapp", "questions", "migrations", "tests", ".ci")
ALONE = ("pyproject.toml", "README.md", "LICENSE", "SECURITY.md", ".gitignore")
Function = ast.FunctionDef | ast.AsyncFunctionDef


def files() -> Iterator[Path]:
    """Every file that belongs to the product, without what tools leave behind."""
    yield from (ROOT / name for name in ALONE if (ROOT / name).is_file())
    for folder in TOP:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc":
                yield path


def modules(*places: str) -> list[Path]:
    """Python files under the given folders of the checkout."""
    return [path for place in places for path in sorted((ROOT / place).rglob("*.py"))]


def name(path: Path) -> str:
    """Path inside the checkout, with forward slashes."""
    return path.relative_to(ROOT).as_posix()


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text("utf-8"), filename=str(path))


def functions(path: Path) -> list[Function]:
    """Every function and method of a file, inner ones too."""
    return [node for node in ast.walk(parsed(path)) if isinstance(node, Function)]


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call of a file with the dotted name that is called; "" where there is none."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call):
            yield dotted(node.func), node


def dotted(node: ast.expr) -> str:
    """`a.b.c` for such an expression; for what hangs on anything else, its last name."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return f"{before}.{node.attr}" if before else node.attr
    return ""


def imports(path: Path) -> Iterator[str]:
    """The full names of all modules that a file imports."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def reached(start: Path) -> set[str]:
    """Our own modules that a file imports, directly or through others, as `quizapp.x.y`."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for module in names(waiting.pop()) - found:
            if (path := source(module)) is not None:
                found.add(module)
                waiting.append(path)
    return found


def names(path: Path) -> set[str]:
    """What a file imports, with `from a import b` as both `a` and `a.b`."""
    froms = [node for node in ast.walk(parsed(path)) if isinstance(node, ast.ImportFrom)]
    both = {f"{node.module}.{alias.name}" for node in froms for alias in node.names}
    return both | set(imports(path))


def source(module: str) -> Path | None:
    """The file of one of our own modules, None for any other name."""
    if not module.startswith("quizapp."):
        return None
    place = ROOT.joinpath(*module.split("."))
    candidates = (place.with_suffix(".py"), place / "__init__.py")
    return next((path for path in candidates if path.is_file()), None)
