"""Pounds are money, but for what tells that they weigh or press."""

from __future__ import annotations

import pytest

from quizapp.core.extraction.candidates import extract


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("The bell of the church weighed 300 pounds.", ["pounds"]),
        ("The shell, weighing 60 pounds, burst over the town.", ["pounds"]),
        ("The bomb, 500 pounds in weight, fell on the dock.", ["pounds"]),
        ("The boiler was tested to 40 pounds per square inch.", ["pounds"]),
        ("A camel could carry 300 pounds across the desert.", ["pounds"]),
        ("A loaf weighed 13 pounds in the north and 12 pounds in the south.", ["pounds", "pounds"]),
        ("The satellite weighed 184 pounds and cost 300 pounds.", ["pounds", "£"]),
        ("She sold the scales, which weighed little, for 900 pounds.", ["£"]),
        ("The thieves carried off 300 pounds and a clock.", ["£"]),
        ("The clerk carried 300 pounds in gold to the bank.", ["£"]),
        ("He left her twenty pounds and a clock.", ["£"]),
    ],
)
def test_pounds_are_money_where_nothing_weighs(text: str, units: list[str]) -> None:
    found = extract(text, "en").candidates
    assert [one.unit for one in found if one.kind == "figure"] == units
