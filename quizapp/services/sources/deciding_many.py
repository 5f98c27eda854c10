"""Approving at once every candidate that needs nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, update

from quizapp.services.access import Permission, require
from quizapp.services.context import Context, Refused
from quizapp.services.sources.comparing import known, similar
from quizapp.services.sources.deciding import next_decision, store_approved
from quizapp.services.sources.making import Made
from quizapp.services.sources.work import Work, load, made_of
from quizapp.store.models import Candidate
from quizapp.store.queries import source_texts as queries
from quizapp.store.queries.people import Person

AT_A_TIME = 20
"""Facts that are stored in one transaction when many are approved at once."""


def looks_clear(row: Any) -> bool:
    """Whether a candidate waits that needs nothing and that nobody has decided before."""
    new = row.old_fact_id is None and row.fact_id is None
    return bool(row.state == "open" and not row.needs and new)


def clean_ones(work: Work, compared: Iterable[Any]) -> list[tuple[Any, Made]]:
    """The open candidates that need nothing: subject clear, nothing alike known, questions made.

    At most as many as are stored in a few transactions.
    """
    facts = known(compared)
    found = []
    beside = {row.kind: work.facts_like(row.kind) for row in work.rows}
    for row in work.rows:
        if not looks_clear(row):
            continue
        made = made_of(work, row, row.subject, row.statement, "", beside[row.kind])
        if made is not None and made.ready and not made.blocked and not similar(made.fact, facts):
            found.append((row, made))
    return found


def approve_clean(context: Context, person: Person, slug: str, at: datetime) -> int:
    """Approve every candidate that needs nothing; how many. One decision, undone as one."""
    require(Permission.TEACH, person)
    with context.store.read() as connection:
        work = load(connection, person, slug)
        compared = queries.facts_to_compare(connection, person.id, work.text.language)
    if work.text.version > 1 and work.text.job_state != "done":
        raise Refused("still_reading")
    chosen = clean_ones(work, compared)
    number = 0
    for start in range(0, len(chosen), AT_A_TIME):
        number = _approve_some(context, person, work, chosen[start : start + AT_A_TIME], number, at)
    return len(chosen)


def _approve_some(
    context: Context,
    person: Person,
    work: Work,
    chosen: list[tuple[Any, Made]],
    number: int,
    at: datetime,
) -> int:
    def transaction(connection: Connection) -> int:
        decision = number or next_decision(connection, work.text.text_id)
        for row, made in chosen:
            mine = update(Candidate).where(Candidate.id == row.id, Candidate.state == "open")
            done = connection.execute(mine.values(decision=decision, decided_at=at))
            if done.rowcount:
                store_approved(connection, person, work, row, made, at)
        return decision

    return context.store.transact(transaction)
