"""Warnings: what makes a question easy to guess or hard to read."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from quizapp.core.bank.findings import EVERY_KIND, Context, Finding, Rule
from quizapp.core.bank.model import Bank
from quizapp.core.bank.naming import is_name, is_term
from quizapp.core.bank.rare import Rare
from quizapp.core.bank.words import fold, tokens
from quizapp.core.questions import Option, Question, QuestionKind
from quizapp.core.values.word_lists import words

_COMPARED = frozenset({QuestionKind.SHORT_ANSWER, QuestionKind.CLOZE})
"""Kinds whose answer is compared as words where it is no value."""
_MUCH_LONGER = 1.25
_LONG_STEM = 35
_NEAR = 0.9
_BALANCE = 0.05
_CHI_SQUARE_1_PERCENT = {1: 6.635, 2: 9.210, 3: 11.345, 4: 13.277}
"""Critical values of chi-square at p = 0.01 by degrees of freedom."""

_NEGATIVE = re.compile(r"\b(?:not|except|never|least likely)\b")
_ABSOLUTE = Rare(
    re.compile(r"\b(?:always|never|only|none|every|completely)\b", re.IGNORECASE),
    ("always", "never", "only", "none", "every", "completely"),
)
_VAGUE = Rare(
    re.compile(
        r"\b(?:often|sometimes|usually|frequently|rarely|seldom|generally)\b", re.IGNORECASE
    ),
    ("often", "sometimes", "usually", "frequently", "rarely", "seldom", "generally"),
)
_SMALL = frozenset(words("the a an of in on to for and or by with from as its"))
_DIGIT = re.compile(r"\d")
_FIGURES = re.compile(r"[\d,.]+")
_SHOWN_NUMBER = re.compile(r"\d[\d,.]*")
_MONTH = re.compile(r"[A-Za-z]{3,} #$")
_MONTH_OF_YEAR = re.compile(r"[^\W\d_]{3,} (?=\d{4}$)")
_NUMBER = re.compile(r"\d[\d,]*\.?\d*")
_SINGLE_CHOICE = frozenset({QuestionKind.SINGLE_CHOICE})


def longest_key(question: Question, context: Context) -> Iterable[Finding]:
    """W01: the right answer is the longest by more than a quarter."""
    del context
    if question.ordered:
        return
    right = [len(option.text) for option in question.options if option.correct]
    wrong = [len(option.text) for option in question.options if not option.correct]
    if right and wrong and right[0] > _MUCH_LONGER * max(wrong) and right[0] - max(wrong) > 12:
        yield Finding("W01", question.id, "the right answer is by far the longest")


def most_shared(question: Question, context: Context) -> Iterable[Finding]:
    """W02: the right answer shares most words with the other options."""
    del context
    if question.ordered:
        return
    found = [set(tokens(option.text)) - _SMALL for option in question.options]
    shared = [
        sum(len(mine & other) for at, other in enumerate(found) if at != index)
        for index, mine in enumerate(found)
    ]
    for index, option in enumerate(question.options):
        rest = [count for at, count in enumerate(shared) if at != index]
        if option.correct and rest and shared[index] >= 1 + 2 * max(rest):
            yield Finding("W02", question.id, "the right answer shares most with the others")


def negative_stem(question: Question, context: Context) -> Iterable[Finding]:
    """W03: a negative word that is not in capitals."""
    del context
    if _NEGATIVE.search(question.stem):
        yield Finding("W03", question.id, "a negative word in the stem is easily missed")


def absolutes(question: Question, context: Context) -> Iterable[Finding]:
    """W04: absolute words in wrong options only."""
    if not _ABSOLUTE.may_be_in(context.shown):
        return
    wrong = [option for option in question.options if not option.correct]
    right = [option for option in question.options if option.correct]
    if any(_ABSOLUTE.pattern.search(option.text) for option in right):
        return
    if any(_new(_ABSOLUTE.pattern, option, context) for option in wrong):
        yield Finding("W04", question.id, "only wrong options hold words like always or never")


def vague_words(question: Question, context: Context) -> Iterable[Finding]:
    """W05: a vague word of frequency that is not the fact's own."""
    if not _VAGUE.may_be_in(context.shown):
        return
    known = {word for fact in context.facts for word in tokens(fact.statement)}
    stem = [word for word in _VAGUE.pattern.findall(question.stem) if word.lower() not in known]
    if stem or any(_new(_VAGUE.pattern, option, context) for option in question.options):
        message = "a word like often or usually means something else to each reader"
        yield Finding("W05", question.id, message)


def long_stem(question: Question, context: Context) -> Iterable[Finding]:
    """W06: a stem of more than 35 words."""
    del context
    if len(question.stem.split()) > _LONG_STEM:
        yield Finding("W06", question.id, f"the stem has more than {_LONG_STEM} words")


def neither(question: Question, context: Context) -> Iterable[Finding]:
    """W07: neither a question nor a blank nor a task."""
    del context
    stem = question.stem.rstrip(" \"'”)")
    if not (stem.endswith(":") or "?" in stem or "___" in stem):
        yield Finding("W07", question.id, "the stem is neither a question nor has it a blank")


def unsorted(question: Question, context: Context) -> Iterable[Finding]:
    """W08: numbers or years that do not stand in order."""
    del context
    found = []
    for option in question.options:
        found.append(_NUMBER.findall(option.text))
        if len(found[-1]) != 1:
            return
    digits = [_FIGURES.sub("#", option.text) for option in question.options]
    if len(set(digits)) != 1:
        return
    values = [float(numbers[0].replace(",", "")) for numbers in found]
    months = any(_MONTH.search(text) for text in digits)
    if values not in (sorted(values), sorted(values, reverse=True)) and not months:
        yield Finding("W08", question.id, "the numbers among the options are not in order")


def mixed(question: Question, context: Context) -> Iterable[Finding]:
    """W14: options of different units or precisions."""
    del context
    if not question.ordered:
        return
    if not all(_DIGIT.search(option.text) for option in question.options):
        return  # words that stand in an order: places in time
    forms = {_MONTH_OF_YEAR.sub("Month ", option.text) for option in question.options}
    forms = {_SHOWN_NUMBER.sub("#", form) for form in forms}
    forms = {form.replace("#–#", "#-#") for form in forms}
    if len(forms) > 1:
        yield Finding("W14", question.id, "the options mix units or precisions")


def free_phrase(question: Question, context: Context) -> Iterable[Finding]:
    """W16: a typed answer that can be worded in many ways, so that right ones are refused.

    What is made of facts asks for names alone; who writes a question may ask for a term.
    """
    del context
    if question.key.value:
        return
    text = question.key.text
    if not is_name(text, question.language) and (question.template or not is_term(text)):
        yield Finding("W16", question.id, f"{text!r} can be worded in many ways")


def _new(pattern: re.Pattern[str], option: Option, context: Context) -> bool:
    """Whether an option holds such a word that no fact behind the question holds."""
    facts = [*context.facts, *(context.all_facts.get(name) for name in (option.fact,))]
    known = {word for fact in facts if fact is not None for word in tokens(fact.statement)}
    return any(word.lower() not in known for word in pattern.findall(option.text))


RULES = (
    Rule(longest_key, _SINGLE_CHOICE, options=True),
    Rule(most_shared, _SINGLE_CHOICE, options=True),
    Rule(negative_stem, EVERY_KIND - {QuestionKind.TRUE_FALSE}, options=True),
    Rule(absolutes, options=True),
    Rule(vague_words),
    Rule(long_stem),
    Rule(neither, EVERY_KIND - {QuestionKind.ORDERING, QuestionKind.MATCHING}),
    Rule(unsorted, _SINGLE_CHOICE, options=True),
    Rule(mixed, _SINGLE_CHOICE, options=True),
    Rule(free_phrase, _COMPARED),
)


def whole_bank(bank: Bank) -> list[Finding]:
    """W09, W11 and W12: what only shows when all questions are seen together."""
    return [*_balance(bank), *_near_duplicates(bank), *_positions(bank)]


def _balance(bank: Bank) -> Iterable[Finding]:
    kind = [item for item in bank.questions if item.kind is QuestionKind.TRUE_FALSE]
    true = sum(item.options[0].correct for item in kind if item.options)
    if kind and abs(true / len(kind) - 0.5) > _BALANCE:
        yield Finding("W09", "", f"{true} of {len(kind)} true-or-false questions are true")


def _near_duplicates(bank: Bank) -> Iterable[Finding]:
    facts = {fact.id: fact for fact in bank.facts}
    groups: dict[object, list[Question]] = defaultdict(list)
    for question in bank.questions:
        fact = facts.get(question.facts[0]) if question.facts else None
        group = fact.truth_group if fact else question.facts
        groups[group, question.kind].append(question)
    for questions in groups.values():
        for index, question in enumerate(questions):
            for other in questions[:index]:
                if near_duplicates(question, other):
                    yield Finding("W11", question.id, f"nearly the same as {other.id}")


def near_duplicates(first: Question, second: Question) -> bool:
    """Whether two questions of one kind ask nearly the same words for the same answer."""
    if fold(first.key.text) != fold(second.key.text):
        return False
    a, b = set(tokens(first.stem)), set(tokens(second.stem))
    return len(a & b) / max(len(a | b), 1) >= _NEAR


def _positions(bank: Bank) -> Iterable[Finding]:
    seen: dict[int, Counter[int]] = defaultdict(Counter)
    for question in bank.questions:
        if question.kind is QuestionKind.SINGLE_CHOICE:
            at = next((n for n, option in enumerate(question.options) if option.correct), 0)
            seen[len(question.options)][at] += 1
    for size, counts in sorted(seen.items()):
        expected = sum(counts.values()) / size
        square = sum((counts[at] - expected) ** 2 / expected for at in range(size))
        if expected >= 5 and square > _CHI_SQUARE_1_PERCENT.get(size - 1, 20.0):
            yield Finding("W12", "", f"the right answer of {size} options stands {dict(counts)}")
