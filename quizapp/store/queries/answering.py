"""The statements of one answer, in their order: answer, cards, reviews, cards again, totals.

At most five per transaction (a statement with many rows counts once), all with bound
parameters, built at import.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, Table, and_, bindparam, delete, exists, insert, select
from sqlalchemy.sql.dml import Insert

from quizapp.store.dialect import AnyInsert, insert_pair
from quizapp.store.driver import Hot
from quizapp.store.models import Answer, Card, DayTotal, Question, QuestionVersion, Review, Voiding
from quizapp.store.prepared import Prepared
from quizapp.store.turns import TryAgain


def _table(model: type[Any]) -> Table:
    table: Table = model.__table__
    return table


ANSWERS, CARDS, REVIEWS, TOTALS, VOIDINGS = map(_table, (Answer, Card, Review, DayTotal, Voiding))
CARD_KEY = ("learner_id", "fact_id")
TOTAL_KEY = ("scope", "subject_id", "day")
COUNTERS = ("answers", "right", "introduced", "milliseconds")


def _once(statement: AnyInsert) -> Insert:
    finished: Insert = statement.on_conflict_do_nothing(
        index_elements=["learner_id", "key"]
    ).returning(ANSWERS.c.id)
    return finished


def _newest(statement: AnyInsert) -> Insert:
    fresh = statement.excluded
    finished: Insert = statement.on_conflict_do_update(
        index_elements=list(CARD_KEY),
        set_={c.name: fresh[c.name] for c in CARDS.c if c.name not in CARD_KEY},
        where=CARDS.c.row_version == fresh.row_version - 1,
    )
    return finished.execution_options(preserve_rowcount=True)


def _added(statement: AnyInsert) -> Insert:
    fresh = statement.excluded
    finished: Insert = statement.on_conflict_do_update(
        index_elements=list(TOTAL_KEY),
        set_={name: TOTALS.c[name] + fresh[name] for name in COUNTERS},
    )
    return finished


def _void_once(statement: AnyInsert) -> Insert:
    finished: Insert = statement.on_conflict_do_nothing(index_elements=["answer_id"]).returning(
        VOIDINGS.c.answer_id
    )
    return finished


INSERT_ANSWER = Prepared(insert_pair(ANSWERS, _once))
UPSERT_CARDS = Prepared(insert_pair(CARDS, _newest))
ADD_TOTALS = Prepared(insert_pair(TOTALS, _added))
INSERT_VOIDING = insert_pair(VOIDINGS, _void_once)
INSERT_REVIEWS = insert(REVIEWS)
ADD_REVIEWS = Prepared(INSERT_REVIEWS)
_cards_of = (
    select(CARDS)
    .where(
        CARDS.c.learner_id == bindparam("learner"),
        CARDS.c.fact_id.in_(bindparam("facts", expanding=True)),
    )
    .order_by(CARDS.c.fact_id)
)
CARDS_OF = Prepared(_cards_of)
LOCK_CARDS_OF = Prepared(_cards_of.with_for_update())  # SQLite's writers are alone already
STORED_ANSWER = Prepared(
    select(
        ANSWERS,
        QuestionVersion.public_id.label("version"),
        exists().where(VOIDINGS.c.answer_id == ANSWERS.c.id).label("voided"),
    )
    .join(QuestionVersion, QuestionVersion.id == ANSWERS.c.version_id)
    .where(ANSWERS.c.learner_id == bindparam("learner"), ANSWERS.c.key == bindparam("key"))
)
LAST_ANSWER = (
    select(
        ANSWERS.c.id,
        ANSWERS.c.key,
        ANSWERS.c.kind,
        ANSWERS.c.local_day,
        ANSWERS.c.outcome,
        ANSWERS.c.milliseconds,
        QuestionVersion.public_id.label("version"),
        QuestionVersion.question_id,
        and_(Question.state == "ready", Question.version_number == QuestionVersion.number).label(
            "in_force"
        ),
    )
    .join(QuestionVersion, QuestionVersion.id == ANSWERS.c.version_id)
    .join(Question, Question.id == QuestionVersion.question_id)
    .where(
        ANSWERS.c.learner_id == bindparam("learner"),
        ANSWERS.c.answered_at >= bindparam("since"),
        ~exists().where(VOIDINGS.c.answer_id == ANSWERS.c.id),
    )
    # the last one stored, also when the clock was set back meanwhile; "+ 0" keeps the index of
    # learner and instant, where the table's own order would be walked through everybody's answers
    .order_by((ANSWERS.c.id + 0).desc())
    .limit(1)
)
REVIEWS_OF = Prepared(
    select(REVIEWS).where(REVIEWS.c.answer_id == bindparam("answer")).order_by(REVIEWS.c.id)
)
DROP_CARDS = delete(CARDS).where(
    CARDS.c.learner_id == bindparam("learner"),
    CARDS.c.fact_id.in_(bindparam("facts", expanding=True)),
)


def insert_answer(connection: Hot, values: dict[str, Any]) -> int | None:
    """Store an answer under its key; its row number, or None when the key was there already."""
    row = INSERT_ANSWER.first(connection, values)
    return None if row is None else int(row[0])


def stored_answer(connection: Hot, learner: int, key: str) -> Any:
    """The answer that this learner stored under this key."""
    return STORED_ANSWER.first(connection, {"learner": learner, "key": key})


def cards_of(
    connection: Hot, learner: int, facts: Sequence[int], *, lock: bool = False
) -> dict[int, Any]:
    """The learner's cards for these facts, by fact; with `lock` until the transaction ends."""
    statement = LOCK_CARDS_OF if lock else CARDS_OF
    rows = statement.rows(connection, {"learner": learner, "facts": list(facts)})
    return {row.fact_id: row for row in rows}


def insert_reviews(connection: Hot, rows: list[dict[str, Any]]) -> None:
    """Append the reviews of one answer."""
    ADD_REVIEWS.write(connection, rows)


def upsert_cards(connection: Hot, rows: list[dict[str, Any]]) -> None:
    """Write cards, each only over the row version it was computed from; else TryAgain."""
    if UPSERT_CARDS.write(connection, rows) != len(rows):
        raise TryAgain("a card changed while its answer was being stored")


def drop_cards(connection: Connection, learner: int, facts: Sequence[int]) -> None:
    """Forget cards whose only answer was taken back."""
    connection.execute(DROP_CARDS, {"learner": learner, "facts": list(facts)})


def add_totals(connection: Hot, rows: list[dict[str, Any]]) -> None:
    """Add counts to the day totals; sorted, so that two writers never wait crosswise."""
    ordered = sorted(rows, key=lambda row: (row["scope"], row["subject_id"], row["day"]))
    ADD_TOTALS.write(connection, ordered)


def last_answer(connection: Connection, learner: int, since: datetime) -> Row[Any] | None:
    """The learner's latest answer since then that was not taken back."""
    return connection.execute(LAST_ANSWER, {"learner": learner, "since": since}).first()


def void_answer(connection: Connection, answer: int, at: datetime) -> bool:
    """Take an answer back; False when it had been taken back before."""
    row = connection.execute(INSERT_VOIDING.on(connection), {"answer_id": answer, "at": at}).first()
    return row is not None


def reviews_of(connection: Hot, answer: int) -> Sequence[Any]:
    """The reviews of one answer in the order in which they were written."""
    return REVIEWS_OF.rows(connection, {"answer": answer})


def total_row(scope: str, subject: int, day: date, **counts: int) -> dict[str, Any]:
    """One row of counts for `add_totals`; counts not named are 0."""
    return {"scope": scope, "subject_id": subject, "day": day} | {
        name: counts.get(name, 0) for name in COUNTERS
    }
