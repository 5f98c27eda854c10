"""Regrades in what learners remember: answers, reviews, cards and totals follow the decisions.

An answer is never overwritten. It is voided, and where it was judged again a corrected one of the
same instant stands beside it, whose reviews take the places of the old ones; then each card goes
through its reviews again, also through those that came after. What stands follows from the
decisions in force alone, so that doing, undoing and a later release all end here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from quizapp.core.grading.ratings import rate
from quizapp.core.grading.verdict import Note, Outcome, Verdict
from quizapp.core.questions import QuestionKind
from quizapp.services.quizzes.asked import response_of
from quizapp.services.quizzes.joining import summed
from quizapp.services.quizzes.regrade_lines import OUT, RIGHT
from quizapp.services.study.chains import Chain, reviews_in_force
from quizapp.services.study.taking import digest_of_response
from quizapp.store.models import Question
from quizapp.store.queries import answering
from quizapp.store.queries import regrading as queries
from quizapp.store.queries.people import Person, person_with

REVIEWS = answering.REVIEWS


@dataclass(slots=True)
class _Mending:
    """One learner's part: the cards to go through again, and what the totals gain or lose."""

    person: Person
    at: datetime
    facts: set[int] = field(default_factory=set)
    totals: list[dict[str, Any]] = field(default_factory=list)


def mend(connection: Connection, attempts: Sequence[Any], at: datetime) -> None:
    """Bring the memory of these released attempts (rows, held) to what the regrades say."""
    lines = queries.lines_of_attempts(connection, [row.id for row in attempts])
    mended: dict[int, _Mending] = {}
    for row in sorted(attempts, key=lambda one: (one.learner_id, one.id)):
        places = {position for number, position in lines if number == row.id}
        if row.released_at is None or not places:
            continue
        if row.learner_id not in mended:
            person = person_with(connection, row.learner_id)
            mended[row.learner_id] = _Mending(person, at)
        for position in sorted(places):
            _settle(connection, mended[row.learner_id], row, lines[row.id, position])
    totals: list[dict[str, Any]] = []
    for one in mended.values():
        cards = answering.cards_of(connection, one.person.id, sorted(one.facts), lock=True)
        for fact in sorted(one.facts):
            _replay(connection, one, fact, cards.get(fact))
        totals += one.totals
    if totals:
        answering.add_totals(connection, summed(totals))


def _settle(connection: Connection, mending: _Mending, row: Any, lines: list[Any]) -> None:
    """Let the answer stand that the regrades of this place want."""
    base = f"attempt.{row.public_id}.{lines[0].position}"
    key_of = {line.regrade_id: f"{base}.regrade.{line.regrade}" for line in lines}
    there = queries.answers_under(connection, row.learner_id, [base, *key_of.values()])
    if base not in there:
        return
    wanted, verdict = _wanted(base, lines, key_of)
    live = next((one for one in there.values() if not one.voided), None)
    if (live.key if live else "") == wanted:
        return
    place = live or min(there.values(), key=lambda one: _first_review(connection, one))
    _hold_cards(connection, mending, place)
    if live is not None:
        answering.void_answer(connection, live.id, mending.at)
        _count(connection, mending, live, -1)
    if not wanted:
        return
    new = there.get(wanted)
    if new is None:
        new = _corrected(connection, mending, there[base], place, wanted, verdict or {})
    else:
        voidings = answering.VOIDINGS
        connection.execute(delete(voidings).where(voidings.c.answer_id == new.id))
    _change_places(connection, place.id, new.id)
    _count(connection, mending, new, 1)


def _wanted(
    base: str, lines: list[Any], key_of: dict[int, str]
) -> tuple[str, dict[str, Any] | None]:
    """The key of the answer that is to stand ("" for none), and its verdict where it has one."""
    for line in reversed(lines):
        if line.undone_at is None and line.memory is not None:
            if line.memory == OUT:
                return "", None
            return key_of[line.regrade_id], line.memory
    return base, None


def _first_review(connection: Connection, answer: Any) -> int:
    """Where an answer stands in the order of the log of reviews."""
    return min(int(review.id) for review in answering.reviews_of(connection, answer.id))


def _hold_cards(connection: Connection, mending: _Mending, answer: Any) -> None:
    """Keep the learner's own answers to these facts waiting until this transaction ends."""
    facts = [review.fact_id for review in answering.reviews_of(connection, answer.id)]
    answering.cards_of(connection, mending.person.id, sorted(facts), lock=True)


def _corrected(
    connection: Connection, mending: _Mending, base: Any, place: Any, key: str, kept: dict[str, Any]
) -> Any:
    """A new answer of the same instant with the new verdict, and its reviews."""
    given = queries.response_in_row(connection, kept["response"])
    columns = {c.name: getattr(base, c.name) for c in answering.ANSWERS.c if c.name != "id"}
    columns |= {
        "key": key,
        "content_digest": digest_of_response(response_of(given)),
        **{name: getattr(given, name) for name in ("response_text", "response_chosen")},
        "dont_know": given.dont_know,
        "certainty": given.certainty,
        **{name: kept[name] for name in ("hints", "outcome", "score", "notes")},
    }
    stored = insert(answering.ANSWERS).values(columns).returning(answering.ANSWERS.c.id)
    number = connection.execute(stored).scalar_one()
    kind = connection.execute(
        select(Question.kind).where(Question.id == base.question_id)
    ).scalar_one()
    share_of = dict(kept["parts"])
    for review in answering.reviews_of(connection, place.id):
        share = share_of.get(review.fact_id, kept["score"])
        rating = _rating(mending.person, QuestionKind(kind), kept, share, columns, review.before)
        values = _columns(review) | {"answer_id": number, "part_score": share}
        del values["id"]
        connection.execute(insert(REVIEWS).values(values | {"rating": int(rating)}))
    return queries.answers_under(connection, base.learner_id, [key])[key]


def _rating(
    person: Person,
    kind: QuestionKind,
    kept: dict[str, Any],
    share: float,
    answer: dict[str, Any],
    before: dict[str, Any] | None,
) -> int:
    """The rating as it would have been when the answer was given."""
    notes = tuple(Note(one["code"], one["values"]) for one in kept["notes"])
    last_day = before["last_day"] if before else None
    return rate(
        kind,
        Verdict(Outcome(kept["outcome"]), share, notes),
        milliseconds=None if person.no_speed else answer["milliseconds"],
        hints=answer["hints"],
        certainty=answer["certainty"],
        own_fast_milliseconds=None,
        accommodated=person.no_speed,
        repeated_today=last_day == answer["local_day"].isoformat(),
    )


def _columns(review: Any) -> dict[str, Any]:
    return {column.name: getattr(review, column.name) for column in REVIEWS.c}


def _change_places(connection: Connection, old: int, new: int) -> None:
    """Let the reviews of one answer stand where those of the other stood in the log's order."""
    if old == new:
        return
    here = {row.fact_id: _columns(row) for row in answering.reviews_of(connection, old)}
    there = {row.fact_id: _columns(row) for row in answering.reviews_of(connection, new)}
    swapped = []
    for fact in sorted(here.keys() & there.keys()):
        swapped.append(there[fact] | {"id": here[fact]["id"]})
        swapped.append(here[fact] | {"id": there[fact]["id"]})
    connection.execute(delete(REVIEWS).where(REVIEWS.c.id.in_([one["id"] for one in swapped])))
    connection.execute(insert(REVIEWS), swapped)


def _count(connection: Connection, mending: _Mending, answer: Any, sign: int) -> None:
    """The answer into the totals of its day, or out of them; its facts are gone through again."""
    facts = [review.fact_id for review in answering.reviews_of(connection, answer.id)]
    mending.facts.update(facts)
    counts = {
        "answers": sign,
        "right": sign * int(answer.outcome in RIGHT),
        "milliseconds": sign * answer.milliseconds,
    }
    subjects = [("fact", fact) for fact in facts]
    subjects += [("question", answer.question_id), ("learner", answer.learner_id)]
    mending.totals += [
        answering.total_row(scope, subject, answer.local_day, **counts)
        for scope, subject in subjects
    ]


def _replay(connection: Connection, mending: _Mending, fact: int, card: Any) -> None:
    """Go through one card's reviews again: the later ones, the card, the day it was met.

    Which answer of a quiz was its day's first is asked anew: an earlier one may have gone or come.
    """
    person, chain, first = mending.person, Chain(mending.person.public_id), None
    rows = reviews_in_force(connection, person.id, fact)
    sat = queries.not_studied(connection, [row["answer_id"] for row in rows])
    for row in rows:
        question = row.pop("question_id")
        counts = row["answer_id"] not in sat or chain.counts(row)
        taken = chain.take(row | {"counts": counts}, question)
        if first is None and counts:
            first = row["local_day"]
        moved = {name: taken[name] for name in ("counts", "before", "after", "due")}
        if any(row[name] != value for name, value in moved.items()):
            connection.execute(update(REVIEWS).where(REVIEWS.c.id == row["id"]).values(moved))
    met = None if card is None else card.introduced_day
    for day, sign in ((met, -1), (first, 1)):
        if day is not None and met != first:
            row = answering.total_row("learner", person.id, day, introduced=sign)
            mending.totals.append(row)
    if first is None:
        answering.drop_cards(connection, person.id, [fact])
        return
    columns = chain.columns() | {"learner_id": person.id, "fact_id": fact, "introduced_day": first}
    columns["row_version"] = 1 if card is None else card.row_version + 1
    answering.upsert_cards(connection, [columns])
