"""Which columns say something about a person, how they are told, and what erasing does to them.

Every column of every table stands here: as personal (told in the export, or secret) or as
plain. A test walks the models and fails on a column that stands nowhere, and on a personal one
that erasing would leave as it is without saying so.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sqlalchemy import ColumnElement, String, and_, cast, literal, select

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
from quizapp.store.personal_authoring import PERSONAL_AUTHORING, PLAIN_AUTHORING
from quizapp.store.personal_classrooms import PERSONAL_CLASSROOMS, PLAIN_CLASSROOMS
from quizapp.store.personal_essays import PERSONAL_ESSAYS
from quizapp.store.personal_objections import PERSONAL_OBJECTIONS
from quizapp.store.personal_quizzes import PERSONAL_QUIZZES, PLAIN_QUIZZES
from quizapp.store.personal_regrades import PERSONAL_REGRADES
from quizapp.store.personal_rows import NO_TIME, Fate, Keeper, Personal, by, table_of, words
from quizapp.store.personal_school import PERSONAL_SCHOOL, PLAIN_SCHOOL
from quizapp.store.personal_texts import PERSONAL_TEXTS, PLAIN_TEXTS

__all__ = ["NO_TIME", "PERSONAL", "PLAIN", "Fate", "Keeper", "Personal"]


def _voidings_of(person: int) -> ColumnElement[bool]:
    return Voiding.answer_id.in_(select(Answer.id).where(Answer.learner_id == person))


def _totals_of(person: int) -> ColumnElement[bool]:
    return and_(DayTotal.scope == "learner", DayTotal.subject_id == person)


def _events_about(person: int) -> ColumnElement[bool]:
    public_id = select(User.public_id).where(User.id == person).scalar_subquery()
    return and_(AuditEvent.object_kind == "user", AuditEvent.object_id == public_id)


PERSONAL: tuple[Personal, ...] = (
    Personal(
        "sessions",
        table_of(LoginSession),
        by(LoginSession.user_id),
        words("created_at seen_at expires_at"),
        words("id token_hash user_id"),
        Fate.DELETE,
    ),
    Personal(
        "one_time_codes",
        table_of(OneTimeCode),
        by(OneTimeCode.user_id),
        words("created_at expires_at"),
        words("user_id code_hash made_by_id"),
        Fate.DELETE,
    ),
    Personal(
        "one_time_codes_made",
        table_of(OneTimeCode),
        by(OneTimeCode.made_by_id),
        ("created_at",),
        ("made_by_id",),
        Fate.ANONYMISE,
        {"made_by_id": None},
        ("created_at",),
    ),
    Personal(
        "classes",
        table_of(Enrolment),
        by(Enrolment.user_id),
        words("classroom_id role joined_at"),
        ("user_id",),
        Fate.DELETE,
    ),
    Personal(
        "memory",
        table_of(Card),
        by(Card.learner_id),
        words(
            "fact_id phase step stability difficulty last_review last_day due reviews lapses "
            "introduced_day last_question_id"
        ),
        words("learner_id row_version"),
        Fate.DELETE,
    ),
    Personal(
        "answers_taken_back",
        table_of(Voiding),
        _voidings_of,
        ("at",),
        ("answer_id",),
        Fate.ANONYMISE,
        {"at": NO_TIME},
        ("answer_id",),
    ),
    Personal(
        "reviews",
        table_of(Review),
        by(Review.learner_id),
        words(
            "fact_id part_score rating counts at local_day time_zone rollover_hour model "
            "desired_retention rating_rule before after due"
        ),
        words("id answer_id learner_id"),
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
        words("id answer_id fact_id part_score rating local_day model rating_rule"),
    ),
    Personal(
        "answers",
        table_of(Answer),
        by(Answer.learner_id),
        words(
            "key version_id response_text response_chosen response_rating dont_know outcome score "
            "notes milliseconds certainty hints kind answered_at local_day"
        ),
        words("id learner_id content_digest"),
        Fate.ANONYMISE,
        {
            "learner_id": Keeper.ROW,
            "key": literal("erased-") + cast(Answer.id, String),
            "content_digest": "",
            "response_text": "",
            "notes": [],
            "answered_at": NO_TIME,
        },
        words(
            "id version_id response_chosen response_rating dont_know outcome score milliseconds "
            "certainty hints kind local_day"
        ),
    ),
    Personal(
        "days",
        table_of(DayTotal),
        _totals_of,
        words("day answers right introduced milliseconds"),
        words("scope subject_id"),
        Fate.ADD_UP,
    ),
    Personal(
        "events",
        table_of(AuditEvent),
        by(AuditEvent.actor_id),
        words("at action object_kind object_id detail"),
        words("id actor_id"),
        Fate.ANONYMISE,
        {"actor_id": None},
        words("id at action object_kind object_id detail"),
    ),
    Personal(
        "events_about_you",
        table_of(AuditEvent),
        _events_about,
        words("at action detail"),
        words("id object_kind object_id"),
        Fate.ANONYMISE,
        {"object_id": ""},
        words("id at action object_kind detail"),
    ),
    Personal(
        "classrooms_taught",
        table_of(Classroom),
        by(Classroom.owner_id),
        words("public_id name join_code time_zone created_at archived_at joining_closed_at"),
        words("id owner_id"),
        Fate.ANONYMISE,
        {"owner_id": Keeper.ROW},
        words("id public_id name join_code time_zone created_at archived_at joining_closed_at"),
    ),
    Personal(
        "sources_made",
        table_of(Source),
        by(Source.owner_id),
        words("slug kind title short_title publisher url licence language as_of evidence"),
        words("id owner_id"),
        Fate.ANONYMISE,
        {"owner_id": Keeper.ROW},
        words("id slug kind title short_title publisher url licence language as_of evidence"),
    ),
    Personal(
        "facts_written",
        table_of(Fact),
        by(Fact.owner_id),
        words("public_id kind topic statement answer value unit approx language created_at"),
        words("id owner_id"),
        Fate.ANONYMISE,
        {"owner_id": Keeper.ROW},
        words("id public_id kind topic statement answer value unit approx language created_at"),
    ),
    Personal(
        "questions_written",
        table_of(Question),
        by(Question.owner_id),
        words("public_id kind state created_at"),
        words("id owner_id"),
        Fate.ANONYMISE,
        {"owner_id": Keeper.ROW},
        words("id public_id kind state created_at"),
    ),
    Personal(
        "question_versions_written",
        table_of(QuestionVersion),
        by(QuestionVersion.author_id),
        words(
            "public_id question_id number stem answer accept explanation hints reason typed "
            "created_at"
        ),
        words("id author_id"),
        Fate.ANONYMISE,
        {"author_id": None, "typed": None},
        words(
            "id public_id question_id number stem answer accept explanation hints reason created_at"
        ),
    ),
    *PERSONAL_AUTHORING,
    *PERSONAL_CLASSROOMS,
    *PERSONAL_ESSAYS,
    *PERSONAL_OBJECTIONS,
    *PERSONAL_REGRADES,
    *PERSONAL_QUIZZES,
    *PERSONAL_SCHOOL,
    *PERSONAL_TEXTS,
    Personal(
        "account",
        table_of(User),
        by(User.id),
        words(
            "public_id name role language time_zone rollover_hour new_per_day desired_retention "
            "single_keys theme active created_at expires_at"
        ),
        words("id name_folded password_hash guest_key"),
        Fate.DELETE,
    ),
)
"""In the order of erasing."""

PLAIN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "sources": words("paragraphs collection"),
        "facts": words(
            "source_id paragraph anchor as_of according_to importance position state collection "
            "classroom_id digest"
        ),
        "questions": words("template version_number draft_number collection classroom_id"),
        "question_facts": words("question_id fact_id part"),
        "question_versions": words(
            "value unit approx look_alikes language ordered picture picture_alt digest"
        ),
        "question_options": words("version_id position text correct feedback fact pinned region"),
        "remembered": words("name value"),
        # keyed digests of names and addresses, swept away after two days
        "limits": words("kind subject started_at count"),
    }
    | PLAIN_AUTHORING
    | PLAIN_CLASSROOMS
    | PLAIN_QUIZZES
    | PLAIN_SCHOOL
    | PLAIN_TEXTS
)
"""Columns that say nothing about a person."""
