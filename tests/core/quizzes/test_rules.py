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


def test_rules_are_stored_in_words_that_no_later_program_may_change() -> None:
    everything = ["feedback", "marks", "own", "right", "source"]
    assert as_json(Rules()) == {
        "behaviour": "deferred",
        "time_limit": 0,
        "grace": 30,
        "attempts": 1,
        "counting": "best",
        "late": "accept",
        "late_penalty": 0.1,
        "tries": 3,
        "try_penalty": pytest.approx(1 / 3),
        "shuffle_questions": True,
        "shuffle_options": True,
        "review": dict.fromkeys(("during", "after", "closed"), everything),
    }
    words = {kind: sorted(kind) for kind in (Behaviour, LateRule, Counting)}
    assert words == {
        Behaviour: ["certainty", "deferred", "immediate", "tries"],
        LateRule: ["accept", "penalty", "refuse"],
        Counting: ["average", "best", "first", "last"],
    }
    back = from_json(as_json(Rules()))
    assert isinstance(back.behaviour, Behaviour)
    assert isinstance(back.counting, Counting)
    assert isinstance(back.late, LateRule)


def test_the_bounds_themselves_can_be_held() -> None:
    week = 604_800
    least = Rules(time_limit=0, grace=0, attempts=0, late_penalty=0, tries=1, try_penalty=0)
    most = Rules(time_limit=week, grace=3600, attempts=100, late_penalty=1, tries=10, try_penalty=1)
    assert problems(least) == ()
    assert problems(most) == ()
    beyond = Rules(
        time_limit=week + 1, grace=-1, attempts=101, late_penalty=-0.1, tries=11, try_penalty=1.5
    )
    assert len(problems(beyond)) == 6
