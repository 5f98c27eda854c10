"""Essays as they are written by teachers: the rubric in the form, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizapp.core.grading.essay import (
    LONGEST_ESSAY,
    MOST_POINTS,
    Criterion,
    decimal,
    key_of,
    points_read,
    rubric_of,
    rubric_shown,
    words_expected,
)
from quizapp.core.questions import AnswerKey, Option, Question, QuestionKind
from quizapp.services.authoring.draft import Draft, DraftOption
from quizapp.services.authoring.finding import Check
from quizapp.services.screens import QuestionScreen, RubricLine

MOST_WORDS = LONGEST_ESSAY // 5
"""The longest essay that may be expected: its words must fit into what is taken."""


def words_read(text: str) -> int | None:
    """The expected length as typed, None where it is no number of words."""
    plain = text.strip()
    if not (plain.isascii() and plain.isdigit() and len(plain) < 7):
        return None
    return int(plain) if 1 <= int(plain) <= MOST_WORDS else None


def essay_of(draft: Draft) -> tuple[AnswerKey, tuple[Option, ...]]:
    """Key and options of the draft; points that cannot be read are none."""
    rubric = [
        Criterion(row.text, points_read(row.points, draft.language) or 0.0) for row in draft.filled
    ]
    return key_of(
        rubric, model=draft.model, words=words_read(draft.words), shown=draft.rubric_shown
    )


def draft_of_essay(base: Draft, question: Question) -> Draft:
    """The draft that would make this essay."""
    rubric, words = rubric_of(question), words_expected(question)
    return replace(
        base,
        options=tuple(DraftOption(one.text, points=decimal(one.points)) for one in rubric),
        model=question.key.text,
        words="" if words is None else str(words),
        rubric_shown=rubric_shown(question),
    )


def essay_screen(question: Question) -> QuestionScreen:
    """The essay as a pupil will see it."""
    shown = rubric_of(question) if rubric_shown(question) else ()
    return QuestionScreen(
        key="",
        version="",
        kind=question.kind,
        stem=question.stem,
        language=question.language,
        picture=question.picture,
        picture_alt=question.picture_alt,
        position=1,
        total=1,
        rubric=tuple(RubricLine(one.text, one.points) for one in shown if one.text),
        words=words_expected(question),
    )


def rubric_usable(draft: Draft) -> Iterator[Check]:
    """Points that are none, or a rubric that gives none at all."""
    if draft.kind is not QuestionKind.ESSAY:
        return
    total, unread = 0.0, False
    for number, row in enumerate(draft.options):
        if row.blank:
            continue
        points = points_read(row.points, draft.language)
        if points is None:
            values = {"number": str(number + 1), "limit": str(MOST_POINTS)}
            level = "error" if row.points else "missing"
            code = "points_odd" if row.points else "points_missing"
            yield Check(code, level, f"options-{number}-points", values)
            unread = True
        total += points or 0.0
    if any(row.text for row in draft.options) and not total and not unread:
        yield Check("points_none", "error", "options")


def length_usable(draft: Draft) -> Iterator[Check]:
    """An expected length that is no number of words."""
    if draft.kind is QuestionKind.ESSAY and draft.words and words_read(draft.words) is None:
        yield Check("words_odd", "error", "words", {"limit": str(MOST_WORDS)})


ESSAY_CHECKS = (rubric_usable, length_usable)
