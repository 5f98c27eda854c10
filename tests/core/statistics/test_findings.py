"""What figures say: each finding where it is due, and silence where there is little to go by."""

from __future__ import annotations

import pytest

from quizapp.core.statistics.findings import Finding, findings
from quizapp.core.statistics.items import OptionUse

RIGHT = frozenset({0})


def use(*chosen: int, lowest: tuple[float, ...] = ()) -> list[OptionUse]:
    """Options with how many chose each, and the shares of the lowest fifth."""
    shares = lowest or tuple(0.25 for _ in chosen)
    return [
        OptionUse(number, count, (shares[number], 0.5, 0.5, 0.5, 0.5))
        for number, count in enumerate(chosen)
    ]


def codes(*args: object) -> list[str]:
    return [one.code for one in findings(*args)]  # type: ignore[arg-type]


def test_a_wrong_option_that_the_weakest_prefer_is_named() -> None:
    found = findings(0.63, 0.41, use(74, 26, 15, lowest=(0.29, 0.42, 0.21)), RIGHT, 115)
    assert found == (Finding("mixed_up", 1),)


def test_equal_shares_are_no_mix_up() -> None:
    assert codes(0.6, 0.4, use(60, 30, lowest=(0.5, 0.5)), RIGHT, 90) == []


def test_several_right_options_are_not_compared() -> None:
    both = frozenset({0, 1})
    assert codes(0.6, 0.4, use(30, 30, 30, lowest=(0.1, 0.1, 0.8)), both, 90) == []


def test_an_option_that_hardly_anybody_chooses_does_no_work() -> None:
    found = findings(0.6, 0.4, use(70, 43, 5, 6), RIGHT, 118)
    assert found == (Finding("no_work", 2),)


@pytest.mark.parametrize(
    ("discrimination", "code"), [(-0.01, "wrong_key"), (0.0, "weak"), (0.19, "weak")]
)
def test_weak_and_turned_round(discrimination: float, code: str) -> None:
    assert codes(0.6, discrimination, [], RIGHT, 60) == [code]


def test_good_discrimination_says_nothing() -> None:
    assert codes(0.6, 0.2, [], RIGHT, 60) == []
    assert codes(0.6, None, [], RIGHT, 60) == []


def test_easy_and_hard_and_the_bounds_themselves() -> None:
    assert codes(0.96, 0.3, [], RIGHT, 20) == ["easy"]
    assert codes(0.95, 0.3, [], RIGHT, 20) == []
    assert codes(0.24, 0.3, [], RIGHT, 20) == ["hard"]
    assert codes(0.25, 0.3, [], RIGHT, 20) == []


def test_few_answers_say_nothing() -> None:
    assert codes(1.0, None, use(19, 0), RIGHT, 19) == []
    assert codes(0.2, None, use(4, 15, lowest=(0.0, 1.0)), RIGHT, 19) == []
