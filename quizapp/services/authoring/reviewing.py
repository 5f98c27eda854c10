"""What teachers say about a question to each other."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, insert

from quizapp.services.accounts import audit
from quizapp.services.authoring.draft import tidy
from quizapp.services.context import Context, NotFound, Refused
from quizapp.store.base import new_public_id
from quizapp.store.models import QuestionComment
from quizapp.store.queries import authoring as queries
from quizapp.store.queries.people import Person

LONGEST = 2000


def comment(context: Context, person: Person, public_id: str, text: str, at: datetime) -> str:
    """Store a remark; its public id.

    Raises NotFound for questions of others, Refused("comment_empty") and
    Refused("comment_long").
    """
    said = tidy(text)
    if not said:
        raise Refused("comment_empty")
    if len(said) > LONGEST:
        raise Refused("comment_long", limit=str(LONGEST))

    def work(connection: Connection) -> str:
        row = _own(connection, person, public_id)
        made = new_public_id()
        connection.execute(
            insert(QuestionComment).values(
                public_id=made,
                question_id=row,
                author_id=person.id,
                number=queries.question_row(connection, person, public_id).newest,
                text=said,
                at=at,
            )
        )
        audit(connection, at, person.id, "question.commented", "question", public_id)
        return made

    return context.store.transact(work)


def take_back(context: Context, person: Person, public_id: str, remark: str) -> None:
    """Take back one's own remark. Raises NotFound for those of others."""

    def work(connection: Connection) -> None:
        gone = delete(QuestionComment).where(
            QuestionComment.public_id == remark,
            QuestionComment.question_id == _own(connection, person, public_id),
            QuestionComment.author_id == person.id,
        )
        if connection.execute(gone).rowcount != 1:
            raise NotFound

    context.store.transact(work)


def _own(connection: Connection, person: Person, public_id: str) -> int:
    row = queries.question_row(connection, person, public_id)
    if row is None or not row.own:
        raise NotFound
    return int(row.id)
