"""Times as sentences write them, in English and Spanish."""

from __future__ import annotations

from quizapp.core.values.edtf import TimeValue, ends, part_of_century, part_of_decade

MONTHS = {
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August",
        "September", "October", "November", "December",
    ),
    "es": (
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
        "septiembre", "octubre", "noviembre", "diciembre",
    ),
}  # fmt: skip

_WORDS = {
    "en": {"since": "since {}", "until": "until {}", "about": "c. {}", "perhaps": "perhaps {}"},
    "es": {"since": "desde {}", "until": "hasta {}", "about": "hacia {}", "perhaps": "quizá {}"},
}
_THE = {"en": {"decade": "the ", "century": "the "}, "es": {"decade": "la ", "century": "el "}}
_PARTS_ES = {"early": "principios", "mid": "mediados", "late": "fines"}
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def format_time(value: TimeValue, language: str) -> str:
    """The value as a reader expects it: "1905–12", "February 1990", "mediados de los años 80".

    `language` is a code whose first part is looked at; what is not Spanish is English.
    """
    code = "es" if language.lower().startswith("es") else "en"
    words = _WORDS[code]
    start, end = ends(value)
    if value.precision != "range":
        return _point(value, code)
    if end is None and start is not None:
        return words["since"].format(_THE[code].get(start.precision, "") + _point(start, code))
    if start is None and end is not None:
        return words["until"].format(_THE[code].get(end.precision, "") + _point(end, code))
    return _part(value, code) or _span(value, code)


def _part(value: TimeValue, code: str) -> str:
    """A part of a decade or century by its name, "" when the span is none."""
    found = part_of_decade(value)
    if found:
        part, decade = found
        if code == "en":
            return f"{part}{'-' if part == 'mid' else ' '}{decade}s"
        if 1920 <= decade <= 1990:
            return f"{_PARTS_ES[part]} de los años {decade % 100}"
        return f"{_PARTS_ES[part]} de la década de {decade}"
    found = part_of_century(value)
    if found:
        part, first = found
        if code == "en":
            return f"{part}{'-' if part == 'mid' else ' '}{_century(first, code)}"
        return f"{_PARTS_ES[part]} del {_century(first, code)}"
    return ""


def _point(value: TimeValue, code: str) -> str:
    text = _bare(value, code)
    if value.approximate:
        text = _WORDS[code]["about"].format(text)
    if value.uncertain:
        text = _WORDS[code]["perhaps"].format(text)
    return text


def _bare(value: TimeValue, code: str) -> str:
    """A single value without its marks."""
    joiner = " de " if code == "es" else " "
    plain = value.edtf.rstrip("~?%")
    if value.precision == "century":
        return _century(int(plain[:2]) * 100, code)
    if value.precision == "decade":
        return f"década de {plain[:3]}0" if code == "es" else f"{int(plain[:3])}0s"
    year, *rest = plain.split("-")
    pieces = [str(int(rest[1]))] if len(rest) == 2 else []
    pieces += [MONTHS[code][int(rest[0]) - 1]] if rest else []
    pieces += [str(int(year))] if year != "XXXX" else []
    return joiner.join(pieces)


def _century(first_year: int, code: str) -> str:
    number = first_year // 100 + 1
    if code == "es":
        return f"siglo {_roman(number)}"
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10)
    return f"{number}{ending or 'th'} century"


def _roman(number: int) -> str:
    text = ""
    for size, letters in _ROMAN:
        while number >= size:
            text, number = text + letters, number - size
    return text


def _span(value: TimeValue, code: str) -> str:
    start, end = ends(value)
    if start is None or end is None:
        return ""
    plain = not (value.approximate or value.uncertain)
    if plain and start.precision == end.precision:
        short = _short_span(start, end, code)
        if short:
            return short
    return f"{_point(start, code)} – {_point(end, code)}"


def _short_span(start: TimeValue, end: TimeValue, code: str) -> str:
    """A span that says what both ends share only once, "" when they share nothing."""
    joiner = " de " if code == "es" else " "
    a, b = start.earliest, end.earliest
    if start.precision == "year":
        same = a.year // 100 == b.year // 100 and a.year >= 1000
        return f"{a.year}–{b.year % 100:02d}" if same else f"{a.year}–{b.year}"
    if start.precision == "month" and a.year == b.year:
        names = MONTHS[code]
        return joiner.join((f"{names[a.month - 1]}–{names[b.month - 1]}", str(a.year)))
    if start.precision == "day" and (a.year, a.month) == (b.year, b.month):
        return joiner.join((f"{a.day}–{b.day}", MONTHS[code][a.month - 1], str(a.year)))
    if start.precision == "decade":
        first, last = _bare(start, code), _bare(end, code)
        return f"{first}–{last}" if code == "en" else f"décadas de {first[10:]} a {last[10:]}"
    return ""
