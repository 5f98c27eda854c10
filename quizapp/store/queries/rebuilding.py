"""What cards, totals and contents are rebuilt from, in an order in which they can be compared."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, case, exists, func, select

from quizapp.core.grading.verdict import Outcome
from quizapp.store.models import (
    Answer,
    Attempt,
    AttemptSlot,
    Card,
    Classroom,
    DayTotal,
    EssayMark,
    Fact,
    Question,
    QuestionFact,
    QuestionOption,
    QuestionVersion,
    Regrade,
    RegradeLine,
    Response,
    Review,
    Source,
    User,
    Voiding,
)

STREAM = {"yield_per": 1000}
"""Execution options: rows come in portions, whatever their number."""


def _erased(learner: Any) -> ColumnElement[bool]:
    """Whether rows are kept without their learner and without content."""
    return exists().where(User.id == learner, User.role == "erased")


_not_voided = ~exists().where(Voiding.answer_id == Answer.id)
_is_right = case((Answer.outcome.in_((Outcome.RIGHT.value, Outcome.ACCEPTED.value)), 1), else_=0)
_sums = (func.count(), func.sum(_is_right), func.sum(Answer.milliseconds))

COUNTED_REVIEWS = (
    select(
        Review.learner_id,
        Review.fact_id,
        Review.id,
        Review.rating,
        Review.at,
        Review.local_day,
        Review.time_zone,
        Review.rollover_hour,
        Review.due,
        QuestionVersion.question_id,
    )
    .join(Answer, Answer.id == Review.answer_id)
    .join(QuestionVersion, QuestionVersion.id == Answer.version_id)
    .where(_not_voided, Review.counts)
    .order_by(Review.learner_id, Review.fact_id, Review.id)
)
"""Reviews that count of answers not taken back, card by card, in the order of storing."""
CARDS = select(Card.__table__).order_by(Card.learner_id, Card.fact_id)

TOTALS = (
    select(
        DayTotal.subject_id,
        DayTotal.day,
        DayTotal.answers,
        DayTotal.right,
        DayTotal.milliseconds,
        DayTotal.introduced,
    )
    .where(DayTotal.scope == bindparam("scope"))
    .order_by(DayTotal.subject_id, DayTotal.day)
)
INTRODUCED = (
    select(Card.learner_id, Card.introduced_day, func.count())
    .group_by(Card.learner_id, Card.introduced_day)
    .order_by(Card.learner_id, Card.introduced_day)
)
_by_learner = (Answer.learner_id, Answer.local_day)
_by_fact = (Review.fact_id, Answer.local_day)
_by_question = (QuestionVersion.question_id, Answer.local_day)
REBUILT = {
    "learner": select(*_by_learner, *_sums)
    .where(_not_voided)
    .group_by(*_by_learner)
    .order_by(*_by_learner),
    "fact": select(*_by_fact, *_sums)
    .join(Answer, Answer.id == Review.answer_id)
    .where(_not_voided)
    .group_by(*_by_fact)
    .order_by(*_by_fact),
    "question": select(*_by_question, *_sums)
    .select_from(Answer)
    .join(QuestionVersion, QuestionVersion.id == Answer.version_id)
    .where(_not_voided)
    .group_by(*_by_question)
    .order_by(*_by_question),
}
"""Day totals counted anew from the answers that were not taken back."""

SITTINGS = (
    select(
        Attempt.id,
        Attempt.score,
        Attempt.most,
        Attempt.penalty,
        func.sum(func.coalesce(AttemptSlot.mark, 0.0)).label("marks"),
        func.sum(AttemptSlot.points).label("points"),
    )
    .join(AttemptSlot, AttemptSlot.attempt_id == Attempt.id)
    .where(Attempt.state == "submitted")
    .group_by(Attempt.id, Attempt.score, Attempt.most, Attempt.penalty)
    .order_by(Attempt.id)
)
"""Submitted attempts with the sums of their questions' marks and points."""
_newest = (
    select(func.max(EssayMark.id))
    .where(
        EssayMark.attempt_id == AttemptSlot.attempt_id,
        EssayMark.position == AttemptSlot.position,
    )
    .correlate(AttemptSlot)
    .scalar_subquery()
)
_last_response = (
    select(func.max(Response.id))
    .where(Response.attempt_id == AttemptSlot.attempt_id, Response.position == AttemptSlot.position)
    .correlate(AttemptSlot)
    .scalar_subquery()
)
_regraded = exists().where(
    RegradeLine.attempt_id == AttemptSlot.attempt_id,
    RegradeLine.position == AttemptSlot.position,
    RegradeLine.regrade_id == Regrade.id,
    Regrade.undone_at.is_(None),
)
ESSAYS = (
    select(
        AttemptSlot.attempt_id,
        AttemptSlot.position,
        AttemptSlot.points.label("worth"),
        AttemptSlot.mark,
        EssayMark.share,
    )
    .join(Attempt, Attempt.id == AttemptSlot.attempt_id)
    .join(Response, Response.id == _last_response)
    .outerjoin(EssayMark, EssayMark.id == _newest)
    .where(Attempt.state == "submitted", Response.outcome == Outcome.WAITING.value, ~_regraded)
    .order_by(AttemptSlot.attempt_id, AttemptSlot.position)
)
"""Essays that were handed in, with the share of the mark that counts (None before the first)."""
ESSAY_MARKS = (
    select(EssayMark.id, EssayMark.points, EssayMark.share, QuestionVersion.accept)
    .join(QuestionVersion, QuestionVersion.id == EssayMark.version_id)
    .order_by(EssayMark.id)
)
"""Marks by hand beside the points of the rubric that they were given by."""

PEOPLE = select(User.id, User.name, User.name_folded, User.role)
ZONES = {
    "users": select(User.id, User.time_zone),
    "classrooms": select(Classroom.id, Classroom.time_zone),
    "reviews": select(func.min(Review.id).label("id"), Review.time_zone).group_by(Review.time_zone),
}
FACTS = (
    select(Fact.__table__, Source.paragraphs)
    .join(Source, Source.id == Fact.source_id)
    .order_by(Fact.id)
)
_in_force = and_(
    Question.id == QuestionVersion.question_id, Question.version_number == QuestionVersion.number
)
VERSIONS_IN_FORCE = (
    select(
        QuestionVersion.__table__,
        Question.public_id.label("question"),
        Question.kind,
        Question.template,
    )
    .join(Question, _in_force)
    .where(Question.state != "retired")
    .order_by(QuestionVersion.id)
)
OPTIONS_IN_FORCE = (
    select(QuestionOption.__table__)
    .join(QuestionVersion, QuestionVersion.id == QuestionOption.version_id)
    .join(Question, _in_force)
    .order_by(QuestionOption.version_id, QuestionOption.position)
)
ASKED_FACTS = (
    select(QuestionFact.question_id, Fact.public_id)
    .join(Fact, Fact.id == QuestionFact.fact_id)
    .order_by(QuestionFact.question_id, QuestionFact.part)
)
ANSWERS = select(
    Answer.id,
    Answer.key,
    Answer.content_digest,
    Answer.response_text,
    Answer.response_chosen,
    Answer.response_rating,
    Answer.dont_know,
).where(~_erased(Answer.learner_id))
KEPT_STATES = select(Review.id, Review.before, Review.after, Review.due).where(
    ~_erased(Review.learner_id)
)
