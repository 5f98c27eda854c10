"""From a candidate to a statement that stands alone, and where it says the value."""

from __future__ import annotations

import re

from quizapp.core.extraction.candidates import extract
from quizapp.core.extraction.model import Candidate
from quizapp.core.values.edtf import parse_edtf
from quizapp.core.values.show_times import format_time

TIMES = frozenset({"year", "date", "range"})
_OPENING = re.compile(
    r"^(?:however|but|and|then|so|also|moreover|meanwhile|still|yet|thus|therefore|indeed|"
    r"pero|y|entonces|además|sin embargo|por eso|así)\b,? +",
    re.IGNORECASE,
)
_SUBJECTS = frozenset({"he", "she", "it", "they", "él", "ella", "ellos", "ellas", "éste", "esta"})
_OWNERS = frozenset({"his", "her", "its", "their"})
_WORD = re.compile(r"[^\W\d_]+")
_NOTES = re.compile(r"\[\d{1,3}\]|\[[a-z]\]|\[citation needed\]")
_YEAR = re.compile(r"\d{3,4}")
_LONGEST_SUBJECT = 8
"""Words of a subject that is put in the place of a pronoun."""


def propose(one: Candidate, code: str) -> str:
    """A statement for a candidate: its sentence, with names for pronouns and times in full.

    `code` is the language, "en" or "es". What leans on another sentence stays as it is when
    nobody can tell what it leans on; a person then words it.
    """
    text = _NOTES.sub("", one.sentence)
    text = _in_full(_OPENING.sub("", text).strip(), one, code)
    text = _with_subject(text, one.subject)
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?", "…", ".”", '."')) else text.rstrip(" ,;:") + "."


def _in_full(text: str, one: Candidate, code: str) -> str:
    """The sentence with its value as it can be understood alone: with its year, by full name."""
    shown = shown_value(one, code)
    if shown == one.text or shown in text or text.count(one.text) != 1:
        return text
    return text.replace(one.text, shown)


def shown_value(one: Candidate, code: str) -> str:
    """The value as an answer: as the text says it, or in full where the text leaves words out."""
    if one.kind == "person":
        return one.value
    if one.kind in TIMES and not _YEAR.search(one.text):
        try:
            full = format_time(parse_edtf(one.value), code)
        except ValueError:
            return one.text
        return full if _YEAR.search(full) else one.text
    return one.text.rstrip(".,;: ")


def _with_subject(text: str, subject: str) -> str:
    found = _WORD.match(text)
    if found is None or not subject[:1].isupper() or len(subject.split()) > _LONGEST_SUBJECT:
        return text  # a subject without a capital was guessed too boldly to be put into a mouth
    word, rest = found[0].lower(), text[found.end() :]
    if subject.lower().startswith(word):
        return text
    if word in _SUBJECTS and rest.startswith(" "):
        return subject + rest
    if word in _OWNERS and rest.startswith(" "):
        return subject + ("’" if subject.endswith("s") else "’s") + rest
    return text


def place_of_value(statement: str, one: Candidate, code: str) -> tuple[int, int] | None:
    """Where a statement says the candidate's value: start and end; None when it does not.

    As the text says it, or in other words for the same time, number or name.
    """
    for said in dict.fromkeys((shown_value(one, code), one.text, one.value)):
        if said and statement.count(said) == 1:
            start = statement.index(said)
            return start, start + len(said)
    for hit in extract(statement, code, keep=True).candidates:
        same = (hit.kind, hit.value, hit.unit, hit.approx)
        if same == (one.kind, one.value, one.unit, one.approx):
            said = hit.text.rstrip(".,;: ")
            return hit.start, hit.start + len(said)
    return None


def anchor_of(paragraph: str, one: Candidate, longest: int = 8) -> str:
    """A few words around the value that stand in the paragraph once; the value where that fails."""
    start, end = one.start, one.start + len(one.text)
    words = list(re.finditer(r"\S+", paragraph))
    first = next((n for n, word in enumerate(words) if word.end() > start), 0)
    last = next((n for n, word in enumerate(words) if word.end() >= end), len(words) - 1)
    while words and last - first + 1 <= longest:
        anchor = paragraph[words[first].start() : words[last].end()].strip(" ,;:()")
        if paragraph.count(anchor) == 1 and last > first + 1:
            return anchor[:200]
        if first > 0:
            first -= 1
        elif last < len(words) - 1:
            last += 1
        else:
            break
    return paragraph[start:end][:200]
