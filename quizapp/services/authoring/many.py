"""One action on many questions, in one transaction, and taking it back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from quizapp.services.accounts import audit
from quizapp.services.authoring.draft import tag_list
from quizapp.services.authoring.moving import (
    Target,
    put_copy,
    put_into,
    put_state,
    seal_again,
    target_of,
)
from quizapp.services.authoring.places import DraftRefused
from quizapp.services.authoring.saving import write_tags
from quizapp.services.context import Context, NotFound, Refused
from quizapp.services.question_words import index_words
from quizapp.store.base import new_public_id
from quizapp.store.models import (
    BulkChange,
    Fact,
    Question,
    QuestionFact,
)
from quizapp.store.queries import authoring as queries
from quizapp.store.queries.people import Person
from quizapp.store.queries.question_reach import STATES

MOST = 500
"""Questions that one action may be about."""
ACTIONS = ("tag", "untag", "state", "move", "copy")


@dataclass(frozen=True, slots=True)
class Done:
    """What an action did: how many were changed, how many were not and stayed as they are.

    `change` is the public id by which it can be taken back, "" when nothing was changed.
    """

    change: str = ""
    changed: int = 0
    kept: int = 0


@dataclass(slots=True)
class _Work:
    """What one action is carried out with, and what stood there before."""

    connection: Connection
    person: Person
    action: str
    value: str
    at: datetime
    target: Target | None = None
    before: list[dict[str, Any]] = field(default_factory=list)


def act(
    context: Context,
    person: Person,
    action: str,
    value: str,
    public_ids: Sequence[str],
    at: datetime,
) -> Done:
    """Tag, untag, put into a state, move or copy these questions, all in one transaction.

    Questions that this person may not change, or that are not fit for the state, stay as they
    are and are counted. Raises Refused("none_selected"), Refused("too_many_selected"),
    Refused("tag_empty"), NotFound for unknown actions and places of others.
    """
    wanted = tuple(dict.fromkeys(public_ids))
    if action not in ACTIONS or (action == "state" and value not in STATES):
        raise NotFound
    if not wanted:
        raise Refused("none_selected")
    if len(wanted) > MOST:
        raise Refused("too_many_selected", limit=str(MOST))
    if action in ("tag", "untag") and not tag_list(value):
        raise Refused("tag_empty")

    def work(connection: Connection) -> Done:
        todo = _Work(connection, person, action, value, at)
        if action in ("move", "copy"):
            todo.target = target_of(connection, person, value)
        changed = sum(_one(todo, public_id) for public_id in wanted)
        return Done(_kept(todo), changed, len(wanted) - changed)

    return context.store.transact(work)


def _kept(todo: _Work) -> str:
    """Keep what stood there before; the public id to take it back by."""
    if not todo.before:
        return ""
    made = new_public_id()
    todo.connection.execute(
        insert(BulkChange).values(
            public_id=made,
            actor_id=todo.person.id,
            action=todo.action,
            before=todo.before,
            at=todo.at,
        )
    )
    told: dict[str, Any] = {"count": len(todo.before), "value": todo.value[:80]}
    audit(todo.connection, todo.at, todo.person.id, f"questions.{todo.action}", **told)
    return made


def _one(todo: _Work, public_id: str) -> bool:
    """Do it to one question; whether it could be done."""
    row = queries.question_row(todo.connection, todo.person, public_id)
    if row is None or not (row.own or todo.action == "copy"):
        return False
    before = _before(todo.connection, row)
    try:
        made = _carry_out(todo, row)
    except DraftRefused:
        return False
    todo.before.append(before | ({"made": made} if made else {}))
    return True


def _carry_out(todo: _Work, row: Any) -> str:
    """Do it; the public id of a copy that was made, else ""."""
    connection, person = todo.connection, todo.person
    if todo.action == "state":
        put_state(connection, person, row.public_id, todo.value)
    elif todo.action in ("tag", "untag"):
        tags = _tags(queries.tags_of(connection, row.id), todo.value, add=todo.action == "tag")
        write_tags(connection, row.id, tags)
        index_words(connection, [row.id])
    elif todo.target is not None and todo.action == "move":
        put_into(connection, person, row.public_id, todo.target, todo.at)
    elif todo.target is not None:
        return put_copy(connection, person, row.public_id, todo.target, todo.at)
    return ""


def _tags(known: Iterable[str], text: str, *, add: bool) -> tuple[str, ...]:
    given = tag_list(text)
    if add:
        return tag_list(", ".join([*known, *given]))
    gone = {tag.casefold() for tag in given}
    return tuple(tag for tag in known if tag.casefold() not in gone)


def _before(connection: Connection, row: Any) -> dict[str, Any]:
    """What an action may change of a question: to be put back."""
    facts = connection.execute(
        select(Fact.id, Fact.collection, Fact.owner_id, Fact.classroom_id)
        .join(QuestionFact, QuestionFact.fact_id == Fact.id)
        .where(QuestionFact.question_id == row.id)
        .order_by(QuestionFact.part)
    )
    return {
        "question": row.public_id,
        "state": row.state,
        "place": [row.collection, row.owner_id, row.classroom_id],
        "tags": list(queries.tags_of(connection, row.id)),
        "facts": [list(fact) for fact in facts],
    }


def undo(context: Context, person: Person, change: str) -> int:
    """Take an action back; how many questions are as they were. Raises NotFound.

    Only who acted may, once. Copies are deleted; one that is in use by now is retired.
    """

    def work(connection: Connection) -> int:
        row = connection.execute(
            select(BulkChange.id, BulkChange.action, BulkChange.before).where(
                BulkChange.public_id == change, BulkChange.actor_id == person.id
            )
        ).first()
        if row is None:
            raise NotFound
        for before in row.before:
            _put_back(connection, person, row.action, before)
        connection.execute(delete(BulkChange).where(BulkChange.id == row.id))
        return len(row.before)

    return context.store.transact(work)


def _put_back(connection: Connection, person: Person, action: str, before: dict[str, Any]) -> None:
    if action == "copy":
        _unmake(connection, before["made"], frozenset(fact[0] for fact in before["facts"]))
        return
    row = queries.question_row(connection, person, before["question"])
    if row is None or not row.own:
        return
    number = row.id
    question = update(Question).where(Question.id == number)
    if action == "state":
        connection.execute(question.values(state=before["state"]))
    elif action == "move":
        connection.execute(question.values(_columns(before["place"])))
        _facts_back(connection, number, before["facts"])
        seal_again(connection, person, before["question"])
    else:
        write_tags(connection, number, tuple(before["tags"]))
        index_words(connection, [number])


def _columns(place: Sequence[Any]) -> dict[str, Any]:
    return dict(zip(("collection", "owner_id", "classroom_id"), place, strict=True))


def _facts_back(connection: Connection, question: int, facts: Iterable[Sequence[Any]]) -> None:
    connection.execute(delete(QuestionFact).where(QuestionFact.question_id == question))
    for part, (fact, *place) in enumerate(facts):
        connection.execute(
            insert(QuestionFact).values(question_id=question, fact_id=fact, part=part)
        )
        connection.execute(update(Fact).where(Fact.id == fact).values(_columns(place)))


def _unmake(connection: Connection, public_id: str, known: frozenset[int]) -> None:
    """Delete a copy with the facts that were copied for it; retire it where it is in use."""
    number = connection.execute(select(Question.id).where(Question.public_id == public_id)).scalar()
    if number is None:
        return
    asked = select(QuestionFact.fact_id).where(QuestionFact.question_id == number)
    made = set(connection.execute(asked).scalars()) - known
    try:
        with connection.begin_nested():
            connection.execute(delete(Question).where(Question.id == number))
            connection.execute(delete(Fact).where(Fact.id.in_(made)))
    except IntegrityError:
        connection.execute(update(Question).where(Question.id == number).values(state="retired"))
