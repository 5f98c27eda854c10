"""What a learner's home and progress show, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from quizapp.services.screens import FactLine, ObjectionLine, TopicRecall


@dataclass(frozen=True, slots=True)
class DayCell:
    """One day of the calendar. `answers` is None for a day still to come."""

    day: date
    answers: int | None


@dataclass(frozen=True, slots=True)
class ClassroomLine:
    """A classroom that a learner belongs to."""

    public_id: str
    name: str
    teacher: str


@dataclass(frozen=True, slots=True)
class TaskLine:
    """Something that a learner is asked to do: a quiz, or facts to know by a day.

    `kind` is quiz or facts; `due_at` is the learner's own, `time_zone` the classroom's. A quiz
    has its public id, its questions, its time limit in seconds (0: none), whether it is under
    way, and when it opens (None: it is open). Of facts `ready` of `total` are known well enough,
    `on_course` says that this is no less than the share of the time that has gone by.
    """

    kind: str
    title: str
    classroom: str
    time_zone: str
    due_at: datetime | None
    quiz: str = ""
    questions: int = 0
    seconds: int = 0
    under_way: bool = False
    opens_at: datetime | None = None
    ready: int = 0
    total: int = 0
    on_course: bool = True


@dataclass(frozen=True, slots=True)
class HomeScreen:
    """A student's home. `due` counts facts to repeat, `new` facts to meet first today.

    `replies` are decided objections that the learner has not seen yet.
    """

    today: date
    due: int
    new: int
    minutes: int
    answered_today: int
    tomorrow: int
    tomorrow_minutes: int
    calendar: tuple[DayCell, ...]
    weakest: tuple[TopicRecall, ...]
    classrooms: tuple[ClassroomLine, ...]
    tasks: tuple[TaskLine, ...] = ()
    replies: tuple[ObjectionLine, ...] = ()


@dataclass(frozen=True, slots=True)
class ForecastDay:
    """How many facts are due on a day; today holds what earlier days left over too."""

    day: date
    due: int


@dataclass(frozen=True, slots=True)
class ProgressScreen:
    """What a learner knows. `recall` is the mean over introduced facts, None before the first.

    `low` and `high` bound it 9 times in 10 (binomial spread of the facts' own recalls).
    """

    today: date
    recall: float | None
    low: float | None
    high: float | None
    introduced: int
    total: int
    answered: int
    study_days: int
    forecast: tuple[ForecastDay, ...]
    overdue: int
    topics: tuple[TopicRecall, ...]
    strongest: tuple[FactLine, ...]
    weakest: tuple[FactLine, ...]
    calendar: tuple[DayCell, ...]
