"""An essay: a pupil writes it, a person marks it along a rubric.

`Question.options` holds a criterion each: what earns its points. The points stand in the key's
`accept`, in the same order, as plain decimals; behind them `RUBRIC_SHOWN` where pupils see the
rubric while they write. The key's `value` is the expected length in words, "" where none is
named, and its `text` a model answer or "".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from quizapp.core.grading.verdict import Outcome, Response, Verdict
from quizapp.core.grading.verdicts import no_answer
from quizapp.core.questions import AnswerKey, Option, Question
from quizapp.core.values.numbers import Quantity, read_number

RUBRIC_SHOWN = "rubric shown"
LONGEST_ESSAY = 20_000
"""Characters of an essay; what is longer is not taken, and never cut."""
MOST_POINTS = 100
"""Points that one criterion may give."""
STEP = Decimal("0.5")
"""Points are whole or half."""
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Criterion:
    """One line of a rubric: what earns up to so many points."""

    text: str
    points: float


def grade(question: Question, response: Response, language: str) -> Verdict:
    """Waits for a person; nothing written is no answer."""
    del language
    if response.dont_know or not response.text.strip():
        return no_answer(question)
    return Verdict(Outcome.WAITING, 0.0)


def key_of(
    rubric: Sequence[Criterion], *, model: str, words: int | None, shown: bool
) -> tuple[AnswerKey, tuple[Option, ...]]:
    """Key and options of an essay with this rubric."""
    points = tuple(decimal(one.points) for one in rubric)
    key = AnswerKey(
        model,
        accept=(*points, RUBRIC_SHOWN) if shown else points,
        value="" if words is None else str(words),
    )
    return key, tuple(Option(one.text) for one in rubric)


def rubric_of(question: Question) -> tuple[Criterion, ...]:
    """The criteria in order."""
    pairs = zip(question.options, question.key.accept, strict=False)
    return tuple(Criterion(option.text, float(most)) for option, most in pairs)


def rubric_shown(question: Question) -> bool:
    """Whether pupils see the rubric while they write."""
    return RUBRIC_SHOWN in question.key.accept


def words_expected(question: Question) -> int | None:
    """The expected length in words, None where none is named."""
    return int(question.key.value) if question.key.value else None


def word_count(text: str) -> int:
    """The words of a text, parted by blanks."""
    return len(text.split())


def share_of(given: Sequence[float], rubric: Sequence[Criterion]) -> float:
    """The points given as a share 0..1 of those of the rubric.

    Raises ValueError unless each criterion got between none and all of its points.
    """
    if len(given) != len(rubric):
        raise ValueError(f"{len(given)} marks for {len(rubric)} criteria.")
    if any(not 0 <= mark <= one.points for mark, one in zip(given, rubric, strict=True)):
        raise ValueError("A criterion gives between none and all of its points.")
    most = sum(one.points for one in rubric)
    return sum(given) / most if most > 0 else 0.0


def outcome_of(share: float) -> Outcome:
    """How a marked essay was taken."""
    if share >= 1 - _ROUNDING:
        return Outcome.RIGHT
    return Outcome.PARTLY if share > _ROUNDING else Outcome.NOT_YET


def points_read(text: str, language: str, most: float = MOST_POINTS) -> float | None:
    """Points as typed, None where they are no whole or half number from 0 to `most`."""
    found = read_number(text, language)
    if not isinstance(found, Quantity) or not found.single or found.unit or found.approx:
        return None
    if not 0 <= found.low <= most or found.low % STEP:
        return None
    return float(found.low)


def decimal(points: float) -> str:
    """Points as they are stored: no trailing zeros."""
    return f"{points:g}"
