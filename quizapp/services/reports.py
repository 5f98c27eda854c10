"""What a class and each of its learners know now. Page and file show one and the same value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from quizapp.core.memory.days import learner_day
from quizapp.core.memory.forecast import recall_interval
from quizapp.core.memory.model import recall_after
from quizapp.core.memory.policy import Policy
from quizapp.services.access import taught_classroom
from quizapp.services.classrooms import day_in
from quizapp.services.context import Context, NotFound
from quizapp.services.needs_help import Reason, Standing, reasons
from quizapp.services.screens import FactLine, TopicRecall
from quizapp.store.queries import classrooms as classroom_queries
from quizapp.store.queries import reports as queries
from quizapp.store.queries.classrooms import ClassroomHead, Pupil
from quizapp.store.queries.people import Person
from quizapp.store.queries.reports import SeenCard, TopicFacts

WEAKEST = 10
LATELY = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class LearnerRow:
    """One learner in the class report. Recalls are shares 0..1, None while nothing was met.

    `topics` stands in the order of the report's topics; days are the classroom's.
    """

    public_id: str
    name: str
    joined: date
    studied: date | None
    recall: float | None
    introduced: int
    due: int
    topics: tuple[float | None, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class ClassReport:
    """What a class knows now: `recall` over all facts met by all learners, with its range.

    Learners who need help come first, those with the lowest recall before the others.
    """

    public_id: str
    name: str
    time_zone: str
    today: date
    recall: float | None
    low: float | None
    high: float | None
    facts: int
    topics: tuple[TopicFacts, ...]
    learners: tuple[LearnerRow, ...]

    @property
    def needing_help(self) -> tuple[LearnerRow, ...]:
        """The learners with at least one reason."""
        return tuple(row for row in self.learners if row.reasons)


@dataclass(frozen=True, slots=True)
class StudentReport:
    """What one learner of a class knows now; answers are those of the last 14 days."""

    classroom: str
    classroom_name: str
    today: date
    learner: LearnerRow
    low: float | None
    high: float | None
    facts: int
    topics: tuple[TopicRecall, ...]
    weakest: tuple[FactLine, ...]
    answers: int
    right: int


def class_report(context: Context, person: Person, public_id: str, at: datetime) -> ClassReport:
    """The report of a classroom that this person teaches (five statements). Raises NotFound."""
    with context.store.read() as connection:
        number = taught_classroom(connection, person, public_id)
        head = classroom_queries.head(connection, number)
        pupils = classroom_queries.pupils(connection, number)
        topics = queries.topics(connection, number)
        cards: dict[int, list[SeenCard]] = defaultdict(list)
        for card in queries.cards(connection, number):
            cards[card.learner].append(card)
    views = [_View(head, pupil, cards[pupil.id], at) for pupil in pupils]
    rows = [view.row(topics) for view in views]
    mean, low, high = _interval([recall for view in views for recall in view.recalls])
    return ClassReport(
        public_id=head.public_id,
        name=head.name,
        time_zone=head.time_zone,
        today=day_in(head.time_zone, at),
        recall=mean,
        low=low,
        high=high,
        facts=sum(topic.facts for topic in topics),
        topics=topics,
        learners=tuple(sorted(rows, key=_help_first)),
    )


def student_report(
    context: Context, person: Person, public_id: str, student: str, at: datetime
) -> StudentReport:
    """The report of one learner of a classroom that this person teaches. Raises NotFound."""
    with context.store.read() as connection:
        number = taught_classroom(connection, person, public_id)
        head = classroom_queries.head(connection, number)
        pupil = _the_pupil(classroom_queries.pupils(connection, number), student)
        topics = queries.topics(connection, number)
        facts = queries.facts_of(connection, number, pupil.id)
        answers = queries.answers_of(connection, number, pupil.id, at - LATELY)
    view = _View(head, pupil, [fact.card for fact in facts], at)
    row = view.row(topics)
    _, low, high = _interval(view.recalls)
    return StudentReport(
        classroom=head.public_id,
        classroom_name=head.name,
        today=view.today,
        learner=row,
        low=low,
        high=high,
        facts=sum(topic.facts for topic in topics),
        topics=view.topic_recalls(topics),
        weakest=view.weakest(facts),
        answers=answers.answers,
        right=answers.right,
    )


def _the_pupil(pupils: Iterable[Pupil], public_id: str) -> Pupil:
    for pupil in pupils:
        if pupil.public_id == public_id:
            return pupil
    raise NotFound


def _interval(recalls: list[float]) -> tuple[float | None, float | None, float | None]:
    return recall_interval(recalls) if recalls else (None, None, None)


def _help_first(row: LearnerRow) -> tuple[bool, bool, float, str]:
    """Who needs help, then who has begun, then the lowest recall."""
    begun = row.recall is not None
    return (not row.reasons, not begun, row.recall or 0.0, row.name.casefold())


def _mean(recalls: list[float]) -> float | None:
    return sum(recalls) / len(recalls) if recalls else None


class _View:
    """One learner's cards at one instant, by the learner's own days."""

    def __init__(
        self, head: ClassroomHead, pupil: Pupil, cards: list[SeenCard], at: datetime
    ) -> None:
        self.head, self.pupil, self.cards, self.at = head, pupil, cards, at
        self.today = day_in(head.time_zone, at)
        self._day = learner_day(at, pupil.zone, pupil.rollover_hour)
        self._parameters = Policy().parameters
        self.by_topic: dict[str, list[float]] = defaultdict(list)
        for card in cards:
            self.by_topic[card.topic].append(self._recall(card.stability, card.last_day))
        self.recalls = [recall for recalls in self.by_topic.values() for recall in recalls]

    def _recall(self, stability: float, last_day: date) -> float:
        # as `knowledge.expected_recall`: recall within a day is not forecast
        return recall_after(stability, max((self._day - last_day).days, 1), self._parameters)

    def row(self, topics: tuple[TopicFacts, ...]) -> LearnerRow:
        """The learner's row in the order of these topics."""
        zone, cards = self.head.time_zone, self.cards
        standing = Standing(
            joined=day_in(zone, self.pupil.joined_at),
            studied=day_in(zone, max(card.last_review for card in cards)) if cards else None,
            recall=_mean(self.recalls),
            introduced=len(cards),
            due=sum(card.asked and card.due <= self.at for card in cards),
            topics=[(name, sum(of) / len(of), len(of)) for name, of in self.by_topic.items()],
        )
        return LearnerRow(
            public_id=self.pupil.public_id,
            name=self.pupil.name,
            joined=standing.joined,
            studied=standing.studied,
            recall=standing.recall,
            introduced=standing.introduced,
            due=standing.due,
            topics=tuple(_mean(self.by_topic.get(topic.topic, [])) for topic in topics),
            reasons=reasons(standing, self.today),
        )

    def topic_recalls(self, topics: tuple[TopicFacts, ...]) -> tuple[TopicRecall, ...]:
        """Recall by topic, over the facts met."""
        known = {topic.topic: self.by_topic.get(topic.topic, []) for topic in topics}
        return tuple(
            TopicRecall(
                topic.topic, _mean(known[topic.topic]), len(known[topic.topic]), topic.facts
            )
            for topic in topics
        )

    def weakest(self, facts: tuple[queries.SeenFact, ...]) -> tuple[FactLine, ...]:
        """The facts with the lowest recall, lowest first."""
        lines = [
            FactLine(
                fact.public_id,
                fact.statement,
                fact.language,
                self._recall(fact.card.stability, fact.card.last_day),
                fact.card.stability,
                fact.card.due,
            )
            for fact in facts
        ]
        return tuple(sorted(lines, key=lambda line: (line.recall, line.stability))[:WEAKEST])
