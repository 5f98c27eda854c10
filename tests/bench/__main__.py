"""`python3 -m tests.bench`: what the product costs, in one table.

Names of measures choose some of them. `--seconds N` shortens the two minutes of the classes;
`--full` grows the database to 10 million reviews instead of 1 million.
"""

from __future__ import annotations

import argparse

from tests.bench import growth, measures


def main() -> None:
    """Run the measures that were asked for and print one table."""
    parser = argparse.ArgumentParser(prog="python3 -m tests.bench", description=__doc__)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("names", nargs="*")
    given = parser.parse_args()
    known = {
        "ratio": lambda: [row for clients in (1, 16) for row in measures.ratio(clients)],
        "writers": measures.writers,
        "start": measures.start,
        "growth": lambda: growth.growth(10_000_000 if given.full else 1_000_000),
        "classes": lambda: measures.classes(given.seconds),
    }
    rows = [row for name in given.names or known for row in known[name]()]
    width = max(len(name) for name, _, _ in rows)
    for name, figure, aim in rows:
        print(f"{name:<{width}}  {figure}  [{aim}]")  # noqa: T201 - the table is what it is for


if __name__ == "__main__":
    main()
