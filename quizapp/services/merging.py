"""Two histories of one person into one: cards from the union of reviews, totals from the answers.

Only a fact that both histories know changes: its reviews are put in the order of time, each
history in its own order of storing, and the model goes through them again with the settings that
each review was made under. The log then says what the one card did, and taking back the last
answer works as ever.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, case, delete, exists, func, insert, or_, select, update

from quizapp.core.grading.verdict import Outcome
from quizapp.core.memory.model import outcomes
from quizapp.core.memory.policy import Policy
from quizapp.core.memory.state import MemoryState, Phase, Rating
from quizapp.services.study import cards as card_rows
from quizapp.store.models import Answer, Card, DayTotal, QuestionVersion, Voiding
from quizapp.store.queries.answering import CARDS, INSERT_REVIEWS, REVIEWS, total_row
from quizapp.store.queries.people import Person

_VOIDED = exists().where(Voiding.answer_id == REVIEWS.c.answer_id)
_RIGHT = Answer.outcome.in_((Outcome.RIGHT.value, Outcome.ACCEPTED.value))


@dataclass(slots=True)
class _Chain:
    """A card on its way through its reviews."""

    public_id: str
    memory: MemoryState = field(default_factory=MemoryState)
    due: datetime | None = None
    reviews: int = 0
    lapses: int = 0
    last_question: int | None = None

    def kept(self) -> dict[str, Any] | None:
        """The card as a review keeps it, None before the first."""
        if self.due is None:
            return None
        return card_rows.as_json(self.memory, self.due, self.reviews, self.lapses)

    def take(self, review: dict[str, Any], question: int) -> dict[str, Any]:
        """Go through one review; the review with what it did to this card."""
        if not review["counts"]:
            return review
        before = self.kept()
        if before is not None:
            before |= {"last_question_id": self.last_question}
        rating = Rating(review["rating"])
        seed = f"{self.public_id}:{review['fact_id']}:{self.reviews}"
        after = outcomes(self.memory, review["at"], _policy(review), seed)[rating]
        self.lapses += int(self.memory.phase is Phase.REVIEW and rating is Rating.AGAIN)
        self.reviews += 1
        self.memory, self.due, self.last_question = after.memory, after.due, question
        return review | {"before": before, "after": self.kept(), "due": after.due}


def _policy(review: dict[str, Any]) -> Policy:
    return Policy(
        zone=review["time_zone"],
        rollover_hour=review["rollover_hour"],
        desired_retention=review["desired_retention"],
    )


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
    coming = [r for r in _reviews(connection, guest, fact) if r["answer_id"] not in set(stay)]
    rows = list(_in_order(coming, _reviews(connection, person.id, fact)))
    connection.execute(delete(CARDS).where(*where))
    if not rows:
        return {card.introduced_day for card in cards}
    chain = _Chain(person.public_id)
    reviews = [chain.take(row, row.pop("question_id")) | {"learner_id": person.id} for row in rows]
    numbers = sorted(review["id"] for review in reviews)
    merged = [review | {"id": number} for review, number in zip(reviews, numbers, strict=True)]
    connection.execute(delete(REVIEWS).where(REVIEWS.c.id.in_(numbers)))
    connection.execute(INSERT_REVIEWS, merged)
    connection.execute(
        insert(CARDS),
        card_rows.state_columns(chain.memory)
        | {
            "learner_id": person.id,
            "fact_id": fact,
            "due": chain.due,
            "reviews": chain.reviews,
            "lapses": chain.lapses,
            "introduced_day": rows[0]["local_day"],
            "last_question_id": chain.last_question,
            "row_version": max(card.row_version for card in cards) + 1,
        },
    )
    return {card.introduced_day for card in cards}


def _reviews(connection: Connection, learner: int, fact: int) -> list[dict[str, Any]]:
    """The reviews that count of one learner and fact, in the order of storing."""
    found = connection.execute(
        select(REVIEWS, QuestionVersion.question_id)
        .join(Answer, Answer.id == REVIEWS.c.answer_id)
        .join(QuestionVersion, QuestionVersion.id == Answer.version_id)
        .where(REVIEWS.c.learner_id == learner, REVIEWS.c.fact_id == fact, ~_VOIDED)
        .order_by(REVIEWS.c.id)
    )
    return [dict(row) for row in found.mappings()]


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
