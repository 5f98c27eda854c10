"""Teachers' texts, their candidates and their jobs, as the review reads them.

A text is its author's; when it belongs to a classroom, also that of whoever teaches there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from quizapp.store.base import aliased
from quizapp.store.models import (
    Candidate,
    Classroom,
    Fact,
    Job,
    Question,
    QuestionFact,
    Source,
    SourceText,
)
from quizapp.store.queries.question_reach import taught_ids

TEXT_COLUMNS = (
    SourceText.id.label("text_id"),
    SourceText.version,
    SourceText.text,
    SourceText.text_hash,
    SourceText.restored,
    SourceText.topic,
    SourceText.classroom_id,
    SourceText.author_id,
    Classroom.name.label("classroom_name"),
    Source.id.label("source_id"),
    Source.slug,
    Source.title,
    Source.short_title,
    Source.publisher,
    Source.url,
    Source.licence,
    Source.language,
    Source.as_of,
    Source.evidence,
    Source.paragraphs,
    Job.state.label("job_state"),
    Job.stage.label("job_stage"),
    Job.done.label("job_done"),
    Job.total.label("job_total"),
    Job.found.label("job_found"),
    Job.reason.label("job_reason"),
    Job.created_at.label("job_created_at"),
)
_later = aliased(SourceText)
_NEWEST = ~(
    select(_later.id)
    .where(_later.source_id == SourceText.source_id, _later.version > SourceText.version)
    .exists()
)


@dataclass(frozen=True, slots=True)
class TextLine:
    """A text in the list of a teacher's texts; counts are of candidates."""

    slug: str
    title: str
    classroom: str
    created_at: datetime
    job_state: str
    open: int
    approved: int
    rejected: int


def _mine(person: int) -> ColumnElement[bool]:
    return or_(SourceText.author_id == person, SourceText.classroom_id.in_(taught_ids(person)))


def newest_text(connection: Connection, person: int, slug: str) -> Any:
    """The newest version of a text that this teacher may review, with its source and job."""
    return connection.execute(
        select(*TEXT_COLUMNS)
        .join(Source, Source.id == SourceText.source_id)
        .join(Job, Job.text_id == SourceText.id)
        .outerjoin(Classroom, Classroom.id == SourceText.classroom_id)
        .where(Source.slug == slug, _mine(person), _NEWEST)
    ).first()


def text_of_job(connection: Connection, text_id: int) -> Any:
    """A text by its row number, for the job that reads it."""
    return connection.execute(
        select(*TEXT_COLUMNS)
        .join(Source, Source.id == SourceText.source_id)
        .join(Job, Job.text_id == SourceText.id)
        .outerjoin(Classroom, Classroom.id == SourceText.classroom_id)
        .where(SourceText.id == text_id)
    ).first()


def own_texts(connection: Connection, person: int) -> tuple[TextLine, ...]:
    """The texts that this teacher may review, the newest first."""

    def count(state: str) -> Any:
        return (
            select(func.count())
            .where(Candidate.text_id == SourceText.id, Candidate.state == state)
            .scalar_subquery()
        )

    rows = connection.execute(
        select(
            Source.slug,
            Source.title,
            func.coalesce(Classroom.name, ""),
            SourceText.created_at,
            Job.state,
            count("open") + count("gone"),
            count("approved"),
            count("rejected"),
        )
        .join(Source, Source.id == SourceText.source_id)
        .join(Job, Job.text_id == SourceText.id)
        .outerjoin(Classroom, Classroom.id == SourceText.classroom_id)
        .where(_mine(person), _NEWEST)
        .order_by(SourceText.created_at.desc(), SourceText.id.desc())
    )
    return tuple(TextLine(*row) for row in rows)


def same_text(connection: Connection, person: int, text_hash: str, audience: int | None) -> str:
    """The slug of a source that already holds this very text for this audience, "" without one."""
    place = (
        SourceText.classroom_id.is_(None)
        if audience is None
        else SourceText.classroom_id == audience
    )
    found = connection.execute(
        select(Source.slug)
        .join(SourceText, SourceText.source_id == Source.id)
        .where(_NEWEST, SourceText.text_hash == text_hash, SourceText.author_id == person, place)
        .order_by(SourceText.id)
    ).scalar()
    return found or ""


def candidates_of(connection: Connection, text_id: int) -> list[Any]:
    """All candidates of a text in reading order."""
    columns = Candidate.__table__.c
    rows = connection.execute(
        select(*columns).where(columns.text_id == text_id).order_by(columns.position)
    )
    return list(rows.all())


def candidate(connection: Connection, text_id: int, public_id: str) -> Any:
    """One candidate of a text."""
    columns = Candidate.__table__.c
    return connection.execute(
        select(*columns).where(columns.text_id == text_id, columns.public_id == public_id)
    ).first()


def last_decided(connection: Connection, text_id: int) -> list[Any]:
    """The candidates that were decided last, together."""
    columns = Candidate.__table__.c
    newest = select(func.max(columns.decision)).where(columns.text_id == text_id).scalar_subquery()
    rows = connection.execute(
        select(*columns).where(
            columns.text_id == text_id, columns.decision > 0, columns.decision == newest
        )
    )
    return list(rows.all())


FACT_MADE = (
    Candidate.public_id.label("candidate"),
    Candidate.subject,
    Candidate.sentence,
    Candidate.kind.label("kind"),
    Fact.public_id.label("fact"),
    Fact.id.label("fact_id"),
    Fact.statement,
    Fact.answer,
    Fact.value,
    Fact.unit,
    Fact.approx,
    Fact.paragraph,
    Fact.anchor,
    Fact.as_of,
    Fact.according_to,
    Fact.topic,
    Fact.language,
)


def facts_made(connection: Connection, text_id: int) -> list[Any]:
    """The approved facts that were made of a text's candidates."""
    rows = connection.execute(
        select(*FACT_MADE)
        .join(Fact, Fact.id == Candidate.fact_id)
        .where(
            Candidate.text_id == text_id,
            Candidate.state == "approved",
            Fact.state == "approved",
        )
        .order_by(Candidate.position)
    )
    return list(rows.all())


def facts_to_compare(connection: Connection, person: int, language: str) -> list[Any]:
    """Approved facts that this teacher can see: what a candidate may repeat or contradict."""
    rows = connection.execute(
        select(
            Fact.id,
            Fact.public_id,
            Fact.kind,
            Fact.statement,
            Fact.answer,
            Fact.value,
            Fact.unit,
            Fact.approx,
            Source.short_title,
        )
        .join(Source, Source.id == Fact.source_id)
        .where(
            Fact.state == "approved",
            Fact.language == language,
            or_(
                Fact.collection.in_(("shipped", "school")),
                Fact.owner_id == person,
                and_(
                    Fact.classroom_id.is_not(None),
                    Fact.classroom_id.in_(taught_ids(person)),
                ),
            ),
        )
    )
    return list(rows.all())


def fact_rows(connection: Connection, numbers: set[int]) -> dict[int, Any]:
    """Facts by row number, for what stands beside a changed candidate."""
    if not numbers:
        return {}
    columns = Fact.__table__.c
    rows = connection.execute(select(*columns).where(columns.id.in_(numbers)))
    return {row.id: row for row in rows}


def question_counts(connection: Connection, text_id: int) -> dict[int, int]:
    """Facts of a text's candidates (row numbers, the replaced ones too): questions on each."""
    own = or_(
        Candidate.fact_id == QuestionFact.fact_id, Candidate.old_fact_id == QuestionFact.fact_id
    )
    rows = connection.execute(
        select(QuestionFact.fact_id, func.count(func.distinct(Question.id)))
        .join(Question, Question.id == QuestionFact.question_id)
        .join(Candidate, own)
        .where(Candidate.text_id == text_id, Question.state.in_(("ready", "review")))
        .group_by(QuestionFact.fact_id)
    )
    return {row[0]: row[1] for row in rows}
