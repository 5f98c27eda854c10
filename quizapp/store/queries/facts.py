"""Facts to read: one, many by topic, or all of a source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, func, or_, select

from quizapp.store.models import Card, Fact, Source
from quizapp.store.queries.study import PERSON
from quizapp.store.queries.visibility import facts_in_reach

COLUMNS = (
    Fact.id.label("fact_id"),
    Fact.public_id.label("fact"),
    Fact.kind.label("kind"),
    Fact.statement.label("statement"),
    Fact.language.label("fact_language"),
    Fact.topic.label("topic"),
    Fact.answer.label("answer"),
    Fact.approx.label("approx"),
    Fact.paragraph.label("paragraph"),
    Fact.anchor.label("anchor"),
    Fact.as_of.label("as_of"),
    Fact.according_to.label("according_to"),
    Source.slug.label("source"),
    Source.short_title.label("source_title"),
    Source.paragraphs.label("paragraphs"),
    Source.kind.label("source_kind"),
    Card.phase.label("phase"),
    Card.step.label("step"),
    Card.stability.label("stability"),
    Card.difficulty.label("difficulty"),
    Card.last_review.label("last_review"),
    Card.last_day.label("last_day"),
    Card.due.label("due"),
)
_FACTS = (
    select(*COLUMNS)
    .join(Source, Source.id == Fact.source_id)
    .outerjoin(Card, and_(Card.fact_id == Fact.id, Card.learner_id == PERSON))
    .where(facts_in_reach(PERSON))
    .order_by(Fact.topic, Fact.paragraph, Fact.position, Fact.id)
)
ONE = _FACTS.where(Fact.public_id == bindparam("fact"))
OF_SOURCE = _FACTS.where(Source.slug == bindparam("slug"))
SOURCE = select(Source).where(Source.slug == bindparam("slug"))
TOPICS = select(Fact.topic).where(facts_in_reach(PERSON)).group_by(Fact.topic).order_by(Fact.topic)


def one(connection: Connection, person: int, fact: str) -> Any:
    """A fact in reach with the learner's card, None otherwise."""
    return connection.execute(ONE, {"person": person, "fact": fact}).first()


def of_source(connection: Connection, person: int, slug: str) -> Sequence[Any]:
    """All facts in reach that a source carries."""
    return connection.execute(OF_SOURCE, {"person": person, "slug": slug}).all()


def source(connection: Connection, slug: str) -> Any:
    """A document by its slug; teachers' own knowledge has no page."""
    columns = Source.__table__.c
    return connection.execute(
        select(*columns).where(columns.slug == slug, columns.kind == "document")
    ).first()


def search(connection: Connection, person: int, words: Sequence[str], topic: str) -> Sequence[Any]:
    """Facts in reach whose statement holds all the words (case folded), of one topic or of all."""
    conditions: list[ColumnElement[bool]] = [
        or_(
            func.lower(Fact.statement).contains(word.lower(), autoescape=True),
            func.lower(Fact.topic).contains(word.lower(), autoescape=True),
        )
        for word in words
    ]
    if topic:
        conditions.append(Fact.topic == topic)
    return connection.execute(_FACTS.where(*conditions), {"person": person}).all()


def topics(connection: Connection, person: int) -> tuple[str, ...]:
    """The topics of all facts in reach."""
    return tuple(connection.execute(TOPICS, {"person": person}).scalars())
