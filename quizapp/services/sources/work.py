"""A text under review as it stands, and what one of its candidates would give."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from quizapp.core.facts.model import NUMBER_KINDS, TIME_KINDS, Fact
from quizapp.services.context import NotFound
from quizapp.services.sources import making
from quizapp.services.sources.making import Made, candidate_of, fact_of, questions_of, source_of
from quizapp.store.queries import source_texts as queries
from quizapp.store.queries.people import Person


@dataclass(frozen=True, slots=True)
class Work:
    """A text as it stands: its row, its candidates, and its approved facts (`made`)."""

    text: Any
    rows: tuple[Any, ...]
    made: tuple[Any, ...]

    @property
    def place(self) -> str:
        """The classroom's name, "" for the teacher alone."""
        name = self.text.classroom_name
        return str(name) if name else ""

    def facts_like(self, kind: str) -> list[Fact]:
        """The approved facts that may stand beside one of this kind, as the bank knows them."""
        alike = next((kinds for kinds in _FAMILIES if kind in kinds), {kind})
        found = (making.approved_fact(self.text, row) for row in self.made if row.kind in alike)
        return [fact for fact in found if fact is not None]


_FAMILIES = (TIME_KINDS, NUMBER_KINDS)


def load(connection: Connection, person: Person, slug: str, only: str = "") -> Work:
    """The newest version of a text of this teacher. NotFound for texts of others.

    With `only` it comes with this one of its candidates: deciding needs no other.
    """
    text = queries.newest_text(connection, person.id, slug)
    if text is None:
        raise NotFound
    made = queries.facts_made(connection, text.text_id)
    if only:
        row = queries.candidate(connection, text.text_id, only)
        return Work(text, (row,) if row is not None else (), tuple(made))
    return Work(text, tuple(queries.candidates_of(connection, text.text_id)), tuple(made))


def paragraph_of(text: Any, row: Any) -> str:
    """The text of a candidate's paragraph, its sentence where the text has it no more."""
    lines: list[str] = text.text.split("\n")
    return lines[row.paragraph - 1] if row.paragraph <= len(lines) else str(row.sentence)


def made_of(
    work: Work,
    row: Any,
    subject: str,
    statement: str,
    fact_id: str = "",
    others: list[Fact] | None = None,
) -> Made | None:
    """The fact and the questions that a candidate would give; None when the value is not said.

    `others` are the facts it stands beside (the text's approved ones of like kinds by default).
    """
    one = candidate_of(row)
    paragraph = paragraph_of(work.text, row)
    fact = fact_of(work.text, one, subject, statement, paragraph, fact_id or row.public_id)
    if fact is None:
        return None
    beside = work.facts_like(row.kind) if others is None else others
    return replace(questions_of(fact, source_of(work.text), beside), subject=subject)
