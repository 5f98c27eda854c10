"""Guessing is slowed down, in the same way for names that nobody has; nobody is locked out."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from quizapp.services import accounts, classrooms, limits, own_password
from quizapp.services.context import Context, Refused
from quizapp.services.limits import Rule, Try
from quizapp.store.models import Limit
from quizapp.store.queries.people import Person
from tests.services.study.test_answering import together
from tests.world import NOON, PASSWORD

WRONG = "wrong password"
SOME = Rule("some", 3, timedelta(minutes=10))


def refusal(
    context: Context, name: str, password: str, at: datetime, address: str = "10.0.0.1"
) -> str:
    try:
        accounts.sign_in(context, name, password, at, address)
    except Refused as error:
        return error.code
    return ""


def spend(context: Context, one: Try, at: datetime) -> int:
    return context.store.transact(lambda connection: limits.spend(connection, (one,), at))


def test_a_window_begins_with_the_first_try_and_ends_by_itself(context: Context) -> None:
    one, other = Try(SOME, "one"), Try(SOME, "other")
    minutes = [spend(context, one, NOON + timedelta(minutes=n)) for n in range(5)]
    assert minutes == [0, 0, 0, 7, 6]
    assert spend(context, other, NOON + timedelta(minutes=4)) == 0
    assert spend(context, one, NOON + timedelta(minutes=9, seconds=59)) == 1
    assert spend(context, one, NOON + timedelta(minutes=10)) == 0


def test_many_at_once_pass_no_more_than_one_after_another(context: Context) -> None:
    passed: list[int] = []
    work = lambda: passed.append(spend(context, Try(SOME, "one"), NOON))  # noqa: E731
    assert together(*(work for _ in range(8))) == []
    assert sorted(passed) == [0, 0, 0, 10, 10, 10, 10, 10]


def test_old_counts_are_swept_away(context: Context) -> None:
    spend(context, Try(SOME, "old"), NOON)
    spend(context, Try(SOME, "new"), NOON + timedelta(days=3))
    with context.store.read() as connection:
        assert connection.execute(select(func.count()).select_from(Limit)).scalar_one() == 1


@pytest.mark.parametrize("name", ["Bob", "Nobody"])
def test_ten_wrong_passwords_then_waiting_for_known_and_unknown_names(
    context: Context, bob: Person, dan: Person, name: str
) -> None:
    told = [refusal(context, name, WRONG, NOON) for _ in range(12)]
    assert told == ["wrong_name_or_password"] * 10 + ["too_many_tries"] * 2
    assert refusal(context, name.upper(), PASSWORD, NOON) == "too_many_tries"
    assert refusal(context, "Dan", PASSWORD, NOON) == ""
    assert refusal(context, "Bob", PASSWORD, NOON + timedelta(minutes=10)) == ""


def test_a_right_password_starts_the_count_anew(context: Context, bob: Person) -> None:
    for _ in range(3):
        assert {refusal(context, "Bob", WRONG, NOON) for _ in range(9)} == {
            "wrong_name_or_password"
        }
        assert refusal(context, "Bob", PASSWORD, NOON) == ""


def test_an_address_may_be_wrong_a_hundred_times(context: Context, bob: Person) -> None:
    inside = limits.of_address(context, limits.SIGN_IN_ADDRESS, "2001:db8:0:1::5")
    for _ in range(100):
        assert spend(context, inside, NOON) == 0
    assert refusal(context, "Bob", PASSWORD, NOON, "2001:db8:0:1::77") == "too_many_tries"
    assert refusal(context, "Bob", PASSWORD, NOON, "2001:db8:0:2::5") == ""


def test_a_class_that_signs_in_rightly_reaches_no_limit(context: Context, bob: Person) -> None:
    address = limits.of_address(context, limits.SIGN_IN_ADDRESS, "10.0.0.1")
    assert [spend(context, address, NOON) for _ in range(99)] == [0] * 99
    for _ in range(5):  # the second would be refused if the first had counted
        accounts.sign_in(context, "Bob", PASSWORD, NOON, "10.0.0.1")
    assert refusal(context, "Bob", WRONG, NOON, "10.0.0.1") == "wrong_name_or_password"
    assert refusal(context, "Bob", PASSWORD, NOON, "10.0.0.1") == "too_many_tries"


def test_the_limit_holds_for_the_own_password_too(context: Context, bob: Person) -> None:
    told = []
    for _ in range(11):
        with pytest.raises(Refused) as caught:
            own_password.change_password(context, bob, WRONG, "another long one", NOON)
        told.append(caught.value.code)
    assert told == ["wrong_password"] * 10 + ["too_many_tries"]


def test_join_codes_are_not_guessed(context: Context, bob: Person, dan: Person) -> None:
    told = []
    for _ in range(21):
        with pytest.raises(Refused) as caught:
            classrooms.invitation(context, bob, "CCCC-CCCC", NOON)
        told.append(caught.value.code)
    assert told == ["code_unknown"] * 20 + ["too_many_tries"]
    with pytest.raises(Refused, match="code_unknown"):
        classrooms.join(context, dan, "CCCC-CCCC", NOON)


def test_names_and_addresses_are_kept_as_digests(context: Context, bob: Person) -> None:
    refusal(context, "Bob", WRONG, NOON, "192.0.2.77")
    with context.store.read() as connection:
        rows = connection.execute(select(Limit.kind, Limit.subject)).all()
    assert len(rows) == 2
    assert not any("bob" in str(row).lower() or "192.0" in str(row) for row in rows)


@pytest.mark.parametrize(
    ("address", "other", "same"),
    [
        ("203.0.113.7", "203.0.113.8", False),
        ("203.0.113.7", "::ffff:203.0.113.7", True),
        ("::ffff:203.0.113.7", "::ffff:203.0.113.8", False),
        ("203.0.113.7", "203.0.113.7:50123", True),
        ("2001:db8::1", "2001:db8::2", True),
        ("2001:db8::1", "[2001:db8::1]:50123", True),
        ("2001:db8:0:1::1", "2001:db8:0:2::1", False),
        ("fe80::1%eth0", "fe80::2%eth1", True),
        ("unknown", "hidden", False),
    ],
)
def test_what_counts_as_one_address(
    context: Context, address: str, other: str, *, same: bool
) -> None:
    one, two = (limits.of_address(context, SOME, text).subject for text in (address, other))
    assert (one == two) is same
