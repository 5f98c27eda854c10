"""Pictures belong to their questions: who sees the one sees the other, and nobody else."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from quizapp.exchange.unreadable import Unreadable
from quizapp.services import authoring, pictures, quizzes, retention
from quizapp.services.authoring import DraftRefused, moving
from quizapp.services.backups import back_up, restore
from quizapp.services.checking import check
from quizapp.services.context import Context, NotFound
from quizapp.services.erasing import erase_row
from quizapp.services.quizzes import ItemDraft, QuizDraft, papers
from quizapp.store.models import Picture, QuestionPicture
from quizapp.store.queries.people import Person
from tests.databases import settings_for
from tests.factories import make_classroom, make_draft, make_question
from tests.pictures import picture
from tests.services.quizzes.sittings import a_class
from tests.services.quizzes.test_regrading import one_more_teacher
from tests.world import NOON, person

LATER = NOON + timedelta(days=3)


def given(context: Context, teacher: Person, colour: str = "red") -> str:
    return pictures.take(context, teacher, picture(colour=colour), NOON)


def sees(context: Context, who: Person, one: str) -> bool:
    try:
        return pictures.shown(context, who, one).media_type == "image/png"
    except NotFound:
        return False


def kept(context: Context) -> int:
    with context.store.read() as connection:
        return connection.execute(select(func.count()).select_from(Picture)).scalar_one()


def test_a_picture_is_seen_by_whoever_may_see_its_question(
    context: Context, alice: Person, carol: Person, bob: Person, dan: Person
) -> None:
    """Alice's classroom has Bob; Carol and Dan are of another school class."""
    room = a_class(context, alice, bob)
    one = given(context, alice)
    assert [sees(context, who, one) for who in (alice, carol, bob, dan)] == [True, *[False] * 3]
    make_question(context, alice, audience=room.room, picture=one, picture_alt="A red wall")
    assert [sees(context, who, one) for who in (alice, carol, bob, dan)] == [
        True,
        False,
        True,
        False,
    ]
    other = given(context, alice, "blue")
    make_question(context, alice, explanation=f"See ![a wall]({other}).")
    assert [sees(context, who, other) for who in (alice, carol, bob, dan)] == [True, *[False] * 3]


def test_a_quiz_shows_the_picture_of_a_question_that_is_the_teachers_own(
    context: Context, alice: Person, carol: Person, bob: Person, dan: Person
) -> None:
    room = a_class(context, alice, bob)
    one = given(context, alice)
    asked = make_question(context, alice, picture=one, picture_alt="A red wall")
    draft = QuizDraft(title="Walls", classroom=room.room, items=(ItemDraft(question=asked),))
    quiz = quizzes.create(context, alice, draft, NOON)
    quizzes.set_state(context, alice, quiz, "ready", NOON)
    room.assign(quiz)
    assert not sees(context, bob, one)
    quizzes.start(context, bob, quiz, NOON)
    assert sees(context, bob, one)
    assert not sees(context, dan, one)
    assert not sees(context, carol, one)


def test_whoever_teaches_the_class_sees_the_pictures_that_a_colleagues_draw_may_bring(
    context: Context, alice: Person, carol: Person, bob: Person, dan: Person
) -> None:
    """Alice's quiz draws from her own questions; Carol teaches the class too, Rosa another one."""
    room = a_class(context, alice, bob)
    one_more_teacher(context, room.room, carol)
    rosa = person(context, "Rosa", "teacher")
    one, other = given(context, alice), given(context, alice, "blue")
    make_question(context, alice, picture=one, picture_alt="A wall", tags="walls")
    make_question(context, alice, picture=other, picture_alt="A sea", stem="Which sea is it?")
    draw = ItemDraft(tags=("walls",))
    own = QuizDraft(title="Mine", items=(draw,))
    quizzes.create(context, alice, own, NOON)
    a_class(context, rosa, dan, name="5A")
    assert not sees(context, carol, one), "a draw of Alice's own quiz is nobody else's"
    quiz = quizzes.create(context, alice, QuizDraft("Walls", "", room.room, items=(draw,)), NOON)
    printed = papers.paper(context, carol, quiz).forms[0].questions
    assert [question.picture for question in printed] == [one]
    everybody = (alice, carol, rosa, bob, dan)
    assert [sees(context, who, one) for who in everybody] == [True, True, False, False, False]
    assert [sees(context, who, other) for who in everybody] == [True, *[False] * 4]


def test_pictures_of_others_cannot_be_put_into_a_question(
    context: Context, alice: Person, carol: Person
) -> None:
    one = given(context, alice)
    for changes in (
        {"picture": one, "picture_alt": "A wall"},
        {"explanation": f"![a wall]({one})"},
    ):
        with pytest.raises(DraftRefused) as refused:
            make_question(context, carol, **changes)
        assert [check.code for check in refused.value.checks] == ["picture_unknown"]
    key = authoring.form_key(context, carol)
    draft = make_draft(picture=one, picture_alt="A wall")
    authoring.save_new(context, carol, key, draft, NOON, as_draft=True)
    assert not sees(context, carol, one)


def test_a_copy_takes_its_picture_along_and_a_version_remembers_it(
    context: Context, alice: Person, carol: Person
) -> None:
    room, _code = make_classroom(context, alice)
    one, other = given(context, alice), given(context, alice, "blue")
    asked = make_question(context, alice, audience=room, picture=one, picture_alt="A red wall")
    draft = make_draft(audience=room, picture=other, picture_alt="A blue wall")
    assert authoring.save_version(context, alice, asked, 1, draft, NOON) == 2
    detail = authoring.question_detail(context, alice, asked)
    assert [version.picture for version in detail.versions] == [other, one]
    assert detail.current.changed == ("picture",)
    assert authoring.draft_of(detail, 1).picture_alt == "A red wall"
    made = moving.copy(context, alice, asked, "mine", NOON)
    assert authoring.question_detail(context, alice, made).current.picture == other
    assert not sees(context, carol, other)
    assert check(context.store, NOON).findings == []


def test_what_no_question_shows_is_swept_away(context: Context, alice: Person, bob: Person) -> None:
    one, other = given(context, alice), given(context, alice, "blue")
    assert given(context, alice, "blue") == other
    make_question(context, alice, picture=one, picture_alt="A red wall")
    retention.sweep(context, NOON + timedelta(days=1))
    assert kept(context) == 2
    retention.sweep(context, LATER)
    assert kept(context) == 1
    assert sees(context, alice, one)
    with pytest.raises(Unreadable, match="picture_large"):
        pictures.take(context, alice, b"x" * 8_000_001, NOON)
    with pytest.raises(Exception, match="not_allowed"):
        pictures.take(context, bob, picture(), NOON)


def test_erasing_its_teacher_leaves_the_picture_to_the_class(
    context: Context, alice: Person, bob: Person
) -> None:
    room = a_class(context, alice, bob)
    one, unused = given(context, alice), given(context, alice, "blue")
    make_question(context, alice, audience=room.room, picture=one, picture_alt="A red wall")
    colleague = person(context, "Rosa", "teacher")
    context.store.transact(lambda connection: erase_row(connection, alice.id, NOON))
    with context.store.read() as connection:
        assert connection.execute(select(Picture.owner_id)).scalars().all() == [None, None]
    assert not sees(context, colleague, one)
    retention.sweep(context, LATER)
    assert not sees(context, colleague, unused)
    assert kept(context) == 1
    assert check(context.store, LATER).findings == []


def test_a_backup_brings_pictures_back_byte_by_byte(
    context: Context, alice: Person, engine_url: str, tmp_path: Path
) -> None:
    one = given(context, alice)
    make_question(context, alice, picture=one, picture_alt="A red wall")
    before = pictures.shown(context, alice, one)
    back_up(context.store, tmp_path / "one.zip", NOON)
    with context.store.write() as connection:
        connection.execute(QuestionPicture.__table__.delete())
        connection.execute(Picture.__table__.delete())
    restore(settings_for(engine_url, tmp_path), tmp_path / "one.zip", NOON)
    assert pictures.shown(context, alice, one) == before
