"""How fast questions are made and linted: python -m tests.bench.bank_speed [ROUNDS].

Prints questions per second of the processor (other programs on the machine hardly count) for
building, for linting and for both, the best of the rounds; for both also the first round, when
nothing is remembered yet; and how many other questions one changed fact changes at most (in
percent).
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from time import process_time

from quizapp.core.bank.anchors import place_words
from quizapp.core.bank.build import build_bank
from quizapp.core.bank.lint import lint_bank
from quizapp.core.bank.render import shifted_edtf, shifted_text
from quizapp.core.facts.load import load_facts, parse_sources
from quizapp.core.facts.model import Fact, Source
from tests.bench.figures import yardstick

FOLDER = Path(__file__).resolve().parents[2] / "questions"


def material() -> tuple[tuple[Source, ...], tuple[Fact, ...]]:
    sources = parse_sources((FOLDER / "sources.toml").read_text("utf-8"), "sources.toml")
    files = {path.name: path.read_text("utf-8") for path in (FOLDER / "facts").glob("*.toml")}
    return sources, load_facts(files, sources)


def speed(rounds: int) -> dict[str, float]:
    """Questions per second, the best of so many rounds."""
    sources, facts = material()
    words = place_words(json.loads((FOLDER / "bank" / "anchors.json").read_bytes()))
    built, linted, both = [], [], []
    questions = 0
    for _ in range(rounds):
        begin = process_time()
        bank = build_bank(sources, facts)
        middle = process_time()
        lint_bank(bank, words)
        end = process_time()
        questions = len(bank.questions)
        built.append(middle - begin)
        linted.append(end - middle)
        both.append(end - begin)
    return {
        "questions": questions,
        "built_per_second": round(questions / min(built)),
        "linted_per_second": round(questions / min(linted)),
        "both_per_second": round(questions / min(both)),
        "both_in_the_first_round": round(questions / both[0]),
    }


def ripple() -> dict[str, float | str]:
    """The fact whose change touches most other questions, and their share in percent."""
    sources, facts = material()
    before = {question.id: question for question in build_bank(sources, facts).questions}
    worst, name = 0, ""
    for fact in facts:
        rest = [changed(item) if item is fact else item for item in facts]
        after = {question.id: question for question in build_bank(sources, rest).questions}
        touched = sum(
            before.get(key) != after.get(key)
            for key in before.keys() | after.keys()
            if fact.id not in (before.get(key) or after[key]).facts
        )
        if touched > worst:
            worst, name = touched, fact.id
    return {"fact": name, "percent_of_other_questions": round(100 * worst / len(before), 2)}


def changed(fact: Fact) -> Fact:
    """The fact with a value that is a little different."""
    if fact.is_time:
        years = 10 if "X" in fact.value else 1
        return replace(
            fact,
            value=shifted_edtf(fact.value, years),
            answer=shifted_text(fact.answer, years),
        )
    return replace(fact, answer=f"{fact.answer} too")


if __name__ == "__main__":
    figures = speed(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
    sys.stdout.write(
        json.dumps({"yardstick": yardstick(), **figures, "ripple": ripple()}, indent=1) + "\n"
    )
