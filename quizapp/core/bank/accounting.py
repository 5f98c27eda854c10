"""Accounts for every date, number and name of a source: by a fact, or by a reason not to.

The tokens of a paragraph are kept in the anchor lock as hashes, so that the account can be
made without the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from quizapp.core.bank.words import NUMBERS, in_figures, parts, tokens, word_hash
from quizapp.core.facts.errors import FactFileError
from quizapp.core.facts.model import Fact
from quizapp.core.facts.tables import check_keys, read_document, tables

_FIGURE = re.compile(r"\d(?:[\w,.]*\w)?")
_NAME = re.compile(r"(?<![.?!:] )(?<![.?!:]  )(?<!^)(?<![\w.'’])[A-ZÁÉÍÓÚÑ][\w'’.-]*")
_NO_NAMES = frozenset(["i", "s"])
_KEYS = {"source": "text", "paragraph": "number", "token": "text", "reason": "text"}
_REQUIRED = frozenset(_KEYS) - {"token"}


@dataclass(frozen=True, slots=True)
class Ignored:
    """A token of a paragraph (0: of any) that no fact states, and why; "" for all of it."""

    source: str
    paragraph: int
    token: str
    reason: str


def claims(text: str) -> frozenset[str]:
    """The folded tokens of a paragraph that claim something: figures, dates, names."""
    text = in_figures(text)
    found: set[str] = set()
    for hit in (*_FIGURE.findall(text), *_NAME.findall(text)):
        found |= set(_parts(hit))
    found |= {str(NUMBERS[word]) for word in tokens(text) if word in NUMBERS and NUMBERS[word] > 1}
    return frozenset(found - _NO_NAMES)


def stated(facts: Iterable[Fact]) -> frozenset[str]:
    """The folded tokens that facts state, small numbers also as digits."""
    found: set[str] = set()
    for fact in facts:
        texts = (fact.statement, fact.answer, fact.ask, fact.value, fact.subject, *fact.accept)
        for text in texts:
            found |= set(_parts(text))
    return frozenset(found | {str(NUMBERS[word]) for word in found if word in NUMBERS})


def unaccounted(
    source: str, lock: Mapping[str, Any], facts: Iterable[Fact], ignored: Iterable[Ignored]
) -> tuple[tuple[int, str], ...]:
    """(paragraph, hash) of every token of a source that neither a fact nor a reason covers."""
    facts = tuple(facts)
    locked = lock.get("sources", {}).get(source, {}).get("claims", {})
    missing = []
    for name, hashes in locked.items():
        here = [fact for fact in facts if fact.source == source and str(fact.paragraph) == name]
        known = {word_hash(word) for word in stated(here)}
        known |= {
            word_hash(word)
            for item in ignored
            if item.source == source and item.paragraph in (0, int(name))
            for word in _parts(item.token)
        }
        missing += [(int(name), item) for item in hashes if item not in known]
    return tuple(sorted(missing))


def parse_ignored(text: str, name: str) -> tuple[Ignored, ...]:
    """The ignore list. Raises FactFileError with all that is wrong."""
    found = tables(read_document(text, name), text, name, "ignored")
    problems = [problem for table in found for problem in check_keys(table, _KEYS, _REQUIRED)]
    if problems:
        raise FactFileError(tuple(problems))
    return tuple(
        Ignored(
            table.text("source"),
            table.number("paragraph"),
            table.text("token"),
            table.text("reason"),
        )
        for table in found
    )


def _parts(text: str) -> tuple[str, ...]:
    """The tokens of a text; the 1950s as 1950."""
    return tuple(word.removesuffix("s") if word.endswith("0s") else word for word in parts(text))
