"""The answers of a submitted attempt join the learner's memory: as answers, reviews, cards, totals.

The same rows that study makes, stored all at once. An answer counts for the day on which it was
given; on a day that had its answer already, or where the card has moved on since, it is logged
and moves nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Connection, insert

from quizapp.core.grading.verdict import Outcome
from quizapp.core.questions import PERSON_MARKED_KINDS
from quizapp.core.quizzes.marking import counted
from quizapp.core.quizzes.rules import Rules, from_json
from quizapp.services.quizzes.asked import (
    Slot,
    given_of,
    is_empty,
    load_slots,
    response_of,
    verdict_of,
)
from quizapp.services.study.keys import FormKey
from quizapp.services.study.taking import Taken, answer_row, move, parts_of, totals
from quizapp.store.queries import answering
from quizapp.store.queries import sitting as queries
from quizapp.store.queries.people import Person, person_with


def join_memory(connection: Connection, row: Any) -> None:
    """Store what the counted responses of this attempt mean. The caller holds its row locked."""
    rules = from_json(row.rules)
    person = person_with(connection, row.learner_id)
    responses = queries.responses(connection, row.id)
    slots = load_slots(connection, row.id, rules)
    taken = [
        one
        for slot in slots
        if (one := _taken(person, row, rules, slot, responses[slot.position])) is not None
    ]
    if taken:
        _store(connection, person, sorted(taken, key=lambda one: one.at))


def _taken(
    person: Person, row: Any, rules: Rules, slot: Slot, responses: list[Any]
) -> Taken | None:
    """The response to one question that counts, as an answer; None where nothing was answered."""
    index = counted(rules, given_of(responses))
    if index is None or slot.asked.question.kind in PERSON_MARKED_KINDS:
        return None
    chosen = responses[index]
    response = response_of(chosen)
    if is_empty(response) or chosen.outcome == Outcome.UNCLEAR:
        return None
    tries_before = sum(one.checked for one in responses[:index])
    shown = int(chosen.given_at.timestamp() * 1000) - chosen.milliseconds
    key = f"attempt.{row.public_id}.{slot.position}"
    return Taken(
        person,
        slot.asked,
        FormKey(key, shown, slot.position, 0),
        response,
        verdict_of(chosen),
        chosen.given_at,
        kind="exam",
        certainty=chosen.certainty,
        hints=chosen.hints + tries_before,
    )


def _store(connection: Connection, person: Person, taken: list[Taken]) -> None:
    stored = insert(answering.ANSWERS).returning(
        answering.ANSWERS.c.id, sort_by_parameter_order=True
    )
    numbers = connection.execute(stored, [answer_row(one) for one in taken]).scalars().all()
    facts = sorted({fact for one in taken for fact in one.asked.fact_ids})
    before = answering.cards_of(connection, person.id, facts, lock=True)
    moved = _moved(taken, numbers, before)
    answering.insert_reviews(connection, moved.reviews)
    if moved.cards:
        answering.upsert_cards(connection, [moved.cards[fact] for fact in sorted(moved.cards)])
    answering.add_totals(connection, summed(moved.totals))


@dataclass(slots=True)
class _Moved:
    """What the answers of one attempt make: reviews, each changed card once, totals."""

    reviews: list[dict[str, Any]] = field(default_factory=list)
    cards: dict[int, dict[str, Any]] = field(default_factory=dict)
    totals: list[dict[str, Any]] = field(default_factory=list)


def _moved(taken: list[Taken], numbers: Sequence[int], before: Mapping[int, Any]) -> _Moved:
    """Go through the answers one after another; a card that moved is the next one's start."""
    made = _Moved()
    cards: dict[int, Any] = dict(before)
    for one, number in zip(taken, numbers, strict=True):
        new = 0
        for fact, part in sorted(zip(one.asked.fact_ids, parts_of(one), strict=True)):
            review, card = move(one, number, fact, part, cards.get(fact))
            made.reviews.append(review)
            if card is None:
                continue
            new += fact not in cards
            first = before[fact].row_version if fact in before else 0
            made.cards[fact] = card | {"row_version": first + 1}
            cards[fact] = SimpleNamespace(**made.cards[fact])
        made.totals += totals(one, new=new)
    return made


def summed(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One row for each scope, subject and day, as a statement may touch a row only once."""
    sums: dict[tuple[Any, ...], dict[str, Any]] = {}
    for row in rows:
        key = tuple(row[name] for name in answering.TOTAL_KEY)
        have = sums.get(key)
        added = {name: row[name] + (have[name] if have else 0) for name in answering.COUNTERS}
        sums[key] = row | added
    return list(sums.values())
