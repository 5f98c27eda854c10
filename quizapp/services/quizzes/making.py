"""Making and changing quizzes. What an attempt has pinned is never touched by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, delete, insert, or_, select, update

from quizapp.core.questions import PERSON_MARKED_KINDS, QuestionKind
from quizapp.core.quizzes.rules import Rules, as_json, from_json
from quizapp.services.access import Permission, open_classroom, require
from quizapp.services.accounts import audit
from quizapp.services.context import Context, NotFound, Refused
from quizapp.services.quizzes.drafts import DraftProblems, ItemDraft, QuizDraft, quiz_problems
from quizapp.store.base import new_public_id
from quizapp.store.models import Question, QuestionVersion, Quiz, QuizItem
from quizapp.store.queries import question_picker
from quizapp.store.queries import quizzes as queries
from quizapp.store.queries.people import Person
from quizapp.store.queries.question_picker import Wanted
from quizapp.store.queries.question_reach import readable

STATES = ("draft", "ready", "retired")
NOT_IN_A_QUIZ = frozenset({QuestionKind.FLASHCARD})
"""Kinds that learners judge themselves."""
NOT_DRAWN = NOT_IN_A_QUIZ | PERSON_MARKED_KINDS
"""Kinds that a random draw leaves out: who draws one would wait for a mark, and others not."""


@dataclass(frozen=True, slots=True)
class QuizLine:
    """A quiz in a list. `questions` and `points` are what an attempt has when draws are full."""

    public_id: str
    title: str
    state: str
    classroom: str
    classroom_name: str
    questions: int
    points: float
    attempts: int
    rules: Rules
    created_at: datetime


@dataclass(frozen=True, slots=True)
class QuizSheet:
    """A quiz as its teacher reads and changes it.

    `version` goes into the form as `based_on`. `available` is how many questions each line of
    `draft.items` has to draw from (1 for a fixed question), in the same order.
    """

    line: QuizLine
    draft: QuizDraft
    version: int
    available: tuple[int, ...]
    results_released_at: datetime | None


def create(context: Context, person: Person, draft: QuizDraft, at: datetime) -> str:
    """Store a new quiz as a draft; its public id.

    Raises DraftProblems (all codes of `drafts.quiz_problems`, and question_unknown,
    flashcard_in_quiz), NotFound for a classroom that the person does not teach.
    """
    require(Permission.TEACH, person)
    if codes := quiz_problems(draft):
        raise DraftProblems(codes)
    public_id = new_public_id()

    def work(connection: Connection) -> str:
        values = _columns(connection, person, draft) | {
            "public_id": public_id,
            "state": "draft",
            "owner_id": person.id,
            "created_at": at,
        }
        number = connection.execute(insert(Quiz).values(values).returning(Quiz.id)).scalar_one()
        _store_items(connection, person, number, draft.items)
        audit(connection, at, person.id, "quiz.created", "quiz", public_id)
        return public_id

    return context.store.transact(work)


def change(
    context: Context, person: Person, public_id: str, based_on: int, draft: QuizDraft, at: datetime
) -> int:
    """Store a changed quiz; its new version. Attempts already begun keep their own rules.

    Raises as `create` does, NotFound for quizzes of others, and Refused("quiz_changed_meanwhile")
    when another version is in force by now.
    """
    require(Permission.TEACH, person)
    if codes := quiz_problems(draft):
        raise DraftProblems(codes)

    def work(connection: Connection) -> int:
        row = taught_quiz(connection, person, public_id)
        values = _columns(connection, person, draft) | {"row_version": based_on + 1}
        step = update(Quiz).where(Quiz.id == row.id, Quiz.row_version == based_on).values(values)
        if connection.execute(step).rowcount != 1:
            raise Refused("quiz_changed_meanwhile")
        kept = [one.question_id for one in queries.items(connection, row.id) if one.question_id]
        connection.execute(delete(QuizItem).where(QuizItem.quiz_id == row.id))
        _store_items(connection, person, row.id, draft.items, kept)
        audit(connection, at, person.id, "quiz.changed", "quiz", public_id)
        return based_on + 1

    return context.store.transact(work)


def set_state(context: Context, person: Person, public_id: str, state: str, at: datetime) -> None:
    """Make a quiz draft, ready (assignments of it are seen) or retired.

    Raises NotFound, Refused("state_unknown"), and Refused("quiz_empty") for a quiz without a
    question that can be asked.
    """
    require(Permission.TEACH, person)
    if state not in STATES:
        raise Refused("state_unknown")

    def work(connection: Connection) -> None:
        row = taught_quiz(connection, person, public_id)
        if state == "ready" and not sum(_available(connection, person, row)):
            raise Refused("quiz_empty")
        connection.execute(update(Quiz).where(Quiz.id == row.id).values(state=state))
        audit(connection, at, person.id, f"quiz.{state}", "quiz", public_id)

    context.store.transact(work)


def taught(context: Context, person: Person) -> tuple[QuizLine, ...]:
    """All quizzes that this teacher may change, the newest first."""
    require(Permission.TEACH, person)
    with context.store.read() as connection:
        rows = queries.quizzes(connection, person.id)
    return tuple(_line(row) for row in rows)


def sheet(context: Context, person: Person, public_id: str) -> QuizSheet:
    """One quiz with its lines. NotFound for quizzes of others."""
    require(Permission.TEACH, person)
    with context.store.read() as connection:
        row = taught_quiz(connection, person, public_id)
        items = queries.items(connection, row.id)
        available = _available(connection, person, row)
    draft = QuizDraft(
        title=row.title,
        instructions=row.instructions,
        classroom=row.classroom,
        rules=from_json(row.rules),
        items=tuple(_item(one) for one in items),
    )
    return QuizSheet(_line(row), draft, row.row_version, available, row.results_released_at)


def taught_quiz(connection: Connection, person: Person, public_id: str) -> Any:
    """The row of a quiz that this teacher may change (see `queries.QUIZZES`); NotFound."""
    row = queries.quiz(connection, person.id, public_id)
    if row is None:
        raise NotFound
    return row


def wanted(pool: dict[str, Any], classroom: str) -> Wanted:
    """What a draw looks for, in the picker's words."""
    kinds = tuple(kind.value for kind in QuestionKind if kind not in NOT_DRAWN)
    topics, tags, facts = (tuple(pool.get(name, ())) for name in ("topics", "tags", "facts"))
    return Wanted(topics=topics, tags=tags, facts=facts, kinds=kinds, classroom=classroom)


def _line(row: Any) -> QuizLine:
    return QuizLine(
        row.public_id,
        row.title,
        row.state,
        row.classroom,
        row.classroom_name,
        int(row.questions),
        float(row.points),
        int(row.attempts),
        from_json(row.rules),
        row.created_at,
    )


def _item(row: Any) -> ItemDraft:
    pool = row.pool or {}
    return ItemDraft(
        question=row.question,
        version=row.version,
        topics=tuple(pool.get("topics", ())),
        tags=tuple(pool.get("tags", ())),
        facts=tuple(pool.get("facts", ())),
        count=row.count,
        points=row.points,
    )


def _available(connection: Connection, person: Person, row: Any) -> tuple[int, ...]:
    """How many questions each line of a quiz has to draw from."""
    return tuple(
        1
        if item.question_id is not None
        else len(question_picker.pool(connection, person, wanted(item.pool, row.classroom)))
        for item in queries.items(connection, row.id)
    )


def _columns(connection: Connection, person: Person, draft: QuizDraft) -> dict[str, Any]:
    classroom = draft.classroom and open_classroom(connection, person, draft.classroom)
    return {
        "title": draft.title.strip(),
        "instructions": draft.instructions.strip(),
        "classroom_id": classroom or None,
        "rules": as_json(draft.rules),
    }


def _store_items(
    connection: Connection,
    person: Person,
    quiz_id: int,
    items: Sequence[ItemDraft],
    kept: Sequence[int] = (),
) -> None:
    """Store the lines; of questions of others only those that stood in the quiz (`kept`)."""
    rows = [
        {"quiz_id": quiz_id, "position": position, "count": item.count, "points": item.points}
        | _asked(connection, person, item, kept)
        for position, item in enumerate(items, start=1)
    ]
    if rows:
        connection.execute(insert(QuizItem), rows)


def _asked(
    connection: Connection, person: Person, item: ItemDraft, kept: Sequence[int]
) -> dict[str, Any]:
    """The columns that say what one line asks."""
    if not item.question:
        pool = {"topics": item.topics, "tags": item.tags, "facts": item.facts}
        lists = {name: list(values) for name, values in pool.items()}
        return {"question_id": None, "version_id": None, "pool": lists}
    found = connection.execute(
        select(Question.id, Question.kind).where(
            Question.public_id == item.question,
            or_(and_(readable(person), Question.state != "retired"), Question.id.in_(kept)),
        )
    ).first()
    if found is None:
        raise DraftProblems(("question_unknown",))
    if found.kind in NOT_IN_A_QUIZ:
        raise DraftProblems(("flashcard_in_quiz",))
    version = None
    if item.version:
        numbered = (
            QuestionVersion.question_id == found.id,
            QuestionVersion.number == item.version,
        )
        version = connection.execute(select(QuestionVersion.id).where(*numbered)).scalar()
        if version is None:
            raise DraftProblems(("question_unknown",))
    return {"question_id": found.id, "version_id": version, "pool": None}
