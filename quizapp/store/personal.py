"""Which columns say something about a person, how they are told, and what erasing does to them.

Every column of every table stands here: as personal (told in the export, or secret) or as
plain. A test walks the models and fails on a column that stands nowhere, and on a personal one
that erasing would leave as it is without saying so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum, auto
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, String, Table, and_, cast, literal, select

from quizapp.store.base import Base
from quizapp.store.models import (
    Answer,
    AuditEvent,
    Card,
    Classroom,
    DayTotal,
    Enrolment,
    Fact,
    LoginSession,
    OneTimeCode,
    Question,
    QuestionVersion,
    Review,
    Source,
    User,
    Voiding,
)

NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands where an instant was: the day stays beside it where statistics need it."""


class Fate(Enum):
    """What erasing a person does to the rows."""

    DELETE = auto()
    ANONYMISE = auto()
    ADD_UP = auto()  # day totals: added to those of all erased people together


class Keeper(Enum):
    """Stands for the row number of the one nameless person who keeps what stays."""

    ROW = auto()


Owned = Callable[[int], ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class Personal:
    """The rows of one table that belong to a person.

    `told` is what the export says, `secret` what nobody is told (digests, inner numbers). When
    rows are anonymised, each of both is replaced (`blanks`) or, saying nothing about anybody any
    more, stays (`stays`).
    """

    name: str
    table: Table
    of: Owned
    told: tuple[str, ...]
    secret: tuple[str, ...]
    fate: Fate
    blanks: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    stays: tuple[str, ...] = ()


def _table(model: type[Base]) -> Table:
    table: Table = model.__table__  # type: ignore[assignment]
    return table


def _by(column: Any) -> Owned:
    return lambda person: column == person


def _voidings_of(person: int) -> ColumnElement[bool]:
    return Voiding.answer_id.in_(select(Answer.id).where(Answer.learner_id == person))


def _totals_of(person: int) -> ColumnElement[bool]:
    return and_(DayTotal.scope == "learner", DayTotal.subject_id == person)


def _events_about(person: int) -> ColumnElement[bool]:
    public_id = select(User.public_id).where(User.id == person).scalar_subquery()
    return and_(AuditEvent.object_kind == "user", AuditEvent.object_id == public_id)


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


PERSONAL: tuple[Personal, ...] = (
    Personal(
        "sessions",
        _table(LoginSession),
        _by(LoginSession.user_id),
        _words("created_at seen_at expires_at"),
        _words("id token_hash user_id"),
        Fate.DELETE,
    ),
    Personal(
        "one_time_codes",
        _table(OneTimeCode),
        _by(OneTimeCode.user_id),
        _words("created_at expires_at"),
        _words("user_id code_hash made_by_id"),
        Fate.DELETE,
    ),
    Personal(
        "one_time_codes_made",
        _table(OneTimeCode),
        _by(OneTimeCode.made_by_id),
        ("created_at",),
        ("made_by_id",),
        Fate.ANONYMISE,
        {"made_by_id": None},
        ("created_at",),
    ),
    Personal(
        "classes",
        _table(Enrolment),
        _by(Enrolment.user_id),
        _words("classroom_id role joined_at"),
        ("user_id",),
        Fate.DELETE,
    ),
    Personal(
        "memory",
        _table(Card),
        _by(Card.learner_id),
        _words(
            "fact_id phase step stability difficulty last_review last_day due reviews lapses "
            "introduced_day last_question_id"
        ),
        _words("learner_id row_version"),
        Fate.DELETE,
    ),
    Personal(
        "answers_taken_back",
        _table(Voiding),
        _voidings_of,
        ("at",),
        ("answer_id",),
        Fate.ANONYMISE,
        {"at": NO_TIME},
        ("answer_id",),
    ),
    Personal(
        "reviews",
        _table(Review),
        _by(Review.learner_id),
        _words(
            "fact_id part_score rating counts at local_day time_zone rollover_hour model "
            "desired_retention rating_rule before after due"
        ),
        _words("id answer_id learner_id"),
        Fate.ANONYMISE,
        {
            "learner_id": Keeper.ROW,
            "counts": False,
            "at": NO_TIME,
            "due": NO_TIME,
            "time_zone": "UTC",
            "rollover_hour": 4,
            "desired_retention": 0.9,
            "before": {},
            "after": {},
        },
        _words("id answer_id fact_id part_score rating local_day model rating_rule"),
    ),
    Personal(
        "answers",
        _table(Answer),
        _by(Answer.learner_id),
        _words(
            "key version_id response_text response_chosen response_rating dont_know outcome score "
            "notes milliseconds certainty hints kind answered_at local_day"
        ),
        _words("id learner_id content_digest"),
        Fate.ANONYMISE,
        {
            "learner_id": Keeper.ROW,
            "key": literal("erased-") + cast(Answer.id, String),
            "content_digest": "",
            "response_text": "",
            "notes": [],
            "answered_at": NO_TIME,
        },
        _words(
            "id version_id response_chosen response_rating dont_know outcome score milliseconds "
            "certainty hints kind local_day"
        ),
    ),
    Personal(
        "days",
        _table(DayTotal),
        _totals_of,
        _words("day answers right introduced milliseconds"),
        _words("scope subject_id"),
        Fate.ADD_UP,
    ),
    Personal(
        "events",
        _table(AuditEvent),
        _by(AuditEvent.actor_id),
        _words("at action object_kind object_id detail"),
        _words("id actor_id"),
        Fate.ANONYMISE,
        {"actor_id": None},
        _words("id at action object_kind object_id detail"),
    ),
    Personal(
        "events_about_you",
        _table(AuditEvent),
        _events_about,
        _words("at action detail"),
        _words("id object_kind object_id"),
        Fate.ANONYMISE,
        {"object_id": ""},
        _words("id at action object_kind detail"),
    ),
    Personal(
        "classrooms_taught",
        _table(Classroom),
        _by(Classroom.owner_id),
        _words("public_id name join_code time_zone created_at archived_at"),
        _words("id owner_id"),
        Fate.ANONYMISE,
        {"owner_id": Keeper.ROW},
        _words("id public_id name join_code time_zone created_at archived_at"),
    ),
    Personal(
        "sources_made",
        _table(Source),
        _by(Source.owner_id),
        _words("slug kind title short_title publisher url licence language as_of evidence"),
        _words("id owner_id"),
        Fate.ANONYMISE,
        {"owner_id": Keeper.ROW},
        _words("id slug kind title short_title publisher url licence language as_of evidence"),
    ),
    Personal(
        "facts_written",
        _table(Fact),
        _by(Fact.owner_id),
        _words("public_id kind topic statement answer value unit approx language created_at"),
        _words("id owner_id"),
        Fate.ANONYMISE,
        {"owner_id": Keeper.ROW},
        _words("id public_id kind topic statement answer value unit approx language created_at"),
    ),
    Personal(
        "questions_written",
        _table(Question),
        _by(Question.owner_id),
        _words("public_id kind state created_at"),
        _words("id owner_id"),
        Fate.ANONYMISE,
        {"owner_id": Keeper.ROW},
        _words("id public_id kind state created_at"),
    ),
    Personal(
        "question_versions_written",
        _table(QuestionVersion),
        _by(QuestionVersion.author_id),
        _words("public_id question_id number stem answer accept explanation reason created_at"),
        _words("id author_id"),
        Fate.ANONYMISE,
        {"author_id": None},
        _words("id public_id question_id number stem answer accept explanation reason created_at"),
    ),
    Personal(
        "account",
        _table(User),
        _by(User.id),
        _words(
            "public_id name role language time_zone rollover_hour new_per_day desired_retention "
            "single_keys theme active created_at expires_at"
        ),
        _words("id name_folded password_hash guest_key"),
        Fate.DELETE,
    ),
)
"""In the order of erasing."""

PLAIN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "sources": _words("paragraphs collection"),
        "facts": _words(
            "source_id paragraph anchor as_of according_to importance position state collection "
            "classroom_id digest"
        ),
        "questions": _words("template version_number collection classroom_id"),
        "question_facts": _words("question_id fact_id part"),
        "question_versions": _words("value unit approx look_alikes language ordered digest"),
        "question_options": _words("version_id position text correct feedback fact"),
        "remembered": _words("name value"),
        # keyed digests of names and addresses, swept away after two days
        "limits": _words("kind subject started_at count"),
    }
)
"""Columns that say nothing about a person."""
