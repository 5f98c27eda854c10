"""Two histories of one person into one: cards from the union of reviews, totals from the answers.

Only a fact that both histories know changes: its reviews are put in the order of time, each
history in its own order of storing, and the model goes through them again with the settings that
each review was made under. The log then says what the one card did, and taking back the last
answer works as ever.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, case, delete, exists, func, insert, or_, select, update

from quizapp.core.grading.verdict import Outcome
from quizapp.services.study.chains import Chain, reviews_in_force
from quizapp.store.models import Answer, Card, DayTotal, Voiding
from quizapp.store.queries.answering import CARDS, INSERT_REVIEWS, REVIEWS, total_row
from quizapp.store.queries.people import Person

_RIGHT = Answer.outcome.in_((Outcome.RIGHT.value, Outcome.ACCEPTED.value))


def merge_cards(connection: Connection, guest: int, person: Person, stay: list[int]) -> set[date]:
    """Give the guest's cards to the person; the days on which a shared fact was met first.

    Reviews of the answers in `stay` do not come along.
    """
    days: set[date] = set()
    for fact in _shared(connection, guest, person.id, stay):
        days |= _merge_card(connection, guest, person, fact, stay)
    rest = update(Card).where(Card.learner_id == guest).values(learner_id=person.id)
    connection.execute(rest)
    return days


def _shared(connection: Connection, guest: int, person: int, stay: list[int]) -> list[int]:
    """Facts whose card is not simply the guest's own."""
    mine = select(Card.fact_id).where(Card.learner_id == person)
    behind = select(REVIEWS.c.fact_id).where(REVIEWS.c.answer_id.in_(stay))
    both = (
        select(Card.fact_id)
        .where(Card.learner_id == guest, or_(Card.fact_id.in_(mine), Card.fact_id.in_(behind)))
        .order_by(Card.fact_id)
    )
    return list(connection.execute(both).scalars())


def _merge_card(
    connection: Connection, guest: int, person: Person, fact: int, stay: list[int]
) -> set[date]:
    """One fact that both know: one chain of reviews, one card."""
    where = (CARDS.c.fact_id == fact, CARDS.c.learner_id.in_((guest, person.id)))
    cards = connection.execute(select(CARDS).where(*where).with_for_update()).all()
    theirs = reviews_in_force(connection, guest, fact)
    coming = [review for review in theirs if review["answer_id"] not in set(stay)]
    rows = list(_in_order(coming, reviews_in_force(connection, person.id, fact)))
    connection.execute(delete(CARDS).where(*where))
    if not rows:
        return {card.introduced_day for card in cards}
    chain = Chain(person.public_id)
    reviews = [chain.take(row, row.pop("question_id")) | {"learner_id": person.id} for row in rows]
    numbers = sorted(review["id"] for review in reviews)
    merged = [review | {"id": number} for review, number in zip(reviews, numbers, strict=True)]
    connection.execute(delete(REVIEWS).where(REVIEWS.c.id.in_(numbers)))
    connection.execute(INSERT_REVIEWS, merged)
    connection.execute(
        insert(CARDS),
        chain.columns()
        | {
            "learner_id": person.id,
            "fact_id": fact,
            "introduced_day": rows[0]["local_day"],
            "row_version": max(card.row_version for card in cards) + 1,
        },
    )
    return {card.introduced_day for card in cards}


def _in_order(*histories: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Both histories by time. One whose clock went back keeps its own order."""
    keyed = [list(_keyed(history, side)) for side, history in enumerate(histories)]
    return (row for *_, row in heapq.merge(*keyed, key=lambda item: item[:3]))


def _keyed(
    history: Iterable[dict[str, Any]], side: int
) -> Iterator[tuple[datetime, int, int, dict[str, Any]]]:
    latest: datetime | None = None
    for row in history:
        latest = row["at"] if latest is None else max(latest, row["at"])
        yield latest, side, row["id"], row


def merge_totals(connection: Connection, guest: int, person: int, days: set[date]) -> None:
    """Compute both learners' totals anew for these days and all days of the guest."""
    guests = select(DayTotal.day).where(DayTotal.scope == "learner", DayTotal.subject_id == guest)
    every = sorted(days | set(connection.execute(guests).scalars()))
    for learner in (guest, person):
        rows = _counted(connection, learner, every)
        old = (
            DayTotal.scope == "learner",
            DayTotal.subject_id == learner,
            DayTotal.day.in_(every),
        )
        connection.execute(delete(DayTotal).where(*old))
        if rows:
            connection.execute(insert(DayTotal), rows)


def _counted(connection: Connection, learner: int, days: list[date]) -> list[dict[str, Any]]:
    answers = connection.execute(
        select(
            Answer.local_day,
            func.count(),
            func.sum(case((_RIGHT, 1), else_=0)),
            func.sum(Answer.milliseconds),
        )
        .where(
            Answer.learner_id == learner,
            Answer.local_day.in_(days),
            ~exists().where(Voiding.answer_id == Answer.id),
        )
        .group_by(Answer.local_day)
    )
    met = connection.execute(
        select(Card.introduced_day, func.count())
        .where(Card.learner_id == learner, Card.introduced_day.in_(days))
        .group_by(Card.introduced_day)
    )
    introduced = {row[0]: int(row[1]) for row in met}
    return [
        total_row(
            "learner",
            learner,
            day,
            answers=count,
            right=int(right),
            introduced=introduced.get(day, 0),
            milliseconds=int(spent),
        )
        for day, count, right, spent in answers
    ]
