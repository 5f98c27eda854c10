"""A change of a fact as it is typed, and the fact that it means."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from quizapp.core.facts.changes import with_changes
from quizapp.core.facts.model import Fact
from quizapp.services.facts.values import Unreadable, read_value, value_words

LONGEST = {"statement": 1000, "value": 120, "answer": 400, "accept": 2000, "reason": 300}
MOST_ACCEPTED = 20


@dataclass(frozen=True, slots=True)
class Draft:
    """A change as it was typed. `accept` holds one form a line."""

    statement: str
    value: str
    answer: str
    accept: str
    reason: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What keeps a change from being saved: a code with its values, at a field or at none ("")."""

    field: str
    code: str
    values: Mapping[str, str] = dataclasses.field(default_factory=dict)


class ChangeRefused(Exception):
    """The change cannot be saved as it is; nothing was stored."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("change refused")
        self.problems = problems


def draft_of(fact: Fact, language: str, reason: str = "") -> Draft:
    """A fact as the form shows it, its value in words of this language."""
    return Draft(
        fact.statement,
        value_words(fact.kind.value, fact.value, fact.unit, fact.approx, language),
        fact.answer,
        "\n".join(fact.accept),
        reason,
    )


def fact_of(draft: Draft, before: Fact, language: str) -> Fact:
    """The fact that a draft means. Raises ChangeRefused with all that is wrong."""
    problems = [*_lengths(draft), *_empty(draft)]
    value: dict[str, str] = {}
    try:
        value = read_value(before, draft.value[: LONGEST["value"]], language)
    except Unreadable as error:
        problems.append(Problem("value", error.code, error.values))
    accept = tuple(line for text in draft.accept.splitlines() if (line := _tidy(text)))
    if len(accept) > MOST_ACCEPTED:
        problems.append(Problem("accept", "too_many", {"number": str(MOST_ACCEPTED)}))
    if problems:
        raise ChangeRefused(*problems)
    wanted = {"statement": _tidy(draft.statement), "answer": _tidy(draft.answer), "accept": accept}
    return with_changes(before, {**wanted, **value})


def _lengths(draft: Draft) -> list[Problem]:
    return [
        Problem(name, "too_long", {"number": str(most)})
        for name, most in LONGEST.items()
        if len(getattr(draft, name)) > most
    ]


def _empty(draft: Draft) -> list[Problem]:
    needed = ("statement", "answer", "reason")
    return [Problem(name, "missing") for name in needed if not getattr(draft, name).strip()]


def _tidy(text: str) -> str:
    """One line without control signs and doubled spaces."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
