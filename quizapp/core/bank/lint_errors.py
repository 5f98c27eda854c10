"""Errors of form: what can be seen in the question as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizapp.core.bank.findings import Context, Finding
from quizapp.core.bank.wording import BLANK
from quizapp.core.bank.words import fold, tokens, word_hash
from quizapp.core.facts.model import FactStatus
from quizapp.core.questions import CHOICE_KINDS, Question, QuestionKind
from quizapp.core.values.times import parse_edtf

_ONE_KEY = frozenset({QuestionKind.SINGLE_CHOICE, QuestionKind.TRUE_FALSE})
_PRONOUN_OPENING = re.compile(
    r"(?:(?:when|where|why|how|what|who|in which year|for what purpose) (?:did|was|is|does|were) )?"
    r"(?:it|he|she|they|this|these|those|its|his|their)\b(?!\s+of these)",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"\b(?:the above|mentioned above|as above|see above|the following paragraph|"
    r"this (?:text|article|page|passage|paragraph)|the former|the latter)\b",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"©|https?:|www\.|\ball rights reserved\b|\bcopyright\b|\bbookmarks?\b|\bsponsors?\b|"
    r"\b(?:open|close) (?:menu|search|sharebox)\b|\bin the comments\b|\brevised \d|"
    r"\bclick here\b|\bhome page\b|\bcookies?\b|\bsubscribe\b",
    re.IGNORECASE,
)
_ABOVE = re.compile(
    r"(?i:\b(?:all|none|both|any|neither) of (?:the )?(?:above|these|those|them)\b)"
    r"|\b(?:both )?\(?[A-D]\)? (?:and|or|&) \(?[A-D]\)?(?:\W|$)",
)
_LONG_FORM = re.compile(
    r"\bstands? for\b|\b(?:long|full) (?:form|name) of\b|\bis short for\b|\bspell(?:ed)? out\b",
    re.IGNORECASE,
)
_COMMON = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "and",
        "or",
        "by",
        "from",
        "with",
        "as",
        "is",
        "was",
        "were",
        "be",
        "been",
        "its",
        "their",
        "his",
        "her",
        "that",
        "this",
        "which",
        "who",
        "what",
        "when",
        "where",
        "how",
        "why",
        "did",
        "do",
        "does",
        "it",
        "into",
        "than",
        "more",
        "most",
        "not",
        "no",
        "military",
        "peru",
        "united",
        "states",
    ]
)

_NAMING = frozenset(["peru", "united", "states"])
"""Of these, what is a name when it stands alone."""
_EMPTY = _COMMON - _NAMING
"""Words that give nothing away."""


def one_key(question: Question, context: Context) -> Iterable[Finding]:
    """E03: no right answer, or more than the kind allows."""
    del context
    if not question.key.text.strip():
        yield Finding("E03", question.id, "there is no right answer")
        return
    if question.kind not in CHOICE_KINDS:
        return
    right = [option for option in question.options if option.correct]
    if question.kind in _ONE_KEY and len(right) != 1:
        yield Finding("E03", question.id, f"{len(right)} options are marked right, not one")
    elif question.kind in _ONE_KEY and fold(right[0].text) != fold(question.key.text):
        yield Finding("E03", question.id, "the marked option is not the right answer")
    elif not right or len(right) == len(question.options):
        yield Finding("E03", question.id, "some options must be right and some wrong")


def equal_options(question: Question, context: Context) -> Iterable[Finding]:
    """E05: two options that are the same but for spelling."""
    del context
    if question.kind is QuestionKind.MATCHING:
        return
    seen: set[str] = set()
    for option in question.options:
        folded = fold(option.text)
        if folded in seen:
            yield Finding("E05", question.id, f"the option {option.text!r} stands twice")
        seen.add(folded)


def key_in_stem(question: Question, context: Context) -> Iterable[Finding]:
    """E06: the right answer, or the rare word of it, stands in the stem."""
    del context
    if question.kind in (QuestionKind.TRUE_FALSE, QuestionKind.ORDERING, QuestionKind.MATCHING):
        return
    if question.kind is QuestionKind.MULTIPLE_CHOICE:
        return
    stem = tokens(question.stem)
    for text in (question.key.text, *question.key.accept):
        if _run_in(_without_article(text), stem):
            yield Finding("E06", question.id, f"the stem holds the answer {text!r}")
            return
    words = [word for word in tokens(question.key.text) if word not in _COMMON]
    rare = [word for word in words if len(word) > 2 or word.isdigit()]
    if rare and question.options and all(word in stem for word in rare):
        yield Finding("E06", question.id, "the stem holds the words of the answer")


def who_says_so(question: Question, context: Context) -> Iterable[Finding]:
    """E07: a claim whose stem does not say who makes it."""
    stem = " ".join(tokens(question.stem))
    for fact in context.facts:
        said = " ".join(tokens(fact.according_to))
        source = context.sources.get(fact.source)
        if source is not None and source.opinion and not said:
            yield Finding("E07", question.id, f"{fact.id} does not say who claims it")
        elif said and said not in stem:
            yield Finding("E07", question.id, f"the stem does not say: {fact.according_to}")


def pronouns(question: Question, context: Context) -> Iterable[Finding]:
    """E09: a stem that points to something outside itself."""
    del context
    if _PRONOUN_OPENING.match(question.stem) or _POINTING.search(question.stem):
        yield Finding("E09", question.id, "the stem points to something outside itself")


def furniture(question: Question, context: Context) -> Iterable[Finding]:
    """E10: page furniture in a question."""
    del context
    texts = [question.stem, question.key.text, *(option.text for option in question.options)]
    found = _FURNITURE.search("\n".join(texts))
    if found:
        yield Finding("E10", question.id, f"this looks like page furniture: {found[0]!r}")


def all_of_the_above(question: Question, context: Context) -> Iterable[Finding]:
    """E11: an option that speaks of other options."""
    del context
    for option in question.options:
        if _ABOVE.search(option.text):
            yield Finding("E11", question.id, f"the option {option.text!r} speaks of others")


def blanks(question: Question, context: Context) -> Iterable[Finding]:
    """E12: no blank, two blanks, or a blank before anything that says what is asked."""
    del context
    count = len(re.findall(r"_{3,}|\[\s*…\s*\]", question.stem))
    if question.kind is QuestionKind.CLOZE and count == 0:
        yield Finding("E12", question.id, "a cloze needs a blank")
    if count > 1:
        yield Finding("E12", question.id, "there is more than one blank")
    if question.stem.lstrip(" \"'“(").startswith(BLANK[:3]):
        yield Finding("E12", question.id, "the blank comes before any cue")


def grammar(question: Question, context: Context) -> Iterable[Finding]:
    """E13: an article, a number or a gender that only the right answer fits."""
    del context
    found = re.search(
        r"\b(an?|is|are|was|were)\s*(?:_{3,}|…|:|\.{3})?\s*\??\s*$", question.stem, re.IGNORECASE
    )
    if not found or len(question.options) < 2 or question.kind is QuestionKind.TRUE_FALSE:
        return
    word = found[1].lower()
    fits = [_fits(word, option.text) for option in question.options]
    right = [option.correct for option in question.options]
    if (
        any(fits)
        and not all(fits)
        and all(fit for fit, key in zip(fits, right, strict=True) if key)
    ):
        yield Finding("E13", question.id, f"the word {word!r} in the stem gives the answer away")


def long_forms(question: Question, context: Context) -> Iterable[Finding]:
    """E14: the long form of an acronym is asked that the place in the source does not give."""
    if not _LONG_FORM.search(question.stem):
        return
    for fact in context.facts:
        given = set(tokens(f"{fact.statement} {fact.anchor}"))
        words = context.words.get((fact.source, fact.paragraph), frozenset())
        if words:
            given = {word for word in tokens(question.key.text) if word_hash(word) in words}
        if not set(tokens(fold(question.key.text))) <= given | _COMMON:
            yield Finding("E14", question.id, "the source does not give this long form")


def vague_times(question: Question, context: Context) -> Iterable[Finding]:
    """E15: a vague time that would be graded as one year."""
    for fact in context.facts:
        if not fact.is_time or question.kind is not QuestionKind.DATE or not question.key.value:
            continue
        stated, graded = parse_edtf(fact.value), parse_edtf(question.key.value)
        vague = stated.approximate or "X" in stated.edtf.removeprefix("XXXX")
        if vague and graded.precision == "year" and not graded.approximate:
            yield Finding("E15", question.id, f"{fact.answer} is no single year")


def approved(question: Question, context: Context) -> Iterable[Finding]:
    """E18: a question on a fact that is not approved or not known."""
    for item in question.facts:
        fact = context.all_facts.get(item)
        if fact is None or fact.status is not FactStatus.APPROVED:
            yield Finding("E18", question.id, f"the fact {item} is not approved")


RULES = (
    one_key,
    equal_options,
    key_in_stem,
    who_says_so,
    pronouns,
    furniture,
    all_of_the_above,
    blanks,
    grammar,
    long_forms,
    vague_times,
    approved,
)


def _without_article(text: str) -> tuple[str, ...]:
    words = tokens(text)
    return words[1:] if len(words) > 1 and words[0] in ("the", "a", "an", "el", "la") else words


def _run_in(words: tuple[str, ...], text: tuple[str, ...]) -> bool:
    """Whether the words stand in the text one after the other."""
    size = len(words)
    if not words or words[0] not in text or _EMPTY.issuperset(words):
        return False
    return any(text[at : at + size] == words for at in range(len(text) - size + 1))


def _fits(word: str, option: str) -> bool:
    first = fold(option)[:1]
    if word in ("a", "an"):
        return (first in "aeiou") == (word == "an")
    plural = option.rstrip(".").endswith("s") and not option.rstrip(".").endswith("ss")
    return plural == (word in ("are", "were"))
