"""Saving what a teacher wrote: a question with its fact and source, or its next version.

One transaction each. A version is never overwritten; who saves second on the same version is
told so and loses nothing. A draft is saved as it is, whatever the checks say.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from quizapp.core.questions import Question as Written
from quizapp.services import pictures
from quizapp.services.access import Permission, require
from quizapp.services.accounts import audit
from quizapp.services.authoring.checks import TAG_LIMIT, check, too_long
from quizapp.services.authoring.detail import QuestionDetail, load_detail
from quizapp.services.authoring.draft import Draft, as_typed, tag_list
from quizapp.services.authoring.making import question_of
from quizapp.services.authoring.places import (
    DraftRefused,
    Place,
    classroom_of,
    fact_for,
    facts_of,
    refuse,
    settle_fact,
)
from quizapp.services.authoring.reading import read_form_key
from quizapp.services.context import Context
from quizapp.services.question_rows import option_rows, version_row
from quizapp.services.question_words import index_words
from quizapp.store.models import (
    Question,
    QuestionFact,
    QuestionOption,
    QuestionTag,
    QuestionVersion,
)
from quizapp.store.queries import authoring as queries
from quizapp.store.queries.people import Person


class Conflict(Exception):
    """Somebody saved a newer version meanwhile; `detail` holds it, nothing was stored."""

    def __init__(self, detail: QuestionDetail) -> None:
        super().__init__("a newer version was saved meanwhile")
        self.detail = detail


def save_new(
    context: Context,
    person: Person,
    key: str,
    draft: Draft,
    at: datetime,
    *,
    as_draft: bool = False,
) -> str:
    """Store a new question, ready to be asked or as a draft; its public id.

    The same form sent twice is stored once. Raises DraftRefused, and Refused("foreign_key").
    """
    require(Permission.TEACH, person)
    public_id = read_form_key(context, person, key)
    draft = checked(draft, as_draft=as_draft)

    def work(connection: Connection) -> str:
        known = select(Question.id).where(Question.public_id == public_id)
        if connection.execute(known).first() is not None:
            return public_id
        classroom = classroom_of(connection, person, draft.audience)
        place = Place(person, classroom, at, open_facts=as_draft)
        store_question(connection, place, draft, public_id)
        audit(connection, at, person.id, "question.created", "question", public_id)
        return public_id

    return context.store.transact(work)


def already_saved(context: Context, person: Person, key: str) -> bool:
    """Whether the form of this key was saved before. Raises Refused("foreign_key")."""
    public_id = read_form_key(context, person, key)
    known = select(Question.id).where(Question.public_id == public_id)
    with context.store.read() as connection:
        return connection.execute(known).first() is not None


def store_question(connection: Connection, place: Place, draft: Draft, public_id: str) -> int:
    """Store a new question with its fact, first version, tags and words; its row number."""
    fact, fact_id = fact_for(connection, place, draft)
    question = question_of(draft, public_id, (fact,))
    _know_pictures(connection, place, question)
    row = {
        "public_id": public_id,
        "kind": question.kind.value,
        "state": "draft" if place.open_facts else "ready",
        "version_number": 1,
        **place.columns,
    }
    inserted = insert(Question).values(row).returning(Question.id)
    number: int = connection.execute(inserted).scalar_one()
    connection.execute(insert(QuestionFact).values(question_id=number, fact_id=fact_id, part=0))
    store_version(connection, place, question, number, 1, draft)
    write_tags(connection, number, tag_list(draft.tags))
    index_words(connection, [number])
    return number


def save_version(
    context: Context,
    person: Person,
    public_id: str,
    based_on: int,
    draft: Draft,
    at: datetime,
    *,
    as_draft: bool = False,
) -> int:
    """Store the next version of a question; its number (the old one when nothing changed).

    `based_on` is the version that the form was made from. A draft of a question that is asked
    already stands beside the version in force. Raises NotFound for questions of others,
    DraftRefused, and Conflict when another version was saved by now.
    """
    draft = checked(draft, as_draft=as_draft)

    def work(connection: Connection) -> int:
        return put_version(connection, person, public_id, based_on, draft, at, as_draft=as_draft)

    return context.store.transact(work)


def put_version(
    connection: Connection,
    person: Person,
    public_id: str,
    based_on: int,
    draft: Draft,
    at: datetime,
    *,
    as_draft: bool = False,
) -> int:
    """As `save_version`, within a transaction, of a draft that was `checked`."""
    detail = load_detail(connection, person, public_id, to_edit=True)
    row = queries.question_row(connection, person, public_id)
    if _same(connection, row, detail, draft, as_draft=as_draft):
        write_tags(connection, row.id, tag_list(draft.tags))
        index_words(connection, [row.id])
        return int(row.newest)
    _step(connection, row, detail, based_on, as_draft=as_draft)
    place = Place(person, row.classroom_id, at, open_facts=as_draft)
    _next_version(connection, place, row, detail, based_on + 1, draft)
    told = {"version": based_on + 1} | ({"draft": True} if as_draft else {})
    audit(connection, at, person.id, "question.changed", "question", public_id, **told)
    return based_on + 1


def checked(draft: Draft, *, as_draft: bool = False) -> Draft:
    """The draft tidied. Raises DraftRefused: of a draft only what is too long to keep."""
    tidied = draft.tidied()
    found = tuple(too_long(tidied)) if as_draft else check(draft)
    blocking = [finding for finding in found if finding.blocks]
    if blocking:
        raise DraftRefused(blocking)
    return tidied


def _same(
    connection: Connection, row: Any, detail: QuestionDetail, draft: Draft, *, as_draft: bool
) -> bool:
    """Whether saving would change nothing but the tags."""
    if as_draft or detail.fact_open or row.draft_number is not None:
        return False
    if row.state not in ("ready", "retired"):
        return False
    facts = tuple(fact.public_id for fact in detail.facts)
    question = question_of(draft, row.public_id, facts, row.template)
    digest = version_row(question, row.id, 0, detail.current.at)["digest"]
    in_force = select(QuestionVersion.digest).where(
        QuestionVersion.question_id == row.id, QuestionVersion.number == row.version_number
    )
    return bool(connection.execute(in_force).scalar() == digest)


def _step(
    connection: Connection, row: Any, detail: QuestionDetail, based_on: int, *, as_draft: bool
) -> None:
    """Count the version up if it is still the one that the change was made from."""
    values: dict[str, Any] = {"version_number": based_on + 1, "draft_number": None}
    if as_draft and row.state in ("ready", "retired"):
        values = {"draft_number": based_on + 1}
    elif not as_draft and row.state != "retired":
        values["state"] = "ready"
    step = update(Question).where(
        Question.id == row.id,
        func.coalesce(Question.draft_number, Question.version_number) == based_on,
    )
    if connection.execute(step.values(values)).rowcount != 1:
        raise Conflict(detail)


def _next_version(
    connection: Connection,
    place: Place,
    row: Any,
    detail: QuestionDetail,
    number: int,
    draft: Draft,
) -> None:
    if detail.fact_open:
        fact = queries.fact_rows(connection, row.id)[0].fact_id
        draft = replace(draft, audience=detail.audience)
        settle_fact(connection, place, draft, row.id, fact)
    facts = facts_of(connection, row.id)
    question = question_of(draft, row.public_id, facts, row.template)
    _know_pictures(connection, place, question)
    store_version(connection, place, question, row.id, number, draft)
    write_tags(connection, row.id, tag_list(draft.tags))
    index_words(connection, [row.id])


def store_version(
    connection: Connection,
    place: Place,
    question: Written,
    question_id: int,
    number: int,
    draft: Draft,
) -> None:
    """One version with its options; of a draft also the form as it was typed."""
    row = version_row(question, question_id, number, place.at)
    row |= {"author_id": place.person.id, "reason": draft.reason}
    if place.open_facts:
        row |= {"typed": as_typed(draft)}
    inserted = insert(QuestionVersion).values(row).returning(QuestionVersion.id)
    version = connection.execute(inserted).scalar_one()
    pictures.link(connection, place.person, question_id, question)
    if options := option_rows(question, version):
        connection.execute(insert(QuestionOption), options)


def _know_pictures(connection: Connection, place: Place, question: Written) -> None:
    """Raise DraftRefused where a question to be asked shows a picture that its writer has not."""
    if not place.open_facts and pictures.unknown(connection, place.person, question):
        raise refuse("picture_unknown", "picture_alt")


def write_tags(connection: Connection, question: int, tags: tuple[str, ...]) -> None:
    """The tags of a question, in place of those it had."""
    connection.execute(delete(QuestionTag).where(QuestionTag.question_id == question))
    if rows := tag_rows(question, tags):
        connection.execute(insert(QuestionTag), rows)


def tag_rows(question: int, tags: Iterable[str]) -> list[dict[str, Any]]:
    """The rows of a question's tags, each cut to its length; cut alike they are one."""
    found: dict[str, str] = {}
    for tag in tags:
        found.setdefault(tag.casefold()[:TAG_LIMIT], tag[:TAG_LIMIT])
    return [
        {"question_id": question, "folded": folded, "tag": tag} for folded, tag in found.items()
    ]
