"""Stored answers, for whoever runs the installation."""

from __future__ import annotations

from typing import Any

from sqlalchemy import exists, select

from quizapp.services.context import Context
from quizapp.store.models import Answer, Question, QuestionVersion, User, Voiding


def export(context: Context) -> dict[str, Any]:
    """Every stored answer in the order of storing: learner, key, instant, verdict."""
    statement = (
        select(
            User.public_id,
            User.name,
            Answer.key,
            Answer.answered_at,
            Answer.local_day,
            Question.public_id.label("question"),
            QuestionVersion.number,
            Answer.response_text,
            Answer.response_chosen,
            Answer.response_rating,
            Answer.outcome,
            Answer.score,
            Answer.milliseconds,
            exists().where(Voiding.answer_id == Answer.id).label("voided"),
        )
        .join(User, User.id == Answer.learner_id)
        .join(QuestionVersion, QuestionVersion.id == Answer.version_id)
        .join(Question, Question.id == QuestionVersion.question_id)
        .order_by(Answer.id)
    )
    with context.store.read() as connection:
        rows = connection.execute(statement).all()
    return {"answers": [_row(row) for row in rows]}


def _row(row: Any) -> dict[str, Any]:
    return {
        "learner": row.name,
        "learner_id": row.public_id,
        "key": row.key,
        "at": row.answered_at.isoformat(),
        "day": row.local_day.isoformat(),
        "question": row.question,
        "version": row.number,
        "response": {
            "text": row.response_text,
            "chosen": row.response_chosen,
            "rating": row.response_rating,
        },
        "outcome": row.outcome,
        "score": row.score,
        "milliseconds": row.milliseconds,
        "voided": bool(row.voided),
    }
