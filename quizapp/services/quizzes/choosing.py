"""What stands in the form of a quiz beside what was typed: what can be chosen, what there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from quizapp.core.questions import QuestionKind
from quizapp.services.access import Permission, require, taught_classroom
from quizapp.services.context import Context
from quizapp.services.quizzes.drafts import ItemDraft
from quizapp.services.quizzes.making import NOT_IN_A_QUIZ, taught_quiz, wanted
from quizapp.store.queries import classrooms as classroom_queries
from quizapp.store.queries import groups as group_queries
from quizapp.store.queries import question_picker, quiz_choosing
from quizapp.store.queries.classrooms import taught_by
from quizapp.store.queries.people import Person
from quizapp.store.queries.question_picker import PickedQuestion, Wanted
from quizapp.store.queries.quiz_choosing import NamedQuestion

MOST_FOUND = 20
ASKED_KINDS = tuple(kind.value for kind in QuestionKind if kind not in NOT_IN_A_QUIZ)
"""The kinds that a quiz may ask."""


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A line of the form: its fixed question (None for a draw, or one that is gone).

    `available` is how many questions the line has to draw from.
    """

    item: ItemDraft
    question: NamedQuestion | None
    available: int


@dataclass(frozen=True, slots=True)
class Desk:
    """All that the form of a quiz offers. `classrooms` are (public id, name)."""

    lines: tuple[ItemLine, ...]
    found: tuple[PickedQuestion, ...]
    topics: tuple[tuple[str, int], ...]
    tags: tuple[tuple[str, int], ...]
    classrooms: tuple[tuple[str, str], ...]


def desk(
    context: Context,
    person: Person,
    items: Sequence[ItemDraft],
    looked_for: Wanted | None,
    quiz: str = "",
) -> Desk:
    """What the form shows for these lines; `looked_for` None searches nothing.

    `quiz` is the public id of the quiz that is changed, "" for a new one; NotFound for others'.
    """
    require(Permission.TEACH, person)
    with context.store.read() as connection:
        number = taught_quiz(connection, person, quiz).id if quiz else None
        fixed = [item.question for item in items if item.question]
        named = quiz_choosing.named(connection, person, fixed, number)
        return Desk(
            lines=tuple(_line(connection, person, item, named) for item in items),
            found=() if looked_for is None else _found(connection, person, looked_for, fixed),
            topics=quiz_choosing.topics(connection, person),
            tags=question_picker.tags_in_use(connection, person),
            classrooms=tuple((one.public_id, one.name) for one in taught_by(connection, person.id)),
        )


def _line(
    connection: Connection, person: Person, item: ItemDraft, named: dict[str, NamedQuestion]
) -> ItemLine:
    if item.question:
        question = named.get(item.question)
        return ItemLine(item, question, int(question is not None))
    pool = {"topics": item.topics, "tags": item.tags, "facts": item.facts}
    if not any(pool.values()):
        return ItemLine(item, None, 0)
    found = question_picker.pool(connection, person, wanted(pool, ""))
    return ItemLine(item, None, len(found))


def _found(
    connection: Connection, person: Person, looked_for: Wanted, chosen: Sequence[str]
) -> tuple[PickedQuestion, ...]:
    found = question_picker.find(connection, person, looked_for, limit=MOST_FOUND + len(chosen))
    return tuple(one for one in found if one.public_id not in chosen)[:MOST_FOUND]


@dataclass(frozen=True, slots=True)
class AssignmentDesk:
    """All that the form of an assignment offers.

    `pupils` and `groups` are (public id, name). `topics` holds (topic, ((fact, statement), …))
    for what the classroom learns, `unasked` what the assignment that is changed asks for beside
    it: (fact, statement) of facts that no question asks for now.
    """

    classroom: str
    name: str
    time_zone: str
    pupils: tuple[tuple[str, str], ...]
    groups: tuple[tuple[str, str], ...]
    topics: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    unasked: tuple[tuple[str, str], ...] = ()


def assignment_desk(
    context: Context, person: Person, classroom: str, assignment: str = ""
) -> AssignmentDesk:
    """What can be assigned to whom in this classroom. NotFound for classrooms of others.

    `assignment` is the public id of the one that is changed, "" for a new one.
    """
    require(Permission.TEACH, person)
    with context.store.read() as connection:
        number = taught_classroom(connection, person, classroom)
        head = classroom_queries.head(connection, number)
        pupils = classroom_queries.pupils(connection, number)
        groups = group_queries.groups_of(connection, number)
        facts = quiz_choosing.facts(connection, number)
        unasked = quiz_choosing.unasked(connection, number, assignment) if assignment else ()
    by_topic: dict[str, list[tuple[str, str]]] = {}
    for fact in facts:
        by_topic.setdefault(fact.topic, []).append((fact.public_id, fact.statement))
    return AssignmentDesk(
        classroom=head.public_id,
        name=head.name,
        time_zone=head.time_zone,
        pupils=tuple((one.public_id, one.name) for one in pupils),
        groups=tuple((one.public_id, one.name) for one in groups),
        topics=tuple((topic, tuple(found)) for topic, found in by_topic.items()),
        unasked=tuple((fact.public_id, fact.statement) for fact in unasked),
    )
