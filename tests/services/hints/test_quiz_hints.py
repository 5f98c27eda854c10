"""Hints of a quiz with several tries: by request at a price, by a wrong try for nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from quizapp.core.questions import QuestionKind
from quizapp.core.quizzes.rules import Behaviour, Rules
from quizapp.services import quizzes
from quizapp.services.authoring import DraftOption
from quizapp.services.context import Context
from quizapp.services.quizzes import Answered, Saved
from quizapp.services.study import Submission
from quizapp.store.queries.people import Person
from tests.factories import make_question
from tests.services.quizzes.sittings import a_class
from tests.world import NOON

TRIES = Rules(behaviour=Behaviour.TRIES, tries=3, try_penalty=0.25, shuffle_questions=False)
PAIRS = (DraftOption("cellar", partner="1901"), DraftOption("hall", partner="1920"))


class Sitting:
    """Bob at the one question of a quiz; every step is five seconds later."""

    def __init__(self, context: Context, teacher: Person, who: Person, **changes: object) -> None:
        self.context, self.who, self.at = context, who, NOON
        room = a_class(context, teacher, who)
        question = make_question(
            context, teacher, audience=room.room, hints="One.\nTwo.", **changes
        )
        quiz = room.quiz(TRIES, (question,), classroom=room.room)
        room.assign(quiz)
        self.attempt = quizzes.start(context, who, quiz, NOON)

    def page(self) -> quizzes.SittingScreen:
        """The question as it stands."""
        self.at += timedelta(seconds=5)
        return quizzes.page(self.context, self.who, self.attempt, 1, self.at)

    def send(self, text: str = "", *, hint: int = 0, check: bool = False, turn: int = 0) -> Saved:
        """Choose an option, or nothing, and press a button."""
        screen = self.page().question
        token = next((one.token for one in screen.options if one.text == text), "")
        sent = Submission(screen.key, screen.version, choice=token)
        answered = Answered(sent, turn, hint=hint, check=check)
        return quizzes.save(self.context, self.who, self.attempt, 1, answered, "en", self.at)


@pytest.fixture
def sitting(context: Context, alice: Person, bob: Person) -> Sitting:
    """A choice with two hints."""
    return Sitting(context, alice, bob)


def test_a_hint_asked_for_costs_as_a_try_and_is_given_once(sitting: Sitting) -> None:
    before = sitting.page()
    assert (before.question.hints, before.question.hints_left) == ((), 2)
    assert before.hint_costs == 0.25
    assert sitting.send(hint=1).stored
    assert sitting.page().question.hints == ("One.",)
    sitting.send(hint=1)
    sitting.send(hint=5)
    assert sitting.page().question.hints == ("One.",), "no hint twice, none out of turn"
    sitting.send("1987", check=True)
    quizzes.submit(sitting.context, sitting.who, sitting.attempt, sitting.at)
    result = quizzes.result(sitting.context, sitting.who, sitting.attempt, sitting.at)
    assert result.score == pytest.approx(0.75)


def test_a_wrong_try_brings_a_hint_by_itself(sitting: Sitting) -> None:
    sitting.send("1979", check=True)
    screen = sitting.page()
    assert (screen.question.hints, screen.tries_used) == (("One.",), 1)
    sitting.send("1979", hint=2)
    screen = sitting.page()
    assert (screen.question.hints, screen.question.hints_left) == (("One.", "Two."), 0)
    assert screen.tries_used == 1
    sitting.send("1987", check=True)
    screen = sitting.page()
    assert screen.settled
    assert screen.hint_costs is None
    assert screen.told is not None
    assert screen.told.mark == pytest.approx(0.5)


def test_the_same_page_sent_again_is_no_second_hint(sitting: Sitting) -> None:
    screen = sitting.page().question
    first = Answered(Submission(screen.key, screen.version), hint=1)
    for turn in (0, 0, 1):
        answered = Answered(first.submission, turn, hint=1)
        quizzes.save(sitting.context, sitting.who, sitting.attempt, 1, answered, "en", sitting.at)
    assert sitting.page().question.hints == ("One.",)


def test_half_a_matching_does_not_keep_a_hint_back(
    context: Context, alice: Person, bob: Person
) -> None:
    sitting = Sitting(
        context, alice, bob, kind=QuestionKind.MATCHING, stem="Match these.", options=PAIRS
    )
    screen = sitting.page().question
    row, partner = screen.options[0].token, screen.partners[0].token
    half = Submission(screen.key, screen.version, placed=((row, partner),))
    parts = (sitting.context, sitting.who, sitting.attempt, 1)
    refused = quizzes.save(*parts, Answered(half, check=True), "en", sitting.at)
    assert (refused.stored, refused.half_done) == (False, True)
    saved = quizzes.save(*parts, Answered(half, hint=1), "en", sitting.at)
    assert (saved.stored, saved.notes, saved.half_done) == (True, (), True)
    assert sitting.page().question.hints == ("One.",)
