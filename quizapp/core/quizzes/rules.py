"""Under which rules a quiz is held. Frozen values that a quiz keeps and an attempt copies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from types import MappingProxyType
from typing import Any


class Behaviour(StrEnum):
    """When an answer is judged, and what a mark is made of."""

    DEFERRED = "deferred"  # judged when the attempt is submitted; until then it may be changed
    IMMEDIATE = "immediate"  # each question is judged once, when its answer is checked
    TRIES = "tries"  # judged when checked, again after a wrong one, each further try costs
    CERTAINTY = "certainty"  # as deferred, with a certainty that decides what right is worth


class LateRule(StrEnum):
    """What happens after the due date and before closing."""

    ACCEPT = "accept"
    PENALTY = "penalty"
    REFUSE = "refuse"


class Counting(StrEnum):
    """Which of a learner's attempts counts."""

    BEST = "best"
    LAST = "last"
    FIRST = "first"
    AVERAGE = "average"


class Show(StrEnum):
    """What may be shown of an answered question."""

    OWN = "own"
    MARKS = "marks"
    RIGHT = "right"
    FEEDBACK = "feedback"
    SOURCE = "source"


class Moment(StrEnum):
    """When it is shown: in the sitting, after submission, after closing or release."""

    DURING = "during"
    AFTER = "after"
    CLOSED = "closed"


EVERYTHING = frozenset(Show)
CHECKED_BEHAVIOURS = frozenset({Behaviour.IMMEDIATE, Behaviour.TRIES})
"""Behaviours under which a learner asks for the verdict while sitting."""
Review = Mapping[Moment, frozenset[Show]]
SHOW_ALL: Review = MappingProxyType(dict.fromkeys(Moment, EVERYTHING))
MOST_TRIES = 10
LONGEST_LIMIT = 7 * 24 * 60 * 60
MOST_ATTEMPTS = 100


@dataclass(frozen=True, slots=True)
class Rules:
    """How a quiz is held.

    `time_limit` in seconds, 0 for none; `grace` in seconds for what is under way when time is
    over. `attempts` 0 means as many as one likes. `tries` and `try_penalty` (share of the points
    per further try) hold for the behaviour of several tries, `late_penalty` (share of the score
    per day begun) for the late rule with a penalty. `review` says what is shown when.
    """

    behaviour: Behaviour = Behaviour.DEFERRED
    time_limit: int = 0
    grace: int = 30
    attempts: int = 1
    counting: Counting = Counting.BEST
    late: LateRule = LateRule.ACCEPT
    late_penalty: float = 0.1
    tries: int = 3
    try_penalty: float = 1 / 3
    shuffle_questions: bool = True
    shuffle_options: bool = True
    review: Review = field(default_factory=lambda: SHOW_ALL)

    @property
    def tries_allowed(self) -> int:
        """How often one question may be checked: 0 where nothing is judged while sitting."""
        if self.behaviour is Behaviour.TRIES:
            return self.tries
        return 1 if self.behaviour is Behaviour.IMMEDIATE else 0


def problems(rules: Rules) -> tuple[str, ...]:
    """Codes of what cannot be; empty for rules that can be held."""
    wrong = {
        "time_limit_out_of_range": not 0 <= rules.time_limit <= LONGEST_LIMIT,
        "grace_out_of_range": not 0 <= rules.grace <= 3600,
        "attempts_out_of_range": not 0 <= rules.attempts <= MOST_ATTEMPTS,
        "late_penalty_out_of_range": not 0 <= rules.late_penalty <= 1,
        "tries_out_of_range": not 1 <= rules.tries <= MOST_TRIES,
        "try_penalty_out_of_range": not 0 <= rules.try_penalty <= 1,
    }
    return tuple(code for code, is_wrong in wrong.items() if is_wrong)


def as_json(rules: Rules) -> dict[str, Any]:
    """The rules as they are stored."""
    kept = {one.name: getattr(rules, one.name) for one in fields(rules)}
    kept = {
        name: str(value) if isinstance(value, StrEnum) else value for name, value in kept.items()
    }
    shown = {
        str(moment): sorted(str(one) for one in rules.review.get(moment, frozenset()))
        for moment in Moment
    }
    return kept | {"review": shown}


def from_json(kept: Mapping[str, Any]) -> Rules:
    """The rules from what was stored; what is missing is as usual, what is unknown ignored."""
    known = {one.name: kept[one.name] for one in fields(Rules) if one.name in kept}
    for name, kind in (("behaviour", Behaviour), ("counting", Counting), ("late", LateRule)):
        if name in known:
            known[name] = kind(known[name])
    if "review" in known:
        known["review"] = MappingProxyType(
            {
                moment: frozenset(Show(one) for one in known["review"].get(str(moment), ()))
                for moment in Moment
            }
        )
    return Rules(**known)
