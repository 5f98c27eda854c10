"""Points and spans of time as history writes them: a small part of EDTF with its bounds.

EDTF (ISO 8601-2) is the notation. Read here: `1896`, `1990-02`, `1990-02-15`, `XXXX-12-03`
(a day of unknown year), `195X`, `19XX`, the marks `~` (about), `?` (perhaps) and `%` (both)
behind any of these, and spans `a/b` whose ends may be open (`../1940`, `1973/..`).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

_POINT = re.compile(
    r"(?:(?P<yearless>XXXX)-(?P<ymonth>\d\d)-(?P<yday>\d\d)"
    r"|(?P<century>\d\d)XX|(?P<decade>\d\d\d)X"
    r"|(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?)(?P<marks>[~?%]{0,2})",
    re.ASCII,
)

_HEDGED_SPAN = re.compile(r"(\d{4})~/(\d{4})~", re.ASCII)

PARTS_OF_DECADE = {"early": (1, 3), "mid": (4, 6), "late": (7, 9)}
"""Which years of a decade a part of it means: the mid-1980s are 1984~/1986~."""

PARTS_OF_CENTURY = {"early": (0, 33), "mid": (34, 66), "late": (67, 99)}
"""The same for a century, by thirds: the late 19th century is 1867~/1899~."""


@dataclass(frozen=True, slots=True)
class TimeValue:
    """A time with what is known of its bounds, all days inclusive.

    `earliest`..`latest` is everything the value may reach; an open end reaches the end of the
    calendar, "about" adds one year (month, day; ten years to a century) on either side, except
    where the span itself says how wide the doubt is (1984~/1986~). `core_earliest`..
    `core_latest` is what holds under every reading: the stated year, month or day without that
    margin; for a span, from the end of its first to the beginning of its last part; for an open
    span, the end that is known. A day of unknown year reaches over all years.
    `precision` is day, month, year, decade, century or range.
    """

    edtf: str
    earliest: date
    latest: date
    core_earliest: date
    core_latest: date
    precision: str
    approximate: bool = False
    uncertain: bool = False
    open_start: bool = False
    open_end: bool = False

    @property
    def yearless(self) -> bool:
        """Whether the value is a day of unknown year."""
        return self.edtf.startswith("XXXX")


def parse_edtf(text: str) -> TimeValue:
    """The value that `text` stands for. Raises ValueError with a sentence that names it."""
    text = text.strip()
    if "/" not in text:
        return _point(text)
    first, _, last = text.partition("/")
    if first in ("", "..") and last in ("", ".."):
        raise ValueError(f"The span {_shown(text)} has no end that is known.")
    start = None if first in ("", "..") else _point(first)
    end = None if last in ("", "..") else _point(last)
    return _span(text, start, end)


def ends(value: TimeValue) -> tuple[TimeValue | None, TimeValue | None]:
    """The two ends of a span, None where it is open; a single value is both of its ends."""
    if value.precision != "range":
        return value, value
    first, _, last = value.edtf.partition("/")
    return (
        None if value.open_start else _point(first),
        None if value.open_end else _point(last),
    )


def overlaps(a: TimeValue, b: TimeValue) -> bool:
    """Whether some day may belong to both, by the widest reading of each."""
    if a.yearless and b.yearless:
        return a.edtf[:10] == b.edtf[:10]
    if a.yearless:
        a, b = b, a
    if b.yearless:
        return _holds_day(a, int(b.edtf[5:7]), int(b.edtf[8:10]))
    return a.earliest <= b.latest and b.earliest <= a.latest


def contains_year(value: TimeValue, year: int) -> bool:
    """Whether the widest reading of `value` touches `year`."""
    return value.earliest.year <= year <= value.latest.year


def duration_years(value: TimeValue) -> int | None:
    """Whole years from the first to the last part of a span: 7 for 1905/1912.

    None where the value does not carry it: single values, open or hedged ends, ends that are
    coarser than a year.
    """
    start, end = ends(value)
    if value.precision != "range" or start is None or end is None:
        return None
    if value.approximate or value.uncertain or start.yearless or end.yearless:
        return None
    if not {start.precision, end.precision} <= {"year", "month", "day"}:
        return None
    years = end.earliest.year - start.earliest.year
    if start.precision == "year" or end.precision == "year":
        return years
    a, b = start.earliest, end.earliest
    return years - ((b.month, b.day) < (a.month, a.day))


def part_of_decade(value: TimeValue) -> tuple[str, int] | None:
    """("mid", 1980) for 1984~/1986~: the part of a decade that a span stands for, else None."""
    return _part(value.edtf, PARTS_OF_DECADE, 10)


def part_of_century(value: TimeValue) -> tuple[str, int] | None:
    """("late", 1800) for 1867~/1899~, else None."""
    return _part(value.edtf, PARTS_OF_CENTURY, 100)


def _part(edtf: str, table: dict[str, tuple[int, int]], size: int) -> tuple[str, int] | None:
    found = _HEDGED_SPAN.fullmatch(edtf)
    if found is None:
        return None
    first, last = int(found[1]), int(found[2])
    if first // size != last // size:
        return None
    for name, (low, high) in table.items():
        if (first % size, last % size) == (low, high):
            return name, first - first % size
    return None


def _shown(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:40] + "…")


@lru_cache(1 << 10)
def _point(text: str) -> TimeValue:
    """A point in time; remembered, because the ends of a span are asked for again and again."""
    found = _POINT.fullmatch(text)
    if found is None:
        raise ValueError(
            f"{_shown(text)} is no time. Written as 1896, 1990-02, 1990-02-15, XXXX-12-03, "
            "195X or 19XX, with ~ or ? behind it, or two of these joined by /."
        )
    marks = found["marks"]
    first, last, precision = _bounds(found, text)
    approximate, uncertain = "~" in marks or "%" in marks, "?" in marks or "%" in marks
    earliest, latest = first, last
    if approximate and found["yearless"] is None:
        earliest, latest = _widen(first, last, precision)
    return TimeValue(text, earliest, latest, first, last, precision, approximate, uncertain)


def _bounds(found: re.Match[str], text: str) -> tuple[date, date, str]:
    """First day, last day and precision of a matched point."""
    try:
        if found["yearless"]:
            date(2000, int(found["ymonth"]), int(found["yday"]))  # a leap year knows every day
            return date.min, date.max, "day"
        if found["century"]:
            return _years(int(found["century"]) * 100, 100, "century")
        if found["decade"]:
            return _years(int(found["decade"]) * 10, 10, "decade")
        year = int(found["year"])
        if found["day"]:
            day = date(year, int(found["month"]), int(found["day"]))
            return day, day, "day"
        if found["month"]:
            first = date(year, int(found["month"]), 1)
            return first, first.replace(day=monthrange(year, first.month)[1]), "month"
        return _years(year, 1, "year")
    except ValueError:
        raise ValueError(f"{_shown(text)} is not in the calendar.") from None


def _years(first: int, count: int, precision: str) -> tuple[date, date, str]:
    if first == 0 and count > 1:
        first, count = 1, count - 1  # the calendar has no year 0
    return date(first, 1, 1), date(first + count - 1, 12, 31), precision


def _widen(first: date, last: date, precision: str) -> tuple[date, date]:
    """The bounds with the margin that "about" adds."""
    if precision == "day":
        return _shift(first, -1), _shift(last, 1)
    if precision == "month":
        before = _shift(first, -1).replace(day=1)
        after = _shift(last, 1)
        return before, after.replace(day=monthrange(after.year, after.month)[1])
    years = 10 if precision == "century" else 1
    return (
        date(max(first.year - years, 1), 1, 1),
        date(min(last.year + years, 9999), 12, 31),
    )


def _shift(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def _span(text: str, start: TimeValue | None, end: TimeValue | None) -> TimeValue:
    known = [value for value in (start, end) if value is not None]
    if any(value.yearless for value in known):
        raise ValueError(f"The span {_shown(text)} needs a year at its ends.")
    hedged_by_span = _part(text, PARTS_OF_DECADE, 10) or _part(text, PARTS_OF_CENTURY, 100)
    if hedged_by_span:
        known = [_point(value.edtf.rstrip("~")) for value in known]
        start, end = known
    if start is None or end is None:
        core = (known[0].core_earliest, known[0].core_latest)
    else:
        if (end.core_earliest, end.core_latest) < (start.core_earliest, start.core_latest):
            raise ValueError(f"The span {_shown(text)} ends before it begins.")
        core = (start.core_latest, end.core_earliest)
        if core[0] > core[1]:  # the ends overlap, as in 1990/1990-05
            core = (core[1], core[0])
    return TimeValue(
        edtf=text,
        earliest=start.earliest if start else date.min,
        latest=max(end.latest, start.latest if start else end.latest) if end else date.max,
        core_earliest=core[0],
        core_latest=core[1],
        precision="range",
        approximate=bool(hedged_by_span) or any(value.approximate for value in known),
        uncertain=any(value.uncertain for value in known),
        open_start=start is None,
        open_end=end is None,
    )


def _holds_day(value: TimeValue, month: int, day: int) -> bool:
    """Whether a month and day of some year lies in the value's widest reading."""
    first, last = value.earliest, value.latest
    if last.year - first.year > 8:
        return True
    for year in range(first.year, last.year + 1):
        try:
            if first <= date(year, month, day) <= last:
                return True
        except ValueError:
            continue  # 29 February of a common year
    return False
