"""What the maker of a quiz chooses from: topics in reach, and questions by their ids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, literal, or_, select

from quizapp.store.models import (
    Assignment,
    AssignmentFact,
    Fact,
    Question,
    QuestionFact,
    QuestionVersion,
    Quiz,
    QuizItem,
)
from quizapp.store.queries.classrooms import facts_asked_in_classroom, facts_of_classroom
from quizapp.store.queries.people import Person
from quizapp.store.queries.question_picker import Wanted, usable
from quizapp.store.queries.question_reach import IN_FORCE, readable


@dataclass(frozen=True, slots=True)
class NamedQuestion:
    """A question that stands in a quiz. `state` tells whether it can still be asked."""

    public_id: str
    kind: str
    stem: str
    language: str
    state: str
    number: int


def topics(connection: Connection, person: Person) -> tuple[tuple[str, int], ...]:
    """The topics of what this teacher may ask now, with how many questions each has."""
    rows = connection.execute(
        select(Fact.topic, func.count(func.distinct(Question.id)))
        .select_from(Question)
        .join(QuestionFact, QuestionFact.question_id == Question.id)
        .join(Fact, Fact.id == QuestionFact.fact_id)
        .where(usable(person, Wanted()), Fact.topic != "")
        .group_by(Fact.topic)
        .order_by(Fact.topic)
    )
    return tuple((row[0], row[1]) for row in rows)


def named(
    connection: Connection, person: Person, questions: Sequence[str], quiz: int | None = None
) -> dict[str, NamedQuestion]:
    """These questions by public id, as far as the teacher may read them.

    What stands in the quiz of row `quiz` may be read there even when it is out of reach by now.
    """
    inside = select(QuizItem.question_id).join(Quiz).where(Quiz.id == quiz)
    reach = readable(person) if quiz is None else or_(readable(person), Question.id.in_(inside))
    rows = connection.execute(
        select(
            Question.public_id,
            Question.kind,
            QuestionVersion.stem,
            QuestionVersion.language,
            Question.state,
            Question.version_number,
        )
        .join(QuestionVersion, IN_FORCE)
        .where(Question.public_id.in_(list(questions)), reach)
    )
    return {row[0]: NamedQuestion(*row) for row in rows}


def facts(connection: Connection, classroom: int) -> Sequence[Any]:
    """What a classroom can learn: public id, topic and statement, by topic and introduction."""
    room = literal(classroom)
    return connection.execute(
        select(Fact.public_id, Fact.topic, Fact.statement)
        .where(facts_of_classroom(room), facts_asked_in_classroom(room))
        .order_by(Fact.topic, Fact.position, Fact.id)
    ).all()


def unasked(connection: Connection, classroom: int, assignment: str) -> Sequence[Any]:
    """What an assignment of the classroom asks for, though no question does so now."""
    room = literal(classroom)
    return connection.execute(
        select(Fact.public_id, Fact.statement)
        .join(AssignmentFact, AssignmentFact.fact_id == Fact.id)
        .join(Assignment, Assignment.id == AssignmentFact.assignment_id)
        .where(
            Assignment.public_id == assignment,
            Assignment.classroom_id == room,
            facts_of_classroom(room),
            ~facts_asked_in_classroom(room),
        )
        .order_by(Fact.position, Fact.id)
    ).all()
