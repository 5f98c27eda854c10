"""A gap in a sentence: judged as what its key holds, a number, a time or words.

Who writes the sentence's own words around the gap once more has filled it all the same.
"""

from __future__ import annotations

from dataclasses import replace

from quizapp.core.grading import date, numeric, short_answer
from quizapp.core.grading.verdict import Response, Verdict
from quizapp.core.questions import AnswerKey, Question
from quizapp.core.values.numbers import parse_value
from quizapp.core.values.texts import tokens
from quizapp.core.values.times import parse_edtf

LONGEST = 60
"""Words of a text in which the sentence's own are looked for."""


def grade(question: Question, response: Response, language: str) -> Verdict:
    """The verdict of the grader that fits the key."""
    verdict = _judged(question, response, language)
    if verdict.right:
        return verdict
    inner = _inner(question.stem, response.text)
    if inner == response.text:
        return verdict
    better = _judged(question, replace(response, text=inner), language)
    return better if better.right else verdict


def _judged(question: Question, response: Response, language: str) -> Verdict:
    if is_number(question.key):
        return numeric.grade(question, response, language)
    if question.key.value:
        return date.grade(question, response, language)
    return short_answer.grade(question, response, language)


def _inner(stem: str, typed: str) -> str:
    """What was typed, without the words that stand in the stem right before and after its gap."""
    before, gap, after = stem.partition("_____")
    given = typed.split()
    if not gap or len(given) > LONGEST:
        return typed
    begins = _repeated(before.split()[::-1], given)
    given = given[begins:]
    ends = _repeated(after.strip("_").split(), given[::-1])
    kept = given[: len(given) - ends]
    return " ".join(kept) if kept else typed


def _repeated(beside: list[str], given: list[str]) -> int:
    """How many of the first words given are those beside the gap, up to its edge."""
    words = [folded for word in beside if (folded := _folded(word))]
    told = [_folded(word) for word in given]
    lengths = range(min(len(words), len(told)), 0, -1)
    return next((size for size in lengths if told[:size] == words[:size][::-1]), 0)


def _folded(word: str) -> str:
    return "and" if word == "&" else "".join(tokens(word))


def is_number(key: AnswerKey) -> bool:
    """Whether a key holds a number and no time.

    "7000" alone could be either: a unit or a hedge makes it a number, and so does whatever is
    no time or lies outside the years 1000 to 2100.
    """
    try:
        number = parse_value(key.value)
    except ValueError:
        return False
    try:
        parse_edtf(key.value)
    except ValueError:
        return True
    return bool(key.unit or key.approx) or not 1000 <= number.low <= number.high <= 2100
