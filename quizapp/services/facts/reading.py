"""Facts to read: the list, and one fact with its place, its questions and its history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection

from quizapp.core.memory.days import learner_day
from quizapp.services.access import HOLDERS, Permission
from quizapp.services.context import Context, NotFound, Refused
from quizapp.services.facts import readers
from quizapp.services.facts.history import Compared, Step, compared, steps
from quizapp.services.facts.readers import Asked, ClassStanding, OwnReview
from quizapp.services.facts.values import value_words
from quizapp.services.knowledge import expected_recall
from quizapp.services.screens import FactCard, FactLine
from quizapp.services.study.cards import state_of
from quizapp.services.study.content import fact_card
from quizapp.services.study.plan import policy_of
from quizapp.store.queries import facts as queries
from quizapp.store.queries import shipped_facts
from quizapp.store.queries.people import Person

MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class TopicGroup:
    """The facts of one topic; those that the learner has met carry their recall."""

    topic: str
    facts: tuple[FactCard | FactLine, ...]


@dataclass(frozen=True, slots=True)
class FactList:
    """The list page. `changed` counts the facts that the school changed (for who may change)."""

    groups: tuple[TopicGroup, ...]
    total: int
    topics: tuple[str, ...]
    changed: int = 0


@dataclass(frozen=True, slots=True)
class Otherwise:
    """A fact of another place or voice that disagrees with this one, and what about."""

    fact: FactCard
    about: str


@dataclass(frozen=True, slots=True)
class FactPage:
    """One fact: `value` in words ("" when the answer says it all), `hedge` the kind or "".

    `memory` and `reviews` are the learner's own. `classes` and `steps` are for teachers, `change`
    is the school's change of the fact, `may_change` for who looks after the installation.
    """

    fact: FactCard
    kind: str
    state: str
    answer: str
    value: str
    hedge: str
    memory: FactLine | None
    reviews: tuple[OwnReview, ...]
    asked: Asked
    similar: tuple[FactCard, ...]
    disagrees: tuple[Otherwise, ...]
    classes: tuple[ClassStanding, ...]
    steps: tuple[Step, ...]
    change: Compared | None
    may_change: bool


def fact_list(context: Context, person: Person, words: str, topic: str, at: datetime) -> FactList:
    """All facts in reach by topic, or those that hold all the words."""
    with context.store.read() as connection:
        rows = queries.search(connection, person.id, words.split()[:MOST_WORDS], topic)
        topics = queries.topics(connection, person.id)
        changed = len(shipped_facts.overlays(connection)) if _may_change(person) else 0
    groups = tuple(
        TopicGroup(name, tuple(_line(row, person, at) or fact_card(row) for row in members))
        for name, members in groupby(rows, key=lambda row: str(row.topic))
    )
    return FactList(groups, len(rows), topics, changed)


def fact_page(
    context: Context, person: Person, public_id: str, language: str, at: datetime
) -> FactPage:
    """One fact. A retired one is for teachers, and for who studied it.

    Raises NotFound, and Refused("fact_in_open_quiz") for one that the person is examined on now.
    """
    with context.store.read() as connection:
        row = queries.one(connection, person.id, public_id, teacher=person.is_teacher)
        if row is None and queries.is_locked(connection, person.id, public_id):
            raise Refused("fact_in_open_quiz")
        if row is None:
            raise NotFound
        return _page(connection, person, row, language, at)


def _page(
    connection: Connection, person: Person, row: Any, language: str, at: datetime
) -> FactPage:
    shipped = row.collection == "shipped"
    rows = queries.rows_under(connection, row.fact_id, row.fact)
    versions = shipped_facts.versions(connection, [row.fact]) if shipped else ()
    said = next((one.content for one in versions if one.origin == "bank"), {})
    overlay = shipped_facts.overlays(connection).get(row.fact) if shipped else None
    teacher = person.is_teacher
    return FactPage(
        fact=fact_card(row),
        kind=row.kind,
        state=row.state,
        answer=row.answer,
        value=value_words(row.kind, row.value, row.unit, row.approx, language),
        hedge=row.approx,
        memory=_line(row, person, at) if row.state != "retired" else None,
        reviews=readers.own(connection, person, rows),
        asked=readers.asked_by(connection, person, row.fact_id),
        similar=_cards(connection, person, said.get("confusable", ())),
        disagrees=_disagreements(connection, person, row.fact, said),
        classes=_classes(connection, person, row.fact_id, rows, at) if teacher else (),
        steps=steps(versions, language) if teacher else (),
        change=compared(overlay, versions, language, shipped=row.state != "retired")
        if overlay
        else None,
        may_change=shipped and row.state != "retired" and _may_change(person),
    )


def _classes(
    connection: Connection, person: Person, fact: int, rows: Sequence[int], at: datetime
) -> tuple[ClassStanding, ...]:
    learners = readers.remembering(connection, person, fact, at)
    return readers.class_standings(connection, person, fact, rows, learners)


def _may_change(person: Person) -> bool:
    return person.role in HOLDERS[Permission.ADMINISTER]


def _cards(connection: Connection, person: Person, names: Any) -> tuple[FactCard, ...]:
    return tuple(fact_card(row) for row in queries.several(connection, person.id, list(names)))


def _disagreements(
    connection: Connection, person: Person, fact: str, said: Any
) -> tuple[Otherwise, ...]:
    """What says otherwise than this fact; a fact file names it on one of the two sides."""
    about = dict.fromkeys(said.get("disagrees_with", ()), said.get("disagreement", ""))
    for content in shipped_facts.disagreements(connection):
        if fact in content.get("disagrees_with", ()):
            about[content["id"]] = content.get("disagreement", "")
    cards = _cards(connection, person, about)
    return tuple(Otherwise(card, str(about[card.public_id])) for card in cards)


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
