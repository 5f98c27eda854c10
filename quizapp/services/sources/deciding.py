"""What a teacher decides on one candidate: approve, reject, undo.

Only here does a proposal become a fact that a pupil can meet. The questions are computed before
the transaction; inside it the candidate must still be undecided.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select, update

from quizapp.core.bank.templates.choice import CHOICE
from quizapp.services.access import Permission, require
from quizapp.services.accounts import audit
from quizapp.services.authoring.draft import tidy
from quizapp.services.context import Context, NotFound, Refused
from quizapp.services.sources import making
from quizapp.services.sources.carrying import GONE_FROM
from quizapp.services.sources.making import Made, questions_of, source_of
from quizapp.services.sources.storing import (
    Place,
    ask_for_review,
    end_review,
    retire,
    store_fact,
    store_questions,
    unretire,
)
from quizapp.services.sources.work import Work, load, made_of
from quizapp.store.models import Candidate
from quizapp.store.models import Fact as FactRow
from quizapp.store.queries import source_texts as queries
from quizapp.store.queries.people import Person

LIMITS = {"subject": 300, "statement": 600}
UNDECIDED = ("open", "gone")


def approve(
    context: Context,
    person: Person,
    slug: str,
    candidate: str,
    subject: str,
    statement: str,
    at: datetime,
) -> Made | None:
    """Make a fact of a candidate, in these words, and at once its questions.

    A fact whose place is gone is kept as it is (None comes back). Raises Refused: "no_value"
    when the statement does not say the value, "no_subject", "no_questions", "too_long",
    "decided" when it was decided meanwhile; NotFound.
    """
    require(Permission.TEACH, person)
    subject, statement = tidy(subject), tidy(statement)
    with context.store.read() as connection:
        work = load(connection, person, slug, candidate)
        row = _row(work, candidate)
        before = queries.fact_rows(connection, {row.old_fact_id or 0, row.fact_id or 0})
    if row.state == "gone":
        _decide(context, work, [row], lambda c: _keep_gone(c, person, row, at), at)
        return None
    made = _checked(work, row, subject, statement, _fact_id(row, before))
    _decide(context, work, [row], lambda c: store_approved(c, person, work, row, made, at), at)
    _enrich(context, person, work, made, at)
    return made


def _row(work: Work, candidate: str) -> Any:
    row = next((row for row in work.rows if row.public_id == candidate), None)
    if row is None:
        raise NotFound
    if work.text.version > 1 and work.text.job_state != "done":
        raise Refused("still_reading")
    return row


def _fact_id(row: Any, before: dict[int, Any]) -> str:
    """The public id that the fact will have: that of the fact it mends, or a new one."""
    old = before.get(row.old_fact_id or 0)
    if old is not None and _same_value(row, old):
        return str(old.public_id)
    taken_back = before.get(row.fact_id or 0)
    return str(taken_back.public_id) if taken_back is not None else str(row.public_id)


def _same_value(row: Any, fact: Any) -> bool:
    """Whether a candidate says what a fact says already, in whatever words."""
    if row.kind in ("year", "date", "range", "figure", "percent"):
        return (row.value, row.unit, row.approx) == (fact.value, fact.unit, fact.approx)
    return bool(row.kind == fact.kind and fact.answer in (row.value, row.text))


def _checked(work: Work, row: Any, subject: str, statement: str, fact_id: str) -> Made:
    for name, text in (("subject", subject), ("statement", statement)):
        if len(text) > LIMITS[name]:
            raise Refused("too_long", field=name, limit=str(LIMITS[name]))
    if not subject:
        raise Refused("no_subject")
    made = made_of(work, row, subject, statement, fact_id)
    if made is None:
        raise Refused("no_value", value=making.shown(row, work.text.language))
    if not made.ready:
        raise Refused("no_questions")
    return made


def _decide(
    context: Context, work: Work, rows: list[Any], store: Callable[[Connection], None], at: datetime
) -> None:
    """One decision in one transaction: these candidates, if nobody decided them meanwhile."""

    def transaction(connection: Connection) -> None:
        number = next_decision(connection, work.text.text_id)
        numbers = [row.id for row in rows]
        mine = update(Candidate).where(Candidate.id.in_(numbers), Candidate.state.in_(UNDECIDED))
        done = connection.execute(mine.values(decision=number, decided_at=at))
        if done.rowcount != len(rows):
            raise Refused("decided")
        store(connection)

    context.store.transact(transaction)


def next_decision(connection: Connection, text: int) -> int:
    """The number of the decision that is made now, from 1."""
    newest = select(func.max(Candidate.decision)).where(Candidate.text_id == text)
    return int(connection.execute(newest).scalar() or 0) + 1


def place_of(person: Person, work: Work, at: datetime) -> Place:
    """Whose the facts of a text are: its author's and its classroom's."""
    author = work.text.author_id or person.id
    return Place(author, work.text.classroom_id, work.text.source_id, at)


def store_approved(
    connection: Connection,
    person: Person,
    work: Work,
    row: Any,
    made: Made,
    at: datetime,
) -> None:
    """Make the fact of an approved candidate, with its questions, inside the transaction."""
    place = place_of(person, work, at)
    known_fact = connection.execute(
        select(FactRow.id).where(FactRow.public_id == made.fact.id)
    ).scalar()
    if row.old_fact_id is not None and row.old_fact_id != known_fact:
        retire(connection, row.old_fact_id)  # another value: another thing to remember
    fact = store_fact(connection, place, made.fact, known_fact)
    store_questions(connection, place, fact, made.ready)
    values = {
        "state": "approved",
        "fact_id": fact,
        "subject": made.subject,
        "statement": made.fact.statement,
    }
    connection.execute(update(Candidate).where(Candidate.id == row.id).values(values))
    audit(connection, at, person.id, "fact.approved", "fact", made.fact.id)


def _keep_gone(connection: Connection, person: Person, row: Any, at: datetime) -> None:
    """A fact that the text no longer states stays, because its teacher says so."""
    end_review(connection, row.old_fact_id)
    values = {"state": "approved", "fact_id": row.old_fact_id}
    connection.execute(update(Candidate).where(Candidate.id == row.id).values(values))
    audit(connection, at, person.id, "fact.kept", "candidate", row.public_id)


def reject(context: Context, person: Person, slug: str, candidate: str, at: datetime) -> None:
    """Decide that a candidate is no fact; a fact that it would have replaced is retired."""
    require(Permission.TEACH, person)
    with context.store.read() as connection:
        work = load(connection, person, slug, candidate)
    row = _row(work, candidate)

    def store(connection: Connection) -> None:
        if row.old_fact_id is not None:
            retire(connection, row.old_fact_id)
        rejected = update(Candidate).where(Candidate.id == row.id).values(state="rejected")
        connection.execute(rejected)
        audit(connection, at, person.id, "candidate.rejected", "candidate", row.public_id)

    _decide(context, work, [row], store, at)


def undo(context: Context, person: Person, slug: str, at: datetime) -> str:
    """Take the last decision back; the public id of its candidate, "" when there is none."""
    require(Permission.TEACH, person)

    def work_(connection: Connection) -> str:
        text = queries.newest_text(connection, person.id, slug)
        if text is None:
            raise NotFound
        rows = queries.last_decided(connection, text.text_id)
        for row in rows:
            _take_back(connection, row)
        if rows:
            audit(connection, at, person.id, "review.undone", "source", slug, candidates=len(rows))
        return str(rows[0].public_id) if rows else ""

    return context.store.transact(work_)


def _take_back(connection: Connection, row: Any) -> None:
    """The candidate waits again; its fact is retired, the one it replaced waits for review."""
    was_gone = row.position >= GONE_FROM
    if row.fact_id is not None and row.fact_id != row.old_fact_id:
        retire(connection, row.fact_id)
    if row.old_fact_id is not None:
        _back_to_review(connection, row.old_fact_id)
    values = {"state": "gone" if was_gone else "open", "decision": 0, "decided_at": None}
    connection.execute(update(Candidate).where(Candidate.id == row.id).values(values))


def _back_to_review(connection: Connection, fact: int) -> None:
    connection.execute(update(FactRow).where(FactRow.id == fact).values(state="approved"))
    unretire(connection, fact)
    ask_for_review(connection, [fact])


def _enrich(context: Context, person: Person, work: Work, made: Made, at: datetime) -> None:
    """Give earlier facts of the same kind the choice that they had too few wrong answers for."""
    if not made.fact.answer_class:
        return
    kin = work.facts_like(made.fact.kind.value)
    if not 2 <= len(kin) <= 4:
        return  # fewer give no choice, more have theirs already
    source = source_of(work.text)
    richer = [questions_of(fact, source, [*kin, made.fact]) for fact in kin]

    def transaction(connection: Connection) -> None:
        for one in richer:
            found = select(FactRow.id).where(
                FactRow.public_id == one.fact.id, FactRow.state == "approved"
            )
            number = connection.execute(found).scalar()
            if number is not None and any(q.template == CHOICE for q in one.ready):
                store_questions(connection, place_of(person, work, at), number, one.ready)

    context.store.transact(transaction)
