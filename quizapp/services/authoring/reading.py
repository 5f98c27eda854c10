"""What the editor offers, and one question with its versions."""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection

from quizapp.services.authoring.draft import Draft, DraftOption
from quizapp.services.context import Context, NotFound, Refused
from quizapp.services.screens import FactCard
from quizapp.services.study.content import fact_card
from quizapp.store.base import new_public_id
from quizapp.store.queries import authoring as queries
from quizapp.store.queries import classrooms as classroom_queries
from quizapp.store.queries.classrooms import TaughtClassroom
from quizapp.store.queries.people import Person

MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class SourceChoice:
    """A source that can be cited, with the number of its paragraphs (0 when not known)."""

    slug: str
    title: str
    paragraphs: int


@dataclass(frozen=True, slots=True)
class Choices:
    """What the editor offers. `facts` are grouped by topic, `chosen` is the fact in the form."""

    classrooms: tuple[TaughtClassroom, ...]
    facts: tuple[tuple[str, tuple[FactCard, ...]], ...]
    found: int
    topics: tuple[str, ...]
    sources: tuple[SourceChoice, ...]
    chosen: FactCard | None


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a question; `changed` names what differs from the version before."""

    number: int
    stem: str
    options: tuple[DraftOption, ...]
    answer: str
    explanation: str
    language: str
    author: str
    reason: str
    at: datetime
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionDetail:
    """One question as its teacher sees it, the version in force first.

    `may_edit` is False for questions that are only read. `audience` is a classroom's public id.
    """

    public_id: str
    kind: str
    state: str
    collection: str
    audience: str
    audience_name: str
    fact: FactCard
    versions: tuple[Version, ...]
    may_edit: bool

    @property
    def current(self) -> Version:
        """The version in force."""
        return self.versions[0]


def form_key(context: Context, person: Person) -> str:
    """A key for an empty form: the public id of the question to be, sealed for this person."""
    public_id = new_public_id()
    return f"{public_id}.{_seal(context, person, public_id)}"


def read_form_key(context: Context, person: Person, key: str) -> str:
    """The public id in a form's key. Raises Refused("foreign_key") for another person's key."""
    public_id, _, seal = key.partition(".")
    if not secrets.compare_digest(seal.encode(), _seal(context, person, public_id).encode()):
        raise Refused("foreign_key")
    return public_id


def _seal(context: Context, person: Person, public_id: str) -> str:
    return context.sign("question-form", str(person.id), public_id)[:16]


def choices(context: Context, person: Person, words: str, fact: str = "") -> Choices:
    """What the editor offers this teacher: facts that hold all the words, and `fact` anyway."""
    with context.store.read() as connection:
        rows = queries.facts_to_ask(connection, person.id, words.split()[:MOST_WORDS])
        found = len(rows)
        chosen = queries.fact_to_ask(connection, person.id, fact) if fact else None
        if chosen is not None and all(row.fact != fact for row in rows):
            rows = sorted([*rows, chosen], key=lambda row: str(row.topic))
        return Choices(
            classrooms=classroom_queries.taught_by(connection, person.id),
            facts=tuple(
                (topic, tuple(fact_card(row) for row in members))
                for topic, members in groupby(rows, key=lambda row: str(row.topic))
            ),
            found=found,
            topics=queries.topics_to_name(connection, person.id),
            sources=tuple(
                SourceChoice(row.slug, row.short_title, len(row.paragraphs))
                for row in queries.sources_to_cite(connection, person.id)
            ),
            chosen=None if chosen is None else fact_card(chosen),
        )


def fact_to_ask(context: Context, person: Person, fact: str) -> FactCard | None:
    """The fact chosen in a form; None when there is none or it is out of reach."""
    if not fact:
        return None
    with context.store.read() as connection:
        row = queries.fact_to_ask(connection, person.id, fact)
    return None if row is None else fact_card(row)


def question_detail(
    context: Context, person: Person, public_id: str, *, to_edit: bool = False
) -> QuestionDetail:
    """One question with all its versions.

    Raises NotFound for questions of others, and with `to_edit` for those that are only read.
    """
    with context.store.read() as connection:
        return load_detail(connection, person, public_id, to_edit=to_edit)


def load_detail(
    connection: Connection, person: Person, public_id: str, *, to_edit: bool
) -> QuestionDetail:
    """As `question_detail`, within a connection."""
    row = queries.question_row(connection, person.id, public_id)
    if row is None or (to_edit and not row.own):
        raise NotFound
    options: dict[int, list[DraftOption]] = defaultdict(list)
    for option in queries.option_rows(connection, row.id):
        options[option.version_id].append(DraftOption(option.text, option.correct, option.feedback))
    return QuestionDetail(
        public_id=row.public_id,
        kind=row.kind,
        state=row.state,
        collection=row.collection,
        audience=row.classroom or "",
        audience_name=row.classroom_name or "",
        fact=fact_card(row),
        versions=_versions(queries.version_rows(connection, row.id), options),
        may_edit=bool(row.own),
    )


def _versions(rows: Sequence[Any], options: dict[int, list[DraftOption]]) -> tuple[Version, ...]:
    versions: list[Version] = []
    for row in reversed(rows):
        version = Version(
            number=row.number,
            stem=row.stem,
            options=tuple(options[row.id]),
            answer=row.answer,
            explanation=row.explanation,
            language=row.language,
            author=row.author or "",
            reason=row.reason,
            at=row.created_at,
        )
        versions.append(_compared(version, versions[-1] if versions else None))
    return tuple(reversed(versions))


def _compared(version: Version, before: Version | None) -> Version:
    """The version with the names of what differs: stem, answer, options, feedback, explanation."""
    if before is None:
        return version
    pairs = {
        "stem": (version.stem, before.stem),
        "answer": (version.answer, before.answer),
        "options": (
            [option.text for option in version.options],
            [option.text for option in before.options],
        ),
        "feedback": (
            [option.feedback for option in version.options],
            [option.feedback for option in before.options],
        ),
        "explanation": (version.explanation, before.explanation),
    }
    changed = tuple(name for name, (new, old) in pairs.items() if new != old)
    return replace(version, changed=changed)


def draft_of(detail: QuestionDetail) -> Draft:
    """The version in force as a draft to change."""
    current = detail.current
    return Draft(
        audience=detail.audience,
        fact=detail.fact.public_id,
        stem=current.stem,
        options=current.options,
        explanation=current.explanation,
        language=current.language,
    )
