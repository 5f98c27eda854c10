"""Groups of a classroom: of this classroom alone, filled by two teachers without loss."""

from __future__ import annotations

import pytest

from quizapp.services import classrooms
from quizapp.services.context import Context, NotFound, Refused
from quizapp.store.queries import groups as queries
from quizapp.store.queries.people import Person
from tests.factories import classroom_number, make_classroom
from tests.world import NOON


def inside(context: Context, teacher: Person, place: str, group: str) -> list[str]:
    page = classrooms.group_page(context, teacher, place, group)
    return [pupil.name for pupil in page.pupils if pupil.inside]


def test_a_group_is_made_filled_renamed_and_deleted(
    context: Context, alice: Person, bob: Person, dan: Person
) -> None:
    place, code = make_classroom(context, alice)
    for pupil in (bob, dan):
        classrooms.join(context, pupil, code, NOON)
    group = classrooms.make_group(context, alice, place, " Early  readers ", NOON)
    both = (bob.public_id, dan.public_id)
    classrooms.change_members(context, alice, place, group, both, (), NOON)
    assert inside(context, alice, place, group) == ["Bob", "Dan"]
    # somebody else takes Dan out and, from a page of before, somebody puts in nobody new
    classrooms.change_members(context, alice, place, group, both[:1], both, NOON)
    classrooms.change_members(context, alice, place, group, both, both, NOON)
    assert inside(context, alice, place, group) == ["Bob"]
    classrooms.rename_group(context, alice, place, group, "Readers", NOON)
    lines = classrooms.groups(context, alice, place)
    assert [(line.name, line.members) for line in lines] == [("Readers", 1)]
    page = classrooms.class_page(context, bob, place)
    assert page.groups == ("Readers",)
    assert classrooms.class_page(context, dan, place).groups == ()
    with context.store.read() as connection:
        assert queries.members_of(connection, lines[0].id) == (bob.id,)
        number = classroom_number(context, place)
        assert queries.groups_of_learner(connection, number, bob.id) == {lines[0].id: "Readers"}
        assert queries.groups_of_learner(connection, number, dan.id) == {}
    classrooms.delete_group(context, alice, place, group, NOON)
    assert classrooms.groups(context, alice, place) == ()
    assert len(classrooms.class_list(context, alice, place)) == 2


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("--", "group_name_empty"),
        ("x" * 81, "group_name_too_long"),
        (" RÉADERS ", "group_name_taken"),
    ],
)
def test_a_group_needs_a_name_of_its_own(
    context: Context, alice: Person, name: str, code: str
) -> None:
    place, _ = make_classroom(context, alice)
    readers = classrooms.make_group(context, alice, place, "Readers", NOON)
    writers = classrooms.make_group(context, alice, place, "Writers", NOON)
    with pytest.raises(Refused, match=code):
        classrooms.make_group(context, alice, place, name, NOON)
    with pytest.raises(Refused, match=code):
        classrooms.rename_group(context, alice, place, writers, name, NOON)
    classrooms.rename_group(context, alice, place, readers, "readers", NOON)
    other, _ = make_classroom(context, alice, name="5C")
    assert classrooms.make_group(context, alice, other, "Readers", NOON)


def test_a_group_holds_pupils_of_its_class_and_lets_go_who_leaves(
    context: Context, alice: Person, bob: Person, dan: Person
) -> None:
    place, code = make_classroom(context, alice)
    classrooms.join(context, bob, code, NOON)
    group = classrooms.make_group(context, alice, place, "Readers", NOON)
    everybody = (bob.public_id, dan.public_id, alice.public_id, "nobody")
    classrooms.change_members(context, alice, place, group, everybody, (), NOON)
    assert inside(context, alice, place, group) == ["Bob"]
    classrooms.remove_pupil(context, alice, place, bob.public_id, NOON)
    classrooms.join(context, bob, code, NOON)
    assert inside(context, alice, place, group) == []


def test_groups_of_another_class_are_not_there(
    context: Context, alice: Person, carol: Person, bob: Person
) -> None:
    place, code = make_classroom(context, alice)
    hers, _ = make_classroom(context, carol)
    classrooms.join(context, bob, code, NOON)
    group = classrooms.make_group(context, alice, place, "Readers", NOON)
    chosen = (bob.public_id,)
    for teacher, room in ((carol, place), (carol, hers), (alice, hers)):
        for call in (
            lambda who, at: classrooms.group_page(context, who, at, group),
            lambda who, at: classrooms.rename_group(context, who, at, group, "Mine", NOON),
            lambda who, at: classrooms.change_members(context, who, at, group, chosen, (), NOON),
            lambda who, at: classrooms.delete_group(context, who, at, group, NOON),
        ):
            with pytest.raises(NotFound):
                call(teacher, room)
    assert inside(context, alice, place, group) == []
