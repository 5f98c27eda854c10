"""The bank as it stands in the database, and a change of one of its facts worked out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from quizapp.core.bank.regenerate import Difference, difference
from quizapp.core.facts.content import from_content
from quizapp.core.facts.model import Fact, Source
from quizapp.services.context import NotFound
from quizapp.services.load_report import DIGEST
from quizapp.services.shipped_facts import overlaid
from quizapp.store.queries import shipped_facts as queries
from quizapp.store.queries.shipped_facts import Overlay


@dataclass(frozen=True, slots=True)
class Stand:
    """The bank in the database with the school's changes, as far as building it goes."""

    digest: str | None
    sources: tuple[Source, ...]
    numbers: Mapping[str, int]
    shipped: tuple[Fact, ...]
    overlays: Mapping[str, Overlay]

    @property
    def in_force(self) -> tuple[Fact, ...]:
        """The facts with the school's changes."""
        return tuple(overlaid(fact, self.overlays) for fact in self.shipped)

    def fact(self, public_id: str) -> Fact:
        """A fact as shipped. NotFound when the bank has none."""
        for fact in self.shipped:
            if fact.id == public_id:
                return fact
        raise NotFound

    def same(self, other: Stand) -> bool:
        """Whether nothing happened between the two."""
        return (self.digest, self.overlays) == (other.digest, other.overlays)


@dataclass(frozen=True, slots=True)
class Change:
    """A change worked out: the fact as shipped, before and after, and what follows."""

    shipped: Fact
    before: Fact
    after: Fact
    questions: Difference


def change(stand: Stand, shipped: Fact, after: Fact) -> Change:
    """Work out what becomes of the questions when a fact in force becomes `after`."""
    before = stand.in_force
    later = tuple(after if fact.id == after.id else fact for fact in before)
    return Change(
        shipped,
        next(fact for fact in before if fact.id == after.id),
        after,
        difference(stand.sources, before, later),
    )


def stand(connection: Connection, *, lock: bool = False) -> Stand:
    """Read what a change starts from; with `lock` nobody else changes the bank meanwhile."""
    digest = queries.bank_digest(connection, DIGEST, lock=lock)
    rows = queries.shipped_sources(connection)
    shipped = tuple(from_content(content) for content in queries.shipped_contents(connection))
    return Stand(
        digest,
        tuple(_source(row) for row in rows),
        {row.slug: row.id for row in rows},
        shipped,
        queries.overlays(connection),
    )


def _source(row: Any) -> Source:
    names = ("title", "short_title", "publisher", "url", "licence", "language", "as_of", "evidence")
    texts = {name: getattr(row, name) for name in names}
    paragraphs = tuple(row.paragraphs)
    return Source(id=row.slug, file="", text_hash="", paragraphs=paragraphs, **texts)
