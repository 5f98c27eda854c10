"""What a person may see, as conditions that every query about facts and questions carries.

A forgotten check then finds nothing, instead of finding everything.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from quizapp.store.models import Enrolment, Fact, Question

OPEN_COLLECTIONS = ("shipped", "school")
"""Collections that every person of the installation may study."""


def _in_reach(
    collection: InstrumentedAttribute[str],
    owner: InstrumentedAttribute[Any],
    classroom: InstrumentedAttribute[Any],
    person: ColumnElement[int],
) -> ColumnElement[bool]:
    classrooms = select(Enrolment.classroom_id).where(Enrolment.user_id == person)
    return or_(collection.in_(OPEN_COLLECTIONS), owner == person, classroom.in_(classrooms))


def facts_in_reach(person: ColumnElement[int] | None = None) -> ColumnElement[bool]:
    """Approved facts that the person (parameter `person` by default) may study."""
    who: ColumnElement[int] = bindparam("person") if person is None else person
    return and_(
        Fact.state == "approved",
        _in_reach(Fact.collection, Fact.owner_id, Fact.classroom_id, who),
    )


def questions_in_reach(person: ColumnElement[int] | None = None) -> ColumnElement[bool]:
    """Ready questions that the person (parameter `person` by default) may be asked."""
    who: ColumnElement[int] = bindparam("person") if person is None else person
    return and_(
        Question.state == "ready",
        _in_reach(Question.collection, Question.owner_id, Question.classroom_id, who),
    )
