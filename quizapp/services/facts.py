"""Facts to read: the list, one fact, and one source with the facts of each paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from quizapp.core.memory.days import learner_day
from quizapp.services.context import Context, NotFound
from quizapp.services.knowledge import expected_recall
from quizapp.services.screens import FactCard, FactLine
from quizapp.services.study.cards import state_of
from quizapp.services.study.content import fact_card
from quizapp.services.study.plan import policy_of
from quizapp.store.queries import facts as queries
from quizapp.store.queries.people import Person

MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class TopicGroup:
    """The facts of one topic; those that the learner has met carry their recall."""

    topic: str
    facts: tuple[FactCard | FactLine, ...]


@dataclass(frozen=True, slots=True)
class FactList:
    """The list page."""

    groups: tuple[TopicGroup, ...]
    total: int
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactPage:
    """One fact: `value` is its answer in words, `hedge` the kind of hedge or ""."""

    fact: FactCard
    value: str
    hedge: str
    memory: FactLine | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a source by the article's own number, with the facts that it carries."""

    number: int
    facts: tuple[FactCard, ...]


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One source. `as_of` is an EDTF value or ""."""

    slug: str
    title: str
    publisher: str
    licence: str
    as_of: str
    url: str
    language: str
    evidence: str
    paragraphs: tuple[Paragraph, ...]


def fact_list(context: Context, person: Person, words: str, topic: str, at: datetime) -> FactList:
    """All facts in reach by topic, or those that hold all the words."""
    with context.store.read() as connection:
        rows = queries.search(connection, person.id, words.split()[:MOST_WORDS], topic)
        topics = queries.topics(connection, person.id)
    groups = tuple(
        TopicGroup(name, tuple(_line(row, person, at) or fact_card(row) for row in members))
        for name, members in groupby(rows, key=lambda row: str(row.topic))
    )
    return FactList(groups, len(rows), topics)


def fact_page(context: Context, person: Person, public_id: str, at: datetime) -> FactPage:
    """One fact with its value and place. NotFound when it is out of reach."""
    with context.store.read() as connection:
        row = queries.one(connection, person.id, public_id)
    if row is None:
        raise NotFound
    return FactPage(fact_card(row), row.answer, row.approx, _line(row, person, at))


def source_page(context: Context, person: Person, slug: str) -> SourcePage:
    """One document: its paragraphs by number with the facts they carry. NotFound without one."""
    with context.store.read() as connection:
        source = queries.source(connection, slug)
        rows = queries.of_source(connection, person.id, slug)
    if source is None:
        raise NotFound
    cards = [(row.paragraph, fact_card(row)) for row in rows]
    paragraphs = tuple(
        Paragraph(number, tuple(card for place, card in cards if place == line))
        for number, line in enumerate(source.paragraphs, start=1)
    )
    return SourcePage(
        slug=source.slug,
        title=source.title,
        publisher=source.publisher,
        licence=source.licence,
        as_of=source.as_of,
        url=source.url,
        language=source.language,
        evidence=source.evidence,
        paragraphs=paragraphs,
    )


def _line(row: Any, person: Person, at: datetime) -> FactLine | None:
    if row.phase is None:
        return None
    policy = policy_of(person)
    recall = expected_recall(state_of(row), at, policy) or 0.0
    due_day = learner_day(row.due, policy.zone, policy.rollover_hour)
    return FactLine(
        row.fact,
        row.statement,
        row.fact_language,
        recall,
        row.stability or 0.0,
        row.due,
        due_day,
    )
