"""Who studied a fact: the learner's own answers, and the learners of a teacher's classes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from quizapp.core.memory.curve import recall_after
from quizapp.core.memory.days import learner_day
from quizapp.core.memory.forecast import recall_interval
from quizapp.core.memory.policy import Policy
from quizapp.core.questions import QuestionKind
from quizapp.store.queries import fact_readers as queries
from quizapp.store.queries.fact_readers import AskedBy, ClassCard, OwnReview
from quizapp.store.queries.people import Person

__all__ = [
    "Asked",
    "AskedBy",
    "ClassStanding",
    "OwnReview",
    "Remembering",
    "asked_by",
    "class_standings",
    "own",
    "remembering",
]


@dataclass(frozen=True, slots=True)
class Asked:
    """The questions on a fact.

    A learner reads the stems of those answered before; of the others only how many there are of
    which kind.
    """

    shown: tuple[AskedBy, ...]
    hidden: tuple[tuple[QuestionKind, int], ...]

    @property
    def total(self) -> int:
        """How many questions ask for the fact."""
        return len(self.shown) + sum(count for _, count in self.hidden)


@dataclass(frozen=True, slots=True)
class ClassStanding:
    """How a class does on a fact, since its learners joined. `met` learners have a memory of it.

    `recall` is the mean expected recall now of those, 0..1, with its range; None while nobody met
    the fact.
    """

    classroom: str
    name: str
    learners: int
    met: int
    answers: int
    right: int
    recall: float | None
    low: float | None
    high: float | None

    @property
    def share(self) -> float | None:
        """The share of right answers, 0..1, None without answers."""
        return self.right / self.answers if self.answers else None


@dataclass(frozen=True, slots=True)
class Remembering:
    """A learner of a class who met the fact: expected recall now, 0..1, and the last day of it."""

    learner: str
    name: str
    classroom: str
    classroom_name: str
    recall: float
    last_day: date


def asked_by(connection: Connection, person: Person, fact: int) -> Asked:
    """The questions on a fact that this person may read."""
    found = queries.questions(connection, person.id, fact)
    if person.is_teacher:
        return Asked(found, ())
    hidden = Counter(one.kind for one in found if not one.mine)
    return Asked(
        tuple(one for one in found if one.mine),
        tuple(sorted(hidden.items(), key=lambda pair: (-pair[1], pair[0].value))),
    )


def own(connection: Connection, person: Person, rows: Sequence[int]) -> tuple[OwnReview, ...]:
    """The learner's own answers on these rows of a fact, the newest first."""
    return queries.own_reviews(connection, person.id, rows)


def remembering(
    connection: Connection, person: Person, fact: int, at: datetime
) -> tuple[Remembering, ...]:
    """The learners of a teacher's classes who met the fact, class by class."""
    return tuple(
        Remembering(
            card.learner,
            card.name,
            card.classroom,
            card.classroom_name,
            _recall(card, at),
            card.last_day,
        )
        for card in queries.class_cards(connection, person.id, fact)
    )


def class_standings(
    connection: Connection,
    person: Person,
    fact: int,
    rows: Sequence[int],
    learners: Iterable[Remembering],
) -> tuple[ClassStanding, ...]:
    """How the classes of a teacher do on a fact; nothing for who teaches none."""
    recalls: dict[str, list[float]] = defaultdict(list)
    for one in learners:
        recalls[one.classroom].append(one.recall)
    return tuple(
        ClassStanding(
            one.classroom,
            one.name,
            one.learners,
            len(recalls[one.classroom]),
            one.answers,
            int(one.right),
            *_interval(recalls[one.classroom]),
        )
        for one in queries.classes(connection, person.id, fact, rows)
    )


def _recall(card: ClassCard, at: datetime) -> float:
    # as `knowledge.expected_recall`: recall within a day is not forecast
    today: date = learner_day(at, card.zone, card.rollover_hour)
    return recall_after(card.stability, max((today - card.last_day).days, 1), Policy().parameters)


def _interval(recalls: list[float]) -> tuple[float | None, float | None, float | None]:
    return recall_interval(recalls) if recalls else (None, None, None)
