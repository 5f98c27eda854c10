from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS as PUBLISHED

from quizapp.core.memory.model import outcomes
from quizapp.core.memory.policy import DEFAULT_PARAMETERS, Policy
from quizapp.core.memory.state import MemoryState


def test_the_default_parameters_are_those_of_the_package() -> None:
    assert PUBLISHED == DEFAULT_PARAMETERS
    assert Policy().parameters == DEFAULT_PARAMETERS
    assert Policy().model == Policy.model == "fsrs-6"


@pytest.mark.parametrize(
    "wrong",
    [
        {"parameters": DEFAULT_PARAMETERS[:19]},
        {"desired_retention": 1.0},
        {"desired_retention": math.nan},
        {"learning_steps": (timedelta(),)},
        {"relearning_steps": (timedelta(minutes=-1),)},
        {"maximum_stability": 0.0},
        {"maximum_stability": math.nan},
        {"maximum_interval_days": 0},
        {"rollover_hour": 24},
        {"zone": "Europe/Atlantis"},
    ],
)
def test_what_no_schedule_can_be_made_of_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"."):
        Policy(**wrong)


def test_parameters_out_of_bounds_are_refused_at_first_use() -> None:
    policy = Policy(parameters=(0.0, *DEFAULT_PARAMETERS[1:]))
    with pytest.raises(ValueError, match=r"parameters\[0\]"):
        outcomes(MemoryState(), datetime(2026, 4, 12, tzinfo=UTC), policy, "")
