"""Which question asks for a fact: recognition first, recall as the memory grows.

Recognising an answer among options builds the first trace; writing it down is what lasts
(short answers gave a testing effect weeks later where choices did not). So a new fact is met
as a choice, seen again the same day in recall, and a firm memory is asked in recall only.
Bringing in order and pairing ask for several facts at once: they come when these were met, an
order also to firm memories, for its times stand nowhere on the page.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from quizapp.core.memory.state import Phase
from quizapp.core.questions import (
    ARRANGING_KINDS,
    CHOICE_KINDS,
    PERSON_MARKED_KINDS,
    RECALL_KINDS,
    QuestionKind,
)

FIRM_STABILITY = 7.0
"""Days of stability from which a fact is asked in recall only."""

ASKABLE_KINDS = frozenset(QuestionKind) - PERSON_MARKED_KINDS
"""Kinds that the study screen can show."""

_FLASHCARD = frozenset({QuestionKind.FLASHCARD})
_FIRM = RECALL_KINDS | _FLASHCARD | {QuestionKind.ORDERING}
_TRUE_FALSE = frozenset({QuestionKind.TRUE_FALSE})


def wanted_kinds(phase: Phase, stability: float | None) -> tuple[frozenset[QuestionKind], ...]:
    """The kinds to try for a card, best first; the first that any question has is taken.

    `stability` is in days, None for a new card.
    """
    if phase is Phase.NEW:
        choices = CHOICE_KINDS - _TRUE_FALSE
        return (choices, _TRUE_FALSE, _FLASHCARD, RECALL_KINDS, ARRANGING_KINDS)
    if phase in (Phase.LEARNING, Phase.RELEARNING):
        return (RECALL_KINDS | _FLASHCARD | ARRANGING_KINDS, CHOICE_KINDS)
    if (stability or 0.0) >= FIRM_STABILITY:
        return (_FIRM, ASKABLE_KINDS - _FIRM)
    return (ASKABLE_KINDS,)


def choose_question(
    questions: Sequence[tuple[int, QuestionKind]],
    phase: Phase,
    stability: float | None,
    *,
    seed: str,
    last: int | None = None,
) -> int | None:
    """The row number of the question to ask, None when there is none that can be asked.

    `questions` are (row number, kind); `last` is left out while another one fits. The choice is
    the smallest hash of seed and row number: even, repeatable, and stable when questions are added.
    """
    askable = [item for item in questions if item[1] in ASKABLE_KINDS]
    for kinds in wanted_kinds(phase, stability):
        fitting = [number for number, kind in askable if kind in kinds]
        if fitting:
            fresh = [number for number in fitting if number != last] or fitting
            return min(fresh, key=lambda number: _hash(f"{seed}:{number}"))
    return None


def _hash(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()
