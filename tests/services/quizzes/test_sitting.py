"""Sitting a quiz: begun once, each answer stored once, over by the server's clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import func, insert, select

from quizapp.core.quizzes.rules import Behaviour, LateRule, Rules
from quizapp.services import facts, quizzes
from quizapp.services.checking.running import check
from quizapp.services.context import Context, NotFound, Refused
from quizapp.services.quizzes import Answered, AssignmentDraft, AttemptOver
from quizapp.services.study import Submission
from quizapp.store.engine import Store, make_engine
from quizapp.store.models import AccommodationRow, Attempt, Response
from quizapp.store.queries.people import Person
from tests.services.quizzes.sittings import Class, a_class, form, give, sit
from tests.services.study.test_answering import together
from tests.world import NOON, statements

TEN_MINUTES = Rules(shuffle_questions=False, time_limit=600, grace=30)


@pytest.fixture
def room(context: Context, alice: Person, bob: Person) -> Class:
    """Alice's class with Bob."""
    return a_class(context, alice, bob)


def count(context: Context, model: type[Attempt | Response]) -> int:
    with context.store.read() as connection:
        return connection.execute(select(func.count()).select_from(model)).scalar_one()


def test_a_quiz_is_sat_from_beginning_to_result(room: Class, bob: Person) -> None:
    quiz = room.quiz()
    room.assign(quiz)
    attempt = sit(room.context, bob, quiz, NOON, (True, False, True))
    result = quizzes.result(room.context, bob, attempt, NOON)
    assert (result.score, result.most, result.right, result.total) == (2, 3, 2, 3)
    assert [one.told.mark for one in result.questions] == [1, 0, 1]
    first = result.questions[0]
    assert first.told.facts[0].public_id == "polar-1"
    assert [one.state for one in first.question.options].count("right_chosen") == 1
    assert quizzes.mine(room.context, bob, NOON)[0].share == pytest.approx(2 / 3)


def test_an_attempt_is_its_learners_alone(
    room: Class, alice: Person, bob: Person, dan: Person, carol: Person
) -> None:
    context = room.context
    quiz = room.quiz()
    room.assign(quiz)
    attempt = quizzes.start(context, bob, quiz, NOON)
    screen = quizzes.page(context, bob, attempt, 1, NOON)
    room.join(dan)
    for stranger in (dan, alice, carol):
        ways = (
            partial(quizzes.page, context, stranger, attempt, 1, NOON),
            partial(quizzes.overview, context, stranger, attempt, NOON),
            partial(quizzes.save, context, stranger, attempt, 1, form(screen), "en", NOON),
            partial(quizzes.submit, context, stranger, attempt, NOON),
            partial(quizzes.result, context, stranger, attempt, NOON),
        )
        for way in ways:
            with pytest.raises(NotFound):
                way()
    with pytest.raises(NotFound):
        quizzes.page(context, bob, attempt, 4, NOON)
    with pytest.raises(Refused, match="foreign_key"):
        quizzes.save(context, bob, attempt, 2, form(screen), "en", NOON)
    assert count(context, Response) == 0


def test_a_quiz_of_another_class_is_not_there(
    room: Class, carol: Person, bob: Person, dan: Person
) -> None:
    other = a_class(room.context, carol, dan, name="4C")
    quiz = other.quiz()
    other.assign(quiz)
    assert quizzes.mine(room.context, bob, NOON) == ()
    for way in (quizzes.start, quizzes.start_screen):
        with pytest.raises(NotFound):
            way(room.context, bob, quiz, NOON)
        way(room.context, dan, quiz, NOON)


def test_many_starts_at_once_make_one_attempt(room: Class, bob: Person) -> None:
    quiz = room.quiz()
    room.assign(quiz)
    begun: list[str] = []
    starts = [lambda: begun.append(quizzes.start(room.context, bob, quiz, NOON))] * 6
    assert together(*starts) == []
    assert len(begun) == 6
    assert len(set(begun)) == 1
    assert count(room.context, Attempt) == 1


def test_an_answer_sent_again_is_stored_once_and_a_changed_one_counts(
    room: Class, bob: Person
) -> None:
    context, quiz = room.context, room.quiz()
    room.assign(quiz)
    attempt = quizzes.start(context, bob, quiz, NOON)
    screen = quizzes.page(context, bob, attempt, 1, NOON)
    right, wrong = form(screen, turn=1), form(screen, right=False, turn=2)

    def send(answered: Answered) -> None:
        quizzes.save(context, bob, attempt, 1, answered, "en", NOON)

    assert together(*[lambda: send(right)] * 6) == []
    assert count(context, Response) == 1
    send(wrong)
    send(right)  # on its way since before the other: comes too late to be the last
    assert count(context, Response) == 2
    send(replace(right, turn=2))  # the browser's Back: another content from the same page
    assert count(context, Response) == 3
    quizzes.submit(context, bob, attempt, NOON)
    assert quizzes.result(context, bob, attempt, NOON).score == 1


def test_an_answer_can_be_cleared_and_a_blank_is_no_answer(room: Class, bob: Person) -> None:
    context, quiz = room.context, room.quiz()
    room.assign(quiz)
    attempt = quizzes.start(context, bob, quiz, NOON)

    def states() -> list[str]:
        return [slot.state for slot in quizzes.overview(context, bob, attempt, NOON).slots]

    screen = quizzes.page(context, bob, attempt, 1, NOON)
    blank = Answered(Submission(screen.question.key, screen.question.version))
    assert not quizzes.save(context, bob, attempt, 1, blank, "en", NOON).stored
    assert count(context, Response) == 0
    give(context, bob, attempt, 1, NOON)
    assert states() == ["saved", "open", "open"]
    assert quizzes.first_open(context, bob, attempt, NOON) == 2
    screen = quizzes.page(context, bob, attempt, 1, NOON)
    assert [one.given for one in screen.question.options].count("yes") == 1
    blank = Answered(Submission(screen.question.key, screen.question.version))
    assert quizzes.save(context, bob, attempt, 1, blank, "en", NOON).stored
    assert states() == ["open", "open", "open"]


def test_what_cannot_be_read_is_kept_and_asked_back(room: Class, bob: Person) -> None:
    context, quiz = room.context, room.quiz(questions=("polar-2.numeric",))
    room.assign(quiz)
    attempt = quizzes.start(context, bob, quiz, NOON)
    question = quizzes.page(context, bob, attempt, 1, NOON).question
    typed = Answered(Submission(question.key, question.version, text="many of them"))
    saved = quizzes.save(context, bob, attempt, 1, typed, "en", NOON)
    assert saved.stored
    assert [note.code for note in saved.notes] == ["unreadable_number"]
    again = quizzes.page(context, bob, attempt, 1, NOON)
    assert again.question.given == "many of them"
    assert again.slots[0].state == "unclear"


def test_time_is_the_servers_with_grace_and_the_attempt_ends_at_its_end(
    room: Class, bob: Person
) -> None:
    context, quiz = room.context, room.quiz(TEN_MINUTES)
    room.assign(quiz)
    attempt = quizzes.start(context, bob, quiz, NOON)
    end = NOON + timedelta(minutes=10)
    screen = quizzes.page(context, bob, attempt, 1, NOON)
    assert screen.ends_at == end
    other = quizzes.page(context, bob, attempt, 2, NOON)
    on_time = end + timedelta(seconds=30)
    assert quizzes.save(context, bob, attempt, 1, form(screen), "en", on_time).stored
    late = on_time + timedelta(seconds=1)
    with pytest.raises(AttemptOver) as over:
        quizzes.save(context, bob, attempt, 2, form(other), "en", late)
    assert over.value.late
    result = quizzes.result(context, bob, attempt, late)
    assert (result.score, result.ended_by, result.submitted_at) == (1, "time", end)


def test_a_clock_that_jumps_takes_no_answer(room: Class, bob: Person, dan: Person) -> None:
    context, quiz = room.context, room.quiz(TEN_MINUTES)
    room.join(dan)
    room.assign(quiz)
    behind, minute = NOON - timedelta(hours=1), timedelta(minutes=1)
    first, second = (quizzes.start(context, who, quiz, NOON) for who in (bob, dan))
    for position, at in enumerate((NOON + 4 * minute, behind, NOON + 5 * minute), start=1):
        assert give(context, bob, first, position, at).stored
    quizzes.submit(context, bob, first, behind)
    result = quizzes.result(context, bob, first, NOON + 6 * minute)
    assert (result.score, result.total) == (3, 3)
    assert give(context, dan, second, 1, NOON + minute).stored
    with pytest.raises(AttemptOver):
        give(context, dan, second, 2, NOON + timedelta(days=2))
    assert quizzes.result(context, dan, second, NOON + 5 * minute).score == 1
    assert check(context.store, NOON + timedelta(days=3)).findings == []


def test_a_sweep_submits_what_is_over_and_leaves_the_rest(
    room: Class, bob: Person, dan: Person
) -> None:
    context, quiz = room.context, room.quiz(TEN_MINUTES)
    room.join(dan)
    room.assign(quiz)
    quizzes.start(context, bob, quiz, NOON)
    later = NOON + timedelta(minutes=5)
    quizzes.start(context, dan, quiz, later)
    over = NOON + timedelta(minutes=11)
    assert quizzes.sweep(context, over) == 1
    assert quizzes.sweep(context, over) == 0
    with context.store.read() as connection:
        states = connection.execute(select(Attempt.learner_id, Attempt.state)).all()
    assert set(map(tuple, states)) == {(bob.id, "submitted"), (dan.id, "open")}


def test_extra_time_is_its_learners_alone(room: Class, bob: Person, dan: Person) -> None:
    context, quiz = room.context, room.quiz(TEN_MINUTES)
    room.join(dan)
    room.assign(quiz, due_at=NOON + timedelta(days=1))
    granted = {"user_id": dan.id, "time_percent": 150, "due_days": 2, "set_at": NOON}
    context.store.execute(insert(AccommodationRow).values(**granted))
    ends = []
    for who in (bob, dan):
        attempt = quizzes.start(context, who, quiz, NOON)
        ends.append(quizzes.page(context, who, attempt, 1, NOON).ends_at)
    assert ends == [NOON + timedelta(minutes=10), NOON + timedelta(minutes=15)]
    dues = [quizzes.mine(context, who, NOON)[0].window.due_at for who in (bob, dan)]
    assert dues == [NOON + timedelta(days=1), NOON + timedelta(days=3)]
    assert quizzes.start_screen(context, dan, quiz, NOON).seconds == 900


def test_late_costs_what_the_rules_say(room: Class, bob: Person) -> None:
    rules = Rules(shuffle_questions=False, late=LateRule.PENALTY, late_penalty=0.25)
    quiz = room.quiz(rules)
    room.assign(quiz, due_at=NOON - timedelta(hours=1))
    attempt = sit(room.context, bob, quiz, NOON, (True, True, True))
    result = quizzes.result(room.context, bob, attempt, NOON)
    assert (result.penalty, result.score) == (0.25, pytest.approx(2.25))


def test_a_refused_quiz_says_why(room: Class, bob: Person) -> None:
    context = room.context
    quiz, later, once = room.quiz(), room.quiz(), room.quiz()
    room.assign(quiz, closes_at=NOON)
    room.assign(later, opens_at=NOON + timedelta(seconds=1))
    room.assign(once)
    sit(context, bob, once, NOON, ())
    wrong = ((quiz, "quiz_over"), (later, "quiz_not_yet_open"), (once, "no_attempt_left"))
    for each, code in wrong:
        with pytest.raises(Refused, match=code):
            quizzes.start(context, bob, each, NOON)


def test_several_tries_are_told_and_settle(room: Class, bob: Person) -> None:
    context = room.context
    rules = Rules(Behaviour.TRIES, shuffle_questions=False, tries=3, try_penalty=0.25)
    quiz = room.quiz(rules)
    room.assign(quiz)
    attempt = quizzes.start(context, bob, quiz, NOON)
    give(context, bob, attempt, 1, NOON, right=False, check=True)
    screen = quizzes.page(context, bob, attempt, 1, NOON)
    assert (screen.tries_used, screen.settled) == (1, False)
    assert screen.told is not None
    assert not screen.told.facts, "the answer is not told while a try is left"
    assert {one.state for one in screen.question.options} == {""}
    give(context, bob, attempt, 1, NOON, check=True)
    screen = quizzes.page(context, bob, attempt, 1, NOON)
    assert screen.settled
    assert screen.told is not None
    assert (screen.told.mark, screen.slots[0].state) == (0.75, "right")
    assert not give(context, bob, attempt, 1, NOON, right=False, check=True).stored
    quizzes.submit(context, bob, attempt, NOON)
    assert quizzes.result(context, bob, attempt, NOON).score == 0.75


def test_what_was_drawn_and_pinned_stays_when_the_quiz_changes(room: Class, bob: Person) -> None:
    context = room.context
    quiz = room.quiz()
    room.assign(quiz)
    attempt = quizzes.start(context, bob, quiz, NOON)
    sheet = quizzes.sheet(context, room.teacher, quiz)
    changed = replace(sheet.draft, items=sheet.draft.items[:1], rules=Rules(time_limit=60))
    quizzes.change(context, room.teacher, quiz, sheet.version, changed, NOON)
    overview = quizzes.overview(context, bob, attempt, NOON)
    assert (len(overview.slots), overview.ends_at) == (3, NOON + timedelta(days=14))


def test_moved_dates_move_the_end_of_open_attempts(room: Class, bob: Person) -> None:
    context, quiz = room.context, room.quiz()
    hour = timedelta(hours=1)
    assignment = room.assign(quiz, closes_at=NOON + hour)
    attempt = quizzes.start(context, bob, quiz, NOON)
    later = AssignmentDraft(classroom=room.room, quiz=quiz, closes_at=NOON + 2 * hour)
    quizzes.change_assignment(context, room.teacher, assignment, 1, later, NOON)
    assert quizzes.overview(context, bob, attempt, NOON + hour).ends_at == NOON + 2 * hour


def test_a_restarted_server_goes_on_where_it_was(room: Class, bob: Person) -> None:
    context, quiz = room.context, room.quiz()
    room.assign(quiz)
    attempt = quizzes.start(context, bob, quiz, NOON)
    give(context, bob, attempt, 1, NOON)
    before = quizzes.page(context, bob, attempt, 2, NOON)
    url = context.store.engine.url.render_as_string(hide_password=False)
    again = Store(make_engine(replace(context.settings, database_url=url)))
    try:
        restarted = replace(context, store=again)
        assert quizzes.save(restarted, bob, attempt, 2, form(before), "en", NOON).stored
        after = quizzes.page(restarted, bob, attempt, 2, NOON)
        texts = [one.text for one in before.question.options]
        assert [one.text for one in after.question.options] == texts
        assert [slot.state for slot in after.slots] == ["saved", "saved", "open"]
    finally:
        again.close()


def test_saving_and_the_next_question_take_few_statements(room: Class, bob: Person) -> None:
    context, quiz = room.context, room.quiz()
    room.assign(quiz)
    attempt = quizzes.start(context, bob, quiz, NOON)
    screen = quizzes.page(context, bob, attempt, 1, NOON)
    with statements(context.store) as sent:
        quizzes.save(context, bob, attempt, 1, form(screen), "en", NOON)
    assert sum(one != "COMMIT" for one in sent) <= 7, sent
    assert sent.count("COMMIT") == 1
    with statements(context.store) as sent:
        quizzes.page(context, bob, attempt, 2, NOON)
    assert len(sent) <= 7, sent


def test_an_attempt_without_any_bound_is_handed_in_after_two_weeks_and_frees_its_facts(
    context: Context, alice: Person, bob: Person
) -> None:
    made = a_class(context, alice, bob)
    quiz = made.quiz()
    made.assign(quiz)
    attempt = quizzes.start(context, bob, quiz, NOON)
    give(context, bob, attempt, 1, NOON)
    end = NOON + timedelta(days=14)
    with pytest.raises(Refused) as refused:
        facts.fact_page(context, bob, "polar-1", "en", end)
    assert refused.value.code == "fact_in_open_quiz"
    assert quizzes.sweep(context, end) == 0
    assert quizzes.sweep(context, end + timedelta(minutes=1)) == 1
    assert facts.fact_page(context, bob, "polar-1", "en", end).fact.public_id == "polar-1"
    assert quizzes.result(context, bob, attempt, end + timedelta(minutes=2)).score == 1
