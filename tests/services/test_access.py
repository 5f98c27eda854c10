"""Who may pass, and whose classroom it is: the whole table, cell by cell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizapp.services import classrooms
from quizapp.services.access import (
    HOLDERS,
    Permission,
    SignInNeeded,
    open_classroom,
    owned_classroom,
    require,
    taught_classroom,
)
from quizapp.services.context import Context, NotFound, Refused
from quizapp.store.queries.people import Person
from tests.factories import make_classroom
from tests.world import NOON, person

PASS, NAME, NO = "passes", "asked to sign in", "not_allowed"
TABLE = {
    "public": {"visitor": PASS, "guest": PASS, "student": PASS, "teacher": PASS, "admin": PASS},
    "study": {"visitor": NAME, "guest": PASS, "student": PASS, "teacher": PASS, "admin": PASS},
    "join": {"visitor": NAME, "guest": NAME, "student": PASS, "teacher": PASS, "admin": PASS},
    "teach": {"visitor": NAME, "guest": NO, "student": NO, "teacher": PASS, "admin": PASS},
    "administer": {"visitor": NAME, "guest": NO, "student": NO, "teacher": NO, "admin": PASS},
}


def outcome(permission: Permission, who: Person | None) -> str:
    try:
        require(permission, who)
    except SignInNeeded:
        return NAME
    except Refused as refused:
        return refused.code
    return PASS


def test_the_table_of_permissions_is_this_one(context: Context) -> None:
    people: dict[str, Person | None] = {
        role: person(context, role.title(), role) for role in ("student", "teacher", "admin")
    }
    people["visitor"] = None
    people["guest"] = replace(person(context, "Guest"), name="", role="guest")
    found = {
        str(permission): {role: outcome(permission, who) for role, who in people.items()}
        for permission in Permission
    }
    assert found == TABLE
    assert set(HOLDERS) == set(Permission)


def test_a_classroom_is_taught_by_its_teachers_and_owned_by_one(
    context: Context, alice: Person, carol: Person, bob: Person
) -> None:
    place, code = make_classroom(context, alice)
    other, _ = make_classroom(context, carol)
    classrooms.join(context, bob, code, NOON)
    ways = (taught_classroom, open_classroom, owned_classroom)
    with context.store.read() as connection:
        numbers = {way(connection, alice, place) for way in ways}
        assert len(numbers) == 1
        assert numbers != {taught_classroom(connection, carol, other)}
        for way in ways:
            for stranger in (carol, bob):
                with pytest.raises(NotFound):
                    way(connection, stranger, place)
            with pytest.raises(NotFound):
                way(connection, alice, other)
    classrooms.invite(context, alice, place, "Carol", NOON)
    classrooms.accept(context, carol, place, NOON)
    with context.store.read() as connection:
        assert {way(connection, carol, place) for way in ways[:2]} == numbers
        with pytest.raises(Refused) as refused:
            owned_classroom(connection, carol, place)
        assert refused.value.code == "owner_only"


def test_an_archived_classroom_is_read_by_its_teachers_and_changed_by_nobody(
    context: Context, alice: Person
) -> None:
    place, _ = make_classroom(context, alice)
    classrooms.archive(context, alice, place, NOON)
    with context.store.read() as connection:
        number = taught_classroom(connection, alice, place)
        assert owned_classroom(connection, alice, place) == number
        with pytest.raises(Refused) as refused:
            open_classroom(connection, alice, place)
        assert refused.value.code == "classroom_archived"
