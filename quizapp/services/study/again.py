"""A question or a verdict once more: after signing in again, after a form that was too old."""

from __future__ import annotations

from quizapp.services.context import Context, NotFound
from quizapp.services.screens import QuestionScreen, VerdictScreen
from quizapp.services.study import content
from quizapp.services.study.asking import question_screen, with_hints
from quizapp.services.study.keys import parse_key, read_own_key
from quizapp.services.study.responding import LONGEST_TEXT, Submission
from quizapp.services.study.verdicts import told, verdict_screen
from quizapp.store.queries import answering as queries
from quizapp.store.queries.people import Person


def verdict_again(context: Context, person: Person, key: str) -> VerdictScreen:
    """The verdict on this person's answer under a key. NotFound where there is none that counts."""
    with context.store.read() as connection:
        row = queries.stored_answer(connection, person.id, key)
        if row is None or row.voided:
            raise NotFound
        asked = content.load(connection, person.id, row.version)
        stored = told(connection, row)
    return verdict_screen(context, person, asked, parse_key(key), stored)


def held_question(context: Context, person: Person, submission: Submission) -> QuestionScreen:
    """The question of a form that was not taken, with its own key and what was typed.

    Nothing is stored. Raises NotFound and Refused("foreign_key") as `answer` does.
    """
    return _held(context, person, submission, submission.hints)


def with_next_hint(context: Context, person: Person, submission: Submission) -> QuestionScreen:
    """The same with one hint more than stood on the page, if there is one.

    How many were taken is stored with the answer: the form carries their number. Whoever sends
    a smaller one only misleads their own memory, as with a flashcard.
    """
    return _held(context, person, submission, submission.hints + 1)


def _held(context: Context, person: Person, submission: Submission, hints: int) -> QuestionScreen:
    form = read_own_key(context, person, submission.version, submission.key)
    with context.store.read() as connection:
        asked = content.load(connection, person.id, submission.version)
    options = content.option_list(context, asked.question, form.text, submission.rows)
    given = submission.text[:LONGEST_TEXT]
    screen = question_screen(context, asked, form, given=given, options=options)
    return with_hints(screen, asked, hints)
