"""Cards against the replay of their reviews.

Reviews count in the order of storing, or by time where they came from two people's logs: a card
that equals either is right.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import astuple
from itertools import groupby
from typing import Any

from sqlalchemy import Connection

from quizapp.core.memory.policy import Policy
from quizapp.core.memory.replay import ReviewStep, replay
from quizapp.core.memory.state import MemoryState, Phase, Rating
from quizapp.services.checking.findings import Report
from quizapp.services.checking.merging import Key, side_by_side
from quizapp.services.study.cards import state_of
from quizapp.store.queries import rebuilding as queries

PRECISION = 1e-9
"""Share by which stability and difficulty may differ: other machines round other last bits."""
POLICY = Policy()


def prove(connection: Connection, report: Report) -> None:
    """Find the cards that are not what their reviews make of them."""
    rows = connection.execute(queries.COUNTED_REVIEWS, execution_options=queries.STREAM)
    for key, card, reviews in side_by_side(_cards(connection), _groups(rows)):
        report.count("cards")
        report.count("reviews", len(reviews or ()))
        row = "/".join(map(str, key))
        if card is None:
            report.add("card-missing", "cards", row, f"{len(reviews)} reviews")
        elif reviews is None:
            report.add("card-without-review", "cards", row)
        elif card.phase in set(Phase) and all(1 <= one.rating <= 4 for one in reviews):
            _compare(report, row, card, reviews)


def _cards(connection: Connection) -> Iterator[tuple[Key, Any]]:
    for card in connection.execute(queries.CARDS, execution_options=queries.STREAM):
        yield (card.learner_id, card.fact_id), card


def _groups(rows: Any) -> Iterator[tuple[Key, Any]]:
    for key, group in groupby(rows, key=lambda row: (row.learner_id, row.fact_id)):
        yield key, list(group)


def _compare(report: Report, row: str, card: Any, reviews: list[Any]) -> None:
    wrong = _differences(card, reviews)
    by_time = sorted(reviews, key=lambda review: (review.at, review.id))
    if wrong and by_time != reviews:
        wrong = min(wrong, _differences(card, by_time), key=len)
    for code, seen in wrong:
        report.add(code, "cards", row, seen)


def _differences(card: Any, reviews: list[Any]) -> list[tuple[str, str]]:
    steps = [_step(review) for review in reviews]
    wrong = []
    memory, stored = replay(steps, POLICY), state_of(card)
    if not _same(memory, stored):
        wrong.append(("card-memory", f"{_said(stored)}, rebuilt {_said(memory)}"))
    if card.due != reviews[-1].due:
        wrong.append(("card-due", f"{card.due}, its last review says {reviews[-1].due}"))
    counts = (len(reviews), _lapses(steps))
    if (card.reviews, card.lapses) != counts:
        wrong.append(("card-counts", f"{(card.reviews, card.lapses)}, rebuilt {counts}"))
    origin = (reviews[0].local_day, reviews[-1].question_id)
    if (card.introduced_day, card.last_question_id) != origin:
        seen = f"{card.introduced_day} {card.last_question_id}, rebuilt {origin[0]} {origin[1]}"
        wrong.append(("card-origin", seen))
    return wrong


def _step(review: Any) -> ReviewStep:
    rating = Rating(review.rating)
    return ReviewStep(review.at, rating, review.time_zone, review.rollover_hour)


def _lapses(steps: list[ReviewStep]) -> int:
    """How often something known was forgotten: Again in the phase of review."""
    return sum(
        step.rating is Rating.AGAIN and replay(steps[:number], POLICY).phase is Phase.REVIEW
        for number, step in enumerate(steps)
    )


def _same(one: MemoryState, other: MemoryState) -> bool:
    return all(
        math.isclose(a, b, rel_tol=PRECISION)
        if isinstance(a, float) and isinstance(b, float)
        else a == b
        for a, b in zip(astuple(one), astuple(other), strict=True)
    )


def _said(state: MemoryState) -> str:
    return f"{state.phase} step {state.step} S {state.stability} D {state.difficulty}"
