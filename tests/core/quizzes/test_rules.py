"""Rules are stored and read back as they were; what cannot be held is named."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.quizzes.rules import (
    Behaviour,
    Counting,
    LateRule,
    Moment,
    Rules,
    Show,
    as_json,
    from_json,
    problems,
)

RULES = st.builds(
    Rules,
    behaviour=st.sampled_from(Behaviour),
    time_limit=st.integers(0, 86_400),
    grace=st.integers(0, 600),
    attempts=st.integers(0, 20),
    counting=st.sampled_from(Counting),
    late=st.sampled_from(LateRule),
    late_penalty=st.floats(0, 1),
    tries=st.integers(1, 10),
    try_penalty=st.floats(0, 1),
    shuffle_questions=st.booleans(),
    shuffle_options=st.booleans(),
    review=st.fixed_dictionaries(
        {moment: st.frozensets(st.sampled_from(Show)) for moment in Moment}
    ),
)


@given(RULES)
def test_rules_come_back_from_the_database_as_they_were(rules: Rules) -> None:
    back = from_json(json.loads(json.dumps(as_json(rules))))
    assert back == rules
    assert problems(rules) == ()


def test_what_an_older_program_did_not_store_is_as_usual_and_what_is_unknown_ignored() -> None:
    assert from_json({"behaviour": "certainty", "from_the_future": 1}) == Rules(
        behaviour=Behaviour.CERTAINTY
    )


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"time_limit": -1}, "time_limit_out_of_range"),
        ({"time_limit": 8 * 86_400}, "time_limit_out_of_range"),
        ({"grace": 3601}, "grace_out_of_range"),
        ({"attempts": -1}, "attempts_out_of_range"),
        ({"attempts": 101}, "attempts_out_of_range"),
        ({"late_penalty": 1.1}, "late_penalty_out_of_range"),
        ({"tries": 0}, "tries_out_of_range"),
        ({"tries": 11}, "tries_out_of_range"),
        ({"try_penalty": -0.1}, "try_penalty_out_of_range"),
    ],
)
def test_what_cannot_be_held_is_named(changes: dict[str, float], code: str) -> None:
    assert problems(Rules(**changes)) == (code,)  # type: ignore[arg-type]


def test_only_where_answers_are_checked_there_are_tries() -> None:
    allowed = {one: Rules(behaviour=one, tries=3).tries_allowed for one in Behaviour}
    assert allowed == {
        Behaviour.DEFERRED: 0,
        Behaviour.CERTAINTY: 0,
        Behaviour.IMMEDIATE: 1,
        Behaviour.TRIES: 3,
    }
