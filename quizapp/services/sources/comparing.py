"""What a candidate repeats or contradicts among the facts that its teacher can see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from quizapp.core.bank.words import tokens
from quizapp.core.facts.model import Fact
from quizapp.core.values.texts import fold
from quizapp.core.values.word_lists import words

ALIKE = 0.6
"""Share of their words (without the value) that two statements of one question have in common."""
MOST = 3
_SMALL = frozenset(
    words(
        """
    the a an of in on at to for and or by from with as is was were be been its their his her
    that this which el la los las un una de del en y o por con que se su al fue era
    """
    )
)
_FAMILIES = {"year": "time", "date": "time", "range": "time", "figure": "number"}


@dataclass(frozen=True, slots=True)
class Similar:
    """An approved fact beside a candidate: the same once more, or another value for the same."""

    statement: str
    answer: str
    source: str
    same_value: bool


@dataclass(frozen=True, slots=True)
class Known:
    """An approved fact, its words without the value kept ready."""

    number: int
    family: str
    words: frozenset[str]
    value: tuple[str, ...]
    statement: str
    answer: str
    source: str


def known(rows: Iterable[Any]) -> list[Known]:
    """Stored facts made ready to be compared."""
    return [
        Known(
            row.id,
            _family(row.kind),
            _words(row.statement, row.answer),
            _value(row.kind, row.value, row.unit, row.approx, row.answer),
            row.statement,
            row.answer,
            row.short_title,
        )
        for row in rows
    ]


def similar(fact: Fact, facts: Iterable[Known], but: int | None = None) -> tuple[Similar, ...]:
    """Facts that answer the same question as this one, the closest first; `but` is left out."""
    own = _words(fact.statement, fact.answer)
    family = _family(fact.kind.value)
    value = _value(fact.kind.value, fact.value, fact.unit, fact.approx, fact.answer)
    found = []
    for other in facts:
        if other.number == but or other.family != family or _told_together(fact, other):
            continue
        share = len(own & other.words) / max(1, len(own | other.words))
        if share >= ALIKE:
            same = other.value == value
            found.append((-share, Similar(other.statement, other.answer, other.source, same)))
    found.sort(key=lambda pair: pair[0])
    return tuple(one for _share, one in found[:MOST])


def _told_together(fact: Fact, other: Known) -> bool:
    """Whether both values stand in both statements: two facts of one sentence, no contradiction."""
    apart = fold(fact.answer) != fold(other.answer)
    return apart and other.answer in fact.statement and fact.answer in other.statement


def _family(kind: str) -> str:
    return _FAMILIES.get(kind, kind)


def _value(kind: str, value: str, unit: str, approx: str, answer: str) -> tuple[str, ...]:
    if _family(kind) in ("time", "number", "percent"):
        return (value, unit, approx)
    return (fold(answer),)


def _words(statement: str, answer: str) -> frozenset[str]:
    """The telling words of a statement without its value."""
    return frozenset(tokens(statement.replace(answer, " ", 1))) - _SMALL
