"""A learner says that something is wrong with a question that they answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from quizapp.core.grading.verdict import Outcome, Response
from quizapp.core.questions import QuestionKind
from quizapp.core.quizzes.marking import counted
from quizapp.core.quizzes.reviewing import TELLING, shown
from quizapp.core.quizzes.rules import EVERYTHING, Show, from_json
from quizapp.services import limits
from quizapp.services.access import Permission, require
from quizapp.services.accounts import audit
from quizapp.services.context import Context, NotFound, Refused
from quizapp.services.objections.reading import mine_of
from quizapp.services.objections.saying import given_words
from quizapp.services.quizzes.asked import given_of, load_slot, response_of
from quizapp.services.quizzes.settling import standing_of
from quizapp.services.screens import FactCard, ObjectionLine
from quizapp.services.study import content
from quizapp.store.base import new_public_id
from quizapp.store.queries import answering, sitting
from quizapp.store.queries import objections as queries
from quizapp.store.queries.people import Person
from quizapp.store.queries.sitting import responses_to

REASONS = ("answer", "unclear", "source", "other")
LONGEST_TEXT = 500
A_DAY = timedelta(days=1)
BY_PERSON = limits.Rule("objection person", 30, A_DAY)
BY_ADDRESS = limits.Rule("objection address", 300, A_DAY)
"""A class of thirty behind one address, ten times; it counts for guests alone."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the verdict was seen: the key of an answer in study, or a place of an attempt."""

    answered: str = ""
    attempt: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class About:
    """What an objection is about, with what may be shown of it. `latest` is the last one made."""

    place: Place
    kind: QuestionKind
    stem: str
    language: str
    given: tuple[str, ...]
    facts: tuple[FactCard, ...]
    latest: ObjectionLine | None


@dataclass(frozen=True, slots=True)
class _Seen:
    """A verdict that a learner saw."""

    asked: content.Asked
    response: Response
    outcome: str
    attempt: int | None
    allowed: frozenset[Show]


def about(context: Context, person: Person, place: Place, at: datetime) -> About:
    """The question with the answer given, and where it is said.

    Raises NotFound for answers of others, and for results that do not show yet what is right.
    """
    require(Permission.STUDY, person)
    with context.store.read() as connection:
        seen = _seen(connection, person, place, at)
        row = queries.on_version(connection, person.id, seen.asked.version_id)
    question = seen.asked.question
    return About(
        place=place,
        kind=question.kind,
        stem=question.stem,
        language=question.language,
        given=given_words(question, seen.response),
        facts=seen.asked.facts if Show.SOURCE in seen.allowed else (),
        latest=None if row is None else mine_of(row),
    )


def object_to(
    context: Context,
    person: Person,
    place: Place,
    reason: str,
    text: str,
    at: datetime,
    address: str = "",
) -> None:
    """Store what is wrong; what was said before and is open still is replaced.

    Raises NotFound as `about` does, and Refused with objection_reason, objection_empty,
    objection_long or too_many_tries.
    """
    require(Permission.STUDY, person)
    said = " ".join(text.split())
    if reason not in REASONS:
        raise Refused("objection_reason")
    if reason == "other" and not said:
        raise Refused("objection_empty")
    if len(said) > LONGEST_TEXT:
        raise Refused("objection_long", limit=str(LONGEST_TEXT))
    with context.store.read() as connection:
        seen = _seen(connection, person, place, at)
    limits.admit(context, _tries(context, person, address), at)
    values = _columns(seen, place) | {"reason": reason, "text": said, "changed_at": at}

    def work(connection: Connection) -> None:
        version = seen.asked.version_id
        known = queries.write_open(connection, person.id, version, values)
        public_id = known or new_public_id()
        if known is None:
            new = {"public_id": public_id, "learner_id": person.id, "version_id": version}
            queries.write_new(connection, values | new | {"made_at": at})
        action = "objection.made" if known is None else "objection.changed"
        told = {"reason": reason, "question": seen.asked.question.id}
        audit(connection, at, person.id, action, "objection", public_id, **told)

    try:
        context.store.transact(work)
    except IntegrityError:
        context.store.transact(work)  # the same form came twice at once: the other one is there


def _tries(context: Context, person: Person, address: str) -> tuple[limits.Try, ...]:
    own = limits.Try(BY_PERSON, context.sign("limit-person", person.public_id))
    if not person.is_guest:
        return (own,)
    return (own, limits.of_address(context, BY_ADDRESS, address))


def _columns(seen: _Seen, place: Place) -> dict[str, Any]:
    return {
        "attempt_id": seen.attempt,
        "position": place.position if seen.attempt else 0,
        "answer_key": "" if seen.attempt else place.answered,
        "response_text": seen.response.text,
        "response_chosen": list(seen.response.chosen),
        "dont_know": seen.response.dont_know,
        "outcome": seen.outcome,
    }


def _seen(connection: Connection, person: Person, place: Place, at: datetime) -> _Seen:
    if place.attempt:
        return _in_quiz(connection, person, place, at)
    row = answering.stored_answer(connection, person.id, place.answered[:80])
    if row is None or row.voided or row.kind != "study":
        raise NotFound
    asked = content.load(connection, person.id, row.version)
    return _Seen(asked, response_of(row), row.outcome, None, EVERYTHING)


def _in_quiz(connection: Connection, person: Person, place: Place, at: datetime) -> _Seen:
    row = sitting.attempt(connection, person.id, place.attempt)
    if row is None or row.state == "open":
        raise NotFound
    rules = from_json(row.rules)
    allowed = shown(rules, standing_of(row), at)
    if not allowed & TELLING:
        raise NotFound
    slot = load_slot(connection, row.id, place.position, rules)
    given = responses_to(connection, row.id, place.position)
    index = counted(rules, given_of(given))
    if index is None:
        return _Seen(slot.asked, Response(), Outcome.NOT_YET.value, row.id, allowed)
    one = given[index]
    return _Seen(slot.asked, response_of(one), one.outcome, row.id, allowed)
