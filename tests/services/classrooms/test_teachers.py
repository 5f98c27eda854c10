"""Co-teachers: asked, accepted, allowed all but the end of the class and of its owner."""

from __future__ import annotations

import pytest

from quizapp.services import classrooms, codes, reports
from quizapp.services.context import Context, NotFound, Refused
from quizapp.store.queries.people import Person
from tests.factories import make_classroom
from tests.world import NOON, person


def names(context: Context, teacher: Person, place: str) -> list[str]:
    return [one.name for one in classrooms.teachers_page(context, teacher, place).teachers]


@pytest.fixture
def shared(context: Context, alice: Person, carol: Person, bob: Person) -> str:
    """A class of Alice that Carol teaches too and Bob learns in."""
    place, code = make_classroom(context, alice)
    classrooms.join(context, bob, code, NOON)
    classrooms.invite(context, alice, place, " CAROL ", NOON)
    classrooms.accept(context, carol, place, NOON)
    return place


def test_an_invitation_is_asked_once_and_answered_once(
    context: Context, alice: Person, carol: Person, bob: Person
) -> None:
    place, code = make_classroom(context, alice)
    classrooms.join(context, carol, code, NOON)
    for _ in range(2):
        assert classrooms.invite(context, alice, place, "carol", NOON) == "Carol"
    asked = classrooms.invitations_to_teach(context, carol)
    assert [(one.name, one.by) for one in asked] == [("4B", "Alice")]
    assert classrooms.invitations_to_teach(context, alice) == ()
    with pytest.raises(NotFound):
        classrooms.classroom(context, carol, place, NOON)
    classrooms.accept(context, carol, place, NOON)
    assert names(context, carol, place) == ["Alice", "Carol"]
    assert classrooms.class_list(context, alice, place) == ()
    assert classrooms.invitations_to_teach(context, carol) == ()
    for answer in (classrooms.accept, classrooms.decline):
        with pytest.raises(NotFound):
            answer(context, carol, place, NOON)


def test_no_is_an_answer_and_can_be_taken_back_before(
    context: Context, alice: Person, carol: Person
) -> None:
    place, _ = make_classroom(context, alice)
    classrooms.invite(context, alice, place, "Carol", NOON)
    classrooms.decline(context, carol, place, NOON)
    classrooms.invite(context, alice, place, "Carol", NOON)
    classrooms.withdraw(context, alice, place, carol.public_id, NOON)
    with pytest.raises(NotFound):
        classrooms.accept(context, carol, place, NOON)
    with pytest.raises(NotFound):
        classrooms.withdraw(context, alice, place, carol.public_id, NOON)
    classrooms.invite(context, alice, place, "Carol", NOON)
    classrooms.archive(context, alice, place, NOON)
    assert classrooms.invitations_to_teach(context, carol) == ()
    with pytest.raises(NotFound):
        classrooms.accept(context, carol, place, NOON)
    assert names(context, alice, place) == ["Alice"]


@pytest.mark.parametrize(
    ("name", "code"),
    [("Bob", "teacher_unknown"), ("Nobody", "teacher_unknown"), ("Alice", "teaches_already")],
)
def test_only_colleagues_are_asked(
    context: Context, alice: Person, bob: Person, name: str, code: str
) -> None:
    place, _ = make_classroom(context, alice)
    with pytest.raises(Refused, match=code):
        classrooms.invite(context, alice, place, name, NOON)


def test_nobody_else_answers_or_asks(
    context: Context, alice: Person, carol: Person, bob: Person
) -> None:
    place, _ = make_classroom(context, alice)
    eve = person(context, "Eve", "teacher")
    classrooms.invite(context, alice, place, "Carol", NOON)
    with pytest.raises(NotFound):
        classrooms.accept(context, eve, place, NOON)
    with pytest.raises(Refused, match="not_allowed"):
        classrooms.accept(context, bob, place, NOON)
    for call in (
        lambda: classrooms.invite(context, carol, place, "Eve", NOON),
        lambda: classrooms.withdraw(context, eve, place, carol.public_id, NOON),
        lambda: classrooms.remove_teacher(context, eve, place, alice.public_id, NOON),
        lambda: classrooms.hand_over(context, eve, place, eve.public_id, NOON),
        lambda: classrooms.leave(context, eve, place, NOON),
        lambda: classrooms.teachers_page(context, carol, place),
    ):
        with pytest.raises(NotFound):
            call()


def test_a_co_teacher_does_what_the_owner_does(
    context: Context, shared: str, carol: Person, bob: Person
) -> None:
    assert not classrooms.classroom(context, carol, shared, NOON).owner
    assert reports.class_report(context, carol, shared, NOON).learners[0].name == "Bob"
    assert codes.make_for_pupil(context, carol, shared, bob.public_id, NOON).name == "Bob"
    assert classrooms.make_group(context, carol, shared, "Readers", NOON)
    classrooms.renew_code(context, carol, shared, NOON)
    classrooms.change(context, carol, shared, "4C", "UTC", NOON)
    classrooms.remove_pupil(context, carol, shared, bob.public_id, NOON)
    person(context, "Eve", "teacher")
    assert classrooms.invite(context, carol, shared, "Eve", NOON) == "Eve"
    classrooms.archive(context, carol, shared, NOON)
    classrooms.restore(context, carol, shared, NOON)


def test_a_co_teacher_neither_deletes_nor_removes_or_replaces_the_owner(
    context: Context, shared: str, alice: Person, carol: Person
) -> None:
    with pytest.raises(Refused, match="owner_stays"):
        classrooms.remove_teacher(context, carol, shared, alice.public_id, NOON)
    with pytest.raises(Refused, match="owner_only"):
        classrooms.hand_over(context, carol, shared, carol.public_id, NOON)
    classrooms.archive(context, carol, shared, NOON)
    with pytest.raises(Refused, match="owner_only"):
        classrooms.delete_classroom(context, carol, shared, "4B", NOON)
    classrooms.restore(context, carol, shared, NOON)
    assert names(context, alice, shared) == ["Alice", "Carol"]


def test_the_owner_leaves_after_handing_over(
    context: Context, shared: str, alice: Person, carol: Person, bob: Person
) -> None:
    with pytest.raises(Refused, match="owner_stays"):
        classrooms.leave(context, alice, shared, NOON)
    for nobody in (bob.public_id, "nobody"):
        with pytest.raises(NotFound):
            classrooms.hand_over(context, alice, shared, nobody, NOON)
    classrooms.hand_over(context, alice, shared, carol.public_id, NOON)
    assert classrooms.classroom(context, carol, shared, NOON).owner
    assert names(context, alice, shared) == ["Carol", "Alice"]
    classrooms.leave(context, alice, shared, NOON)
    with pytest.raises(NotFound):
        classrooms.classroom(context, alice, shared, NOON)
    assert names(context, carol, shared) == ["Carol"]


def test_who_is_removed_sees_nothing_any_more(
    context: Context, shared: str, alice: Person, carol: Person, bob: Person
) -> None:
    classrooms.remove_teacher(context, alice, shared, carol.public_id, NOON)
    for call in (
        lambda: classrooms.classroom(context, carol, shared, NOON),
        lambda: codes.make_for_pupil(context, carol, shared, bob.public_id, NOON),
        lambda: reports.class_report(context, carol, shared, NOON),
    ):
        with pytest.raises(NotFound):
            call()
    assert classrooms.taught(context, carol) == ()
