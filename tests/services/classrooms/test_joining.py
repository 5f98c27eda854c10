"""Classrooms: made by teachers, joined by code, seen by nobody else's teacher."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select, update

from quizapp.services import classrooms
from quizapp.services.context import Context, NotFound, Refused
from quizapp.store.models import AuditEvent, Classroom, Enrolment
from quizapp.store.queries.people import Person
from tests.factories import make_classroom, make_pupils
from tests.services.study.sittings import sit
from tests.world import NOON, statements

CODES = st.text(classrooms.CODE_ALPHABET, min_size=8, max_size=8)


def refusal(call: Callable[[], object]) -> str:
    with pytest.raises(Refused) as caught:
        call()
    return caught.value.code


def pupils(context: Context, teacher: Person, public_id: str) -> list[str]:
    return [p.name for p in classrooms.classroom(context, teacher, public_id, NOON).pupils]


@given(CODES)
def test_a_code_is_its_own_folding_and_survives_being_shown(code: str) -> None:
    assert classrooms.folded_code(code) == code
    assert classrooms.folded_code(classrooms.shown_code(code)) == code


@pytest.mark.parametrize(
    "typed", ["k0p1-2x5m", " K0P1 2X5M ", "KOPL2XSM", "kopi–2xsm", "K0P1.2X5M\n"]
)
def test_codes_are_read_as_people_write_them(typed: str) -> None:
    assert classrooms.folded_code(typed) == "K0P12X5M"


def test_a_teacher_makes_a_classroom_and_it_is_written_down(
    context: Context, alice: Person
) -> None:
    public_id = classrooms.create(context, alice, "  4B   History ", "America/Lima", NOON)
    made = classrooms.classroom(context, alice, public_id, NOON)
    assert (made.name, made.time_zone, made.pupils) == ("4B History", "America/Lima", ())
    assert len(classrooms.folded_code(made.code)) == 8
    assert [one.public_id for one in classrooms.taught(context, alice)] == [public_id]
    with context.store.read() as connection:
        event = select(AuditEvent.actor_id).where(AuditEvent.action == "classroom.created")
        assert connection.execute(event).scalars().all() == [alice.id]


@pytest.mark.parametrize(
    ("name", "zone", "code"),
    [
        (" \u200b-", "UTC", "classroom_name_empty"),
        ("x" * 81, "UTC", "classroom_name_too_long"),
        ("4B", "Atlantis/Capital", "time_zone_unknown"),
        ("4B", "", "time_zone_unknown"),
    ],
)
def test_a_classroom_needs_a_name_and_a_zone(
    context: Context, alice: Person, name: str, zone: str, code: str
) -> None:
    assert refusal(lambda: classrooms.create(context, alice, name, zone, NOON)) == code
    assert classrooms.taught(context, alice) == ()


def test_pupils_make_no_classrooms(context: Context, bob: Person) -> None:
    assert refusal(lambda: classrooms.create(context, bob, "4B", "UTC", NOON)) == "not_allowed"


def test_joining_twice_is_joining_once(context: Context, alice: Person, bob: Person) -> None:
    public_id, code = make_classroom(context, alice)
    assert not classrooms.join(context, bob, code.lower(), NOON).joined
    assert classrooms.join(context, bob, code, NOON + timedelta(days=3)).joined
    assert pupils(context, alice, public_id) == ["Bob"]
    assert [one.name for one in classrooms.joined(context, bob)] == ["4B"]
    first = classrooms.classroom(context, alice, public_id, NOON).pupils[0]
    assert first.joined == NOON.date()


def test_two_presses_at_once_are_one_place(context: Context, alice: Person, bob: Person) -> None:
    _, code = make_classroom(context, alice)
    with ThreadPoolExecutor(8) as pool:
        presses = [pool.submit(classrooms.join, context, bob, code, NOON) for _ in range(8)]
        before = [press.result().joined for press in presses]
    assert before.count(False) == 1
    with context.store.read() as connection:
        places = select(func.count()).where(Enrolment.user_id == bob.id)
        assert connection.execute(places).scalar() == 1


@pytest.mark.parametrize(
    ("typed", "code"),
    [("", "code_length"), ("K7P4", "code_length"), ("K7P4-2XQMR", "code_length")],
)
def test_a_code_has_eight_signs(context: Context, bob: Person, typed: str, code: str) -> None:
    assert refusal(lambda: classrooms.join(context, bob, typed, NOON)) == code


def test_an_unknown_code_and_that_of_a_closed_class_say_the_same(
    context: Context, alice: Person, bob: Person
) -> None:
    public_id, code = make_classroom(context, alice)
    unknown = "00000000" if classrooms.folded_code(code) != "00000000" else "11111111"
    assert refusal(lambda: classrooms.join(context, bob, unknown, NOON)) == "code_unknown"
    with context.store.write() as connection:
        connection.execute(
            update(Classroom).where(Classroom.public_id == public_id).values(archived_at=NOON)
        )
    assert refusal(lambda: classrooms.join(context, bob, code, NOON)) == "code_unknown"
    assert classrooms.joined(context, bob) == ()


def test_who_teaches_a_class_does_not_become_its_pupil(
    context: Context, alice: Person, carol: Person
) -> None:
    public_id, code = make_classroom(context, alice)
    assert refusal(lambda: classrooms.join(context, alice, code, NOON)) == "own_classroom"
    assert not classrooms.join(context, carol, code, NOON).joined
    assert pupils(context, alice, public_id) == ["Carol"]


def test_a_classroom_is_its_teachers_alone(
    context: Context, alice: Person, carol: Person, bob: Person
) -> None:
    public_id, code = make_classroom(context, alice)
    make_classroom(context, carol, name="other")
    classrooms.join(context, bob, code, NOON)
    for stranger in (carol, bob):
        for spelling in (public_id, public_id.upper(), f"{public_id} ", code, "1"):
            with pytest.raises(NotFound):
                classrooms.classroom(context, stranger, spelling, NOON)
    assert [one.name for one in classrooms.taught(context, carol)] == ["other"]
    assert classrooms.taught(context, bob) == ()


def test_last_studied_counts_from_joining_and_in_the_classrooms_days(
    context: Context, alice: Person, bob: Person
) -> None:
    public_id, code = make_classroom(context, alice, zone="Asia/Tokyo")
    sit(context, bob, NOON)
    classrooms.join(context, bob, code, NOON + timedelta(hours=1))

    def studied() -> object:
        return classrooms.classroom(context, alice, public_id, NOON).pupils[0].studied

    assert studied() is None
    sit(context, bob, NOON + timedelta(hours=4), 2)
    assert studied() == (NOON + timedelta(days=1)).date()


def test_the_page_of_a_large_class_takes_few_statements(context: Context, alice: Person) -> None:
    public_id, _ = make_classroom(context, alice)
    make_pupils(context, public_id, 30)
    with statements(context.store) as sent:
        screen = classrooms.classroom(context, alice, public_id, NOON)
    assert len(screen.pupils) == 30
    assert len(sent) == 6
