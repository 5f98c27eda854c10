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
PROVEN_WITH = {
    "core/extraction/*": "core/extraction/test_candidates.py",  # all through the one door
    "core/grading/*": "core/grading/test_kinds.py",  # every kind through the one table that judges
    "core/memory/*": "core/memory/test_model.py",  # the formulas through the four outcomes
    "core/memory/bare": "services/test_schedule.py",
    "core/values/*number*": "core/values/test_numbers.py",
    "core/values/quantity": "core/values/test_numbers.py",
    "core/values/count_words": "core/values/test_numbers.py",
    "core/values/read_points": "core/values/test_read_times.py",
    "core/values/*time*": "core/values/test_times.py",
    "core/values/time_words": "core/values/test_read_times.py",
    "core/values/edtf": "core/values/test_times.py",
    "core/values/word_lists": "core/values/test_texts.py",
}
"""Modules of the core -> the test file that proves them through a public door."""


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


def test_every_module_of_the_core_is_proven_where_one_would_look() -> None:
    missing = [
        tree.name(path)
        for path in tree.modules("quizapp/core")
        if has_behaviour(path) and not is_proven(path)
    ]
    assert not missing, "\n".join(missing)


def has_behaviour(path: Path) -> bool:
    """Whether a module does something; plain values and word lists are proven by their users."""
    public = [node for node in tree.functions(path) if not node.name.startswith("_")]
    return bool(public) and path.name != "__init__.py"


def is_proven(path: Path) -> bool:
    """Whether a test file of its name lies in the mirror, or one that is named reaches it."""
    inside = path.relative_to(ROOT / "quizapp").with_suffix("")
    folder = ROOT / "tests" / inside.parent
    if (folder / f"test_{path.stem}.py").is_file():
        return True
    module = ".".join(("quizapp", *inside.parts))
    proofs = [test for place, test in PROVEN_WITH.items() if inside.match(place)]
    stands_for_it = [ROOT / "tests" / test for test in proofs]
    return any(test.is_file() and module in tree.reached(test) for test in stands_for_it)
