"""Taking a text in: what a teacher typed or uploaded becomes a source, a text and a job."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Connection, insert, update

from quizapp.core.extraction import language
from quizapp.core.extraction.unwrapping import unwrap
from quizapp.core.values.read_times import read_time
from quizapp.core.values.times import TimeValue, parse_edtf
from quizapp.services.access import Permission, open_classroom, require
from quizapp.services.accounts import audit
from quizapp.services.authoring.draft import tidy
from quizapp.services.context import Context, NotFound, Refused
from quizapp.services.sources.bell import ring
from quizapp.store.base import new_public_id
from quizapp.store.models import Job, Source, SourceText
from quizapp.store.queries import source_texts as queries
from quizapp.store.queries.people import Person

LONGEST_TEXT = 1_000_000
"""Characters of a text: a book of 500 pages."""
LIMITS = {"title": 300, "author": 200, "url": 500, "licence": 300, "topic": 120}
GRADES = ("reference", "primary source", "opinion article", "")
LANGUAGES = ("en", "es")


@dataclass(frozen=True, slots=True)
class NewText:
    """What stands in the form, right or not. `audience` is a classroom's public id or ""."""

    title: str = ""
    text: str = ""
    author: str = ""
    url: str = ""
    licence: str = ""
    language: str = ""
    as_of: str = ""
    evidence: str = "reference"
    topic: str = ""
    audience: str = ""
    file_name: str = ""


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a field: a code that the web room words."""

    code: str
    about: str
    values: dict[str, str] = field(default_factory=dict)


class TextRefused(Exception):
    """The text cannot be taken as it is; nothing was stored."""

    def __init__(self, *flaws: Flaw) -> None:
        super().__init__("text refused")
        self.flaws = flaws


def save(context: Context, person: Person, draft: NewText, at: datetime) -> str:
    """Store a text with its source and the job that reads it; the source's slug.

    The same text for the same audience is stored once. Raises TextRefused.
    """
    require(Permission.TEACH, person)
    draft = _checked(draft)
    digest = hash_of(draft.text)

    def work(connection: Connection) -> str:
        audience = _audience(connection, person, draft)
        known = queries.same_text(connection, person.id, digest, audience)
        if known:
            return known
        slug = new_public_id()
        source = _insert_source(connection, person, draft, slug)
        _insert_text(connection, person, source, 1, draft, audience, at)
        audit(connection, at, person.id, "source.added", "source", slug)
        return slug

    slug = context.store.transact(work)
    ring()
    return slug


def save_version(context: Context, person: Person, slug: str, text: str, at: datetime) -> bool:
    """Store the next version of a text; False when it says what the last one did.

    Raises NotFound for texts of others, and TextRefused.
    """
    require(Permission.TEACH, person)

    def work(connection: Connection) -> bool:
        row = queries.newest_text(connection, person.id, slug)
        if row is None:
            raise NotFound
        draft = _checked(_of_row(row, text))
        if hash_of(draft.text) == row.text_hash:
            return False
        _insert_text(
            connection, person, row.source_id, row.version + 1, draft, row.classroom_id, at
        )
        detail = {"version": row.version + 1}
        audit(connection, at, person.id, "source.changed", "source", slug, **detail)
        return True

    changed = context.store.transact(work)
    ring()
    return changed


def _of_row(row: Any, text: str) -> NewText:
    return NewText(title=row.title, text=text, language=row.language, topic=row.topic)


def read_again(context: Context, person: Person, slug: str) -> None:
    """Let a job that was cancelled or failed go on where it stopped."""
    _set_state(context, person, slug, ("cancelled", "failed"), "waiting")
    ring()


def cancel(context: Context, person: Person, slug: str) -> None:
    """Stop reading; what was found stays."""
    _set_state(context, person, slug, ("waiting", "running"), "cancelled")


def _set_state(
    context: Context, person: Person, slug: str, before: tuple[str, ...], after: str
) -> None:
    def work(connection: Connection) -> None:
        row = queries.newest_text(connection, person.id, slug)
        if row is None:
            raise NotFound
        connection.execute(
            update(Job)
            .where(Job.text_id == row.text_id, Job.state.in_(before))
            .values(state=after, reason="", worker="")
        )

    context.store.transact(work)


def hash_of(text: str) -> str:
    """The SHA-256 of a text in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def lines_of(text: str) -> str:
    """A text as it is stored: composed letters, no unseen signs, one line for each paragraph."""
    kept = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = (tidy(" ".join(line.split())) for line in unwrap(kept).split("\n"))
    return "\n".join(line for line in lines if line)


def _checked(draft: NewText) -> NewText:
    names = ("title", "author", "url", "licence", "topic", "as_of")
    tidied = replace(draft, **{name: tidy(getattr(draft, name)) for name in names})
    flaws = [
        Flaw("too_long", name, {"limit": str(limit)})
        for name, limit in LIMITS.items()
        if len(getattr(tidied, name)) > limit
    ]
    if not tidied.title:
        flaws.append(Flaw("title_empty", "title"))
    if tidied.url and urlsplit(tidied.url).scheme not in ("http", "https"):
        flaws.append(Flaw("url_odd", "url"))
    text = "" if len(draft.text) > 2 * LONGEST_TEXT else lines_of(draft.text)
    if len(text) > LONGEST_TEXT or len(draft.text) > 2 * LONGEST_TEXT:
        flaws.append(Flaw("text_long", "text", {"limit": f"{LONGEST_TEXT:,}"}))
    elif not text:
        flaws.append(Flaw("text_empty", "text"))
    code = draft.language if draft.language in LANGUAGES else language.guess(text)
    as_of = _as_of(tidied.as_of, code)
    if as_of is None:
        flaws.append(Flaw("as_of_odd", "as_of"))
    if flaws:
        raise TextRefused(*flaws)
    evidence = draft.evidence if draft.evidence in GRADES else ""
    topic = tidied.topic or tidied.title[: LIMITS["topic"]]
    return replace(
        tidied, text=text, language=code, as_of=as_of or "", evidence=evidence, topic=topic
    )


def _as_of(text: str, code: str) -> str | None:
    """An EDTF value for what was typed as a date, "" for nothing, None for what is no date."""
    if not text:
        return ""
    try:
        return parse_edtf(text).edtf
    except ValueError:
        found = read_time(text, code)
    return found.edtf if isinstance(found, TimeValue) else None


def _audience(connection: Connection, person: Person, draft: NewText) -> int | None:
    if not draft.audience:
        return None
    try:
        return open_classroom(connection, person, draft.audience)
    except (NotFound, Refused):
        raise TextRefused(Flaw("audience_unknown", "audience")) from None


def _insert_source(connection: Connection, person: Person, draft: NewText, slug: str) -> int:
    short = draft.title if len(draft.title) <= 120 else draft.title[:119].rstrip() + "…"
    row = {
        "slug": slug,
        "kind": "text",
        "title": draft.title,
        "short_title": short,
        "publisher": draft.author,
        "url": draft.url,
        "licence": draft.licence,
        "language": draft.language,
        "as_of": draft.as_of,
        "evidence": draft.evidence,
        "paragraphs": [],
        "collection": "mine",
        "owner_id": person.id,
    }
    return connection.execute(insert(Source).values(row).returning(Source.id)).scalar_one()


def _insert_text(
    connection: Connection,
    person: Person,
    source: int,
    version: int,
    draft: NewText,
    audience: int | None,
    at: datetime,
) -> None:
    digest = hash_of(draft.text)
    row = {
        "source_id": source,
        "version": version,
        "text": draft.text,
        "text_hash": digest,
        "restored": [],
        "file_name": draft.file_name[:200],
        "topic": draft.topic,
        "author_id": person.id,
        "classroom_id": audience,
        "created_at": at,
    }
    text = connection.execute(insert(SourceText).values(row).returning(SourceText.id)).scalar_one()
    job = {
        "public_id": new_public_id(),
        "kind": "extract",
        "input_hash": hash_of(f"{source}:{version}:{digest}"),
        "text_id": text,
        "state": "waiting",
        "total": draft.text.count("\n") + 1,
        "created_at": at,
    }
    connection.execute(insert(Job).values(job))
