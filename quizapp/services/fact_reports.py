"""How the learners of a teacher's classes do on one fact. Page and file show one value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from quizapp.core.memory.forecast import recall_interval
from quizapp.services.access import Permission, require
from quizapp.services.context import Context, NotFound
from quizapp.services.facts import readers
from quizapp.services.facts.readers import ClassStanding, Remembering
from quizapp.services.screens import FactCard
from quizapp.services.study.content import fact_card
from quizapp.store.queries import facts as queries
from quizapp.store.queries.people import Person

LOW = 0.5
"""Under this recall a fact is rather forgotten than known."""


@dataclass(frozen=True, slots=True)
class FactReport:
    """A fact over the classrooms of a teacher, since each learner joined.

    `recall` is the mean expected recall now of the learners who met it, each counted once, 0..1,
    with its range; None while nobody did. `learners` begin with the lowest.
    """

    fact: FactCard
    recall: float | None
    low: float | None
    high: float | None
    met: int
    classes: tuple[ClassStanding, ...]
    learners: tuple[Remembering, ...]

    @property
    def weakest(self) -> tuple[Remembering, ...]:
        """Who would rather not recall it."""
        return tuple(one for one in self.learners if one.recall < LOW)


def fact_report(context: Context, person: Person, public_id: str, at: datetime) -> FactReport:
    """The report of a fact that this teacher may read (four statements). Raises NotFound."""
    require(Permission.TEACH, person)
    with context.store.read() as connection:
        row = queries.one(connection, person.id, public_id, teacher=True)
        if row is None:
            raise NotFound
        rows = queries.rows_under(connection, row.fact_id, row.fact)
        learners = readers.remembering(connection, person, row.fact_id, at)
        classes = readers.class_standings(connection, person, row.fact_id, rows, learners)
    each = {one.learner: one.recall for one in learners}
    mean, low, high = recall_interval(list(each.values())) if each else (None, None, None)
    return FactReport(
        fact=fact_card(row),
        recall=mean,
        low=low,
        high=high,
        met=len(each),
        classes=classes,
        learners=tuple(sorted(learners, key=lambda one: (one.recall, one.name.casefold()))),
    )
