"""What the answers to one question of an attempt are worth.

Certainty-based marking uses the three-level table of A. R. Gardner-Medwin (LAPT, University
College London; "Confidence-based marking: towards deeper learning and better exams", 2006),
the same that Moodle's behaviour of this name uses: right +1, +2, +3, wrong 0, -2, -6. Divided by
three here, so that a sure and right answer earns the question's points and no more. Whoever is
less than 67 % sure does best to say "guessing", whoever is more than 80 % sure to say "sure".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from quizapp.core.grading.ratings import GUESSING, SURE
from quizapp.core.quizzes.rules import Behaviour, Rules

FAIRLY = "fairly"
CERTAINTIES = (GUESSING, FAIRLY, SURE)
"""What a learner may say of an answer, from the least to the most."""
WHEN_RIGHT: Mapping[str, float] = MappingProxyType({GUESSING: 1 / 3, FAIRLY: 2 / 3, SURE: 1.0})
WHEN_WRONG: Mapping[str, float] = MappingProxyType({GUESSING: 0.0, FAIRLY: -2 / 3, SURE: -2.0})
_NOTHING = 1e-9


@dataclass(frozen=True, slots=True)
class Given:
    """One response to a question: its score 0..1, and whether it was a try (`checked`).

    `empty` says that nothing was given ("I don't know", a blank), which is never worse than
    nothing. `hints` is how many hints had been asked for.
    """

    score: float
    checked: bool = False
    empty: bool = False
    certainty: str = ""
    hints: int = 0


def tries_used(given: Sequence[Given]) -> int:
    """How often the learner asked for the verdict."""
    return sum(one.checked for one in given)


def is_settled(rules: Rules, given: Sequence[Given]) -> bool:
    """Whether the question takes no further answer: right, or no try left."""
    checked = [one for one in given if one.checked]
    if not rules.tries_allowed or not checked:
        return False
    return len(checked) >= rules.tries_allowed or checked[-1].score >= 1 - _NOTHING


def hints_taken(given: Sequence[Given]) -> int:
    """How many hints were asked for so far: each costs as a further try does."""
    return max((one.hints for one in given), default=0)


def hints_seen(rules: Rules, given: Sequence[Given], there: int) -> int:
    """How many of the hints that there are stand on the page while a try is left.

    Those asked for; and after each try that was not right the next one comes by itself, paid for
    by the try.
    """
    if rules.behaviour is not Behaviour.TRIES:
        return 0
    return min(there, hints_taken(given) + tries_used(given))


def may_take_hint(rules: Rules, given: Sequence[Given], there: int, number: int) -> bool:
    """Whether the hint of this number is the next one that can be asked for."""
    if rules.behaviour is not Behaviour.TRIES or is_settled(rules, given):
        return False
    return number <= there and number == hints_seen(rules, given, there) + 1


def counted(rules: Rules, given: Sequence[Given]) -> int | None:
    """Which response counts, as an index into `given` (in the order of time); None without one.

    Where nothing is judged while sitting it is the last one. Else it is the best try after its
    penalty, and what was saved but not checked counts as one more try.
    """
    if not given:
        return None
    tries = _tries(rules, given)
    if not tries:
        return len(given) - 1
    worth = {index: _after_penalty(rules, given[index], nth) for nth, index in enumerate(tries)}
    return max(tries, key=lambda index: (worth[index], -index))


def mark(rules: Rules, given: Sequence[Given], points: float) -> float:
    """The mark for a question: at most its points, below 0 only where certainty counts."""
    index = counted(rules, given)
    if index is None:
        return 0.0
    if rules.behaviour is Behaviour.CERTAINTY:
        return points * _by_certainty(given[index])
    tries = _tries(rules, given)
    if not tries:
        return points * given[index].score
    return points * _after_penalty(rules, given[index], tries.index(index))


def total(marks: Sequence[float], penalty: float) -> float:
    """The score of an attempt: the sum of its marks, never below 0, less the share for lateness."""
    return max(0.0, sum(marks)) * (1.0 - penalty)


def _tries(rules: Rules, given: Sequence[Given]) -> list[int]:
    """The responses that are tries, in order, as far as tries are allowed."""
    if not rules.tries_allowed:
        return []
    tries = [index for index, one in enumerate(given) if one.checked]
    if not tries:
        return [len(given) - 1]
    if tries[-1] < len(given) - 1:
        tries.append(len(given) - 1)
    return tries[: rules.tries_allowed]


def _after_penalty(rules: Rules, one: Given, nth: int) -> float:
    """A try's share of the points: `nth` tries came before it, each hint costs as a try does."""
    if rules.behaviour is not Behaviour.TRIES:
        return one.score
    return max(0.0, one.score - rules.try_penalty * (nth + one.hints))


def _by_certainty(one: Given) -> float:
    """The share of the points by the table; partly right earns its part of what right earns."""
    if one.empty:
        return 0.0
    level = one.certainty if one.certainty in WHEN_RIGHT else GUESSING
    return WHEN_RIGHT[level] * one.score if one.score > _NOTHING else WHEN_WRONG[level]
