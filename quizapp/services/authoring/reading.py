"""What the editor offers: facts, classrooms, topics and sources; and the key of its form."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from itertools import groupby

from quizapp.services.context import Context, Refused
from quizapp.services.screens import FactCard
from quizapp.services.study.content import fact_card
from quizapp.store.base import new_public_id
from quizapp.store.queries import authoring_facts as queries
from quizapp.store.queries import classrooms as classroom_queries
from quizapp.store.queries.classrooms import TaughtClassroom
from quizapp.store.queries.people import Person
from quizapp.store.queries.question_picker import tags_in_use

MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class SourceChoice:
    """A source that can be cited, with the number of its paragraphs (0 when not known)."""

    slug: str
    title: str
    paragraphs: int


@dataclass(frozen=True, slots=True)
class Choices:
    """What the editor offers. `facts` are grouped by topic, `chosen` is the fact in the form."""

    classrooms: tuple[TaughtClassroom, ...]
    facts: tuple[tuple[str, tuple[FactCard, ...]], ...]
    found: int
    topics: tuple[str, ...]
    sources: tuple[SourceChoice, ...]
    chosen: FactCard | None
    tags: tuple[str, ...] = ()


def form_key(context: Context, person: Person) -> str:
    """A key for an empty form: the public id of the question to be, sealed for this person."""
    public_id = new_public_id()
    return f"{public_id}.{_seal(context, person, public_id)}"


def read_form_key(context: Context, person: Person, key: str) -> str:
    """The public id in a form's key. Raises Refused("foreign_key") for another person's key."""
    public_id, _, seal = key.partition(".")
    if not secrets.compare_digest(seal.encode(), _seal(context, person, public_id).encode()):
        raise Refused("foreign_key")
    return public_id


def own_key(context: Context, person: Person, key: str) -> bool:
    """Whether a form's key was sealed for this person."""
    try:
        read_form_key(context, person, key)
    except Refused:
        return False
    return True


def _seal(context: Context, person: Person, public_id: str) -> str:
    return context.sign("question-form", str(person.id), public_id)[:16]


def choices(context: Context, person: Person, words: str, fact: str = "") -> Choices:
    """What the editor offers this teacher: facts that hold all the words, and `fact` anyway."""
    with context.store.read() as connection:
        rows = queries.facts_to_ask(connection, person.id, words.split()[:MOST_WORDS])
        found = len(rows)
        chosen = queries.fact_to_ask(connection, person.id, fact) if fact else None
        if chosen is not None and all(row.fact != fact for row in rows):
            rows = sorted([*rows, chosen], key=lambda row: str(row.topic))
        return Choices(
            classrooms=classroom_queries.taught_by(connection, person.id),
            facts=tuple(
                (topic, tuple(fact_card(row) for row in members))
                for topic, members in groupby(rows, key=lambda row: str(row.topic))
            ),
            found=found,
            topics=queries.topics_to_name(connection, person.id),
            sources=tuple(
                SourceChoice(row.slug, row.short_title, len(row.paragraphs))
                for row in queries.sources_to_cite(connection, person.id)
            ),
            chosen=None if chosen is None else fact_card(chosen),
            tags=tuple(tag for tag, _count in tags_in_use(connection, person)),
        )


def fact_to_ask(context: Context, person: Person, fact: str) -> FactCard | None:
    """The fact chosen in a form; None when there is none or it is out of reach."""
    if not fact:
        return None
    with context.store.read() as connection:
        row = queries.fact_to_ask(connection, person.id, fact)
    return None if row is None else fact_card(row)
