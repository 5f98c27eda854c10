"""Times: their bounds, how they compare, how readers see them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.values.times import (
    contains_year,
    duration_years,
    format_time,
    overlaps,
    parse_edtf,
)

YEARS = st.integers(1000, 2100)


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("1896", date(1896, 1, 1), date(1896, 12, 31), "year"),
        ("1990-02", date(1990, 2, 1), date(1990, 2, 28), "month"),
        ("1992-02", date(1992, 2, 1), date(1992, 2, 29), "month"),
        ("1992-12-03", date(1992, 12, 3), date(1992, 12, 3), "day"),
        ("195X", date(1950, 1, 1), date(1959, 12, 31), "decade"),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31), "century"),
        ("1905/1912", date(1905, 1, 1), date(1912, 12, 31), "range"),
        ("1984~/1986~", date(1984, 1, 1), date(1986, 12, 31), "range"),
        ("1900~", date(1899, 1, 1), date(1901, 12, 31), "year"),
        ("1904?", date(1904, 1, 1), date(1904, 12, 31), "year"),
        ("1973/..", date(1973, 1, 1), date.max, "range"),
        ("../1940", date.min, date(1940, 12, 31), "range"),
        ("1896/", date(1896, 1, 1), date.max, "range"),
        ("1990-12~", date(1990, 11, 1), date(1991, 1, 31), "month"),
        ("1974~/198X", date(1973, 1, 1), date(1989, 12, 31), "range"),
    ],
)
def test_a_value_has_its_widest_bounds(text: str, first: date, last: date, precision: str) -> None:
    value = parse_edtf(text)
    assert (value.earliest, value.latest, value.precision) == (first, last, precision)
    assert value.edtf == text


def test_the_core_of_a_span_lies_between_its_ends() -> None:
    value = parse_edtf("1905/1912")
    assert (value.core_earliest, value.core_latest) == (date(1905, 12, 31), date(1912, 1, 1))
    about = parse_edtf("1900~")
    assert (about.core_earliest, about.core_latest) == (date(1900, 1, 1), date(1900, 12, 31))
    since = parse_edtf("1973/..")
    assert (since.core_earliest, since.core_latest) == (date(1973, 1, 1), date(1973, 12, 31))
    assert (since.open_start, since.open_end) == (False, True)


@pytest.mark.parametrize("marks", ["~", "?", "%", "~?", "?~"])
def test_marks_are_kept(marks: str) -> None:
    value = parse_edtf(f"1904{marks}")
    assert value.approximate == ("~" in marks or "%" in marks)
    assert value.uncertain == ("?" in marks or "%" in marks)


@pytest.mark.parametrize(
    "text",
    ["", "..", "/", "../..", "96", "1896-13", "1990-02-30", "1912/1905", "in 1896", "1896-5",
     "XXXX", "XXXX-02-30", "1905/1912/1920", "١٨٩٦", "1896~~~", "0000", "XXXX-12-03/1990", "19X5"],
)  # fmt: skip
def test_what_is_no_time_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"^The span .*\.$|^'.*\.$"):
        parse_edtf(text)


@pytest.mark.parametrize(
    ("a", "b", "meet"),
    [
        ("1905/1912", "1912/1920", True),
        ("1905/1912", "1913/1920", False),
        ("1930", "193X", True),
        ("1940", "193X", False),
        ("1900~", "1901", True),
        ("1900", "1901", False),
        ("1973/..", "1999", True),
        ("1973/..", "1972", False),
        ("../1940", "1941", False),
        ("XXXX-12-03", "1992-12-03", True),
        ("XXXX-12-03", "1992-12-04", False),
        ("XXXX-12-03", "1992-11", False),
        ("XXXX-12-03", "1992", True),
        ("XXXX-12-03", "XXXX-12-03", True),
        ("XXXX-12-03", "XXXX-12-04", False),
        ("XXXX-02-29", "1991", False),
        ("XXXX-02-29", "1992", True),
    ],
)
def test_times_overlap_or_do_not(a: str, b: str, *, meet: bool) -> None:
    assert overlaps(parse_edtf(a), parse_edtf(b)) is meet
    assert overlaps(parse_edtf(b), parse_edtf(a)) is meet


@given(YEARS, YEARS, YEARS, YEARS)
@settings(max_examples=60)
def test_overlap_is_a_shared_year(a: int, b: int, c: int, d: int) -> None:
    (a, b), (c, d) = sorted((a, b)), sorted((c, d))
    shared = set(range(a, b + 1)) & set(range(c, d + 1))
    assert overlaps(parse_edtf(f"{a}/{b}"), parse_edtf(f"{c}/{d}")) == bool(shared)


@given(YEARS, YEARS, YEARS)
@settings(max_examples=60)
def test_a_span_contains_its_years_only(a: int, b: int, year: int) -> None:
    a, b = sorted((a, b))
    assert contains_year(parse_edtf(f"{a}/{b}"), year) == (a <= year <= b)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("1905/1912", 7),
        ("1926/1930", 4),
        ("1990-05/1992-04", 1),
        ("1990-05/1992-05", 2),
        ("1896", None),
        ("1973/..", None),
        ("1984~/1986~", None),
        ("194X/196X", None),
        ("1905?/1912", None),
    ],
)
def test_a_duration_is_given_only_where_the_value_carries_it(text: str, years: int | None) -> None:
    assert duration_years(parse_edtf(text)) == years


@pytest.mark.parametrize(
    ("text", "english", "spanish"),
    [
        ("1896", "1896", "1896"),
        ("1905/1912", "1905–12", "1905–12"),
        ("1900/1909", "1900–09", "1900–09"),
        ("1896/1940", "1896–1940", "1896–1940"),
        ("1990-02", "February 1990", "febrero de 1990"),
        ("1992-12-03", "3 December 1992", "3 de diciembre de 1992"),
        ("XXXX-12-03", "3 December", "3 de diciembre"),
        ("193X", "1930s", "década de 1930"),
        ("19XX", "20th century", "siglo XX"),
        ("18XX", "19th century", "siglo XIX"),
        ("20XX", "21st century", "siglo XXI"),
        ("1984~/1986~", "mid-1980s", "mediados de los años 80"),
        ("1977~/1979~", "late 1970s", "fines de los años 70"),
        ("1971~/1973~", "early 1970s", "principios de los años 70"),
        ("1884~/1886~", "mid-1880s", "mediados de la década de 1880"),
        ("1867~/1899~", "late 19th century", "fines del siglo XIX"),
        ("1973/..", "since 1973", "desde 1973"),
        ("../1940", "until 1940", "hasta 1940"),
        ("197X/..", "since the 1970s", "desde la década de 1970"),
        ("1900~", "c. 1900", "hacia 1900"),
        ("1904?", "perhaps 1904", "quizá 1904"),
        ("1990-02/1990-05", "February–May 1990", "febrero–mayo de 1990"),
        ("1992-12-03/1992-12-05", "3–5 December 1992", "3–5 de diciembre de 1992"),
        ("1990-12/1991-02", "December 1990 – February 1991", "diciembre de 1990 – febrero de 1991"),
        ("194X/196X", "1940s–1960s", "décadas de 1940 a 1960"),
        ("1984~/1987~", "c. 1984 – c. 1987", "hacia 1984 – hacia 1987"),
    ],
)
def test_times_are_written_as_readers_expect(text: str, english: str, spanish: str) -> None:
    assert format_time(parse_edtf(text), "en") == english
    assert format_time(parse_edtf(text), "es-PE") == spanish


@given(st.text(max_size=30))
@settings(max_examples=150)
def test_any_text_is_a_time_or_a_value_error(text: str) -> None:
    try:
        value = parse_edtf(text)
    except ValueError:
        return
    assert value.earliest <= value.core_earliest <= value.core_latest <= value.latest
