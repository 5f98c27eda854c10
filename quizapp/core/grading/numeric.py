"""Numbers: exact is exact, a hedge allows what the hedge means.

The number itself is what counts: "over 20" is asked with 20, and 21 is another number. Only
a share that the source hedges with "about" may be one unit of its last figure off, unless a
look-alike value is as near. What a learner writes before the right number must not say more
than the source does:

| hedge of the source | right | half | not right |
|---|---|---|---|
| none, about, perhaps | about | less than, almost, up to, over … | |
| up to, at most | up to, at most | less than, almost, exactly | over, at least |
| almost | almost, less than, up to | exactly | over, at least |
| over | over, at least | | less than, almost, up to, exactly |
| at least | at least, over | exactly | less than, almost, up to |

A span is known by its two ends; one of them is half. A value inside passes only where the key
accepts "inside". A form "±5" or "±5%" among the accepted ones is a tolerance of its own, which
a look-alike does not end.
"""

from __future__ import annotations

from decimal import Decimal

from quizapp.core.grading.bare_values import (
    bare_value,
    slipped_scale,
    without_course,
    without_years,
)
from quizapp.core.grading.named_counts import counts_a_name
from quizapp.core.grading.notes import note
from quizapp.core.grading.verdict import Note, Response, Verdict
from quizapp.core.grading.verdicts import accepted, no_answer, not_yet, partly, right, unclear
from quizapp.core.questions import AnswerKey, Question
from quizapp.core.values.number_words import (
    KNOWN_UNITS,
    MONEY,
    MONEY_SCALES,
    SCALE_WORDS,
    UNIT_OF_WORD,
    canonical_unit,
)
from quizapp.core.values.numbers import (
    Ambiguous,
    Quantity,
    format_quantity,
    parse_value,
    read_number,
)
from quizapp.core.values.read_numbers import LONGEST
from quizapp.core.values.texts import plain, typo_distance

INSIDE = "inside"
"""Among a key's accepted forms: any value between the ends of the span will do."""

TOLERANCE = "±"
"""Begins an accepted form that says how far off a single value may be: "±0.5", "±5%"."""

_ENDLESS = 12  # digits behind the point from which on a number is an endless fraction
_VAGUE = frozenset({"", "about", "perhaps"})
"""Hedges that leave every number what it is."""

_CEILING = frozenset({"up-to", "at-most"})
_ABOVE = frozenset({"over", "at-least"})
_BELOW = frozenset({"almost", "below"}) | _CEILING
_FITTING = {
    "up-to": _CEILING,
    "at-most": _CEILING,
    "almost": _BELOW,
    "over": _ABOVE,
    "at-least": _ABOVE,
}
"""The hedges that fit that of the source; where it has none, "exactly" does."""

_AGAINST = {
    "up-to": _ABOVE,
    "at-most": _ABOVE,
    "almost": _ABOVE,
    "over": _BELOW | {"exactly"},
    "at-least": _BELOW,
}
"""The hedges that say the opposite of that of the source."""

_TIMES = frozenset({"years", "months", "weeks", "days", "hours", "minutes"})
_OF_A_YEAR = {"months": Decimal(12)}
_OF_YEARS = {word: Decimal(10) for word in ("decade", "decades", "decada", "decadas")}
_OF_THE_UNITED_STATES = frozenset({"us", "u.s", "u.s.", "(us)", "usa"})
"""What may stand behind a sum of their dollars."""
_SLIPPING = 5
"""Letters that a misspelled unit has at least."""


def grade(question: Question, response: Response, language: str) -> Verdict:
    """The verdict by the table above. Raises ValueError when the key's value is no number."""
    typed = response.text.strip()
    if response.dont_know or not typed:
        return no_answer(question)
    key = question.key
    wanted = parse_value(key.value, canonical_unit(key.unit) if key.unit else "", key.approx)
    given = _read(question, typed, language)
    if isinstance(given, Ambiguous):
        return unclear(question, _both(given, language))
    if len(typed) <= LONGEST and plain(typed) in _forms(key):
        return right(question)
    if given is None:
        return unclear(question, note("unreadable_number"))
    verdict = _judge(question, wanted, _as_percent(given, wanted))
    doubtful = counts_a_name(typed, given.unit, question) if verdict.score else slipped_scale(typed)
    return unclear(question, note("unreadable_number")) if doubtful else verdict


def _read(question: Question, typed: str, language: str) -> Quantity | Ambiguous | None:
    """The number as it is written, else without the words of a sentence around it."""
    bare = without_years(typed)
    if canonical_unit(question.key.unit) in _TIMES:
        bare = without_course(bare)
    for text in dict.fromkeys((typed, bare_value(bare, question.stem))):
        for code in dict.fromkeys((language, question.language)):
            given = read_number(text, code)
            if given is not None:
                return given
    return None


def _forms(key: AnswerKey) -> set[str]:
    """The written forms that are right whether or not they read as numbers."""
    rules = (INSIDE, TOLERANCE)
    return {plain(form) for form in (key.text, *key.accept) if not form.startswith(rules)}


def within(number: Decimal, key: AnswerKey) -> bool:
    """Whether a number is as near as the last figure of "about 63 %" lets it be."""
    if key.approx != "about" or canonical_unit(key.unit) != "%":
        return False
    middle = parse_value(key.value).low
    away = abs(number - middle)
    if away > Decimal(1).scaleb(-_digits_behind(middle)):
        return False
    return all(away < abs(number - other) for other in _numbers(key.look_alikes))


def tolerated(number: Decimal, key: AnswerKey) -> bool:
    """Whether a number lies within the tolerance that the key itself names, ends included."""
    middle = parse_value(key.value).low
    for form in key.accept:
        if form.startswith(TOLERANCE):
            size = parse_value(form[1:].removesuffix("%").strip()).low
            reach = abs(middle) * size / 100 if form.endswith("%") else size
            if abs(number - middle) <= reach:
                return True
    return False


def _numbers(texts: tuple[str, ...]) -> tuple[Decimal, ...]:
    """Every number among bank values: both ends of a span."""
    found: list[Decimal] = []
    for text in texts:
        try:
            value = parse_value(text)
        except ValueError:
            continue
        found += [value.low, value.high]
    return tuple(found)


def _both(given: Ambiguous, language: str) -> Note:
    first, second = (
        format_quantity(each, each.unit, "", language) for each in (given.first, given.second)
    )
    return note("ambiguous_number", first=first, second=second)


def _as_percent(given: Quantity, wanted: Quantity) -> Quantity:
    """A fraction in percent where percents are asked: one half is 50 %."""
    if wanted.unit != "%" or given.unit or not 0 < given.high <= 1:
        return given
    if wanted.high <= 1 and given.high * 100 != wanted.high:
        return given
    return Quantity(given.low * 100, given.high * 100, given.approx, "%")


def _judge(question: Question, wanted: Quantity, given: Quantity) -> Verdict:
    key = question.key
    given = _in_money(_in_years(given, wanted), wanted)
    if _slipped_unit(given, wanted):
        return unclear(question, note("unreadable_number"))
    if not _same_unit(wanted.unit, given.unit):
        if _same(given.low, wanted.low) and _same(given.high, wanted.high):
            return not_yet(question, note("other_unit", unit=question.key.unit))
        return not_yet(question)
    verdict = _span(question, wanted, given) if not wanted.single else _value(question, given)
    if not verdict.right or _fits(key.approx, given.approx):
        return verdict
    against = note("hedge_contradicts", written=key.text)
    if given.approx in _AGAINST.get(key.approx, ()):
        return not_yet(question, against)
    return partly(question, 0.5, against)


def _fits(ours: str, theirs: str) -> bool:
    """Whether the word before a number says no more than the source does."""
    if theirs in _VAGUE or theirs == ours:
        return True
    return theirs in _FITTING.get(ours, () if ours == "about" else ("exactly",))


def _in_years(given: Quantity, wanted: Quantity) -> Quantity:
    """Whole years said in months or decades: 24 months are 2 years."""
    if wanted.unit != "years":
        return given
    factor = _OF_YEARS.get(given.unit, Decimal(1))
    part = _OF_A_YEAR.get(given.unit, Decimal(1))
    if factor == part or given.low % part:
        return given
    return Quantity(given.low * factor / part, given.high * factor / part, given.approx, "years")


def _in_money(given: Quantity, wanted: Quantity) -> Quantity:
    """A sum whose letter is a scale where money is asked for: 30m, 1.5 B, 1.5 billion US."""
    if wanted.unit == "US$" and given.unit in _OF_THE_UNITED_STATES:
        return Quantity(given.low, given.high, given.approx, wanted.unit)
    scale = MONEY_SCALES.get(given.unit) if wanted.unit in MONEY else None
    if scale is None:
        return given
    return Quantity(given.low * scale, given.high * scale, given.approx, wanted.unit)


def _slipped_unit(given: Quantity, wanted: Quantity) -> bool:
    """Whether what stands behind a number may be a scale: 30 milllion, 27b."""
    if given.unit in KNOWN_UNITS:
        return False
    if given.unit in MONEY_SCALES:
        return True
    if wanted.unit not in KNOWN_UNITS:
        return False
    known = [word for word in (*UNIT_OF_WORD, *SCALE_WORDS) if len(word) >= _SLIPPING]
    return any(typo_distance(word, right, 1) == 1 for word in given.unit.split() for right in known)


def _value(question: Question, given: Quantity) -> Verdict:
    """A typed number against a single value."""
    key = question.key
    middle = parse_value(key.value).low
    if not given.single:
        if given.low <= middle <= given.high:
            return not_yet(question, note("coarser_than_asked", asked="number"))
        return _wrong(question, given)
    if _same(given.low, middle) or any(_same(given.low, n) for n in _numbers(key.accept)):
        return right(question)
    if within(given.low, key) or tolerated(given.low, key):
        return accepted(question, note("within_tolerance", written=key.text))
    return _wrong(question, given)


def _span(question: Question, wanted: Quantity, given: Quantity) -> Verdict:
    """A typed number or span against a span."""
    low, high = _same(given.low, wanted.low), _same(given.high, wanted.high)
    if low and high:
        return right(question)
    if given.single and wanted.low <= given.low <= wanted.high:
        if INSIDE in question.key.accept:
            return right(question)
        if not (low or high):
            return not_yet(question, note("inside_the_range"))
    if low or high:
        return partly(question, 0.5, note("half_of_range", which="start" if low else "end"))
    return _wrong(question, given)


def _wrong(question: Question, given: Quantity) -> Verdict:
    """Not right; says so when it is the value of something else."""
    for text in question.key.look_alikes:
        if (given.low, given.high) == _numbers((text,)):
            shown = format_quantity(text, "", "", question.language)
            return not_yet(question, note("is_look_alike", text=shown))
    return not_yet(question)


def _same(given: Decimal, wanted: Decimal) -> bool:
    """Equality; an endless fraction (two thirds) is rounded to the digits of the bank's value."""
    if given == wanted:
        return True
    return _digits_behind(given) > _ENDLESS and round(given, _digits_behind(wanted)) == wanted


def _digits_behind(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def _same_unit(wanted: str, given: str) -> bool:
    """Whether a named unit is the one asked for; no unit is always taken for it."""
    if not given or given == wanted:
        return True
    return wanted not in KNOWN_UNITS and given not in KNOWN_UNITS
