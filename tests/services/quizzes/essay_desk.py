"""A class with a quiz in which an essay is written, and the teacher's desk where it is marked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from quizapp.core.questions import QuestionKind
from quizapp.core.quizzes.rules import Rules
from quizapp.services import quizzes
from quizapp.services.authoring import DraftOption
from quizapp.services.context import Context
from quizapp.services.quizzes import Answered, essay_marks, essays
from quizapp.services.quizzes.essay_marks import Marking, Place
from quizapp.services.quizzes.screens import ResultScreen
from quizapp.services.study import Submission
from quizapp.store.queries.people import Person
from tests.factories import make_question
from tests.services.quizzes.sittings import CHOICES, SOON, Class, a_class, form
from tests.world import NOON

RUBRIC = (
    DraftOption("names two causes", points="3"),
    DraftOption("writes clearly", points="1"),
)
ESSAY: dict[str, Any] = {
    "kind": QuestionKind.ESSAY,
    "stem": "Why was the library built? Give reasons.",
    "options": RUBRIC,
    "model": "Because the old one burnt down, and the town had grown.",
    "words": "120",
}
TEXT = "The old one burnt down.\nAnd the town had grown."
LATER = NOON + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Desk:
    """A class with a quiz of one choice (1 point) and one essay, handed in by some."""

    room: Class
    quiz: str
    question: str

    @property
    def context(self) -> Context:
        """Where it takes place."""
        return self.room.context

    def write(self, who: Person, text: str = TEXT) -> str:
        """Sit the quiz: the choice right, the essay as given."""
        context, at = self.context, NOON
        attempt = quizzes.start(context, who, self.quiz, at)
        for position in (1, 2):
            screen = quizzes.page(context, who, attempt, position, at)
            if screen.question.kind is QuestionKind.ESSAY:
                sent = Submission(screen.question.key, screen.question.version, text=text)
                answered = Answered(sent, check=True)
            else:
                answered = form(screen)
            quizzes.save(context, who, attempt, position, answered, "en", at + SOON)
        quizzes.submit(context, who, attempt, at + timedelta(minutes=5))
        return attempt

    def mark(self, who: Person, attempt: str, *points: str, seen: str = "", said: str = "") -> None:
        """Give a mark."""
        place = Place(self.quiz, self.question, attempt)
        essay_marks.give(self.context, who, place, Marking(points, said, seen), LATER)

    def shown(self, who: Person, attempt: str, *, hidden: bool = False) -> essays.Essay:
        """The page on which it is marked."""
        asked = (self.quiz, self.question, attempt)
        return essays.essay(self.context, who, *asked, LATER, hidden=hidden)

    def result(self, who: Person, attempt: str) -> ResultScreen:
        """What its writer sees."""
        return quizzes.result(self.context, who, attempt, LATER)


def desk(
    context: Context,
    teacher: Person,
    *pupils: Person,
    words: dict[str, Any] | None = None,
    **rules: Any,
) -> Desk:
    """The class, nobody has sat the quiz yet; `words` stand in place of the essay's own."""
    room = a_class(context, teacher, *pupils)
    question = make_question(context, teacher, audience=room.room, **(ESSAY | (words or {})))
    held = rules.pop("rules", None) or Rules(shuffle_questions=False, **rules)
    quiz = room.quiz(held, (CHOICES[0], question), classroom=room.room)
    room.assign(quiz)
    return Desk(room, quiz, question)
