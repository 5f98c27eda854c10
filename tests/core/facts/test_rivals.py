"""Wrong answers written by hand are wrong answers of the same sort."""

from __future__ import annotations

import pytest

from quizapp.core.facts.rivals import rival_problems
from quizapp.core.facts.tables import Table

YEAR = {"kind": "year", "value": "1896", "answer": "1896", "never_times": ["1905/1940"]}
FIGURE = {"kind": "figure", "value": "20", "unit": "years", "approx": "over", "answer": "20 years"}
PLACE = {"kind": "place", "answer": "Lima", "accept": ["the City of Kings"]}


@pytest.mark.parametrize(
    ("values", "rival", "right"),
    [
        (YEAR, "1890", True),
        (YEAR, "May 1896", False),
        (YEAR, "the 1890s", False),
        (YEAR, "1910", False),
        (YEAR, "soon", False),
        ({**YEAR, "also_true": ["1899"]}, "1899", False),
        ({**YEAR, "value": ""}, "soon", True),
        ({**YEAR, "value": "at dawn"}, "1890", True),
        (FIGURE, "50 years", True),
        (FIGURE, "10 years", False),
        (FIGURE, "many years", False),
        (PLACE, "Cusco", True),
        (PLACE, "Cusco = !", True),
        (PLACE, "Cusco = other", True),
        (PLACE, "Cusco = nowhere", False),
        (PLACE, "the Lima", False),
        (PLACE, "City of Kings", False),
        (PLACE, "", False),
        (PLACE, "= other", False),
    ],
)
def test_a_rival_is_wrong_and_of_the_same_sort(
    values: dict[str, object], rival: str, *, right: bool
) -> None:
    table = Table("log.toml", 1, {**values, "id": "one", "rivals": [rival]})
    assert (rival_problems(table, {"one", "other"}, "en") == []) is right


@pytest.mark.parametrize(
    ("values", "rival", "message"),
    [
        (
            PLACE,
            "Cusco = nowhere",
            "'Cusco = nowhere' must be a wrong answer, or one with = and the fact it goes with",
        ),
        (PLACE, "the Lima", "the rival 'the Lima' is a right answer"),
        (YEAR, "1910", "the rival '1910' is no other time or figure than the fact's own"),
    ],
)
def test_what_is_wrong_with_a_rival_is_said_where_it_stands(
    values: dict[str, object], rival: str, message: str
) -> None:
    table = Table("log.toml", 1, {**values, "id": "one", "rivals": [rival]}, {"rivals": 7})
    (problem,) = rival_problems(table, {"one"}, "en")
    assert (problem.line, problem.message) == (7, message)
