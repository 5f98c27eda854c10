"""What a change of a fact means: another value, or the same one in better words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Protocol

from quizapp.core.facts.model import NUMBER_KINDS, TIME_KINDS, Fact, FactKind
from quizapp.core.values.numbers import parse_value
from quizapp.core.values.texts import fold
from quizapp.core.values.times import parse_edtf

CHANGEABLE = ("statement", "value", "unit", "approx", "answer", "accept")
"""What a school may change in a shipped fact."""

SHOWN = (
    *CHANGEABLE,
    *("kind", "topic", "ask", "according_to", "as_of", "source", "paragraph", "anchor"),
    *("importance", "status", "disagreement"),
)
"""What readers of a fact's history are told about; the rest serves the making of questions."""


class Said(Protocol):
    """What a stored fact says, as far as its value goes. `kind` is the kind's value."""

    @property
    def kind(self) -> str:
        """The kind."""

    @property
    def value(self) -> str:
        """The EDTF value or the number, "" for texts."""

    @property
    def unit(self) -> str:
        """The unit of a number."""

    @property
    def approx(self) -> str:
        """The hedge."""

    @property
    def answer(self) -> str:
        """The shown form."""


def same_value(before: Said, after: Fact) -> bool:
    """Whether who learned `before` knows `after`: a change of wording, not of value.

    A time or a figure is its value with unit and hedge, however the answer is written. A text is
    the same while its old answer still counts as right.
    """
    sort = _sort(FactKind(before.kind))
    if sort != _sort(after.kind):
        return False
    if sort == "time":
        return _same_time(before.value, after.value)
    if sort == "number":
        first = parse_value(before.value, fold(before.unit), before.approx)
        return first == parse_value(after.value, fold(after.unit), after.approx)
    return fold(before.answer) in {fold(text) for text in (after.answer, *after.accept)}


def _sort(kind: FactKind) -> str:
    return "time" if kind in TIME_KINDS else "number" if kind in NUMBER_KINDS else "text"


def _same_time(before: str, after: str) -> bool:
    return before == after or parse_edtf(before) == parse_edtf(after)


def with_changes(fact: Fact, changes: Mapping[str, Any]) -> Fact:
    """The fact with a school's changes. A gap that its statement no longer has is forgotten."""
    given: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in changes.items()
        if name in CHANGEABLE
    }
    changed = replace(fact, **given)
    if changed.gap and changed.statement.casefold().count(changed.gap.casefold()) != 1:
        return replace(changed, gap="", gap_accept=())
    return changed


def changes_between(shipped: Fact, wanted: Fact) -> dict[str, Any]:
    """The changeable keys that differ, with their values in `wanted`, as JSON knows them."""
    found = {}
    for name in CHANGEABLE:
        value = getattr(wanted, name)
        if value != getattr(shipped, name):
            found[name] = list(value) if isinstance(value, tuple) else value
    return found


def touches(changes: Iterable[str], before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether a newer shipped content says something else where readers look, or where changed."""
    return any(before.get(name) != after.get(name) for name in {*SHOWN, *changes})


def fits(fact: Fact) -> bool:
    """Whether the fact's value can be read as its kind wants it, and nothing shown is empty."""
    if not (fact.statement.strip() and fact.answer.strip()):
        return False
    try:
        if fact.is_time:
            parse_edtf(fact.value)
        elif fact.is_number:
            parse_value(fact.value, fact.unit, fact.approx)
    except ValueError:
        return False
    return bool(fact.value) == (fact.is_time or fact.is_number)
