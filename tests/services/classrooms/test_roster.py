"""Pupils by list: planned, mended, saved as a whole; nobody's account is taken over."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from quizapp.services import accounts, classrooms, codes
from quizapp.services.classrooms import ListRefused, ListRow, Saved
from quizapp.services.context import Context, NotFound, Refused
from quizapp.store.models import AuditEvent, Enrolment, OneTimeCode, User
from quizapp.store.queries.people import Person
from tests.factories import make_classroom
from tests.world import NOON, PASSWORD, person, statements

SENTENCES = ("Rosa Quispe", "Hugo Alva", "Óscar Soto")


def listed(*names: str) -> list[ListRow]:
    return [ListRow(name) for name in names]


def here(context: Context, teacher: Person, public_id: str) -> list[str]:
    return [one.name for one in classrooms.class_list(context, teacher, public_id)]


def planned(context: Context, teacher: Person, place: str, *rows: ListRow) -> list[tuple[str, ...]]:
    plan = classrooms.plan(context, teacher, place, rows)
    return [(one.fate, *one.problems) for one in plan.rows]


def test_a_list_makes_accounts_that_slips_open(context: Context, alice: Person) -> None:
    place, _ = make_classroom(context, alice, zone="America/Lima")
    rows = [ListRow("  Rosa   Quispe ", "Readers"), ListRow("Hugo Alva", "readers"), ListRow("Ana")]
    assert classrooms.save(context, alice, place, rows, NOON) == Saved(3, 0, 0)
    assert here(context, alice, place) == ["Ana", "Hugo Alva", "Rosa Quispe"]
    groups = classrooms.groups(context, alice, place)
    assert [(one.name, one.members) for one in groups] == [("Readers", 2)]
    lines = classrooms.class_list(context, alice, place)
    assert [line.ready for line in lines] == [False] * 3
    sheet = classrooms.make_slips(context, alice, place, [lines[2].public_id], NOON)
    assert [slip.name for slip in sheet.slips] == ["Rosa Quispe"]
    with pytest.raises(Refused, match="wrong_name_or_password"):
        accounts.sign_in(context, "Rosa Quispe", "", NOON)
    token = codes.use(context, "rosa quispe", sheet.slips[0].code, PASSWORD, sheet.until - SECOND)
    found = accounts.who(context, token, NOON)
    assert found is not None
    assert (found.role, found.time_zone) == ("student", "America/Lima")
    assert classrooms.class_list(context, alice, place)[2].ready


SECOND = timedelta(seconds=1)


def test_saving_twice_is_saving_once(context: Context, alice: Person) -> None:
    place, _ = make_classroom(context, alice)
    rows = listed(*SENTENCES)
    classrooms.save(context, alice, place, rows, NOON)
    again = classrooms.save(context, alice, place, [*rows, ListRow("Hugo Zea", "New")], NOON)
    assert again == Saved(1, 0, 3)
    assert len(here(context, alice, place)) == 4


def test_every_fault_of_a_row_is_found_and_nothing_is_saved(
    context: Context, alice: Person, bob: Person, carol: Person
) -> None:
    place, _ = make_classroom(context, alice)
    rows = [
        ListRow("Rosa"),
        ListRow("RÓSA "),
        ListRow(""),
        ListRow("x" * 81),
        ListRow("Jos\ufffd"),
        ListRow("bob"),
        ListRow("Carol"),
        ListRow("Ana", "--", "short"),
        ListRow("Eva", "g" * 81, "Eva Eva Eva"),
    ]
    assert planned(context, alice, place, *rows) == [
        ("new",),
        ("new", "twice_in_list"),
        ("new", "name_empty"),
        ("new", "name_too_long"),
        ("new", "odd_signs"),
        ("known", "name_taken"),
        ("known", "name_taken"),
        ("new", "group_empty", "password_too_short"),
        ("new", "group_too_long"),
    ]
    with pytest.raises(ListRefused) as refused:
        classrooms.save(context, alice, place, rows, NOON)
    assert refused.value.plan.faulty == 8
    assert here(context, alice, place) == []
    assert classrooms.groups(context, alice, place) == ()


def test_a_pupil_of_another_class_of_mine_is_added_as_they_are(
    context: Context, alice: Person, carol: Person, bob: Person, dan: Person
) -> None:
    place, _ = make_classroom(context, alice)
    other, code = make_classroom(context, alice, name="3A")
    _, hers = make_classroom(context, carol, name="5C")
    classrooms.join(context, bob, code, NOON)
    classrooms.join(context, dan, hers, NOON)
    mine = classrooms.plan(context, alice, place, [ListRow("BOB", "", "a password of mine")]).rows[
        0
    ]
    assert (mine.fate, mine.elsewhere, mine.problems) == ("known", "3A", ())
    assert planned(context, alice, place, ListRow("Dan")) == [("known", "name_taken")]
    saved = classrooms.save(context, alice, place, [mine.row], NOON)
    assert saved == Saved(0, 1, 0)
    assert here(context, alice, place) == ["Bob"]
    assert accounts.sign_in(context, "Bob", PASSWORD, NOON)[0] == bob.id
    classrooms.archive(context, alice, other, NOON)
    elsewhere, _ = make_classroom(context, alice, name="6D")
    classrooms.remove_pupil(context, alice, place, bob.public_id, NOON)
    assert planned(context, alice, elsewhere, ListRow("Bob")) == [("known", "name_taken")]


def test_staff_are_no_pupils_of_a_list(context: Context, alice: Person, carol: Person) -> None:
    place, code = make_classroom(context, alice)
    classrooms.join(context, carol, code, NOON)
    for name in ("Carol", "Alice"):
        assert planned(context, alice, place, ListRow(name)) == [
            ("here" if name == "Carol" else "known", "name_taken")
        ]
    assert classrooms.slip_pupils(context, alice, place) == ()
    with pytest.raises(Refused, match="nobody_chosen"):
        classrooms.make_slips(context, alice, place, [carol.public_id], NOON)


def test_passwords_of_a_list_open_the_account(context: Context, alice: Person) -> None:
    place, _ = make_classroom(context, alice)
    rows = [ListRow("Rosa", "", PASSWORD), ListRow("Hugo")]
    classrooms.save(context, alice, place, rows, NOON)
    assert accounts.sign_in(context, "Rosa", PASSWORD, NOON)
    assert [one.ready for one in classrooms.class_list(context, alice, place)] == [False, True]


def test_printing_again_ends_the_codes_of_before(context: Context, alice: Person) -> None:
    place, _ = make_classroom(context, alice)
    classrooms.save(context, alice, place, listed(*SENTENCES), NOON)
    everybody = [one.public_id for one in classrooms.slip_pupils(context, alice, place)]
    first = classrooms.make_slips(context, alice, place, everybody, NOON).slips
    second = classrooms.make_slips(context, alice, place, [*everybody, "nobody"], NOON).slips
    assert [one.name for one in second] == ["Hugo Alva", "Óscar Soto", "Rosa Quispe"]
    assert len({one.code for one in (*first, *second)}) == 6
    with pytest.raises(Refused, match="wrong_name_or_code"):
        codes.use(context, "Hugo Alva", first[0].code, PASSWORD, NOON)
    assert codes.use(context, "Hugo Alva", second[0].code, PASSWORD, NOON)
    with context.store.read() as connection:
        made = select(func.count()).where(AuditEvent.action == "code.made")
        assert connection.execute(made).scalar() == 6
        assert connection.execute(select(func.count()).select_from(OneTimeCode)).scalar() == 2


def test_30_pupils_are_saved_at_once_and_quickly(context: Context, alice: Person) -> None:
    place, _ = make_classroom(context, alice)
    rows = [ListRow(f"Pupil {number}", f"Group {number % 3}") for number in range(30)]
    began = time.perf_counter()
    with statements(context.store) as sent:
        classrooms.save(context, alice, place, rows, NOON)
    assert time.perf_counter() - began < 2
    assert len(sent) < 30
    assert len(here(context, alice, place)) == 30


def test_two_teachers_with_one_list_make_each_account_once(
    context: Context, alice: Person, carol: Person
) -> None:
    places = [make_classroom(context, one)[0] for one in (alice, carol)]
    gate = threading.Barrier(2)

    def save(turn: int) -> Saved | ListRefused:
        gate.wait()
        try:
            teacher = (alice, carol)[turn]
            return classrooms.save(context, teacher, places[turn], listed(*SENTENCES), NOON)
        except ListRefused as refused:
            return refused

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(save, range(2)))
    assert sum(isinstance(one, Saved) for one in done) == 1
    lost = next(one for one in done if isinstance(one, ListRefused))
    assert [row.problems for row in lost.plan.rows] == [("name_taken",)] * 3
    with context.store.read() as connection:
        pupils = select(func.count()).where(User.role == "student")
        places_taken = select(func.count()).where(Enrolment.role == "student")
        assert connection.execute(pupils).scalar() == 3
        assert connection.execute(places_taken).scalar() == 3


def test_a_list_is_for_who_teaches_the_class(
    context: Context, alice: Person, carol: Person, bob: Person
) -> None:
    place, code = make_classroom(context, alice)
    make_classroom(context, carol)
    classrooms.join(context, bob, code, NOON)
    zoe = person(context, "Zoe")
    for stranger, refusal in ((carol, NotFound), (bob, Refused), (zoe, Refused)):
        for call in (
            lambda who: classrooms.plan(context, who, place, listed("New")),
            lambda who: classrooms.save(context, who, place, listed("New"), NOON),
            lambda who: classrooms.slip_pupils(context, who, place),
            lambda who: classrooms.make_slips(context, who, place, [bob.public_id], NOON),
            lambda who: classrooms.class_list(context, who, place),
            lambda who: classrooms.pupil_page(context, who, place, bob.public_id),
        ):
            with pytest.raises(refusal):
                call(stranger)
    assert here(context, alice, place) == ["Bob"]
