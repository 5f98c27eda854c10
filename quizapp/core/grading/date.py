"""Times: read at the precision that is asked, inside the interval, never another year.

A finer answer that agrees ("October 1896" for 1896, "1985" for the 1980s) says what the source
does not, so it is asked back; a coarser one (the decade for a year) does not count yet, but the
year of a month and the month of a day are half. Where a
part of a decade is asked for, a year in it or the decade alone is half. A span is known by its
two ends; one of them is half, and so are years inside the decades of a span. Hedges of the
learner are not weighed: "about 1896" is 1896.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from quizapp.core.grading.bare_values import bare_value
from quizapp.core.grading.notes import note
from quizapp.core.grading.verdict import Note, Outcome, Response, Verdict
from quizapp.core.grading.verdicts import accepted, no_answer, not_yet, partly, right, unclear
from quizapp.core.questions import Question
from quizapp.core.values.read_times import LONGEST, AmbiguousTime, read_time
from quizapp.core.values.texts import plain
from quizapp.core.values.times import (
    TimeValue,
    ends,
    format_time,
    parse_edtf,
    part_of_century,
    part_of_decade,
)
from quizapp.core.values.typed_times import in_century

_THROUGH = re.compile(r"\b(?:through|until|till|hasta)\b", re.IGNORECASE)
"""Words by which a question asks for the end of something: "through which decade"."""


_ONE_STEP = frozenset({("month", "year"), ("day", "month")})
"""What was asked and what was said where the rest of a date is right."""


def grade(question: Question, response: Response, language: str) -> Verdict:
    """The verdict by the rules above. Raises ValueError when the key's value is no time."""
    typed = response.text.strip()
    if response.dont_know or not typed:
        return no_answer(question)
    key = question.key
    wanted = parse_edtf(key.value)
    if len(typed) > LONGEST:
        return unclear(question, note("unreadable_date"))
    if plain(typed) in {plain(form) for form in (key.text, *key.accept)}:
        return right(question)
    span = wanted.precision == "range"
    typed = in_century(typed, _century(wanted), span=span)
    given = _read(question, typed, language, span=span)
    if given is None:
        given = _read(question, bare_value(typed, question.stem), language, span=span)
    if given is None:
        return unclear(question, note("unreadable_date"))
    if isinstance(given, AmbiguousTime):
        return _either(question, wanted, given, language)
    return _best(question, wanted, given)


def _read(
    question: Question, typed: str, language: str, *, span: bool
) -> TimeValue | AmbiguousTime | None:
    """The time by the conventions of the interface, else by those of the question."""
    given = read_time(typed, language, span=span)
    if given is None and question.language != language:
        given = read_time(typed, question.language, span=span)
    return given


def _either(question: Question, wanted: TimeValue, given: AmbiguousTime, language: str) -> Verdict:
    """The verdict on two readings: asked back where it makes a difference which is meant."""
    first, second = (_best(question, wanted, each) for each in (given.first, given.second))
    return first if first == second else unclear(question, _both(given, language))


def _century(wanted: TimeValue) -> int:
    """The first two figures of every year in a time of the 20th century, else 0.

    '74 is 1974 to everybody; that '96 should be 1896 is told by nothing.
    """
    first, last = stated_days(_known_end(wanted))
    return 19 if first.year // 100 == last.year // 100 == 19 else 0


def _both(given: AmbiguousTime, language: str) -> Note:
    first, second = (format_time(each, language) for each in (given.first, given.second))
    return note("ambiguous_date", first=first, second=second)


def _best(question: Question, wanted: TimeValue, given: TimeValue) -> Verdict:
    """The best verdict over the value and the further accepted ones."""
    verdict = judge(question, wanted, given)
    for form in _values(question.key.accept):
        other = judge(question, form, given)
        verdict = max(verdict, other, key=_worth)
    if verdict.outcome is Outcome.RIGHT:
        return verdict
    for look_alike in _values(question.key.look_alikes):
        if standing(look_alike, given) == "same":
            confused = note("is_look_alike", text=format_time(look_alike, question.language))
            if "half_of_range" in {note.code for note in verdict.notes}:
                return partly(question, verdict.score, *verdict.notes, confused)
            return not_yet(question, confused)
    return verdict


def _worth(verdict: Verdict) -> tuple[float, bool]:
    """What makes a verdict the better of two: its score, else that it asks back."""
    return verdict.score, verdict.outcome is Outcome.UNCLEAR


def _values(texts: tuple[str, ...]) -> list[TimeValue]:
    """Those of the texts that are EDTF values."""
    found: list[TimeValue] = []
    for text in texts:
        with suppress(ValueError):
            found.append(parse_edtf(text))
    return found


def judge(question: Question, wanted: TimeValue, given: TimeValue) -> Verdict:
    """The verdict on one reading against one value."""
    if wanted.precision != "range" or _is_part(wanted):
        return _point(question, wanted, _known_end(given))
    start, end = ends(wanted)
    if start is None or end is None:
        return _open_span(question, wanted, given)
    return _vague(question, wanted, given) if _is_part(given) else _span(question, wanted, given)


def _point(question: Question, wanted: TimeValue, given: TimeValue) -> Verdict:
    """A reading against one time, or against a part of a decade or century."""
    how = standing(wanted, given)
    finer = note("finer_than_source", written=question.key.text)
    if _is_part(wanted):
        whole = "decade" if part_of_decade(wanted) else "century"
        if how == "finer":
            return partly(question, 0.5, finer)
        if how == "coarser" and given.precision == whole:
            return partly(question, 0.5, note("coarser_than_asked", asked="part"))
        return _verdict(question, how, "part")
    at_its_end = how == "finer" and stated_days(wanted)[1] == stated_days(given)[1]
    if at_its_end and wanted.precision in ("decade", "century") and _THROUGH.search(question.stem):
        return accepted(question, finer)
    if how == "coarser" and (wanted.precision, given.precision) in _ONE_STEP:
        return partly(question, 0.5, note("coarser_than_asked", asked=wanted.precision))
    return _verdict(question, how, wanted.precision)


def standing(wanted: TimeValue, given: TimeValue) -> str:
    """How a reading stands to a value: same, finer, coarser or other."""
    if wanted.yearless or given.yearless:
        return _yearless(wanted, given)
    if stated_days(wanted) == stated_days(given):
        return "same"
    if _within(given, wanted):
        return "finer"
    return "coarser" if _within(wanted, given) else "other"


def stated_days(value: TimeValue) -> tuple[date, date]:
    """First and last day of what a value states, without the margin of "about"."""
    start, end = ends(value)
    first = value.earliest if start is None else start.core_earliest
    return first, value.latest if end is None else end.core_latest


def _is_part(value: TimeValue) -> bool:
    """Whether a span stands for a part of a decade or century: one vague time, not two ends."""
    return bool(part_of_decade(value) or part_of_century(value))


def _verdict(question: Question, how: str, asked: str) -> Verdict:
    """The verdict on a standing."""
    if how == "same":
        return right(question)
    if how == "finer":
        return unclear(question, note("finer_than_asked", asked=asked))
    if how == "coarser":
        return not_yet(question, note("coarser_than_asked", asked=asked))
    return not_yet(question)


def _known_end(given: TimeValue) -> TimeValue:
    """The end that a reading names: "since 1973" answers with 1973."""
    start, end = ends(given)
    if given.open_end and start is not None:
        return start
    return end if given.open_start and end is not None else given


def _within(inner: TimeValue, outer: TimeValue) -> bool:
    first, last = stated_days(inner)
    low, high = stated_days(outer)
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
    found = [_match(wanted, given, which) for which in (0, 1)]
    agreeing = [how in ("same", "finer") for how in found]
    if all(agreeing) and given.precision == "range":
        return _whole_span(question, wanted, given, same=found == ["same", "same"])
    if any(agreeing):
        which = "start" if agreeing[0] else "end"
        return partly(question, 0.5, note("half_of_range", which=which))
    if given.open_start or given.open_end or given.yearless:
        return not_yet(question)
    if given.precision != "range" and _within(given, wanted):
        return not_yet(question, note("inside_the_range"))
    return _verdict(question, "coarser" if _within(wanted, given) else "other", "range")


def _whole_span(question: Question, wanted: TimeValue, given: TimeValue, *, same: bool) -> Verdict:
    """A span both of whose ends agree: 1940-69 are the 1940s to the 1960s, 1945-65 are not."""
    finer = note("finer_than_source", written=question.key.text)
    if same:
        return right(question)
    if not any(end and end.precision in ("decade", "century") for end in ends(wanted)):
        return _verdict(question, "finer", "range")
    if stated_days(wanted) == stated_days(given):
        return accepted(question, finer)
    return partly(question, 0.5, finer)


def _vague(question: Question, wanted: TimeValue, given: TimeValue) -> Verdict:
    """A vague time against a span: "the late 1970s" names neither end of 1977-85."""
    how = standing(wanted, given)
    if how == "finer":
        return not_yet(question, note("inside_the_range"))
    return _verdict(question, how, "range")


def _match(wanted: TimeValue, given: TimeValue, which: int) -> str:
    """How an end of the reading stands to the same end of the span.

    A single reading may match either end; "since 1905" names a start, "until 1912" an end.
    """
    if (given.open_start, given.open_end)[which]:
        return "other"
    target = ends(wanted)[which]
    found = ends(given)[which]
    return "other" if target is None or found is None else standing(target, found)


def _open_span(question: Question, wanted: TimeValue, given: TimeValue) -> Verdict:
    """A reading against "since 1973": the year alone will do, another end is one too many."""
    which = 0 if wanted.open_end else 1
    known = _known_end(wanted)
    if given.precision != "range" or _is_part(given):
        return _verdict(question, standing(known, given), known.precision)
    how = _match(wanted, given, which)
    if given.open_start or given.open_end:
        same_side = given.open_end == wanted.open_end
        return _verdict(question, how if same_side else "other", known.precision)
    if how in ("same", "finer"):
        return partly(question, 0.5, note("half_of_range", which=("start", "end")[which]))
    return not_yet(question)
