"""Where a question belongs, and the fact and source that it stands on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, exists, insert, select, update

from quizapp.core.facts.model import FactKind
from quizapp.services.access import open_classroom
from quizapp.services.authoring.draft import NEW_SOURCE, Draft
from quizapp.services.authoring.finding import Check
from quizapp.services.authoring.making import question_of
from quizapp.services.context import NotFound, Refused
from quizapp.store.base import new_public_id
from quizapp.store.models import Fact, QuestionFact, Source
from quizapp.store.queries import authoring_facts as queries
from quizapp.store.queries.people import Person
from quizapp.store.queries.visibility import OPEN_COLLECTIONS

AFTER_SHIPPED = 1_000_000
"""Position of teachers' facts: behind the shipped ones in lists by order."""
OPEN = "proposed"
"""State of a fact that is still being written: nobody is asked for it."""


class DraftRefused(Exception):
    """The draft cannot be saved as it is; `checks` say why, nothing was stored."""

    def __init__(self, checks: Iterable[Check]) -> None:
        super().__init__("draft refused")
        self.checks = tuple(checks)


def refuse(code: str, field: str, **values: str) -> DraftRefused:
    """The refusal of one field."""
    return DraftRefused([Check(code, "error", field, values)])


@dataclass(frozen=True, slots=True)
class Place:
    """For whom something is written: a classroom's row number, or the teacher alone.

    With `open_facts` new facts are only proposed: their question is a draft.
    """

    person: Person
    classroom: int | None
    at: datetime
    open_facts: bool = False

    @property
    def columns(self) -> dict[str, Any]:
        """The columns that say who owns a fact or question."""
        return {
            "collection": "mine" if self.classroom is None else "classroom",
            "owner_id": self.person.id,
            "classroom_id": self.classroom,
            "created_at": self.at,
        }


def classroom_of(connection: Connection, person: Person, audience: str) -> int | None:
    """The row number of the classroom with this public id; None for "". Raises DraftRefused."""
    if not audience:
        return None
    try:
        return open_classroom(connection, person, audience)
    except (NotFound, Refused):
        raise refuse("audience_unknown", "audience") from None


def fact_for(connection: Connection, place: Place, draft: Draft) -> tuple[str, int]:
    """Public id and row number of the fact asked for: the one chosen, or a new one."""
    if draft.fact:
        return chosen_fact(connection, place.person, draft)
    public_id = new_public_id()
    row = {"public_id": public_id, **_stated(connection, place, draft), **place.columns}
    return public_id, connection.execute(insert(Fact).values(row).returning(Fact.id)).scalar_one()


def chosen_fact(connection: Connection, person: Person, draft: Draft) -> tuple[str, int]:
    """The fact that was chosen in the form. Raises DraftRefused when it is out of reach."""
    row = queries.fact_to_ask(connection, person.id, draft.fact)
    if row is None:
        raise refuse("fact_unknown", "fact")
    seen_by_class = row.collection in OPEN_COLLECTIONS or row.classroom == draft.audience
    if draft.audience and not seen_by_class:
        raise refuse("fact_not_for_class", "fact")
    return row.fact, row.fact_id


def settle_fact(
    connection: Connection, place: Place, draft: Draft, question: int, fact: int
) -> tuple[str, int]:
    """The open fact of a draft, written anew; or the chosen one in its place."""
    if draft.fact:
        known = chosen_fact(connection, place.person, draft)
        connection.execute(delete(QuestionFact).where(QuestionFact.question_id == question))
        connection.execute(
            insert(QuestionFact).values(question_id=question, fact_id=known[1], part=0)
        )
        others = exists().where(QuestionFact.fact_id == fact)
        connection.execute(delete(Fact).where(Fact.id == fact, Fact.state == OPEN, ~others))
        return known
    values = _stated(connection, place, draft)
    stated = update(Fact).where(Fact.id == fact).values(values).returning(Fact.public_id)
    return connection.execute(stated).scalar_one(), fact


def _stated(connection: Connection, place: Place, draft: Draft) -> dict[str, Any]:
    """The columns of a fact as the form states it."""
    source, line = _source(connection, place, draft)
    return stated_fact(place, draft, source, line)


def stated_fact(place: Place, draft: Draft, source: int, line: int | None) -> dict[str, Any]:
    """The columns of a fact as a draft states it, said by this source at this line."""
    return {
        "source_id": source,
        "kind": FactKind.CONCEPT.value,
        "topic": " ".join(draft.topic.split()),
        "statement": draft.statement,
        "answer": question_of(draft, "", ("",)).key.text,
        "language": draft.language,
        "paragraph": line,
        "position": AFTER_SHIPPED,
        "state": OPEN if place.open_facts else "approved",
    }


def _source(connection: Connection, place: Place, draft: Draft) -> tuple[int, int | None]:
    """Row number of the source, and the paragraph as a line of its text (None without one)."""
    number = draft.paragraph
    paragraph = int(number) if number.isascii() and number.isdigit() else 0
    if not draft.source or (place.open_facts and draft.source == NEW_SOURCE):
        return own_knowledge(connection, place, draft.language), None
    if draft.source == NEW_SOURCE:
        return _new_source(connection, place, draft, paragraph), paragraph or None
    row = queries.source_to_cite(connection, place.person.id, draft.source)
    if row is None:
        raise refuse("source_unknown", "source")
    if place.open_facts:
        return row.id, None
    lines = list(row.paragraphs)
    if paragraph > len(lines):
        if row.owner_id != place.person.id or row.kind == "text":  # whose lines are known
            raise refuse("paragraph_beyond", "paragraph", number=str(len(lines)))
        lines = list(range(1, paragraph + 1))
        connection.execute(update(Source).where(Source.id == row.id).values(paragraphs=lines))
    return row.id, lines[paragraph - 1] if paragraph else None


def _new_source(connection: Connection, place: Place, draft: Draft, paragraphs: int) -> int:
    row = {
        "slug": new_public_id(),
        "kind": "document",
        "title": draft.source_title,
        "short_title": _shortened(draft.source_title),
        "url": draft.source_url,
        "language": draft.language,
        "paragraphs": list(range(1, paragraphs + 1)),
        "collection": "mine",
        "owner_id": place.person.id,
    }
    return connection.execute(insert(Source).values(row).returning(Source.id)).scalar_one()


def _shortened(title: str, longest: int = 120) -> str:
    return title if len(title) <= longest else title[: longest - 1].rstrip() + "…"


def own_knowledge(connection: Connection, place: Place, language: str) -> int:
    """The one source that stands for what this teacher knows; made at first use."""
    known = queries.own_knowledge(connection, place.person.id)
    if known is not None:
        return known
    row = {
        "slug": new_public_id(),
        "kind": "teacher",
        "title": place.person.name,
        "short_title": place.person.name,
        "language": language,
        "paragraphs": [],
        "collection": "mine",
        "owner_id": place.person.id,
    }
    return connection.execute(insert(Source).values(row).returning(Source.id)).scalar_one()


def facts_of(connection: Connection, question: int) -> tuple[str, ...]:
    """The public ids of the facts that a question asks for, by part."""
    found = (
        select(Fact.public_id)
        .join(QuestionFact, QuestionFact.fact_id == Fact.id)
        .where(QuestionFact.question_id == question)
        .order_by(QuestionFact.part)
    )
    return tuple(connection.execute(found).scalars())
