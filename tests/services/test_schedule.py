from __future__ import annotations

import json
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import fsrs
import pytest

from quizapp.services.schedule import ScheduleError, replay_file
from tests.core.memory.histories import STEP_LISTS, random_answers, random_parameters

GOOD_CASE: dict[str, Any] = {
    "id": "one",
    "desired_retention": 0.9,
    "learning_steps_s": [60, 600],
    "relearning_steps_s": [600],
    "parameters": "default",
    "steps": [
        {"at": "2026-04-12T12:00:00Z", "rating": 3},
        {"at": "2026-04-12T12:10:00Z", "rating": 4},
    ],
}


def written(at: datetime) -> str:
    return at.isoformat().replace("+00:00", "Z")


def random_case(chance: Random, number: int) -> dict[str, Any]:
    parameters = "default" if number % 3 == 0 else list(random_parameters(chance))
    return {
        "id": f"case-{number}",
        "note": "other keys are ignored",
        "desired_retention": round(chance.uniform(0.7, 0.97), 3),
        "learning_steps_s": [step.total_seconds() for step in chance.choice(STEP_LISTS)],
        "relearning_steps_s": [step.total_seconds() for step in chance.choice(STEP_LISTS)],
        "parameters": parameters,
        "steps": [
            {"at": written(at), "rating": rating}
            for at, rating in random_answers(chance, chance.randrange(1, 13))
        ],
    }


def by_the_package(case: dict[str, Any]) -> dict[str, Any]:
    settings: dict[str, Any] = {
        "desired_retention": case["desired_retention"],
        "learning_steps": [timedelta(seconds=s) for s in case["learning_steps_s"]],
        "relearning_steps": [timedelta(seconds=s) for s in case["relearning_steps_s"]],
        "enable_fuzzing": False,
    }
    if case["parameters"] != "default":
        settings["parameters"] = case["parameters"]
    scheduler, card = fsrs.Scheduler(**settings), fsrs.Card(card_id=7)
    steps = []
    for review in case["steps"]:
        at = datetime.fromisoformat(review["at"]).astimezone(UTC)
        card, _ = scheduler.review_card(card, fsrs.Rating(review["rating"]), at)
        steps.append(
            {
                "state": {1: "learning", 2: "review", 3: "relearning"}[card.state.value],
                "step": card.step,
                "stability": card.stability,
                "difficulty": card.difficulty,
                "due": written(card.due),
            }
        )
    return {"id": case["id"], "steps": steps}


def test_a_thousand_random_histories_equal_the_package_exactly() -> None:
    chance = Random(20260412)
    cases = [random_case(chance, number) for number in range(1000)]
    told = json.loads(json.dumps(replay_file({"cases": cases})))
    assert told == {"cases": [by_the_package(case) for case in cases]}
    states = {step["state"] for case in told["cases"] for step in case["steps"]}
    assert states == {"learning", "review", "relearning"}


def test_the_printed_shape() -> None:
    told = replay_file({"cases": [GOOD_CASE], "comment": "ignored"})
    assert told == {
        "cases": [
            {
                "id": "one",
                "steps": [
                    {
                        "state": "learning",
                        "step": 1,
                        "stability": 2.3065,
                        "difficulty": 2.118103970459016,
                        "due": "2026-04-12T12:10:00Z",
                    },
                    {
                        "state": "review",
                        "step": None,
                        "stability": 3.946054067969477,
                        "difficulty": 1.0,
                        "due": "2026-04-16T12:10:00Z",
                    },
                ],
            }
        ]
    }


def test_elapsed_days_are_whole_periods_of_24_hours() -> None:
    def stability_after(second: str) -> object:
        case = GOOD_CASE | {
            "steps": [
                {"at": "2026-04-12T23:00:00Z", "rating": 4},
                {"at": second, "rating": 3},
            ]
        }
        told: Any = replay_file({"cases": [case]})
        return told["cases"][0]["steps"][1]["stability"]

    next_morning = stability_after("2026-04-13T09:00:00Z")
    assert next_morning == stability_after("2026-04-12T23:30:00Z")
    assert next_morning != stability_after("2026-04-13T23:00:00Z")
    assert stability_after("2026-04-14T01:00:00+02:00") == stability_after("2026-04-13T23:00:00Z")


def test_cases_keep_their_own_settings_and_order() -> None:
    keen = GOOD_CASE | {"id": 2, "desired_retention": 0.8, "learning_steps_s": []}
    told: Any = replay_file({"cases": [keen, GOOD_CASE, keen | {"id": 3, "steps": []}]})
    assert [case["id"] for case in told["cases"]] == [2, "one", 3]
    assert told["cases"][0]["steps"][0]["state"] == "review"
    assert told["cases"][2]["steps"] == []


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"id": None}, "case 1, id"),
        ({"desired_retention": 1}, "case 1 (one), desired_retention"),
        ({"desired_retention": "0.9"}, "case 1 (one), desired_retention"),
        ({"desired_retention": float("nan")}, "case 1 (one), desired_retention"),
        ({"learning_steps_s": 60}, "case 1 (one), learning_steps_s"),
        ({"learning_steps_s": [-1]}, "case 1 (one), learning_steps_s"),
        ({"relearning_steps_s": [True]}, "case 1 (one), relearning_steps_s"),
        ({"relearning_steps_s": [10**400]}, "case 1 (one), relearning_steps_s"),
        ({"parameters": "defaults"}, "case 1 (one), parameters"),
        ({"parameters": [0.5] * 19}, "case 1 (one), parameters"),
        ({"parameters": [0.5] * 21}, "case 1 (one), parameters"),
        ({"steps": {}}, "case 1 (one), steps"),
        ({"steps": ["x"]}, "case 1 (one), step 1"),
        ({"steps": [{"rating": 1}]}, "case 1 (one), step 1, at"),
        ({"steps": [{"at": "2026-04-12T12:00:00", "rating": 1}]}, "case 1 (one), step 1, at"),
        ({"steps": [{"at": "yesterday", "rating": 1}]}, "case 1 (one), step 1, at"),
        ({"steps": [{"at": 1776000000, "rating": 1}]}, "case 1 (one), step 1, at"),
        ({"steps": [{"at": "2026-04-12T12:00:00Z", "rating": 5}]}, "case 1 (one), step 1, rating"),
        ({"steps": [{"at": "2026-04-12T12:00:00Z", "rating": 3.0}]}, "step 1, rating"),
        ({"steps": [{"at": "2026-04-12T12:00:00Z", "rating": True}]}, "step 1, rating"),
        ({"steps": [{"at": "9999-12-30T12:00:00Z", "rating": 4}]}, "case 1 (one), step 1"),
    ],
)
def test_bad_input_names_case_and_field(change: dict[str, object], place: str) -> None:
    with pytest.raises(ScheduleError) as refused:
        replay_file({"cases": [GOOD_CASE | change]})
    assert place in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("field", sorted(GOOD_CASE))
def test_a_missing_field_is_named(field: str) -> None:
    case = deepcopy(GOOD_CASE)
    del case[field]
    with pytest.raises(ScheduleError, match=rf"case 2.*, {field}: missing"):
        replay_file({"cases": [GOOD_CASE, case]})


@pytest.mark.parametrize("document", [None, [], {}, {"cases": {}}, {"cases": [1]}])
def test_what_is_no_file_of_cases_is_refused(document: object) -> None:
    with pytest.raises(ScheduleError):
        replay_file(document)
