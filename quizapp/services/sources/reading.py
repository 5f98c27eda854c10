"""The review as a screen: the text with its values marked, one candidate, what comes next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from quizapp.core.extraction import cleaning
from quizapp.services.access import Permission, require
from quizapp.services.context import Context, NotFound
from quizapp.services.sources.comparing import known, similar
from quizapp.services.sources.deciding import UNDECIDED
from quizapp.services.sources.deciding_many import looks_clear
from quizapp.services.sources.making import Made, shown
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
    found = _found(context, person, slug, candidate)
    card = _card(found, found.current, typed) if found.current is not None else None
    return _screen(slug, found, card, _progress(found.work.text, at), line)


@dataclass(frozen=True, slots=True)
class _Found:
    """What a review is made of: the text, the candidate at hand, and the facts beside it.

    `old` are the facts that the candidate's place gave before, `compared` those it may say over
    again, `asked` how many questions each fact has.
    """

    work: Work
    current: Any
    old: dict[int, Any]
    compared: list[Any]
    asked: dict[int, int]

    @property
    def numbers(self) -> dict[int, int]:
        """Lines of the text and the numbers by which readers know the paragraphs."""
        return {line: number for number, line in enumerate(self.work.text.paragraphs, start=1)}


def _found(context: Context, person: Person, slug: str, candidate: str) -> _Found:
    with context.store.read() as connection:
        work = load(connection, person, slug)
        current = _current(work.rows, candidate)
        old = queries.fact_rows(connection, {current.old_fact_id or 0} if current else set())
        compared = (
            queries.facts_to_compare(connection, person.id, work.text.language) if current else []
        )
        asked = queries.question_counts(connection, work.text.text_id)
    return _Found(work, current, old, compared, asked)


def _screen(
    slug: str, found: _Found, card: CardView | None, progress: Progress, line: int
) -> ReviewScreen:
    text, rows, numbers = found.work.text, found.work.rows, found.numbers
    states = [row.state for row in rows]
    waiting = [row for row in rows if row.state in UNDECIDED and row is not found.current]
    lines, before, after = _window(found.work, found.current, line)
    return ReviewScreen(
        slug=slug,
        title=text.title,
        language=text.language,
        version=text.version,
        classroom=found.work.place,
        progress=progress,
        total=len(states),
        approved=states.count("approved"),
        rejected=states.count("rejected"),
        changed=sum(row.old_fact_id is not None and row.state in UNDECIDED for row in rows),
        clear=sum(looks_clear(row) for row in rows),
        questions=sum(found.asked.values()),
        can_undo=any(row.decision for row in rows),
        card=card,
        waiting=tuple(_next(row, numbers, text.language) for row in waiting[:NEXT]),
        left=len(waiting),
        paragraphs=_paragraphs(found.work, found.current, numbers, lines),
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


def _next(row: Any, numbers: dict[int, int], code: str) -> NextLine:
    return NextLine(row.public_id, row.kind, shown(row, code), numbers.get(row.paragraph, 0))


def _card(found: _Found, row: Any, typed: tuple[str, str] | None) -> CardView:
    subject, statement = typed or (row.subject, row.statement)
    made = None if row.state == "gone" else made_of(found.work, row, subject, statement, "")
    fresh = made if row.state == "open" else None
    return CardView(
        public_id=row.public_id,
        kind=row.kind,
        state=row.state,
        answer=shown(row, found.work.text.language),
        value=row.value,
        unit=row.unit,
        approx=row.approx,
        paragraph=found.numbers.get(row.paragraph, 0),
        line=row.paragraph,
        sentence=_sentence(found.work, row),
        subject=subject,
        statement=statement,
        needs_subject=bool(row.needs) and typed is None and row.state == "open",
        makes=len(made.ready) if made else 0,
        blocked=_blocked(made),
        problem=_problem(made) if row.state != "gone" else "",
        similar=similar(fresh.fact, known(found.compared), row.old_fact_id) if fresh else (),
        old=_old_fact(found, row),
        origin=row.origin,
    )


def _blocked(made: Made | None) -> tuple[tuple[str, str], ...]:
    """The questions that lint refused, each with the finding's code."""
    return tuple((flaw.code, question.stem) for question, flaw in made.blocked) if made else ()


def _problem(made: Made | None) -> str:
    """Why a candidate cannot be approved as it stands, "" when it can."""
    if made is None:
        return "no_value"
    return "" if made.ready else "no_questions"


def _old_fact(found: _Found, row: Any) -> OldFact | None:
    """The fact that the candidate's place gave before the text was changed."""
    old = found.old.get(row.old_fact_id or 0)
    if old is None:
        return None
    return OldFact(old.statement, old.answer, old.value, found.asked.get(old.id, 0))


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
