"""Put away, fetched again, deleted; and a pupil who leaves. What was learnt stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import select

from quizapp.services import accommodations, authoring, classrooms, codes
from quizapp.services.classrooms import ListRow
from quizapp.services.context import Context, NotFound, Refused
from quizapp.store.models import Card, Classroom, Question
from quizapp.store.queries.accommodations import Accommodation
from quizapp.store.queries.people import Person
from tests.factories import make_classroom, make_question
from tests.services.study.sittings import sit
from tests.world import NOON, PASSWORD


def cards(context: Context, learner: Person) -> int:
    with context.store.read() as connection:
        rows = connection.execute(select(Card.fact_id).where(Card.learner_id == learner.id))
        return len(rows.all())


def test_a_pupil_who_leaves_keeps_what_was_learnt(
    context: Context, alice: Person, bob: Person, dan: Person
) -> None:
    place, code = make_classroom(context, alice)
    for pupil in (bob, dan):
        classrooms.join(context, pupil, code, NOON)
    sit(context, bob, NOON, 3)
    before = cards(context, bob)
    assert classrooms.remove_pupil(context, alice, place, bob.public_id, NOON) == "Bob"
    assert cards(context, bob) == before > 0
    assert [one.name for one in classrooms.class_list(context, alice, place)] == ["Dan"]
    for call in (
        lambda: classrooms.remove_pupil(context, alice, place, bob.public_id, NOON),
        lambda: classrooms.class_page(context, bob, place),
        lambda: classrooms.pupil_page(context, alice, place, bob.public_id),
        lambda: codes.make_for_pupil(context, alice, place, bob.public_id, NOON),
        lambda: classrooms.remove_pupil(context, alice, place, alice.public_id, NOON),
    ):
        with pytest.raises(NotFound):
            call()


def test_an_archived_class_is_read_and_not_changed(
    context: Context, alice: Person, bob: Person, dan: Person
) -> None:
    place, code = make_classroom(context, alice)
    classrooms.join(context, bob, code, NOON)
    group = classrooms.make_group(context, alice, place, "Readers", NOON)
    for _ in range(2):
        classrooms.archive(context, alice, place, NOON)
    assert classrooms.taught(context, alice) == ()
    assert classrooms.joined(context, bob) == ()
    assert [one.name for one in classrooms.archived(context, alice)] == ["4B"]
    assert classrooms.classroom(context, alice, place, NOON).archived == NOON.date()
    student, wanted = bob.public_id, Accommodation(150)
    changes: tuple[Callable[[], object], ...] = (
        lambda: classrooms.change(context, alice, place, "4C", "UTC", NOON),
        lambda: classrooms.renew_code(context, alice, place, NOON),
        lambda: classrooms.open_joining(context, alice, place, NOON),
        lambda: classrooms.save(context, alice, place, [ListRow("New")], NOON),
        lambda: classrooms.make_slips(context, alice, place, [student], NOON),
        lambda: classrooms.make_group(context, alice, place, "New", NOON),
        lambda: classrooms.change_members(context, alice, place, group, [student], [], NOON),
        lambda: classrooms.delete_group(context, alice, place, group, NOON),
        lambda: classrooms.remove_pupil(context, alice, place, student, NOON),
        lambda: classrooms.invite(context, alice, place, "Carol", NOON),
        lambda: classrooms.hand_over(context, alice, place, alice.public_id, NOON),
        lambda: codes.make_for_pupil(context, alice, place, student, NOON),
        lambda: accommodations.grant(context, alice, place, student, wanted, 0, NOON),
    )
    for change in changes:
        with pytest.raises(Refused, match="classroom_archived"):
            change()
    with pytest.raises(authoring.DraftRefused):
        make_question(context, alice, audience=place)
    with pytest.raises(Refused, match="code_unknown"):
        classrooms.join(context, dan, code, NOON)
    classrooms.restore(context, alice, place, NOON)
    assert [one.name for one in classrooms.joined(context, bob)] == ["4B"]
    assert classrooms.join(context, dan, code, NOON).name == "4B"


def test_a_class_in_use_is_not_deleted_and_a_name_is_typed(
    context: Context, alice: Person, carol: Person, bob: Person
) -> None:
    place, code = make_classroom(context, alice, name="4.º B")
    classrooms.join(context, bob, code, NOON)
    sit(context, bob, NOON, 3)
    before = cards(context, bob)
    written = make_question(context, alice, audience=place)
    with pytest.raises(Refused, match="classroom_in_use"):
        classrooms.delete_classroom(context, alice, place, "4.º B", NOON)
    classrooms.archive(context, alice, place, NOON)
    for typed in ("", "4B", "5.º B"):
        with pytest.raises(Refused, match="name_differs"):
            classrooms.delete_classroom(context, alice, place, typed, NOON)
    with pytest.raises(NotFound):
        classrooms.delete_classroom(context, carol, place, "4.º B", NOON)
    classrooms.delete_classroom(context, alice, place, " 4.º b", NOON)
    with pytest.raises(NotFound):
        classrooms.classroom(context, alice, place, NOON)
    with context.store.read() as connection:
        left = select(Question.collection, Question.owner_id, Question.classroom_id)
        row = connection.execute(left.where(Question.public_id == written)).one()
        assert tuple(row) == ("mine", alice.id, None)
        assert connection.execute(select(Classroom.id)).all() == []
    assert cards(context, bob) == before > 0


def test_joining_is_closed_opened_and_given_another_code(
    context: Context, alice: Person, bob: Person, dan: Person, carol: Person
) -> None:
    place, old = make_classroom(context, alice)
    classrooms.join(context, bob, old, NOON)
    classrooms.close_joining(context, alice, place, NOON)
    with pytest.raises(Refused, match="joining_closed"):
        classrooms.join(context, dan, old, NOON)
    assert classrooms.join(context, bob, old, NOON).joined
    classrooms.open_joining(context, alice, place, NOON)
    classrooms.renew_code(context, alice, place, NOON)
    new = classrooms.classroom(context, alice, place, NOON).code
    assert new != old
    with pytest.raises(Refused, match="code_unknown"):
        classrooms.join(context, dan, old, NOON)
    assert not classrooms.join(context, dan, new, NOON).joined
    for change in (classrooms.renew_code, classrooms.close_joining, classrooms.archive):
        with pytest.raises(NotFound):
            change(context, carol, place, NOON)


def test_codes_of_pupils_are_told_apart_from_passwords(context: Context, alice: Person) -> None:
    place, _ = make_classroom(context, alice)
    classrooms.save(context, alice, place, [ListRow("Rosa")], NOON)
    pupil = classrooms.slip_pupils(context, alice, place)[0]
    assert not pupil.ready
    made = codes.make_for_pupil(context, alice, place, pupil.public_id, NOON)
    codes.use(context, "Rosa", made.code, PASSWORD, NOON)
    assert classrooms.slip_pupils(context, alice, place)[0].ready
