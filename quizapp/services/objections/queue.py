"""The objections that a teacher may see: what waits, question by question, and one in full."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection

from quizapp.core.questions import QuestionKind
from quizapp.services.access import Permission, require
from quizapp.services.authoring.detail import QuestionDetail, load_detail
from quizapp.services.context import Context, NotFound
from quizapp.services.objections.deciding import can_accept, given_in, shown_in
from quizapp.services.objections.saying import given_words
from quizapp.services.screens import FactCard
from quizapp.services.study.content import Asked, asked_of
from quizapp.store.queries import objections as queries
from quizapp.store.queries.people import Person
from quizapp.store.queries.regrading import versions

MOST_DONE = 20


@dataclass(frozen=True, slots=True)
class Entry:
    """One objection. `learner` is "" for a guest, `given` what was answered, in words."""

    public_id: str
    learner: str
    reason: str
    text: str
    given: tuple[str, ...]
    outcome: str
    state: str
    reply: str
    made_at: datetime
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Group:
    """A version of a question with the objections to it."""

    question: str
    kind: QuestionKind
    stem: str
    language: str
    answer: str
    facts: tuple[FactCard, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits, the questions with most objections first, and what was decided lately."""

    waiting: tuple[Group, ...]
    done: tuple[Group, ...]

    @property
    def total(self) -> int:
        """How many wait."""
        return sum(len(one.entries) for one in self.waiting)


@dataclass(frozen=True, slots=True)
class Case:
    """One objection in full.

    `number` is the version that the learner was shown, `in_force` the one asked now. `can_accept`
    says whether the key can take the answer in, `may_edit` whether the question may be changed.
    `quiz` and `quiz_title` name the quiz out of which it came, "" for study.
    """

    entry: Entry
    group: Group
    number: int
    in_force: int
    collection: str
    can_accept: bool
    may_edit: bool
    quiz: str
    quiz_title: str


def queue(context: Context, person: Person) -> Queue:
    """What waits for this teacher, and what was decided lately."""
    require(Permission.TEACH, person)
    with context.store.read() as connection:
        open_rows = queries.waiting_rows(connection, person)
        done_rows = queries.closed_rows(connection, person, MOST_DONE)
        asked = _asked(connection, [*open_rows, *done_rows])
    by_version = sorted(open_rows, key=lambda row: row.version_id)
    groups = [
        _group(list(rows), asked[version])
        for version, rows in groupby(by_version, key=lambda row: row.version_id)
    ]
    waiting = sorted(groups, key=lambda one: (-len(one.entries), one.entries[0].made_at))
    return Queue(tuple(waiting), tuple(_group([row], asked[row.version_id]) for row in done_rows))


def case(context: Context, person: Person, public_id: str) -> Case:
    """One objection in full. Raises NotFound for those of other classes."""
    require(Permission.TEACH, person)
    with context.store.read() as connection:
        row = queries.one_for(connection, person, public_id)
        if row is None:
            raise NotFound
        asked = shown_in(connection, row)
        detail = load_detail(connection, person, row.question, to_edit=False)
        acceptable = row.state == queries.OPEN and can_accept(connection, row, detail)
    group = _group([row], asked)
    return _case(row, group, detail, acceptable=acceptable)


def _case(row: Any, group: Group, detail: QuestionDetail, *, acceptable: bool) -> Case:
    return Case(
        entry=group.entries[0],
        group=group,
        number=row.number,
        in_force=row.in_force,
        collection=detail.collection,
        can_accept=acceptable,
        may_edit=detail.may_edit,
        quiz=row.quiz or "",
        quiz_title=row.quiz_title or "",
    )


def _asked(connection: Connection, rows: list[Any]) -> dict[int, Asked]:
    found = versions(connection, sorted({row.version_id for row in rows}))
    return {number: asked_of(*parts) for number, parts in found.items()}


def _group(rows: list[Any], asked: Asked) -> Group:
    question = asked.question
    return Group(
        question=question.id,
        kind=question.kind,
        stem=question.stem,
        language=question.language,
        answer=question.key.text,
        facts=asked.facts,
        entries=tuple(_entry(row, asked) for row in rows),
    )


def _entry(row: Any, asked: Asked) -> Entry:
    return Entry(
        public_id=row.public_id,
        learner="" if row.role == "guest" else row.learner,
        reason=row.reason,
        text=row.text,
        given=given_words(asked.question, given_in(row)),
        outcome=row.outcome,
        state=row.state,
        reply=row.reply,
        made_at=row.made_at,
        closed_at=row.closed_at,
    )
