"""Personal data of regrades, as `store.personal` declares it."""

from __future__ import annotations

from sqlalchemy import ColumnElement, select

from quizapp.store.models import Attempt, Regrade, RegradeLine
from quizapp.store.personal_rows import Fate, Personal, by, table_of, words


def _lines_of(person: int) -> ColumnElement[bool]:
    return RegradeLine.attempt_id.in_(select(Attempt.id).where(Attempt.learner_id == person))


_ABOUT = "public_id quiz_id question_id version_id way at undone_at"
PERSONAL_REGRADES: tuple[Personal, ...] = (
    Personal(
        "quiz_regraded",
        table_of(RegradeLine),
        _lines_of,
        words("regrade_id attempt_id position"),
        # marks of results that may be held back still
        words(
            "mark_before mark_after points_before points_after score_before score_after "
            "most_before most_after memory"
        ),
        Fate.DELETE,
    ),
    Personal(
        "regrades_undone",
        table_of(Regrade),
        by(Regrade.undone_by_id),
        words(_ABOUT),
        words("id undone_by_id digest"),
        Fate.ANONYMISE,
        {"undone_by_id": None},
        words(f"id {_ABOUT} digest"),
    ),
    Personal(
        "regrades_made",
        table_of(Regrade),
        by(Regrade.by_id),
        words(_ABOUT),
        words("id by_id digest"),
        Fate.ANONYMISE,
        {"by_id": None},
        words(f"id {_ABOUT} digest"),
    ),
)
