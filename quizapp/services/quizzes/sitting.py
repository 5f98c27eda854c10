"""Sitting a quiz: one question at a time, each answer saved as it is given.

A response is stored once by its form's key and the turn in which it was given: the same turn
with the same content is a repeat. Another content under a turn that is stored already (the
browser's Back) is a changed answer and gets the next turn, because in a quiz an answer may be
changed until it is judged. A turn that comes after a later one of the same page came too late and
changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from quizapp.core.grading import grade
from quizapp.core.grading.verdict import Note, Outcome, Response, Verdict
from quizapp.core.memory.days import learner_day
from quizapp.core.questions import QuestionKind
from quizapp.core.quizzes.marking import CERTAINTIES, hints_taken, is_settled, may_take_hint
from quizapp.core.quizzes.rules import Rules, from_json
from quizapp.services.access import Permission, require
from quizapp.services.context import Context, NotFound, Refused
from quizapp.services.quizzes import showing
from quizapp.services.quizzes.asked import (
    Slot,
    given_of,
    is_empty,
    load_slot,
    order_key,
)
from quizapp.services.quizzes.screens import OverviewScreen, SittingScreen
from quizapp.services.quizzes.settling import BY_LEARNER, BY_TIME, over, settle, submit_locked
from quizapp.services.study.keys import FormKey, new_key, read_key
from quizapp.services.study.responding import Incomplete, Submission, response_to
from quizapp.services.study.taking import digest_of_response
from quizapp.store.queries import sitting as queries
from quizapp.store.queries.people import Person

MOST_TURNS = 9999


class AttemptOver(Exception):
    """The attempt takes nothing any more: it was submitted, or its time is over.

    `late` says that an answer was on its way and came too late.
    """

    def __init__(self, *, late: bool = False) -> None:
        super().__init__("the attempt is over")
        self.late = late


@dataclass(frozen=True, slots=True)
class Answered:
    """What the form of one question sent. `turn` counts what was sent from this page before.

    `hint` is the number of the hint that is asked for, 0 for none.
    """

    submission: Submission
    turn: int = 0
    certainty: str = ""
    check: bool = False
    hint: int = 0


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of it. `notes` ask back: then nothing was judged, `stored` says if it is kept.

    `half_done` says that the page alone holds what was given so far.
    """

    stored: bool
    notes: tuple[Note, ...] = ()
    half_done: bool = False


def page(
    context: Context, person: Person, attempt: str, position: int, at: datetime
) -> SittingScreen:
    """One question of an open attempt as it stands.

    Raises NotFound for attempts of others and places that there are not, AttemptOver.
    """
    with context.store.read() as connection:
        row = _attempt(connection, person, attempt)
        rules = from_json(row.rules)
        slots = queries.positions(connection, row.id)
        responses = queries.responses(connection, row.id)
        slot = load_slot(connection, row.id, position, rules)
    _end_unless_open(context, row, at)
    key = new_key(context, person.id, f"{attempt}:{position}", at, position, len(slots))
    given = showing.Given(row, rules, slots, responses, at)
    return showing.sitting_screen(context, given, slot, key)


def first_open(context: Context, person: Person, attempt: str, at: datetime) -> int:
    """The first place to which nothing was given, else the first. Raises as `page` does."""
    screen = overview(context, person, attempt, at)
    return screen.unanswered[0] if screen.unanswered else 1


def overview(context: Context, person: Person, attempt: str, at: datetime) -> OverviewScreen:
    """The questions of an open attempt with their states. Raises as `page` does."""
    with context.store.read() as connection:
        row = _attempt(connection, person, attempt)
        slots = queries.positions(connection, row.id)
        responses = queries.responses(connection, row.id)
    _end_unless_open(context, row, at)
    given = showing.Given(row, from_json(row.rules), slots, responses, at)
    return OverviewScreen(attempt, row.title, showing.slot_marks(given), row.ends_at, at)


def save(
    context: Context,
    person: Person,
    attempt: str,
    position: int,
    answered: Answered,
    language: str,
    at: datetime,
) -> Saved:
    """Store what was given to one question, once; with `check` also judge it for the learner.

    Raises NotFound, Refused("foreign_key"), Refused("foreign_option"), and AttemptOver when the
    time is over (the attempt is submitted then).
    """
    with context.store.read() as connection:
        row = _attempt(connection, person, attempt)
        rules = from_json(row.rules)
        slot = load_slot(connection, row.id, position, rules)
    _end_unless_open(context, row, at, late=True)
    form = read_key(context, person.id, f"{attempt}:{position}", answered.submission.key)
    half_done = False
    try:
        given = _response(context, row, slot, form, answered)
    except Incomplete as incomplete:
        if not answered.hint:
            return Saved(stored=False, notes=(incomplete.note,), half_done=True)
        given, half_done = Response(), True  # a hint is given all the same
    verdict = grade(slot.asked.question, given, language)
    unclear = verdict.outcome is Outcome.UNCLEAR
    judged = verdict.outcome not in (Outcome.UNCLEAR, Outcome.WAITING)
    check = answered.check and judged and bool(rules.tries_allowed) and not is_empty(given)
    made = _Made(person, row, slot, rules, form, answered, given, verdict, check, at)
    stored = context.store.transact(lambda c: _store(c, made))
    return Saved(stored, verdict.notes if unclear and not answered.hint else (), half_done)


def submit(context: Context, person: Person, attempt: str, at: datetime) -> None:
    """Submit an attempt; once more changes nothing. NotFound for attempts of others."""
    require(Permission.JOIN, person)

    def work(connection: Connection) -> None:
        row = _attempt(connection, person, attempt)
        locked = queries.lock(connection, row.id)
        if locked.state != "open":
            return
        ended = at if locked.ends_at is None else min(at, locked.ends_at)
        by = BY_TIME if over(locked, at) else BY_LEARNER
        submit_locked(connection, locked, ended, by, at)

    context.store.transact(work)


@dataclass(frozen=True, slots=True)
class _Made:
    """A response that was judged and is about to be stored."""

    person: Person
    row: Any
    slot: Slot
    rules: Rules
    form: FormKey
    answered: Answered
    given: Response
    verdict: Verdict
    check: bool
    at: datetime


def _attempt(connection: Connection, person: Person, attempt: str) -> Any:
    row = queries.attempt(connection, person.id, attempt)
    if row is None:
        raise NotFound
    return row


def _end_unless_open(context: Context, row: Any, at: datetime, *, late: bool = False) -> None:
    """Pass for an attempt that still takes answers; settle what is over and say so."""
    if row.state == "open" and not over(row, at):
        return
    settle(context, (row.id,), at)
    raise AttemptOver(late=late)


def _response(
    context: Context, row: Any, slot: Slot, form: FormKey, answered: Answered
) -> Response:
    """What was given; a form left untouched is an empty response."""
    sent = answered.submission
    nothing = not (sent.choice or sent.text.strip() or sent.dont_know)
    if nothing and not any(value for _, value in sent.placed):
        return Response()
    key = order_key(row.seed, slot.position, form.total)
    given = response_to(context, slot.asked, key, sent)
    if slot.asked.question.kind is QuestionKind.FLASHCARD:
        raise Refused("foreign_option")
    return given


def _store(connection: Connection, made: _Made) -> bool:
    """Append the response under the attempt's lock; whether it is stored (now or before)."""
    locked = queries.lock(connection, made.row.id)
    if locked.state != "open" or over(locked, made.at):
        raise AttemptOver(late=True)
    before = queries.responses_to(connection, made.row.id, made.slot.position)
    if is_settled(made.rules, given_of(before)):
        return False
    taken = hints_taken(given_of(before))
    there = len(made.slot.asked.question.hints)
    asks = may_take_hint(made.rules, given_of(before), there, made.answered.hint)
    if not before and is_empty(made.given) and not asks:
        return False
    digest = digest_of_response(made.given)
    turn = _turn(before, made, digest, asks=asks)
    if turn is None:
        return True
    row = _row(made, f"{made.form.text}~{turn}", digest) | {"hints": taken + asks}
    return queries.insert_response(connection, row) is not None


def _turn(before: list[Any], made: _Made, digest: str, *, asks: bool) -> int | None:
    """The turn under which to store; None for a repeat, and for what came after a later turn.

    One that `asks` for a hint is never either: it names the hint, which is given once.
    """
    same_page: dict[int, Any] = {}
    for one in before:
        page_key, _, turn = one.key.rpartition("~")
        if page_key == made.form.text:
            same_page[int(turn)] = one
    wanted = max(0, min(made.answered.turn, MOST_TURNS))
    if asks:
        return max(wanted, max(same_page, default=-1) + 1)
    stored = same_page.get(wanted)
    if stored is not None:
        content = (stored.content_digest, stored.certainty, stored.checked)
        if content == (digest, made.answered.certainty, made.check):
            return None
        return max(same_page) + 1
    return None if same_page and max(same_page) > wanted else wanted


def _row(made: _Made, key: str, digest: str) -> dict[str, Any]:
    person, given, verdict = made.person, made.given, made.verdict
    certainty = made.answered.certainty
    return {
        "attempt_id": made.row.id,
        "position": made.slot.position,
        "version_id": made.slot.asked.version_id,
        "key": key,
        "content_digest": digest,
        "response_text": given.text,
        "response_chosen": list(given.chosen),
        "response_rating": given.rating,
        "dont_know": given.dont_know,
        "certainty": certainty if certainty in CERTAINTIES else "",
        "checked": made.check,
        "outcome": verdict.outcome.value,
        "score": verdict.score,
        "parts": list(verdict.parts),
        "notes": [{"code": note.code, "values": dict(note.values)} for note in verdict.notes],
        "milliseconds": made.form.milliseconds(made.at),
        "given_at": made.at,
        "local_day": learner_day(made.at, person.time_zone, person.rollover_hour),
    }
