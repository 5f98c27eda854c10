"""`python3 -m tests.mutation MODULES…`: whether the tests would notice if the code were wrong.

MODULES are files or folders of quizapp/. Each is changed in one small way at a time
(`mutants.py`) and the tests are run until one fails; without `--tests` those in the mirror of
the module's folder. `equivalent.toml` lists, by hand and with a reason, the changes that no test
could notice; they are counted apart. Ends with 1 when less than `--least` percent are killed, or
when the list names what is not there or what a test does notice.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import random
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.mutation import running, warm
from tests.mutation.mutants import Mutant, mutants_of

ROOT = Path(__file__).resolve().parents[2]
LIST = Path(__file__).with_name("equivalent.toml")
EQUIVALENT = "equivalent"
AT_HAND: dict[str, Callable[[int], str]] = {}
"""What a forked pool finds in its own memory: nothing has to be pickled."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A mutant of a module and what became of it."""

    module: str
    mutant: Mutant
    verdict: str


def main() -> int:
    """Judge the modules and print a table; 0 when enough was noticed."""
    given = _arguments()
    os.chdir(ROOT)
    running.preload(bare=given.bare)
    equivalent = _listed()
    rows: list[Judged] = []
    for path in _files(given.modules):
        rows += _judge_module(path, given, equivalent.get(path.as_posix(), {}))
    _print_table(rows)
    whole = given.sample is None and not given.only
    wrong = _wrongly_listed(rows, equivalent) if whole else []
    for line in wrong:
        print(line)
    if given.json:
        found = [{"module": r.module, "line": r.mutant.line, "mutant": r.mutant.name,
                  "verdict": r.verdict} for r in rows]  # fmt: skip
        Path(given.json).write_text(json.dumps(found, indent=1, ensure_ascii=False), "utf-8")
    return int(bool(wrong) or _score(Counter(row.verdict for row in rows)) < given.least)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 -m tests.mutation", description=__doc__)
    parser.add_argument("modules", nargs="+", help="files or folders of quizapp/")
    parser.add_argument("--tests", nargs="+", help="test files or folders")
    parser.add_argument("--sample", type=int, help="so many mutants of each module only")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="mutants whose name holds this text")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--least", type=float, default=90, help="percent that must be killed")
    parser.add_argument("--bare", action="store_true", help="no conftest, no plugins: pure code")
    parser.add_argument("--alone", action="store_true", help="only tests that reach the line")
    parser.add_argument("--warm", action="store_true", help="change things in place first")
    parser.add_argument("--once", action="store_true", help="what survives in place, survives")
    parser.add_argument("--listed", action="store_true", help="run the listed equivalents too")
    parser.add_argument("--json", metavar="FILE", help="every mutant with its verdict")
    return parser.parse_args()


def _listed() -> dict[str, dict[str, str]]:
    """Module → name of an equivalent mutant → why no test can notice it."""
    found: dict[str, dict[str, str]] = {}
    for entry in tomllib.loads(LIST.read_text("utf-8")).get("equivalent", []):
        found.setdefault(entry["module"], {}).update(dict.fromkeys(entry["mutants"], entry["why"]))
    return found


def _files(names: Sequence[str]) -> Iterator[Path]:
    for name in names:
        path = Path(name)
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path]


def _mirror(path: Path) -> list[str]:
    """The folder of tests that mirrors a module's."""
    return [(Path("tests") / path.parent.relative_to("quizapp")).as_posix()]


def _judge_module(path: Path, given: argparse.Namespace, listed: dict[str, str]) -> list[Judged]:
    text = path.read_text("utf-8")
    mutants = [mutant for mutant in mutants_of(text) if given.only in mutant.name]
    if given.sample is not None:
        mutants = random.Random(given.seed).sample(mutants, min(given.sample, len(mutants)))
    if not mutants:
        return []
    module = ".".join(path.with_suffix("").parts).removesuffix(".__init__")
    tests = given.tests or _mirror(path)
    base = running.baseline(module, ROOT / path, tests)

    skipped = {m.name for m in mutants if m.name in listed and not given.listed}
    asked = [m for m in mutants if given.warm and m.name not in skipped]
    quickly = _killed_warm(module, path, tests, asked, base) if asked else set()

    def judge(at: int) -> str:
        mutant = mutants[at]
        if mutant.name in skipped:
            return EQUIVALENT
        if mutant.name in quickly:
            return running.KILLED
        if given.once and warm.inside_function(text, mutant):
            return running.SURVIVED
        tree = mutant.of(text)
        order = running.Likeliest(base.reaching(mutant.line), base.each, alone=given.alone)
        return running.judge(module, ROOT / path, tree, tests, order, base)

    AT_HAND["judge"] = judge
    rows = []
    with multiprocessing.get_context("fork").Pool(given.jobs) as pool:
        for mutant, verdict in zip(mutants, pool.imap(_at, range(len(mutants))), strict=True):
            rows.append(Judged(path.as_posix(), mutant, verdict))
            if verdict == running.SURVIVED:
                print(f"{path}:{mutant.line}: survived: {mutant.name}", flush=True)
    _print_table(rows)
    return rows


def _killed_warm(
    module: str, path: Path, tests: list[str], mutants: list[Mutant], base: running.Baseline
) -> set[str]:
    """The names of the mutants that were killed without importing anything anew."""
    verdicts = warm.judge(module, path, tests, mutants, base)
    rows = zip(mutants, verdicts, strict=True)
    return {mutant.name for mutant, verdict in rows if verdict != running.SURVIVED}


def _at(number: int) -> str:
    return AT_HAND["judge"](number)


def _print_table(rows: Sequence[Judged]) -> None:
    by_module: dict[str, Counter[str]] = {}
    for row in rows:
        by_module.setdefault(row.module, Counter())[row.verdict] += 1
    if len(by_module) > 1:
        by_module["all"] = sum(by_module.values(), Counter())
    for module, counts in by_module.items():
        said = ", ".join(f"{count} {verdict}" for verdict, count in sorted(counts.items()))
        print(f"{module}: {_score(counts):.1f} % of {counts.total()} mutants ({said})", flush=True)


def _score(counts: Counter[str]) -> float:
    """The percentage killed of all that are not listed as equivalent."""
    rest = counts.total() - counts[EQUIVALENT]
    return 100 * (rest - counts[running.SURVIVED]) / rest if rest else 100.0


def _wrongly_listed(rows: Sequence[Judged], equivalent: dict[str, dict[str, str]]) -> list[str]:
    """What the list says of mutants that are not there, or that a test noticed."""
    found = {(row.module, row.mutant.name): row.verdict for row in rows}
    wrong = []
    for module in {row.module for row in rows}:
        for name in equivalent.get(module, {}):
            verdict = found.get((module, name), "")
            if not verdict:
                wrong.append(f"listed, but no such mutant of {module}: {name}")
            elif verdict not in (EQUIVALENT, running.SURVIVED):
                wrong.append(f"listed as equivalent, but {verdict}: {module}: {name}")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
