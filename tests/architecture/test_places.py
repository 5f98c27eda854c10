"""Everything lies where one would look for it, and nothing names the machine it was made on."""

from __future__ import annotations

import re
from pathlib import Path

from quizapp.setting_up import ROOT
from tests.architecture import tree

MACHINE = re.compile(
    r"(?<![\w.])/(?:wor[k]|roo[t]|hom[e]/\w+|User[s]/\w+)/"
    r"|//(?:[\w.-]*\.)?(?:py[p]i\.\w+|pythonhoste[d]\.\w+|npmj[s]\.\w+|deb\.debia[n]\.\w+)"
)
PROVEN_WITH: dict[str, str] = {}
"""Module of the core -> the test file of its folder that proves it through the public door."""


def test_the_top_level_holds_only_what_was_agreed() -> None:
    agreed = {"pyproject.toml", "README.md", "LICENSE", "SECURITY.md"}
    agreed |= {"quizapp", "questions", "migrations", "tests", "dist", "build"}
    visible = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert {name for name in visible - agreed if not name.endswith(".egg-info")} == set()


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = [
        f"{tree.name(path)}: {hit.group()}"
        for path in tree.files()
        for hit in MACHINE.finditer(path.read_text("utf-8", errors="replace"))
    ]
    assert not found, "\n".join(found)


def test_the_patterns_know_a_machine_from_an_address() -> None:
    assert MACHINE.search("see /" + "work/main")
    assert MACHINE.search("cd /" + "home/anna/quizapp")
    assert MACHINE.search("https://" + "pyp" + "i.org/simple")
    assert not MACHINE.search("GET /progress, quizapp/work/x, https://example.org/home")


def test_every_module_of_the_core_has_a_test_file() -> None:
    missing = [
        tree.name(path)
        for path in tree.modules("quizapp/core")
        if has_behaviour(path) and not any(place.is_file() for place in proofs_of(path))
    ]
    assert not missing, "\n".join(missing)


def has_behaviour(path: Path) -> bool:
    """Whether a module does something; plain values and word lists are proven by their users."""
    public = [node for node in tree.functions(path) if not node.name.startswith("_")]
    return bool(public) and path.name != "__init__.py"


def proofs_of(path: Path) -> list[Path]:
    """Where the proof of a module of the core may lie."""
    inside = path.relative_to(ROOT / "quizapp")
    folder = ROOT / "tests" / inside.parent
    other = PROVEN_WITH.get(inside.as_posix())
    return [folder / f"test_{path.stem}.py", *([folder / other] if other else [])]
