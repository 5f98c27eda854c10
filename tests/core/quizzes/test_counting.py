"""Which attempt counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.quizzes.counting import Sat, counts, result
from quizapp.core.quizzes.rules import Counting

SITTINGS = (Sat(1, 5, 10), Sat(2, 9, 10), Sat(3, 9, 10), Sat(4, 4, 8))


@pytest.mark.parametrize(
    ("counting", "numbers", "share"),
    [
        (Counting.BEST, {2}, 0.9),
        (Counting.LAST, {4}, 0.5),
        (Counting.FIRST, {1}, 0.5),
        (Counting.AVERAGE, {1, 2, 3, 4}, 0.7),
    ],
)
def test_the_attempt_that_counts(counting: Counting, numbers: set[int], share: float) -> None:
    assert counts(SITTINGS, counting) == numbers
    assert result(SITTINGS, counting) == pytest.approx(share)


@pytest.mark.parametrize("counting", Counting)
def test_before_the_first_there_is_no_result(counting: Counting) -> None:
    assert counts((), counting) == frozenset()
    assert result((), counting) is None


def test_an_attempt_without_points_is_worth_nothing() -> None:
    assert result([Sat(1, 0, 0)], Counting.BEST) == 0
    assert Sat(1, 0.5, 1).share == 0.5


@given(st.lists(st.floats(0, 10), min_size=1, max_size=8), st.randoms())
def test_the_order_in_which_attempts_are_read_plays_no_part(
    scores: list[float], chance: object
) -> None:
    sat = [Sat(number, score, 10.0) for number, score in enumerate(scores, start=1)]
    mixed = list(sat)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    for counting in Counting:
        assert counts(sat, counting) == counts(mixed, counting)
        best, own = result(sat, Counting.BEST), result(mixed, counting)
        assert best is not None
        assert own is not None
        assert own <= best + 1e-9
