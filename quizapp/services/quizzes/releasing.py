"""A teacher releases results that a quiz holds back."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, update

from quizapp.services.access import Permission, require
from quizapp.services.accounts import audit
from quizapp.services.context import Context
from quizapp.services.quizzes.making import taught_quiz
from quizapp.services.quizzes.settling import settle
from quizapp.store.models import Quiz
from quizapp.store.queries import sitting as queries
from quizapp.store.queries.people import Person


def release_results(context: Context, person: Person, quiz: str, at: datetime) -> int:
    """Show all submitted attempts as after closing, and let their answers join the memories.

    Gives back how many attempts joined. Once more finds nothing to do. NotFound for quizzes of
    others.
    """
    require(Permission.TEACH, person)

    def work(connection: Connection) -> int:
        row = taught_quiz(connection, person, quiz)
        if row.results_released_at is None:
            released = update(Quiz).where(Quiz.id == row.id)
            connection.execute(released.values(results_released_at=at))
            audit(connection, at, person.id, "quiz.results_released", "quiz", quiz)
        return int(row.id)

    number = context.store.transact(work)
    with context.store.read() as connection:
        rows = queries.to_settle(connection, at, quiz=number)
    return settle(context, rows, at)
