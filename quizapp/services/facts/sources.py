"""One source: its paragraphs with the facts they carry, the gaps, and where places disagree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from quizapp.core.facts.model import NUMBER_KINDS
from quizapp.services.context import Context, NotFound
from quizapp.services.screens import FactCard
from quizapp.services.study.content import fact_card
from quizapp.store.queries import facts as queries
from quizapp.store.queries import shipped_facts
from quizapp.store.queries.people import Person


@dataclass(frozen=True, slots=True)
class Silence:
    """A figure or name that no fact states, "" for a whole paragraph, and why."""

    token: str
    reason: str


@dataclass(frozen=True, slots=True)
class PlacedFact:
    """A fact of a paragraph; `otherwise` are the facts that disagree with it."""

    fact: FactCard
    otherwise: tuple[FactCard, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a source by the article's own number, with the facts that it carries."""

    number: int
    facts: tuple[PlacedFact, ...]
    silences: tuple[Silence, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A fact, those that say otherwise, and what about; with no sentence: figures kept apart."""

    fact: FactCard
    others: tuple[FactCard, ...]
    about: str = ""


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One source. `as_of` is an EDTF value or ""; `everywhere` holds for all paragraphs.

    `apart` are figures that look alike and say something else, in different paragraphs.
    """

    slug: str
    title: str
    publisher: str
    licence: str
    as_of: str
    url: str
    language: str
    evidence: str
    paragraphs: tuple[Paragraph, ...]
    everywhere: tuple[Silence, ...]
    disagreements: tuple[Disagreement, ...]
    apart: tuple[Disagreement, ...]
    facts: int
    mine: bool

    @property
    def gaps(self) -> tuple[Paragraph, ...]:
        """The paragraphs that no fact in reach cites."""
        return tuple(paragraph for paragraph in self.paragraphs if not paragraph.facts)


def source_page(context: Context, person: Person, slug: str) -> SourcePage:
    """One document. NotFound without one, and for another teacher's that no fact in reach cites."""
    with context.store.read() as connection:
        source = queries.source(connection, person.id, slug)
        if source is None:
            raise NotFound
        return _page(connection, person, source)


def _page(connection: Connection, person: Person, source: Any) -> SourcePage:
    rows = queries.of_source(connection, person.id, source.slug)
    contents = shipped_facts.shipped_contents(connection) if source.collection == "shipped" else []
    cards = _cards(connection, person, rows, contents)
    here = {row.fact for row in rows}
    disagreements = _disagreements(contents, cards, here)
    silences = shipped_facts.left_out(connection, source.id)
    return SourcePage(
        slug=source.slug,
        title=source.title,
        publisher=source.publisher,
        licence=source.licence,
        as_of=source.as_of,
        url=source.url,
        language=source.language,
        evidence=source.evidence,
        paragraphs=_paragraphs(source.paragraphs, rows, disagreements, silences),
        everywhere=_silences(silences, 0),
        disagreements=disagreements,
        apart=_apart(contents, cards, here),
        facts=len(rows),
        mine=source.owner_id == person.id,
    )


def _cards(
    connection: Connection,
    person: Person,
    rows: Sequence[Any],
    contents: Iterable[Mapping[str, Any]],
) -> dict[str, FactCard]:
    """The facts of the source and those of others that disagree with them, by id."""
    cards = {row.fact: fact_card(row) for row in rows}
    named = {name for one in contents if "disagrees_with" in one for name in one["disagrees_with"]}
    named |= {one["id"] for one in contents if "disagrees_with" in one}
    missing = sorted(named - set(cards))
    found = queries.several(connection, person.id, missing)
    return cards | {row.fact: fact_card(row) for row in found}


def _disagreements(
    contents: Iterable[Mapping[str, Any]], cards: Mapping[str, FactCard], here: set[str]
) -> tuple[Disagreement, ...]:
    """What the fact files say of places that disagree, when one side is of this source."""
    found = []
    for one in contents:
        others = tuple(cards[name] for name in one.get("disagrees_with", ()) if name in cards)
        touched = one["id"] in here or any(card.public_id in here for card in others)
        if others and one["id"] in cards and touched:
            found.append(Disagreement(cards[one["id"]], others, str(one.get("disagreement", ""))))
    return tuple(sorted(found, key=lambda row: _place(row.fact)))


def _apart(
    contents: Sequence[Mapping[str, Any]], cards: Mapping[str, FactCard], here: set[str]
) -> tuple[Disagreement, ...]:
    """Figures of one unit in different paragraphs that a fact file names as easily mixed up."""
    by_id = {one["id"]: one for one in contents}
    kinds = {kind.value for kind in NUMBER_KINDS}
    seen: set[frozenset[str]] = set()
    found = []
    for one in contents:
        for name in one.get("confusable", ()):
            other, pair = by_id.get(name, {}), frozenset({one["id"], name})
            same = one["kind"] in kinds and other.get("unit") == one.get("unit")
            apart = same and (one["source"], one["paragraph"]) != _where(other)
            if apart and pair not in seen and pair <= here:
                seen.add(pair)
                found.append(Disagreement(cards[one["id"]], (cards[name],)))
    return tuple(sorted(found, key=lambda row: _place(row.fact)))


def _where(content: Mapping[str, Any]) -> tuple[Any, Any]:
    return content.get("source"), content.get("paragraph")


def _place(card: FactCard) -> tuple[int, str]:
    paragraph = card.citation.paragraph if card.citation else None
    return (paragraph or 0, card.public_id)


def _paragraphs(
    lines: Sequence[int],
    rows: Sequence[Any],
    disagreements: Iterable[Disagreement],
    silences: Sequence[Any],
) -> tuple[Paragraph, ...]:
    otherwise: dict[str, list[FactCard]] = {}
    for one in disagreements:
        otherwise.setdefault(one.fact.public_id, []).extend(one.others)
        for other in one.others:
            otherwise.setdefault(other.public_id, []).append(one.fact)
    placed = [(row.paragraph, row.position, fact_card(row)) for row in rows]
    placed.sort(key=lambda item: item[1])
    return tuple(
        Paragraph(
            number,
            tuple(
                PlacedFact(card, tuple(otherwise.get(card.public_id, ())))
                for place, _, card in placed
                if place == line
            ),
            _silences(silences, line),
        )
        for number, line in enumerate(lines, start=1)
    )


def _silences(rows: Iterable[Any], paragraph: int) -> tuple[Silence, ...]:
    return tuple(Silence(row.token, row.reason) for row in rows if row.paragraph == paragraph)
