"""Reading a text: the job's work, in short transactions, each proving that the job is still ours.

Nothing is computed under the write lock. A worker that takes a job over goes on behind the last
candidate that was stored: the rules find the same ones in the same order.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import groupby, islice
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from quizapp.core.extraction import cleaning
from quizapp.core.extraction.candidates import find
from quizapp.core.extraction.model import Candidate, Paragraph
from quizapp.core.extraction.proposing import propose
from quizapp.services.context import Context
from quizapp.services.sources.carrying import carry_over, plan
from quizapp.services.sources.leases import Claim, JobLost, claim, finish, step
from quizapp.services.sources.making import shown_subject
from quizapp.services.sources.proposers import Proposer, none_installed
from quizapp.store.base import new_public_id
from quizapp.store.models import Candidate as Row
from quizapp.store.models import Source
from quizapp.store.queries import source_texts as queries

log = logging.getLogger("quizapp")
Clock = Callable[[], datetime]
FIRST, BATCH = 10, 100
"""Candidates that are stored at a time: few at first, so that there is something to look at."""
MOST = 5_000
"""Candidates of a text that are kept; nobody reviews more."""
IN_A_PARAGRAPH = 1_000
"""Positions of candidates: so many for each paragraph."""
_LONGEST = 200


def work_once(
    context: Context, clock: Clock, worker: str, proposer: Proposer = none_installed
) -> bool:
    """Do one job to its end; False when there was none. A fault of ours fails the job alone."""
    held = claim(context, worker, clock())
    if held is not None:
        work_on(context, clock, held, proposer)
    return held is not None


def work_on(context: Context, clock: Clock, held: Claim, proposer: Proposer) -> None:
    """Do the job in hand to its end. A fault of ours fails the job alone."""
    try:
        _read(context, held, clock, proposer)
    except JobLost:
        log.info("job %s is no longer ours", held.job)
    except Exception:
        log.exception("job %s failed", held.job)
        _fail(context, held, clock)


def _fail(context: Context, held: Claim, clock: Clock) -> None:
    try:
        context.store.transact(
            lambda connection: finish(connection, held, clock(), "failed", "fault")
        )
    except JobLost:
        log.info("job %s was taken over before it failed", held.job)


def _read(context: Context, held: Claim, clock: Clock, proposer: Proposer) -> None:
    with context.store.read() as connection:
        text: Any = queries.text_of_job(connection, held.text)
        stored = connection.execute(
            select(func.max(Row.position), func.count()).where(Row.text_id == held.text)
        ).one()
    paragraphs, _dropped = cleaning.clean(text.text, frozenset(text.restored))
    _begin(context, held, clock, text, paragraphs)
    found = numbered(find(paragraphs, text.language))
    fresh = ((place, one) for place, one in found if place > (stored[0] or 0))
    count = int(stored[1])
    size = FIRST
    while count < MOST and (batch := list(islice(fresh, min(size, MOST - count)))):
        count += len(batch)
        store_batch(context, held, clock, text.language, batch, found=count)
        size = BATCH

    def beat() -> None:
        context.store.transact(lambda connection: step(connection, held, clock(), stage="asking"))

    extra = proposer(paragraphs, text.language, beat)
    _finish(context, held, clock, text, extra, count)


def _begin(
    context: Context, held: Claim, clock: Clock, text: Any, paragraphs: tuple[Paragraph, ...]
) -> None:
    def work(connection: Connection) -> None:
        step(connection, held, clock(), stage="finding", total=text.text.count("\n") + 1)
        if text.version == 1:
            numbers = [paragraph.number for paragraph in paragraphs]
            connection.execute(
                update(Source).where(Source.id == text.source_id).values(paragraphs=numbers)
            )

    context.store.transact(work)


def numbered(found: Iterable[Candidate]) -> Iterator[tuple[int, Candidate]]:
    """Candidates with their positions in the text."""
    for paragraph, members in groupby(found, key=lambda one: one.paragraph):
        for index, one in enumerate(islice(members, IN_A_PARAGRAPH)):
            yield paragraph * IN_A_PARAGRAPH + index, one


def store_batch(
    context: Context,
    held: Claim,
    clock: Clock,
    code: str,
    batch: list[tuple[int, Candidate]],
    *,
    found: int,
) -> None:
    """Store some candidates and how far the job is, in one transaction. Raises JobLost."""
    rows = [candidate_row(held.text, place, one, code) for place, one in batch]

    def work(connection: Connection) -> None:
        step(connection, held, clock(), done=batch[-1][1].paragraph, found=found)
        connection.execute(insert(Row), rows)

    context.store.transact(work)


def candidate_row(text: int, place: int, one: Candidate, code: str, origin: str = "rules") -> Any:
    """A candidate with its proposed statement as a row."""
    return {
        "public_id": new_public_id(),
        "text_id": text,
        "position": place,
        "paragraph": one.paragraph,
        "start": one.start,
        "kind": one.kind,
        "value": one.value[:_LONGEST],
        "unit": one.unit[:80],
        "approx": one.approx,
        "text": one.text,
        "sentence": one.sentence,
        "subject": shown_subject(one.subject)[:300],
        "statement": propose(one, code)[:600],
        "needs": list(one.needs),
        "origin": origin,
        "state": "open",
        "decision": 0,
    }


def _finish(
    context: Context,
    held: Claim,
    clock: Clock,
    text: Any,
    extra: list[tuple[str, Candidate]],
    count: int,
) -> None:
    """Names that were proposed beside the rules, then what an earlier version decided."""

    def propose_more(connection: Connection) -> int:
        step(connection, held, clock(), stage="comparing")
        return _add_proposed(connection, held, text, extra[: MOST - count])

    count += context.store.transact(propose_more)
    planned = None
    if text.version > 1:
        with context.store.read() as connection:
            planned = plan(connection, text)

    def end(connection: Connection) -> None:
        if planned is not None:
            carry_over(connection, text, planned)
        total = text.text.count("\n") + 1
        step(connection, held, clock(), stage="", done=total, found=count)
        finish(connection, held, clock(), "done", "many" if count >= MOST else "")

    context.store.transact(end)


def _add_proposed(
    connection: Connection, held: Claim, text: Any, extra: list[tuple[str, Candidate]]
) -> int:
    """Store proposals that the rules did not find at the same place; how many."""
    columns = (Row.paragraph, Row.start, Row.position)
    rows = connection.execute(select(*columns).where(Row.text_id == held.text)).all()
    taken = {(row.paragraph, row.start) for row in rows}
    places = {row.position for row in rows}
    added = []
    for origin, one in extra:
        place = one.paragraph * IN_A_PARAGRAPH
        while place in places:
            place += 1
        if (one.paragraph, one.start) in taken or place >= (one.paragraph + 1) * IN_A_PARAGRAPH:
            continue
        places.add(place)
        taken.add((one.paragraph, one.start))
        added.append(candidate_row(held.text, place, one, text.language, origin))
    if added:
        connection.execute(insert(Row), added)
    return len(added)
