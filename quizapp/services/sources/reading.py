"""The review as a screen: the text with its values marked, one candidate, what comes next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from quizapp.core.extraction import cleaning
from quizapp.services.access import Permission, require
from quizapp.services.context import Context, NotFound
from quizapp.services.sources.comparing import Similar, known, similar
from quizapp.services.sources.deciding import UNDECIDED
from quizapp.services.sources.deciding_many import looks_clear
from quizapp.services.sources.making import shown
from quizapp.services.sources.review_screens import (
    CardView,
    NextLine,
    OldFact,
    ParagraphView,
    Piece,
    Progress,
    ReviewScreen,
)
from quizapp.services.sources.work import Work, load, made_of
from quizapp.store.queries import classrooms as classroom_queries
from quizapp.store.queries import source_texts as queries
from quizapp.store.queries.classrooms import TaughtClassroom
from quizapp.store.queries.people import Person
from quizapp.store.queries.source_texts import TextLine

WINDOW = 9_000
"""Characters of a text that stand on the page at a time, around the candidate."""
NEXT = 5
NOBODY_WORKS = timedelta(seconds=15)
"""A job that waits longer than this has no worker."""


def texts(context: Context, person: Person) -> tuple[TextLine, ...]:
    """The texts of a teacher, the newest first."""
    require(Permission.TEACH, person)
    with context.store.read() as connection:
        return queries.own_texts(connection, person.id)


def audiences(context: Context, person: Person) -> tuple[TaughtClassroom, ...]:
    """The classrooms whose pupils a text's questions can be for."""
    with context.store.read() as connection:
        return classroom_queries.taught_by(connection, person.id)


def text_to_change(context: Context, person: Person, slug: str) -> Any:
    """The newest version of a text with its source. NotFound for texts of others."""
    with context.store.read() as connection:
        row = queries.newest_text(connection, person.id, slug)
    if row is None:
        raise NotFound
    return row


def review(
    context: Context,
    person: Person,
    slug: str,
    at: datetime,
    *,
    candidate: str = "",
    line: int = 0,
    typed: tuple[str, str] | None = None,
) -> ReviewScreen:
    """The review of a text, at a candidate (the first undecided one by default).

    `line` moves the part of the text that is shown, `typed` are subject and statement as they
    stand in the form. NotFound for texts of others.
    """
    require(Permission.TEACH, person)
    with context.store.read() as connection:
        work = load(connection, person, slug)
        current = _current(work.rows, candidate)
        old = queries.fact_rows(connection, {current.old_fact_id or 0} if current else set())
        compared = (
            queries.facts_to_compare(connection, person.id, work.text.language) if current else []
        )
        asked = queries.question_counts(connection, work.text.text_id)
    numbers = _numbers(work.text)
    states = [row.state for row in work.rows]
    waiting = [row for row in work.rows if row.state in UNDECIDED and row is not current]
    card = None
    if current is not None:
        card = _card(work, current, numbers, compared, old, asked, typed)
    shown_lines, before, after = _window(work, current, line)
    return ReviewScreen(
        slug=slug,
        title=work.text.title,
        language=work.text.language,
        version=work.text.version,
        classroom=work.place,
        progress=_progress(work.text, at),
        total=len(states),
        approved=states.count("approved"),
        rejected=states.count("rejected"),
        changed=sum(row.old_fact_id is not None and row.state in UNDECIDED for row in work.rows),
        clear=sum(looks_clear(row) for row in work.rows),
        questions=sum(asked.values()),
        can_undo=any(row.decision for row in work.rows),
        card=card,
        waiting=tuple(_next(row, numbers, work.text.language) for row in waiting[:NEXT]),
        left=len(waiting),
        paragraphs=_paragraphs(work, current, numbers, shown_lines),
        before=before,
        after=after,
    )


def _progress(text: Any, at: datetime) -> Progress:
    alone = text.job_state == "waiting" and at - text.job_created_at > NOBODY_WORKS
    return Progress(
        text.job_state, text.job_done, text.job_total, text.job_found, text.job_reason, alone
    )


def _current(rows: Iterable[Any], candidate: str) -> Any:
    """The candidate that was asked for, else the first undecided one: what changed comes first."""
    if candidate:
        return next((row for row in rows if row.public_id == candidate), None)
    undecided = [row for row in rows if row.state in UNDECIDED]
    return min(undecided, key=lambda row: (row.old_fact_id is None, row.position), default=None)


def _numbers(text: Any) -> dict[int, int]:
    """Lines of the text and the numbers by which readers know the paragraphs."""
    return {line: number for number, line in enumerate(text.paragraphs, start=1)}


def _next(row: Any, numbers: dict[int, int], code: str) -> NextLine:
    return NextLine(row.public_id, row.kind, shown(row, code), numbers.get(row.paragraph, 0))


def _card(
    work: Work,
    row: Any,
    numbers: dict[int, int],
    compared: list[Any],
    old: dict[int, Any],
    asked: dict[int, int],
    typed: tuple[str, str] | None,
) -> CardView:
    subject, statement = typed or (row.subject, row.statement)
    made = None if row.state == "gone" else made_of(work, row, subject, statement, "")
    before = old.get(row.old_fact_id or 0)
    beside: tuple[Similar, ...] = ()
    if made is not None and row.state == "open":
        beside = similar(made.fact, known(compared), row.old_fact_id)
    problem = ""
    if made is None and row.state != "gone":
        problem = "no_value"
    elif made is not None and not made.ready:
        problem = "no_questions"
    return CardView(
        public_id=row.public_id,
        kind=row.kind,
        state=row.state,
        answer=shown(row, work.text.language),
        value=row.value,
        unit=row.unit,
        approx=row.approx,
        paragraph=numbers.get(row.paragraph, 0),
        line=row.paragraph,
        sentence=_sentence(work, row),
        subject=subject,
        statement=statement,
        needs_subject=bool(row.needs) and typed is None and row.state == "open",
        makes=len(made.ready) if made else 0,
        blocked=tuple((flaw.code, question.stem) for question, flaw in made.blocked)
        if made
        else (),
        problem=problem,
        similar=beside,
        old=None
        if before is None
        else OldFact(before.statement, before.answer, before.value, asked.get(before.id, 0)),
        origin=row.origin,
    )


def _sentence(work: Work, row: Any) -> tuple[Piece, ...]:
    """The candidate's sentence with the values in it marked."""
    lines = work.text.text.split("\n")
    line = lines[row.paragraph - 1] if row.paragraph <= len(lines) else ""
    start = line.rfind(row.sentence, 0, row.start + len(row.sentence))
    if row.state == "gone" or start < 0:
        return (Piece(row.sentence),)
    end = start + len(row.sentence)
    beside = [one for one in work.rows if one.paragraph == row.paragraph]
    return _marked(line, beside, row, start, end)


def _marked(
    line: str, rows: Iterable[Any], current: Any, start: int, end: int
) -> tuple[Piece, ...]:
    """Characters of a line as pieces, the values of its candidates marked."""
    pieces: list[Piece] = []
    at = start
    for row in sorted(rows, key=lambda one: (one.start, -len(one.text))):
        stop = row.start + len(row.text)
        inside = at <= row.start and stop <= end and row.state != "gone"
        if not inside or line[row.start : stop] != row.text:
            continue
        if at < row.start:
            pieces.append(Piece(line[at : row.start]))
        pieces.append(Piece(row.text, row.state, row.public_id, row is current))
        at = stop
    if at < end:
        pieces.append(Piece(line[at:end]))
    return tuple(pieces)


def _window(work: Work, current: Any, line: int) -> tuple[range, int, int]:
    """The lines to show, and the lines that the links to earlier and later ones lead to (or 0)."""
    lines = work.text.text.split("\n")
    middle = line or (current.paragraph if current is not None else 1)
    first = last = max(1, min(middle, len(lines)))
    size = len(lines[first - 1])
    while size < WINDOW and (first > 1 or last < len(lines)):
        if last < len(lines):
            last += 1
            size += len(lines[last - 1])
        if first > 1 and size < WINDOW:
            first -= 1
            size += len(lines[first - 1])
    return (
        range(first, last + 1),
        first - 1 if first > 1 else 0,
        last + 1 if last < len(lines) else 0,
    )


def _paragraphs(
    work: Work, current: Any, numbers: dict[int, int], shown_lines: range
) -> tuple[ParagraphView, ...]:
    lines = work.text.text.split("\n")
    reasons = {
        line: why
        for line in shown_lines
        if line not in numbers  # what was read is no furniture: asking again takes time
        and line not in work.text.restored
        and (why := cleaning.reason(lines[line - 1]))
    }
    by_line: dict[int, list[Any]] = {}
    for row in work.rows:
        by_line.setdefault(row.paragraph, []).append(row)
    return tuple(
        ParagraphView(
            number,
            0 if number in reasons else numbers.get(number, 0),
            _marked(lines[number - 1], by_line.get(number, ()), current, 0, len(lines[number - 1])),
            reasons.get(number, ""),
        )
        for number in shown_lines
    )
