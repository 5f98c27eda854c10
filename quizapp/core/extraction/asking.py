"""The words with which a fact from a text is asked for: the question, and what stands for it."""

from __future__ import annotations

import re

from quizapp.core.extraction.proposing import TIMES
from quizapp.core.values.edtf import parse_edtf

GAP = "_____"
_BEFORE_TIME = re.compile(r"\b(in|on|by|since|until|till|from|during|before|after|around|of)$")
_OWNS = ("'s", "’s")
_SPAN = re.compile(
    r"^(?:from|between|since|until|till|by|during|in|on|before|after)\s", re.IGNORECASE
)
_NUMBER = re.compile(
    r"^(?P<hedge>\D*?)(?P<number>\d[\d.,]*(?: (?:thousand|million|billion|trillion))?)"
    r" (?P<unit>[^\W\d_].*)$"
)
_ENDING = re.compile(r"[.!…]+[\"”’»)]*$")
_MISSING = {
    "en": {
        "year": "Which year is missing?",
        "date": "Which date is missing?",
        "range": "Which time is missing?",
        "figure": "Which number is missing?",
        "percent": "Which percentage is missing?",
        "person": "Who is missing?",
        "place": "Which place is missing?",
        "institution": "Which institution is missing?",
        "treaty": "Which treaty is missing?",
        "": "What is missing?",
    },
    "es": {
        "year": "¿Qué año falta?",
        "date": "¿Qué fecha falta?",
        "range": "¿Qué tiempo falta?",
        "figure": "¿Qué número falta?",
        "percent": "¿Qué porcentaje falta?",
        "person": "¿Quién falta?",
        "place": "¿Qué lugar falta?",
        "institution": "¿Qué institución falta?",
        "treaty": "¿Qué tratado falta?",
        "": "¿Qué falta?",
    },
}
_TIME_WORDS = {
    "year": "which year",
    "month": "which month",
    "day": "which date",
    "decade": "which decade",
    "century": "which century",
}


def ask(statement: str, kind: str, value: str, start: int, end: int, code: str) -> str:
    """A question sentence for the value that a statement says from `start` to `end`.

    English: the statement with the question word in its place where that reads well; else, and
    in Spanish, the statement with a gap and what is missing.
    """
    before, said, after = statement[:start], statement[start:end], statement[end:]
    if code == "en" and _ENDING.search(statement):
        worded = ""
        if kind in TIMES:
            worded = _time(before, said, value)
        elif kind == "figure":
            worded = _figure(before, said)
        elif kind == "person" and not before:
            worded, after = ("Whose", after[2:]) if after[:2] in _OWNS else ("Who", after)
        if worded:
            return _ENDING.sub("?", before + worded + after)
    words = _MISSING.get(code, _MISSING["en"])
    return f"{words.get(kind, words[''])} {before}{GAP}{after}"


def _time(before: str, said: str, value: str) -> str:
    """What stands for a time behind its preposition, "" where it has none."""
    try:
        word = _TIME_WORDS.get(parse_edtf(value).precision, "")
    except ValueError:
        return ""
    own = _SPAN.match(said)
    if not before or not word or own:
        return ""
    lead = _BEFORE_TIME.search(before.rstrip())
    if lead is None or not before.endswith(" "):
        return ""
    return word if lead[1] != "of" or word == "which year" else ""


def _figure(before: str, said: str) -> str:
    """What asks for a number: only where digits stand before what they count."""
    found = _NUMBER.match(said)
    if found is None or not before or found["hedge"].strip().lower() in ("some", "a", "another"):
        return ""
    return f"{found['hedge']}how many {found['unit']}"


def gap(said: str, kind: str, unit: str) -> str:
    """The part of a value that a learner fills in: the number alone where its unit can stay."""
    if kind == "figure" and unit and said.endswith(f" {unit}"):
        return said[: -len(unit) - 1].removesuffix(" de").removesuffix(" of")
    return said


def cue(statement: str, subject: str, start: int, end: int) -> str:
    """What a value belongs to, as feedback names it: the event without its time, or the subject."""
    before, after = statement[:start].rstrip(), statement[end:]
    if not after.strip(" .!?…") and len(before.split()) <= 14:
        lead = _BEFORE_TIME.search(before)
        short = before[: lead.start()].rstrip(" ,") if lead else ""
        if short and " " in short:
            return short
    return subject or statement.rstrip(".")
