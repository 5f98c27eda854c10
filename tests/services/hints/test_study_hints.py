"""Hints in study: one at a time, none before it is asked for, Hard at most afterwards."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from quizapp.core.questions import QuestionKind
from quizapp.services import authoring, study
from quizapp.services.context import Context, NotFound, Refused
from quizapp.services.screens import QuestionScreen
from quizapp.services.study import AnswerUnclear, Submission
from quizapp.store.models import Answer, Review
from quizapp.store.queries.people import Person
from tests.factories import make_question
from tests.world import NOON

HINTS = "It was a year of peace.\nThe roof came two years later."


def asked(context: Context, who: Person, **changes: object) -> QuestionScreen:
    """The teacher's question with hints, as the first one of the day."""
    make_question(context, who, hints=HINTS, **changes)
    screen = study.ask(context, who, NOON)
    assert screen is not None
    return screen


def stored(context: Context) -> tuple[int, int]:
    """Hints of the last answer, and its rating."""
    with context.store.read() as connection:
        rows = select(Answer.hints, Review.rating).join(Review, Review.answer_id == Answer.id)
        hints, rating = connection.execute(rows.order_by(Answer.id.desc())).first() or (0, 0)
        return hints, rating


def test_hints_come_one_at_a_time_and_make_a_right_answer_hard(
    context: Context, alice: Person
) -> None:
    screen = asked(context, alice)
    assert (screen.hints, screen.hints_left) == ((), 2)
    right = next(one.token for one in screen.options if one.text == "1987")
    sent = Submission(screen.key, screen.version, choice=right)
    once = study.with_next_hint(context, alice, sent)
    assert (once.hints, once.hints_left) == (("It was a year of peace.",), 1)
    assert once.key == screen.key
    assert [one.given for one in once.options if one.text == "1987"] == ["yes"]
    again = study.with_next_hint(context, alice, sent)
    assert again.hints == once.hints, "the same form sent twice shows the same hint"
    twice = study.with_next_hint(context, alice, replace(sent, hints=1))
    assert (len(twice.hints), twice.hints_left) == (2, 0)
    verdict = study.answer(context, alice, replace(sent, hints=2), "en", NOON)
    assert verdict.hints == 2
    assert stored(context) == (2, 2)
    assert study.verdict_again(context, alice, screen.key).hints == 2


def test_without_a_hint_it_is_good_and_no_form_claims_more_hints_than_there_are(
    context: Context, alice: Person
) -> None:
    screen = asked(context, alice)
    right = next(one.token for one in screen.options if one.text == "1987")
    study.answer(
        context, alice, Submission(screen.key, screen.version, choice=right, hints=9), "en", NOON
    )
    assert stored(context) == (2, 2)


def test_what_cannot_be_read_comes_back_with_its_hints(context: Context, alice: Person) -> None:
    screen = asked(context, alice, kind=QuestionKind.DATE, answer="May 1987", options=())
    sent = Submission(screen.key, screen.version, text="some day", hints=1)
    with pytest.raises(AnswerUnclear) as unclear:
        study.answer(context, alice, sent, "en", NOON)
    assert unclear.value.screen.hints == ("It was a year of peace.",)


def test_a_flashcard_after_a_hint_is_again_or_hard(context: Context, alice: Person) -> None:
    screen = asked(context, alice, kind=QuestionKind.FLASHCARD, answer="1987", options=())
    parts = (context, alice, screen.key, screen.version, NOON)
    assert [one.rating for one in study.reveal(*parts).buttons] == [1, 2, 3, 4]
    assert [one.rating for one in study.reveal(*parts, 1).buttons] == [1, 2]
    sent = Submission(screen.key, screen.version, rating=4, hints=1)
    study.answer(context, alice, sent, "en", NOON)
    assert stored(context) == (1, 2)


def test_hints_are_shown_to_nobody_else(context: Context, alice: Person, bob: Person) -> None:
    screen = asked(context, alice)
    sent = Submission(screen.key, screen.version)
    with pytest.raises((NotFound, Refused)):
        study.with_next_hint(context, bob, sent)


def test_hints_are_part_of_a_version_and_none_says_the_answer(
    context: Context, alice: Person
) -> None:
    made = make_question(context, alice, hints=HINTS)
    detail = authoring.question_detail(context, alice, made)
    draft = authoring.draft_of(detail)
    assert draft.hints == HINTS
    changed = replace(draft, hints="It is 1987, of course.\nIn the eighties.")
    found = [(one.code, one.values) for one in authoring.check(changed) if one.about == "hints"]
    assert found == [("hint_tells", {"number": "1", "text": "1987"})]
    assert authoring.save_version(context, alice, made, 1, changed, NOON) == 2
    newer = authoring.question_detail(context, alice, made)
    assert newer.current.changed == ("hints",)
    assert newer.current.question.hints == ("It is 1987, of course.", "In the eighties.")
    many = replace(draft, hints="\n".join("abcdef"))
    assert [one.code for one in authoring.check(many) if one.blocks] == ["hints_many"]
