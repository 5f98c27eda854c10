"""Times in a sentence: points joined to spans, hedged, opened, and leaning on earlier years."""

from __future__ import annotations

import re
from functools import lru_cache

from quizapp.core.extraction.ages import Point
from quizapp.core.extraction.leaning import (
    NEXT_YEAR,
    SAME_MONTH,
    SAME_YEAR,
    YEAR_AFTER,
    Lent,
    checked,
    day_alone,
    is_aside,
    leaning,
    phrase_at,
)
from quizapp.core.extraction.model import Hit
from quizapp.core.extraction.points import OPENINGS, PARTS, PARTS_OF_YEAR, SEASONS, point
from quizapp.core.extraction.spans import (
    ARTICLES,
    FROM,
    JOINERS,
    LISTING,
    UNTIL,
    joined_value,
    opened_span,
    second_end,
)
from quizapp.core.extraction.tokens import DIGITS, Tokens
from quizapp.core.extraction.verbs import is_verb
from quizapp.core.values.word_lists import words

_ABOUT = frozenset(words("c ca circa about around roughly approximately hacia aproximadamente"))
_OPEN_ENDED = frozenset(words("since until till desde hasta"))
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
_BEFORE_COUNTED_YEAR = _BEFORE_YEAR - _BEFORE_COUNT
_PLURALS = re.compile(r"[a-z]{3,}[^su]s\b|people$|men$|women$|children$|personnel$|feet$|copies$")
_OPENINGS = OPENINGS | frozenset("'’‘") | {DIGITS}
"""Words by which a time may begin, signs ('20s) and numbers."""
_MANY = 400
"""Values that are read in one sentence; a sentence that holds more is a table."""


def find_times(tokens: Tokens, lent: Lent) -> list[Hit]:
    """Every time of a sentence, in order; `lent` is read and brought up to date."""
    hits: list[Hit] = []
    free = 0
    for at in tokens.places(_OPENINGS):
        hit = _at(tokens, at, free, lent) if at >= free else None
        if hit is None:
            continue
        if hit.value:
            hits.append(hit)
            lent.learn(hit.value, aside=is_aside(tokens, hit))
        free = max(hit.last, at + 1)
        if len(hits) >= _MANY:
            break
    return hits


def _at(tokens: Tokens, at: int, free: int, lent: Lent) -> Hit | None:
    token = tokens[at]
    if len(token.digits) > 2:
        said, first = None, point(tokens, at)
    elif token.sort == "n":
        said = _day_of_that_month(tokens, at, lent)
        first = None if said else _day_of_span(tokens, at) or point(tokens, at)
    else:
        said = _in_lent_year(tokens, at, lent) if lent.latest else None
        first = None if said else point(tokens, at)
    if first is None or not _world(tokens, at, first):
        return said
    return _span(tokens, at, free, first, lent)


def _in_lent_year(tokens: Tokens, at: int, lent: Lent) -> Hit | None:
    """The next year, the summer of the same year, late that year: what leans on the last year."""
    word = tokens[at].folded
    if word in ("the", "al", "el"):
        leaning = phrase_at(tokens, at, NEXT_YEAR) if lent.year else 0
        return Hit("year", str(int(lent.latest) + 1), at, at + leaning) if leaning else None
    if word in SEASONS and (same := phrase_at(tokens, at + 1, SAME_YEAR)):
        return Hit("year", lent.latest, at, at + 1 + same)
    return _part_of_lent(tokens, at, lent) if word in PARTS else None


def _part_of_lent(tokens: Tokens, at: int, lent: Lent) -> Hit | None:
    """A part of the last year that was named, or of the next: late that year."""
    place = at + 1
    later, same = phrase_at(tokens, place, YEAR_AFTER), phrase_at(tokens, place, SAME_YEAR)
    if not later and not same and tokens[place].folded not in ("that", "the"):
        return None
    if (tokens[place].folded, tokens[place + 1].folded) == ("that", "year"):
        same = 2
    if not later and not same:
        return None
    months = PARTS_OF_YEAR[PARTS[tokens[at].folded]]
    year = int(lent.latest) + bool(later)
    value = f"{year}-{months[0]}~/{year}-{months[1]}~"
    return Hit("range", value, at, place + (later or same))


def _day_of_that_month(tokens: Tokens, at: int, lent: Lent) -> Hit | None:
    """The 19th of that month, el 19 de ese mes: the month is the latest that the text named."""
    day = tokens[at].digits
    if not (day and lent.month and lent.year):
        return None
    place = at + 1 + (tokens[at + 1].glued and tokens[at + 1].folded in ("st", "nd", "rd", "th"))
    length = phrase_at(tokens, place, SAME_MONTH)
    if not length or not day.isdigit() or len(day) > 2:
        alone, end = day_alone(tokens, at, lent)
        return Hit("date", alone, at, end) if alone else None
    value = checked(f"{lent.year}-{lent.month:02}-{int(day):02}")
    return Hit("date", value, at, place + length) if value else None


def _day_of_span(tokens: Tokens, at: int) -> Point | None:
    """The 3 of "3 to 5 December 1992", told by the day that follows."""
    day = tokens[at].digits
    if not (day.isdigit() and len(day) <= 2 and 0 < int(day) < 32):
        return None
    joiner = tokens[at + 1].folded
    opening = tokens[at - 1 - (tokens[at - 1].folded in ("el", "the"))].folded
    if joiner not in JOINERS or (joiner in LISTING and opening not in FROM):
        return None
    last = point(tokens, at + 2 + (tokens[at + 2].folded in ("el", "the")))
    if last is None or last.sort != "day":
        return None
    return Point(f"{last.edtf[:-2]}{int(day):02}", "day", at + 1)


def _world(tokens: Tokens, at: int, first: Point) -> bool:
    """Whether the point is said of the world, and is no label, count or name."""
    before = tokens[at - 1].folded
    if first.yearless:
        return _is_of_a_year(tokens, at, first)
    if first.sort != "year" or tokens[at].sort != "n":
        return True
    if before == "." and tokens[at - 3].text == "(" and tokens[at - 2].folded in ("n", "b", "m"):
        return True
    labelled = before in _LABELS or (before == "." and tokens[at - 2].folded in _LABELS)
    after = tokens[first.end]
    if labelled or _is_part_of_a_sign(tokens, at, first.end):
        return False
    counted = after.sort == "w" and after.text.islower() and _is_plural(after.folded)
    if counted and not is_verb(tokens, first.end):
        return before in _BEFORE_COUNTED_YEAR
    return _in_context(tokens, at, first.end)


@lru_cache(maxsize=5_000)
def _is_plural(word: str) -> bool:
    return _PLURALS.search(word) is not None


def _is_of_a_year(tokens: Tokens, at: int, first: Point) -> bool:
    """Whether a day or month without a year is one of some year, and does not come every year."""
    if any(tokens[at - back].folded in _RECURRING for back in (1, 2, 3)):
        return False
    spans = tokens[at - 1].text == "-" and not tokens[at - 2].capital
    told = tokens[at - 1].folded in _BEFORE_MONTH or spans or _joined(tokens, first.end)
    return first.sort != "month" or told


def _is_part_of_a_sign(tokens: Tokens, at: int, end: int) -> bool:
    """B-1900, 1900 %, 1500m, 1900-foot."""
    before, after = tokens[at - 1], tokens[end]
    if before.text == "-" and tokens[at].glued and tokens[at - 2].sort == "w":
        return True
    spans = after.text == "/" and len(tokens[end + 1].digits) in (2, 4)
    if (after.text in _NOT_BEHIND_YEARS and not spans) or (after.glued and after.sort == "w"):
        return True
    return after.text == "-" and after.glued and tokens[end + 1].sort == "w"


def _in_context(tokens: Tokens, at: int, end: int) -> bool:
    """A bare year needs a word or a sign beside it that lets years stand there."""
    before, after = tokens[at - 1], tokens[end]
    if before.text == "." and tokens[at - 2].folded in ("c", "ca"):
        return True
    if before.folded in _BEFORE_YEAR or before.text in ("(", ",", "–", "-", "—", "/", ";", "["):
        return True
    if after.folded in JOINERS or after.text in (")", ",", ";", ".", ""):
        return True
    return before.sort == "w" or at == 0


def _joined(tokens: Tokens, end: int) -> bool:
    """Whether a month goes on as a span: May-September 1899."""
    return tokens[end].folded in JOINERS and point(tokens, end + 1) is not None


def _span(tokens: Tokens, at: int, free: int, first: Point, lent: Lent) -> Hit | None:
    """The point as it stands in the text: alone, with a second one, open or hedged."""
    start = at
    if first.sort == "year" and tokens[at - 1].folded in ("ano", "year") and at - 1 >= free:
        start -= 1  # desde el año 2012
    while tokens[start - 1].folded in ARTICLES and start - 1 >= free:
        start -= 1
    opening = tokens[start - 1].folded if start - 1 >= free else ""
    if opening in _ABOUT and first.sort == "year" and tokens[start - 2].folded in _OPEN_ENDED:
        first, start = first._replace(edtf=f"{first.edtf}~"), start - 1  # since about 1950
        opening = tokens[start - 1].folded
    if opening in ("de", "del") and tokens[start - 2].folded == "partir":
        opening, start = "desde", start - 2  # a partir de 1961
    if opening == "to" and tokens[start - 2].folded == "up":
        opening, start = "until", start - 1
    second = second_end(tokens, first, opening)
    if second is not None:
        value = joined_value(first, second, lent)
        if value:
            lead = start - 1 if opening in FROM else start
            return Hit("range", value, lead, second.end)
    first = leaning(tokens, first, lent, start)
    if not first.edtf or (first.yearless and first.sort == "month"):
        return None
    not_until = opening in UNTIL and tokens[start - 2].folded == "not"  # that is when it began
    opened = None if not_until else opened_span(tokens, first, opening)
    if opened:
        return Hit("range", opened[0], start - 1, opened[1])
    return _hedged(tokens, start, free, first)


def _hedged(tokens: Tokens, start: int, free: int, value: Point) -> Hit:
    """A point with the hedge before it."""
    before, lead = tokens[start - 1].folded, start - 1
    if before == "." and tokens[start - 2].folded in ("c", "ca"):
        before, lead = tokens[start - 2].folded, start - 2
    edtf, approx = value.edtf, "perhaps" if value.edtf.endswith("?") else ""
    if lead >= free and before in _ABOUT and value.sort != "part" and not approx:
        edtf, approx, start = edtf + "~", "about", lead
    elif lead >= free and before in _PERHAPS and value.sort != "part" and not approx:
        edtf, approx, start = edtf + "?", "perhaps", lead
    kind = "year" if value.sort == "year" else "date" if value.sort in ("day", "month") else "range"
    return Hit(kind, edtf, start, value.end, approx=approx)
