"""Facts to read: one, many by topic, or all of a source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Connection,
    and_,
    bindparam,
    exists,
    func,
    or_,
    select,
)

from quizapp.store.models import Card, Fact, FormerFact, Review, Source
from quizapp.store.queries.study import PERSON
from quizapp.store.queries.visibility import (
    OPEN_COLLECTIONS,
    facts_in_reach,
    facts_of_open_attempts,
)

COLUMNS = (
    Fact.id.label("fact_id"),
    Fact.public_id.label("fact"),
    Fact.kind.label("kind"),
    Fact.statement.label("statement"),
    Fact.language.label("fact_language"),
    Fact.topic.label("topic"),
    Fact.answer.label("answer"),
    Fact.value.label("value"),
    Fact.unit.label("unit"),
    Fact.approx.label("approx"),
    Fact.state.label("state"),
    Fact.collection.label("collection"),
    Fact.position.label("position"),
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
_ALL = (
    select(*COLUMNS)
    .join(Source, Source.id == Fact.source_id)
    .outerjoin(Card, and_(Card.fact_id == Fact.id, Card.learner_id == PERSON))
    .order_by(Fact.topic, Fact.paragraph, Fact.position, Fact.id)
)
_FACTS = _ALL.where(facts_in_reach(PERSON))
_studied = exists().where(Review.fact_id == Fact.id, Review.learner_id == PERSON)
_locked = Fact.id.in_(facts_of_open_attempts(PERSON))
LOCKED = select(Fact.id).where(Fact.public_id == bindparam("fact"), _locked)
ONE = _ALL.where(
    Fact.public_id == bindparam("fact"),
    ~_locked,
    or_(
        facts_in_reach(PERSON),
        and_(
            Fact.state == "retired",
            Fact.collection == "shipped",
            ~exists().where(FormerFact.row_id == Fact.id),
            or_(bindparam("teacher", type_=Boolean), _studied),
        ),
    ),
)
SEVERAL = _FACTS.where(Fact.public_id.in_(bindparam("facts", expanding=True)))
OF_SOURCE = _FACTS.where(Source.slug == bindparam("slug"))
ROWS_UNDER = select(FormerFact.row_id).where(FormerFact.fact == bindparam("fact"))
_cited = exists().where(Fact.source_id == Source.id, facts_in_reach(PERSON))
SOURCE = select(*Source.__table__.c).where(
    Source.slug == bindparam("slug"),
    Source.kind != "teacher",
    or_(Source.collection.in_(OPEN_COLLECTIONS), Source.owner_id == PERSON, _cited),
)
TOPICS = select(Fact.topic).where(facts_in_reach(PERSON)).group_by(Fact.topic).order_by(Fact.topic)


def one(connection: Connection, person: int, fact: str, *, teacher: bool = False) -> Any:
    """A fact in reach with the learner's card, None otherwise.

    A shipped fact that was retired is in reach of teachers and of who studied it.
    """
    values = {"person": person, "fact": fact, "teacher": teacher}
    return connection.execute(ONE, values).first()


def is_locked(connection: Connection, person: int, fact: str) -> bool:
    """Whether the fact is part of a quiz that this person is sitting."""
    values = {"person": person, "fact": fact}
    return connection.execute(LOCKED, values).first() is not None


def several(connection: Connection, person: int, facts: Sequence[str]) -> Sequence[Any]:
    """Those of these facts that are in reach."""
    return connection.execute(SEVERAL, {"person": person, "facts": list(facts)}).all()


def rows_under(connection: Connection, row: int, fact: str) -> tuple[int, ...]:
    """The row in force and those that stood under the fact's id with another value."""
    return (row, *connection.execute(ROWS_UNDER, {"fact": fact}).scalars())


def of_source(connection: Connection, person: int, slug: str) -> Sequence[Any]:
    """All facts in reach that a source carries."""
    return connection.execute(OF_SOURCE, {"person": person, "slug": slug}).all()


def source(connection: Connection, person: int, slug: str) -> Any:
    """A document that is everybody's, the person's own, or cited by a fact in reach.

    Teachers' own knowledge has no page.
    """
    return connection.execute(SOURCE, {"person": person, "slug": slug}).first()


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
