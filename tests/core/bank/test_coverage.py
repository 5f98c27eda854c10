from __future__ import annotations

from dataclasses import replace

from quizapp.core.bank.coverage import coverage_of
from quizapp.core.bank.model import Bank
from tests.core.bank.at_hand import polar, shipped


def test_the_shipped_bank_is_complete() -> None:
    found = coverage_of(shipped())
    assert found.gaps == ()
    assert found.without_fact == ()
    assert found.under_quota == ()
    assert found.complete
    assert sum(count for _, count in found.by_kind) == found.questions
    assert sum(count for _, count in found.by_fact_kind) == found.facts


def test_gaps_quotas_and_strays_are_told() -> None:
    made = polar()
    sources = (replace(made.sources[0], paragraphs=(2, 3, 4, 5, 6)),)
    kept = tuple(q for q in made.questions if "founded" not in q.facts or "flash" in q.id)
    stray = replace(made.questions[0], id="stray", facts=("nobody",))
    found = coverage_of(Bank(sources, made.facts, (*kept, stray)))
    assert found.gaps == (("halden", 6),)
    assert found.without_fact == ("stray",)
    short = {row.fact: row.questions for row in found.under_quota}
    assert short["founded"] == 1
    assert not found.complete
