"""Content against what it was made from: digests, folded names, places, kept states."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from quizapp.core.grading.verdict import Response
from quizapp.core.memory.days import zone_named
from quizapp.core.questions import AnswerKey, Option, Question, QuestionKind
from quizapp.services import names
from quizapp.services.checking.findings import Report
from quizapp.services.question_rows import digest, digest_of
from quizapp.store.queries import rebuilding as queries
from quizapp.store.queries.checking import NAMELESS

FACT_COLUMNS = (
    *("source_id", "kind", "topic", "statement", "answer", "value", "unit", "approx", "language"),
    *("paragraph", "anchor", "as_of", "according_to", "importance", "position", "state"),
)
"""What the digest of a loaded fact covers."""
STATE_KEYS = frozenset({"phase", "step", "stability", "difficulty", "last_review", "last_day"})


def _rows(connection: Connection, statement: Any) -> Iterator[Any]:
    yield from connection.execute(statement, execution_options=queries.STREAM)


def _fact_values(row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in FACT_COLUMNS}


def _digest_of_response(response: Response) -> str:
    canonical = json.dumps(asdict(response), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def people(connection: Connection, report: Report) -> None:
    """Names folded anew, and time zones that exist."""
    for row in _rows(connection, queries.PEOPLE):
        report.count("people")
        if row.role not in NAMELESS and row.name_folded != names.folded(row.name):
            report.add("name-folded", "users", row.id, row.name_folded)
    for table, statement in queries.ZONES.items():
        for row in _rows(connection, statement):
            if not _zone_exists(row.time_zone):
                report.add("time-zone", table, row.id, row.time_zone)


def _zone_exists(name: str) -> bool:
    try:
        zone_named(name)
    except ValueError:
        return False
    return True


def facts(connection: Connection, report: Report) -> None:
    """Shipped facts as they were loaded, and citations that exist."""
    for row in _rows(connection, queries.FACTS):
        report.count("facts")
        if row.digest and row.digest != digest(sorted(_fact_values(row).items())):
            report.add("fact-changed", "facts", row.id, row.public_id)
        if row.paragraph is not None and row.paragraph not in row.paragraphs:
            report.add("fact-paragraph", "facts", row.id, row.paragraph)


def versions(connection: Connection, report: Report) -> None:
    """Versions in force as they were saved."""
    options: dict[int, list[Option]] = defaultdict(list)
    asked: dict[int, list[str]] = defaultdict(list)
    for row in _rows(connection, queries.OPTIONS_IN_FORCE):
        option = Option(row.text, row.correct, row.feedback, row.fact, row.pinned, row.region)
        options[row.version_id].append(option)
    for row in _rows(connection, queries.ASKED_FACTS):
        asked[row.question_id].append(row.public_id)
    for row in _rows(connection, queries.VERSIONS_IN_FORCE):
        report.count("questions")
        if row.kind not in set(QuestionKind):
            continue  # told as an unknown word
        question = _question(row, asked[row.question_id], options[row.id])
        if row.digest != digest_of(question):
            report.add("question-changed", "question_versions", row.id, row.question)


def _question(row: Any, asked: list[str], options: list[Option]) -> Question:
    key = AnswerKey(
        text=row.answer,
        accept=tuple(row.accept),
        value=row.value,
        unit=row.unit,
        approx=row.approx,
        look_alikes=tuple(row.look_alikes),
    )
    return Question(
        id=row.question,
        kind=QuestionKind(row.kind),
        template=row.template,
        stem=row.stem,
        key=key,
        facts=tuple(asked),
        options=tuple(options),
        ordered=row.ordered,
        explanation=row.explanation,
        language=row.language,
        hints=tuple(row.hints),
        picture=row.picture,
        picture_alt=row.picture_alt,
    )


def answers(connection: Connection, report: Report) -> None:
    """Answers as they were sent."""
    for row in _rows(connection, queries.ANSWERS):
        report.count("answers")
        chosen = tuple(row.response_chosen)
        response = Response(row.response_text, chosen, row.response_rating, row.dont_know)
        if row.content_digest != _digest_of_response(response):
            report.add("answer-changed", "answers", row.id, row.key)


def reviews(connection: Connection, report: Report) -> None:
    """The states kept in reviews: whole, and due when the review says."""
    for row in _rows(connection, queries.KEPT_STATES):
        states = [row.after] if row.before is None else [row.before, row.after]
        whole = all(isinstance(state, dict) and state.keys() >= STATE_KEYS for state in states)
        if not whole or datetime.fromisoformat(row.after["due"]) != row.due:
            report.add("review-state", "reviews", row.id)
