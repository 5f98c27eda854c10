"""First answers to one question, by the pupils of the classrooms that a teacher teaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, bindparam, exists, func, or_, select

from quizapp.store.base import aliased
from quizapp.store.models import (
    Answer,
    Assignment,
    Attempt,
    AttemptSlot,
    DayTotal,
    Enrolment,
    EssayMark,
    Fact,
    Question,
    QuestionFact,
    QuestionOption,
    QuestionVersion,
    Voiding,
)
from quizapp.store.queries.classrooms import facts_of_classroom
from quizapp.store.queries.people import Person
from quizapp.store.queries.question_reach import IN_FORCE, readable

_teacher = aliased(Enrolment)
_learns = exists().where(
    QuestionFact.question_id == QuestionVersion.question_id,
    QuestionFact.fact_id == Fact.id,
    facts_of_classroom(Enrolment.classroom_id),
)
_FIRST = (
    select(Answer.learner_id, func.min(Answer.id).label("id"))
    .join(QuestionVersion, QuestionVersion.id == Answer.version_id)
    .join(Enrolment, and_(Enrolment.user_id == Answer.learner_id, Enrolment.role == "student"))
    .join(_teacher, _teacher.classroom_id == Enrolment.classroom_id)
    .where(
        QuestionVersion.question_id == bindparam("question"),
        _teacher.user_id == bindparam("person"),
        _teacher.role == "teacher",
        Answer.answered_at >= Enrolment.joined_at,
        ~exists().where(Voiding.answer_id == Answer.id),
        or_(QuestionVersion.author_id == bindparam("person"), _learns),
    )
    .group_by(Answer.learner_id)
    .subquery()
)
FIRST_ANSWERS = (
    select(
        Answer.learner_id,
        Answer.version_id,
        Answer.response_chosen,
        Answer.score,
        Answer.dont_know,
        Answer.milliseconds,
    )
    .join(_FIRST, _FIRST.c.id == Answer.id)
    .order_by(Answer.learner_id)
)
TOTALS = (
    select(
        DayTotal.subject_id,
        func.sum(DayTotal.right).label("right"),
        func.sum(DayTotal.answers).label("answers"),
    )
    .where(
        DayTotal.scope == "learner",
        DayTotal.subject_id.in_(bindparam("learners", expanding=True)),
    )
    .group_by(DayTotal.subject_id)
)


_newest = (
    select(func.max(EssayMark.id).label("id"))
    .join(
        AttemptSlot,
        and_(
            AttemptSlot.attempt_id == EssayMark.attempt_id,
            AttemptSlot.position == EssayMark.position,
        ),
    )
    .join(Attempt, Attempt.id == EssayMark.attempt_id)
    .join(Assignment, Assignment.id == Attempt.assignment_id)
    .join(_teacher, _teacher.classroom_id == Assignment.classroom_id)
    .where(
        AttemptSlot.question_id == bindparam("question"),
        _teacher.user_id == bindparam("person"),
        _teacher.role == "teacher",
    )
    .group_by(EssayMark.attempt_id, EssayMark.position)
    .subquery()
)
ESSAY_MARKS = (
    select(EssayMark.version_id, EssayMark.points)
    .join(_newest, _newest.c.id == EssayMark.id)
    .order_by(EssayMark.id)
)


@dataclass(frozen=True, slots=True)
class QuestionHead:
    """A question with the version in force."""

    id: int
    public_id: str
    kind: str
    collection: str
    version_id: int
    number: int
    stem: str
    language: str
    answer: str
    state: str
    accept: list[str]


def head(connection: Connection, person: Person, public_id: str) -> QuestionHead | None:
    """The question if this teacher may read it."""
    row = connection.execute(
        select(
            Question.id,
            Question.public_id,
            Question.kind,
            Question.collection,
            QuestionVersion.id,
            QuestionVersion.number,
            QuestionVersion.stem,
            QuestionVersion.language,
            QuestionVersion.answer,
            Question.state,
            QuestionVersion.accept,
        )
        .join(QuestionVersion, IN_FORCE)
        .where(Question.public_id == public_id, readable(person))
    ).first()
    return None if row is None else QuestionHead(*tuple(row))


def first_answers(connection: Connection, person: int, question: int) -> Sequence[Any]:
    """Each pupil's first answer since joining, whatever version was asked."""
    return connection.execute(FIRST_ANSWERS, {"person": person, "question": question}).all()


def essay_marks(connection: Connection, person: int, question: int) -> Sequence[Any]:
    """The marks that count for what was written to an essay question: version and points."""
    return connection.execute(ESSAY_MARKS, {"person": person, "question": question}).all()


def totals(connection: Connection, learners: Sequence[int]) -> dict[int, tuple[int, int]]:
    """Right answers and all answers of these learners, from the totals of their days."""
    rows = connection.execute(TOTALS, {"learners": list(learners)})
    return {row.subject_id: (int(row.right), int(row.answers)) for row in rows}


def options(connection: Connection, version: int) -> tuple[tuple[str, bool], ...]:
    """The options of a version as (text, correct), in stored order."""
    rows = connection.execute(
        select(QuestionOption.text, QuestionOption.correct)
        .where(QuestionOption.version_id == version)
        .order_by(QuestionOption.position)
    )
    return tuple((text, bool(correct)) for text, correct in rows)
