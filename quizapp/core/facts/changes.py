"""What a change of a fact means: another value, or the same one in better words."""

from __future__ import annotations

import re
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


_ASKING = (
    *("ask", "cue", "cue_long", "ask_reverse", "reverse_answer", "gap"),
    *("group_question", "group_ask", "ask_largest"),
)
_ASKING_LISTS = ("gap_accept", "reverse_accept")
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")


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
    """The fact with a school's changes, in all of its words.

    Where the words to ask with hold the old answer, they hold the new one; a way to ask back that
    still says the old value is given up. So is a gap that the statement no longer has, and a
    false statement that was written for the old one.
    """
    given: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in changes.items()
        if name in CHANGEABLE
    }
    changed = _without_old(_reworded(fact, replace(fact, **given)), fact)
    if (changed.statement, changed.answer) != (fact.statement, fact.answer):
        changed = replace(changed, false_statement="")
    if changed.gap and changed.statement.casefold().count(changed.gap.casefold()) != 1:
        return replace(changed, gap="", gap_accept=())
    return changed


def stale_words(before: Fact, after: Fact) -> tuple[str, ...]:
    """Words to ask with that still hold a number of the old value alone; nothing can mend them."""
    old = _old_numbers(before, after)
    return tuple(text for text in (after.ask, after.cue) if old & set(_NUMBER.findall(text)))


def _reworded(before: Fact, after: Fact) -> Fact:
    spellings = [pair for pair in _spellings(before, after) if pair[0] and pair[0] != pair[1]]
    if not spellings:
        return after
    texts = {name: str(getattr(after, name)) for name in _ASKING}
    lists = {name: tuple[str, ...](getattr(after, name)) for name in _ASKING_LISTS}
    for old, new in spellings:
        texts = {name: _respelled(text, old, new) for name, text in texts.items()}
        lists = {
            name: tuple(_respelled(text, old, new) for text in several)
            for name, several in lists.items()
        }
    words: dict[str, Any] = {**texts, **lists}
    return replace(after, **words)


def _respelled(text: str, old: str, new: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", lambda _: new, text)


def _spellings(before: Fact, after: Fact) -> list[tuple[str, str]]:
    """How the old value is written, and the new one in the same way."""
    pairs = [(before.answer, after.answer)]
    old, new = before.value.split("/"), after.value.split("/")
    if before.is_time and len(old) == len(new) == 2:
        joiners = (" to ", "–", "-", " and ", " through ")
        pairs += [(joiner.join(old), joiner.join(new)) for joiner in joiners]
    return pairs


def _without_old(after: Fact, before: Fact) -> Fact:
    old = _old_numbers(before, after)
    backwards = " ".join((after.ask_reverse, after.reverse_answer, *after.reverse_accept))
    gone: dict[str, Any] = {}
    if old & set(_NUMBER.findall(backwards)):
        gone |= {"ask_reverse": "", "reverse_answer": "", "reverse_class": "", "reverse_accept": ()}
    if old & set(_NUMBER.findall(after.cue_long)):
        gone |= {"cue_long": ""}
    return replace(after, **gone) if gone else after


def _old_numbers(before: Fact, after: Fact) -> set[str]:
    """Numbers that the old value has and the new one has not."""
    texts = [f"{fact.value} {fact.answer}" for fact in (before, after)]
    old, new = (set(_NUMBER.findall(text)) for text in texts)
    return old - new


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
