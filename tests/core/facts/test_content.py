"""A fact that was written down is read back as it was."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from quizapp.core.facts.content import digest_of, from_content, to_content
from tests.core.bank.at_hand import POLAR, QUESTIONS, fact, material


@pytest.mark.parametrize("folder", [POLAR, QUESTIONS], ids=["polar", "shipped"])
def test_every_fact_comes_back_through_json(folder: object) -> None:
    _, facts = material(folder)  # type: ignore[arg-type]
    for one in facts:
        assert from_content(json.loads(json.dumps(to_content(one)))) == one


def test_keys_of_another_time_are_passed_over() -> None:
    one = fact("tern-years")
    assert from_content(to_content(one) | {"colour": "red"}) == one


def test_digests_tell_contents_apart_and_no_order() -> None:
    content = to_content(fact("tern-years"))
    turned = dict(reversed(content.items()))
    assert digest_of(content) == digest_of(turned)
    assert digest_of(to_content(replace(fact("tern-years"), answer="x"))) != digest_of(content)
