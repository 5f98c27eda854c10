"""Times: read at the precision that is asked, inside the interval, never another year.

A finer answer that agrees counts and says so; a coarser one (the decade for a year) does not
yet. A span is known by its two ends; one of them is half. Hedges of the learner are not
weighed: "about 1896" is 1896.
"""

from __future__ import annotations

from datetime import date

from quizapp.core.grading.notes import note
from quizapp.core.grading.verdict import Response, Verdict
from quizapp.core.grading.verdicts import accepted, no_answer, not_yet, partly, right, unclear
from quizapp.core.questions import Question
from quizapp.core.values.read_times import AmbiguousTime, read_time
from quizapp.core.values.texts import plain
from quizapp.core.values.times import (
    TimeValue,
    ends,
    format_time,
    parse_edtf,
    part_of_century,
    part_of_decade,
)


def grade(question: Question, response: Response, language: str) -> Verdict:
    """The verdict by the rules above. Raises ValueError when the key's value is no time."""
    typed = response.text.strip()
    if response.dont_know or not typed:
        return no_answer(question)
    key = question.key
    wanted = parse_edtf(key.value)
    if plain(typed) in {plain(form) for form in (key.text, *key.accept)}:
        return right(question)
    span = wanted.precision == "range"
    given = read_time(typed, language, span=span)
    if given is None and question.language != language:
        given = read_time(typed, question.language, span=span)
    if given is None:
        return unclear(question, note("unreadable_date"))
    if isinstance(given, AmbiguousTime):
        if wanted.precision in ("day", "month"):
            first, second = (format_time(each, language) for each in (given.first, given.second))
            return unclear(question, note("ambiguous_date", first=first, second=second))
        given = given.first
    return _best(question, wanted, given)


def _best(question: Question, wanted: TimeValue, given: TimeValue) -> Verdict:
    """The best verdict over the value and the further accepted ones."""
    verdict = judge(question, wanted, given)
    for form in question.key.accept:
        try:
            other = judge(question, parse_edtf(form), given)
        except ValueError:
            continue
        verdict = other if other.score > verdict.score else verdict
    if verdict.score or verdict.notes:
        return verdict
    for text in question.key.look_alikes:
        try:
            look_alike = parse_edtf(text)
        except ValueError:
            continue
        if _point(look_alike, given) == "same":
            shown = format_time(look_alike, question.language)
            return not_yet(question, note("is_look_alike", text=shown))
    return verdict


def judge(question: Question, wanted: TimeValue, given: TimeValue) -> Verdict:
    """The verdict on one reading against one value."""
    if wanted.precision == "range" and not (part_of_decade(wanted) or part_of_century(wanted)):
        return _span(question, wanted, given)
    how = _point(wanted, _known_end(given))
    if how == "same":
        return right(question)
    if how == "finer":
        return accepted(question, note("finer_than_source", written=question.key.text))
    if how == "coarser":
        return not_yet(question, note("coarser_than_asked", asked=wanted.precision))
    return not_yet(question)


def _known_end(given: TimeValue) -> TimeValue:
    """ "Since 1973" answers with the year it names."""
    start, end = ends(given)
    if given.open_end and start is not None:
        return start
    if given.open_start and end is not None:
        return end
    return given


def _days(value: TimeValue) -> tuple[date, date]:
    """First and last day of what a value states, without the margin of "about"."""
    start, end = ends(value)
    first = value.earliest if start is None else start.core_earliest
    return first, value.latest if end is None else end.core_latest


def _point(wanted: TimeValue, given: TimeValue) -> str:
    """How a reading stands to a value: same, finer, coarser or other."""
    if wanted.yearless or given.yearless:
        return _yearless(wanted, given)
    if _days(wanted) == _days(given):
        return "same"
    if _within(given, wanted):
        return "finer"
    return "coarser" if _within(wanted, given) else "other"


def _within(inner: TimeValue, outer: TimeValue) -> bool:
    first, last = _days(inner)
    low, high = _days(outer)
    return low <= first and last <= high


def _yearless(wanted: TimeValue, given: TimeValue) -> str:
    """A day of unknown year against a day: month and day decide."""
    if wanted.precision != "day" or given.precision != "day":
        return "other"
    if wanted.edtf[5:10] != given.edtf[5:10]:
        return "other"
    if wanted.yearless and given.yearless:
        return "same"
    return "finer" if wanted.yearless else "coarser"


def _span(question: Question, wanted: TimeValue, given: TimeValue) -> Verdict:
    """A reading against a span: by its ends, half for one of two."""
    known = [end for end in ends(wanted) if end is not None]
    if len(known) == 1:
        return _open_span(question, wanted, known[0], given)
    start, end = _match(wanted, given, 0), _match(wanted, given, 1)
    if start == end == "same":
        return right(question)
    if start in ("same", "finer") and end in ("same", "finer"):
        return accepted(question, note("finer_than_source", written=question.key.text))
    if start in ("same", "finer") or end in ("same", "finer"):
        which = "start" if start in ("same", "finer") else "end"
        return partly(question, 0.5, note("half_of_range", which=which))
    if not (given.open_start or given.open_end or given.yearless):
        if _within(wanted, given):
            return not_yet(question, note("coarser_than_asked", asked="range"))
        if given.precision != "range" and _within(given, wanted):
            return not_yet(question, note("inside_the_range"))
    return not_yet(question)


def _match(wanted: TimeValue, given: TimeValue, which: int) -> str:
    """How an end of the reading stands to the same end of the span.

    A reading with one end only ("1905", "since 1905") may match either end of the span.
    """
    target = ends(wanted)[which]
    found = ends(given)[which] or _known_end(given)
    return "other" if target is None else _point(target, found)


def _open_span(
    question: Question, wanted: TimeValue, known: TimeValue, given: TimeValue
) -> Verdict:
    """A reading against "since 1973": the year alone will do, another end is one too many."""
    if given.precision == "range" and not (given.open_start or given.open_end):
        which = 0 if wanted.open_end else 1
        if _match(wanted, given, which) in ("same", "finer"):
            return partly(question, 0.5, note("half_of_range", which=("start", "end")[which]))
        return not_yet(question)
    if given.precision == "range" and given.open_end != wanted.open_end:
        return not_yet(question)
    how = _point(known, _known_end(given))
    if how == "same":
        return right(question)
    if how == "finer":
        return accepted(question, note("finer_than_source", written=question.key.text))
    if how == "coarser":
        return not_yet(question, note("coarser_than_asked", asked=known.precision))
    return not_yet(question)
