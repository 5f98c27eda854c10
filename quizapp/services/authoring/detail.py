"""One question with its versions, as its teachers see it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from quizapp.core.questions import AnswerKey, Option, Question, QuestionKind
from quizapp.services.authoring.differences import CONTENT, changed_parts
from quizapp.services.authoring.draft import Draft, DraftOption, from_typed
from quizapp.services.authoring.making import draft_from
from quizapp.services.context import Context, NotFound
from quizapp.services.screens import FactCard
from quizapp.services.study.content import fact_card
from quizapp.store.queries import authoring as queries
from quizapp.store.queries.people import Person


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a question; `changed` names what differs from the version before.

    `draft` is its content as the form takes it, `question` as learners are asked it, `typed`
    whether it was saved as a draft.
    """

    number: int
    draft: Draft
    question: Question
    author: str
    reason: str
    at: datetime
    typed: bool = False
    changed: tuple[str, ...] = ()

    @property
    def stem(self) -> str:
        """What is asked."""
        return self.draft.stem

    @property
    def options(self) -> tuple[DraftOption, ...]:
        """The rows."""
        return self.draft.filled

    @property
    def answer(self) -> str:
        """What is right, in words."""
        return self.question.key.text

    @property
    def explanation(self) -> str:
        """What is said after the answer."""
        return self.draft.explanation

    @property
    def picture(self) -> str:
        """The picture that stands with it, by its id."""
        return self.draft.picture

    @property
    def picture_alt(self) -> str:
        """What the picture shows."""
        return self.draft.picture_alt

    @property
    def language(self) -> str:
        """The language of the question."""
        return self.draft.language


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark on a question; `own` says whether the reader made it."""

    public_id: str
    text: str
    author: str
    at: datetime
    number: int
    own: bool


@dataclass(frozen=True, slots=True)
class QuestionDetail:
    """One question as its teacher sees it, the version saved last first.

    `may_edit` is False for questions that are only read. `audience` is a classroom's public id.
    `in_force` is the number of the version that learners are asked, `fact_open` says that the
    fact is still being written with its question.
    """

    public_id: str
    kind: str
    state: str
    collection: str
    audience: str
    audience_name: str
    facts: tuple[FactCard, ...]
    versions: tuple[Version, ...]
    in_force: int
    tags: tuple[str, ...]
    comments: tuple[Comment, ...]
    may_edit: bool
    fact_open: bool

    @property
    def current(self) -> Version:
        """The version saved last: what an edit starts from."""
        return self.versions[0]

    @property
    def asked(self) -> Version:
        """The version in force."""
        return next(one for one in self.versions if one.number == self.in_force)

    @property
    def fact(self) -> FactCard:
        """The first fact that is asked for."""
        return self.facts[0]


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
    row = queries.question_row(connection, person, public_id)
    if row is None or (to_edit and not row.own):
        raise NotFound
    facts = queries.fact_rows(connection, row.id)
    return QuestionDetail(
        public_id=row.public_id,
        kind=row.kind,
        state=row.state,
        collection=row.collection,
        audience=row.classroom or "",
        audience_name=row.classroom_name or "",
        facts=tuple(fact_card(fact) for fact in facts),
        versions=_versions(connection, row, tuple(fact.fact for fact in facts)),
        in_force=row.version_number,
        tags=queries.tags_of(connection, row.id),
        comments=_comments(connection, row, person),
        may_edit=bool(row.own),
        fact_open=facts[0].fact_state == "proposed",
    )


def _comments(connection: Connection, row: Any, person: Person) -> tuple[Comment, ...]:
    """The remarks, for those who may change the question."""
    if not row.own:
        return ()
    return tuple(
        Comment(one.public_id, one.text, one.author or "", one.at, one.number, own)
        for one in queries.comment_rows(connection, row.id)
        for own in (one.author_id == person.id,)
    )


def _versions(connection: Connection, row: Any, facts: tuple[str, ...]) -> tuple[Version, ...]:
    options: dict[int, list[Option]] = defaultdict(list)
    for option in queries.option_rows(connection, row.id):
        options[option.version_id].append(Option(*tuple(option)[1:]))
    versions: list[Version] = []
    for one in reversed(queries.version_rows(connection, row.id)):
        version = _version(one, _question(row, one, facts, options[one.id]))
        if versions:
            changed = changed_parts(versions[-1].draft, version.draft)
            version = replace(version, changed=changed)
        versions.append(version)
    return tuple(reversed(versions))


def _question(
    row: Any, version: Any, facts: tuple[str, ...], options: Sequence[Option]
) -> Question:
    return Question(
        id=row.public_id,
        kind=QuestionKind(row.kind),
        template=row.template,
        stem=version.stem,
        key=AnswerKey(
            text=version.answer,
            accept=tuple(version.accept),
            value=version.value,
            unit=version.unit,
            approx=version.approx,
            look_alikes=tuple(version.look_alikes),
        ),
        facts=facts,
        options=tuple(options),
        ordered=version.ordered,
        explanation=version.explanation,
        language=version.language,
        hints=tuple(version.hints),
        picture=version.picture,
        picture_alt=version.picture_alt,
    )


def _version(row: Any, question: Question) -> Version:
    typed = row.typed
    draft = from_typed(typed) if typed else draft_from(question)
    return Version(
        number=row.number,
        draft=replace(draft, kind=question.kind),
        question=question,
        author=row.author or "",
        reason=row.reason,
        at=row.created_at,
        typed=bool(typed),
    )


def draft_of(detail: QuestionDetail, number: int | None = None) -> Draft:
    """A version as a draft to change: the one saved last, or that of the number.

    Raises NotFound for a number that there is none of.
    """
    found = (one for one in detail.versions if number in (None, one.number))
    version = next(found, None)
    if version is None:
        raise NotFound
    kept = version.draft
    if not (version.typed and detail.fact_open):
        kept = Draft(**{name: getattr(kept, name) for name in CONTENT})
        stated: dict[str, Any] = {"statement": detail.fact.statement, "topic": detail.fact.topic}
        kept = replace(kept, **(stated if detail.fact_open else {"fact": detail.fact.public_id}))
    return replace(kept, audience=detail.audience, tags=", ".join(detail.tags), reason="")
