"""Questions that a teacher may put into a quiz: found by words, topics, tags and facts.

`find` is for choosing by hand, `pool` for drawing: both see what may be asked now (state ready)
out of what the teacher may read, and nothing else. With a classroom, what belongs to other
classrooms stays away, so that one class never sees another's questions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from quizapp.store.models import (
    Classroom,
    Fact,
    Question,
    QuestionFact,
    QuestionTag,
    QuestionVersion,
)
from quizapp.store.queries.people import Person
from quizapp.store.queries.question_reach import IN_FORCE, holds, readable


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; an empty part asks for nothing.

    `text` is searched by the beginnings of words. `topics` are names, `tags` written in any
    case, `facts` public ids: of each of these one has to fit. `classroom` is a public id.
    """

    text: str = ""
    topics: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()
    classroom: str = ""


@dataclass(frozen=True, slots=True)
class PickedQuestion:
    """A question that may be chosen. `id` and `version_id` are row numbers of the store."""

    id: int
    public_id: str
    version_id: int
    version: str
    kind: str
    stem: str
    language: str
    topic: str
    collection: str


def usable(person: Person, wanted: Wanted) -> ColumnElement[bool]:
    """The condition on `Question` behind both functions below."""
    rules = [Question.state == "ready", readable(person), holds(wanted.text)]
    if wanted.classroom:
        ours = select(Classroom.id).where(Classroom.public_id == wanted.classroom)
        rules.append(or_(Question.collection != "classroom", Question.classroom_id.in_(ours)))
    if wanted.kinds:
        rules.append(Question.kind.in_(wanted.kinds))
    if wanted.collections:
        rules.append(Question.collection.in_(wanted.collections))
    if wanted.tags:
        rules.append(Question.id.in_(tagged(wanted.tags)))
    if wanted.topics:
        rules.append(Question.id.in_(_asking(Fact.topic.in_(wanted.topics))))
    if wanted.facts:
        rules.append(Question.id.in_(_asking(Fact.public_id.in_(wanted.facts))))
    return and_(*rules)


def tagged(tags: tuple[str, ...]) -> Select[Any]:
    """Row numbers of the questions that bear one of these tags."""
    folded = [tag.casefold() for tag in tags]
    return select(QuestionTag.question_id).where(QuestionTag.folded.in_(folded))


def _asking(of_fact: ColumnElement[bool]) -> Select[Any]:
    return (
        select(QuestionFact.question_id).join(Fact, Fact.id == QuestionFact.fact_id).where(of_fact)
    )


_topic = (
    select(func.min(Fact.topic))
    .join(QuestionFact, QuestionFact.fact_id == Fact.id)
    .where(QuestionFact.question_id == Question.id)
    .scalar_subquery()
)


def find(
    connection: Connection, person: Person, wanted: Wanted, *, limit: int = 50, after: int = 0
) -> tuple[PickedQuestion, ...]:
    """Questions that fit, the teachers' newest first; `after` is the last row number seen."""
    statement = (
        select(
            Question.id,
            Question.public_id,
            QuestionVersion.id,
            QuestionVersion.public_id,
            Question.kind,
            QuestionVersion.stem,
            QuestionVersion.language,
            func.coalesce(_topic, ""),
            Question.collection,
        )
        .join(QuestionVersion, IN_FORCE)
        .where(usable(person, wanted))
        .order_by(Question.id.desc())
        .limit(limit)
    )
    if after:
        statement = statement.where(Question.id < after)
    return tuple(PickedQuestion(*row) for row in connection.execute(statement))


def pool(connection: Connection, person: Person, wanted: Wanted) -> tuple[int, ...]:
    """Row numbers of all questions that fit, rising: what a draw chooses from."""
    statement = select(Question.id).where(usable(person, wanted)).order_by(Question.id)
    return tuple(connection.execute(statement).scalars())


def tags_in_use(connection: Connection, person: Person) -> tuple[tuple[str, int], ...]:
    """The tags on what this teacher may read, with how many questions bear each."""
    rows = connection.execute(
        select(func.min(QuestionTag.tag), func.count())
        .join(Question, Question.id == QuestionTag.question_id)
        .where(readable(person))
        .group_by(QuestionTag.folded)
        .order_by(QuestionTag.folded)
    )
    return tuple((row[0], row[1]) for row in rows)
