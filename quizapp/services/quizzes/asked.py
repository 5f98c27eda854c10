"""The questions of an attempt, with what was given to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from sqlalchemy import Connection

from quizapp.core.grading.matching import pairs
from quizapp.core.grading.verdict import Note, Outcome, Response, Verdict
from quizapp.core.questions import Question, QuestionKind
from quizapp.core.quizzes.marking import Given
from quizapp.core.quizzes.rules import Rules
from quizapp.services.context import Context, NotFound
from quizapp.services.study import content
from quizapp.services.study.content import HELD_OPTIONS, Asked
from quizapp.services.study.keys import FormKey
from quizapp.store.queries import sitting as queries
from quizapp.store.queries.study import option_rows


@dataclass(frozen=True, slots=True)
class Slot:
    """One question of an attempt: its place, its points, its pinned version."""

    position: int
    points: float
    mark: float | None
    asked: Asked


def load_slot(connection: Connection, row: int, position: int, rules: Rules) -> Slot:
    """One question of the attempt in this row; NotFound for a place that it does not have."""
    rows = queries.slot_rows(connection, row, position)
    if not rows:
        raise NotFound
    with_options = QuestionKind(rows[0].kind) in HELD_OPTIONS
    options = option_rows(connection, rows[0].version_id) if with_options else ()
    return _slot(rows, options, rules)


def load_slots(connection: Connection, row: int, rules: Rules) -> tuple[Slot, ...]:
    """All questions of the attempt in this row, by place."""
    options = queries.all_options(connection, row)
    rows = queries.all_slot_rows(connection, row)
    grouped = (list(group) for _, group in groupby(rows, key=lambda one: one.position))
    return tuple(_slot(group, options[group[0].version_id], rules) for group in grouped)


def _slot(rows: Sequence[Any], options: Sequence[Any], rules: Rules) -> Slot:
    asked = content.asked_of(rows, options)
    return slot_of(rows[0].position, rows[0].points, rows[0].mark, asked, rules)


def slot_of(position: int, points: float, value: float | None, asked: Asked, rules: Rules) -> Slot:
    """A question in its place; where options are not shuffled they stand as they were written."""
    if not rules.shuffle_options:
        asked = replace(asked, question=replace(asked.question, ordered=True))
    return Slot(position, points, value, asked)


def order_key(seed: str, position: int, total: int) -> FormKey:
    """What decides the order of options and their tokens: never sent to anybody."""
    return FormKey(f"{seed}:{position}", 0, position, total)


def response_of(row: Any) -> Response:
    """What was given, from a stored response."""
    return Response(
        row.response_text, tuple(row.response_chosen), row.response_rating, row.dont_know
    )


def verdict_of(row: Any) -> Verdict:
    """What a stored response was worth."""
    notes = tuple(Note(one["code"], one["values"]) for one in row.notes)
    return Verdict(Outcome(row.outcome), row.score, notes, tuple(row.parts))


def is_empty(response: Response) -> bool:
    """Whether nothing was given, not even that it is not known."""
    return not (response.text.strip() or response.chosen or response.dont_know)


def given_of(rows: Sequence[Any]) -> list[Given]:
    """The stored responses to one question as marking reads them."""
    return [
        Given(
            score=row.score,
            checked=row.checked,
            empty=is_empty(response_of(row)) or row.dont_know,
            certainty=row.certainty,
            hints=row.hints,
        )
        for row in rows
    ]


def placed_of(
    context: Context, question: Question, key: FormKey, response: Response
) -> dict[str, str]:
    """What each row of the form was given, by its token, so that the form shows it again."""
    token_of = {
        index: token for token, index in content.option_tokens(context, question, key.text).items()
    }
    if question.kind is QuestionKind.ORDERING:
        return {token_of[index]: str(place) for place, index in enumerate(response.chosen, 1)}
    if question.kind is QuestionKind.MATCHING:
        given = zip(pairs(question), response.chosen, strict=False)
        return {token_of[prompt]: token_of[partner] for prompt, partner in given}
    return {token_of[index]: "yes" for index in response.chosen}
