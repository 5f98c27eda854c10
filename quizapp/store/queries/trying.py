"""Which question a visitor is shown."""

from __future__ import annotations

from sqlalchemy import Connection, and_, func, select

from quizapp.core.questions import QuestionKind
from quizapp.store.models import Fact, Question, QuestionFact, QuestionVersion

SHORT_KINDS = ("year", "range", "figure", "person", "place")
"""Kinds of fact whose question is understood at a glance."""

_CHOICES = (
    select(QuestionVersion.public_id)
    .join(
        Question,
        and_(
            Question.id == QuestionVersion.question_id,
            Question.version_number == QuestionVersion.number,
        ),
    )
    .join(QuestionFact, QuestionFact.question_id == Question.id)
    .join(Fact, Fact.id == QuestionFact.fact_id)
    .where(
        Question.collection == "shipped",
        Question.state == "ready",
        Question.kind == QuestionKind.SINGLE_CHOICE.value,
        Fact.state == "approved",
        Fact.importance == 3,
        Fact.kind.in_(SHORT_KINDS),
    )
)


def choice_version(connection: Connection, number: int) -> str | None:
    """The `number`-th (counted around) single choice on a core fact of the shipped bank."""
    count = connection.execute(select(func.count()).select_from(_CHOICES.subquery())).scalar_one()
    if not count:
        return None
    chosen = _CHOICES.order_by(Question.id).offset(number % count).limit(1)
    return connection.execute(chosen).scalar()
