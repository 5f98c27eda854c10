"""A teacher's questions as lists and as pages, and what a new question may stand on.

A teacher's own: what they own, and what belongs to a classroom that they teach. Shipped and
school questions may be read by every teacher and changed by none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, or_, select
from sqlalchemy.orm import Session

from quizapp.store.models import (
    Classroom,
    Enrolment,
    Fact,
    Question,
    QuestionFact,
    QuestionOption,
    QuestionVersion,
    Source,
    User,
)
from quizapp.store.queries.visibility import OPEN_COLLECTIONS

MOST_FACTS = 300
"""Facts offered at once; a search narrows them."""


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question in a list. `classroom` is a name, "" outside of a classroom."""

    public_id: str
    stem: str
    answer: str
    language: str
    kind: str
    state: str
    version: int
    topic: str
    classroom: str


def taught_ids(person: int) -> Select[Any]:
    """Row numbers of the classrooms that this person teaches."""
    return select(Enrolment.classroom_id).where(
        Enrolment.user_id == person, Enrolment.role == "teacher"
    )


def own(person: int) -> ColumnElement[bool]:
    """Questions that this teacher may change."""
    return and_(
        Question.collection.not_in(OPEN_COLLECTIONS),
        or_(Question.owner_id == person, Question.classroom_id.in_(taught_ids(person))),
    )


_IN_FORCE = and_(
    QuestionVersion.question_id == Question.id, QuestionVersion.number == Question.version_number
)


def _holds(words: Sequence[str]) -> ColumnElement[bool]:
    """Every word stands in the stem, the answer, an option, the fact or its topic."""
    return and_(True, *(_holds_word(word) for word in words))


def _holds_word(word: str) -> ColumnElement[bool]:
    in_options = exists().where(
        QuestionOption.version_id == QuestionVersion.id,
        QuestionOption.text.icontains(word, autoescape=True),
    )
    in_facts = exists().where(
        QuestionFact.question_id == Question.id,
        Fact.id == QuestionFact.fact_id,
        or_(
            Fact.topic.icontains(word, autoescape=True),
            Fact.statement.icontains(word, autoescape=True),
        ),
    )
    return or_(
        QuestionVersion.stem.icontains(word, autoescape=True),
        QuestionVersion.answer.icontains(word, autoescape=True),
        in_options,
        in_facts,
    )


def own_questions(person: int, words: Sequence[str]) -> Select[Question]:
    """The teacher's own questions that hold all the words, the newest first."""
    return (
        select(Question)
        .join(QuestionVersion, _IN_FORCE)
        .where(own(person), _holds(words))
        .order_by(Question.created_at.desc(), Question.id.desc())
    )


def shipped_questions(words: Sequence[str]) -> Select[Question]:
    """The shipped and the school's questions that hold all the words."""
    return (
        select(Question)
        .join(QuestionVersion, _IN_FORCE)
        .where(Question.collection.in_(OPEN_COLLECTIONS), Question.state == "ready", _holds(words))
        .order_by(Question.id)
    )


def lines(session: Session, questions: Sequence[Question]) -> tuple[QuestionLine, ...]:
    """These questions as lines, in their order (one statement)."""
    numbers = [question.id for question in questions]
    rows = session.execute(
        select(
            Question.id,
            Question.public_id,
            QuestionVersion.stem,
            QuestionVersion.answer,
            QuestionVersion.language,
            Question.kind,
            Question.state,
            Question.version_number,
            func.min(Fact.topic),
            func.coalesce(Classroom.name, ""),
        )
        .join(QuestionVersion, _IN_FORCE)
        .join(QuestionFact, QuestionFact.question_id == Question.id)
        .join(Fact, Fact.id == QuestionFact.fact_id)
        .outerjoin(Classroom, Classroom.id == Question.classroom_id)
        .where(Question.id.in_(numbers))
        .group_by(Question.id, QuestionVersion.id, Classroom.name)
    )
    found = {row[0]: QuestionLine(*tuple[Any, ...](row)[1:]) for row in rows}
    return tuple(found[number] for number in numbers if number in found)


def question_row(connection: Connection, person: int, public_id: str) -> Any:
    """A question that this teacher may read, with its first fact; None otherwise.

    `own` says whether they may change it.
    """
    return connection.execute(
        select(
            Question.id,
            Question.public_id,
            Question.kind,
            Question.state,
            Question.collection,
            Question.version_number,
            Classroom.public_id.label("classroom"),
            Classroom.name.label("classroom_name"),
            own(person).label("own"),
            *FACT_COLUMNS,
        )
        .join(QuestionFact, QuestionFact.question_id == Question.id)
        .join(Fact, Fact.id == QuestionFact.fact_id)
        .join(Source, Source.id == Fact.source_id)
        .outerjoin(Classroom, Classroom.id == Question.classroom_id)
        .where(
            Question.public_id == public_id,
            or_(own(person), Question.collection.in_(OPEN_COLLECTIONS)),
        )
        .order_by(QuestionFact.part)
        .limit(1)
    ).first()


FACT_COLUMNS = (
    Fact.id.label("fact_id"),
    Fact.public_id.label("fact"),
    Fact.statement.label("statement"),
    Fact.language.label("fact_language"),
    Fact.topic.label("topic"),
    Fact.paragraph.label("paragraph"),
    Fact.anchor.label("anchor"),
    Fact.as_of.label("as_of"),
    Fact.according_to.label("according_to"),
    Source.slug.label("source"),
    Source.short_title.label("source_title"),
    Source.paragraphs.label("paragraphs"),
    Source.kind.label("source_kind"),
)
"""What `services.study.content.fact_card` reads."""


def version_rows(connection: Connection, question: int) -> list[Any]:
    """All versions of a question with their authors' names, the newest first."""
    rows = connection.execute(
        select(
            QuestionVersion.id,
            QuestionVersion.number,
            QuestionVersion.stem,
            QuestionVersion.explanation,
            QuestionVersion.answer,
            QuestionVersion.language,
            QuestionVersion.reason,
            QuestionVersion.created_at,
            QuestionVersion.digest,
            User.name.label("author"),
        )
        .outerjoin(User, User.id == QuestionVersion.author_id)
        .where(QuestionVersion.question_id == question)
        .order_by(QuestionVersion.number.desc())
    )
    return list(rows.all())


def option_rows(connection: Connection, question: int) -> list[Any]:
    """The options of all versions of a question: version_id, text, correct, feedback."""
    rows = connection.execute(
        select(
            QuestionOption.version_id,
            QuestionOption.text,
            QuestionOption.correct,
            QuestionOption.feedback,
        )
        .join(QuestionVersion, QuestionVersion.id == QuestionOption.version_id)
        .where(QuestionVersion.question_id == question)
        .order_by(QuestionOption.version_id, QuestionOption.position)
    )
    return list(rows.all())


def _facts_to_ask(person: int) -> ColumnElement[bool]:
    """Approved facts that a teacher may write a question on."""
    return and_(
        Fact.state == "approved",
        or_(
            Fact.collection.in_(OPEN_COLLECTIONS),
            Fact.owner_id == person,
            Fact.classroom_id.in_(taught_ids(person)),
        ),
    )


_FACTS = (
    select(
        *FACT_COLUMNS, Fact.collection.label("collection"), Classroom.public_id.label("classroom")
    )
    .join(Source, Source.id == Fact.source_id)
    .outerjoin(Classroom, Classroom.id == Fact.classroom_id)
)


def facts_to_ask(connection: Connection, person: int, words: Sequence[str]) -> list[Any]:
    """Facts whose statement or topic holds all the words, by topic."""
    holds = [
        or_(
            Fact.statement.icontains(word, autoescape=True),
            Fact.topic.icontains(word, autoescape=True),
        )
        for word in words
    ]
    found = _FACTS.where(_facts_to_ask(person), *holds)
    return list(
        connection.execute(
            found.order_by(Fact.topic, Fact.position, Fact.id).limit(MOST_FACTS)
        ).all()
    )


def fact_to_ask(connection: Connection, person: int, public_id: str) -> Any:
    """One fact that a teacher may write a question on; None when it is out of reach."""
    found = _FACTS.where(_facts_to_ask(person), Fact.public_id == public_id)
    return connection.execute(found).first()


def topics_to_name(connection: Connection, person: int) -> tuple[str, ...]:
    """The topics of all facts that a teacher may write a question on."""
    rows = connection.execute(
        select(Fact.topic).where(_facts_to_ask(person)).distinct().order_by(Fact.topic)
    )
    return tuple(rows.scalars())


def _sources_to_cite(person: int) -> ColumnElement[bool]:
    return and_(
        Source.kind != "teacher",
        or_(Source.collection.in_(OPEN_COLLECTIONS), Source.owner_id == person),
    )


_SOURCES = select(Source.id, Source.slug, Source.short_title, Source.paragraphs, Source.owner_id)


def sources_to_cite(connection: Connection, person: int) -> list[Any]:
    """The sources that a teacher may cite, by title."""
    found = _SOURCES.where(_sources_to_cite(person)).order_by(Source.short_title, Source.id)
    return list(connection.execute(found).all())


def source_to_cite(connection: Connection, person: int, slug: str) -> Any:
    """One source that a teacher may cite; None when it is out of reach."""
    found = _SOURCES.where(_sources_to_cite(person), Source.slug == slug)
    return connection.execute(found).first()


def own_knowledge(connection: Connection, person: int) -> int | None:
    """The row number of the source that stands for what this teacher knows."""
    return connection.execute(
        select(Source.id).where(Source.kind == "teacher", Source.owner_id == person)
    ).scalar()
