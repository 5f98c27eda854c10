"""Facility, discrimination and the choices of each fifth, against figures reckoned by hand."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.statistics.items import discrimination, facility, fifths, option_use


def test_facility_is_the_mean_share_and_nothing_without_learners() -> None:
    assert facility([1, 1, 0, 0.5]) == 0.625
    assert facility([]) is None


def test_discrimination_by_hand() -> None:
    # Five right with rests 6..10, five wrong with rests 1..5: covariance 1.25, deviations
    # 0.5 and the square root of 8.25.
    marks = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1]
    rests = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    assert discrimination(marks, rests) == pytest.approx(1.25 / (0.5 * 8.25**0.5))
    assert discrimination(marks, rests[::-1]) == pytest.approx(-1.25 / (0.5 * 8.25**0.5))


def test_discrimination_says_nothing_where_nothing_varies_or_too_few_answered() -> None:
    assert discrimination([1] * 12, list(range(12))) is None
    assert discrimination([0, 1] * 6, [3] * 12) is None
    assert discrimination([0, 1] * 4, list(range(8))) is None
    with pytest.raises(ValueError, match="same learner"):
        discrimination([1, 0], [1])


def test_fifths_of_ten_learners() -> None:
    totals = [3, 9, 1, 7, 5, 0, 8, 2, 6, 4]
    assert fifths(totals) == (1, 4, 0, 3, 2, 0, 4, 1, 3, 2)


def test_all_equal_stand_in_the_middle() -> None:
    assert fifths([4, 4, 4]) == (2, 2, 2)


@given(st.lists(st.integers(0, 20), min_size=1, max_size=60), st.randoms(use_true_random=False))
def test_fifths_follow_the_totals_whatever_the_order(
    totals: list[int], chance: random.Random
) -> None:
    of = dict(zip(totals, fifths(totals), strict=True))
    assert [of[total] for total in sorted(of)] == sorted(of.values())
    shuffled = totals.copy()
    chance.shuffle(shuffled)
    assert dict(zip(shuffled, fifths(shuffled), strict=True)) == of
    if len(set(totals)) == len(totals) and len(totals) % 5 == 0:
        assert all(fifths(totals).count(fifth) == len(totals) // 5 for fifth in range(5))


def test_option_use_counts_each_learner_once_in_its_fifth() -> None:
    chosen = [[1], [0], [1, 1], [0], [0], [0], [], [0, 2], [0], [0]]
    use = option_use(chosen, list(range(10)), options=3)
    assert [one.chosen for one in use] == [7, 2, 1]
    assert use[0].by_fifth == (0.5, 0.5, 1.0, 0.5, 1.0)
    assert use[1].by_fifth == (0.5, 0.5, 0.0, 0.0, 0.0)
    assert use[2].by_fifth == (0.0, 0.0, 0.0, 0.5, 0.0)


def test_a_fifth_without_learners_has_no_share() -> None:
    (one,) = option_use([[0], [0]], [1, 2], options=1)
    assert one.chosen == 2
    assert one.by_fifth.count(None) == 3
    with pytest.raises(ValueError, match="same learner"):
        option_use([[0]], [1, 2], options=1)
