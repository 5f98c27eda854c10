"""Figures in a sentence: counts, measures, money, percents and spans, with hedge and unit."""

from __future__ import annotations

import sys
from decimal import Decimal

from quizapp.core.extraction.amounts import OPENINGS, Amount, amount
from quizapp.core.extraction.counting import changes, stands, unit_around
from quizapp.core.extraction.hedges import hedge_before, hedge_behind
from quizapp.core.extraction.labels import is_said_of_the_world
from quizapp.core.extraction.model import Hit
from quizapp.core.extraction.phrases import GROUP_OPENINGS
from quizapp.core.extraction.tokens import Tokens
from quizapp.core.extraction.units import (
    CURRENCY_WORDS,
    MONEY_SIGNS,
    is_stop,
    is_weight,
    unit_at,
    unit_of_share,
)
from quizapp.core.extraction.verbs import is_verb
from quizapp.core.values.word_lists import words

_JOINERS = {"en": frozenset(words("to - – — or and")), "es": frozenset(words("a - – — o y u"))}
_PAIRING = frozenset(words("to and or then at by , - – — of a y o u de por from nor not only over"))
_BETWEEN = frozenset(words("between entre"))
_BEFORE_SPANS = _BETWEEN | {"from", "de"}
_DURATIONS = frozenset(
    words(
        """years months weeks days hours minutes seconds decades centuries year month week day hour
        anos años meses semanas dias días horas minutos segundos siglos mes semana hora"""
    )
)
_NOT_LENT = _DURATIONS | {"", "percent"}
_WHOLES = frozenset(map(Decimal, (3, 4, 5, 6, 8, 10, 20, 100, 1000)))
_COVERS = frozenset(words("water snow ice mud sand ash rubble earth soil rock silt lava"))
_BELOW_ZERO = frozenset((("below", "zero"), ("below", "freezing"), ("bajo", "cero")))
_THEM = frozenset(words("them us whom ellos ellas"))
_MANY = 400
_NO_MORE = Hit("", "", sys.maxsize, sys.maxsize)
"""Stands behind the last time of a sentence."""
_LONGEST_SHARE = 3
"""Digits of a whole number that may share "per cent" with the next."""
_FRACTION_DIGITS = Decimal("0.0001")


def find_figures(tokens: Tokens, language: str, taken: list[Hit]) -> list[Hit]:
    """Every figure of a sentence, in order; what `taken` covers (times) is left out."""
    covered = {place for hit in taken for place in range(hit.first, hit.last)}
    before = iter([*taken, _NO_MORE])
    time = next(before)
    hits: list[Hit] = []
    free = read = 0
    for at in tokens.places(OPENINGS[language]):
        while time.last <= at:
            free, time = max(free, time.last), next(before)
        if at < read or at in covered or len(hits) >= _MANY:
            continue
        hit, behind = _figure(tokens, at, free, language, hits, covered)
        if hit is not None:
            hits.append(hit)
            free = max(free, behind)
        read = behind
    return _with_shared_units(tokens, hits)


def _figure(
    tokens: Tokens, at: int, free: int, language: str, hits: list[Hit], covered: set[int]
) -> tuple[Hit | None, int]:
    """The figure at a place (None: there is none) and the place behind what was read."""
    sign = ""
    start = at
    if tokens[at].folded in MONEY_SIGNS:
        sign, start = tokens[at].text, at + 1
    low = amount(tokens, start, language, money=bool(sign))
    if low is None or not covered.isdisjoint(range(start, low.end)):
        return None, at
    share = None if sign else _one_in(tokens, at, low, language)
    if share is not None:
        return share
    if not sign and not is_said_of_the_world(tokens, at, low):
        return None, low.end
    low = low if sign else _scaled_as_its_pair(tokens, at, low, language)
    high = _high(tokens, at, low, language, money=bool(sign))
    if high is not None and not covered.isdisjoint(range(low.end, high.end)):
        high = None
    last = high or low
    unit, end = (sign, last.end) if sign else _unit(tokens, last, language)
    if not unit:
        unit, end = unit_around(tokens, at, last)
    unit = unit or unit_of_share(tokens, last.end)
    negative = not sign and _minus(tokens, at)
    approx, lead = hedge_before(tokens, at, free, language)
    if lead == 0 and approx == "over" and _is_throughout(tokens, end, unit):
        approx, lead = "", at  # Over 460 pages it found
    elif not approx and not sign:
        approx = hedge_behind(tokens, end)
    elif approx and _is_beneath(tokens, lead, end):
        approx, lead = "", at
    last, end = _half_behind(tokens, last, end, language)
    hit = Hit(
        "percent" if unit == "percent" else "figure",
        "-" * negative + _value(low if high else last, high),
        lead - negative if not high or lead < at else _opening(tokens, at, free),
        end,
        unit,
        approx,
    )
    return (_below_zero(tokens, hit) if stands(tokens, at, hit, last, hits) else None), end


def _is_beneath(tokens: Tokens, lead: int, end: int) -> bool:
    """Whether "under" before a number is where something was: under two metres of water."""
    covers = tokens[end].folded == "of" and tokens[end + 1].folded in _COVERS
    return covers and tokens[lead].folded in ("under", "below")


def _is_throughout(tokens: Tokens, end: int, unit: str) -> bool:
    """Whether "Over" before a number means "through": a clause begins behind its noun."""
    after = tokens[end]
    if after.text == ",":
        return unit.lower() in _DURATIONS
    return after.capital or after.folded in GROUP_OPENINGS


def _below_zero(tokens: Tokens, hit: Hit) -> Hit:
    """The figure, negative where the text says so: minus 41 degrees, 41 grados bajo cero."""
    if hit.unit not in ("degrees", "grados", "°C", "°F"):
        return hit
    if tokens[hit.first - 1].folded in ("minus", "menos"):
        return hit._replace(value=f"-{hit.value}", first=hit.first - 1)
    if (tokens[hit.last].folded, tokens[hit.last + 1].folded) in _BELOW_ZERO:
        return hit._replace(value=f"-{hit.value}", last=hit.last + 2)
    return hit


def _minus(tokens: Tokens, at: int) -> bool:
    """Whether the sign before a number makes it negative."""
    before = tokens[at - 1]
    return tokens[at].glued and before.text in ("-", "−") and not before.glued


def _value(low: Amount, high: Amount | None) -> str:
    first = low.number
    if high is None:
        return _written(first)
    if low.scale == 1 and high.scale > 1 and first * high.scale < high.number:
        first *= high.scale
    return f"{_written(first)}/{_written(high.number)}"


def _written(number: Decimal) -> str:
    """The number as facts write it: no exponent, no idle noughts, at most four places."""
    plain = str(number)
    if plain.isdigit():
        return plain
    if number != number.to_integral_value():
        number = number.quantize(_FRACTION_DIGITS)
        return format(number, "f").rstrip("0").rstrip(".")
    return format(number.to_integral_value(), "f")


def _one_in(tokens: Tokens, at: int, part: Amount, language: str) -> tuple[Hit, int] | None:
    """One in eight, one in every ten, dos de cada tres: a share; `part` is its first number."""
    if part.number > 9:
        return None
    place = part.end
    if part.number == 1 and tokens[place + 1].folded == "in":
        between = tokens[place].text.islower() and not is_stop(tokens[place].folded)
        place += between  # one family in five
    joined = tokens[place].folded, tokens[place + 1].folded
    if joined[0] not in ("in", "out", "de"):
        return None
    if joined not in (("in", "every"), ("out", "of"), ("de", "cada")):
        if joined[0] != "in" or tokens[place + 1].sort == "n" or tokens[at].sort == "n":
            return None
        place -= 1
    every = joined == ("out", "of") and tokens[place + 2].folded == "every"
    whole = amount(tokens, place + 2 + every, language)
    if whole is None or whole.number <= part.number:
        return None
    if part.number > 1 and whole.number not in _WHOLES and joined[0] == "in":
        return None
    share = _written(part.number / whole.number)
    return Hit("figure", share, at, whole.end, unit_at(tokens, whole.end, language)[0]), whole.end


def _high(tokens: Tokens, at: int, low: Amount, language: str, *, money: bool) -> Amount | None:
    """The upper end of a span that begins with `low`."""
    joiner = tokens[low.end].folded
    if joiner not in _JOINERS[language] or low.fraction:
        return None
    opening = tokens[at - 1 - (tokens[at - 1].folded in ("un", "el"))].folded
    if joiner in ("and", "y") and opening not in _BETWEEN:
        return None
    if changes(tokens, at, low):
        return None
    start = low.end + 1
    article = tokens[start].folded in ("un", "el") and tokens[start + 1].sort == "n"
    if article or tokens[start].folded in MONEY_SIGNS:
        start += 1
    high = amount(tokens, start, language, money=money)
    if high is None or high.fraction:
        return None
    first = low.number * (high.scale if low.scale == 1 and high.scale > 1 else 1)
    if joiner in ("or", "o", "u") and high.number > first * 2:
        return None
    return high if first < high.number else None


def _scaled_as_its_pair(tokens: Tokens, at: int, low: Amount, language: str) -> Amount:
    """The number with the scale that only the end of its change tells."""
    if low.scale > 1 or not low.digits or low.number >= 1000 or not changes(tokens, at, low):
        return low
    end = amount(tokens, low.end + 1, language)
    scale = end.scale if end is not None and end.digits else 1
    if end is None or low.number * scale > 10 * end.number:  # from 900 to 1.1 million
        return low
    return low._replace(number=low.number * scale, scale=scale)


def _unit(tokens: Tokens, last: Amount, language: str) -> tuple[str, int]:
    place = last.end
    if last.scale > 1 and tokens[place].folded == "de":
        place += 1
    if last.fraction:
        return "", last.end
    while tokens[place].folded in ("more", "other", "further", "mas", "otros", "otras"):
        place += 1
    unit, end = unit_at(tokens, place, language)
    if not unit:
        return "", last.end
    money = unit.lower() in CURRENCY_WORDS and language == "en"
    if money and not (unit.lower() == "pounds" and is_weight(tokens, end)):
        unit = CURRENCY_WORDS[unit.lower()]
    return unit, end


def _half_behind(tokens: Tokens, last: Amount, end: int, language: str) -> tuple[Amount, int]:
    """Tres toneladas y media."""
    said = language == "es" and tokens[end].folded == "y"
    said = said and tokens[end + 1].folded in ("media", "medio")
    if said and last.number == int(last.number):
        return last._replace(number=last.number + Decimal("0.5")), end + 2
    return last, end


def _opening(tokens: Tokens, at: int, free: int) -> int:
    at -= tokens[at - 1].folded in ("un", "el") and tokens[at - 2].folded in _BETWEEN
    return at - 1 if at > free and tokens[at - 1].folded in _BEFORE_SPANS else at


def _shared(done: list[Hit]) -> str:
    """The unit that a bare number shares: that of the last figure, durations left aside."""
    told = [hit.unit for hit in done[-3:] if hit.unit.lower() not in _NOT_LENT | MONEY_SIGNS]
    return told[-1] if told and done[-1].unit.lower() in _DURATIONS else done[-1].unit


def _paired(tokens: Tokens, hit: Hit, following: Hit) -> bool:
    """Whether only "to", "and" or a comma stands between two numbers that share a unit."""
    between = range(hit.last, following.first)
    near = following.first - hit.last <= 2 and "." not in hit.value
    other = following.unit == "percent" and len(hit.value) > _LONGEST_SHARE
    if not near or other or [tokens[place].folded for place in between] == [",", "from"]:
        return False  # 212 out of 5,900, or 3.6 per cent; fifty-four, from nineteen islands
    return all(tokens[place].folded in _PAIRING for place in between)


def _is_apart(tokens: Tokens, last: int, first: int) -> bool:
    """Whether a number stands in another clause than the one before, whose unit is not its own.

    So it is where a change begins ("fell from forty-one"), or where an insertion was closed.
    """
    between = range(last, first)
    if tokens[first - 1].folded in ("from", "de") and any(is_verb(tokens, at) for at in between):
        return True
    return any(tokens[at].text == "," and is_verb(tokens, at + 1) for at in between)


def _is_of_them(tokens: Tokens, hit: Hit) -> bool:
    """Whether a number counts people or things, and no time: after two weeks, fifty of them."""
    return tokens[hit.last].folded in ("of", "de") and tokens[hit.last + 1].folded in _THEM


def _with_shared_units(tokens: Tokens, hits: list[Hit]) -> list[Hit]:
    """Elided units come from the next number of a pair (18 to 6 per cent), or from the last."""
    done: list[Hit] = []
    for place, hit in enumerate(hits):
        following = hits[place + 1] if place + 1 < len(hits) else None
        unit = hit.unit
        if not unit and following and _paired(tokens, hit, following):
            unit = following.unit
        elif not unit and done and not hit.value.startswith("0."):
            unit = "" if _is_apart(tokens, done[-1].last, hit.first) else _shared(done)
            unit = "" if unit.lower() in _DURATIONS and _is_of_them(tokens, hit) else unit
        kind = "percent" if unit == "percent" else hit.kind
        same = (unit, kind) == (hit.unit, hit.kind)
        done.append(hit if same else hit._replace(unit=unit, kind=kind))
    return done
