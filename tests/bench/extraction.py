"""How fast texts become candidates: python -m tests.bench.extraction.

Prints seconds for 10,000 words of prose, seconds for 1 MB of each hostile text with the ratio
to half a megabyte (2 is linear), and the most memory that 10,000 words take beside the program.
Then the same 10,000 words as a teacher's text in a database: how long until the first candidate
is stored, and until all are; how long one decision takes.
"""

from __future__ import annotations

import sys
import tracemalloc
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from quizapp.core.extraction.candidates import extract
from quizapp.services.sources import deciding, intake, reading, running
from quizapp.services.sources.intake import NewText
from quizapp.serving import settle
from quizapp.settings import Settings
from quizapp.store import migrate
from quizapp.store.engine import Store, make_engine
from tests.bench.figures import yardstick
from tests.world import NOON, context_on, person

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
    "lines of facts": "In 1900 the king bought 5 ships. " * 12 + "\n",
    "lines of signs": ("-." * 200) + "\n",
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


def as_a_job(text: str) -> list[tuple[str, str, str]]:
    """A text given, read and reviewed, with each step's time."""
    with TemporaryDirectory() as folder:
        store = Store(make_engine(Settings(data_dir=Path(folder))))
        migrate.upgrade(store)
        context = context_on(store, Path(folder))
        teacher = person(context, "Alice", "teacher")
        begin = perf_counter()
        slug = intake.save(context, teacher, NewText("Bench", text), NOON)
        steps: list[float] = []

        def clock() -> datetime:
            steps.append(perf_counter() - begin)
            return NOON

        running.work_once(context, clock, "bench")
        whole = perf_counter() - begin
        times = []
        settle()  # as a server does before it serves
        for _ in range(20):
            screen = reading.review(context, teacher, slug, NOON)
            if screen.card is None or not screen.card.makes:
                break
            at = perf_counter()
            card = screen.card
            words = (card.subject or "it", card.statement)
            deciding.approve(context, teacher, slug, card.public_id, *words, NOON)
            reading.review(context, teacher, slug, NOON)
            times.append(perf_counter() - at)
        store.close()
    # the clock is asked when the job is claimed, when it begins, and with the first batch
    return [
        ("paste to first candidate", f"{steps[2]:.2f} s", "< 1 s"),
        ("paste to last candidate", f"{whole:.2f} s", ""),
        ("approve and next card", f"{1000 * max(times, default=0):.0f} ms", "< 100 ms"),
    ]


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
    return found + as_a_job(text)


if __name__ == "__main__":
    sys.stdout.write(f"{yardstick()}\n")
    for name, figure, aim in rows():
        sys.stdout.write(f"{name:28} {figure:16} {aim}\n")
