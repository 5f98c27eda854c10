"""Number words, scales, hedges and units in English and Spanish, folded, as tables."""

from __future__ import annotations

from quizapp.core.values.word_lists import phrases, words

_EN_SMALL = words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_EN_TENS = words("twenty thirty forty fifty sixty seventy eighty ninety")
_ES_SMALL = words(
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres "
    "veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve"
)
_ES_TENS = words("treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_ES_HUNDREDS = words(
    "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos "
    "ochocientos novecientos"
)

SMALL = {
    "en": {word: n for n, word in enumerate(_EN_SMALL)}
    | {word: n * 10 for n, word in enumerate(_EN_TENS, 2)},
    "es": {word: n for n, word in enumerate(_ES_SMALL)}
    | {word: n * 10 for n, word in enumerate(_ES_TENS, 3)}
    | {word: n * 100 for n, word in enumerate(_ES_HUNDREDS, 1)}
    | {word[:-2] + "as": n * 100 for n, word in enumerate(_ES_HUNDREDS[1:], 2)}
    | {"un": 1, "una": 1, "cien": 100, "veintiun": 21, "veintiuna": 21},
}
"""Words below a thousand, but for English "hundred"."""

THOUSANDS = {"en": "thousand", "es": "mil"}

LARGE = {
    "en": {
        "million": 10**6, "billion": 10**9, "trillion": 10**12,
        "millions": 10**6, "billions": 10**9, "trillions": 10**12,
    },
    "es": {"millon": 10**6, "millones": 10**6, "billon": 10**12, "billones": 10**12},
}  # fmt: skip
"""Words above a thousand. The Spanish billón is a million millions."""

SCALE_WORDS = frozenset(LARGE["en"]) | frozenset(LARGE["es"]) | set(THOUSANDS.values())
"""Scale words of either language: one that was not read is never taken for a unit."""

SHORT_SCALES = {"k": 10**3, "mn": 10**6, "mln": 10**6, "bn": 10**9, "bil": 10**9}
"""Letters that may stand right behind digits."""

MONEY_SCALES = {"m": 10**6, "mm": 10**6, "mio": 10**6, "mill": 10**6, "b": 10**9}
"""Letters that are a scale behind money only: 30 m are metres, $30m are millions."""

DOZENS = frozenset({"dozen", "docena", "docenas"})

HALVES = {
    "en": {
        "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4,
        "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6,
        "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9,
        "tenth": 10, "tenths": 10,
    },
    "es": {
        "mitad": 2, "medio": 2, "media": 2, "tercio": 3, "tercios": 3, "tercera": 3,
        "cuarto": 4, "cuartos": 4, "quinto": 5, "quintos": 5, "sexto": 6, "sextos": 6,
        "octavo": 8, "octavos": 8, "decimo": 10, "decimos": 10,
    },
}  # fmt: skip
"""Names of fractions and what they divide by."""

_HEDGES = {
    "en": {
        "almost": "almost|nearly|not quite|just under|just below|close to",
        "about": "about|around|approximately|approx|roughly|some|circa|ca|c|~|near",
        "over": "over|more than|above|exceeding|in excess of|>",
        "up-to": "up to|as many as|as much as",
        "at-least": "at least|no fewer than|no less than|not less than|a minimum of",
        "at-most": "at most|no more than|not more than|a maximum of|maximum|max|less than"
        "|fewer than|under|below|<",
        "perhaps": "perhaps|maybe|possibly|probably",
    },
    "es": {
        "almost": "casi|poco menos de",
        "about": "unos|unas|alrededor de|aproximadamente|aprox|cerca de|mas o menos|hacia"
        "|en torno a|~|como",
        "over": "mas de|por encima de|>",
        "up-to": "hasta",
        "at-least": "al menos|por lo menos|como minimo|un minimo de|no menos de",
        "at-most": "como maximo|a lo sumo|no mas de|un maximo de|menos de|<",
        "perhaps": "quiza|quizas|tal vez|posiblemente|probablemente",
    },
}
_TYPED = {
    "en": {
        "": "a total of|in total|altogether|in all",
        "exactly": "exactly|precisely",
        "below": "less than|fewer than|under|below|<",
        "over": "a little over|a little more than|a bit over|a bit more than|slightly over"
        "|slightly more than|just over|well over|upwards of|upward of",
        "up-to": "till|until",
        "at-least": "minimum of|minimum",
        "at-most": "maximum of|at the most|no longer than|≤",
    },
    "es": {
        "": "un total de|en total",
        "exactly": "exactamente|precisamente",
        "below": "menos de|por debajo de|<",
        "over": "un poco mas de|algo mas de",
        "at-most": "maximo|≤",
    },
}
"""What learners write besides; less than N is no N at most."""

_TRAILING = {
    "en": {
        "about": "or so|more or less|approx|approximately|about|~",
        "over": "plus",
        "at-least": "or more|and more|at least|+",
        "at-most": "or less|or fewer|at most",
    },
    "es": {
        "about": "mas o menos|aprox|aproximadamente|~",
        "at-least": "o mas|al menos|por lo menos|como minimo|+",
        "at-most": "o menos|como maximo|a lo sumo",
    },
}

Hedges = tuple[tuple[tuple[str, ...], str], ...]


def _pairs(table: dict[str, str]) -> Hedges:
    """(words, hedge) pairs, longer phrases first."""
    pairs = [(phrase, hedge) for hedge, text in table.items() for phrase in phrases(text)]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


HEDGES = {code: _pairs(table) for code, table in _HEDGES.items()}
"""What stands before a number in a text, and the hedge that it means."""

TYPED_HEDGES = {
    code: tuple(
        sorted((dict(HEDGES[code]) | dict(_pairs(table))).items(), key=lambda pair: -len(pair[0]))
    )
    for code, table in _TYPED.items()
}
"""What stands before a number that a learner types: further words, "below" and "exactly"."""

TRAILING_HEDGES = {code: _pairs(table) for code, table in _TRAILING.items()}
"""What stands behind a number."""

HEDGE_WORDS = {
    "en": {
        "almost": "almost {}", "about": "about {}", "over": "over {}", "up-to": "up to {}",
        "at-least": "at least {}", "at-most": "at most {}", "perhaps": "perhaps {}",
    },
    "es": {
        "almost": "casi {}", "about": "alrededor de {}", "over": "más de {}",
        "up-to": "hasta {}", "at-least": "al menos {}", "at-most": "como máximo {}",
        "perhaps": "quizá {}",
    },
}  # fmt: skip
"""How a hedge is written before a number."""

RANGE_OPENINGS = {"en": {"from", "between"}, "es": {"de", "desde", "entre"}}
RANGE_JOINERS = {
    "en": {"to", "and", "until", "through"},
    "es": {"a", "y", "hasta"},
}

_UNITS = {
    "%": "% percent percents percentage pct perc procent procents prozent porciento",
    "US$": "us$ $ usd dollar dollars dolar dolares",
    "€": "€ eur euro euros",
    "£": "£ gbp pound pounds libras",
    "S/": "s/ pen sol soles",
    "years": "years year yr yrs ano anos",
    "months": "months month mes meses",
    "weeks": "weeks week semana semanas",
    "days": "days day dia dias",
    "hours": "hours hour hora horas h",
    "minutes": "minutes minute minuto minutos min",
    "km": "km kilometer kilometers kilometre kilometres kilometro kilometros",
    "m": "m meter meters metre metres metro metros",
    "miles": "miles mile milla millas",
    "kg": "kg kilogram kilograms kilogramo kilogramos kilos",
    "tons": "tons ton tonne tonnes tonelada toneladas t",
}
UNIT_OF_WORD = {word: unit for unit, row in _UNITS.items() for word in words(row)}
"""Units that are told apart; other unit words ("officers", "troops") are left to the stem."""

MONEY = frozenset({"US$", "€", "£", "S/"})


def canonical_unit(unit: str) -> str:
    """One spelling for a unit: "%" for percent, "US$" for dollars; others in lower case.

    A known unit at the beginning or the end decides: "percent of exports", "US dollars".
    """
    folded = unit.casefold().replace("ñ", "n").replace("ó", "o").split()
    if folded[:2] in (["per", "cent"], ["por", "ciento"]):
        return "%"
    for word in (" ".join(folded), *folded[:1], *folded[-1:]):
        if word in UNIT_OF_WORD:
            return UNIT_OF_WORD[word]
    return " ".join(folded)


KNOWN_UNITS = frozenset(UNIT_OF_WORD.values())
