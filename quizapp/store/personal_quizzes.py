"""Personal data of quizzes, assignments and attempts, as `store.personal` declares it.

A sitting goes with its learner; what it taught stays in the anonymous answers. Verdicts are not
told here: results may be held back, and released ones stand among the answers.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, select

from quizapp.store.models import (
    Assignment,
    AssignmentLearner,
    Attempt,
    AttemptSlot,
    Quiz,
    Response,
)
from quizapp.store.personal_rows import Fate, Keeper, Personal, by, table_of, words


def _responses_of(person: int) -> ColumnElement[bool]:
    return Response.attempt_id.in_(select(Attempt.id).where(Attempt.learner_id == person))


def _slots_of(person: int) -> ColumnElement[bool]:
    return AttemptSlot.attempt_id.in_(select(Attempt.id).where(Attempt.learner_id == person))


PERSONAL_QUIZZES: tuple[Personal, ...] = (
    Personal(
        "quiz_responses",
        table_of(Response),
        _responses_of,
        words(
            "attempt_id position version_id key response_text response_chosen response_rating "
            "dont_know certainty hints checked milliseconds given_at local_day"
        ),
        words("id content_digest outcome score parts notes"),
        Fate.DELETE,
    ),
    Personal(
        "quiz_questions",
        table_of(AttemptSlot),
        _slots_of,
        words("attempt_id position version_id points"),
        words("item_id question_id mark"),
        Fate.DELETE,
    ),
    Personal(
        "quiz_attempts",
        table_of(Attempt),
        by(Attempt.learner_id),
        words(
            "id public_id quiz_id assignment_id number state rules accommodation started_at due_at "
            "ends_at grace_seconds submitted_at ended_by most penalty released_at"
        ),
        words("learner_id seed score"),
        Fate.DELETE,
    ),
    Personal(
        "assigned_by_name",
        table_of(AssignmentLearner),
        by(AssignmentLearner.learner_id),
        ("assignment_id",),
        ("learner_id",),
        Fate.DELETE,
    ),
    Personal(
        "assignments_made",
        table_of(Assignment),
        by(Assignment.created_by_id),
        words("public_id kind title opens_at due_at closes_at target created_at withdrawn_at"),
        words("id created_by_id"),
        Fate.ANONYMISE,
        {"created_by_id": None},
        words("id public_id kind title opens_at due_at closes_at target created_at withdrawn_at"),
    ),
    Personal(
        "quizzes_made",
        table_of(Quiz),
        by(Quiz.owner_id),
        words("public_id title instructions state rules results_released_at created_at"),
        words("id owner_id"),
        Fate.ANONYMISE,
        {"owner_id": Keeper.ROW},
        words("id public_id title instructions state rules results_released_at created_at"),
    ),
)
PLAIN_QUIZZES: dict[str, tuple[str, ...]] = {
    "quizzes": words("classroom_id row_version"),
    "quiz_items": words("id quiz_id position question_id version_id pool count points"),
    "assignments": words("quiz_id classroom_id for_everyone row_version"),
    "assignment_facts": words("assignment_id fact_id"),
    "assignment_groups": words("assignment_id group_id"),
}
