"""Pictures: taken from a teacher, shown to whoever may see a question that shows them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert

from quizapp.core.questions import Question
from quizapp.core.values.markup import pictures_in
from quizapp.exchange import pictures as reading
from quizapp.exchange.unreadable import Unreadable
from quizapp.services.access import Permission, require
from quizapp.services.context import Context, NotFound
from quizapp.services.quizzes.making import wanted
from quizapp.store.base import new_public_id
from quizapp.store.computing import elsewhere
from quizapp.store.models import Picture, QuestionPicture
from quizapp.store.queries import pictures as queries
from quizapp.store.queries.people import Person, person_with
from quizapp.store.queries.question_picker import usable

LARGEST_MB = 8
MOST_UNUSED = 60
"""Pictures of one teacher that no question shows yet."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture as it is sent."""

    media_type: str
    data: bytes


def take(context: Context, person: Person, data: bytes, at: datetime) -> str:
    """Keep a picture; its public id. The same one given again is kept once.

    Raises Unreadable: as `exchange.pictures.read`, "picture_large", "pictures_many".
    """
    require(Permission.TEACH, person)
    if len(data) > LARGEST_MB * 1_000_000:
        raise Unreadable("picture_large", limit=str(LARGEST_MB))
    with elsewhere():
        drawn = reading.read(data)
    sha256 = hashlib.sha256(drawn.data).hexdigest()
    row = {
        "public_id": f"{new_public_id()}-{drawn.width}x{drawn.height}",
        "owner_id": person.id,
        "sha256": sha256,
        "media_type": drawn.media_type,
        "data": drawn.data,
        "created_at": at,
    }

    def work(connection: Connection) -> str:
        if kept := queries.same(connection, person.id, sha256):
            return kept
        if queries.unused_of(connection, person.id) >= MOST_UNUSED:
            raise Unreadable("pictures_many", limit=str(MOST_UNUSED))
        connection.execute(insert(Picture).values(row))
        return str(row["public_id"])

    return context.store.transact(work)


def shown(context: Context, person: Person, public_id: str) -> Shown:
    """A picture that this person may see; NotFound otherwise."""
    with context.store.read() as connection:
        row = queries.picture(connection, person, public_id) or (
            _drawn(connection, person, public_id) if person.is_teacher else None
        )
    if row is None:
        raise NotFound
    return Shown(row.media_type, bytes(row.data))


def _drawn(connection: Connection, person: Person, public_id: str) -> Any:
    """A picture that a draw of a colleague's quiz may bring, as whoever prints it sees it."""
    for draw in queries.draws_beside(connection, person):
        owner = person_with(connection, draw.owner)
        fits = usable(owner, wanted(draw.pool or {}, draw.classroom))
        if row := queries.shown_among(connection, public_id, fits):
            return row
    return None


def pictures_of(question: Question) -> set[str]:
    """The public ids of all pictures in a question's texts and beside them."""
    return {one for text in _texts(question) for one in pictures_in(text)} | (
        {question.picture} if question.picture else set()
    )


def _texts(question: Question) -> Iterator[str]:
    yield from (question.stem, question.explanation, question.key.text, *question.hints)
    for option in question.options:
        yield from (option.text, option.feedback)


def unknown(connection: Connection, person: Person, question: Question) -> set[str]:
    """The pictures in a question that this person has not and may not see."""
    given = pictures_of(question)
    return given - set(queries.known(connection, person, given)) if given else set()


def link(connection: Connection, person: Person, number: int, question: Question) -> None:
    """Let whoever may see the question in this row see its pictures, as far as the writer may."""
    given = pictures_of(question)
    if not given:
        return
    found = set(queries.known(connection, person, given).values())
    new = sorted(found - queries.linked(connection, number))
    rows = [{"question_id": number, "picture_id": one} for one in new]
    if rows:
        connection.execute(insert(QuestionPicture), rows)
