from __future__ import annotations

from dataclasses import replace

from quizapp.core.bank.templates.statements import STATEMENTS, true_statement
from tests.core.bank.at_hand import fact, polar_pools, shipped

POOLS = polar_pools()


def test_a_core_fact_without_other_choices_stands_among_false_statements() -> None:
    (asked,) = true_statement(POOLS, replace(fact("aim"), importance=3))
    statements = {item.statement for item in POOLS.facts.values()}
    assert asked.key.text == fact("aim").statement
    for option in asked.options:
        assert (option.text in statements) == option.correct
        assert option.correct or option.feedback in statements


def test_others_need_none() -> None:
    assert list(true_statement(POOLS, fact("aim"))) == []
    assert list(true_statement(POOLS, fact("founded"))) == []


def test_facts_with_too_few_other_questions_are_asked_among_true_and_false_statements() -> None:
    found = [item for item in shipped().questions if item.template == STATEMENTS]
    facts = {item.id: item for item in shipped().facts}
    ids = {item.id for item in shipped().questions}
    assert len(found) >= 20
    for item in found:
        (asked,) = item.facts
        right = [option for option in item.options if option.correct]
        wrong = [option for option in item.options if not option.correct]
        assert (len(right), len(wrong)) == (2, 2), item.id
        assert asked in {option.fact for option in right}
        assert facts[asked].importance == 3 or f"{asked}.true-false.false" not in ids, item.id
        assert not {option.text for option in wrong} & {fact.statement for fact in facts.values()}
        groups = [facts[option.fact].truth_group for option in item.options]
        assert len(set(groups)) == len(groups), item.id
