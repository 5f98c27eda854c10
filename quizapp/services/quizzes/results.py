"""A submitted attempt as its learner reads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from quizapp.core.grading.verdict import Outcome
from quizapp.core.questions import PERSON_MARKED_KINDS
from quizapp.core.quizzes.counting import Sat, counts
from quizapp.core.quizzes.reviewing import TELLING, moment
from quizapp.core.quizzes.rules import Moment, Show, from_json
from quizapp.core.quizzes.timing import Gate, Grant, Window, gate, window_for
from quizapp.services.context import Context, NotFound
from quizapp.services.objections.reading import mine_of
from quizapp.services.quizzes import showing
from quizapp.services.quizzes.asked import Slot, is_empty, load_slots, response_of
from quizapp.services.quizzes.screens import ResultQuestion, ResultScreen
from quizapp.services.quizzes.settling import settle_own, standing_of
from quizapp.store.queries import sitting as queries
from quizapp.store.queries.essays import marks as essay_marks
from quizapp.store.queries.objections import in_attempt
from quizapp.store.queries.people import Person
from quizapp.store.queries.regrading import lines_of_attempts


class StillOpen(Exception):
    """The attempt is not submitted yet."""


def result(context: Context, person: Person, attempt: str, at: datetime) -> ResultScreen:
    """The result of an attempt, as far as its quiz shows it now.

    Raises NotFound for attempts of others, StillOpen for one that is under way.
    """
    settle_own(context, person, at)
    with context.store.read() as connection:
        row = queries.attempt(connection, person.id, attempt)
        if row is None:
            raise NotFound
        if row.state == "open":
            raise StillOpen
        rules = from_json(row.rules)
        slots = load_slots(connection, row.id, rules)
        given = showing.Given(
            row,
            rules,
            queries.positions(connection, row.id),
            queries.responses(connection, row.id),
            at,
        )
        others = [
            one
            for one in queries.attempts_of(connection, person.id)
            if one.assignment_id == row.assignment_id
        ]
        lines = lines_of_attempts(connection, [row.id])
        said = in_attempt(connection, person.id, row.id)
        marks = essay_marks(connection, [row.id]) if _has_essay(slots) else {}
    questions = tuple(
        _with_objection(
            _again(
                showing.result_question(
                    context, given, slot, _newest(marks, row.id, slot.position)
                ),
                lines[row.id, slot.position],
            ),
            said.get(slot.position),
        )
        for slot in slots
    )
    return _screen(given, questions, others)


def _has_essay(slots: Sequence[Slot]) -> bool:
    return any(slot.asked.question.kind in PERSON_MARKED_KINDS for slot in slots)


def _newest(marks: Mapping[tuple[int, int], list[Any]], attempt: int, position: int) -> Any:
    """The mark of an essay that counts, None without one."""
    given = marks.get((attempt, position))
    return given[-1] if given else None


def _again(one: ResultQuestion, lines: list[Any]) -> ResultQuestion:
    """The question with the verdict of the regrade in force, where marks are shown."""
    standing = [line for line in lines if line.undone_at is None]
    if not standing or one.told.mark is None:
        return one
    judged = (standing[-1].memory or {}).get("outcome")
    told = replace(one.told, outcome=Outcome(judged)) if judged else one.told
    return replace(one, told=told, marked_again=True)


def _with_objection(one: ResultQuestion, said: Any) -> ResultQuestion:
    """The question with what the learner found wrong with it, where it shows what is right."""
    told = None if said is None else mine_of(said)
    may_object = one.essay is None and bool(one.told.shown & TELLING)
    return replace(one, may_object=may_object, objection=told)


def _screen(
    given: showing.Given, questions: tuple[ResultQuestion, ...], others: list[Any]
) -> ResultScreen:
    row, rules = given.row, given.rules
    allowed = given.allowed
    marks = Show.MARKS in allowed
    standing = standing_of(row)
    sat = [Sat(one.number, one.score or 0.0, one.most) for one in others if one.state != "open"]
    window = window_for(Window(None, row.usual_due_at, row.closes_at), Grant(**row.accommodation))
    more_later = moment(standing, given.at) is not Moment.CLOSED and bool(
        rules.review.get(Moment.CLOSED, frozenset()) - allowed
    )
    return ResultScreen(
        attempt=row.public_id,
        quiz=row.quiz,
        title=row.title,
        number=row.number,
        classroom_zone=row.time_zone,
        submitted_at=row.submitted_at,
        ended_by=row.ended_by,
        score=row.score if marks else None,
        most=row.most,
        share=row.score / row.most if marks and row.most else None,
        right=sum(_is_right(one) for one in questions) if marks else None,
        penalty=row.penalty,
        counting=rules.counting,
        counts=row.number in counts(sat, rules.counting),
        attempts=len(others),
        attempts_left=max(0, rules.attempts - len(others)) if rules.attempts else None,
        questions=questions,
        answered=sum(_is_answered(given, one.question.position) for one in questions),
        total=len(questions),
        held_back=more_later,
        until=standing.closes_at if more_later else None,
        in_memory=row.released_at is not None and any(one.essay is None for one in questions),
        may_try_again=gate(window, rules, len(others), given.at) is Gate.OPEN,
        waiting=sum(slot.mark is None for slot in given.slots),
    )


def _is_right(one: ResultQuestion) -> bool:
    return one.essay is None and one.told.outcome in (Outcome.RIGHT, Outcome.ACCEPTED)


def _is_answered(given: showing.Given, position: int) -> bool:
    return any(not is_empty(response_of(one)) for one in given.to(position))
