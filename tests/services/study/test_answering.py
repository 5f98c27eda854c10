"""An answer is judged, stored exactly once, and moves one memory."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from threading import Barrier, Thread

import pytest
from sqlalchemy import func, select

from quizapp.core.grading.verdict import Outcome
from quizapp.core.memory.policy import Policy
from quizapp.core.memory.replay import ReviewStep, replay
from quizapp.core.memory.state import Rating
from quizapp.core.questions import QuestionKind
from quizapp.services import study
from quizapp.services.context import Context, NotFound, Refused
from quizapp.services.screens import QuestionScreen
from quizapp.services.study import AnswerUnclear, Submission
from quizapp.services.study.cards import state_of
from quizapp.store.models import Answer, Card, DayTotal, Review
from quizapp.store.queries.people import Person
from tests.services.study.sittings import filled, send, sit, state
from tests.world import NOON, statements


def first(context: Context, who: Person, at: datetime = NOON) -> QuestionScreen:
    screen = study.ask(context, who, at)
    assert screen is not None
    return screen


def count(context: Context, model: type) -> int:
    with context.store.read() as connection:
        return connection.execute(select(func.count()).select_from(model)).scalar_one()


def test_a_right_answer_is_told_with_fact_source_and_next_time(
    context: Context, bob: Person
) -> None:
    verdict = send(context, bob, filled(first(context, bob)), NOON)
    assert verdict.outcome is Outcome.RIGHT
    [fact] = verdict.facts
    assert fact.citation is not None
    assert fact.citation.source_title == "Polar history"
    assert fact.citation.paragraph == 2  # the article's own number, not the line of the file
    assert fact.citation.as_of == "2001"
    assert verdict.interval == timedelta(minutes=10)
    assert verdict.learning


def test_a_wrong_choice_says_what_it_really_is(context: Context, bob: Person) -> None:
    screen = first(context, bob)
    wrong = next(option for option in screen.options if option.text == "wrong one")
    verdict = send(context, bob, Submission(screen.key, screen.version, choice=wrong.token), NOON)
    assert verdict.outcome is Outcome.NOT_YET
    assert [note.values["text"] for note in verdict.notes] == ["That is wrong one."]
    assert {option.text: option.state for option in verdict.question.options} == {
        "1905–12": "right",
        "wrong one": "chosen",
        "wrong two": "other",
    }


def test_the_same_key_twice_is_stored_once_and_shows_the_first_result(
    context: Context, bob: Person
) -> None:
    form = filled(first(context, bob))
    once, again = (
        send(context, bob, form, NOON),
        send(context, bob, form, NOON + timedelta(hours=1)),
    )
    assert (once.repeated, again.repeated) == (False, True)
    assert (again.outcome, again.due, again.interval) == (once.outcome, once.due, once.interval)
    assert count(context, Answer) == count(context, Review) == 1


def test_the_same_key_with_another_answer_is_refused(context: Context, bob: Person) -> None:
    screen = first(context, bob)
    send(context, bob, filled(screen), NOON)
    with pytest.raises(Refused, match="key_used_otherwise"):
        send(context, bob, filled(screen, right=False), NOON)
    assert count(context, Answer) == 1


def test_a_key_is_good_for_one_learner_and_one_question(
    context: Context, bob: Person, dan: Person
) -> None:
    mine, theirs = first(context, bob), first(context, dan)
    for form in (
        filled(replace(mine, key=theirs.key)),
        Submission(mine.key.replace(".", ",", 1), mine.version),
        Submission("", mine.version),
        Submission("ü" * 30, mine.version),
    ):
        with pytest.raises(Refused, match="foreign_key"):
            send(context, bob, form, NOON)
    assert count(context, Answer) == 0


def test_a_question_out_of_reach_is_not_found(context: Context, bob: Person) -> None:
    screen = first(context, bob)
    with context.store.write() as connection:
        connection.exec_driver_sql("UPDATE questions SET collection = 'mine'")
    with pytest.raises(NotFound):
        send(context, bob, filled(screen), NOON)


def test_what_cannot_be_read_is_asked_back_and_not_stored(context: Context, bob: Person) -> None:
    sit(context, bob, NOON, count=6)
    later = NOON + timedelta(minutes=15)
    for minute in range(6):
        screen = first(context, bob, later + timedelta(minutes=minute))
        if screen.kind is QuestionKind.DATE:
            break
        send(context, bob, filled(screen), later + timedelta(minutes=minute))
    before = count(context, Answer)
    with pytest.raises(AnswerUnclear) as unclear:
        send(context, bob, Submission(screen.key, screen.version, text="soonish"), later)
    assert unclear.value.screen.given == "soonish"
    assert unclear.value.screen.key == screen.key
    assert count(context, Answer) == before
    assert send(context, bob, filled(screen), later).outcome is Outcome.RIGHT


def test_not_knowing_is_an_answer(context: Context, bob: Person) -> None:
    screen = first(context, bob)
    verdict = send(context, bob, Submission(screen.key, screen.version, dont_know=True), NOON)
    assert verdict.outcome is Outcome.NOT_YET
    assert verdict.interval == timedelta(minutes=1)


def test_totals_count_answers_of_learner_fact_and_question(
    context: Context, bob: Person, dan: Person
) -> None:
    sit(context, bob, NOON, count=2)
    sit(context, dan, NOON, count=1, right=False)
    with context.store.read() as connection:
        rows = connection.execute(
            select(DayTotal.scope, func.sum(DayTotal.answers), func.sum(DayTotal.right),
                   func.sum(DayTotal.introduced), func.sum(DayTotal.milliseconds))
            .group_by(DayTotal.scope).order_by(DayTotal.scope)
        ).all()  # fmt: skip
    assert [tuple(row) for row in rows] == [
        ("fact", 3, 2, 0, 15000),
        ("learner", 3, 2, 3, 15000),
        ("question", 3, 2, 0, 15000),
    ]


def test_cards_equal_the_replay_of_their_reviews(context: Context, bob: Person) -> None:
    for day in range(8):
        at = NOON + timedelta(days=3 * day)
        while (screen := study.ask(context, bob, at)) is not None:
            send(context, bob, filled(screen, right=day != 2), at)
            at += timedelta(seconds=30)
            if at > NOON + timedelta(days=3 * day, hours=1):
                break
    with context.store.read() as connection:
        cards = connection.execute(select(Card.__table__)).all()
        reviews = connection.execute(select(Review.__table__).order_by(Review.id)).all()
    assert len(cards) == 6
    assert len(reviews) > 20
    for card in cards:
        steps = [
            ReviewStep(r.at, Rating(r.rating), r.time_zone, r.rollover_hour, r.counts)
            for r in reviews
            if r.fact_id == card.fact_id
        ]
        assert replay(steps, Policy()) == state_of(card)


def test_an_answer_takes_five_statements_and_one_commit(context: Context, bob: Person) -> None:
    sit(context, bob, NOON)
    form = filled(first(context, bob))
    with statements(context.store) as sent:
        send(context, bob, form, NOON)
    stored = sent[next(i for i, text in enumerate(sent) if text.startswith("INSERT")) :]
    assert len(stored) - 1 <= 5, stored
    assert stored[-1] == "COMMIT"
    assert sent.count("COMMIT") == 1
    assert len(sent) - 1 <= 7, sent  # with the sign-in look-up 8 a request


def test_asking_takes_seven_statements_at_most(context: Context, bob: Person) -> None:
    at = NOON
    for _ in range(12):
        with statements(context.store) as sent:
            screen = study.ask(context, bob, at)
        assert len(sent) <= 7, sent
        assert "COMMIT" not in sent
        if screen is not None:
            send(context, bob, filled(screen), at)
        at += timedelta(minutes=1)


def together(*works: object) -> list[Exception]:
    """Run the works at the same moment, each in a thread; what they raised."""
    start, failed = Barrier(len(works)), []

    def run(work: object) -> None:
        start.wait(10)
        try:
            work()  # type: ignore[operator]
        except Exception as error:  # noqa: BLE001 - whatever a thread raises is told
            failed.append(error)

    threads = [Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return failed


def test_four_threads_with_one_key_store_one_answer(context: Context, bob: Person) -> None:
    form = filled(first(context, bob))
    assert together(*[lambda: send(context, bob, form, NOON)] * 4) == []
    assert count(context, Answer) == count(context, Review) == 1


def test_eight_threads_on_one_card_lose_nothing(context: Context, bob: Person) -> None:
    forms = [filled(first(context, bob)) for _ in range(8)]
    assert len({form.key for form in forms}) == 8
    works = [lambda form=form: send(context, bob, form, NOON) for form in forms]
    assert together(*works) == []
    assert count(context, Answer) == count(context, Review) == 8
    with context.store.read() as connection:
        [card] = connection.execute(select(Card.reviews, Card.row_version)).all()
        reviews = connection.execute(select(Review.__table__).order_by(Review.id)).all()
    assert tuple(card) == (8, 8)
    for before, after in pairwise(reviews):
        assert after.before["stability"] == before.after["stability"]


def test_the_answer_is_not_in_the_question(context: Context, bob: Person) -> None:
    for screen in [first(context, bob)]:
        assert all(option.state == "" for option in screen.options)
        assert "Statement 1" not in repr(screen)


def test_days_are_the_learners_own(context: Context) -> None:
    from tests.world import person

    lima = person(context, "Lima", zone="America/Lima")
    before_rollover = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)  # 03:30 in Lima: still the 23rd
    sit(context, lima, before_rollover)
    with context.store.read() as connection:
        [day] = connection.execute(select(Answer.local_day)).scalars()
    assert day.isoformat() == "2026-11-23"


def test_state_is_comparable(context: Context, bob: Person) -> None:
    assert state(context, bob) == []
    sit(context, bob, NOON)
    assert len(state(context, bob)) == 4


def test_the_day_after_the_steps_is_the_day_on_which_it_comes(
    context: Context, bob: Person
) -> None:
    told = {}
    for number, verdict in enumerate(sit(context, bob, NOON, count=6, right=False)):
        assert verdict.learning, number
        told[verdict.facts[0].public_id] = verdict.then_day
    came = {}
    at = NOON + timedelta(minutes=2)
    while (screen := study.ask(context, bob, at)) is not None:
        verdict = send(context, bob, filled(screen), at)
        came[verdict.facts[0].public_id] = verdict.due_day
        at += timedelta(minutes=2)
    assert told == came
