"""What is wrong with a draft: errors block asking it, advice does not.

Codes only; the web room words them. Each check looks at one flaw and yields at most a few
findings, so that "n passed" can be said honestly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from quizapp.core.bank.lint import lint_question
from quizapp.core.questions import QuestionKind
from quizapp.core.values.markup import has_formula
from quizapp.core.values.texts import tokens
from quizapp.services.authoring.checks_answers import ANSWER_CHECKS, GAP
from quizapp.services.authoring.checks_hints import HINT_CHECKS
from quizapp.services.authoring.checks_markup import MARKUP_CHECKS
from quizapp.services.authoring.checks_regions import REGION_CHECKS
from quizapp.services.authoring.checks_rows import ROW_CHECKS, row_field
from quizapp.services.authoring.draft import NEW_SOURCE, PLACE, Draft, tag_list
from quizapp.services.authoring.essays import ESSAY_CHECKS
from quizapp.services.authoring.finding import Check
from quizapp.services.authoring.making import question_of

__all__ = ["CHECKS", "FLAWS", "Check", "check", "too_long"]

LONGEST_STEM_WORDS = 35
LIMITS = {
    "stem": 600,
    "explanation": 2000,
    "hints": 1500,
    "statement": 600,
    "topic": 120,
    "source_title": 300,
    "source_url": 500,
    "reason": 300,
    "answer": 300,
    "feedback": 500,
    "accept": 2000,
    "look_alikes": 2000,
    "unit": 40,
    "tolerance": 40,
    "extra": 2000,
    "model": 6000,
    "words": 20,
    "tags": 600,
    "paragraph": 20,
    "picture": 40,
    "picture_alt": 300,
}
ROW_LIMITS = {"text": 300, "feedback": 500, "partner": 300, "points": 20}
ROW_LIMITS |= dict.fromkeys(PLACE, 20)
TAG_LIMIT, MOST_TAGS = 60, 12
_NEGATIONS = {
    "en": {"not", "except", "never", "cannot", "isnt", "arent", "wasnt", "werent", "didnt", "dont"},
    "es": {"no", "excepto", "nunca", "salvo", "menos"},
}
_TASKS = frozenset(
    {
        *(QuestionKind.ORDERING, QuestionKind.MATCHING),
        *(QuestionKind.TRUE_FALSE, QuestionKind.CLOZE, QuestionKind.FLASHCARD),
        QuestionKind.ESSAY,
    }
)
"""Kinds whose text need not be a question."""


def check(draft: Draft) -> tuple[Check, ...]:
    """Everything that the checks find in a draft, what blocks first; too long texts alone."""
    tidied = draft.tidied()
    if found_long := tuple(too_long(tidied)):
        return found_long
    found = [finding for one in CHECKS for finding in one(tidied)]
    return tuple(sorted(found, key=lambda finding: _ORDER[finding.level]))


_ORDER = {"error": 0, "missing": 1, "advice": 2}


def _stem_there(draft: Draft) -> Iterator[Check]:
    if not draft.stem:
        yield Check("stem_empty", "missing", "stem")


def _fact_there(draft: Draft) -> Iterator[Check]:
    if draft.fact:
        return
    if not draft.statement:
        yield Check("statement_empty", "missing", "statement")
    if not draft.topic:
        yield Check("topic_empty", "missing", "topic")


def _source_usable(draft: Draft) -> Iterator[Check]:
    if draft.fact:
        return
    if draft.source == NEW_SOURCE and not draft.source_title:
        yield Check("source_title_empty", "error", "source_title")
    if draft.source_url and urlsplit(draft.source_url).scheme not in ("http", "https"):
        yield Check("source_url_odd", "error", "source_url")
    if draft.paragraph and not _paragraph_number(draft.paragraph):
        yield Check("paragraph_odd", "error", "paragraph")
    elif draft.paragraph and not draft.source:
        yield Check("paragraph_without_source", "error", "paragraph")


MOST_PARAGRAPHS = 2000


def _paragraph_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and 1 <= int(text[:6]) <= MOST_PARAGRAPHS


def _tags_usable(draft: Draft) -> Iterator[Check]:
    tags = tag_list(draft.tags)
    if len(tags) > MOST_TAGS:
        yield Check("tags_many", "error", "tags", {"limit": str(MOST_TAGS)})
    for tag in tags:
        if len(tag) > TAG_LIMIT:
            yield Check("tag_long", "error", "tags", {"limit": str(TAG_LIMIT)})


def too_long(draft: Draft) -> Iterator[Check]:
    """Texts that are longer than what can be kept: these block even a draft."""
    for name, limit in LIMITS.items():
        if len(getattr(draft, name)) > limit:
            yield Check("too_long", "error", name, {"limit": str(limit)})
    for number, option in enumerate(draft.options):
        for name, limit in ROW_LIMITS.items():
            if len(getattr(option, name)) > limit:
                about = f"options-{number}-{name}" if name != "text" else row_field(number)
                yield Check("too_long", "error", about, {"limit": str(limit)})


def _no_negation(draft: Draft) -> Iterator[Check]:
    negations = _NEGATIONS.get(draft.language, _NEGATIONS["en"])
    found = next((word for word in tokens(draft.stem) if word in negations), None)
    if found:
        yield Check("stem_negative", "advice", "stem", {"word": found})


def _asks(draft: Draft) -> Iterator[Check]:
    asks = "?" in draft.stem or GAP.search(draft.stem)
    if draft.stem and not asks and draft.kind not in _TASKS:
        yield Check("stem_asks_nothing", "advice", "stem")


def _short_stem(draft: Draft) -> Iterator[Check]:
    words = len(draft.stem.split())
    if words > LONGEST_STEM_WORDS:
        yield Check("stem_long", "advice", "stem", {"words": str(words)})


_ABOUT_STEM = ("E06", "E09", "E10", "E12", "E13")
_ABOUT_OPTIONS = ("W02", "W04", "W05", "W08", "W14")
"""Rules of the bank's own lint that say something about a teacher's question too."""
_FREE_PHRASE = "W16"


def _rules_of_the_bank(draft: Draft) -> Iterator[Check]:
    if not draft.stem or draft.kind is QuestionKind.ESSAY:
        return
    written = replace(draft, options=tuple(option for option in draft.options if option.text))
    question = question_of(written, "", ("",))
    if not question.key.text:
        return
    found = {finding.code for finding in lint_question(question)}
    if has_formula(question.key.text) or draft.kind is QuestionKind.IMAGE_REGIONS:
        found.discard("E06")  # two formulas share their letters; where it is does not say its name
    for code in (*_ABOUT_STEM, *_ABOUT_OPTIONS):
        if code in found:
            yield Check(code, "advice", "stem" if code in _ABOUT_STEM else "options")
    if _FREE_PHRASE in found:
        yield Check(_FREE_PHRASE, "advice", "answer")


CHECKS: tuple[Callable[[Draft], Iterator[Check]], ...] = (
    _stem_there,
    *ROW_CHECKS,
    *ANSWER_CHECKS,
    *MARKUP_CHECKS,
    *HINT_CHECKS,
    *ESSAY_CHECKS,
    *REGION_CHECKS,
    _fact_there,
    _source_usable,
    _tags_usable,
    _no_negation,
    _asks,
    _short_stem,
    _rules_of_the_bank,
)
"""Every check, what is too long apart, which is looked at first."""

FLAWS = len(CHECKS) + len(_ABOUT_STEM) + len(_ABOUT_OPTIONS)
"""How many flaws are looked for."""
