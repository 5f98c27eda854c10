"""What a grader is given and what it returns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Outcome(StrEnum):
    """How an answer was taken."""

    RIGHT = "right"
    ACCEPTED = "accepted"  # right, but tolerated: the verdict says how it is written
    PARTLY = "partly"
    NOT_YET = "not_yet"
    UNCLEAR = "unclear"  # asked back, never graded: "1.500" may mean two things
    WAITING = "waiting"  # a person is to judge it


@dataclass(frozen=True, slots=True)
class Response:
    """What a learner submitted.

    Typed text, chosen option indexes (into `Question.options`), or the learner's own rating of
    a flashcard (1 Again .. 4 Easy).
    """

    text: str = ""
    chosen: tuple[int, ...] = ()
    rating: int | None = None
    dont_know: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """One reason or hint as a code with its values; the web room turns it into words."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result of grading. `score` is 0..1; `parts` is one score per fact of the question."""

    outcome: Outcome
    score: float
    notes: tuple[Note, ...] = ()
    parts: tuple[float, ...] = ()

    @property
    def right(self) -> bool:
        """Whether the learner may take the answer as right."""
        return self.outcome in (Outcome.RIGHT, Outcome.ACCEPTED)
