"""Taking the last answer back, with everything that it had moved."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from quizapp.core.grading.verdict import Outcome
from quizapp.services.context import Context
from quizapp.services.study import cards as card_rows
from quizapp.store.queries import answering as queries
from quizapp.store.queries.people import Person

SITTING = timedelta(hours=12)
"""How far back an answer can be taken back."""


def undo(context: Context, person: Person, at: datetime) -> str | None:
    """Take the learner's last answer back; the version to ask again, None if there is none.

    A question that was retired or says something else by now is not asked again as it was.

    The answer and its reviews stay in the log with a voiding beside them; the cards return to
    what they were and the totals follow.
    """

    def work(connection: Connection) -> str | None:
        last = queries.last_answer(connection, person.id, at - SITTING)
        if last is not None and last.kind != "study":
            return None  # what a quiz made of the cards since is not taken back with a key
        if last is None or not queries.void_answer(connection, last.id, at):
            return None
        reviews = queries.reviews_of(connection, last.id)
        facts = [review.fact_id for review in reviews]
        cards = queries.cards_of(connection, person.id, facts, lock=True)
        _restore(connection, person, reviews, cards)
        queries.add_totals(connection, _minus(person, last, reviews))
        return str(last.version) if last.in_force else None

    return context.store.transact(work)


def _restore(connection: Connection, person: Person, reviews: Any, cards: Any) -> None:
    """Give each card the state before its review, or drop the ones that there were not."""
    before = [
        card_rows.columns_of(review.before)
        | {
            "learner_id": person.id,
            "fact_id": review.fact_id,
            "introduced_day": cards[review.fact_id].introduced_day,
            "row_version": cards[review.fact_id].row_version + 1,
        }
        for review in reviews
        if review.before is not None
    ]
    if before:
        queries.upsert_cards(connection, before)
    met = [review.fact_id for review in reviews if review.before is None]
    if met:
        queries.drop_cards(connection, person.id, met)


def _minus(person: Person, last: Any, reviews: Any) -> list[dict[str, Any]]:
    right = int(last.outcome in (Outcome.RIGHT.value, Outcome.ACCEPTED.value))
    counts = {"answers": -1, "right": -right, "milliseconds": -last.milliseconds}
    new = sum(review.before is None for review in reviews)
    rows = [queries.total_row("fact", r.fact_id, last.local_day, **counts) for r in reviews]
    rows.append(queries.total_row("question", last.question_id, last.local_day, **counts))
    rows.append(queries.total_row("learner", person.id, last.local_day, introduced=-new, **counts))
    return rows
