from __future__ import annotations

import json

import pytest

from quizapp.core.bank.accounting import claims, parse_ignored, stated, unaccounted
from quizapp.core.bank.anchors import make_lock
from quizapp.core.bank.words import word_hash
from quizapp.core.facts.errors import FactFileError
from tests.core.bank.at_hand import POLAR, QUESTIONS, fact, material


def test_figures_and_names_are_claims_and_plain_words_are_not() -> None:
    found = claims("The ship met Captain Reve in 1874, with some seventy-nine men. Later it sank.")
    assert found == {"captain", "reve", "1874", "79", "70", "9"} - {"70", "9"}


def test_a_fact_states_its_words_and_its_numbers() -> None:
    assert {"founded", "halden", "1871"} <= stated([fact("founded")])


@pytest.mark.parametrize("source", [item.id for item in material(QUESTIONS)[0]])
def test_every_date_number_and_name_of_the_sources_is_accounted_for(source: str) -> None:
    ignored = parse_ignored((QUESTIONS / "ignored.toml").read_text("utf-8"), "ignored.toml")
    lock = json.loads((QUESTIONS / "bank" / "anchors.json").read_bytes())
    assert len(lock["sources"][source]["claims"]) == len(
        {item.paragraph for item in material(QUESTIONS)[1] if item.source == source}
    )
    assert unaccounted(source, lock, material(QUESTIONS)[1], ignored) == ()


def test_a_token_that_no_fact_states_is_missed() -> None:
    sources, facts = material(POLAR)
    text = (POLAR / "texts" / "halden.txt").read_text("utf-8")
    lock = make_lock(sources, facts, {"halden": text})
    without = [item for item in facts if item.id != "chairman"]
    missing = unaccounted("halden", lock, without, ())
    assert (2, word_hash("solheim")) in missing
    reason = parse_ignored(
        '[[ignored]]\nsource = "halden"\nparagraph = 2\ntoken = "Ingrid Solheim"\nreason = "x"\n',
        "ignored.toml",
    )
    assert (2, word_hash("solheim")) not in unaccounted("halden", lock, without, reason)


def test_a_line_without_a_reason_is_refused() -> None:
    with pytest.raises(FactFileError, match="reason"):
        parse_ignored('[[ignored]]\nsource = "a"\nparagraph = 1\ntoken = "b"\n', "ignored.toml")
