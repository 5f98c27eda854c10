"""What a rule of a check is, and how many of them are asked of the database at once.

A rule's statement gives the row's key, one column after another, and last what was seen there.
Parameter: `far`, the instant after which hardly anything may lie.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, select

AT_ONCE = 40
"""Rules that one statement asks about."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Rows of `table` that `statement` selects are wrong in the way that `code` names."""

    code: str
    table: str
    statement: Select[Any]


@dataclass(frozen=True, slots=True)
class Probe:
    """Some rules, and one statement that says of each in a column whether any row breaks it."""

    rules: tuple[Rule, ...]
    statement: Select[Any]


def probes(rules: tuple[Rule, ...]) -> Iterator[Probe]:
    """The rules in groups: where all is well a group costs one statement."""
    for begin in range(0, len(rules), AT_ONCE):
        group = rules[begin : begin + AT_ONCE]
        asked: list[Any] = [rule.statement.exists() for rule in group]
        yield Probe(group, select(*asked))


def suspects(connection: Connection, probe: Probe, **values: Any) -> list[Rule]:
    """The rules of this group that some row breaks. `values` are what rules may ask for."""
    found = connection.execute(probe.statement, values).one()
    return [rule for rule, broken_by_some in zip(probe.rules, found, strict=True) if broken_by_some]


def broken(connection: Connection, rule: Rule, **values: Any) -> Iterator[tuple[str, str]]:
    """The rows that break a rule: their keys, and what was seen there.

    `values` are what rules may ask for; one that asks for less leaves the others.
    """
    for row in connection.execute(rule.statement, values, execution_options={"yield_per": 500}):
        *key, seen = row
        yield "/".join(map(str, key)), str(seen)
