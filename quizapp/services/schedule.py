"""Review histories in, memory states out: what `quizapp schedule replay` prints.

Shows the bare model: elapsed days by floor of 24 hours, fuzz off, nothing rounded.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import TypeVar

from quizapp.core.memory.bare import BareStep, bare_replay, bare_scheduler

_T = TypeVar("_T")
_LONGEST_STEP_S = 36500 * 86400.0


class ScheduleError(ValueError):
    """A history that cannot be replayed; the message names the case and the field."""


def replay_file(document: object) -> dict[str, object]:
    """Return {"cases": [{"id", "steps": [{"state", "step", "stability", "difficulty", "due"}]}]}.

    `document` is the parsed file: {"cases": [{"id", "desired_retention", "learning_steps_s",
    "relearning_steps_s", "parameters": "default" or 21 numbers, "steps": [{"at", "rating"}]}]};
    other keys are ignored, reviews are taken in the order given. Stability is in days, `due` an
    instant in UTC. Raises ScheduleError for anything missing or out of range.
    """
    cases = _field(document, "cases", "the file", _list)
    return {"cases": [_case(case, number) for number, case in enumerate(cases, start=1)]}


def _case(case: object, number: int) -> dict[str, object]:
    where = f"case {number}"
    name = _field(case, "id", where, _name)
    where = f"case {number} ({name})"
    retention = _field(case, "desired_retention", where, _share)
    learning = _field(case, "learning_steps_s", where, _lengths)
    relearning = _field(case, "relearning_steps_s", where, _lengths)
    parameters = _field(case, "parameters", where, _parameters)
    reviews = _field(case, "steps", where, _list)
    try:
        scheduler = bare_scheduler(parameters, retention, learning, relearning)
    except ValueError as error:
        raise ScheduleError(f"{where}, parameters: {' '.join(str(error).split())}") from error
    answers = [_review(review, f"{where}, step {n}") for n, review in enumerate(reviews, start=1)]
    steps: list[dict[str, object]] = []
    try:
        steps.extend(_printed(step) for step in bare_replay(scheduler, answers))
    except (OverflowError, ValueError) as error:
        message = "stability or due instant grow beyond what can be written"
        raise ScheduleError(f"{where}, step {len(steps) + 1}: {message}") from error
    return {"id": name, "steps": steps}


def _review(review: object, where: str) -> tuple[datetime, int]:
    return _field(review, "at", where, _instant), _field(review, "rating", where, _rating)


def _printed(step: BareStep) -> dict[str, object]:
    if not math.isfinite(step.stability):
        raise OverflowError("the stability is no number any more")
    return asdict(step) | {"due": step.due.isoformat().replace("+00:00", "Z")}


def _field(holder: object, key: str, where: str, read: Callable[[object], _T]) -> _T:
    """Return a field as its reader understands it; its error says what is wanted."""
    if not isinstance(holder, Mapping):
        raise ScheduleError(f"{where}: an object is wanted")
    if key not in holder:
        raise ScheduleError(f"{where}, {key}: missing")
    try:
        return read(holder[key])
    except (OverflowError, ValueError) as error:
        raise ScheduleError(f"{where}, {key}: {error}") from error


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise ScheduleError("a list is wanted")
    return value


def _name(value: object) -> str | int:
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise ScheduleError("a text or whole number is wanted")
    return value


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise ScheduleError(f"a number is wanted, not {value!r}")
    return value


def _share(value: object) -> float:
    share = _number(value)
    if not 0 < share < 1:
        raise ScheduleError(f"a number between 0 and 1 is wanted, not {share}")
    return share


def _lengths(value: object) -> list[timedelta]:
    seconds = [_number(item) for item in _list(value)]
    for length in seconds:
        if not 0 <= length <= _LONGEST_STEP_S:
            raise ScheduleError(f"seconds from 0 to 100 years are wanted, not {length}")
    return [timedelta(seconds=length) for length in seconds]


def _parameters(value: object) -> list[float] | None:
    return None if value == "default" else [_number(item) for item in _list(value)]


def _rating(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 4:
        raise ScheduleError(f"1, 2, 3 or 4 is wanted, not {value!r}")
    return value


def _instant(value: object) -> datetime:
    if not isinstance(value, str):
        raise ScheduleError(f"an instant such as 2026-04-12T12:00:00Z is wanted, not {value!r}")
    instant = datetime.fromisoformat(value)
    if instant.tzinfo is None:
        raise ScheduleError(f"{value!r} carries no offset from UTC")
    return instant
