"""Years as they are said, in figures."""

from __future__ import annotations

import pytest

from quizapp.core.values.spoken_years import in_figures


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("nineteen twenty-six", "1926"),
        ("in nineteen twenty", "in 1920"),
        ("eighteen ninety six", "1896"),
        ("nineteen nineteen", "1919"),
        ("nineteen oh four", "1904"),
        ("nineteen hundred", "1900"),
        ("twenty twenty-one", "2021"),
        ("the nineteen eighties", "the 1980s"),
        ("nineteen nineteen to nineteen twenty-one", "1919 to 1921"),
        ("nineteen", "nineteen"),
        ("twenty years", "twenty years"),
        ("nineteen twenty thousand", "nineteen twenty thousand"),
        ("twenty-one", "twenty-one"),
    ],
)
def test_a_said_year_is_its_figures(said: str, meant: str) -> None:
    assert in_figures(said) == meant
