"""A quiz as its teacher tries it: the learner's screens, and nothing is kept anywhere.

Where the preview stands lies in its address: the seed that draws and orders, and the place. An
answer is judged and told at once, by the rules of the quiz for several tries and certainty.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Connection

from quizapp.core.grading import grade
from quizapp.core.grading.verdict import Note, Outcome, Response
from quizapp.core.quizzes.marking import Given, mark
from quizapp.core.quizzes.rules import EVERYTHING, Behaviour, Rules, from_json
from quizapp.services.access import Permission, require
from quizapp.services.context import Context, NotFound, Refused
from quizapp.services.quizzes.asked import Slot, order_key, placed_of, slot_of
from quizapp.services.quizzes.making import taught_quiz
from quizapp.services.quizzes.screens import Told
from quizapp.services.quizzes.showing import explanation
from quizapp.services.quizzes.sitting import Answered
from quizapp.services.quizzes.starting import drawn_for
from quizapp.services.screens import QuestionScreen
from quizapp.services.study import content
from quizapp.services.study.asking import question_screen
from quizapp.services.study.responding import Incomplete, response_to
from quizapp.services.study.verdicts import marked_options
from quizapp.store.queries import quizzes as queries
from quizapp.store.queries.people import Person
from quizapp.store.queries.study import option_rows

LONGEST_SEED = 40


@dataclass(frozen=True, slots=True)
class PreviewScreen:
    """One question of a preview; `told` once it was answered, `notes` when it is asked back."""

    quiz: str
    title: str
    seed: str
    question: QuestionScreen
    certain: bool
    told: Told | None = None
    notes: tuple[Note, ...] = ()


def preview(
    context: Context,
    person: Person,
    quiz: str,
    seed: str,
    position: int,
    answered: Answered | None = None,
    language: str = "en",
) -> PreviewScreen:
    """A question of the attempt that `seed` would give, with the verdict on `answered`.

    Stores nothing. Raises NotFound for quizzes of others and places that there are not, and
    Refused("quiz_empty").
    """
    require(Permission.TEACH, person)
    with context.store.read() as connection:
        row = taught_quiz(connection, person, quiz)
        rules = from_json(row.rules)
        slot, total = _slot(connection, row, rules, seed[:LONGEST_SEED], position)
    order = order_key(context.sign("preview", seed[:LONGEST_SEED]), position, total)
    shown = _Shown(context, row, rules, slot, seed[:LONGEST_SEED], order, total)
    return _open(shown) if answered is None else _answered(shown, answered, language)


@dataclass(frozen=True, slots=True)
class _Shown:
    """A question of a preview with everything to show it by."""

    context: Context
    row: Any
    rules: Rules
    slot: Slot
    seed: str
    order: Any
    total: int


def _slot(
    connection: Connection, row: Any, rules: Rules, seed: str, position: int
) -> tuple[Slot, int]:
    asked = SimpleNamespace(quiz_id=row.id, owner_id=row.owner_id, classroom=row.classroom)
    drawn, versions = drawn_for(connection, asked, rules, seed)
    if not drawn:
        raise Refused("quiz_empty")
    if not 1 <= position <= len(drawn):
        raise NotFound
    one = drawn[position - 1]
    rows = queries.version_rows(connection, versions[one.question])
    options = option_rows(connection, versions[one.question])
    asked_version = content.asked_of(rows, options)
    return slot_of(position, one.points, None, asked_version, rules), len(drawn)


def _open(
    shown: _Shown, given: Response | None = None, notes: tuple[Note, ...] = ()
) -> PreviewScreen:
    given = given or Response()
    asked = shown.slot.asked
    placed = placed_of(shown.context, asked.question, shown.order, given)
    options = content.option_list(shown.context, asked.question, shown.order.text, placed)
    question = question_screen(
        shown.context, asked, shown.order, given=given.text, options=options, notes=notes
    )
    return _screen(shown, question, None, notes)


def _screen(
    shown: _Shown, question: QuestionScreen, told: Told | None, notes: tuple[Note, ...] = ()
) -> PreviewScreen:
    return PreviewScreen(
        quiz=shown.row.public_id,
        title=shown.row.title,
        seed=shown.seed,
        question=replace(question, key="", position=shown.slot.position, total=shown.total),
        certain=shown.rules.behaviour is Behaviour.CERTAINTY,
        told=told,
        notes=notes,
    )


def _answered(shown: _Shown, answered: Answered, language: str) -> PreviewScreen:
    slot = shown.slot
    try:
        given = response_to(shown.context, slot.asked, shown.order, answered.submission)
    except Incomplete as incomplete:
        return _open(shown, None, (incomplete.note,))
    verdict = grade(slot.asked.question, given, language)
    if verdict.outcome is Outcome.UNCLEAR:
        return _open(shown, given, verdict.notes)
    one = Given(
        verdict.score,
        checked=bool(shown.rules.tries_allowed),
        empty=given.dont_know,
        certainty=answered.certainty,
    )
    told = Told(
        outcome=verdict.outcome,
        mark=mark(shown.rules, [one], slot.points),
        points=slot.points,
        notes=verdict.notes,
        answer=slot.asked.question.key.text,
        explanation=explanation(slot, EVERYTHING),
        facts=slot.asked.facts,
        given=given.text,
        certainty=answered.certainty,
        dont_know=given.dont_know,
        shown=EVERYTHING,
    )
    question = question_screen(shown.context, slot.asked, shown.order, given=given.text)
    marked = marked_options(shown.context, slot.asked, shown.order.text, given.chosen)
    return _screen(shown, replace(question, options=marked), told)
