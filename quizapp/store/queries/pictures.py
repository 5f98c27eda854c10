"""Pictures by who may see them: whoever gave them, or may see a question that shows them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, exists, func, literal, or_, select

from quizapp.store.models import (
    Attempt,
    AttemptSlot,
    Classroom,
    Picture,
    Question,
    QuestionPicture,
    Quiz,
    QuizItem,
)
from quizapp.store.queries.people import Person
from quizapp.store.queries.question_reach import readable, taught_ids
from quizapp.store.queries.visibility import questions_in_reach


def visible(person: Person) -> ColumnElement[bool]:
    """Pictures that this person may see."""
    shown = exists().where(
        QuestionPicture.picture_id == Picture.id,
        QuestionPicture.question_id == Question.id,
        or_(*_ways(person)),
    )
    return or_(Picture.owner_id == person.id, shown)


def _ways(person: Person) -> Iterable[ColumnElement[bool]]:
    """How somebody comes to see a question: in study, in an attempt, as a teacher."""
    yield questions_in_reach(literal(person.id))
    yield Question.id.in_(
        select(AttemptSlot.question_id)
        .join(Attempt, Attempt.id == AttemptSlot.attempt_id)
        .where(Attempt.learner_id == person.id)
    )
    if person.is_teacher:
        taught = taught_ids(person.id)
        yield readable(person)
        yield Question.id.in_(
            select(QuizItem.question_id)
            .join(Quiz, Quiz.id == QuizItem.quiz_id)
            .where(QuizItem.question_id.is_not(None), Quiz.classroom_id.in_(taught))
        )


def picture(connection: Connection, person: Person, public_id: str) -> Any:
    """Media type and data of a picture that this person may see; None otherwise."""
    wanted = select(Picture.media_type, Picture.data)
    return connection.execute(wanted.where(Picture.public_id == public_id, visible(person))).first()


def draws_beside(connection: Connection, person: Person) -> list[Any]:
    """The draws of quizzes that colleagues own in classrooms that this person teaches.

    Each with its `pool`, the row number of its `owner` and the public id of the `classroom`.
    """
    found = (
        select(QuizItem.pool, Quiz.owner_id.label("owner"), Classroom.public_id.label("classroom"))
        .join(Quiz, Quiz.id == QuizItem.quiz_id)
        .join(Classroom, Classroom.id == Quiz.classroom_id)
        .where(
            QuizItem.question_id.is_(None),
            Quiz.classroom_id.in_(taught_ids(person.id)),
            Quiz.owner_id != person.id,
        )
    )
    return list(connection.execute(found))


def shown_among(connection: Connection, public_id: str, fits: ColumnElement[bool]) -> Any:
    """Media type and data of a picture that a question which `fits` shows; None otherwise."""
    showing = exists().where(
        QuestionPicture.picture_id == Picture.id,
        QuestionPicture.question_id == Question.id,
        fits,
    )
    wanted = select(Picture.media_type, Picture.data)
    return connection.execute(wanted.where(Picture.public_id == public_id, showing)).first()


def known(connection: Connection, person: Person, public_ids: Iterable[str]) -> dict[str, int]:
    """Those of the pictures that this person may see: public id -> row number."""
    found = select(Picture.public_id, Picture.id).where(
        Picture.public_id.in_(sorted(public_ids)), visible(person)
    )
    return {row.public_id: row.id for row in connection.execute(found)}


def same(connection: Connection, person: int, sha256: str) -> str | None:
    """The person's picture with these bytes."""
    found = select(Picture.public_id).where(Picture.owner_id == person, Picture.sha256 == sha256)
    return connection.execute(found).scalar()


def unused_of(connection: Connection, person: int) -> int:
    """How many of the person's pictures no question shows."""
    found = select(func.count()).select_from(Picture).where(Picture.owner_id == person, _UNUSED)
    return int(connection.execute(found).scalar_one())


def linked(connection: Connection, question: int) -> set[int]:
    """Row numbers of the pictures that a question shows."""
    found = select(QuestionPicture.picture_id).where(QuestionPicture.question_id == question)
    return set(connection.execute(found).scalars())


def sweep(connection: Connection, before: datetime) -> None:
    """Delete pictures given before this instant that no question shows."""
    connection.execute(delete(Picture).where(Picture.created_at < before, _UNUSED))


_UNUSED = ~exists().where(QuestionPicture.picture_id == Picture.id)
