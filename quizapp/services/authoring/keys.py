"""What a teacher wrote as the right answer, read as numbers and times for the graders."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from quizapp.core.grading.numeric import INSIDE, TOLERANCE
from quizapp.core.questions import AnswerKey, QuestionKind
from quizapp.core.values.numbers import Ambiguous, Quantity, read_number
from quizapp.core.values.read_times import AmbiguousTime, read_time
from quizapp.core.values.times import TimeValue, format_time
from quizapp.services.authoring.draft import Draft, lines

_PLAIN_NUMBER = re.compile(r"-?\d[\d.,\s]*%?")
_HAS_YEAR = re.compile(r"\b\d{3,4}s?\b")


@dataclass(frozen=True, slots=True)
class Reading:
    """A written answer as it is understood: its value for the grader, or why there is none.

    `trouble` is "", "number_unreadable", "number_two_ways", "date_unreadable" or
    "date_two_ways"; `first` and `second` are the two ways in words. `precision` is that of a time.
    """

    value: str = ""
    unit: str = ""
    approx: str = ""
    precision: str = ""
    words: str = ""
    trouble: str = ""
    first: str = ""
    second: str = ""


def read(kind: QuestionKind, text: str, language: str) -> Reading:
    """How an answer of this kind is understood; an empty reading where it is only words."""
    if kind is QuestionKind.NUMERIC:
        return _number(text, language)
    if kind is QuestionKind.DATE:
        return _time(text, language)
    if kind is QuestionKind.CLOZE:
        return _gap(text, language)
    return Reading()


def _gap(text: str, language: str) -> Reading:
    """A gap holds a time or a number only where nothing else could be meant."""
    if _HAS_YEAR.search(text):
        found = _time(text, language)
        if not found.trouble:
            return found
    if _PLAIN_NUMBER.fullmatch(text):
        found = _number(text, language)
        if not found.trouble:
            return found
    return Reading()


def _number(text: str, language: str) -> Reading:
    found = read_number(text, language)
    if found is None:
        return Reading(trouble="number_unreadable")
    if isinstance(found, Ambiguous):
        first, second = (_bank_value(one) for one in (found.first, found.second))
        return Reading(trouble="number_two_ways", first=first, second=second)
    return Reading(_bank_value(found), found.unit, found.approx)


def _bank_value(quantity: Quantity) -> str:
    low, high = _digits(quantity.low), _digits(quantity.high)
    return low if low == high else f"{low}/{high}"


def _digits(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _time(text: str, language: str) -> Reading:
    """A time read as a point and as a span; where both are possible it is asked back."""
    plain, span = (read_time(text, language, span=one) for one in (False, True))
    if plain is None and span is None:
        return Reading(trouble="date_unreadable")
    if isinstance(plain, AmbiguousTime):
        return _two_ways(plain.first, plain.second, language)
    if isinstance(span, TimeValue) and plain is not None and span.edtf != plain.edtf:
        return _two_ways(plain, span, language)
    found = plain or span
    if not isinstance(found, TimeValue):
        return Reading(trouble="date_unreadable")
    words = format_time(found, language)
    return Reading(found.edtf, precision=found.precision, words=words)


def _two_ways(one: TimeValue, other: TimeValue, language: str) -> Reading:
    first, second = format_time(one, language), format_time(other, language)
    return Reading(trouble="date_two_ways", first=first, second=second)


def tolerance_of(text: str, language: str) -> str | None:
    """A written tolerance as the grader's form "±5" or "±5%"; None when it is none."""
    found = read_number(text.removesuffix("%").strip().lstrip("±").strip(), language)
    if not isinstance(found, Quantity) or not found.single or found.low <= 0 or found.unit:
        return None
    return f"{TOLERANCE}{_digits(found.low)}{'%' if text.strip().endswith('%') else ''}"


def key_of(draft: Draft) -> AnswerKey:
    """The key of a kind with a written answer, as far as it can be read."""
    answer = " ".join(draft.answer.split())
    reading = read(draft.kind, answer, draft.language)
    if draft.kind is not QuestionKind.NUMERIC:
        return AnswerKey(
            text=answer,
            accept=_forms(draft),
            value=reading.value,
            unit=reading.unit,
            approx=reading.approx,
            look_alikes=_others(draft),
        )
    unit = draft.unit or reading.unit
    named = unit and not reading.unit
    return AnswerKey(
        text=f"{answer} {unit}" if named else answer,
        accept=(*_forms(draft), *_rules(draft)),
        value=reading.value,
        unit=unit,
        approx=reading.approx,
        look_alikes=_others(draft),
    )


def _forms(draft: Draft) -> tuple[str, ...]:
    """The further right forms, each as written and, behind it, as its value."""
    found: dict[str, None] = {}
    for line in lines(draft.accept):
        found[line] = None
        value = read(draft.kind, line, draft.language).value
        if value:
            found[value] = None
    return tuple(found)


def _others(draft: Draft) -> tuple[str, ...]:
    """What must not pass for right: values for numbers and times, else as written."""
    written = lines(draft.look_alikes)
    values = (read(draft.kind, line, draft.language).value or line for line in written)
    return tuple(dict.fromkeys(values))


def _rules(draft: Draft) -> tuple[str, ...]:
    """The tolerance and whether any number inside will do, as forms that the grader knows."""
    reach = tolerance_of(draft.tolerance, draft.language) if draft.tolerance else None
    return (*((reach,) if reach else ()), *((INSIDE,) if draft.inside else ()))
