"""Cards between the database's rows, the memory model, and the JSON kept in reviews."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from quizapp.core.memory.state import MemoryState, Phase


def state_of(row: Any) -> MemoryState:
    """The memory state of a stored card, new where there is none."""
    if row is None:
        return MemoryState()
    return MemoryState(
        Phase(row.phase), row.step, row.stability, row.difficulty, row.last_review, row.last_day
    )


def fuzz_seed(person_public_id: str, fact: int, reviews: int) -> str:
    """What decides the fuzz of the next interval: the same before and after an undo."""
    return f"{person_public_id}:{fact}:{reviews}"


def as_json(state: MemoryState, due: datetime, reviews: int, lapses: int) -> dict[str, Any]:
    """A state as kept in a review: instants and days in ISO 8601."""
    return state_columns(state) | {
        "last_review": state.last_review.isoformat() if state.last_review else None,
        "last_day": state.last_day.isoformat() if state.last_day else None,
        "due": due.isoformat(),
        "reviews": reviews,
        "lapses": lapses,
    }


def columns_of(kept: dict[str, Any]) -> dict[str, Any]:
    """The card columns of a state kept by `as_json`."""
    return kept | {
        "last_review": datetime.fromisoformat(kept["last_review"]) if kept["last_review"] else None,
        "last_day": date.fromisoformat(kept["last_day"]) if kept["last_day"] else None,
        "due": datetime.fromisoformat(kept["due"]),
    }


def state_columns(state: MemoryState) -> dict[str, Any]:
    """A memory state as card columns."""
    return {
        "phase": state.phase.value,
        "step": state.step,
        "stability": state.stability,
        "difficulty": state.difficulty,
        "last_review": state.last_review,
        "last_day": state.last_day,
    }
