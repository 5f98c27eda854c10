"""The ends of a span of time: from May to September 1899, 1905-12, since 1934, until 1915."""

from __future__ import annotations

from quizapp.core.extraction.ages import Point
from quizapp.core.extraction.leaning import Lent, checked
from quizapp.core.extraction.points import point
from quizapp.core.extraction.tokens import Tokens
from quizapp.core.extraction.verbs import is_verb
from quizapp.core.values.word_lists import words

FROM = frozenset(words("from between desde entre de"))
"""Words that open a span."""
JOINERS = frozenset(words("- – — -- / to until till through thru a al hasta and y"))
"""Words and signs between the two ends of a span."""
ARTICLES = frozenset(words("the el la los las l of"))
"""Small words that belong to the time behind them."""
UNTIL = frozenset(words("until till hasta"))
"""Words behind which a span ends that began at some time before."""
LISTING = frozenset(words("and y"))
"""Joiners that more often list two times than join them."""
_DASHES = frozenset(words("- – — -- /"))
_SINCE = frozenset(words("since desde"))
_ONWARD = frozenset(words("on onward onwards forward adelante"))
_NEW_CLAUSE = frozenset(words("a an the he she it they we his her its their el la los las su"))


def second_end(tokens: Tokens, first: Point, opening: str) -> Point | None:
    """The other end of a span, where one stands behind the first."""
    place = first.end
    while tokens[place].folded in ("right", "up") and opening == "from" and place < first.end + 2:
        place += 1  # from 1901 right up to 1950
    joiner = tokens[place].folded
    if joiner not in JOINERS:
        return None
    at = place + 1
    short = tokens[at].digits
    if joiner in _DASHES and first.sort == "year" and len(short) == 2 and short.isdigit():
        return _short_end(tokens, first, at, short)
    while tokens[at].folded in ARTICLES and point(tokens, at) is None:
        at += 1
    second = point(tokens, at)
    if second is None or second.edtf.endswith("?"):
        return None
    if joiner in LISTING and not _spans(first, second, opening):
        return None
    if joiner in ("a", "al") and opening not in FROM and not second.year:
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


def joined_value(first: Point, second: Point, lent: Lent) -> str:
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


def opened_span(tokens: Tokens, value: Point, opening: str) -> tuple[str, int] | None:
    """The EDTF and end of an open span: since 1934, from the 1980s onward, until 1915."""
    if value.sort == "span":
        return None
    onward = value.end + (tokens[value.end].folded == "en")
    goes_on = tokens[onward].folded in _ONWARD
    if tokens[onward].folded == "on":
        goes_on = opening == "from"
    if goes_on or opening in _SINCE or (opening == "from" and _closed(tokens, value)):
        return f"{value.edtf.partition('/')[0]}/..", onward + 1 if goes_on else value.end
    if opening in UNTIL and value.sort != "century":
        return f"../{value.edtf.rpartition('/')[2]}", value.end
    return None


def _closed(tokens: Tokens, value: Point) -> bool:
    """Whether nothing follows "from 1881" in its clause, or a new clause begins."""
    after = tokens[value.end]
    ends = after.text in (",", ";", ".", ":", "", ")")
    begins = after.folded in _NEW_CLAUSE or _opens_clause(tokens, value)
    return value.sort != "part" and (ends or begins)


def _opens_clause(tokens: Tokens, value: Point) -> bool:
    """Whether the first words are "From 1921" and those behind have a verb: Ruiz ran a school."""
    opens = next((at for at in (1, 2, 3) if tokens[at - 1].folded == "from"), 0)
    if not opens or value.end > opens + 5 or tokens[value.end].sort != "w":
        return False
    for place in range(value.end + 1, value.end + 7):
        if tokens[place].text in (",", ";", ":", "") or tokens[place].folded in JOINERS:
            return False
        if is_verb(tokens, place):
            return True
    return False
