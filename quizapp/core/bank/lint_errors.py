"""Errors of form: what can be seen in the question as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizapp.core.bank.findings import EVERY_KIND, Context, Finding, Rule
from quizapp.core.bank.rare import Rare
from quizapp.core.bank.wording import BLANK
from quizapp.core.bank.words import fold, tokens, word_hash
from quizapp.core.facts.model import FactStatus
from quizapp.core.questions import CHOICE_KINDS, Question, QuestionKind
from quizapp.core.values.times import parse_edtf
from quizapp.core.values.word_lists import words

_ONE_KEY = frozenset({QuestionKind.SINGLE_CHOICE, QuestionKind.TRUE_FALSE})
_PRONOUN_OPENING = re.compile(
    r"(?:(?:when|where|why|how|what|who|in which year|for what purpose) (?:did|was|is|does|were) )?"
    r"(?:it|he|she|they|this|these|those|its|his|their)\b(?!\s+of these)",
    re.IGNORECASE,
)
_POINTING = Rare(
    re.compile(
        r"\b(?:the above|mentioned above|as above|see above|the following paragraph|"
        r"this (?:text|article|page|passage|paragraph)|the former|the latter)\b",
        re.IGNORECASE,
    ),
    (" above", "the following paragraph", "this ", "the former", "the latter"),
)
_FURNITURE = Rare(
    re.compile(
        r"©|https?:|www\.|\ball rights reserved\b|\bcopyright\b|\bbookmarks?\b|\bsponsors?\b|"
        r"\b(?:open|close) (?:menu|search|sharebox)\b|\bin the comments\b|\brevised \d|"
        r"\bclick here\b|\bhome page\b|\bcookies?\b|\bsubscribe\b",
        re.IGNORECASE,
    ),
    (
        *("©", "http", "www.", "all rights", "copyright", "bookmark", "sponsor", " menu"),
        *(" search", " sharebox", "in the comments", "revised ", "click here", "home page"),
        *("cookie", "subscribe"),
    ),
)
_ABOVE = Rare(
    re.compile(
        r"\b(?:all|none|both|any|neither) of (?:the )?(?:above|these|those|them)\b", re.IGNORECASE
    ),
    (" above", " these", " those", " them"),
)
_LETTERS = re.compile(r"[A-D](?<!\w.)\)? (?:and|or|&) \(?[A-D]\)?(?:\W|$)")
"""Two letters of options. What stands before the first is asked behind it: so it is found fast."""
_LONG_FORM = Rare(
    re.compile(
        r"\bstands? for\b|\b(?:long|full) (?:form|name) of\b|\bis short for\b|"
        r"\bspell(?:ed)? out\b",
        re.IGNORECASE,
    ),
    ("stand", " form of", " name of", "is short for", "spell"),
)
_BLANKS = re.compile(r"_{3,}|\[\s*…\s*\]")
_LAST_WORD = re.compile(r"\b(an?|is|are|was|were)\s*(?:_{3,}|…|:|\.{3})?\s*\??\s*$", re.IGNORECASE)
_COMMON = frozenset(
    words(
        """the a an of in on at to for and or by from with as is was were be been its their his her
        that this which who what when where how why did do does it into than more most not no
        military peru united states"""
    )
)
_NAMING = frozenset(["peru", "united", "states"])
"""Of these, what is a name when it stands alone."""
_EMPTY = _COMMON - _NAMING
"""Words that give nothing away."""

_ASKING_FOR_ONE = EVERY_KIND - {
    *(QuestionKind.TRUE_FALSE, QuestionKind.MULTIPLE_CHOICE),
    *(QuestionKind.ORDERING, QuestionKind.MATCHING),
}
"""Kinds whose answer must not stand in the stem."""


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
    seen: set[str] = set()
    for option in question.options:
        folded = fold(option.text)
        if folded in seen:
            yield Finding("E05", question.id, f"the option {option.text!r} stands twice")
        seen.add(folded)


def key_in_stem(question: Question, context: Context) -> Iterable[Finding]:
    """E06: the right answer, or the rare word of it, stands in the stem."""
    del context
    stem = tokens(question.stem)
    for text in (question.key.text, *question.key.accept):
        if _run_in(_without_article(text), stem):
            yield Finding("E06", question.id, f"the stem holds the answer {text!r}")
            return
    if not question.options:
        return
    words = [word for word in tokens(question.key.text) if word not in _COMMON]
    rare = [word for word in words if len(word) > 2 or word.isdigit()]
    if rare and all(word in stem for word in rare):
        yield Finding("E06", question.id, "the stem holds the words of the answer")


def who_says_so(question: Question, context: Context) -> Iterable[Finding]:
    """E07: a claim whose stem does not say who makes it."""
    for fact in context.facts:
        said = " ".join(tokens(fact.according_to))
        source = context.sources.get(fact.source)
        if source is not None and source.opinion and not said:
            yield Finding("E07", question.id, f"{fact.id} does not say who claims it")
        elif said and said not in " ".join(tokens(question.stem)):
            yield Finding("E07", question.id, f"the stem does not say: {fact.according_to}")


def pronouns(question: Question, context: Context) -> Iterable[Finding]:
    """E09: a stem that points to something outside itself."""
    outside = _POINTING.may_be_in(context.shown) and _POINTING.pattern.search(question.stem)
    if outside or _PRONOUN_OPENING.match(question.stem):
        yield Finding("E09", question.id, "the stem points to something outside itself")


def furniture(question: Question, context: Context) -> Iterable[Finding]:
    """E10: page furniture in a question."""
    if not _FURNITURE.may_be_in(context.shown):
        return
    texts = [question.stem, question.key.text, *(option.text for option in question.options)]
    found = _FURNITURE.pattern.search("\n".join(texts))
    if found:
        yield Finding("E10", question.id, f"this looks like page furniture: {found[0]!r}")


def all_of_the_above(question: Question, context: Context) -> Iterable[Finding]:
    """E11: an option that speaks of other options."""
    above = _ABOVE.may_be_in(context.shown)
    for option in question.options:
        if _LETTERS.search(option.text) or (above and _ABOVE.pattern.search(option.text)):
            yield Finding("E11", question.id, f"the option {option.text!r} speaks of others")


def blanks(question: Question, context: Context) -> Iterable[Finding]:
    """E12: no blank, two blanks, or a blank before anything that says what is asked."""
    del context
    stem = question.stem
    count = len(_BLANKS.findall(stem)) if "_" in stem or "[" in stem else 0
    if question.kind is QuestionKind.CLOZE and count == 0:
        yield Finding("E12", question.id, "a cloze needs a blank")
    if count > 1:
        yield Finding("E12", question.id, "there is more than one blank")
    if stem.lstrip(" \"'“(").startswith(BLANK[:3]):
        yield Finding("E12", question.id, "the blank comes before any cue")


def grammar(question: Question, context: Context) -> Iterable[Finding]:
    """E13: an article, a number or a gender that only the right answer fits."""
    del context
    found = _LAST_WORD.search(question.stem) if len(question.options) > 1 else None
    if not found:
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
    if not (_LONG_FORM.may_be_in(context.shown) and _LONG_FORM.pattern.search(question.stem)):
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
        if not fact.is_time or not question.key.value:
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
    Rule(one_key),
    Rule(equal_options, EVERY_KIND - {QuestionKind.MATCHING}, options=True),
    Rule(key_in_stem, _ASKING_FOR_ONE),
    Rule(who_says_so),
    Rule(pronouns),
    Rule(furniture),
    Rule(all_of_the_above, options=True),
    Rule(blanks),
    Rule(grammar, EVERY_KIND - {QuestionKind.TRUE_FALSE}, options=True),
    Rule(long_forms),
    Rule(vague_times, frozenset({QuestionKind.DATE})),
    Rule(approved),
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
