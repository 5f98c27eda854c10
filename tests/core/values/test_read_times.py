"""Reading what learners type for a time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.values.read_times import AmbiguousTime, read_time
from quizapp.core.values.times import TimeValue, format_time, parse_edtf


def edtf(text: str, language: str = "en", *, span: bool = False) -> str | None:
    value = read_time(text, language, span=span)
    return value.edtf if isinstance(value, TimeValue) else None


@given(st.integers(1000, 2098), st.integers(1, 99))
@settings(max_examples=150)
def test_two_digits_after_a_year_are_a_span_or_a_month_never_both(year: int, end: int) -> None:
    read = edtf(f"{year}-{end:02d}")
    if end > year % 100:
        assert read == f"{year}/{year - year % 100 + end}"
    elif end <= 12:
        assert read == f"{year}-{end:02d}"
    else:
        assert read is None


@given(st.integers(1000, 2098), st.integers(1, 60), st.sampled_from(["en", "es"]))
@settings(max_examples=80)
def test_every_spelling_of_a_span_reads_alike(first: int, length: int, language: str) -> None:
    last = first + length
    wanted = f"{first}/{last}"
    spellings = (
        "{}-{}", "{}–{}", "{} — {}", "{}/{}", "{} to {}", "from {} to {}", "from {} until {}",
        "between {} and {}", "de {} a {}", "desde {} hasta {}", "entre {} y {}", "del {} al {}",
    )  # fmt: skip
    assert {edtf(s.format(first, last), language) for s in spellings} == {wanted}


VALUES = st.one_of(
    st.integers(1000, 2099).map(str),
    st.builds("{}-{:02d}".format, st.integers(1000, 2099), st.integers(1, 12)),
    st.builds(
        "{}-{:02d}-{:02d}".format, st.integers(1000, 2099), st.integers(1, 12), st.integers(1, 28)
    ),
    st.builds("XXXX-{:02d}-{:02d}".format, st.integers(1, 12), st.integers(1, 28)),
    st.integers(100, 209).map("{}X".format),
    st.integers(10, 20).map("{}XX".format),
    st.builds(
        lambda d, p: f"{d}{p[0]}~/{d}{p[1]}~",
        st.integers(100, 209),
        st.sampled_from(["13", "46", "79"]),
    ),
    st.builds(lambda y, n: f"{y}/{y + n}", st.integers(1000, 2050), st.integers(1, 90)),
    st.integers(1000, 2099).map("{}/..".format),
    st.integers(1000, 2099).map("../{}".format),
    st.integers(1000, 2099).map("{}~".format),
    st.integers(1000, 2099).map("{}?".format),
)


@given(VALUES, st.sampled_from(["en", "es"]), st.sampled_from(["en", "es"]))
@settings(max_examples=250)
def test_what_is_shown_can_be_typed(value: str, shown_in: str, typed_in: str) -> None:
    assert edtf(format_time(parse_edtf(value), shown_in), typed_in) == value


def test_a_date_in_three_numbers_follows_the_language() -> None:
    assert edtf("3/12/1992", "es") == "1992-12-03"
    assert edtf("13/12/1992", "en") == edtf("12/13/1992", "en") == "1992-12-13"
    assert edtf("12/13/1992", "es") is None
    both = read_time("3/12/1992", "en")
    assert isinstance(both, AmbiguousTime)
    assert {both.first.edtf, both.second.edtf} == {"1992-12-03", "1992-03-12"}
    assert edtf("3/3/1992", "en") == "1992-03-03"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3 to 5 December 1992", "1992-12-03/1992-12-05"),
        ("del 3 al 5 de diciembre de 1992", "1992-12-03/1992-12-05"),
        ("30 Nov – 2 Dec 1992", "1992-11-30/1992-12-02"),
        ("June–July 1990", "1990-06/1990-07"),
        ("1940s to 1960s", "194X/196X"),
        ("1973 to the present", "1973/.."),
        ("de 1973 a la actualidad", "1973/.."),
        ("1992-12-03/1992-12-05", "1992-12-03/1992-12-05"),
        ("late nineteenth century", "1867~/1899~"),
        ("early in 1973", "1973"),
        ("476", "0476"),
    ],
)
def test_further_forms(text: str, value: str) -> None:
    assert edtf(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "?", "~", "-", "a", "in", "1", "12", "12345", "1896 1897", "not 1896",
        "1896 or 1897", "1896 men", "1912-1905", "30 February 1990", "1990-13",
        "since", "until", "mid", "the", "s", "'",
    ],
)  # fmt: skip
def test_what_is_no_time_is_none(text: str) -> None:
    assert edtf(text) is None


def test_a_span_that_is_asked_for_may_cross_a_century() -> None:
    assert edtf("1998-02", span=True) == "1998/2002"
    assert edtf("1998-02") == "1998-02"
    assert edtf("1905 and 1912", span=True) == "1905/1912"
    assert edtf("1905 and 1912") is None
