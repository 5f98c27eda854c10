"""What is wrong with a draft: errors block saving, advice does not.

Codes only; the web room words them. Each check looks at one flaw and yields at most a few
findings, so that "n passed" can be said honestly.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from quizapp.core.bank.lint import lint_question
from quizapp.core.values.texts import fold, tokens
from quizapp.services.authoring.draft import NEW_SOURCE, Draft, question_of

FEWEST_OPTIONS = 3
LONGEST_STEM_WORDS = 35
LONGER_KEY = 1.25
"""A right answer longer than the longest other by more than this gives itself away."""
LIMITS = {
    "stem": 600,
    "explanation": 2000,
    "statement": 600,
    "topic": 120,
    "source_title": 300,
    "source_url": 500,
    "reason": 300,
}
OPTION_LIMIT = 300
FEEDBACK_LIMIT = 500
_NEGATIONS = {
    "en": {"not", "except", "never", "cannot", "isnt", "arent", "wasnt", "werent", "didnt", "dont"},
    "es": {"no", "excepto", "nunca", "salvo", "menos"},
}
_OF_THE_ABOVE = re.compile(
    r"\b(?:all|none|both|any|neither) of (?:the above|these|those|them)\b|\ball the above\b"
    r"|\b(?:todas?|todos|ningun[oa]|ambas|ambos)(?: de)? (?:las |los )?anteriores\b",
    re.IGNORECASE,
)
_BLANK = re.compile(r"_{3,}|…")


@dataclass(frozen=True, slots=True)
class Check:
    """One finding: its code, what it does (error, missing, advice), and the field it is `about`.

    Errors and what is missing block saving; what is missing is no fault while one still writes.
    """

    code: str
    level: str
    about: str
    values: dict[str, str] = field(default_factory=dict)

    @property
    def blocks(self) -> bool:
        """Whether the draft cannot be saved like this."""
        return self.level != "advice"


def check(draft: Draft) -> tuple[Check, ...]:
    """Everything that the checks find in a draft, what blocks first; too long texts alone."""
    tidied = draft.tidied()
    if too_long := tuple(_not_too_long(tidied)):
        return too_long
    found = [finding for one in CHECKS for finding in one(tidied)]
    return tuple(sorted(found, key=lambda finding: _ORDER[finding.level]))


_ORDER = {"error": 0, "missing": 1, "advice": 2}


def _option_field(number: int) -> str:
    return f"options-{number}-text"


def _stem_there(draft: Draft) -> Iterator[Check]:
    if not draft.stem:
        yield Check("stem_empty", "missing", "stem")


def _enough_options(draft: Draft) -> Iterator[Check]:
    if sum(bool(option.text) for option in draft.options) < FEWEST_OPTIONS:
        yield Check("options_few", "missing", "options", {"number": str(FEWEST_OPTIONS)})


def _one_right(draft: Draft) -> Iterator[Check]:
    right = sum(option.correct and bool(option.text) for option in draft.options)
    if right != 1:
        level, code = ("error", "right_many") if right else ("missing", "right_none")
        yield Check(code, level, "options")


def _no_empty_option(draft: Draft) -> Iterator[Check]:
    for number, option in enumerate(draft.options):
        if option.feedback and not option.text:
            yield Check("option_empty", "error", _option_field(number), {"number": str(number + 1)})


def _different_options(draft: Draft) -> Iterator[Check]:
    seen: dict[str, str] = {}
    for number, option in enumerate(draft.options):
        folded = fold(option.text)
        if folded and folded in seen:
            values = {"text": option.text, "other": seen[folded]}
            yield Check("options_equal", "error", _option_field(number), values)
        seen.setdefault(folded, option.text)


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


def _not_too_long(draft: Draft) -> Iterator[Check]:
    for name, limit in LIMITS.items():
        if len(getattr(draft, name)) > limit:
            yield Check("too_long", "error", name, {"limit": str(limit)})
    for number, option in enumerate(draft.options):
        if len(option.text) > OPTION_LIMIT:
            yield Check("too_long", "error", _option_field(number), {"limit": str(OPTION_LIMIT)})
        if len(option.feedback) > FEEDBACK_LIMIT:
            about = f"options-{number}-feedback"
            yield Check("too_long", "error", about, {"limit": str(FEEDBACK_LIMIT)})


def _key_not_longest(draft: Draft) -> Iterator[Check]:
    right = draft.right
    others = [len(o.text) for o in draft.filled if not o.correct and o.text]
    if right and others and len(right.text) > LONGER_KEY * max(others):
        yield Check("key_longest", "advice", "options", {"text": right.text})


def _no_negation(draft: Draft) -> Iterator[Check]:
    negations = _NEGATIONS.get(draft.language, _NEGATIONS["en"])
    found = next((word for word in tokens(draft.stem) if word in negations), None)
    if found:
        yield Check("stem_negative", "advice", "stem", {"word": found})


def _no_above(draft: Draft) -> Iterator[Check]:
    for option in draft.options:
        if _OF_THE_ABOVE.search(option.text):
            yield Check("option_of_the_above", "advice", "options", {"text": option.text})


def _asks(draft: Draft) -> Iterator[Check]:
    if draft.stem and "?" not in draft.stem and not _BLANK.search(draft.stem):
        yield Check("stem_asks_nothing", "advice", "stem")


def _short_stem(draft: Draft) -> Iterator[Check]:
    words = len(draft.stem.split())
    if words > LONGEST_STEM_WORDS:
        yield Check("stem_long", "advice", "stem", {"words": str(words)})


def _feedback_given(draft: Draft) -> Iterator[Check]:
    bare = [o.text for o in draft.filled if o.text and not o.correct and not o.feedback]
    if bare and draft.right:
        yield Check("feedback_missing", "advice", "options", {"text": ", ".join(bare)})


_ABOUT_STEM = ("E06", "E09", "E10", "E12", "E13")
_ABOUT_OPTIONS = ("W02", "W04", "W05", "W08", "W14")
"""Rules of the bank's own lint that say something about a teacher's question too."""


def _rules_of_the_bank(draft: Draft) -> Iterator[Check]:
    if not draft.stem or draft.right is None:
        return
    written = replace(draft, options=tuple(option for option in draft.options if option.text))
    found = {finding.code for finding in lint_question(question_of(written, "", ""))}
    for code in (*_ABOUT_STEM, *_ABOUT_OPTIONS):
        if code in found:
            yield Check(code, "advice", "stem" if code in _ABOUT_STEM else "options")


CHECKS: tuple[Callable[[Draft], Iterator[Check]], ...] = (
    _stem_there,
    _enough_options,
    _one_right,
    _no_empty_option,
    _different_options,
    _fact_there,
    _source_usable,
    _key_not_longest,
    _no_negation,
    _no_above,
    _asks,
    _short_stem,
    _feedback_given,
    _rules_of_the_bank,
)
"""Every check, what is too long apart, which is looked at first."""

FLAWS = len(CHECKS) + len(_ABOUT_STEM) + len(_ABOUT_OPTIONS)
"""How many flaws are looked for."""
