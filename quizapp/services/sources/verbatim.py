"""A place that somebody points at becomes a candidate, if the text has it word for word."""

from __future__ import annotations

from quizapp.core.extraction.candidates import extract
from quizapp.core.extraction.model import Candidate, Paragraph
from quizapp.core.extraction.sentences import split

NAMES = frozenset({"person", "place", "institution", "treaty"})
VALUES = frozenset({"year", "date", "range", "figure", "percent"})
LONGEST = 120
"""Characters of a place that is taken."""


def candidate_at(
    paragraph: Paragraph, anchor: str, kind: str, subject: str, language: str
) -> Candidate | None:
    """The candidate at a verbatim anchor that stands in the paragraph once; None otherwise.

    A name is the anchor itself. The value of a time or number is what the rules read in the
    anchor; nothing that the text does not say is taken from whoever points.
    """
    if not 1 < len(anchor) <= LONGEST or paragraph.text.count(anchor) != 1:
        return None
    start = paragraph.text.index(anchor)
    if kind in NAMES:
        return _candidate(paragraph, start, anchor, kind, anchor, subject)
    if kind not in VALUES:
        return None
    for hit in extract(anchor, language, keep=True).candidates:
        if hit.kind in VALUES:
            begin = start + hit.start
            found = _candidate(paragraph, begin, hit.text, hit.kind, hit.value, subject)
            return None if found is None else _with_unit(found, hit)
    return None


def _candidate(
    paragraph: Paragraph, start: int, text: str, kind: str, value: str, subject: str
) -> Candidate | None:
    for begin, sentence in split(paragraph.text):
        if begin <= start and start + len(text) <= begin + len(sentence):
            stands = subject if subject in paragraph.text else ""
            return Candidate(
                kind, value, "", "", text, paragraph.number, sentence, stands, ("subject",), start
            )
    return None


def _with_unit(found: Candidate, hit: Candidate) -> Candidate:
    return Candidate(
        found.kind,
        found.value,
        hit.unit,
        hit.approx,
        found.text,
        found.paragraph,
        found.sentence,
        found.subject,
        found.needs,
        found.start,
    )
