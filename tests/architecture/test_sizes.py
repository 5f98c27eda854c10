"""Files and functions stay small enough to read in one go."""

from __future__ import annotations

from tests.architecture import tree

FILE_LINES = 300
FUNCTION_LINES = 30
SHARE = 0.95


def over(sizes: dict[str, int], limit: int) -> list[str]:
    """What is at or over the limit, the largest first."""
    large = {name: size for name, size in sizes.items() if size >= limit}
    return [f"{name}: {large[name]}" for name in sorted(large, key=large.__getitem__, reverse=True)]


def test_95_percent_of_the_files_have_under_300_lines() -> None:
    sizes = {
        tree.name(path): len(path.read_text("utf-8").splitlines())
        for path in tree.modules("quizapp")
    }
    large = over(sizes, FILE_LINES)
    assert len(large) <= (1 - SHARE) * len(sizes), large


def test_95_percent_of_the_functions_have_under_30_lines() -> None:
    sizes = {
        f"{tree.name(path)}:{node.lineno} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in tree.modules("quizapp")
        for node in tree.functions(path)
    }
    large = over(sizes, FUNCTION_LINES)
    assert len(large) <= (1 - SHARE) * len(sizes), large
