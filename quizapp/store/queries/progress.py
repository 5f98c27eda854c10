"""What one learner knows: every fact in reach with its card, and the days of study."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, and_, bindparam, exists, func, select

from quizapp.core.memory.state import MemoryState, Phase
from quizapp.store.models import Card, Classroom, DayTotal, Enrolment, Fact, Objection, User
from quizapp.store.queries.study import ASKABLE, PERSON
from quizapp.store.queries.visibility import facts_in_reach


@dataclass(frozen=True, slots=True)
class KnownFact:
    """A fact in reach with its memory; `due` is None while the fact is new.

    `asked` is false where no question of study asks for it: such a fact is never due, and not to
    be learned.
    """

    public_id: str
    statement: str
    language: str
    topic: str
    memory: MemoryState
    due: datetime | None
    lapses: int
    asked: bool


_COLUMNS = (
    Fact.public_id,
    Fact.statement,
    Fact.language,
    Fact.topic,
    Card.phase,
    Card.step,
    Card.stability,
    Card.difficulty,
    Card.last_review,
    Card.last_day,
    Card.due,
    Card.lapses,
    ASKABLE.label("asked"),
)
_WITH_CARD = and_(Card.fact_id == Fact.id, Card.learner_id == PERSON)
KNOWLEDGE = (
    select(*_COLUMNS)
    .outerjoin(Card, _WITH_CARD)
    .where(facts_in_reach(PERSON))
    .order_by(Fact.topic, Fact.position, Fact.id)
)
STRENGTHENED = (
    select(*_COLUMNS)
    .join(Card, _WITH_CARD)
    .where(facts_in_reach(PERSON), Card.phase == "review", Card.last_day == bindparam("today"))
    .order_by(Card.stability.desc())
    .limit(5)
)
NEXT_DUE = (
    select(func.min(Card.due))
    .join(Fact, Fact.id == Card.fact_id)
    .where(Card.learner_id == PERSON, facts_in_reach(PERSON), ASKABLE)
)
CALENDAR = (
    select(DayTotal.day, DayTotal.answers)
    .where(
        DayTotal.scope == "learner",
        DayTotal.subject_id == PERSON,
        DayTotal.day >= bindparam("since"),
        DayTotal.answers > 0,
    )
    .order_by(DayTotal.day)
)
_news = exists().where(
    Objection.learner_id == PERSON, Objection.state != "open", Objection.read_at.is_(None)
)
CALENDAR_NEWS = CALENDAR.add_columns(_news.label("news"))
CLASSROOMS = (
    select(Classroom.public_id, Classroom.name, User.name.label("teacher"))
    .join(Enrolment, Enrolment.classroom_id == Classroom.id)
    .join(User, User.id == Classroom.owner_id)
    .where(
        Enrolment.user_id == PERSON, Enrolment.role == "student", Classroom.archived_at.is_(None)
    )
    .order_by(Classroom.name)
)


def _known(row: Sequence[object]) -> KnownFact:
    public_id, statement, language, topic, phase, *memory = row
    *state, due, lapses, asked = memory
    known = MemoryState() if phase is None else MemoryState(Phase(str(phase)), *state)  # type: ignore[arg-type]
    return KnownFact(
        str(public_id),
        str(statement),
        str(language),
        str(topic),
        known,
        due if isinstance(due, datetime) else None,
        lapses if isinstance(lapses, int) else 0,
        bool(asked),
    )


def knowledge(connection: Connection, person: int) -> tuple[KnownFact, ...]:
    """Every fact in the learner's reach, by topic and order."""
    return tuple(_known(row) for row in connection.execute(KNOWLEDGE, {"person": person}))


def strengthened(connection: Connection, person: int, today: date) -> tuple[KnownFact, ...]:
    """Up to five facts that were remembered today, the firmest first."""
    rows = connection.execute(STRENGTHENED, {"person": person, "today": today})
    return tuple(_known(row) for row in rows)


def next_due(connection: Connection, person: int) -> datetime | None:
    """When the learner's next fact falls due."""
    due: datetime | None = connection.execute(NEXT_DUE, {"person": person}).scalar()
    return due


def study_days(connection: Connection, person: int, since: date) -> dict[date, int]:
    """Answers per learner-local day, days without answers left out."""
    rows = connection.execute(CALENDAR, {"person": person, "since": since})
    return {row.day: row.answers for row in rows}


def study_days_and_news(
    connection: Connection, person: int, since: date
) -> tuple[dict[date, int], bool]:
    """The same, and whether a decision about an objection waits to be read, in one statement.

    Told by a day of study; who never had an answer counted reads it in the result alone.
    """
    rows = connection.execute(CALENDAR_NEWS, {"person": person, "since": since}).all()
    return {row.day: row.answers for row in rows}, any(row.news for row in rows)


def classrooms_of(connection: Connection, person: int) -> tuple[tuple[str, str, str], ...]:
    """The classrooms a learner belongs to: public id, name, teacher."""
    rows = connection.execute(CLASSROOMS, {"person": person})
    return tuple((row.public_id, row.name, row.teacher) for row in rows)
