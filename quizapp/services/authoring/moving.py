"""Where a question stands and belongs: its state, its collection, a copy elsewhere.

Co-teachers change what belongs to their classroom; into the school's collection an admin puts
questions and takes them out. What only a question asks for goes along with it: a fact that the
new place could not reach is moved when nothing else asks for it, and copied otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, exists, insert, select, update

from quizapp.services.access import open_classroom
from quizapp.services.accounts import audit
from quizapp.services.authoring.checks import check
from quizapp.services.authoring.detail import draft_of, load_detail
from quizapp.services.authoring.places import OPEN, DraftRefused, Place, facts_of
from quizapp.services.authoring.saving import store_version, write_tags
from quizapp.services.context import Context, NotFound, Refused
from quizapp.services.question_rows import digest_of
from quizapp.services.question_words import index_words
from quizapp.store.base import aliased, new_public_id
from quizapp.store.models import Fact, Question, QuestionFact, QuestionVersion
from quizapp.store.queries import authoring as queries
from quizapp.store.queries import classrooms as classroom_queries
from quizapp.store.queries.people import Person
from quizapp.store.queries.question_reach import STATES
from quizapp.store.queries.visibility import OPEN_COLLECTIONS

MINE, SCHOOL = "mine", "school"


@dataclass(frozen=True, slots=True)
class Target:
    """A collection to put questions into: its columns."""

    collection: str
    classroom: int | None
    name: str = ""

    def columns(self, person: Person) -> dict[str, Any]:
        """Whose a question or fact is there."""
        return {
            "collection": self.collection,
            "owner_id": person.id,
            "classroom_id": self.classroom,
        }


def places(context: Context, person: Person) -> tuple[tuple[str, str, str], ...]:
    """The places that this person may put questions into: value, collection, classroom's name."""
    with context.store.read() as connection:
        taught = classroom_queries.taught_by(connection, person.id)
    found = [(MINE, MINE, ""), *((one.public_id, "classroom", one.name) for one in taught)]
    return tuple([*found, (SCHOOL, SCHOOL, "")] if person.role == "admin" else found)


def target_of(connection: Connection, person: Person, value: str) -> Target:
    """The place named by a form: "mine", "school" or a classroom's public id.

    Raises NotFound for classrooms of others, Refused("not_allowed") for the school's.
    """
    if value == MINE:
        return Target(MINE, None)
    if value == SCHOOL:
        if person.role != "admin":
            raise Refused("not_allowed")
        return Target(SCHOOL, None)
    return Target("classroom", open_classroom(connection, person, value))


def set_state(context: Context, person: Person, public_id: str, state: str, at: datetime) -> None:
    """Put a question into another state.

    Raises NotFound for questions of others and unknown states, DraftRefused when something
    blocks its being asked.
    """

    def work(connection: Connection) -> None:
        put_state(connection, person, public_id, state)
        audit(connection, at, person.id, "question.state", "question", public_id, state=state)

    context.store.transact(work)


def put_state(connection: Connection, person: Person, public_id: str, state: str) -> None:
    """As `set_state`, within a transaction and without its record."""
    if state not in STATES:
        raise NotFound
    detail = load_detail(connection, person, public_id, to_edit=True)
    if state == "ready":
        asked = replace(detail, versions=(detail.asked,))
        blocking = [one for one in check(draft_of(asked)) if one.blocks]
        if blocking or (detail.fact_open and detail.current.typed):
            raise DraftRefused(blocking)
    row = queries.question_row(connection, person, public_id)
    connection.execute(update(Question).where(Question.id == row.id).values(state=state))
    if state == "ready" and detail.fact_open:
        known = [fact.public_id for fact in detail.facts]
        connection.execute(
            update(Fact)
            .where(Fact.public_id.in_(known), Fact.state == OPEN)
            .values(state="approved")
        )


def move(context: Context, person: Person, public_id: str, place: str, at: datetime) -> None:
    """Move a question to another collection.

    Raises NotFound for questions and classrooms of others, Refused("not_allowed") for the
    school's collection.
    """

    def work(connection: Connection) -> None:
        target = target_of(connection, person, place)
        put_into(connection, person, public_id, target, at)
        told = {"collection": target.collection}
        audit(connection, at, person.id, "question.moved", "question", public_id, **told)

    context.store.transact(work)


def put_into(
    connection: Connection, person: Person, public_id: str, target: Target, at: datetime
) -> None:
    """As `move`, within a transaction and without its record."""
    row = queries.question_row(connection, person, public_id)
    if row is None or not row.own:
        raise NotFound
    columns = target.columns(person)
    if row.collection == target.collection and row.classroom_id == target.classroom:
        return
    connection.execute(update(Question).where(Question.id == row.id).values(columns))
    facts = bring_facts(connection, person, row.id, target, at, keep_shared=True)
    if facts != _linked(connection, row.id):
        link(connection, row.id, facts)
        seal_again(connection, person, public_id)


def copy(context: Context, person: Person, public_id: str, place: str, at: datetime) -> str:
    """Put a copy of a question into a collection; the copy's public id.

    Shipped and school questions may be copied by every teacher. Raises as `move` does.
    """

    def work(connection: Connection) -> str:
        target = target_of(connection, person, place)
        made = put_copy(connection, person, public_id, target, at)
        audit(connection, at, person.id, "question.copied", "question", made, of=public_id)
        return made

    return context.store.transact(work)


def put_copy(
    connection: Connection, person: Person, public_id: str, target: Target, at: datetime
) -> str:
    """As `copy`, within a transaction and without its record."""
    detail = load_detail(connection, person, public_id, to_edit=False)
    row = queries.question_row(connection, person, public_id)
    made = new_public_id()
    columns = {"public_id": made, "kind": row.kind, "template": row.template, "state": row.state}
    values = {**columns, "version_number": 1, "created_at": at, **target.columns(person)}
    number = connection.execute(insert(Question).values(values).returning(Question.id)).scalar_one()
    facts = bring_facts(connection, person, row.id, target, at, keep_shared=False)
    link(connection, number, facts)
    place = Place(person, target.classroom, at, open_facts=detail.current.typed)
    asked = facts_of(connection, number)
    question = replace(detail.current.question, id=made, facts=asked)
    store_version(connection, place, question, number, 1, detail.current.draft)
    write_tags(connection, number, detail.tags)
    index_words(connection, [number])
    return made


def _linked(connection: Connection, question: int) -> tuple[int, ...]:
    found = select(QuestionFact.fact_id).where(QuestionFact.question_id == question)
    return tuple(connection.execute(found.order_by(QuestionFact.part)).scalars())


def link(connection: Connection, question: int, facts: Iterable[int]) -> None:
    """The facts that a question asks for, in place of those it asked for."""
    connection.execute(delete(QuestionFact).where(QuestionFact.question_id == question))
    rows = [
        {"question_id": question, "fact_id": fact, "part": part} for part, fact in enumerate(facts)
    ]
    connection.execute(insert(QuestionFact), rows)


def seal_again(connection: Connection, person: Person, public_id: str) -> None:
    """Fingerprint the version in force anew: the facts that it asks for are others now."""
    detail = load_detail(connection, person, public_id, to_edit=True)
    number = select(Question.id).where(Question.public_id == public_id).scalar_subquery()
    sealed = update(QuestionVersion).where(
        QuestionVersion.question_id == number, QuestionVersion.number == detail.in_force
    )
    connection.execute(sealed.values(digest=digest_of(detail.asked.question)))


def bring_facts(
    connection: Connection,
    person: Person,
    question: int,
    target: Target,
    at: datetime,
    *,
    keep_shared: bool,
) -> tuple[int, ...]:
    """The facts of a question as the target may reach them: as they are, moved, or copied.

    With `keep_shared` the question leaves its place: a fact that nothing else asks for goes
    with it, and keeps its learners' memory.
    """
    found: list[int] = []
    for number in _linked(connection, question):
        row = connection.execute(select(Fact.__table__).where(Fact.id == number)).one()
        if _reaches(row, person, target):
            found.append(number)
        elif keep_shared and not _asked_elsewhere(connection, number, question):
            moved = update(Fact).where(Fact.id == number).values(target.columns(person))
            connection.execute(moved)
            found.append(number)
        else:
            found.append(_copied_fact(connection, row, person, target, at))
    return tuple(found)


def _reaches(fact: Any, person: Person, target: Target) -> bool:
    if fact.collection in OPEN_COLLECTIONS:
        return True
    if target.collection == MINE:
        return bool(fact.collection == MINE and fact.owner_id == person.id)
    return bool(target.classroom is not None and fact.classroom_id == target.classroom)


def _asked_elsewhere(connection: Connection, fact: int, question: int) -> bool:
    other = aliased(QuestionFact)
    found = exists().where(other.fact_id == fact, other.question_id != question)
    return bool(connection.execute(select(found)).scalar())


def row_names() -> list[str]:
    """The columns of a fact in the order in which its rows come."""
    return [column.key for column in Fact.__table__.columns]


def _copied_fact(
    connection: Connection, fact: Any, person: Person, target: Target, at: datetime
) -> int:
    kept = {name: value for name, value in zip(row_names(), fact, strict=True) if name != "id"}
    state = {"state": OPEN} if fact.state == OPEN else {}
    row = kept | {"public_id": new_public_id(), "created_at": at, "digest": ""} | state
    made = insert(Fact).values(row | target.columns(person)).returning(Fact.id)
    return int(connection.execute(made).scalar_one())
