"""Quizzes as their teachers have them: one, a list, their items, who may change them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    and_,
    bindparam,
    exists,
    func,
    or_,
    select,
)

from quizapp.store.models import (
    Attempt,
    Classroom,
    Enrolment,
    Question,
    QuestionVersion,
    Quiz,
    QuizItem,
)
from quizapp.store.queries.study import VERSIONS

PERSON: BindParameter[int] = bindparam("person")


def quizzes_of(person: ColumnElement[int]) -> ColumnElement[bool]:
    """Quizzes that this teacher may read and change: the own ones, and those of own classrooms."""
    taught = exists().where(
        Enrolment.classroom_id == Quiz.classroom_id,
        Enrolment.user_id == person,
        Enrolment.role == "teacher",
    )
    return or_(Quiz.owner_id == person, taught)


_questions = (
    select(func.coalesce(func.sum(QuizItem.count), 0))
    .where(QuizItem.quiz_id == Quiz.id)
    .scalar_subquery()
)
_points = (
    select(func.coalesce(func.sum(QuizItem.count * QuizItem.points), 0))
    .where(QuizItem.quiz_id == Quiz.id)
    .scalar_subquery()
)
_attempts = select(func.count()).where(Attempt.quiz_id == Quiz.id).scalar_subquery()
QUIZZES = (
    select(
        Quiz.id,
        Quiz.public_id,
        Quiz.title,
        Quiz.instructions,
        Quiz.state,
        Quiz.rules,
        Quiz.owner_id,
        Quiz.results_released_at,
        Quiz.created_at,
        Quiz.row_version,
        func.coalesce(Classroom.public_id, "").label("classroom"),
        func.coalesce(Classroom.name, "").label("classroom_name"),
        _questions.label("questions"),
        _points.label("points"),
        _attempts.label("attempts"),
    )
    .outerjoin(Classroom, Classroom.id == Quiz.classroom_id)
    .where(quizzes_of(PERSON))
    .order_by(Quiz.id.desc())
)
ONE_QUIZ = QUIZZES.where(Quiz.public_id == bindparam("quiz"))
ITEMS = (
    select(
        QuizItem.id,
        QuizItem.position,
        QuizItem.question_id,
        QuizItem.version_id,
        QuizItem.pool,
        QuizItem.count,
        QuizItem.points,
        func.coalesce(Question.public_id, "").label("question"),
        func.coalesce(QuestionVersion.number, 0).label("version"),
    )
    .outerjoin(Question, Question.id == QuizItem.question_id)
    .outerjoin(QuestionVersion, QuestionVersion.id == QuizItem.version_id)
    .where(QuizItem.quiz_id == bindparam("quiz"))
    .order_by(QuizItem.position, QuizItem.id)
)
CURRENT = (
    select(
        Question.id,
        Question.public_id,
        Question.kind,
        Question.state,
        QuestionVersion.id.label("version_id"),
        QuestionVersion.public_id.label("version"),
        QuestionVersion.stem,
        QuestionVersion.language,
    )
    .join(
        QuestionVersion,
        and_(
            QuestionVersion.question_id == Question.id,
            QuestionVersion.number == Question.version_number,
        ),
    )
    .where(Question.id.in_(bindparam("questions", expanding=True)))
)


VERSION = VERSIONS.where(QuestionVersion.id == bindparam("version"))


def version_rows(connection: Connection, version: int) -> list[Any]:
    """A question version (row number), a row for each of its facts. For its quiz's teachers."""
    return list(connection.execute(VERSION, {"version": version}).all())


def quizzes(connection: Connection, person: int) -> Sequence[Any]:
    """All quizzes that this teacher may change, the newest first."""
    return connection.execute(QUIZZES, {"person": person}).all()


def quiz(connection: Connection, person: int, public_id: str) -> Any:
    """One quiz if this teacher may change it."""
    return connection.execute(ONE_QUIZ, {"person": person, "quiz": public_id}).first()


def items(connection: Connection, quiz_id: int) -> Sequence[Any]:
    """The lines of a quiz in order."""
    return connection.execute(ITEMS, {"quiz": quiz_id}).all()


def in_force(connection: Connection, questions: Sequence[int]) -> dict[int, Any]:
    """The versions in force of these questions, by the question's row number."""
    rows = connection.execute(CURRENT, {"questions": list(questions)})
    return {row.id: row for row in rows}
