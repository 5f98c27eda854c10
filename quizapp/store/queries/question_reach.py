"""Which questions a teacher may read and change, and by what they are found.

A teacher's own: what they own, and what belongs to a classroom that they teach. Shipped and
school questions may be read by every teacher; the school's are changed by admins, the shipped
ones by nobody.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, true

from quizapp.core.values.texts import tokens
from quizapp.store.models import Enrolment, Question, QuestionVersion, QuestionWord
from quizapp.store.models.finding import LONGEST_WORD
from quizapp.store.queries.people import Person
from quizapp.store.queries.visibility import OPEN_COLLECTIONS

STATES = ("draft", "review", "ready", "retired")
COLLECTIONS = ("mine", "classroom", "school", "shipped")
MOST_WORDS = 8
_LAST_SIGN = "\U0010ffff"

IN_FORCE = and_(
    QuestionVersion.question_id == Question.id, QuestionVersion.number == Question.version_number
)
"""The version that learners are asked."""
NEWEST = and_(
    QuestionVersion.question_id == Question.id,
    QuestionVersion.number == func.coalesce(Question.draft_number, Question.version_number),
)
"""The version that was saved last, in force or a draft."""


def taught_ids(person: int) -> Select[Any]:
    """Row numbers of the classrooms that this person teaches."""
    return select(Enrolment.classroom_id).where(
        Enrolment.user_id == person, Enrolment.role == "teacher"
    )


def own(person: Person) -> ColumnElement[bool]:
    """Questions that this teacher may change."""
    theirs = or_(
        and_(Question.collection == "mine", Question.owner_id == person.id),
        and_(
            Question.collection == "classroom",
            Question.classroom_id.in_(taught_ids(person.id)),
        ),
    )
    return or_(theirs, Question.collection == "school") if person.role == "admin" else theirs


def readable(person: Person) -> ColumnElement[bool]:
    """Questions that this teacher may read: their own, and of the bank what is no draft."""
    bank = and_(Question.collection.in_(OPEN_COLLECTIONS), Question.state.in_(("ready", "retired")))
    return or_(own(person), bank)


def holds(text: str) -> ColumnElement[bool]:
    """Every word of the text begins a word of the question, its facts or its tags."""
    words = [word[:LONGEST_WORD] for word in tokens(text)][:MOST_WORDS]
    return and_(true(), *(Question.id.in_(_beginning(word)) for word in words))


def _beginning(word: str) -> Select[Any]:
    return select(QuestionWord.question_id).where(
        QuestionWord.word >= word, QuestionWord.word < word + _LAST_SIGN
    )


def holding_any(words: Iterable[str]) -> Select[int, int]:
    """Row numbers of questions with how many of these folded words they hold (`shared`)."""
    found = select(QuestionWord.question_id, func.count().label("shared"))
    return found.where(QuestionWord.word.in_(sorted(words))).group_by(QuestionWord.question_id)
