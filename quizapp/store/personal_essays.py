"""Personal data of marked essays, as `store.personal` declares it.

Marks and comments are told to whom they are about once the attempt's results were released; what
a teacher has begun only is told to that teacher alone.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, select

from quizapp.store.models import Attempt, EssayDraft, EssayMark
from quizapp.store.personal_rows import Fate, Personal, by, table_of, words


def _own(person: int, *, released: bool) -> ColumnElement[bool]:
    out = Attempt.released_at.is_not(None) if released else Attempt.released_at.is_(None)
    own = select(Attempt.id).where(Attempt.learner_id == person, out)
    return EssayMark.attempt_id.in_(own)


def _released(person: int) -> ColumnElement[bool]:
    return _own(person, released=True)


def _held_back(person: int) -> ColumnElement[bool]:
    return _own(person, released=False)


def _drafts_about(person: int) -> ColumnElement[bool]:
    own = select(Attempt.id).where(Attempt.learner_id == person)
    return and_(EssayDraft.attempt_id.in_(own), EssayDraft.by_id != person)


PERSONAL_ESSAYS: tuple[Personal, ...] = (
    Personal(
        "essay_marks",
        table_of(EssayMark),
        _released,
        words("attempt_id position version_id points share comment at"),
        words("id public_id by_id"),
        Fate.DELETE,
    ),
    Personal(
        "essay_marks_held_back",
        table_of(EssayMark),
        _held_back,
        words("attempt_id position version_id at"),
        words("id public_id points share comment by_id"),
        Fate.DELETE,
    ),
    Personal(
        "essay_drafts_about",
        table_of(EssayDraft),
        _drafts_about,
        words("attempt_id position saved_at"),
        words("by_id points comment"),
        Fate.DELETE,
    ),
    Personal(
        "essay_drafts",
        table_of(EssayDraft),
        by(EssayDraft.by_id),
        words("attempt_id position points comment saved_at"),
        words("by_id"),
        Fate.DELETE,
    ),
    Personal(
        "essay_marks_made",
        table_of(EssayMark),
        by(EssayMark.by_id),
        words("public_id position version_id points share comment at"),
        words("id attempt_id by_id"),
        Fate.ANONYMISE,
        {"by_id": None},
        words("id public_id attempt_id position version_id points share comment at"),
    ),
)
