"""Responses become answers and reviews: at once, or when held-back results are released."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from quizapp.core.quizzes.rules import Moment, Rules, Show
from quizapp.services import facts, progress, quizzes, study
from quizapp.services.checking.running import check
from quizapp.services.context import Context, NotFound, Refused
from quizapp.store.models import Answer, Card, DayTotal, Review
from quizapp.store.queries.people import Person
from tests.services.quizzes.sittings import HELD_BACK, Class, a_class, give, sit
from tests.services.study.sittings import sit as study_sit
from tests.services.study.sittings import state
from tests.services.study.test_answering import together
from tests.world import NOON

DAY = timedelta(days=1)
CLOSES = NOON + timedelta(days=3)


@pytest.fixture
def room(context: Context, alice: Person, bob: Person) -> Class:
    """Alice's class with Bob."""
    return a_class(context, alice, bob)


def rows(context: Context, model: type[Answer | Review | Card]) -> int:
    with context.store.read() as connection:
        return len(connection.execute(select(model.__table__)).all())


def sound(context: Context) -> None:
    """Cards, totals and answers equal their rebuild."""
    report = check(context.store, NOON + DAY)
    tables = {"answers", "reviews", "cards", "day_totals"}
    assert [one for one in report.findings if one.table in tables] == []


def test_a_quiz_feeds_the_same_cards_as_study(room: Class, bob: Person, dan: Person) -> None:
    """Bob answers in a quiz, Dan the same in study at the same instants: the same memory."""
    context = room.context
    quiz = room.quiz()
    room.assign(quiz)
    sit(context, bob, quiz, NOON, (True, False, True))
    with context.store.read() as connection:
        given = connection.execute(select(Answer).order_by(Answer.answered_at)).all()
    assert [(one.kind, one.outcome) for one in given] == [
        ("exam", "right"),
        ("exam", "not_yet"),
        ("exam", "right"),
    ]
    for one in given:
        _answer_in_study(context, dan, one)
    cards = Card.__table__
    columns = [cards.c[name] for name in ("fact_id", "phase", "step", "stability", "difficulty")]
    columns += [cards.c[name] for name in ("due", "reviews", "lapses", "last_review")]
    with context.store.read() as connection:
        both = [
            connection.execute(
                select(*columns).where(cards.c.learner_id == who.id).order_by(cards.c.fact_id)
            ).all()
            for who in (bob, dan)
        ]
    assert both[0] == both[1]
    assert len(both[0]) == 3
    sound(context)


def _answer_in_study(context: Context, who: Person, given: Answer) -> None:
    """The same option of the same question at the same instant."""
    from quizapp.services.study import Submission
    from quizapp.store.models import QuestionOption, QuestionVersion

    chosen = QuestionOption.position == given.response_chosen[0]
    with context.store.read() as connection:
        version = connection.execute(
            select(QuestionVersion.public_id).where(QuestionVersion.id == given.version_id)
        ).scalar_one()
        text = connection.execute(
            select(QuestionOption.text).where(QuestionOption.version_id == given.version_id, chosen)
        ).scalar_one()
    shown = given.answered_at - timedelta(milliseconds=given.milliseconds)
    screen = study.question_again(context, who, version, shown)
    token = next(one.token for one in screen.options if one.text == text)
    sent = Submission(screen.key, screen.version, choice=token)
    study.answer(context, who, sent, "en", given.answered_at)


def test_a_learner_who_studied_today_is_logged_and_not_moved(room: Class, bob: Person) -> None:
    context = room.context
    study_sit(context, bob, NOON, count=3)
    before = state(context, bob)
    with context.store.read() as connection:
        met = set(connection.execute(select(Card.fact_id)).scalars())
    quiz = room.quiz(questions=tuple(f"polar-{n}.single-choice" for n in range(1, 7)))
    room.assign(quiz)
    sit(context, bob, quiz, NOON + timedelta(minutes=30), (True,) * 6)
    with context.store.read() as connection:
        logged = connection.execute(
            select(Review.fact_id, Review.counts, Answer.kind)
            .join(Answer, Answer.id == Review.answer_id)
            .where(Answer.kind == "exam")
        ).all()
    assert {one.fact_id: one.counts for one in logged} == {
        one.fact_id: one.fact_id not in met for one in logged
    }
    assert len(logged) == 6
    after = state(context, bob)
    kept = [row for row in before if isinstance(row[1], int) and row[1] in met][: len(met)]
    assert all(row in after for row in kept)
    sound(context)


def test_what_is_held_back_moves_nothing_until_the_quiz_closes(room: Class, bob: Person) -> None:
    context, quiz = room.context, room.quiz(HELD_BACK)
    room.assign(quiz, closes_at=CLOSES)
    attempt = sit(context, bob, quiz, NOON, (True, False, True))
    home = progress.home(context, bob, NOON + DAY)
    assert (rows(context, Answer), rows(context, Card), home.due) == (0, 0, 0)
    result = quizzes.result(context, bob, attempt, NOON + DAY)
    assert (result.score, result.share, result.right) == (None, None, None)
    assert (result.held_back, result.until, result.in_memory) == (True, CLOSES, False)
    assert all(one.told.outcome is None for one in result.questions)
    assert all(not one.told.facts and not one.told.answer for one in result.questions)
    assert all({row.state for row in one.question.options} == {""} for one in result.questions), (
        "no option says whether it is right"
    )
    assert quizzes.mine(context, bob, NOON + DAY)[0].share is None

    result = quizzes.result(context, bob, attempt, CLOSES)
    assert (result.score, result.right, result.in_memory, result.held_back) == (2, 2, True, False)
    assert (rows(context, Answer), rows(context, Card)) == (3, 3)
    with context.store.read() as connection:
        days = connection.execute(select(DayTotal.day).group_by(DayTotal.day)).scalars().all()
    assert days == [NOON.date()], "the answers count for the day on which they were given"
    sound(context)


def test_a_teacher_releases_once_whoever_else_tries(
    room: Class, alice: Person, bob: Person, carol: Person
) -> None:
    context, quiz = room.context, room.quiz(HELD_BACK)
    room.assign(quiz)
    attempt = sit(context, bob, quiz, NOON, (True, True, True))
    with pytest.raises(NotFound):
        quizzes.release_results(context, carol, quiz, NOON)
    with pytest.raises(Refused):
        quizzes.release_results(context, bob, quiz, NOON)
    assert rows(context, Answer) == 0
    releases: list[Callable[[], object]] = [
        lambda: quizzes.release_results(context, alice, quiz, NOON + DAY),
        lambda: quizzes.sweep(context, NOON + DAY),
        lambda: quizzes.result(context, bob, attempt, NOON + DAY),
    ]
    assert together(*releases) == []
    assert (rows(context, Answer), rows(context, Review)) == (3, 3)
    assert quizzes.release_results(context, alice, quiz, NOON + DAY) == 0
    assert quizzes.result(context, bob, attempt, NOON + DAY).score == 3
    sound(context)


def test_a_later_sitting_is_shown_at_once_after_the_release(
    room: Class, alice: Person, bob: Person
) -> None:
    quiz = room.quiz(HELD_BACK)
    room.assign(quiz)
    quizzes.release_results(room.context, alice, quiz, NOON)
    attempt = sit(room.context, bob, quiz, NOON, (True,))
    assert quizzes.result(room.context, bob, attempt, NOON + DAY).score == 1
    assert rows(room.context, Answer) == 1, "what was left open is no answer"


def test_submitting_twice_at_once_stores_once(room: Class, bob: Person) -> None:
    context, quiz = room.context, room.quiz()
    room.assign(quiz)
    attempt = quizzes.start(context, bob, quiz, NOON)
    give(context, bob, attempt, 1, NOON)
    assert together(*[lambda: quizzes.submit(context, bob, attempt, NOON)] * 4) == []
    assert (rows(context, Answer), rows(context, Review)) == (1, 1)


def test_facts_of_an_open_quiz_are_locked_for_its_learner_alone(
    room: Class, bob: Person, dan: Person
) -> None:
    context = room.context
    room.join(dan)
    quiz = room.quiz()
    room.assign(quiz)
    everything = facts.fact_list(context, bob, "", "", NOON).total
    attempt = quizzes.start(context, bob, quiz, NOON)
    assert facts.fact_list(context, bob, "", "", NOON).total == everything - 3
    assert facts.fact_list(context, dan, "", "", NOON).total == everything
    for fact in ("polar-1", "polar-2", "polar-3"):
        with pytest.raises(Refused, match="fact_in_open_quiz"):
            facts.fact_page(context, bob, fact, "en", NOON)
        facts.fact_page(context, dan, fact, "en", NOON)
    facts.fact_page(context, bob, "polar-4", "en", NOON)
    asked = {verdict.facts[0].public_id for verdict in study_sit(context, bob, NOON, count=3)}
    assert not asked & {"polar-1", "polar-2", "polar-3"}
    quizzes.submit(context, bob, attempt, NOON)
    facts.fact_page(context, bob, "polar-1", "en", NOON)
    assert facts.fact_list(context, bob, "", "", NOON).total == everything


def test_a_form_of_study_that_stood_open_cannot_ask_about_a_locked_fact(
    room: Class, bob: Person
) -> None:
    context = room.context
    screen = study.ask(context, bob, NOON)
    assert screen is not None
    quiz = room.quiz(questions=tuple(f"polar-{n}.single-choice" for n in range(1, 7)))
    room.assign(quiz)
    quizzes.start(context, bob, quiz, NOON)
    sent = study.Submission(screen.key, screen.version, dont_know=True)
    with pytest.raises(NotFound):
        study.answer(context, bob, sent, "en", NOON)
    assert study.ask(context, bob, NOON) is None


def test_what_a_quiz_stored_is_not_undone_in_study(room: Class, bob: Person) -> None:
    context, quiz = room.context, room.quiz()
    room.assign(quiz)
    sit(context, bob, quiz, NOON, (True, True, True))
    before = state(context, bob)
    assert study.undo(context, bob, NOON + timedelta(minutes=10)) is None
    assert state(context, bob) == before


@pytest.mark.parametrize("shown", [frozenset({Show.MARKS}), frozenset({Show.RIGHT})])
def test_each_leave_shows_its_own_part(room: Class, bob: Person, shown: frozenset[Show]) -> None:
    review = {Moment.DURING: frozenset[Show](), Moment.AFTER: shown, Moment.CLOSED: shown}
    quiz = room.quiz(Rules(shuffle_questions=False, review=review))
    room.assign(quiz)
    attempt = sit(room.context, bob, quiz, NOON, (True, False))
    result = quizzes.result(room.context, bob, attempt, NOON + DAY)
    first = result.questions[0]
    assert (result.score is not None) == (Show.MARKS in shown)
    assert (first.told.outcome is not None) == (Show.MARKS in shown)
    marked = {row.state for row in first.question.options} != {""}
    assert marked == (Show.RIGHT in shown)
    assert all(not row.given for row in first.question.options)
    assert not first.told.facts
