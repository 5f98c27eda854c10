from __future__ import annotations

from dataclasses import replace

from tests.core.bank.at_hand import polar, question
from tests.core.bank.written import codes


def test_an_order_that_cannot_be_told_is_refused() -> None:
    good = question("auk-years.ordering")
    assert codes(good) == set()
    first, second, *rest = good.options
    assert "E16" in codes(replace(good, options=(second, first, *rest)))
    overlapping = replace(first, fact="lantern-date"), replace(second, fact="tern-years")
    assert "E16" in codes(replace(good, options=overlapping))
    assert "E16" in codes(replace(good, options=(replace(first, fact="town"), second)))


def test_a_matching_with_two_ways_is_refused() -> None:
    good = next(item for item in polar().questions if item.template == "matching/1")
    assert codes(good) == set()
    prompt, partner, other, another, *rest = good.options
    same_answer = replace(another, text=partner.text)
    assert "E17" in codes(replace(good, options=(prompt, partner, other, same_answer, *rest)))
    same_item = replace(other, text=prompt.text)
    assert "E17" in codes(replace(good, options=(prompt, partner, same_item, another, *rest)))
    assert "E17" in codes(replace(good, options=good.options[:-1]))
    same_fact = replace(other, fact=prompt.fact)
    assert "E17" in codes(replace(good, options=(prompt, partner, same_fact, another, *rest)))


def test_a_comparison_keeps_to_its_side() -> None:
    first = question("founded.came-first.first")
    assert codes(first) == set()
    assert "E04" in codes(replace(first, id="founded.came-first.last"))
    before = question("petrel-years.came-before")
    flipped = tuple(replace(option, correct=not option.correct) for option in before.options)
    assert "E04" in codes(replace(before, options=flipped))
    largest = question("gannet-share.largest")
    assert codes(largest) == set()
    assert "E04" in codes(replace(largest, facts=("tern-share",)))


def test_a_place_in_time_is_the_only_one() -> None:
    good = question("auk-years.timeline")
    assert codes(good) == set()
    at = next(n for n, option in enumerate(good.options) if option.correct)
    other = tuple(
        replace(option, correct=n == (at + 1) % 4) for n, option in enumerate(good.options)
    )
    assert "E04" in codes(replace(good, options=other))
    first, second, third, fourth = good.options
    assert "E16" in codes(replace(good, options=(first, third, second, fourth)))
    unknown = replace(second, fact="town")
    assert "E16" in codes(replace(good, options=(first, unknown, third, fourth)))
    overlapping = replace(second, fact="thimble-date")
    assert "E16" in codes(replace(good, options=(first, overlapping, third, fourth)))
    assert "E16" in codes(replace(good, options=(first,)))


def test_a_decade_is_the_only_one() -> None:
    good = question("founded.decade")
    assert codes(good) == set()
    at = next(n for n, option in enumerate(good.options) if not option.correct)
    twin = replace(good.options[at], text="1870s")
    options = (*good.options[:at], twin, *good.options[at + 1 :])
    assert "E04" in codes(replace(good, options=options))
    wrong = tuple(
        replace(option, text="the 1990s") if option.correct else option for option in good.options
    )
    assert "E04" in codes(replace(good, options=wrong))
