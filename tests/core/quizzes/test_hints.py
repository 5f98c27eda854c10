"""Hints of several tries: what stands on the page, what may be asked for, what it costs."""

from __future__ import annotations

import pytest

from quizapp.core.quizzes.marking import Given, hints_seen, hints_taken, mark, may_take_hint
from quizapp.core.quizzes.rules import Behaviour, Rules

TRIES = Rules(behaviour=Behaviour.TRIES, tries=3, try_penalty=0.25)
WRONG = Given(0.0, checked=True)
RIGHT = Given(1.0, checked=True)
ASKED = Given(0.0, hints=1)


@pytest.mark.parametrize("behaviour", [one for one in Behaviour if one is not Behaviour.TRIES])
def test_only_several_tries_have_hints(behaviour: Behaviour) -> None:
    rules = Rules(behaviour=behaviour)
    assert hints_seen(rules, [ASKED, WRONG], 3) == 0
    assert not may_take_hint(rules, [], 3, 1)


def test_each_wrong_try_brings_a_hint_and_asking_brings_one_more() -> None:
    assert [hints_seen(TRIES, given, 2) for given in ([], [ASKED], [WRONG], [WRONG, WRONG])] == [
        *(0, 1, 1, 2),
    ]
    assert hints_seen(TRIES, [ASKED, WRONG, WRONG], 2) == 2, "there are no more"
    assert hints_taken([ASKED, Given(0.0, hints=2), WRONG]) == 2


def test_only_the_next_hint_may_be_asked_for_and_none_when_all_is_said() -> None:
    assert [may_take_hint(TRIES, [WRONG], 2, number) for number in range(4)] == [
        *(False, False, True, False),
    ]
    assert not may_take_hint(TRIES, [WRONG], 1, 2)
    assert not may_take_hint(TRIES, [RIGHT], 2, 1)
    assert not may_take_hint(TRIES, [WRONG, WRONG, WRONG], 9, 4)


def test_a_hint_asked_for_costs_as_a_try_does_and_one_that_came_by_itself_nothing() -> None:
    assert mark(TRIES, [ASKED, Given(1.0, checked=True, hints=1)], 4) == pytest.approx(3)
    assert mark(TRIES, [WRONG, RIGHT], 4) == pytest.approx(3)
    both = [WRONG, Given(0.0, hints=1), Given(1.0, checked=True, hints=1)]
    assert mark(TRIES, both, 4) == pytest.approx(2)
