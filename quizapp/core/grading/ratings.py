"""From a verdict to one of FSRS's four grades: one table, with a version number.

| situation | rating |
|---|---|
| wrong, blank, "don't know", timed out | Again |
| score below 0.6 | Again |
| score from 0.6 to below 0.99 | Hard |
| right after a hint, or with a tolerated typing mistake or number | Hard |
| a choice, right, but "guessing" or in under 1.2 s | Hard |
| typed, right, "sure", fast, no accommodation, first answer of the day | Easy |
| right otherwise | Good |
| flashcard | the learner's own, after a hint Hard at most |

Fast is faster than the learner's own 25th percentile for the kind. Missing accents and an
answer finer than the source are no slips of memory: Good.
Sources: Butterfield and Metcalfe 2001 (certainty), FSRS's meaning of Hard as a pass.
"""

from __future__ import annotations

from quizapp.core.grading.verdict import Outcome, Verdict
from quizapp.core.memory.state import Rating
from quizapp.core.questions import CHOICE_KINDS, RECALL_KINDS, QuestionKind

RATING_RULE_VERSION = 1
"""Stored with every review, so that ratings can be made anew from raw answers."""

SURE, GUESSING = "sure", "guessing"
"""What a learner may say of an answer; "" when nothing was said."""

TOO_FAST_MILLISECONDS = 1200
"""Below this a choice was hardly read."""

_FULL, _ENOUGH = 0.99, 0.6


def rate(
    kind: QuestionKind,
    verdict: Verdict,
    *,
    milliseconds: int | None,
    hints: int,
    certainty: str,
    own_fast_milliseconds: int | None,
    accommodated: bool,
    repeated_today: bool,
) -> Rating:
    """The rating of a verdict. For one fact of several, give the verdict with that part as score.

    `own_fast_milliseconds` is the learner's 25th percentile for the kind, None while too
    little is known. Times are None when they were not taken. Raises ValueError for an UNCLEAR
    verdict, which is no answer.
    """
    if verdict.outcome is Outcome.UNCLEAR:
        raise ValueError("An unclear answer is asked back and has no rating.")
    if kind is QuestionKind.FLASHCARD:
        return min(_own(verdict), Rating.HARD) if hints else _own(verdict)
    by_score = rate_part(verdict.score)
    if by_score is not Rating.GOOD:
        return by_score
    if hints or _slipped(verdict):
        return Rating.HARD
    if kind in CHOICE_KINDS:
        hasty = milliseconds is not None and milliseconds < TOO_FAST_MILLISECONDS
        return Rating.HARD if hasty or certainty == GUESSING else Rating.GOOD
    may_be_easy = kind in RECALL_KINDS and not accommodated and not repeated_today
    easy = may_be_easy and certainty == SURE and _quick(milliseconds, own_fast_milliseconds)
    return Rating.EASY if easy else Rating.GOOD


def rate_part(score: float) -> Rating:
    """The rating of one fact's part: from 0.99 Good, from 0.6 Hard, below Again."""
    if score >= _FULL:
        return Rating.GOOD
    return Rating.HARD if score >= _ENOUGH else Rating.AGAIN


def _quick(milliseconds: int | None, own_fast: int | None) -> bool:
    """Whether a time is below the learner's own fast time; unknown times are not."""
    return milliseconds is not None and own_fast is not None and milliseconds < own_fast


def _own(verdict: Verdict) -> Rating:
    """The learner's own rating of a flashcard; without one the outcome decides."""
    for note in verdict.notes:
        if note.code == "rated":
            return Rating(int(note.values["rating"]))
    return Rating.GOOD if verdict.right else Rating.AGAIN


def _slipped(verdict: Verdict) -> bool:
    """Whether a right answer was tolerated for more than a missing accent."""
    if verdict.outcome is not Outcome.ACCEPTED:
        return False
    harmless = all(
        note.code == "finer_than_source"
        or (note.code == "spelled" and note.values.get("accent") == "yes")
        for note in verdict.notes
    )
    return not (verdict.notes and harmless)
