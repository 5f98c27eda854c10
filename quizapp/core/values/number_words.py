"""Number words, scales, hedges and units in English and Spanish, folded, as tables."""

from __future__ import annotations

from decimal import Decimal

_EN_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ES_SMALL = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres "
    "veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve"
).split()
_ES_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()
_ES_HUNDREDS = (
    "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos "
    "ochocientos novecientos"
).split()

SMALL = {
    "en": {word: n for n, word in enumerate(_EN_SMALL)}
    | {word: n * 10 for n, word in enumerate(_EN_TENS, 2)}
    | {"a": 1, "an": 1, "dozen": 12},
    "es": {word: n for n, word in enumerate(_ES_SMALL)}
    | {word: n * 10 for n, word in enumerate(_ES_TENS, 3)}
    | {word: n * 100 for n, word in enumerate(_ES_HUNDREDS, 1)}
    | {word[:-2] + "as": n * 100 for n, word in enumerate(_ES_HUNDREDS[1:], 2)}
    | {"un": 1, "una": 1, "cien": 100, "veintiun": 21, "veintiuna": 21, "docena": 12},
}
"""Words below a thousand, but for English "hundred"."""

THOUSANDS = {"en": "thousand", "es": "mil"}

LARGE = {
    "en": {"million": 10**6, "billion": 10**9, "trillion": 10**12},
    "es": {"millon": 10**6, "millones": 10**6, "billon": 10**12, "billones": 10**12},
}
"""Words above a thousand. The Spanish billón is a million millions."""

SHORT_SCALES = {
    "en": {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9},
    "es": {"mm": 10**6, "k": 10**3, "m": 10**6},
}
"""Letters that may stand right behind digits."""

HALVES = {
    "en": {
        "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4,
        "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6,
        "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10,
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
        "at-most": "at most|no more than|not more than|a maximum of|less than|fewer than|<",
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
_TRAILING = {
    "en": {
        "about": "or so|more or less|approx|approximately|about|~",
        "at-least": "or more|at least|+",
        "at-most": "or less|or fewer|at most",
    },
    "es": {
        "about": "mas o menos|aprox|aproximadamente|~",
        "at-least": "o mas|al menos|por lo menos|como minimo|+",
        "at-most": "o menos|como maximo|a lo sumo",
    },
}

Phrases = tuple[tuple[tuple[str, ...], str], ...]


def _phrases(table: dict[str, str]) -> Phrases:
    """(words, hedge) pairs, longest first."""
    pairs = [
        (tuple(phrase.split()), hedge)
        for hedge, phrases in table.items()
        for phrase in phrases.split("|")
    ]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


HEDGES = {code: _phrases(table) for code, table in _HEDGES.items()}
"""What stands before a number, and the hedge that it means."""

TRAILING_HEDGES = {code: _phrases(table) for code, table in _TRAILING.items()}
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
    "en": {"to", "and", "until", "through", "or"} - {"or"},
    "es": {"a", "y", "hasta"},
}

_UNITS = {
    "%": "% percent percentage pct porciento",
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
UNIT_OF_WORD = {word: unit for unit, words in _UNITS.items() for word in words.split()}
"""Units that are told apart; other unit words ("officers", "troops") are left to the stem."""

MONEY = frozenset({"US$", "€", "£", "S/"})


def canonical_unit(unit: str) -> str:
    """One spelling for a unit: "%" for percent, "US$" for dollars; others in lower case."""
    folded = " ".join(unit.casefold().replace("ñ", "n").replace("ó", "o").split())
    if folded in ("per cent", "por ciento"):
        return "%"
    return UNIT_OF_WORD.get(folded, folded)


HUNDRED = Decimal(100)
