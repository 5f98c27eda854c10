from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from quizapp.core.bank.render import digits, number_like, shifted_edtf, shifted_text
from quizapp.core.values.numbers import parse_value
from tests.core.bank.at_hand import QUESTIONS, fact


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("us-trained-number", "9000", "almost 9,000"),
        ("soviet-equipment-value", "2000000000", "about US$2 billion"),
        ("package-amount", "90000000", "US$90 million"),
        ("trained-in-soviet-union", "500/2000", "500 to 2,000"),
        ("share-soviet-union", "10", "about 10 percent"),
        ("equipment-1974-78-value", "1500000000", "US$1.5 billion"),
    ],
)
def test_another_number_wears_the_dress_of_the_key(name: str, value: str, shown: str) -> None:
    asked = fact(name, QUESTIONS)
    assert number_like(asked, asked.answer, parse_value(value)) == shown


@pytest.mark.parametrize(
    ("value", "text", "other", "shown"),
    [
        ("7000", "casi 7.000", "9000", "casi 9.000"),
        ("1500000", "unos 1,5 millones", "2250000", "unos 2,25 millones"),
        ("7000", "varios miles", "9000", ""),
    ],
)
def test_in_spanish_points_part_thousands(value: str, text: str, other: str, shown: str) -> None:
    asked = replace(fact("us-trained-number", QUESTIONS), value=value, language="es-PE")
    assert number_like(asked, text, parse_value(other)) == shown


def test_a_text_without_the_number_cannot_take_another() -> None:
    asked = fact("us-trained-number", QUESTIONS)
    assert number_like(asked, "several thousand", parse_value("9000")) == ""
    assert number_like(replace(asked, value="0"), "0 men", parse_value("3")) == ""


def test_figures_have_commas_and_no_idle_zeros() -> None:
    assert digits(Decimal(7000)) == "7,000"
    assert digits(Decimal("1.50")) == "1.5"
    assert digits(Decimal("2E+3")) == "2,000"


def test_times_move_as_a_whole() -> None:
    assert shifted_edtf("1905/1912", 10) == "1915/1922"
    assert shifted_edtf("194X/196X", -20) == "192X/194X"
    assert shifted_edtf("1984~/1986~", -10) == "1974~/1976~"
    assert shifted_text("the 1940s through the 1960s", 10) == "the 1950s through the 1970s"
    with pytest.raises(ValueError, match="decade"):
        shifted_edtf("195X", 5)
