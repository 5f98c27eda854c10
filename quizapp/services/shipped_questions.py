"""Shipped questions as rows: what changed gets a new version, what is gone is retired."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, select

from quizapp.core.questions import Question
from quizapp.services.question_rows import digest_of, option_rows, version_row
from quizapp.services.question_words import index_words
from quizapp.services.shipped_facts import Writing, insert_rows, table_of, update_rows
from quizapp.store import models

_QUESTIONS, _VERSIONS = table_of(models.Question), table_of(models.QuestionVersion)
_IN_FORCE = and_(
    _VERSIONS.c.question_id == _QUESTIONS.c.id, _VERSIONS.c.number == _QUESTIONS.c.version_number
)
_KNOWN = (
    select(
        _QUESTIONS.c.public_id,
        _QUESTIONS.c.id,
        _QUESTIONS.c.version_number,
        _QUESTIONS.c.state,
        _VERSIONS.c.id.label("version"),
        _VERSIONS.c.digest,
    )
    .join(_VERSIONS, _IN_FORCE)
    .where(_QUESTIONS.c.collection == "shipped")
)


def bring(
    connection: Connection,
    questions: Iterable[Question],
    facts: Mapping[str, int],
    writing: Writing,
) -> tuple[int, int]:
    """Write these questions; how many were added and how many got a new version.

    `facts` gives the row numbers of the facts in force.
    """
    known = {row.public_id: row for row in connection.execute(_KNOWN)}
    added, changed = [], []
    for question in questions:
        row = known.get(question.id)
        if row is None:
            added.append(question)
        elif row.digest != digest_of(question) or row.state == "retired":
            changed.append(question)
    insert_rows(connection, models.Question, [_row(question, writing) for question in added])
    steps = [
        {
            "b_public_id": question.id,
            "state": "ready",
            "kind": question.kind.value,
            "template": question.template,
            "version_number": known[question.id].version_number + 1,
        }
        for question in changed
    ]
    update_rows(connection, _QUESTIONS, steps)
    _add_versions(connection, [*added, *changed], facts, writing)
    return len(added), len(changed)


def retire(connection: Connection, gone: Iterable[str]) -> int:
    """Retire these questions of the bank; how many there were to retire."""
    names = set(gone)
    rows = [
        {"b_public_id": row.public_id, "state": "retired"}
        for row in connection.execute(_KNOWN)
        if row.public_id in names and row.state != "retired"
    ]
    update_rows(connection, _QUESTIONS, rows)
    return len(rows)


def retire_others(connection: Connection, kept: Iterable[str]) -> int:
    """Retire the shipped questions that the bank no longer has; how many there were."""
    names = set(kept)
    known = connection.execute(_KNOWN)
    return retire(connection, [row.public_id for row in known if row.public_id not in names])


def _row(question: Question, writing: Writing) -> dict[str, Any]:
    return {
        "public_id": question.id,
        "kind": question.kind.value,
        "template": question.template,
        "state": "ready",
        "collection": "shipped",
        "created_at": writing.at,
    }


def _add_versions(
    connection: Connection,
    questions: Sequence[Question],
    facts: Mapping[str, int],
    writing: Writing,
) -> None:
    """Add the version in force of these questions, their options, and which facts they ask for."""
    names = [question.id for question in questions]
    numbers = select(_QUESTIONS.c.public_id, _QUESTIONS.c.id, _QUESTIONS.c.version_number)
    shipped = numbers.where(_QUESTIONS.c.collection == "shipped")
    rows = {row.public_id: row for row in connection.execute(shipped)}
    made = [
        version_row(question, rows[question.id].id, rows[question.id].version_number, writing.at)
        | {"author_id": writing.author, "reason": writing.reason}
        for question in questions
    ]
    insert_rows(connection, models.QuestionVersion, made)
    versions = {row.public_id: row.version for row in connection.execute(_KNOWN)}
    options: list[dict[str, Any]] = []
    links: list[dict[str, Any]] = []
    for question in questions:
        options += option_rows(question, versions[question.id])
        links += [
            {"question_id": rows[question.id].id, "fact_id": facts[fact], "part": part}
            for part, fact in enumerate(question.facts)
        ]
    insert_rows(connection, models.QuestionOption, options)
    asks = table_of(models.QuestionFact)
    again = [{"b_question": rows[name].id} for name in names]
    if again:
        connection.execute(delete(asks).where(asks.c.question_id == bindparam("b_question")), again)
    insert_rows(connection, models.QuestionFact, links)
    index_words(connection, [rows[name].id for name in names])
