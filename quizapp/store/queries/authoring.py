"""One question as its teacher sees it: where it stands, its versions, options and comments."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, func, select

from quizapp.store.models import (
    Classroom,
    Fact,
    Question,
    QuestionComment,
    QuestionFact,
    QuestionOption,
    QuestionTag,
    QuestionVersion,
    Source,
    User,
)
from quizapp.store.queries.authoring_facts import FACT_COLUMNS
from quizapp.store.queries.people import Person
from quizapp.store.queries.question_reach import own, readable
from quizapp.store.queries.study import OPTION_COLUMNS


def question_row(connection: Connection, person: Person, public_id: str) -> Any:
    """A question that this teacher may read; None otherwise.

    `own` says whether they may change it, `newest` is the number of the version saved last.
    """
    return connection.execute(
        select(
            Question.id,
            Question.public_id,
            Question.kind,
            Question.template,
            Question.state,
            Question.collection,
            Question.owner_id,
            Question.classroom_id,
            Question.version_number,
            Question.draft_number,
            func.coalesce(Question.draft_number, Question.version_number).label("newest"),
            Classroom.public_id.label("classroom"),
            Classroom.name.label("classroom_name"),
            own(person).label("own"),
        )
        .outerjoin(Classroom, Classroom.id == Question.classroom_id)
        .where(Question.public_id == public_id, readable(person))
    ).first()


def fact_rows(connection: Connection, question: int) -> list[Any]:
    """The facts that a question asks for, by part: FACT_COLUMNS and `fact_state`."""
    return list(
        connection.execute(
            select(*FACT_COLUMNS, Fact.state.label("fact_state"))
            .join(QuestionFact, QuestionFact.fact_id == Fact.id)
            .join(Source, Source.id == Fact.source_id)
            .where(QuestionFact.question_id == question)
            .order_by(QuestionFact.part)
        ).all()
    )


def version_rows(connection: Connection, question: int) -> list[Any]:
    """All versions of a question with their authors' names, the newest first."""
    rows = connection.execute(
        select(
            *(QuestionVersion.id, QuestionVersion.number, QuestionVersion.stem),
            *(QuestionVersion.explanation, QuestionVersion.answer, QuestionVersion.accept),
            *(QuestionVersion.value, QuestionVersion.unit, QuestionVersion.approx),
            *(QuestionVersion.look_alikes, QuestionVersion.language, QuestionVersion.ordered),
            *(QuestionVersion.reason, QuestionVersion.created_at, QuestionVersion.typed),
            *(QuestionVersion.digest, QuestionVersion.hints),
            *(QuestionVersion.picture, QuestionVersion.picture_alt),
            User.name.label("author"),
        )
        .outerjoin(User, User.id == QuestionVersion.author_id)
        .where(QuestionVersion.question_id == question)
        .order_by(QuestionVersion.number.desc())
    )
    return list(rows.all())


def option_rows(connection: Connection, question: int) -> list[Any]:
    """The options of all versions of a question, by version and position."""
    rows = connection.execute(
        select(QuestionOption.version_id, *OPTION_COLUMNS)
        .join(QuestionVersion, QuestionVersion.id == QuestionOption.version_id)
        .where(QuestionVersion.question_id == question)
        .order_by(QuestionOption.version_id, QuestionOption.position)
    )
    return list(rows.all())


def tags_of(connection: Connection, question: int) -> tuple[str, ...]:
    """The tags of a question as they were written, by name."""
    found = select(QuestionTag.tag).where(QuestionTag.question_id == question)
    return tuple(connection.execute(found.order_by(QuestionTag.folded)).scalars())


def comment_rows(connection: Connection, question: int) -> list[Any]:
    """What was said about a question, the first remark first."""
    rows = connection.execute(
        select(
            *(QuestionComment.public_id, QuestionComment.author_id, QuestionComment.number),
            *(QuestionComment.text, QuestionComment.at),
            User.name.label("author"),
        )
        .outerjoin(User, User.id == QuestionComment.author_id)
        .where(QuestionComment.question_id == question)
        .order_by(QuestionComment.id)
    )
    return list(rows.all())
