"""Times typed in haste, rewritten for the reader."""

from __future__ import annotations

import pytest

from quizapp.core.values.typed_times import in_century, respelled


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("toward the end of the 1970s", "end of the 1970s"),
        ("towards the end of the 1970s", "end of the 1970s"),
        ("the last years of the 1970s", "the late of the 1970s"),
        ("the latter part of the 1970s", "the late of the 1970s"),
        ("the final years of the 70s", "the late of the 70s"),
        ("the closing years of the 70s", "the late of the 70s"),
        ("the later 1970s", "the late 1970s"),
        ("later years of the 1970s", "late of the 1970s"),
        ("the first years of the 70s", "the early of the 70s"),
        ("the opening part of the 70s", "the early of the 70s"),
        ("midway through the 1980s", "mid the 1980s"),
        ("halfway through the 1980s", "mid the 1980s"),
        ("the whole of the 1950s", "the 1950s"),
        ("the entire 1950s", "1950s"),
        ("all of the 1950s", "the 1950s"),
        ("all 1950s", "1950s"),
        ("1896 up until 1940", "1896 to 1940"),
        ("1896 up to 1940", "1896 to 1940"),
        ("1946 through to 1969", "1946 to 1969"),
        ("up to 1940", "up to 1940"),
        ("1905..1912", "1905 to 1912"),
        ("1905 -> 1912", "1905 to 1912"),
        ("1905\u21921912", "1905 to 1912"),
        ("starting in 1974 and ending in 1978", "from 1974 to 1978"),
        ("beginning in 1974, and ending in 1978", "from 1974 to 1978"),
        ("since 1946 until 1969", "from 1946 until 1969"),
        ("since 1946", "since 1946"),
        ("1980ies", "1980s"),
        ("twenties", "twenties"),
        ("the 1980s decade", "the 1980s"),
        ("the decade", "the decade"),
        ("1905-12, 7 years", "1905-12"),
        ("1905-12 (7 years)", "1905-12"),
        ("7 years", "7 years"),
        ("for 23 years, from 1946 to 1969", "from 1946 to 1969"),
    ],
)
def test_it_is_written_as_the_reader_expects(typed: str, written: str) -> None:
    assert respelled(typed) == written


@pytest.mark.parametrize(
    ("typed", "century", "span", "written"),
    [
        ("'74", 19, False, "1974"),
        ("\u201974", 19, False, "1974"),
        ("'74-'78", 19, True, "1974-1978"),
        ("'74", 0, False, "'74"),
        ("the '30s", 19, False, "the '30s"),
        ("the '30's", 19, False, "the '30's"),
        ("'30 s", 19, False, "'30 s"),
        ("'745", 19, False, "'745"),
        ("x'74", 19, False, "x'74"),
        ("1926 to '30", 0, True, "1926 to 30"),
        ("1926-'30", 0, True, "1926-30"),
        ("1926 '30", 0, True, "1926 '30"),
        ("74-78", 19, True, "1974-1978"),
        ("74 to 78", 19, True, "1974 to 1978"),
        ("74-78", 19, False, "74-78"),
        ("74-78", 0, True, "74-78"),
        ("05-12", 19, True, "05-12"),
        ("12-78", 19, True, "12-78"),
        ("13-78", 19, True, "1913-1978"),
        ("78-12", 19, True, "78-12"),
        ("74-78 or so", 19, True, "74-78 or so"),
        ("February 90", 19, False, "February 1990"),
        ("Feb. 90", 19, False, "Feb. 1990"),
        ("feb, 90", 19, False, "feb, 1990"),
        ("2/90", 19, False, "2/1990"),
        ("12/32", 19, False, "12/1932"),
        ("1/32", 19, False, "1/1932"),
        ("12/31", 19, False, "12/31"),
        ("13/90", 19, False, "13/90"),
        ("0/90", 19, False, "0/90"),
        ("May 12", 19, False, "May 12"),
        ("soon 90", 19, False, "soon 90"),
        ("May 90", 0, False, "May 90"),
    ],
)
def test_two_digits_are_a_year_where_nothing_else_can_be_meant(
    typed: str, century: int, *, span: bool, written: str
) -> None:
    assert in_century(typed, century, span=span) == written
