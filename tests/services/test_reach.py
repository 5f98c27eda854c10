"""Who may study, read and change which facts and questions: every collection, state and person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from sqlalchemy import ColumnElement, Connection, bindparam, insert, select

from quizapp.services import classrooms, quizzes
from quizapp.services.context import Context
from quizapp.store.models import Fact, Question, QuestionFact, QuestionVersion
from quizapp.store.queries.people import Person
from quizapp.store.queries.question_reach import IN_FORCE, NEWEST, own, readable
from quizapp.store.queries.visibility import facts_in_reach, questions_in_reach
from tests.factories import classroom_number, make_classroom, make_facts
from tests.services.quizzes.sittings import CHOICES, a_class
from tests.world import NOON, person

COLLECTIONS = ("shipped", "school", "mine", "classroom")


@dataclass(frozen=True)
class School:
    """Two teachers with a class each, a colleague in the first, a pupil in each, and a loner."""

    context: Context
    people: dict[str, Person]
    rooms: tuple[int, int]

    def seen(self, what: Any, condition: ColumnElement[bool], who: str, name: str) -> set[str]:
        """The names of the rows of this beginning that a person finds."""
        values = {"person": self.people[who].id} if "person" in str(condition.compile()) else {}
        statement = select(what).where(condition, what.contains(name))
        with self.context.store.read() as connection:
            return set(connection.execute(statement, values).scalars())


@pytest.fixture
def school(context: Context, alice: Person, carol: Person, bob: Person, dan: Person) -> School:
    own_room, code = make_classroom(context, alice)
    other, other_code = make_classroom(context, carol)
    classrooms.join(context, bob, code, NOON)
    classrooms.join(context, dan, other_code, NOON)
    colleague = person(context, "Eve", "teacher")
    classrooms.invite(context, alice, own_room, "Eve", NOON)
    classrooms.accept(context, colleague, own_room, NOON)
    people = {"alice": alice, "carol": carol, "bob": bob, "dan": dan, "eve": colleague}
    people |= {"loner": person(context, "Loner"), "admin": person(context, "Root", "admin")}
    rooms = (classroom_number(context, own_room), classroom_number(context, other))
    return School(context, people, rooms)


def placed(school: School, collection: str) -> dict[str, Any]:
    """The columns of what Alice wrote for this collection."""
    owner = school.people["alice"].id if collection in ("mine", "classroom") else None
    room = school.rooms[0] if collection == "classroom" else None
    return {"collection": collection, "owner_id": owner, "classroom_id": room}


def each_state(school: School, *states: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """A name for every collection and state, with its columns."""
    for collection in COLLECTIONS:
        for state in states:
            yield f"x {collection} {state}", {"state": state, **placed(school, collection)}


def add_questions(school: School, fact: int) -> None:
    """A question of every collection and state, with a version in force and a newer draft."""
    states = ("draft", "review", "ready", "retired")
    with school.context.store.write() as connection:
        for name, columns in each_state(school, *states):
            row = {"public_id": name, "kind": "flashcard", "created_at": NOON, "draft_number": 2}
            add = insert(Question).values(row | columns).returning(Question.id)
            number = connection.execute(add).scalar_one()
            link = {"question_id": number, "fact_id": fact}
            connection.execute(insert(QuestionFact).values(link))
            for version in (1, 2):
                text = {"stem": f"{name} {version}", "answer": "it", "language": "en"}
                kept = {"question_id": number, "number": version, "digest": "", "created_at": NOON}
                connection.execute(insert(QuestionVersion).values(text | kept))


REACH = {
    "alice": {"shipped", "school", "mine", "classroom"},
    "eve": {"shipped", "school", "classroom"},
    "bob": {"shipped", "school", "classroom"},
    "carol": {"shipped", "school"},
    "dan": {"shipped", "school"},
    "loner": {"shipped", "school"},
    "admin": {"shipped", "school"},
}
"""Who may study what: one's own, what belongs to one's class, and what is everybody's."""


def test_approved_facts_are_studied_by_whom_they_are_for(school: School) -> None:
    for name, columns in each_state(school, "approved", "proposed", "retired"):
        make_facts(school.context, 1, public_id=name, **columns)
    for who, collections in REACH.items():
        wanted = {f"x {collection} approved" for collection in collections}
        assert school.seen(Fact.public_id, facts_in_reach(), who, "x ") == wanted, who
        named = facts_in_reach(bindparam("person", school.people[who].id))
        assert school.seen(Fact.public_id, named, who, "x ") == wanted, who


def test_ready_questions_are_asked_of_whom_they_are_for(school: School) -> None:
    add_questions(school, make_facts(school.context, 1)[0])
    for who, collections in REACH.items():
        wanted = {f"x {collection} ready" for collection in collections}
        assert school.seen(Question.public_id, questions_in_reach(), who, "x ") == wanted, who
        named = questions_in_reach(bindparam("person", school.people[who].id))
        assert school.seen(Question.public_id, named, who, "x ") == wanted, who


def test_teachers_change_their_own_questions_and_read_the_bank_that_is_no_draft(
    school: School,
) -> None:
    add_questions(school, make_facts(school.context, 1)[0])
    may_change = {"alice": {"mine", "classroom"}, "eve": {"classroom"}, "carol": set()}
    may_change |= {"admin": {"school"}, "bob": set()}
    for who, collections in may_change.items():
        every = {
            f"x {collection} {state}"
            for collection in collections
            for state in ("draft", "review", "ready", "retired")
        }
        bank = {f"x {one} {state}" for one in COLLECTIONS[:2] for state in ("ready", "retired")}
        asked = school.people[who]
        assert school.seen(Question.public_id, own(asked), who, "x ") == every, who
        assert school.seen(Question.public_id, readable(asked), who, "x ") == every | bank, who


def test_the_version_in_force_is_another_than_the_newest(school: School) -> None:
    add_questions(school, make_facts(school.context, 1)[0])

    def stems(connection: Connection, which: ColumnElement[bool]) -> set[str]:
        found = select(QuestionVersion.stem).join(Question, which)
        return set(connection.execute(found.where(Question.public_id == "x mine ready")).scalars())

    with school.context.store.read() as connection:
        assert stems(connection, IN_FORCE) == {"x mine ready 1"}
        assert stems(connection, NEWEST) == {"x mine ready 2"}


def test_what_one_is_examined_on_is_locked_for_oneself_until_it_is_handed_in(
    context: Context, alice: Person, bob: Person, dan: Person
) -> None:
    """The facts of the quiz, and every question on one of them; nobody else's, nothing else."""
    made = a_class(context, alice, bob, dan)
    people = {"bob": bob, "dan": dan, "alice": replace(alice)}
    school = School(context, people, (0, 0))
    quiz = made.quiz(questions=CHOICES[:2])
    made.assign(quiz)
    facts = {f"polar-{number}" for number in range(1, 7)}

    def found(who: str) -> tuple[set[str], set[str]]:
        asked = school.seen(Question.public_id, questions_in_reach(), who, "polar-")
        return school.seen(Fact.public_id, facts_in_reach(), who, "polar-"), {
            one.split(".")[0] for one in asked
        }

    assert found("bob") == (facts, facts)
    attempt = quizzes.start(context, bob, quiz, NOON)
    rest = facts - {"polar-1", "polar-2"}
    assert found("bob") == (rest, rest)
    assert found("dan") == found("alice") == (facts, facts)
    quizzes.start(context, dan, quiz, NOON)
    quizzes.submit(context, bob, attempt, NOON)
    assert found("bob") == (facts, facts)
    assert found("dan") == (rest, rest)
