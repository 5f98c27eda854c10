"""How fast texts become candidates: python -m tests.bench.extraction.

Prints seconds for 10,000 words of prose, seconds for 1 MB of each hostile text with the ratio
to half a megabyte (2 is linear), and the most memory that 10,000 words take beside the program.
"""

from __future__ import annotations

import sys
import tracemalloc
from pathlib import Path
from time import perf_counter

from quizapp.core.extraction.candidates import extract

TEXTS = Path(__file__).resolve().parents[1] / "core" / "extraction" / "texts"
MB = 1_000_000
HOSTILE = {
    "digits": "1" * 80 + " ",
    "numbers": "1 ",
    "number words": "one hundred and twenty million ",
    "hyphens": "twenty-",
    "from and to": "from 1900 to between ",
    "years": "1900-1901, ",
    "capitals": "De La Van Der John ",
    "titles": "Dr. Gen. Sir ",
    "initials": "A. B. ",
    "brackets": "((1900 ",
    "commas": "a, b, ",
    "signs": "-–—/:;",
    "dots": "...",
    "accents": "e\u0301\u0301\u0301 ",
    "one word": "a",
    "lines": "x\n",
    "spaces": " " * 40 + "a.\n",
    "quotations": '"We ',
    "conjunctions": "and he and ",
    "facts": "In 1900 the king bought 5 ships. ",
}
"""Pieces that are repeated to a megabyte."""


def prose(count: int) -> str:
    """So many words of the annotated texts, over and over."""
    text = "\n".join(path.read_text("utf-8") for path in sorted(TEXTS.glob("*.txt")))
    return "\n".join([text] * (count // len(text.split()) + 1))


def seconds(text: str) -> float:
    begin = perf_counter()
    extract(text)
    return perf_counter() - begin


def hostile(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


def memory_mb(text: str) -> float:
    """The most memory that extraction holds at a time, in megabytes."""
    tracemalloc.start()
    extract(text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / MB


def rows() -> list[tuple[str, str, str]]:
    """Name, figure and aim of each measure."""
    text = prose(10_000)
    text = text[: len(text) * 10_000 // len(text.split())]
    found = [
        ("10,000 words to candidates", f"{min(seconds(text) for _ in range(3)):.2f} s", "< 1 s"),
        ("10,000 words, memory", f"{memory_mb(text):.0f} MB", "< 60 MB"),
    ]
    for name, piece in HOSTILE.items():
        half, whole = seconds(hostile(piece, MB // 2)), seconds(hostile(piece, MB))
        figure = f"{whole:.2f} s, x{whole / half:.1f}"
        found.append((f"1 MB of {name}", figure, "< 5 s, x2"))
    return found


if __name__ == "__main__":
    for name, figure, aim in rows():
        sys.stdout.write(f"{name:28} {figure:16} {aim}\n")
