"""A one-time code: for one's own pupils, for a day, for one new password."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from quizapp.services import accounts, classrooms, codes
from quizapp.services.context import Context, NotFound, Refused
from quizapp.store.models import AuditEvent, Classroom, Enrolment, OneTimeCode
from quizapp.store.queries.people import Person
from tests.services.study.test_answering import together
from tests.world import NOON, PASSWORD, person, signed_in

NEW = "quite another password"


@pytest.fixture
def rosa(context: Context) -> Person:
    """A teacher."""
    return person(context, "Rosa", "teacher")


def classroom_with(context: Context, teacher: Person, *pupils: Person) -> str:
    made = classrooms.create(context, teacher, "3B", "UTC", NOON)
    with context.store.write() as connection:
        number = connection.execute(
            select(Classroom.id).where(Classroom.public_id == made)
        ).scalar_one()
        for pupil in pupils:
            place = {"classroom_id": number, "user_id": pupil.id, "role": "student"}
            connection.execute(insert(Enrolment).values(place | {"joined_at": NOON}))
    return made


def test_a_code_sets_a_new_password_once(context: Context, rosa: Person, dan: Person) -> None:
    bob, old_session = signed_in(context, "Bob")
    made = codes.make_for_pupil(
        context, rosa, classroom_with(context, rosa, bob), bob.public_id, NOON
    )
    assert made.name == "Bob"
    token = codes.use(context, " BOB ", made.code.lower().replace("-", " "), NEW, NOON)
    assert accounts.who(context, token, NOON) == bob
    assert accounts.who(context, old_session, NOON) is None
    assert accounts.sign_in(context, "Bob", NEW, NOON)[0] == bob.id
    assert accounts.sign_in(context, "Dan", PASSWORD, NOON)[0] == dan.id
    with pytest.raises(Refused, match="wrong_name_or_password"):
        accounts.sign_in(context, "Bob", PASSWORD, NOON)
    with pytest.raises(Refused, match="wrong_name_or_code"):
        codes.use(context, "Bob", made.code, NEW, NOON)


def test_only_ones_own_pupils(context: Context, rosa: Person, bob: Person, dan: Person) -> None:
    other = person(context, "Alice", "teacher")
    place = classroom_with(context, rosa, bob)
    for who, classroom, pupil in (
        (other, place, bob),
        (rosa, place, dan),
        (rosa, "nothing", bob),
        (rosa, place, rosa),
    ):
        with pytest.raises(NotFound):
            codes.make_for_pupil(context, who, classroom, pupil.public_id, NOON)
    with pytest.raises(Refused, match="not_allowed"):
        codes.make_for_pupil(context, bob, place, bob.public_id, NOON)


@pytest.mark.parametrize("role", ["teacher", "admin"])
def test_staff_who_learn_in_a_class_are_out_of_reach(
    context: Context, rosa: Person, role: str
) -> None:
    colleague = person(context, "Colleague", role)
    place = classroom_with(context, rosa, colleague)
    with pytest.raises(NotFound):
        codes.make_for_pupil(context, rosa, place, colleague.public_id, NOON)


def test_old_codes_and_wrong_names_read_the_same(
    context: Context, bob: Person, dan: Person
) -> None:
    first = codes.make_for(context, "Bob", NOON).code
    second = codes.make_for(context, "Bob", NOON).code
    tries = (
        ("Bob", first, timedelta()),  # replaced
        ("Bob", second, timedelta(hours=24)),  # too old
        ("Dan", second, timedelta()),  # somebody else's
        ("Nobody", second, timedelta()),
        ("Bob", "", timedelta()),
    )
    for name, code, later in tries:
        with pytest.raises(Refused) as caught:
            codes.use(context, name, code, NEW, NOON + later)
        assert caught.value.code == "wrong_name_or_code"
    assert codes.use(context, "Bob", second, NEW, NOON + timedelta(hours=23, minutes=59))


def test_a_weak_password_leaves_the_code_good(context: Context, bob: Person) -> None:
    code = codes.make_for(context, "Bob", NOON).code
    with pytest.raises(Refused, match="password_too_short"):
        codes.use(context, "Bob", code, "short", NOON)
    assert codes.use(context, "Bob", code, NEW, NOON)


def test_two_at_once_use_it_once(context: Context, bob: Person) -> None:
    code = codes.make_for(context, "Bob", NOON).code
    failed = together(
        lambda: codes.use(context, "Bob", code, "first new password", NOON),
        lambda: codes.use(context, "Bob", code, "second new password", NOON),
    )
    assert [getattr(error, "code", error) for error in failed] == ["wrong_name_or_code"]


def test_guessing_is_limited_and_a_code_ends_the_waiting_at_sign_in(
    context: Context, bob: Person
) -> None:
    code = codes.make_for(context, "Bob", NOON).code
    for _ in range(11):
        with pytest.raises(Refused):
            accounts.sign_in(context, "Bob", "wrong password", NOON)
    assert codes.use(context, "Bob", code, NEW, NOON)
    assert accounts.sign_in(context, "Bob", NEW, NOON)[0] == bob.id
    told = []
    for _ in range(11):
        with pytest.raises(Refused) as caught:
            codes.use(context, "Bob", "CCCC", NEW, NOON)
        told.append(caught.value.code)
    assert told == ["wrong_name_or_code"] * 10 + ["too_many_tries"]


def test_the_code_is_stored_hashed_and_its_making_noted(context: Context, bob: Person) -> None:
    made = codes.make_for(context, "Bob", NOON)
    plain = made.code.replace("-", "")
    with context.store.read() as connection:
        row = connection.execute(select(OneTimeCode.__table__)).one()
        actions = connection.execute(select(AuditEvent.action)).scalars().all()
    assert plain not in str(row)
    assert "code.made" in actions
