"""What a person may see, as conditions that every query about facts and questions carries.

A forgotten check then finds nothing, instead of finding everything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, or_, select

from quizapp.core.questions import PERSON_MARKED_KINDS
from quizapp.store.dialect import unindexed
from quizapp.store.models import Attempt, AttemptSlot, Enrolment, Fact, Question, QuestionFact

if TYPE_CHECKING:
    from sqlalchemy.orm import InstrumentedAttribute

OPEN_COLLECTIONS = ("shipped", "school")
"""Collections that every person of the installation may study."""
MARKED_BY_PEOPLE = tuple(sorted(kind.value for kind in PERSON_MARKED_KINDS))

ASKS_ALONE = or_(Question.kind.not_in(("ordering", "matching")), Question.template == "")
"""Questions on one fact: orders and pairs of the bank ask for several, a teacher's for one."""


def _in_reach(
    collection: InstrumentedAttribute[str],
    owner: InstrumentedAttribute[Any],
    classroom: InstrumentedAttribute[Any],
    person: ColumnElement[int],
) -> ColumnElement[bool]:
    classrooms = select(Enrolment.classroom_id).where(Enrolment.user_id == person)
    return or_(collection.in_(OPEN_COLLECTIONS), owner == person, classroom.in_(classrooms))


def facts_of_open_attempts(person: ColumnElement[int]) -> Select[int]:
    """Row numbers of the facts that the person is being examined on at this moment.

    Asks nothing of the rows around it, so that a statement looks them up once: usually none.
    """
    return (
        select(QuestionFact.fact_id)
        .join(AttemptSlot, AttemptSlot.question_id == QuestionFact.question_id)
        .join(Attempt, Attempt.id == AttemptSlot.attempt_id)
        .where(Attempt.learner_id == person, Attempt.state == "open")
        .correlate(None)
    )


def facts_in_reach(person: ColumnElement[int] | None = None) -> ColumnElement[bool]:
    """Approved facts that the person (parameter `person` by default) may study now.

    Those of an open quiz are locked until it is submitted.
    """
    who: ColumnElement[int] = bindparam("person") if person is None else person
    return and_(
        Fact.state == "approved",
        Fact.id.not_in(facts_of_open_attempts(who)),
        _in_reach(Fact.collection, Fact.owner_id, Fact.classroom_id, who),
    )


def questions_in_reach(person: ColumnElement[int] | None = None) -> ColumnElement[bool]:
    """Ready questions that the person (parameter `person` by default) may be asked now.

    One that asks for a fact of an open quiz among others is locked with it. What a person has to
    mark is asked in quizzes only.
    """
    who: ColumnElement[int] = bindparam("person") if person is None else person
    return and_(
        unindexed(Question.state) == "ready",
        Question.kind.not_in(MARKED_BY_PEOPLE),
        Question.id.not_in(
            select(QuestionFact.question_id)
            .where(QuestionFact.fact_id.in_(facts_of_open_attempts(who)))
            .correlate(None)
        ),
        _in_reach(Question.collection, Question.owner_id, Question.classroom_id, who),
    )
