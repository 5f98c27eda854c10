"""Saving what a teacher wrote: a question with its fact and source, or its next version.

One transaction each. A version is never overwritten; who saves second on the same version is
told so and loses nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from quizapp.core.facts.model import FactKind
from quizapp.core.questions import Question as Written
from quizapp.services.access import Permission, require, taught_classroom
from quizapp.services.accounts import audit
from quizapp.services.authoring.checks import Check, check
from quizapp.services.authoring.draft import NEW_SOURCE, Draft, question_of
from quizapp.services.authoring.reading import QuestionDetail, load_detail, read_form_key
from quizapp.services.bank_loading import option_rows, version_row
from quizapp.services.context import Context, NotFound
from quizapp.store.base import new_public_id
from quizapp.store.models import (
    Fact,
    Question,
    QuestionFact,
    QuestionOption,
    QuestionVersion,
    Source,
)
from quizapp.store.queries import authoring as queries
from quizapp.store.queries.people import Person
from quizapp.store.queries.visibility import OPEN_COLLECTIONS

AFTER_SHIPPED = 1_000_000
"""Position of teachers' facts: behind the shipped ones in lists by order."""


class DraftRefused(Exception):
    """The draft cannot be saved as it is; `checks` say why, nothing was stored."""

    def __init__(self, checks: Iterable[Check]) -> None:
        super().__init__("draft refused")
        self.checks = tuple(checks)


class Conflict(Exception):
    """Somebody saved a newer version meanwhile; `detail` holds it, nothing was stored."""

    def __init__(self, detail: QuestionDetail) -> None:
        super().__init__("a newer version was saved meanwhile")
        self.detail = detail


@dataclass(frozen=True, slots=True)
class _Place:
    """For whom something is written: a classroom's row number, or the teacher alone."""

    person: Person
    classroom: int | None
    at: datetime

    @property
    def columns(self) -> dict[str, Any]:
        """The columns that say who owns a fact or question."""
        return {
            "collection": "mine" if self.classroom is None else "classroom",
            "owner_id": self.person.id,
            "classroom_id": self.classroom,
            "created_at": self.at,
        }


def save_new(context: Context, person: Person, key: str, draft: Draft, at: datetime) -> str:
    """Store a new question, ready to be asked; its public id.

    The same form sent twice is stored once. Raises DraftRefused, and Refused("foreign_key").
    """
    require(Permission.TEACH, person)
    public_id = read_form_key(context, person, key)
    draft = _checked(draft)

    def work(connection: Connection) -> str:
        known = select(Question.id).where(Question.public_id == public_id)
        if connection.execute(known).first() is not None:
            return public_id
        place = _Place(person, _classroom(connection, person, draft), at)
        fact, fact_id = _fact(connection, place, draft)
        question = question_of(draft, public_id, fact)
        number = _insert_question(connection, place, question)
        connection.execute(insert(QuestionFact).values(question_id=number, fact_id=fact_id, part=0))
        _insert_version(connection, place, question, number, 1, draft.reason)
        audit(connection, at, person.id, "question.created", "question", public_id)
        return public_id

    return context.store.transact(work)


def save_version(
    context: Context, person: Person, public_id: str, based_on: int, draft: Draft, at: datetime
) -> int:
    """Store the next version of a question; its number (the old one when nothing changed).

    `based_on` is the version that the form was made from. Raises NotFound for questions of
    others, DraftRefused, and Conflict when another version is in force by now.
    """
    draft = _checked(draft)

    def work(connection: Connection) -> int:
        detail = load_detail(connection, person, public_id, to_edit=True)
        row = queries.question_row(connection, person.id, public_id)
        question = question_of(draft, public_id, detail.fact.public_id)
        if version_row(question, row.id, 0, at)["digest"] == _digest_in_force(connection, row):
            return int(row.version_number)
        step = (
            update(Question)
            .where(Question.id == row.id, Question.version_number == based_on)
            .values(version_number=based_on + 1)
        )
        if connection.execute(step).rowcount != 1:
            raise Conflict(detail)
        place = _Place(person, None, at)
        _insert_version(connection, place, question, row.id, based_on + 1, draft.reason)
        detail_ = {"version": based_on + 1}
        audit(connection, at, person.id, "question.changed", "question", public_id, **detail_)
        return based_on + 1

    return context.store.transact(work)


def _checked(draft: Draft) -> Draft:
    blocking = [finding for finding in check(draft) if finding.blocks]
    if blocking:
        raise DraftRefused(blocking)
    return draft.tidied()


def _refuse(code: str, field: str, **values: str) -> DraftRefused:
    return DraftRefused([Check(code, "error", field, values)])


def _digest_in_force(connection: Connection, row: Any) -> str | None:
    return connection.execute(
        select(QuestionVersion.digest).where(
            QuestionVersion.question_id == row.id, QuestionVersion.number == row.version_number
        )
    ).scalar()


def _classroom(connection: Connection, person: Person, draft: Draft) -> int | None:
    if not draft.audience:
        return None
    try:
        return taught_classroom(connection, person, draft.audience)
    except NotFound:
        raise _refuse("audience_unknown", "audience") from None


def _fact(connection: Connection, place: _Place, draft: Draft) -> tuple[str, int]:
    """Public id and row number of the fact asked for: the one chosen, or a new one."""
    if not draft.fact:
        return _new_fact(connection, place, draft)
    row = queries.fact_to_ask(connection, place.person.id, draft.fact)
    if row is None:
        raise _refuse("fact_unknown", "fact")
    seen_by_class = row.collection in OPEN_COLLECTIONS or row.classroom == draft.audience
    if draft.audience and not seen_by_class:
        raise _refuse("fact_not_for_class", "fact")
    return row.fact, row.fact_id


def _new_fact(connection: Connection, place: _Place, draft: Draft) -> tuple[str, int]:
    source, line = _source(connection, place, draft)
    right = draft.right
    public_id = new_public_id()
    row = {
        "public_id": public_id,
        "source_id": source,
        "kind": FactKind.CONCEPT.value,
        "topic": " ".join(draft.topic.split()),
        "statement": draft.statement,
        "answer": right.text if right else "",
        "language": draft.language,
        "paragraph": line,
        "position": AFTER_SHIPPED,
        "state": "approved",
        **place.columns,
    }
    return public_id, connection.execute(insert(Fact).values(row).returning(Fact.id)).scalar_one()


def _source(connection: Connection, place: _Place, draft: Draft) -> tuple[int, int | None]:
    """Row number of the source, and the paragraph as a line of its text (None without one)."""
    paragraph = int(draft.paragraph) if draft.paragraph else 0
    if not draft.source:
        return _own_knowledge(connection, place, draft.language), None
    if draft.source == NEW_SOURCE:
        return _new_source(connection, place, draft, paragraph), paragraph or None
    row = queries.source_to_cite(connection, place.person.id, draft.source)
    if row is None:
        raise _refuse("source_unknown", "source")
    lines = list(row.paragraphs)
    if paragraph > len(lines):
        if row.owner_id != place.person.id:
            raise _refuse("paragraph_beyond", "paragraph", number=str(len(lines)))
        lines = list(range(1, paragraph + 1))
        connection.execute(update(Source).where(Source.id == row.id).values(paragraphs=lines))
    return row.id, lines[paragraph - 1] if paragraph else None


def _new_source(connection: Connection, place: _Place, draft: Draft, paragraphs: int) -> int:
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


def _own_knowledge(connection: Connection, place: _Place, language: str) -> int:
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


def _insert_question(connection: Connection, place: _Place, question: Written) -> int:
    row = {
        "public_id": question.id,
        "kind": question.kind.value,
        "state": "ready",
        "version_number": 1,
        **place.columns,
    }
    return connection.execute(insert(Question).values(row).returning(Question.id)).scalar_one()


def _insert_version(
    connection: Connection,
    place: _Place,
    question: Written,
    question_id: int,
    number: int,
    reason: str,
) -> None:
    row = version_row(question, question_id, number, place.at)
    row |= {"author_id": place.person.id, "reason": reason}
    inserted = insert(QuestionVersion).values(row).returning(QuestionVersion.id)
    version = connection.execute(inserted).scalar_one()
    connection.execute(insert(QuestionOption), option_rows(question, version))
