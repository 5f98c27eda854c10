"""What a learner is granted in every quiz, as quizzes, ratings and screens ask for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, SQLColumnExpression, bindparam, exists, select

from quizapp.store.base import aliased
from quizapp.store.models import AccommodationRow, User


@dataclass(frozen=True, slots=True)
class Accommodation:
    """What one learner is granted, valid for every quiz of every class.

    `time_percent` is 100 for the usual time, 150 for half as much again; `extra_minutes` come on
    top. `due_days` is by how many days due dates move. With `no_speed` no rating may look at how
    long an answer took. A learner to whom nothing was granted has `NOTHING_GRANTED`.
    """

    time_percent: int = 100
    extra_minutes: int = 0
    due_days: int = 0
    no_speed: bool = False

    @property
    def more_time(self) -> bool:
        """Whether a time limit is longer for this learner."""
        return self.time_percent > 100 or self.extra_minutes > 0

    def time_limit(self, usual: timedelta) -> timedelta:
        """The learner's own time limit where others have `usual`."""
        return usual * self.time_percent / 100 + timedelta(minutes=self.extra_minutes)

    def due(self, usual: datetime) -> datetime:
        """The learner's own due date where others have `usual`; whole days of 24 hours."""
        return usual + timedelta(days=self.due_days)


NOTHING_GRANTED = Accommodation()


@dataclass(frozen=True, slots=True)
class Granted:
    """An accommodation with who set it last and when; `version` is 0 before the first time.

    `by` is a name, "" when that person is gone.
    """

    granted: Accommodation = NOTHING_GRANTED
    version: int = 0
    by: str = ""
    at: datetime | None = None


_COLUMNS = (
    AccommodationRow.time_percent,
    AccommodationRow.extra_minutes,
    AccommodationRow.due_days,
    AccommodationRow.no_speed,
)
_setter = aliased(User)
ACCOMMODATIONS = select(AccommodationRow.user_id, *_COLUMNS).where(
    AccommodationRow.user_id.in_(bindparam("learners", expanding=True))
)
GRANTED = (
    select(AccommodationRow.row_version, _setter.name, AccommodationRow.set_at, *_COLUMNS)
    .outerjoin(_setter, _setter.id == AccommodationRow.set_by_id)
    .where(AccommodationRow.user_id == bindparam("learner"))
)


def accommodation_of(connection: Connection, learner_id: int) -> Accommodation:
    """What this learner (row number) is granted; NOTHING_GRANTED when nothing is."""
    return accommodations_of(connection, (learner_id,)).get(learner_id, NOTHING_GRANTED)


def accommodations_of(
    connection: Connection, learner_ids: Sequence[int]
) -> dict[int, Accommodation]:
    """What these learners are granted, in one statement; who has nothing is left out."""
    rows = connection.execute(ACCOMMODATIONS, {"learners": list(learner_ids)})
    found = {row[0]: Accommodation(*tuple[Any, ...](row)[1:]) for row in rows}
    return {learner: one for learner, one in found.items() if one != NOTHING_GRANTED}


def granted_to(connection: Connection, learner: int) -> Granted:
    """What this learner is granted, by whom and since when."""
    row = connection.execute(GRANTED, {"learner": learner}).first()
    if row is None:
        return Granted()
    version, by, at, *values = tuple[Any, ...](row)
    return Granted(Accommodation(*values), version, by or "", at)


def without_speed(person: SQLColumnExpression[int]) -> ColumnElement[bool]:
    """Whether the ratings of a person must not look at time: a look-up by primary key."""
    return exists().where(AccommodationRow.user_id == person, AccommodationRow.no_speed)
