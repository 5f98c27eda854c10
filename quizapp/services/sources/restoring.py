"""A line that cleaning dropped is taken back by the teacher, and its values with it."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, update

from quizapp.core.extraction import cleaning
from quizapp.core.extraction.candidates import find
from quizapp.services.access import Permission, require
from quizapp.services.context import Context, NotFound, Refused
from quizapp.services.sources.running import candidate_row, numbered
from quizapp.store.models import Candidate, Source, SourceText
from quizapp.store.queries import source_texts as queries
from quizapp.store.queries.people import Person


def restore(context: Context, person: Person, slug: str, line: int) -> None:
    """Make a dropped line content again. Raises NotFound, Refused("still_reading").

    Paragraphs get their numbers anew; facts know their lines, so citations stay right.
    """
    require(Permission.TEACH, person)

    def work(connection: Connection) -> None:
        text = queries.newest_text(connection, person.id, slug)
        if text is None:
            raise NotFound
        if text.job_state in ("waiting", "running"):
            raise Refused("still_reading")
        kept, dropped = cleaning.clean(text.text, frozenset(text.restored))
        if line not in {one.paragraph for one in dropped}:
            return
        restored = sorted({*text.restored, line})
        paragraphs, _ = cleaning.clean(text.text, frozenset(restored))
        mine = [one for one in paragraphs if one.number == line]
        found = list(numbered(find(mine, text.language)))
        rows = [candidate_row(text.text_id, place, one, text.language) for place, one in found]
        columns = (Candidate.text_id == text.text_id, Candidate.paragraph == line)
        connection.execute(delete(Candidate).where(*columns, Candidate.state == "open"))
        if rows:
            connection.execute(insert(Candidate), rows)
        numbers = sorted({one.number for one in kept} | {line})
        connection.execute(
            update(Source).where(Source.id == text.source_id).values(paragraphs=numbers)
        )
        connection.execute(
            update(SourceText).where(SourceText.id == text.text_id).values(restored=restored)
        )

    context.store.transact(work)
