"""The list of questions: found by words and filters, a page at a time, with how each is answered.

A page costs the same whatever the number of questions: words, tags, topics and facts are looked
up by their indexes, the newest come first by row number, and only the questions of the page are
read with their texts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, select

from quizapp.store.models import (
    Classroom,
    DayTotal,
    Fact,
    Question,
    QuestionFact,
    QuestionTag,
    QuestionVersion,
    SavedView,
    Source,
)
from quizapp.store.queries.people import Person
from quizapp.store.queries.question_picker import tagged
from quizapp.store.queries.question_reach import NEWEST, holds, readable

PAGE = 40


@dataclass(frozen=True, slots=True)
class Filters:
    """What the list shows; an empty part leaves nothing out.

    `place` is "mine", "school", "shipped" or a classroom's public id, `fact` a public id,
    `source` a slug. `sort` is "" (newest first), "oldest" or "hardest".
    """

    text: str = ""
    kind: str = ""
    state: str = ""
    place: str = ""
    topic: str = ""
    tag: str = ""
    fact: str = ""
    source: str = ""
    sort: str = ""


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question in the list. `classroom` is a name, "" outside of a classroom.

    `right` of `answers` were right; `own` says whether the reader may change it.
    """

    public_id: str
    stem: str
    answer: str
    language: str
    kind: str
    state: str
    version: int
    topic: str
    collection: str
    classroom: str
    tags: tuple[str, ...]
    answers: int
    right: int
    has_draft: bool


def fitting(person: Person, filters: Filters) -> ColumnElement[bool]:
    """The condition on `Question` of what the list shows."""
    rules = [readable(person), holds(filters.text)]
    if filters.kind:
        rules.append(Question.kind == filters.kind)
    if filters.state:
        rules.append(Question.state == filters.state)
    if filters.place in ("mine", "school", "shipped"):
        rules.append(Question.collection == filters.place)
    elif filters.place:
        rules.append(
            Question.classroom_id.in_(
                select(Classroom.id).where(Classroom.public_id == filters.place)
            )
        )
    if filters.tag:
        rules.append(Question.id.in_(tagged((filters.tag,))))
    if asks := _asking(filters):
        found = select(QuestionFact.question_id).join(Fact, Fact.id == QuestionFact.fact_id)
        rules.append(Question.id.in_(found.where(*asks)))
    return and_(*rules)


def _asking(filters: Filters) -> list[ColumnElement[bool]]:
    rules: list[ColumnElement[bool]] = []
    if filters.topic:
        rules.append(Fact.topic == filters.topic)
    if filters.fact:
        rules.append(Fact.public_id == filters.fact)
    if filters.source:
        rules.append(Fact.source_id.in_(select(Source.id).where(Source.slug == filters.source)))
    return rules


def count(connection: Connection, person: Person, filters: Filters) -> int:
    """How many questions fit."""
    found = select(func.count()).select_from(Question).where(fitting(person, filters))
    return int(connection.execute(found).scalar_one())


_sums = (DayTotal.scope == "question", DayTotal.subject_id == Question.id)
_facility = (
    select(1.0 * func.sum(DayTotal.right) / func.nullif(func.sum(DayTotal.answers), 0))
    .where(*_sums)
    .scalar_subquery()
)
_ORDERS: dict[str, tuple[ColumnElement[Any], ...]] = {
    "": (Question.id.desc(),),
    "oldest": (Question.id.asc(),),
    "hardest": (func.coalesce(_facility, 2.0), Question.id.desc()),
}


def page(
    connection: Connection, person: Person, filters: Filters, number: int
) -> tuple[QuestionLine, ...]:
    """The page of this number, from 1, in the order asked for."""
    order = _ORDERS.get(filters.sort, _ORDERS[""])
    found = select(Question.id).where(fitting(person, filters)).order_by(*order)
    rows = connection.execute(found.limit(PAGE).offset((number - 1) * PAGE))
    return lines(connection, list(rows.scalars()))


def public_ids(
    connection: Connection, person: Person, filters: Filters, most: int
) -> tuple[str, ...]:
    """The public ids of what fits, the newest first, at most so many."""
    found = select(Question.public_id).where(fitting(person, filters))
    rows = connection.execute(found.order_by(Question.id.desc()).limit(most))
    return tuple(rows.scalars())


def lines(connection: Connection, numbers: Sequence[int]) -> tuple[QuestionLine, ...]:
    """These questions (row numbers) as lines, in their order."""
    topic = (
        select(func.min(Fact.topic))
        .join(QuestionFact, QuestionFact.fact_id == Fact.id)
        .where(QuestionFact.question_id == Question.id)
        .scalar_subquery()
    )
    rows = connection.execute(
        select(
            *(Question.id, Question.public_id, Question.kind, Question.state),
            *(Question.collection, Question.draft_number),
            *(QuestionVersion.stem, QuestionVersion.answer, QuestionVersion.language),
            QuestionVersion.number,
            topic.label("topic"),
            Classroom.name.label("classroom"),
        )
        .join(QuestionVersion, NEWEST)
        .outerjoin(Classroom, Classroom.id == Question.classroom_id)
        .where(Question.id.in_(numbers))
    )
    tags, totals = _tags(connection, numbers), _totals(connection, numbers)
    found = {row.id: _line(row, tags[row.id], totals.get(row.id, (0, 0))) for row in rows}
    return tuple(found[number] for number in numbers if number in found)


def _line(row: Any, tags: list[str], total: tuple[int, int]) -> QuestionLine:
    return QuestionLine(
        public_id=row.public_id,
        stem=row.stem,
        answer=row.answer,
        language=row.language,
        kind=row.kind,
        state=row.state,
        version=row.number,
        topic=row.topic or "",
        collection=row.collection,
        classroom=row.classroom or "",
        tags=tuple(tags),
        answers=total[0],
        right=total[1],
        has_draft=row.draft_number is not None,
    )


def _tags(connection: Connection, numbers: Sequence[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    rows = connection.execute(
        select(QuestionTag.question_id, QuestionTag.tag)
        .where(QuestionTag.question_id.in_(numbers))
        .order_by(QuestionTag.folded)
    )
    for row in rows:
        found[row.question_id].append(row.tag)
    return found


def _totals(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[int, int]]:
    rows = connection.execute(
        select(DayTotal.subject_id, func.sum(DayTotal.answers), func.sum(DayTotal.right))
        .where(DayTotal.scope == "question", DayTotal.subject_id.in_(numbers))
        .group_by(DayTotal.subject_id)
    )
    return {row[0]: (int(row[1]), int(row[2])) for row in rows}


@dataclass(frozen=True, slots=True)
class View:
    """Filters under a name; `filters` is the query part of the list's address."""

    public_id: str
    name: str
    filters: str


def views(connection: Connection, person: Person) -> tuple[View, ...]:
    """The views that this person keeps, by name."""
    rows = connection.execute(
        select(SavedView.public_id, SavedView.name, SavedView.filters)
        .where(SavedView.owner_id == person.id)
        .order_by(SavedView.name, SavedView.id)
    )
    return tuple(View(*row) for row in rows)
