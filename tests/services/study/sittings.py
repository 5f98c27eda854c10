"""Answering as a learner does: the screen's own form is filled in and sent."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select

from quizapp.core.questions import QuestionKind
from quizapp.services import study
from quizapp.services.context import Context
from quizapp.services.screens import QuestionScreen, VerdictScreen
from quizapp.services.study import Submission
from quizapp.store.models import Card, DayTotal
from quizapp.store.queries.people import Person
from tests.world import FACTS

ANSWERS = {one.ask: one.answer for one in FACTS}
LOOKING = timedelta(seconds=5)


def filled(screen: QuestionScreen, *, right: bool = True) -> Submission:
    """The form of this question, answered right or wrong."""
    answer = ANSWERS[screen.stem]
    if screen.kind is QuestionKind.SINGLE_CHOICE:
        token = next(o.token for o in screen.options if (o.text == answer) is right)
        return Submission(screen.key, screen.version, choice=token)
    if screen.kind is QuestionKind.FLASHCARD:
        return Submission(screen.key, screen.version, rating=3 if right else 1)
    wrong = "1801" if screen.kind is QuestionKind.DATE else "3"
    return Submission(screen.key, screen.version, text=answer if right else wrong)


def send(context: Context, who: Person, form: Submission, at: datetime) -> VerdictScreen:
    """Send a form five seconds after `at`."""
    return study.answer(context, who, form, "en", at + LOOKING)


def sit(
    context: Context, who: Person, at: datetime, count: int = 1, *, right: bool = True
) -> list[VerdictScreen]:
    """Answer the next questions one after another, ten seconds each."""
    verdicts = []
    for number in range(count):
        now = at + timedelta(seconds=10 * number)
        screen = study.ask(context, who, now)
        assert screen is not None, f"nothing left to ask after {number} answers"
        verdicts.append(send(context, who, filled(screen, right=right), now))
    return verdicts


def state(context: Context, who: Person) -> list[tuple[object, ...]]:
    """All cards and totals of a learner, for comparing before and after."""
    cards = Card.__table__
    kept = [c for c in cards.c if c.name != "row_version"]
    with context.store.read() as connection:
        rows = connection.execute(
            select(*kept).where(cards.c.learner_id == who.id).order_by(cards.c.fact_id)
        ).all()
        totals = connection.execute(
            select(
                DayTotal.scope,
                DayTotal.subject_id,
                DayTotal.day,
                DayTotal.answers,
                DayTotal.right,
                DayTotal.introduced,
                DayTotal.milliseconds,
            )
            .where(DayTotal.answers != 0)
            .order_by(DayTotal.scope, DayTotal.subject_id)
        ).all()
    return [tuple(row) for row in (*rows, *totals)]
