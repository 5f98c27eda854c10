"""Kinds of facts, parts of a fact and problems of a change in words."""

from __future__ import annotations

from datetime import datetime

from quizapp.services.facts import Problem
from quizapp.services.facts.history import Difference
from quizapp.web.shared.texts import instant_text, language
from quizapp.web.shared.texts import lazy_gettext as _l

_KINDS = {
    "year": _l("a year"),
    "date": _l("a date"),
    "range": _l("a span of time"),
    "figure": _l("a figure"),
    "percent": _l("a share"),
    "person": _l("a person"),
    "place": _l("a place"),
    "institution": _l("an institution"),
    "treaty": _l("a treaty"),
    "cause": _l("a cause or purpose"),
    "concept": _l("a concept"),
    "definition": _l("a definition"),
}
_EVIDENCE = {
    "reference": _l("reference work"),
    "primary source": _l("document of its time"),
    "opinion article": _l("opinion article"),
}
_PARTS = {
    "statement": _l("Statement"),
    "value": _l("Value"),
    "answer": _l("Answer"),
    "accept": _l("Also accepted"),
    "kind": _l("Kind"),
    "topic": _l("Topic"),
    "ask": _l("Question"),
    "according_to": _l("According to"),
    "as_of": _l("As of"),
    "source": _l("Source"),
    "paragraph": _l("Line of the text"),
    "anchor": _l("In the text"),
    "importance": _l("Importance"),
    "status": _l("State"),
    "disagreement": _l("Said otherwise"),
}
_PROBLEMS = {
    "missing": _l("Please fill this in."),
    "too_long": _l("At most %(number)s characters, please."),
    "too_many": _l("At most %(number)s forms, please, one on each line."),
    "value_missing": _l("This kind of fact needs its value."),
    "time_unreadable": _l("This cannot be read as a time. Try 1066, May 1066 or 1066–72."),
    "number_unreadable": _l("This cannot be read as a number. Try 350, about 350 or 100 to 200."),
    "value_ambiguous": _l("This may be %(first)s or %(second)s. Which one?"),
    "nothing_changed": _l("Nothing is changed yet."),
    "flawed": _l(
        "This question would be flawed (%(code)s): “%(stem)s” Choose other words, please."
    ),
}


def evidence_words(grade: str) -> str:
    """What sort of evidence a source is."""
    return str(_EVIDENCE.get(grade, grade))


def fact_kind_words(kind: str) -> str:
    """What sort of thing a fact's answer is."""
    return str(_KINDS[kind])


def part_words(name: str) -> str:
    """A part of a fact by its name."""
    return str(_PARTS[name])


def difference_words(difference: Difference) -> tuple[str, str, str]:
    """What differs, what was said, and what is said; "–" for nothing."""
    return part_words(difference.name), difference.before or "–", difference.after or "–"


def problem_words(problem: Problem) -> str:
    """What keeps a change from being saved, as a sentence with the cure."""
    return str(_PROBLEMS[problem.code]) % problem.values


def instant_words(at: datetime) -> str:
    """An instant with its year, by the person's clock."""
    spanish = language() == "es"
    return instant_text(at, "d 'de' MMMM 'de' y, HH:mm" if spanish else "d MMMM y, HH:mm")
