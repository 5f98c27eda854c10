from __future__ import annotations

from collections import Counter

from quizapp.core.bank.seeds import draw, number, seed_of, shuffled


def test_chance_is_the_same_everywhere() -> None:
    assert seed_of("choice/1", ("a", "b"), "reverse") == "choice/1|a,b|reverse"
    assert seed_of("choice/1", ("a",)) == "choice/1|a|"
    assert number("choice/1|a|") == number("choice/1|a|", "")
    assert number("choice/1|a,b|reverse", "x") == 4738554605521841410
    assert draw("choice/1|a,b|reverse", 4) == draw("choice/1|a,b|reverse", 4)


def test_draws_are_even() -> None:
    counts = Counter(draw(f"seed {n}", 4) for n in range(4000))
    assert all(abs(counts[n] - 1000) < 120 for n in range(4))


def test_one_more_item_leaves_the_order_of_the_others() -> None:
    items = [(name, name) for name in "abcdefgh"]
    before = shuffled("seed", items)
    after = shuffled("seed", [*items, ("z", "z")])
    assert [item for item in after if item != "z"] == before
    assert sorted(before) == list("abcdefgh")
    assert before != list("abcdefgh")
