"""Proof that each fact's anchor stands in its source, with the text or without it.

With the text at hand the anchors are looked up in it. The lock remembers the result as hashes
(of the source, of each cited paragraph and of each anchor), so that a machine without the text
can still tell that nothing changed since.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from quizapp.core.bank.accounting import claims
from quizapp.core.bank.words import tokens, word_hash
from quizapp.core.facts.model import Fact, Source

FORMAT = 1


@dataclass(frozen=True, slots=True)
class AnchorProblem:
    """A fact (or a whole source, `fact` "") whose place in the text is not proven."""

    code: str
    source: str
    fact: str
    message: str


def paragraphs_of(text: str) -> tuple[str, ...]:
    """The non-empty lines of a source file; a fact's `paragraph` counts them from 1."""
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def digest(text: str) -> str:
    """The SHA-256 of a text in hexadecimal."""
    return sha256(text.encode()).hexdigest()


def place_words(lock: Mapping[str, Any]) -> dict[tuple[str, int], frozenset[str]]:
    """The word hashes of each cited paragraph, by source id and paragraph."""
    return {
        (source, int(number)): frozenset(words)
        for source, locked in lock.get("sources", {}).items()
        for number, words in locked.get("words", {}).items()
    }


def check_text(source: Source, facts: Iterable[Fact], text: str) -> list[AnchorProblem]:
    """What is not as it should be when the facts of a source are looked up in its text."""
    problems = []
    if digest(text) != source.text_hash:
        message = f"the text of {source.file} is not the one that sources.toml names"
        problems.append(AnchorProblem("E18", source.id, "", message))
    lines = paragraphs_of(text)
    for fact in facts:
        count = text.count(fact.anchor)
        if count != 1:
            message = f"the anchor {fact.anchor!r} stands {count} times in the source, not once"
            problems.append(AnchorProblem("E01", source.id, fact.id, message))
        elif fact.paragraph > len(lines) or fact.anchor not in lines[fact.paragraph - 1]:
            message = f"the anchor {fact.anchor!r} is not in paragraph {fact.paragraph}"
            problems.append(AnchorProblem("E01", source.id, fact.id, message))
    return problems


def make_lock(
    sources: Iterable[Source], facts: Iterable[Fact], texts: Mapping[str, str]
) -> dict[str, Any]:
    """The lock of all sources whose text is given (source id to text)."""
    all_facts = tuple(facts)
    locked = {}
    for source in sources:
        if source.id in texts:
            mine = [fact for fact in all_facts if fact.source == source.id]
            locked[source.id] = _lock_one(mine, texts[source.id])
    return {"format": FORMAT, "sources": locked}


def _lock_one(facts: list[Fact], text: str) -> dict[str, Any]:
    lines = paragraphs_of(text)
    cited = sorted({fact.paragraph for fact in facts if fact.paragraph <= len(lines)})
    return {
        "text": digest(text),
        "paragraphs": {str(number): digest(lines[number - 1]) for number in cited},
        "words": {str(number): sorted(_hashes(lines[number - 1])) for number in cited},
        "claims": {
            str(number): sorted(word_hash(word) for word in claims(lines[number - 1]))
            for number in cited
        },
        "anchors": {
            fact.id: {
                "anchor": digest(fact.anchor),
                "paragraph": fact.paragraph,
                "count": text.count(fact.anchor),
                "here": fact.paragraph in cited and fact.anchor in lines[fact.paragraph - 1],
            }
            for fact in facts
        },
    }


def _hashes(line: str) -> set[str]:
    """Hashes of the words of a paragraph; 1,200 also as 1200."""
    return {word_hash(word) for text in (line, line.replace(",", "")) for word in tokens(text)}


def check_lock(
    source: Source, facts: Iterable[Fact], lock: Mapping[str, Any]
) -> list[AnchorProblem]:
    """The same as `check_text`, by what the lock remembers."""
    locked = lock.get("sources", {}).get(source.id)
    if locked is None:
        message = "the anchor lock does not know this source: build once with its text"
        return [AnchorProblem("E18", source.id, "", message)]
    problems = []
    if locked.get("text") != source.text_hash:
        message = "the anchor lock was made from another text than sources.toml names"
        problems.append(AnchorProblem("E18", source.id, "", message))
    for fact in facts:
        row = locked.get("anchors", {}).get(fact.id)
        proven = row is not None and (
            row["anchor"] == digest(fact.anchor)
            and row["paragraph"] == fact.paragraph
            and row["count"] == 1
            and row["here"]
        )
        if not proven:
            message = f"the anchor lock does not prove the anchor {fact.anchor!r}"
            problems.append(AnchorProblem("E01", source.id, fact.id, message))
    return problems
