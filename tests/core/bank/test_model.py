from __future__ import annotations

from dataclasses import replace

from quizapp.core.bank.model import Bank
from tests.core.bank.at_hand import polar, shipped


def test_equal_banks_have_equal_digests_and_others_do_not() -> None:
    made = polar()
    assert made.digest == Bank(made.sources, made.facts, made.questions).digest
    changed = replace(made.questions[0], stem="Another stem?")
    assert made.digest != Bank(made.sources, made.facts, (changed, *made.questions[1:])).digest
    assert made.digest != shipped().digest


def test_a_question_on_several_facts_is_found_under_each() -> None:
    made = polar()
    by_fact = made.questions_by_fact()
    several = next(item for item in made.questions if len(item.facts) > 1)
    assert all(several in by_fact[name] for name in several.facts)
    assert {item.id for rows in by_fact.values() for item in rows} == {
        item.id for item in made.questions
    }
