"""Many questions at once from a spreadsheet: looked at row by row, then saved all or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from quizapp.core.questions import PERSON_MARKED_KINDS
from quizapp.core.questions import Question as Written
from quizapp.core.values.texts import fold
from quizapp.services import pictures
from quizapp.services.access import Permission, require
from quizapp.services.accounts import audit
from quizapp.services.authoring.checks import check
from quizapp.services.authoring.draft import Draft, tag_list
from quizapp.services.authoring.finding import Check
from quizapp.services.authoring.making import question_of
from quizapp.services.authoring.places import Place, classroom_of, own_knowledge, stated_fact
from quizapp.services.authoring.saving import tag_rows
from quizapp.services.authoring.table import Row, cannot_be_pasted, draft_of_row
from quizapp.services.context import Context, Refused
from quizapp.services.question_rows import option_rows, version_row
from quizapp.services.question_words import index_words
from quizapp.store.base import new_public_id
from quizapp.store.models import (
    Fact,
    Question,
    QuestionFact,
    QuestionOption,
    QuestionTag,
    QuestionVersion,
)
from quizapp.store.queries.people import Person
from quizapp.store.queries.question_reach import IN_FORCE, readable

AT_ONCE = 400
TOLD = frozenset({"hint_tells"})
"""Advice that is given here too: nobody looks at five hundred previews one by one."""


@dataclass(frozen=True, slots=True)
class Looked:
    """A row with its draft (None when its kind is unknown) and what was found in it."""

    row: Row
    draft: Draft | None
    checks: tuple[Check, ...]

    @property
    def blocked(self) -> bool:
        """Whether the row cannot be saved as it is."""
        return any(one.blocks for one in self.checks)


def look(
    context: Context, person: Person, rows: Sequence[Row], audience: str, language: str
) -> tuple[Looked, ...]:
    """Every row with its findings; what stands twice or is known already is advice."""
    require(Permission.TEACH, person)
    found = [_looked(row, draft_of_row(row.cells, audience, language)) for row in rows]
    with context.store.read() as connection:
        known = _known(connection, person, [one.draft.stem for one in found if one.draft])
    seen: dict[tuple[str, ...], int] = {}
    marked = []
    for one in found:
        twice = _twice(one, seen, known)
        marked.append(Looked(one.row, one.draft, (*one.checks, *twice)))
    return tuple(marked)


def _looked(row: Row, draft: Draft | None) -> Looked:
    if draft is None:
        code = "kind_not_pasted" if cannot_be_pasted(row.cells) else "kind_unknown"
        unknown = Check(code, "error", "kind", {"text": row.cells.get("kind", "")[:40]})
        return Looked(row, None, (unknown,))
    found = tuple(one for one in check(draft) if one.blocks or one.code in TOLD)
    if draft.hints and draft.kind in PERSON_MARKED_KINDS:
        found += (Check("hints_of_essay", "error", "hints"),)
    return Looked(row, draft.tidied(), found)


def _twice(
    one: Looked, seen: dict[tuple[str, ...], int], known: set[tuple[str, str]]
) -> tuple[Check, ...]:
    if one.draft is None or not one.draft.stem:
        return ()
    answer = fold(question_of(one.draft, "", ("",)).key.text)
    named = (one.draft.kind.value, fold(one.draft.stem), answer)
    if named in seen:
        return (Check("row_twice", "error", "question", {"number": str(seen[named])}),)
    seen[named] = one.row.number
    if (fold(one.draft.stem), answer) in known:
        return (Check("row_known", "advice", "question"),)
    return ()


def _known(connection: Connection, person: Person, stems: Sequence[str]) -> set[tuple[str, str]]:
    """Those of the stems that are asked already, folded, with their answers."""
    found: set[tuple[str, str]] = set()
    for start in range(0, len(stems), AT_ONCE):
        rows = connection.execute(
            select(QuestionVersion.stem, QuestionVersion.answer)
            .join(Question, IN_FORCE)
            .where(QuestionVersion.stem.in_(stems[start : start + AT_ONCE]), readable(person))
        )
        found |= {(fold(row.stem), fold(row.answer)) for row in rows}
    return found


def save_rows(
    context: Context,
    person: Person,
    rows: Sequence[Row],
    audience: str,
    language: str,
    at: datetime,
    *,
    key: str = "",
) -> int:
    """Save the questions of all rows, or none; how many.

    `key` makes a double press one paste. Raises Refused("rows_blocked") when a row is not fit,
    DraftRefused for a classroom of others.
    """
    looked = look(context, person, rows, audience, language)
    drafts = [one.draft for one in looked if one.draft is not None]
    if len(drafts) < len(rows) or any(one.blocked for one in looked):
        raise Refused("rows_blocked")

    def work(connection: Connection) -> int:
        if key and _pasted(connection, key):
            return len(drafts)
        classroom = classroom_of(connection, person, audience)
        _store(connection, Place(person, classroom, at), drafts, key)
        audit(connection, at, person.id, "questions.pasted", count=len(drafts))
        return len(drafts)

    return context.store.transact(work)


def _pasted(connection: Connection, key: str) -> bool:
    known = select(Question.id).where(Question.public_id == f"{key}.1")
    return connection.execute(known).first() is not None


def _store(connection: Connection, place: Place, drafts: Sequence[Draft], key: str) -> None:
    """A few statements for all rows: facts, questions, versions, options, tags, words."""
    source = own_knowledge(connection, place, drafts[0].language)
    names = [f"{key or new_public_id()}.{number}" for number in range(1, len(drafts) + 1)]
    facts = [
        {"public_id": new_public_id(), **stated_fact(place, draft, source, None), **place.columns}
        for draft in drafts
    ]
    fact_ids = _inserted(connection, Fact, facts)
    written = [
        question_of(draft, name, (fact["public_id"],))
        for draft, name, fact in zip(drafts, names, facts, strict=True)
    ]
    columns = {"state": "ready", "version_number": 1, **place.columns}
    rows = [{"public_id": one.id, "kind": one.kind.value, **columns} for one in written]
    numbers = _inserted(connection, Question, rows)
    links = zip(numbers, fact_ids, strict=True)
    connection.execute(
        insert(QuestionFact),
        [{"question_id": number, "fact_id": fact, "part": 0} for number, fact in links],
    )
    _versions(connection, place, written, numbers)
    for one, number in zip(written, numbers, strict=True):
        pictures.link(connection, place.person, number, one)
    _tags(connection, drafts, numbers)
    index_words(connection, numbers)


def _inserted(connection: Connection, model: Any, rows: list[dict[str, Any]]) -> list[int]:
    """Insert rows with public ids; their row numbers in the same order."""
    connection.execute(insert(model), rows)
    names = [row["public_id"] for row in rows]
    found: dict[str, int] = {}
    for start in range(0, len(names), AT_ONCE):
        some = model.public_id.in_(names[start : start + AT_ONCE])
        read = connection.execute(select(model.public_id, model.id).where(some))
        found |= {row.public_id: row.id for row in read}
    return [found[name] for name in names]


def _versions(
    connection: Connection, place: Place, written: Sequence[Written], numbers: Sequence[int]
) -> None:
    author = {"author_id": place.person.id, "reason": ""}
    both = list(zip(written, numbers, strict=True))
    rows = [version_row(one, number, 1, place.at) | author for one, number in both]
    versions = _inserted(connection, QuestionVersion, rows)
    options = [
        option
        for one, version in zip(written, versions, strict=True)
        for option in option_rows(one, version)
    ]
    if options:
        connection.execute(insert(QuestionOption), options)


def _tags(connection: Connection, drafts: Sequence[Draft], numbers: Sequence[int]) -> None:
    rows = [
        row
        for draft, number in zip(drafts, numbers, strict=True)
        for row in tag_rows(number, tag_list(draft.tags))
    ]
    if rows:
        connection.execute(insert(QuestionTag), rows)
