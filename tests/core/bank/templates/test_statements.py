from __future__ import annotations

from dataclasses import replace

from quizapp.core.bank.templates.statements import true_statement
from tests.core.bank.at_hand import fact, polar_pools

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
