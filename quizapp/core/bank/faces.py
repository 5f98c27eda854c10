"""A fact has faces: the side that asks for its answer, and the side that asks back.

A face carries its stem, the right answer and the pool of answers it may be compared with.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizapp.core.bank.wording import capitalised, wording
from quizapp.core.facts.model import Fact, FactKind
from quizapp.core.facts.truth import time_of
from quizapp.core.values.times import TimeValue, ends

_DIGIT = re.compile(r"\d")
_TELLING = frozenset({FactKind.CAUSE, FactKind.CONCEPT})


@dataclass(frozen=True, slots=True)
class Face:
    """One side of a fact. `pool` names the answers of the same kind and form."""

    fact: Fact
    slot: str
    stem: str
    answer: str
    accept: tuple[str, ...]
    pool: tuple[str, ...]

    @property
    def forward(self) -> bool:
        """Whether the face asks for the fact's own answer."""
        return self.slot == ""


def forward(fact: Fact) -> Face:
    """The face that asks for the fact's answer."""
    return Face(fact, "", fact.ask, fact.answer, fact.accept, pool_of(fact))


def reverse(fact: Fact) -> Face | None:
    """The face that gives the value and asks what it belongs to; None where it has none."""
    if not fact.ask_reverse:
        return None
    answer = fact.reverse_answer or fact.cue
    pool = ("reverse", fact.predicate)
    return Face(fact, "reverse", fact.ask_reverse, answer, fact.reverse_accept, pool)


def pool_of(fact: Fact) -> tuple[str, ...]:
    """The name of the pool that a fact's answer belongs to: same kind, form and class."""
    if fact.is_time:
        return ("time", time_form(fact))
    if fact.is_number:
        form = "span" if "/" in fact.value else "single"
        return ("number", form, fact.answer_class or fact.unit)
    return ("text", fact.answer_class or f"only {fact.id}")


def time_form(fact: Fact) -> str:
    """How a time is written: a year, a month, a span of years, or a pattern of words."""
    value = time_of(fact)
    if value.precision != "range":
        return value.precision if plain_point(value) else _pattern(fact.answer)
    if plain_span(value):
        return "years"
    return _pattern(fact.answer)


def plain_point(value: TimeValue) -> bool:
    """Whether a single time is stated without any doubt."""
    return value.precision != "range" and not (value.approximate or value.uncertain)


def plain_span(value: TimeValue) -> bool:
    """Whether a span runs from one stated year to another."""
    start, end = ends(value)
    if value.precision != "range" or start is None or end is None:
        return False
    return start.precision == end.precision == "year" and not (value.approximate or value.uncertain)


def feedback(fact: Fact) -> str:
    """What a wrongly chosen answer really is: "The French air mission: 1919–21."."""
    words = wording(fact.language)
    if fact.kind in _TELLING:
        return (words.those_are if fact.plural else words.that_is).format(cue=fact.cue)
    return words.value_of.format(answer=fact.answer, cue=capitalised(fact.cue))


def _pattern(text: str) -> str:
    return _DIGIT.sub("#", text)
