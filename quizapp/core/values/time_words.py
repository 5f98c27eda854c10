"""The words around times in English and Spanish, folded, as the tables the reader looks up."""

from __future__ import annotations

from functools import lru_cache

from quizapp.core.values.texts import typo_distance
from quizapp.core.values.word_lists import phrases, words

_MONTHS = (
    "january jan enero ene",
    "february feb febrero",
    "march mar marzo",
    "april apr abril abr",
    "may mayo",
    "june jun junio",
    "july jul julio",
    "august aug agosto ago",
    "september sept sep septiembre setiembre set",
    "october oct octubre",
    "november nov noviembre",
    "december dec diciembre dic",
)
MONTH_NUMBERS = {word: number for number, row in enumerate(_MONTHS, 1) for word in words(row)}
_SLIPPING = 6
"""Letters that a misspelled month has at least."""


@lru_cache(1 << 10)
def month_number(word: str) -> int:
    """The number of a month by its name, one slip in a long name allowed; 0 for none."""
    if word in MONTH_NUMBERS or len(word) < _SLIPPING:
        return MONTH_NUMBERS.get(word, 0)
    near = (
        number
        for name, number in MONTH_NUMBERS.items()
        if len(name) >= _SLIPPING and typo_distance(word, name, 1) == 1
    )
    return next(near, 0)


FILLERS = frozenset(
    words("in on during en el the year years month mes ano of durante era it was fue al is es")
)
"""Openings that say nothing about which time is meant."""

ABOUT = phrases(
    "more or less|mas o menos|alrededor de l|alrededor del|alrededor de|cerca de|en torno a"
    "|c|ca|circa|about|around|approximately|approx|roughly|some|near|hacia|aproximadamente"
    "|aprox|~"
)
PERHAPS = frozenset(words("perhaps maybe possibly probably quiza quizas posiblemente"))

FROM = frozenset(words("from de desde del"))
BETWEEN = frozenset(words("between entre"))
JOINERS = frozenset(words("- / to until till til through thru and & y a al hasta"))
LISTING = frozenset(words("and & y ,"))
"""Joiners only behind "between", or where both ends of a span are asked for."""
ADDING = LISTING | {"plus"}
SINCE = phrases("starting in|beginning in|a partir de|a partir del|since|from|desde")
ONWARD = phrases("on|onward|onwards|forward|en adelante|-")
UNTIL = phrases("up to|until|till|through|to|hasta")
STILL = phrases(
    "present|the present|present day|the present day|now|today|hoy|presente|el presente|ahora"
    "|actualidad|la actualidad"
)

PARTS = {
    "early": "early",
    "beginning": "early",
    "start": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "late",
    "principios": "early",
    "comienzos": "early",
    "inicios": "early",
    "mediados": "mid",
    "fines": "late",
    "finales": "late",
}

_DECADES = (
    ("twenties", "veinte", "2"),
    ("thirties", "treinta", "3"),
    ("forties", "cuarenta", "4"),
    ("fifties", "cincuenta", "5"),
    ("sixties", "sesenta", "6"),
    ("seventies", "setenta", "7"),
    ("eighties", "ochenta", "8"),
    ("nineties", "noventa", "9"),
)
DECADE_NAMES = {word: f"19{row[2]}X" for row in _DECADES for word in row[:2]} | {
    "ochentas": "198X",
    "noventas": "199X",
    "setentas": "197X",
    "sesentas": "196X",
}
"""Named decades are those of the 20th century."""

_ORDINALS = words(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
CENTURY_WORDS = {word: number for number, word in enumerate(_ORDINALS, 1)} | {"twenty first": 21}

_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}


def century_number(word: str) -> int:
    """The number of a century written in digits or Roman numerals (up to xxx), else 0."""
    if word.isdigit() and len(word) <= 2:
        return int(word)
    if not word or len(word) > 6 or set(word) - set(_ROMAN_VALUES):
        return 0
    values = [_ROMAN_VALUES[letter] for letter in word]
    following = [*values[1:], 0]
    return sum(
        -value if value < after else value for value, after in zip(values, following, strict=True)
    )
