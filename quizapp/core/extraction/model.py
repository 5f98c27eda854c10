"""What extraction finds: lines dropped, values, and candidates for facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Dropped(NamedTuple):
    """A line that says nothing about the world. `reason` is a code such as "menu"."""

    paragraph: int
    text: str
    reason: str


class Paragraph(NamedTuple):
    """A line of running text. `number` counts the non-empty lines of the text from 1."""

    number: int
    text: str


class Hit(NamedTuple):
    """A value in a sentence: tokens `first`..`last` (last exclusive) say it.

    `value` is written as in a fact: EDTF for times, a number or a span "100/400" for figures,
    the full name for names. `kind` is that of a fact.
    """

    kind: str
    value: str
    first: int
    last: int
    unit: str = ""
    approx: str = ""


class Candidate(NamedTuple):
    """A proposal for a fact.

    `text` stands in `sentence` word for word, `sentence` in the paragraph; `start` is where
    `text` begins in the paragraph, in characters. `needs` names what a person must supply
    before the candidate can be approved.
    """

    kind: str
    value: str
    unit: str
    approx: str
    text: str
    paragraph: int
    sentence: str
    subject: str
    needs: tuple[str, ...]
    start: int


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in a text, in reading order; `language` is "en" or "es"."""

    language: str
    candidates: tuple[Candidate, ...]
    dropped: tuple[Dropped, ...]
    paragraphs: tuple[Paragraph, ...]
