"""A fact whose questions were all retired, or that only an essay asks, holds nobody up."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import update

from quizapp.core.questions import QuestionKind
from quizapp.services import authoring, progress, quizzes, reports, study
from quizapp.services.context import Context
from quizapp.services.quizzes import AssignmentDraft, choosing
from quizapp.services.study import Submission
from quizapp.store.models import Question
from quizapp.store.queries.people import Person
from tests.factories import make_question
from tests.services.quizzes.essay_desk import ESSAY
from tests.services.quizzes.sittings import a_class
from tests.services.study.sittings import sit
from tests.world import FACTS, NOON


def retire(context: Context, fact: str) -> None:
    retiring = update(Question).where(Question.public_id.startswith(f"{fact}."))
    context.store.execute(retiring.values(state="retired"))


def test_a_new_fact_without_questions_is_passed_over(context: Context, bob: Person) -> None:
    retire(context, "polar-1")
    screen = study.ask(context, bob, NOON)
    assert screen is not None
    assert screen.stem == FACTS[1].ask
    assert screen.total == 10  # two answers for each of the five that are left


def test_a_due_fact_without_questions_does_not_end_the_sitting(
    context: Context, bob: Person
) -> None:
    sit(context, bob, NOON, count=6)
    retire(context, "polar-1")
    verdicts = sit(context, bob, NOON + timedelta(minutes=12), count=5)
    assert [one.question.stem for one in verdicts] == [fact.ask for fact in FACTS[1:]]


def test_a_fact_that_only_an_essay_asks_is_neither_due_nor_to_be_learned(
    context: Context, alice: Person, bob: Person
) -> None:
    """Bob met it while a choice asked for it too; Alice's other fact has been an essay's always."""
    room = a_class(context, alice, bob)
    choice = make_question(context, alice, audience=room.room)
    (met,) = authoring.question_detail(context, alice, choice).facts
    make_question(context, alice, audience=room.room, fact=met.public_id, **ESSAY)
    other = make_question(context, alice, audience=room.room, statement="It burnt.", **ESSAY)
    (never,) = authoring.question_detail(context, alice, other).facts
    screen = study.ask(context, bob, NOON)
    assert screen is not None
    assert screen.kind is QuestionKind.SINGLE_CHOICE
    study.answer(context, bob, Submission(screen.key, screen.version, dont_know=True), "en", NOON)
    facts = (met.public_id, never.public_id, "polar-1")
    asked = AssignmentDraft(room.room, "To know", facts=facts, due_at=NOON + timedelta(days=9))
    quizzes.assign(context, alice, asked, NOON)
    later = NOON + timedelta(hours=1)

    def counted() -> tuple[object, ...]:
        home = progress.home(context, bob, later)
        mine = progress.progress(context, bob, later)
        end = study.session_end(context, bob, later)
        room_report = reports.class_report(context, alice, room.room, later)
        listed = dict(choosing.assignment_desk(context, alice, room.room).topics)
        return (
            home.due,
            [task.total for task in home.tasks],
            (mine.introduced, mine.total, sum(day.due for day in mine.forecast)),
            end.next_due is not None,
            (room_report.learners[0].due, room_report.learners[0].introduced),
            len(listed.get("Our school", ())),
        )

    assert counted() == (1, [2], (1, 7, 1), True, (1, 1), 1)
    context.store.execute(
        update(Question).where(Question.public_id == choice).values(state="retired")
    )
    assert counted() == (0, [1], (1, 7, 0), False, (0, 1), 0)
    retire(context, "polar-1")
    assert progress.home(context, bob, later).tasks == ()
    asks = study.ask(context, bob, later)
    assert asks is not None
    assert asks.stem == FACTS[1].ask
