"""What a learner is granted: once, by a teacher of theirs, seen by sign-in and by ratings."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from quizapp.core.questions import QuestionKind
from quizapp.services import accommodations, accounts, classrooms, own_data, study
from quizapp.services.context import Context, NotFound, Refused
from quizapp.store.models import AccommodationRow, Review
from quizapp.store.queries.accommodations import (
    NOTHING_GRANTED,
    Accommodation,
    accommodation_of,
    accommodations_of,
)
from quizapp.store.queries.people import Person
from tests.factories import make_classroom
from tests.services.study.sittings import filled
from tests.world import NOON, PASSWORD, person, signed_in, statements

MORE = Accommodation(150, 10, 3, no_speed=True)


def granted(context: Context, learner: Person) -> Accommodation:
    with context.store.read() as connection:
        return accommodation_of(connection, learner.id)


@pytest.fixture
def place(context: Context, alice: Person, bob: Person) -> str:
    """A class of Alice that Bob learns in."""
    public_id, code = make_classroom(context, alice)
    classrooms.join(context, bob, code, NOON)
    return public_id


def test_limits_and_dates_move() -> None:
    limit = timedelta(minutes=40)
    assert MORE.time_limit(limit) == timedelta(minutes=70)
    assert MORE.due(NOON) == NOON + timedelta(days=3)
    assert (NOTHING_GRANTED.time_limit(limit), NOTHING_GRANTED.due(NOON)) == (limit, NOON)
    assert [one.more_time for one in (MORE, Accommodation(100, 5), NOTHING_GRANTED)] == [
        True,
        True,
        False,
    ]


def test_what_is_granted_holds_everywhere_and_is_seen(
    context: Context, alice: Person, bob: Person, dan: Person, place: str
) -> None:
    accommodations.grant(context, alice, place, bob.public_id, MORE, 0, NOON)
    assert granted(context, bob) == MORE
    assert granted(context, dan) == NOTHING_GRANTED
    with context.store.read() as connection:
        assert accommodations_of(connection, (bob.id, dan.id)) == {bob.id: MORE}
    own = accommodations.own(context, bob)
    assert (own.granted, own.version, own.by, own.at) == (MORE, 1, "Alice", NOON)
    assert classrooms.class_page(context, bob, place).granted == own
    assert classrooms.pupil_page(context, alice, place, bob.public_id).granted == own
    token = accounts.open_session(context, bob.id, NOON)
    seen = accounts.who(context, token, NOON)
    assert seen is not None
    assert seen.no_speed
    assert replace(seen, no_speed=False) == bob


def test_signing_in_reads_it_in_the_one_statement_that_there_is(context: Context) -> None:
    _, token = signed_in(context, "Rosa")
    with statements(context.store) as sent:
        accounts.who(context, token, NOON)
    assert len(sent) == 1


def test_two_teachers_at_once_do_not_undo_each_other(
    context: Context, alice: Person, bob: Person, place: str
) -> None:
    student = bob.public_id
    accommodations.grant(context, alice, place, student, Accommodation(125), 0, NOON)
    for stale in (0, 2, -1):
        with pytest.raises(Refused, match="changed_meanwhile"):
            accommodations.grant(context, alice, place, student, MORE, stale, NOON)
    accommodations.grant(context, alice, place, student, MORE, 1, NOON)
    assert granted(context, bob) == MORE
    accommodations.grant(context, alice, place, student, NOTHING_GRANTED, 2, NOON)
    with context.store.read() as connection:
        assert connection.execute(select(AccommodationRow.user_id)).all() == []


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (Accommodation(90), "time_percent"),
        (Accommodation(extra_minutes=-1), "extra_minutes"),
        (Accommodation(extra_minutes=601), "extra_minutes"),
        (Accommodation(due_days=61), "due_days"),
        (Accommodation(due_days=-1), "due_days"),
    ],
)
def test_what_makes_no_sense_is_refused(
    context: Context, alice: Person, bob: Person, place: str, wanted: Accommodation, code: str
) -> None:
    with pytest.raises(Refused, match=code):
        accommodations.grant(context, alice, place, bob.public_id, wanted, 0, NOON)


def test_only_a_teacher_of_the_learner_grants(
    context: Context, alice: Person, carol: Person, bob: Person, dan: Person, place: str
) -> None:
    hers, code = make_classroom(context, carol)
    for who, room, student in (
        (carol, place, bob),
        (carol, hers, bob),
        (alice, place, dan),
        (alice, hers, bob),
    ):
        with pytest.raises(NotFound):
            accommodations.grant(context, who, room, student.public_id, MORE, 0, NOON)
    with pytest.raises(Refused, match="not_allowed"):
        accommodations.grant(context, bob, place, bob.public_id, MORE, 0, NOON)
    classrooms.join(context, bob, code, NOON)
    accommodations.grant(context, carol, hers, bob.public_id, MORE, 0, NOON)
    assert granted(context, bob) == MORE


def test_a_hasty_right_choice_is_good_where_speed_does_not_count(
    context: Context, bob: Person
) -> None:
    calm = replace(person(context, "Rosa"), no_speed=True)
    for learner in (bob, calm):
        screen = study.ask(context, learner, NOON)
        assert screen is not None
        assert screen.kind is QuestionKind.SINGLE_CHOICE
        study.answer(context, learner, filled(screen), "en", NOON + timedelta(seconds=0.5))
    with context.store.read() as connection:
        rated = connection.execute(select(Review.learner_id, Review.rating)).all()
    assert {row.learner_id: row.rating for row in rated} == {bob.id: 2, calm.id: 3}


def test_it_is_told_and_goes_with_the_person(
    context: Context, alice: Person, bob: Person, place: str
) -> None:
    accommodations.grant(context, alice, place, bob.public_id, MORE, 0, NOON)
    told = own_data.export(context, bob, NOON)["accommodations"]
    assert [(one["time_percent"], one["extra_minutes"], one["no_speed"]) for one in told] == [
        (150, 10, True)
    ]
    own_data.erase(context, alice, PASSWORD, NOON)
    assert accommodations.own(context, bob).by == ""
    assert granted(context, bob) == MORE
    own_data.erase(context, bob, PASSWORD, NOON)
    with context.store.read() as connection:
        assert connection.execute(select(AccommodationRow.user_id)).all() == []
