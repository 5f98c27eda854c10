"""An attempt's questions as screens: while sitting, and after, as far as the rules allow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from quizapp.core.grading.verdict import Note, Outcome, Response
from quizapp.core.questions import QuestionKind
from quizapp.core.quizzes.marking import counted, hints_seen, is_settled, mark, tries_used
from quizapp.core.quizzes.reviewing import shown
from quizapp.core.quizzes.rules import CHECKED_BEHAVIOURS, Behaviour, Rules, Show
from quizapp.services.context import Context
from quizapp.services.quizzes.asked import (
    Slot,
    given_of,
    is_empty,
    order_key,
    placed_of,
    response_of,
    verdict_of,
)
from quizapp.services.quizzes.essays_told import essay_told
from quizapp.services.quizzes.screens import ResultQuestion, SittingScreen, SlotMark, Told
from quizapp.services.quizzes.settling import standing_of
from quizapp.services.screens import OptionRow, QuestionScreen
from quizapp.services.study import content
from quizapp.services.study.asking import question_screen, with_hints
from quizapp.services.study.keys import FormKey
from quizapp.services.study.verdicts import marked_options


@dataclass(frozen=True, slots=True)
class Given:
    """An attempt with all that was given in it, at one moment.

    `row` is that of `queries.sitting.attempt`, `slots` those of `positions`.
    """

    row: Any
    rules: Rules
    slots: Sequence[Any]
    responses: Mapping[int, list[Any]]
    at: datetime

    def to(self, position: int) -> list[Any]:
        """The responses to one question, in the order of storing."""
        return self.responses.get(position, [])

    @property
    def allowed(self) -> frozenset[Show]:
        """What may be shown now."""
        return shown(self.rules, standing_of(self.row), self.at)


def slot_marks(given: Given) -> tuple[SlotMark, ...]:
    """The list of questions with their states."""
    return tuple(SlotMark(slot.position, _state(given, slot.position)) for slot in given.slots)


def _state(given: Given, position: int) -> str:
    responses = given.to(position)
    if not responses or is_empty(response_of(responses[-1])):
        return "open"
    checked = [one for one in responses if one.checked]
    if checked:
        told = Show.MARKS in given.allowed
        right = checked[-1].outcome in (Outcome.RIGHT.value, Outcome.ACCEPTED.value)
        return ("right" if right else str(checked[-1].outcome)) if told else "checked"
    return "unclear" if responses[-1].outcome == Outcome.UNCLEAR.value else "saved"


def sitting_screen(context: Context, given: Given, slot: Slot, key: FormKey) -> SittingScreen:
    """One question while sitting; `key` is that of the form."""
    responses = given.to(slot.position)
    rules, row = given.rules, given.row
    so_far = given_of(responses)
    settled = is_settled(rules, so_far)
    last = response_of(responses[-1]) if responses else Response()
    unclear = bool(responses) and responses[-1].outcome == Outcome.UNCLEAR.value
    notes = verdict_of(responses[-1]).notes if unclear else ()
    order = order_key(row.seed, slot.position, len(given.slots))
    seen = hints_seen(rules, so_far, len(slot.asked.question.hints))
    question = _question(context, slot, order, last, notes)
    question = with_hints(question, slot.asked, 0 if settled else seen)
    told = _told_while_sitting(given, slot, settled=settled)
    if settled:
        question = replace(question, options=_marked(context, slot, order, last, told))
    return SittingScreen(
        attempt=row.public_id,
        title=row.title,
        question=replace(question, key=key.text, position=slot.position, total=len(given.slots)),
        slots=slot_marks(given),
        behaviour=rules.behaviour,
        points=slot.points,
        ends_at=row.ends_at,
        at=given.at,
        tries_used=tries_used(so_far),
        tries_allowed=rules.tries_allowed,
        settled=settled,
        certainty=responses[-1].certainty if responses else "",
        dont_know=last.dont_know,
        told=told,
        hint_costs=_hint_costs(rules, settled=settled),
    )


def _hint_costs(rules: Rules, *, settled: bool) -> float | None:
    takes = rules.behaviour is Behaviour.TRIES and not settled
    return rules.try_penalty if takes else None


def _question(
    context: Context, slot: Slot, order: FormKey, last: Response, notes: tuple[Note, ...]
) -> QuestionScreen:
    placed = placed_of(context, slot.asked.question, order, last)
    options = content.option_list(context, slot.asked.question, order.text, placed)
    return question_screen(
        context, slot.asked, order, given=last.text, options=options, notes=notes
    )


def _marked(
    context: Context, slot: Slot, order: FormKey, last: Response, told: Told | None
) -> tuple[OptionRow, ...]:
    """The options after the answer; without leave to show what is right only the own choice."""
    rows = marked_options(context, slot.asked, order.text, last.chosen)
    if told is not None and Show.RIGHT in told.shown:
        return rows
    return ()


def _told_while_sitting(given: Given, slot: Slot, *, settled: bool) -> Told | None:
    """What may be told of a checked answer; what is right only when no try is left."""
    checked = [one for one in given.to(slot.position) if one.checked]
    if given.rules.behaviour not in CHECKED_BEHAVIOURS or not checked:
        return None
    allowed = given.allowed if settled else given.allowed - {Show.RIGHT, Show.SOURCE}
    value = mark(given.rules, given_of(given.to(slot.position)), slot.points)
    return told_of(slot, checked[-1], value, allowed)


def told_of(slot: Slot, row: Any, value: float, allowed: frozenset[Show]) -> Told:
    """What these leaves allow to tell of a stored response (None: nothing was given)."""
    question = slot.asked.question
    verdict = None if row is None else verdict_of(row)
    given = Response() if row is None else response_of(row)
    outcome = Outcome.NOT_YET
    if verdict is not None and verdict.outcome is not Outcome.UNCLEAR:
        outcome = verdict.outcome
    notes = verdict.notes if verdict is not None else ()
    if Show.RIGHT not in allowed:
        notes = tuple(note for note in notes if note.code in _TELLS_NO_ANSWER)
    return Told(
        outcome=outcome if Show.MARKS in allowed else None,
        mark=value if Show.MARKS in allowed else None,
        points=slot.points,
        notes=notes if Show.FEEDBACK in allowed else (),
        answer=question.key.text if Show.RIGHT in allowed else "",
        explanation=question.explanation
        if Show.FEEDBACK in allowed and Show.RIGHT in allowed
        else "",
        facts=slot.asked.facts if Show.SOURCE in allowed else (),
        given=given.text if Show.OWN in allowed else "",
        certainty=row.certainty if row is not None and Show.OWN in allowed else "",
        dont_know=given.dont_know,
        shown=allowed,
    )


def explanation(slot: Slot, allowed: frozenset[Show]) -> str:
    """The question's explanation; not where it only says what the facts beside it say."""
    text = slot.asked.question.explanation
    said = Show.SOURCE in allowed and all(one.statement in text for one in slot.asked.facts)
    return text if allowed >= {Show.FEEDBACK, Show.RIGHT} and not said else ""


_TELLS_NO_ANSWER = frozenset({"some_missing", "some_wrong", "in_place", "coarser_than_asked"})
"""Notes that help without saying what is right: for tries that are left."""


def result_question(
    context: Context, given: Given, slot: Slot, essay_mark: Any = None
) -> ResultQuestion:
    """One question of a submitted attempt, as far as it may be shown now.

    `essay_mark` is the newest mark of an essay, None without one.
    """
    responses = given.to(slot.position)
    index = counted(given.rules, given_of(responses))
    row = None if index is None else responses[index]
    allowed = given.allowed
    told = told_of(slot, row, slot.mark or 0.0, allowed)
    essay = None
    if slot.asked.question.kind is QuestionKind.ESSAY:
        told, essay = essay_told(slot, told, essay_mark)
    last = Response() if row is None or Show.OWN not in allowed else response_of(row)
    order = order_key(given.row.seed, slot.position, len(given.slots))
    question = replace(
        _question(context, slot, order, last, ()),
        key="",
        position=slot.position,
        total=len(given.slots),
    )
    if Show.RIGHT in allowed and essay is None:
        question = replace(
            question, options=marked_options(context, slot.asked, order.text, last.chosen)
        )
    return ResultQuestion(question, told, essay=essay)
