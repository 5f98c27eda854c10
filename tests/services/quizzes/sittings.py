"""A class with a quiz, and sitting it as a learner does: the screen's own form is sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from quizapp.core.questions import QuestionKind
from quizapp.core.quizzes.rules import Moment, Rules, Show
from quizapp.services import classrooms, quizzes
from quizapp.services.context import Context
from quizapp.services.quizzes import Answered, AssignmentDraft, ItemDraft, QuizDraft, Saved
from quizapp.services.quizzes.screens import SittingScreen
from quizapp.services.study import Submission
from quizapp.store.queries.people import Person
from tests.factories import make_classroom
from tests.services.study.sittings import ANSWERS
from tests.world import NOON

SOON = timedelta(seconds=5)
CHOICES = tuple(f"polar-{number}.single-choice" for number in (1, 2, 3))
NOTHING_SHOWN = {Moment.DURING: frozenset[Show](), Moment.AFTER: frozenset({Show.OWN})}
HELD_BACK = Rules(review=NOTHING_SHOWN | {Moment.CLOSED: frozenset(Show)})
"""Rules under which a result waits for the closing or for the teacher."""


@dataclass(frozen=True, slots=True)
class Class:
    """A classroom by its public id and join code, with its teacher."""

    context: Context
    teacher: Person
    room: str
    code: str

    def join(self, *pupils: Person) -> None:
        """Let pupils in."""
        for pupil in pupils:
            classrooms.join(self.context, pupil, self.code, NOON)

    def quiz(
        self, rules: Rules | None = None, questions: tuple[str, ...] = CHOICES, **draft: Any
    ) -> str:
        """A quiz of these questions in their order, ready, not assigned yet."""
        items = tuple(ItemDraft(question=one) for one in questions)
        rules = rules or Rules(shuffle_questions=False)
        written = QuizDraft(title="Stations", rules=rules, items=items, **draft)
        made = quizzes.create(self.context, self.teacher, written, NOON)
        quizzes.set_state(self.context, self.teacher, made, "ready", NOON)
        return made

    def assign(self, quiz: str, **draft: Any) -> str:
        """Give a quiz to the class."""
        asked = AssignmentDraft(classroom=self.room, quiz=quiz, **draft)
        return quizzes.assign(self.context, self.teacher, asked, NOON)


def a_class(context: Context, teacher: Person, *pupils: Person, name: str = "4B") -> Class:
    """A class of this teacher with these pupils."""
    room, code = make_classroom(context, teacher, name=name)
    made = Class(context, teacher, room, code)
    made.join(*pupils)
    return made


def form(screen: SittingScreen, *, right: bool = True, **changes: Any) -> Answered:
    """The form of this question, answered right or wrong."""
    question, answer = screen.question, ANSWERS[screen.question.stem]
    if question.kind is QuestionKind.SINGLE_CHOICE:
        token = next(one.token for one in question.options if (one.text == answer) is right)
        sent = Submission(question.key, question.version, choice=token)
    else:
        wrong = "1801" if question.kind is QuestionKind.DATE else "3"
        sent = Submission(question.key, question.version, text=answer if right else wrong)
    return Answered(sent, **changes)


def give(
    context: Context,
    who: Person,
    attempt: str,
    position: int,
    at: datetime,
    *,
    right: bool = True,
    **changes: Any,
) -> Saved:
    """Open a question and answer it five seconds later."""
    screen = quizzes.page(context, who, attempt, position, at)
    answered = form(screen, right=right, **changes)
    return quizzes.save(context, who, attempt, position, answered, "en", at + SOON)


def sit(context: Context, who: Person, quiz: str, at: datetime, answers: tuple[bool, ...]) -> str:
    """Begin a quiz, answer its first questions right or wrong, submit: the attempt."""
    attempt = quizzes.start(context, who, quiz, at)
    for position, right in enumerate(answers, start=1):
        give(context, who, attempt, position, at + position * 2 * SOON, right=right)
    quizzes.submit(context, who, attempt, at + timedelta(minutes=5))
    return attempt
