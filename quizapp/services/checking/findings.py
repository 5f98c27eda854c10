"""What a check found, kept within bounds however much is wrong."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from quizapp.services.checking.codes import CODES

SHOWN = 20
"""Findings of one kind in one table that are told; of the others the number."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One row that is not as it should be. `row` is its key; `seen` what stands there."""

    code: str
    table: str
    row: str
    seen: str = ""

    @property
    def what(self) -> str:
        """What is wrong, in words."""
        meaning = CODES[self.code][0]
        return f"{meaning} ({self.seen})" if self.seen else meaning

    @property
    def cure(self) -> str:
        """What to do about it."""
        return CODES[self.code][1]


@dataclass(slots=True)
class Report:
    """Findings as they come; `proven` counts what was looked at, by name."""

    findings: list[Finding] = field(default_factory=list)
    proven: dict[str, int] = field(default_factory=dict)
    left_out: int = 0
    _told: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, code: str, table: str, row: object, seen: object = "") -> None:
        """Note a finding, or only count it when there are many of its kind."""
        self._told[code, table] += 1
        if self._told[code, table] > SHOWN:
            self.left_out += 1
            return
        text = " ".join(str(seen).split())
        self.findings.append(Finding(code, table, str(row), text[:200]))

    def count(self, name: str, number: int = 1) -> None:
        """Note that so many things were looked at."""
        self.proven[name] = self.proven.get(name, 0) + number

    def as_json(self) -> dict[str, Any]:
        """{"ok", "proven": {name: count}, "findings": [{code, table, row, what, cure}], …}."""
        return {
            "ok": not self.findings,
            "proven": self.proven,
            "findings": [
                {
                    "code": one.code,
                    "table": one.table,
                    "row": one.row,
                    "what": one.what,
                    "cure": one.cure,
                }
                for one in self.findings
            ],
            "left_out": self.left_out,
        }
