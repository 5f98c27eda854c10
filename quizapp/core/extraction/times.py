"""Times in a sentence: points joined to spans, hedged, opened, and leaning on earlier years."""

from __future__ import annotations

import re

from quizapp.core.extraction.ages import Point
from quizapp.core.extraction.leaning import (
    NEXT_YEAR,
    SAME_MONTH,
    SAME_YEAR,
    Lent,
    checked,
    day_alone,
    is_aside,
    leaning,
    phrase_at,
)
from quizapp.core.extraction.model import Hit
from quizapp.core.extraction.points import OPENINGS, SEASONS, point
from quizapp.core.extraction.tokens import Tokens
from quizapp.core.extraction.verbs import is_verb
from quizapp.core.values.word_lists import words

_FROM = frozenset(words("from between desde entre de"))
_JOINERS = frozenset(words("- – — -- / to until till through thru a al hasta and y"))
_DASHES = frozenset(words("- – — -- /"))
_LISTING = frozenset(words("and y"))
_ARTICLES = frozenset(words("the el la los las l of"))
_SINCE = frozenset(words("since desde"))
_UNTIL = frozenset(words("until till hasta"))
_ONWARD = frozenset(words("on onward onwards forward adelante"))
_ABOUT = frozenset(words("c ca circa about around roughly approximately hacia aproximadamente"))
_PERHAPS = frozenset(words("perhaps possibly probably maybe quiza quizas posiblemente"))
_BEFORE_MONTH = frozenset(
    words("in that by until since late early mid from during en aquel ese hasta desde de")
)
_BEFORE_YEAR = frozenset(
    words(
        "in by of since until till from to and before after during for late early mid between "
        "through around circa about c ca the a winter en de desde hasta entre hacia y a del al "
        "antes despues only year ano"
    )
)
_RECURRING = frozenset(words("every each cada todos todas"))
_LABELS = frozenset(
    words(
        "no nos nr box boxes page pages p pp entry model version room flight route highway chapter "
        "act volume vol catalogue serial number numero n pag pagina caja figure fig table article "
        "$ £ € us$ # s/"
    )
)
_NOT_BEHIND_YEARS = frozenset("%°½¼¾/+")
_BEFORE_COUNT = frozenset(words("of a de for to about"))
_PLURALS = re.compile(r"[a-z]{3,}[^su]s\b|people$|men$|women$|children$|personnel$|feet$|copies$")
_NEW_CLAUSE = frozenset(words("a an the he she it they we his her its their el la los las su"))
_MANY = 400
"""Values that are read in one sentence; a sentence that holds more is a table."""


def find_times(tokens: Tokens, lent: Lent) -> list[Hit]:
    """Every time of a sentence, in order; `lent` is read and brought up to date."""
    hits: list[Hit] = []
    at, free = 0, 0
    while at < len(tokens) and len(hits) < _MANY:
        token = tokens[at]
        plain = token.sort == "w" and token.folded not in OPENINGS
        hit = None if plain else _at(tokens, at, free, lent)
        if hit is None:
            at += 1
            continue
        if hit.value:
            hits.append(hit)
            lent.learn(hit.value, aside=is_aside(tokens, hit))
        at = free = max(hit.last, at + 1)
    return hits


def _at(tokens: Tokens, at: int, free: int, lent: Lent) -> Hit | None:
    token = tokens[at]
    if not token.sort and token.text not in "'’‘":
        return None
    if token.folded in ("the", "al", "el"):
        leaning = phrase_at(tokens, at, NEXT_YEAR)
        if leaning and lent.year:
            return Hit("year", str(int(lent.latest) + 1), at, at + leaning)
    if token.folded in SEASONS and lent.latest and (same := phrase_at(tokens, at + 1, SAME_YEAR)):
        return Hit("year", lent.latest, at, at + 1 + same)
    lone = _day_of_that_month(tokens, at, lent)
    if lone is not None:
        return lone
    first = _day_of_span(tokens, at) or point(tokens, at)
    if first is None or not _world(tokens, at, first):
        return None
    return _span(tokens, at, free, first, lent)


def _day_of_that_month(tokens: Tokens, at: int, lent: Lent) -> Hit | None:
    """The 19th of that month, el 19 de ese mes: the month is the latest that the text named."""
    day = tokens.number(at)
    if not (day and lent.month and lent.year):
        return None
    place = at + 1 + (tokens[at + 1].glued and tokens.folded(at + 1) in ("st", "nd", "rd", "th"))
    length = phrase_at(tokens, place, SAME_MONTH)
    if not length or not day.isdigit() or len(day) > 2:
        alone, end = day_alone(tokens, at, lent)
        return Hit("date", alone, at, end) if alone else None
    value = checked(f"{lent.year}-{lent.month:02}-{int(day):02}")
    return Hit("date", value, at, place + length) if value else None


def _day_of_span(tokens: Tokens, at: int) -> Point | None:
    """The 3 of "3 to 5 December 1992", told by the day that follows."""
    day = tokens.number(at)
    if not (day.isdigit() and len(day) <= 2 and 0 < int(day) < 32):
        return None
    joiner = tokens.folded(at + 1)
    if joiner not in _JOINERS or (joiner in _LISTING and tokens.folded(at - 1) not in _FROM):
        return None
    last = point(tokens, at + 2)
    if last is None or last.sort != "day":
        return None
    return Point(f"{last.edtf[:-2]}{int(day):02}", "day", at + 1)


def _world(tokens: Tokens, at: int, first: Point) -> bool:
    """Whether the point is said of the world, and is no label, count or name."""
    before = tokens.folded(at - 1)
    if first.yearless:
        return _is_of_a_year(tokens, at, first)
    if first.sort != "year" or tokens[at].sort != "n":
        return True
    if before == "." and tokens[at - 3].text == "(" and tokens.folded(at - 2) in ("n", "b", "m"):
        return True
    labelled = before in _LABELS or (before == "." and tokens.folded(at - 2) in _LABELS)
    after = tokens[first.end]
    if labelled or _is_part_of_a_sign(tokens, at, first.end):
        return False
    counted = after.sort == "w" and after.text.islower() and _PLURALS.search(after.folded)
    if counted and not is_verb(tokens, first.end):
        return before in _BEFORE_YEAR - _BEFORE_COUNT
    return _in_context(tokens, at, first.end)


def _is_of_a_year(tokens: Tokens, at: int, first: Point) -> bool:
    """Whether a day or month without a year is one of some year, and does not come every year."""
    if any(tokens.folded(at - back) in _RECURRING for back in (1, 2, 3)):
        return False
    spans = tokens[at - 1].text == "-" and not tokens[at - 2].capital
    told = tokens.folded(at - 1) in _BEFORE_MONTH or spans or _joined(tokens, first.end)
    return first.sort != "month" or told


def _is_part_of_a_sign(tokens: Tokens, at: int, end: int) -> bool:
    """B-1900, 1900 %, 1500m, 1900-foot."""
    before, after = tokens[at - 1], tokens[end]
    if before.text == "-" and tokens[at].glued and tokens[at - 2].sort == "w":
        return True
    spans = after.text == "/" and len(tokens.number(end + 1)) in (2, 4)
    if (after.text in _NOT_BEHIND_YEARS and not spans) or (after.glued and after.sort == "w"):
        return True
    return after.text == "-" and after.glued and tokens[end + 1].sort == "w"


def _in_context(tokens: Tokens, at: int, end: int) -> bool:
    """A bare year needs a word or a sign beside it that lets years stand there."""
    before, after = tokens[at - 1], tokens[end]
    if before.text == "." and tokens.folded(at - 2) in ("c", "ca"):
        return True
    if before.folded in _BEFORE_YEAR or before.text in ("(", ",", "–", "-", "—", "/", ";", "["):
        return True
    if after.folded in _JOINERS or after.text in (")", ",", ";", ".", ""):
        return True
    return before.sort == "w" or at == 0


def _joined(tokens: Tokens, end: int) -> bool:
    """Whether a month goes on as a span: May-September 1899."""
    return tokens.folded(end) in _JOINERS and point(tokens, end + 1) is not None


def _span(tokens: Tokens, at: int, free: int, first: Point, lent: Lent) -> Hit | None:
    """The point as it stands in the text: alone, with a second one, open or hedged."""
    start = at
    while tokens.folded(start - 1) in _ARTICLES and start - 1 >= free:
        start -= 1
    opening = tokens.folded(start - 1) if start - 1 >= free else ""
    second = _second(tokens, first, opening)
    if second is not None:
        value = _joined_value(first, second, lent)
        if value:
            lead = start - 1 if opening in _FROM else start
            return Hit("range", value, lead, second.end)
    first = leaning(tokens, first, lent, start)
    if not first.edtf or (first.yearless and first.sort == "month"):
        return None
    not_until = opening in _UNTIL and tokens.folded(start - 2) == "not"  # that is when it began
    opened = None if not_until else _open(tokens, first, opening)
    if opened:
        return Hit("range", opened[0], start - 1, opened[1])
    return _hedged(tokens, start, free, first)


def _second(tokens: Tokens, first: Point, opening: str) -> Point | None:
    """The other end of a span, where one stands behind the first."""
    joiner = tokens.folded(first.end)
    if joiner not in _JOINERS:
        return None
    at = first.end + 1
    short = tokens.number(at)
    if joiner in _DASHES and first.sort == "year" and len(short) == 2 and short.isdigit():
        return _short_end(tokens, first, at, short)
    while tokens.folded(at) in _ARTICLES and point(tokens, at) is None:
        at += 1
    second = point(tokens, at)
    if second is None or second.edtf.endswith("?"):
        return None
    if joiner in _LISTING and not _spans(first, second, opening):
        return None
    if joiner in ("a", "al") and opening not in _FROM and not second.year:
        return None
    return second


def _spans(first: Point, second: Point, opening: str) -> bool:
    """Whether "and" joins a span: between … and …, the 1920s and 1930s."""
    if opening in ("between", "entre"):
        return True
    both = {first.sort, second.sort} <= {"decade", "part"}
    return both and "decade" in (first.sort, second.sort) and not _is_year_part(second)


def _is_year_part(value: Point) -> bool:
    return value.sort == "part" and len(value.edtf) > 12


def _short_end(tokens: Tokens, first: Point, at: int, short: str) -> Point | None:
    """The 12 of 1905-12."""
    tail = tokens[at + 1]
    if (
        not tokens[at].glued
        or (tail.glued and tail.sort)
        or (tail.text in ("-", "%") and tail.glued)
    ):
        return None
    if short <= first.edtf[2:4]:
        return None
    return Point(first.edtf[:2] + short, "year", at + 1)


def _joined_value(first: Point, second: Point, lent: Lent) -> str:
    """The EDTF of a span, "" where its ends make none."""
    start, end = first.edtf.partition("/")[0], second.edtf.rpartition("/")[2]
    if end.startswith("XXXX") and lent.year:
        year = start[:4] if start[:4].isdigit() else lent.year
        month = int(start[5:7]) if start[5:7].isdigit() else 0
        later = bool(month) and int(end[5:7]) < month
        start = start.replace("XXXX", year)
        end = end.replace("XXXX", str(int(year) + later))
    elif start.startswith("XXXX") and end[:4].isdigit():
        wraps = end[5:7].isdigit() and int(start[5:7]) > int(end[5:7])
        start = start.replace("XXXX", str(int(end[:4]) - wraps))
    return checked(f"{start}/{end}")


def _open(tokens: Tokens, value: Point, opening: str) -> tuple[str, int] | None:
    """The EDTF and end of an open span: since 1934, from the 1980s onward, until 1915."""
    if value.sort == "span":
        return None
    start, end = value.edtf.partition("/")[0], value.edtf.rpartition("/")[2]
    onward = value.end
    if tokens.folded(onward) == "en":
        onward += 1
    goes_on = tokens.folded(onward) in _ONWARD
    if tokens.folded(onward) == "on":
        goes_on = opening == "from"
    if goes_on or opening in _SINCE or (opening == "from" and _closed(tokens, value)):
        return f"{start}/..", onward + 1 if goes_on else value.end
    if opening in _UNTIL and value.sort != "century":
        return f"../{end}", value.end
    return None


def _closed(tokens: Tokens, value: Point) -> bool:
    """Whether nothing follows "from 1881" in its clause, or a new clause begins."""
    after = tokens[value.end]
    ends = after.text in (",", ";", ".", ":", "", ")")
    return value.sort != "part" and (ends or after.folded in _NEW_CLAUSE)


def _hedged(tokens: Tokens, start: int, free: int, value: Point) -> Hit:
    """A point with the hedge before it."""
    before, lead = tokens.folded(start - 1), start - 1
    if before == "." and tokens.folded(start - 2) in ("c", "ca"):
        before, lead = tokens.folded(start - 2), start - 2
    edtf, approx = value.edtf, "perhaps" if value.edtf.endswith("?") else ""
    if lead >= free and before in _ABOUT and value.sort != "part" and not approx:
        edtf, approx, start = edtf + "~", "about", lead
    elif lead >= free and before in _PERHAPS and value.sort != "part" and not approx:
        edtf, approx, start = edtf + "?", "perhaps", lead
    kind = "year" if value.sort == "year" else "date" if value.sort in ("day", "month") else "range"
    return Hit(kind, edtf, start, value.end, approx=approx)
