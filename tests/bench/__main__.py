"""`python3 -m tests.bench`: what the product costs, in one table.

Names of measures choose some of them. `--seconds N` shortens the two minutes of the classes;
`--full` grows the database to 10 million reviews instead of 1 million. The exit code is 0 when
every goal was met, 1 when one was missed, 2 when a measure could not be taken.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable

from tests.bench import growth, measures, quiz_class
from tests.bench.figures import Figure, summary, yardstick


def main() -> int:
    """Run the measures that were asked for and print one table; the exit code."""
    parser = argparse.ArgumentParser(prog="python3 -m tests.bench", description=__doc__)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("names", nargs="*")
    given = parser.parse_args()
    known: dict[str, Callable[[], list[Figure]]] = {
        "ratio": lambda: [row for clients in (1, 16) for row in measures.ratio(clients)],
        "writers": measures.writers,
        "start": measures.start,
        "growth": lambda: growth.growth(10_000_000 if given.full else 1_000_000),
        "classes": lambda: measures.classes(given.seconds),
        "quiz": lambda: quiz_class.quiz_class(given.seconds),
    }
    unknown = [name for name in given.names if name not in known]
    if unknown:
        parser.error(f"there is no measure {unknown[0]!r}; there are {', '.join(known)}")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package is compiled
    figures: list[Figure] = []
    for name in given.names or known:
        try:
            figures += known[name]()
        except (AssertionError, OSError) as error:
            print(f"{name} could not be measured: {error}", file=sys.stderr)  # noqa: T201
            return 2
    print(yardstick())  # noqa: T201
    width = max(len(figure.name) for figure in figures)
    for figure in figures:
        print(figure.line(width))  # noqa: T201 - the table is what it is for
    print(summary(figures))  # noqa: T201
    return int(any(figure.met is False for figure in figures))


if __name__ == "__main__":
    sys.exit(main())
