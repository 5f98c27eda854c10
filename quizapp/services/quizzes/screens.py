"""What the screens of quizzes show, as frozen values. Nothing tells an answer before its time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from quizapp.core.grading.verdict import Note, Outcome
from quizapp.core.quizzes.rules import Behaviour, Counting, Rules, Show
from quizapp.services.quizzes.cards import AttemptLine, QuizCard
from quizapp.services.screens import FactCard, ObjectionLine, QuestionScreen, RubricLine


@dataclass(frozen=True, slots=True)
class StartScreen:
    """What a learner reads before a quiz begins. `seconds` is the own time limit, 0 for none."""

    card: QuizCard
    instructions: str
    questions: int
    points: float
    seconds: int
    more_time: bool
    rules: Rules
    attempts: tuple[AttemptLine, ...]


@dataclass(frozen=True, slots=True)
class SlotMark:
    """A question in the list of an attempt.

    `state` is open (nothing given), saved, unclear (please say it more exactly), and where
    answers are judged while sitting: right, partly, not_yet, or checked when that is not told.
    """

    position: int
    state: str


@dataclass(frozen=True, slots=True)
class Told:
    """What may be told of an answered question. What may not is None or empty."""

    outcome: Outcome | None
    mark: float | None
    points: float
    notes: tuple[Note, ...]
    answer: str
    explanation: str
    facts: tuple[FactCard, ...]
    given: str
    certainty: str
    dont_know: bool
    shown: frozenset[Show]


@dataclass(frozen=True, slots=True)
class SittingScreen:
    """One question of an attempt as it stands. `ends_at` is None without a time limit.

    `turn` counts what was saved from this page; `tries_left` is 0 where nothing is judged while
    sitting or no try is left. `told` is there once an answer was checked. `hint_costs` is the share
    of the points that a hint costs, None where none can be asked for.
    """

    attempt: str
    title: str
    question: QuestionScreen
    slots: tuple[SlotMark, ...]
    behaviour: Behaviour
    points: float
    ends_at: datetime | None
    at: datetime
    tries_used: int
    tries_allowed: int
    settled: bool
    certainty: str
    dont_know: bool
    told: Told | None
    hint_costs: float | None = None

    @property
    def saved(self) -> bool:
        """Whether an answer to the question shown is stored and waits to be judged."""
        here = self.question.position
        return any(slot.position == here and slot.state == "saved" for slot in self.slots)

    @property
    def unanswered(self) -> tuple[int, ...]:
        """Positions of the questions to which nothing was given."""
        return tuple(slot.position for slot in self.slots if slot.state == "open")


@dataclass(frozen=True, slots=True)
class OverviewScreen:
    """An attempt before it is submitted: which questions are still open."""

    attempt: str
    title: str
    slots: tuple[SlotMark, ...]
    ends_at: datetime | None
    at: datetime

    @property
    def unanswered(self) -> tuple[int, ...]:
        """Positions of the questions to which nothing was given."""
        return tuple(slot.position for slot in self.slots if slot.state == "open")


@dataclass(frozen=True, slots=True)
class EssayTold:
    """What may be told of a written essay. `waiting` says that no teacher has marked it yet.

    `rubric` is empty where it may not be told, with points once these may. `model` is the model
    answer, "" where there is none or it may not be told.
    """

    waiting: bool
    rubric: tuple[RubricLine, ...] = ()
    comment: str = ""
    model: str = ""


@dataclass(frozen=True, slots=True)
class ResultQuestion:
    """One question of a submitted attempt with what may be told of it.

    `marked_again` says that its mark is another one than the answer got at first, `may_object`
    that the learner may say that something is wrong, `objection` what they said last.
    """

    question: QuestionScreen
    told: Told
    marked_again: bool = False
    may_object: bool = False
    objection: ObjectionLine | None = None
    essay: EssayTold | None = None


@dataclass(frozen=True, slots=True)
class ResultScreen:
    """A submitted attempt. `score` is None while marks are held back.

    `until` says when more is shown, None where a teacher decides. `share` is score by `most`,
    `right` how many questions were right. `waiting` essays have no mark yet: until then score
    and share are provisional.
    """

    attempt: str
    quiz: str
    title: str
    number: int
    classroom_zone: str
    submitted_at: datetime
    ended_by: str
    score: float | None
    most: float
    share: float | None
    right: int | None
    penalty: float
    counting: Counting
    counts: bool
    attempts: int
    attempts_left: int | None
    questions: tuple[ResultQuestion, ...]
    answered: int
    total: int
    held_back: bool
    until: datetime | None
    in_memory: bool
    may_try_again: bool
    waiting: int = 0

    @property
    def judged(self) -> int:
        """How many questions are right or wrong: essays are neither."""
        return sum(one.essay is None for one in self.questions)
