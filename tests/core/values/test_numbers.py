"""Numbers: as the bank writes them, as learners type them, as readers see them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.values.numbers import (
    Ambiguous,
    Quantity,
    format_quantity,
    parse_value,
    read_number,
)
from quizapp.core.values.quantity import APPROX


def read(text: str, language: str = "en") -> tuple[str, str, str, str] | str | None:
    found = read_number(text, language)
    if isinstance(found, Ambiguous):
        return f"{found.first.low:f} or {found.second.low:f}"
    if found is None:
        return None
    low, high = (f"{number.normalize():f}" for number in (found.low, found.high))
    return low, high, found.approx, found.unit


def one(number: str, approx: str = "", unit: str = "") -> tuple[str, str, str, str]:
    return number, number, approx, unit


def test_bank_values() -> None:
    assert parse_value("7000", "officers", "almost") == Quantity(
        Decimal(7000), Decimal(7000), "almost", "officers"
    )
    assert (parse_value("100/400").low, parse_value("100/400").high) == (100, 400)
    assert not parse_value("100/400").single
    for wrong in ("7,000", "", "1/2/3", "400/100", "NaN", "1e5", "seven", "9" * 40):
        with pytest.raises(ValueError, match=r"\.$"):
            parse_value(wrong)
    with pytest.raises(ValueError, match="no hedge"):
        parse_value("1", "", "roughly")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("7,000", one("7000")),
        ("7 000", one("7000")),
        ("7\u00a0000", one("7000")),
        ("1.500", "1.500 or 1500"),
        ("1.5", one("1.5")),
        ("1,5", one("1.5")),
        ("0.500", one("0.5")),
        ("1,500.25", one("1500.25")),
        ("1.500,25", one("1500.25")),
        ("1.500.000", one("1500000")),
        ("seventy-nine", one("79")),
        ("a hundred and five", one("105")),
        ("one hundred and five thousand", one("105000")),
        ("twelve hundred and fifty", one("1250")),
        ("two and a half million", one("2500000")),
        ("half a million", one("500000")),
        ("US$30-million", one("30000000", unit="US$")),
        ("$30m", one("30000000", unit="US$")),
        ("30 m", one("30", unit="m")),
        ("63 per cent", one("63", unit="%")),
        ("almost 7,000", one("7000", "almost")),
        ("7000 or more", one("7000", "at-least")),
        ("no more than 20", one("20", "at-most")),
        ("as many as 79", one("79", "up-to")),
        ("between one hundred and two hundred", ("100", "200", "", "")),
        ("between 150 and 200", ("150", "200", "", "")),
        ("1 to 2 million", ("1000000", "2000000", "", "")),
        ("two dozen", one("24")),
        ("½", one("0.5")),
        ("3/4", one("0.75")),
        ("one two", None),
        ("sixty-fifteen", None),
        ("7000 or 8000", None),
        ("7000 eight", None),
        ("hundred", None),
        ("a", None),
        ("1.2.3", None),
        ("30 millones", None),
    ],
)
def test_english_numbers(text: str, found: object) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("7.000", one("7000")),
        ("7,000", "7.000 or 7000"),
        ("1,5", one("1.5")),
        ("setenta y nueve", one("79")),
        ("siete mil", one("7000")),
        ("mil quinientos millones", one("1500000000")),
        ("1,5 mil millones", one("1500000000")),
        ("un billón", one("1000000000000")),
        ("dos millones y medio", one("2500000")),
        ("tres mil doscientos cuarenta y cinco", one("3245")),
        ("entre treinta y uno y cuarenta", ("31", "40", "", "")),
        ("entre ciento cincuenta y doscientos", ("150", "200", "", "")),
        ("de 100 a 400", ("100", "400", "", "")),
        ("más de treinta", one("30", "over")),
        ("30 millones de dólares", one("30000000", unit="US$")),
        ("63 por ciento", one("63", unit="%")),
        ("novecientas personas", one("900", unit="personas")),
        ("uno y cuarenta", None),
        ("30 million", None),
    ],
)
def test_spanish_numbers(text: str, found: object) -> None:
    assert read(text, "es") == found


@pytest.mark.parametrize(
    ("value", "unit", "approx", "english", "spanish"),
    [
        ("7000", "", "almost", "almost 7,000", "casi 7.000"),
        ("100/400", "", "", "100 to 400", "100 a 400"),
        ("1500000000", "US$", "", "US$1.5 billion", "US$1.500 millones"),
        ("30000000", "dollars", "about", "about US$30 million", "alrededor de US$30 millones"),
        ("63", "%", "", "63\u00a0%", "63\u00a0%"),
        ("63.5", "percent", "", "63.5\u00a0%", "63,5\u00a0%"),
        ("79", "técnicos", "up-to", "up to 79 técnicos", "hasta 79 técnicos"),
        ("1000000", "", "over", "over 1 million", "más de 1 millón"),
        ("1234567", "", "", "1,234,567", "1.234.567"),
        ("2000000", "soldados", "", "2 million soldados", "2 millones de soldados"),
    ],
)
def test_numbers_are_written_as_readers_expect(
    value: str, unit: str, approx: str, english: str, spanish: str
) -> None:
    assert format_quantity(value, unit, approx, "en") == english
    assert format_quantity(parse_value(value), unit, approx, "es") == spanish


@given(
    st.integers(0, 10**10),
    st.sampled_from(APPROX),
    st.sampled_from(["", "%", "US$", "años"]),
    st.sampled_from(["en", "es"]),
)
@settings(max_examples=200)
def test_what_is_shown_can_be_typed(number: int, approx: str, unit: str, language: str) -> None:
    shown = format_quantity(str(number), unit, approx, language)
    found = read_number(shown, language)
    assert isinstance(found, Quantity), shown
    assert (found.low, found.high, found.approx) == (number, number, approx)


ENGLISH = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def in_words(number: int) -> str:
    """English number words, made here on their own to compare with."""
    if number < 20:
        return ENGLISH.split()[number]
    if number < 100:
        rest = number % 10
        return TENS.split()[number // 10 - 2] + (f"-{in_words(rest)}" if rest else "")
    for size, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            joiner = " and " if size == 100 else " "
            return f"{in_words(number // size)} {name}" + (
                f"{joiner}{in_words(rest)}" if rest else ""
            )
    raise AssertionError


@given(st.integers(0, 10**9 - 1))
@settings(max_examples=200)
def test_english_number_words_say_their_number(number: int) -> None:
    assert read(in_words(number)) == one(f"{Decimal(number).normalize():f}")


UNIDADES = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés "
    "veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve"
)
DECENAS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa"
CENTENAS = (
    "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos "
    "novecientos"
)


def en_palabras(number: int) -> str:
    """Spanish number words, made here on their own to compare with."""
    if number < 30:
        return UNIDADES.split()[number]
    if number < 100:
        rest = number % 10
        return DECENAS.split()[number // 10 - 3] + (f" y {en_palabras(rest)}" if rest else "")
    if number == 100:
        return "cien"
    if number < 1000:
        rest = number % 100
        return CENTENAS.split()[number // 100 - 1] + (f" {en_palabras(rest)}" if rest else "")
    if number < 10**6:
        count, rest = divmod(number, 1000)
        head = "mil" if count == 1 else f"{en_palabras(count)} mil"
    else:
        count, rest = divmod(number, 10**6)
        head = "un millón" if count == 1 else f"{en_palabras(count)} millones"
    return head + (f" {en_palabras(rest)}" if rest else "")


@given(st.integers(0, 10**9 - 1))
@settings(max_examples=200)
def test_spanish_number_words_say_their_number(number: int) -> None:
    assert read(en_palabras(number), "es") == one(f"{Decimal(number).normalize():f}")
