"""Questions are drawn by a seed alone: never twice, never what stands there already."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.quizzes.drawing import Drawn, Item, by_chance, draw

GOLDEN = [20, 31, 46, 10]
ORDER = [5, 0, 3, 1, 2, 4]
ITEMS = (Item(1, 10, 1, 1.0), Item(2, None, 2, 3.0), Item(3, 20, 1, 0.5))


def test_fixed_questions_and_a_draw_in_the_order_of_the_quiz() -> None:
    drawn = draw(ITEMS, {2: (10, 20, 30, 40, 50)}, "seed", shuffle=False)
    assert [one.item for one in drawn] == [1, 2, 2, 3]
    assert drawn[0] == Drawn(1, 10, 1.0)
    assert drawn[3] == Drawn(3, 20, 0.5)
    assert {one.question for one in drawn[1:3]} < {30, 40, 50}
    assert [one.points for one in drawn] == [1.0, 3.0, 3.0, 0.5]


def test_a_pool_with_too_few_gives_what_it_has() -> None:
    drawn = draw(ITEMS, {2: (10, 30)}, "seed", shuffle=False)
    assert [one.question for one in drawn] == [10, 30, 20]
    assert draw(ITEMS, {}, "seed", shuffle=False) == (Drawn(1, 10, 1.0), Drawn(3, 20, 0.5))


def test_a_question_that_stands_twice_is_asked_once() -> None:
    twice = (Item(1, 10, 1, 1.0), Item(2, 10, 1, 5.0))
    assert draw(twice, {}, "seed", shuffle=True) == (Drawn(1, 10, 1.0),)


@given(
    seed=st.text(max_size=8),
    one=st.lists(st.integers(1, 60), max_size=40),
    other=st.lists(st.integers(1, 60), max_size=40),
    shuffle=st.booleans(),
)
def test_draws_never_share_a_question(
    *, seed: str, one: list[int], other: list[int], shuffle: bool
) -> None:
    items = (Item(1, None, 5, 1.0), Item(2, 7, 1, 1.0), Item(3, None, 4, 1.0))
    drawn = draw(items, {1: one, 3: other}, seed, shuffle=shuffle)
    questions = [each.question for each in drawn]
    assert len(questions) == len(set(questions))
    first = {each.question for each in drawn if each.item == 1}
    assert first <= set(one) - {7}
    assert len(first) == min(5, len(set(one) - {7}))
    second = {each.question for each in drawn if each.item == 3}
    assert len(second) == min(4, len(set(other) - {7} - first))
    assert drawn == draw(items, {1: one, 3: other}, seed, shuffle=shuffle)


def test_every_order_and_every_draw_comes_up_about_as_often() -> None:
    firsts = [by_chance(range(5), f"seed {number}")[0] for number in range(1000)]
    counts = [firsts.count(one) for one in range(5)]
    assert sum(counts) == 1000
    assert all(150 <= count <= 250 for count in counts)  # 200 expected, 4 standard deviations


def test_shuffled_attempts_differ_and_hold_the_same() -> None:
    items = tuple(Item(number, number, 1, 1.0) for number in range(1, 9))
    orders = {
        tuple(one.question for one in draw(items, {}, f"seed {number}", shuffle=True))
        for number in range(20)
    }
    assert len(orders) > 15
    assert {tuple(sorted(order)) for order in orders} == {tuple(range(1, 9))}


def test_a_seed_means_the_same_on_every_machine_and_for_good() -> None:
    drawn = draw(ITEMS, {2: range(30, 60)}, "an attempt's seed", shuffle=True)
    assert [one.question for one in drawn] == GOLDEN
    assert by_chance(range(6), "seed") == ORDER


def test_one_more_candidate_moves_the_others_little() -> None:
    before = by_chance(range(30), "seed")
    after = [one for one in by_chance(range(31), "seed") if one != 30]
    assert after == before
