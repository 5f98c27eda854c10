"""Quizzes and assignments: made by their teachers, changed by one at a time, seen by whom asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import insert, select

from quizapp.core.quizzes.rules import Rules
from quizapp.services import progress, quizzes
from quizapp.services.context import Context, NotFound, Refused
from quizapp.services.quizzes import AssignmentDraft, DraftProblems, ItemDraft, QuizDraft
from quizapp.store.models import Classroom, Enrolment, Group, GroupMember
from quizapp.store.queries.people import Person
from tests.factories import make_question
from tests.services.quizzes.sittings import Class, a_class, sit
from tests.world import NOON, statements

DAY = timedelta(days=1)
ONE = (ItemDraft(question="polar-1.single-choice"),)


@pytest.fixture
def room(context: Context, alice: Person, bob: Person, dan: Person) -> Class:
    """Alice's class with Bob and Dan."""
    return a_class(context, alice, bob, dan)


def number_of(context: Context, room: Class) -> int:
    with context.store.read() as connection:
        found = select(Classroom.id).where(Classroom.public_id == room.room)
        return connection.execute(found).scalar_one()


def make_co_teacher(context: Context, room: Class, person: Person) -> None:
    row = {"user_id": person.id, "role": "teacher", "joined_at": NOON}
    with context.store.write() as connection:
        connection.execute(
            insert(Enrolment).values(row | {"classroom_id": number_of(context, room)})
        )


def test_a_quiz_is_its_teachers_and_co_teachers(room: Class, carol: Person, bob: Person) -> None:
    context = room.context
    shared, own = room.quiz(classroom=room.room), room.quiz()
    ways = [
        partial(quizzes.sheet, context, carol),
        partial(quizzes.preview, context, carol, seed="", position=1),
        partial(quizzes.set_state, context, carol, state="retired", at=NOON),
        partial(quizzes.release_results, context, carol, at=NOON),
    ]
    for quiz in (shared, own):
        for way in ways:
            with pytest.raises(NotFound):
                way(quiz)  # type: ignore[operator]
        with pytest.raises(NotFound):
            quizzes.change(context, carol, quiz, 1, QuizDraft("Mine", items=ONE), NOON)
    assert quizzes.taught(context, carol) == ()
    make_co_teacher(context, room, carol)
    assert [line.public_id for line in quizzes.taught(context, carol)] == [shared]
    sheet = quizzes.sheet(context, carol, shared)
    changed = replace(sheet.draft, title="Ours")
    assert quizzes.change(context, carol, shared, sheet.version, changed, NOON) == 2
    with pytest.raises(NotFound):
        quizzes.sheet(context, carol, own)
    for way in (quizzes.taught, partial(quizzes.create, draft=QuizDraft("x"), at=NOON)):
        with pytest.raises(Refused):
            way(context, bob)  # type: ignore[operator]


def test_of_two_who_change_a_quiz_the_later_one_is_told(room: Class, alice: Person) -> None:
    context, quiz = room.context, room.quiz()
    sheet = quizzes.sheet(context, alice, quiz)
    first, second = replace(sheet.draft, title="First"), replace(sheet.draft, title="Second")
    quizzes.change(context, alice, quiz, sheet.version, first, NOON)
    with pytest.raises(Refused, match="quiz_changed_meanwhile"):
        quizzes.change(context, alice, quiz, sheet.version, second, NOON)
    assert quizzes.sheet(context, alice, quiz).draft == first


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"title": "  "}, "title_empty"),
        ({"title": "x" * 121}, "title_too_long"),
        ({"instructions": "x" * 4001}, "instructions_too_long"),
        ({"items": (ItemDraft(topics=("Station",), count=301),)}, "too_many_questions"),
        ({"items": (ItemDraft(topics=("Station",), count=0),)}, "count_out_of_range"),
        ({"items": (ItemDraft(question="polar-1.date", count=2),)}, "count_out_of_range"),
        ({"items": (ItemDraft(question="polar-1.date", points=0),)}, "points_out_of_range"),
        ({"items": (ItemDraft(),)}, "draw_from_nothing"),
        ({"items": (ItemDraft(question="nothing"),)}, "question_unknown"),
        ({"items": (ItemDraft(question="polar-1.date", version=7),)}, "question_unknown"),
        ({"items": (ItemDraft(question="polar-5.flashcard"),)}, "flashcard_in_quiz"),
        ({"rules": Rules(tries=0)}, "tries_out_of_range"),
    ],
)
def test_what_is_wrong_with_a_quiz_is_named_and_nothing_stored(
    context: Context, alice: Person, changes: dict[str, object], code: str
) -> None:
    draft = replace(QuizDraft("Stations", items=ONE), **changes)  # type: ignore[arg-type]
    with pytest.raises(DraftProblems) as wrong:
        quizzes.create(context, alice, draft, NOON)
    assert wrong.value.codes == (code,)
    assert quizzes.taught(context, alice) == ()


def test_a_question_of_another_teacher_cannot_be_used(
    context: Context, alice: Person, carol: Person
) -> None:
    question = make_question(context, carol)
    draft = QuizDraft("Stolen", items=(ItemDraft(question=question),))
    with pytest.raises(DraftProblems, match="question_unknown"):
        quizzes.create(context, alice, draft, NOON)
    quizzes.create(context, carol, draft, NOON)


def test_draws_come_from_topics_and_facts_without_flashcards(room: Class, bob: Person) -> None:
    context = room.context
    items = (
        ItemDraft(topics=("Station",), count=2, points=3),
        ItemDraft(facts=("polar-2",), count=5),
    )
    made = quizzes.create(context, room.teacher, QuizDraft("Drawn", items=items), NOON)
    assert quizzes.sheet(context, room.teacher, made).available == (5, 2)
    quizzes.set_state(context, room.teacher, made, "ready", NOON)
    room.assign(made)
    seen = set()
    attempt = quizzes.start(context, bob, made, NOON, seed="one")
    overview = quizzes.overview(context, bob, attempt, NOON)
    for slot in overview.slots:
        seen.add(quizzes.page(context, bob, attempt, slot.position, NOON).question.stem)
    assert len(overview.slots) == 4
    assert "What does statement 2 hold?" in seen


def test_an_empty_quiz_is_never_ready(room: Class) -> None:
    made = quizzes.create(room.context, room.teacher, QuizDraft("Empty"), NOON)
    with pytest.raises(Refused, match="quiz_empty"):
        quizzes.set_state(room.context, room.teacher, made, "ready", NOON)


def test_an_assignment_reaches_whom_it_names(room: Class, bob: Person, dan: Person) -> None:
    context = room.context
    everyone, by_name, in_group, draft = room.quiz(), room.quiz(), room.quiz(), room.quiz()
    room.assign(everyone)
    room.assign(by_name, everyone=False, learners=(bob.public_id,))
    place = number_of(context, room)
    group = {"classroom_id": place, "name": "A", "name_folded": "a", "created_at": NOON}
    with context.store.write() as connection:
        made = insert(Group).values(group | {"public_id": "group-a"}).returning(Group.id)
        number = connection.execute(made).scalar_one()
        connection.execute(insert(GroupMember).values(group_id=number, user_id=dan.id))
    room.assign(in_group, everyone=False, groups=("group-a",))
    room.assign(draft)
    quizzes.set_state(context, room.teacher, draft, "draft", NOON)

    def seen(who: Person) -> set[str]:
        return {card.public_id for card in quizzes.mine(context, who, NOON)}

    assert seen(bob) == {everyone, by_name}
    assert seen(dan) == {everyone, in_group}


def test_the_more_exact_assignment_holds(room: Class, bob: Person, dan: Person) -> None:
    quiz = room.quiz()
    room.assign(quiz, due_at=NOON + 5 * DAY)
    room.assign(quiz, due_at=NOON + DAY, everyone=False, learners=(bob.public_id,))
    dues = [quizzes.mine(room.context, who, NOON)[0].window.due_at for who in (bob, dan)]
    assert dues == [NOON + DAY, NOON + 5 * DAY]


def test_a_withdrawn_assignment_is_gone_and_its_attempts_stay(room: Class, bob: Person) -> None:
    context, quiz = room.context, room.quiz()
    assignment = room.assign(quiz)
    attempt = sit(context, bob, quiz, NOON, (True,))
    quizzes.withdraw(context, room.teacher, assignment, NOON)
    assert quizzes.mine(context, bob, NOON) == ()
    assert quizzes.result(context, bob, attempt, NOON).score == 1
    assert quizzes.assigned(context, room.teacher, room.room) == ()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"facts": ("polar-1",)}, "quiz_or_facts"),
        ({"quiz": "", "facts": ("polar-1",), "title": "Know"}, "due_missing"),
        ({"everyone": False}, "nobody_asked"),
        ({"target": 1.0}, "target_out_of_range"),
        ({"due_at": NOON, "closes_at": NOON - DAY}, "dates_out_of_order"),
        ({"opens_at": NOON, "due_at": NOON}, "dates_out_of_order"),
        ({"everyone": False, "learners": ("nobody",)}, "learner_unknown"),
        ({"everyone": False, "groups": ("none",)}, "group_unknown"),
    ],
)
def test_what_is_wrong_with_an_assignment_is_named(
    room: Class, changes: dict[str, object], code: str
) -> None:
    draft = AssignmentDraft(classroom=room.room, quiz=room.quiz())
    with pytest.raises(DraftProblems) as wrong:
        quizzes.assign(room.context, room.teacher, replace(draft, **changes), NOON)  # type: ignore[arg-type]
    assert code in wrong.value.codes
    assert quizzes.assigned(room.context, room.teacher, room.room) == ()


def test_an_assignment_is_its_classrooms_teachers(room: Class, carol: Person, bob: Person) -> None:
    context, quiz = room.context, room.quiz()
    assignment = room.assign(quiz)
    draft = AssignmentDraft(classroom=room.room, quiz=quiz)
    ways = [
        lambda: quizzes.assign(context, carol, draft, NOON),
        lambda: quizzes.assigned(context, carol, room.room),
        lambda: quizzes.assignment_sheet(context, carol, assignment),
        lambda: quizzes.change_assignment(context, carol, assignment, 1, draft, NOON),
        lambda: quizzes.withdraw(context, carol, assignment, NOON),
    ]
    for way in ways:
        with pytest.raises(NotFound):
            way()
    own = a_class(context, carol, name="4C")
    with pytest.raises(NotFound):  # Alice's quiz in Carol's class
        quizzes.assign(context, carol, replace(draft, classroom=own.room), NOON)
    mine = AssignmentDraft(classroom=own.room, quiz=own.quiz(), everyone=False)
    others = replace(mine, learners=(bob.public_id,))
    with pytest.raises(DraftProblems, match="learner_unknown"):  # a pupil of another class
        quizzes.assign(context, carol, others, NOON)


def test_what_is_to_do_stands_on_the_home_page(room: Class, bob: Person, dan: Person) -> None:
    context, quiz = room.context, room.quiz(Rules(shuffle_questions=False, time_limit=900))
    room.assign(quiz, due_at=NOON + 13 * DAY)
    facts = ("polar-1", "polar-2", "polar-3")
    known = AssignmentDraft(
        classroom=room.room, title="Missions", facts=facts, due_at=NOON + 10 * DAY, target=0.85
    )
    quizzes.assign(context, room.teacher, known, NOON)
    missions, asked = progress.home(context, bob, NOON).tasks
    assert (missions.title, missions.ready, missions.total) == ("Missions", 0, 3)
    assert (asked.quiz, asked.questions, asked.seconds) == (quiz, 3, 900)
    with statements(context.store) as sent:
        progress.home(context, bob, NOON)
    assert len(sent) <= 7, "with the sign-in eight"
    sit(context, bob, quiz, NOON, (True, True, False))
    (missions,) = progress.home(context, bob, NOON).tasks
    assert (missions.ready, missions.total) == (2, 3)
    assert missions.on_course
    assert len(progress.home(context, dan, NOON).tasks) == 2
    (missions,) = progress.home(context, bob, NOON + 10 * DAY).tasks
    assert not missions.on_course
    assert progress.home(context, bob, NOON + 11 * DAY).tasks == ()
