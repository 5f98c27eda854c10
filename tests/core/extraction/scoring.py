"""How well extraction does on annotated texts: strict recall and precision, per text.

`python -m tests.core.extraction.scoring` prints the figures; with `--misses` also what was
missed and what was found too much.
"""

from __future__ import annotations

import sys
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from quizapp.core.extraction.candidates import extract
from quizapp.core.extraction.model import Candidate, Extraction
from quizapp.core.values.texts import tokens as folded_words
from quizapp.core.values.word_lists import words

TEXTS = Path(__file__).parent / "texts"
HELD_OUT = TEXTS / "held_out"
UNSEEN = TEXTS / "unseen"
FRESH = TEXTS / "fresh"
SECOND = TEXTS / "second"
THIRD = TEXTS / "third"
FOURTH = TEXTS / "fourth"
FIFTH = TEXTS / "fifth"
SIXTH = TEXTS / "sixth"
SEVENTH = TEXTS / "seventh"
EIGHTH = TEXTS / "eighth"
NINTH = TEXTS / "ninth"
FOLDERS = {
    "at hand": TEXTS,
    "held out": HELD_OUT,
    "unseen": UNSEEN,
    "fresh": FRESH,
    "second": SECOND,
    "third": THIRD,
    "fourth": FOURTH,
    "fifth": FIFTH,
    "sixth": SIXTH,
    "seventh": SEVENTH,
    "eighth": EIGHTH,
    "ninth": NINTH,
}
KINDS = {
    "times": ("year", "date", "range"),
    "figures": ("figure", "percent"),
    "people": ("person",),
}
EMPTY_WORDS = frozenset(words("the a an el la los las un una of de del his her its su and y in"))


@dataclass
class Tally:
    """Counts of one class of values in one text."""

    right: int = 0
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + len(self.missed))

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + len(self.extra))

    def add(self, other: Tally) -> None:
        self.right += other.right
        self.missed += other.missed
        self.extra += other.extra


@dataclass
class Score:
    """What one text scored. `subjects` counts values whose proposed subject is right, too."""

    times: Tally = field(default_factory=Tally)
    figures: Tally = field(default_factory=Tally)
    people: Tally = field(default_factory=Tally)
    subjects: int = 0
    values: int = 0
    candidates: int = 0
    furniture: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    @property
    def as_proposed(self) -> float:
        """Share of the candidates of the annotated kinds with value and subject right."""
        return self.subjects / max(1, self.candidates)

    @property
    def after_subject(self) -> float:
        """Share that is right once the subject was edited."""
        return self.values / max(1, self.candidates)

    def add(self, other: Score) -> None:
        for name in KINDS:
            getattr(self, name).add(getattr(other, name))
        self.subjects += other.subjects
        self.values += other.values
        self.candidates += other.candidates
        self.furniture += other.furniture
        self.lost += other.lost


@cache
def score(path: Path) -> Score:
    """The score of the annotated text at `path` (its .toml)."""
    annotation = tomllib.loads(path.read_text("utf-8"))
    found = extract(path.with_suffix(".txt").read_text("utf-8"))
    result = Score()
    result.furniture = [
        f"{one.paragraph}: {one.text}"
        for one in found.candidates
        if one.paragraph in annotation["furniture"]
    ]
    result.lost = [
        f"{one.paragraph}: {one.text[:60]} ({one.reason})"
        for one in found.dropped
        if one.paragraph not in annotation["furniture"]
    ]
    wanted = {paragraph["number"]: paragraph for paragraph in annotation["paragraph"]}
    for name, kinds in KINDS.items():
        for number in sorted({*wanted, *(one.paragraph for one in found.candidates)}):
            rows = wanted.get(number, {})
            judge(result, name, rows, of_paragraph(found, number, kinds))
    return result


def of_paragraph(found: Extraction, number: int, kinds: tuple[str, ...]) -> list[Candidate]:
    chosen = [one for one in found.candidates if one.paragraph == number and one.kind in kinds]
    if kinds != ("person",):
        return chosen
    return list({one.value: one for one in reversed(chosen)}.values())


def judge(result: Score, name: str, rows: dict[str, Any], found: list[Candidate]) -> None:
    """Each annotated value takes one candidate of its value at its place."""
    tally: Tally = getattr(result, name)
    left = list(rows.get(name, []))
    optional = rows.get("optional", [])
    for one in found:
        row = next((row for row in left if agrees(name, row, one)), None)
        if row is None:
            if not any(overlap(text, one.text) for text in optional):
                tally.extra.append(f"{one.paragraph}: {one.value} {one.unit} ({one.text})")
                result.candidates += 1
            continue
        left.remove(row)
        tally.right += 1
        result.candidates += 1
        result.values += 1
        result.subjects += right_subject(row[-1], one)
    paragraph = rows.get("number")
    tally.missed += [f"{paragraph}: {row[:-1]}" for row in left if row[0] not in optional]


def agrees(name: str, row: list[str], one: Candidate) -> bool:
    if row[1] != one.value or (name != "people" and not overlap(row[0], one.text)):
        return False
    if name != "figures":
        return True
    return row[3] == one.approx and (row[2] == one.unit or loose(row[2], one.unit))


def loose(wanted: str, unit: str) -> bool:
    """A bare share ("two-fifths were women") may be told with or without its noun."""
    return not wanted or (not unit and wanted[0].islower() and wanted != "percent")


def overlap(wanted: str, text: str) -> bool:
    return wanted in text or text in wanted


def right_subject(expected: str, one: Candidate) -> bool:
    """Whether the proposed subject names one of the expected ones, with a few words more."""
    guess = content(one.subject)
    for way in expected.split("|"):
        want = content(way)
        if want and guess and (want <= guess or guess <= want) and len(guess) <= len(want) + 5:
            return True
    return False


def content(text: str) -> set[str]:
    return set(folded_words(text)) - EMPTY_WORDS or set(folded_words(text))


def total(folder: Path) -> Score:
    """All texts of a folder together."""
    result = Score()
    for path in sorted(folder.glob("*.toml")):
        result.add(score(path))
    return result


def line(name: str, result: Score) -> str:
    cells = [
        f"{kind} {getattr(result, kind).recall:.3f}/{getattr(result, kind).precision:.3f}"
        f" ({getattr(result, kind).right})"
        for kind in KINDS
    ]
    return (
        f"{name:12} {' · '.join(cells)} · as proposed {result.as_proposed:.2f}"
        f" · subject edited {result.after_subject:.2f} · furniture {len(result.furniture)}"
    )


def report(*, misses: bool) -> list[str]:
    """The figures per text and in all, in the order in which the rules met the texts."""
    lines: list[str] = []
    for title, folder in FOLDERS.items():
        for path in sorted(folder.glob("*.toml")):
            one = score(path)
            lines.append(line(path.stem, one))
            for kind in KINDS if misses else ():
                tally = getattr(one, kind)
                lines += [f"    missed {kind} {text}" for text in tally.missed]
                lines += [f"    extra {kind} {text}" for text in tally.extra]
            lines += [f"    furniture {text}" for text in one.furniture]
            lines += [f"    lost {text}" for text in one.lost]
        lines.append(line(title, total(folder)))
    return lines


if __name__ == "__main__":
    sys.stdout.write("\n".join(report(misses="--misses" in sys.argv)) + "\n")
