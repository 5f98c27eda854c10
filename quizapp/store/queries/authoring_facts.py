"""What a new question may stand on: facts to ask for, sources to cite, topics to name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from quizapp.store.models import Classroom, Fact, Source
from quizapp.store.queries.question_reach import taught_ids
from quizapp.store.queries.visibility import OPEN_COLLECTIONS

MOST_FACTS = 300
"""Facts offered at once; a search narrows them."""

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


_SOURCES = select(
    Source.id, Source.slug, Source.kind, Source.short_title, Source.paragraphs, Source.owner_id
)


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
