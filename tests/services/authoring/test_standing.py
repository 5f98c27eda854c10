"""Drafts, states, collections, remarks, history and one action on many: by whom, and back again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import insert, select, update

from quizapp.services import authoring, classrooms, study
from quizapp.services.authoring import Conflict, DraftRefused, question_detail
from quizapp.services.authoring.listing import drop_view, keep_view, question_list
from quizapp.services.authoring.many import act, undo
from quizapp.services.authoring.moving import copy, move, set_state
from quizapp.services.authoring.reviewing import comment, take_back
from quizapp.services.authoring.similar import similar
from quizapp.services.checking import check
from quizapp.services.context import Context, NotFound, Refused
from quizapp.services.question_words import index_words, read_words
from quizapp.services.study import Submission
from quizapp.store.models import Enrolment, Question, QuestionWord
from quizapp.store.queries.people import Person
from quizapp.store.queries.question_list import Filters
from quizapp.store.queries.question_picker import Wanted, find, pool
from tests.factories import classroom_number, make_classroom, make_draft, make_question
from tests.world import NOON, person


def co_teacher(context: Context, classroom: str, teacher: Person) -> None:
    row = {
        "classroom_id": classroom_number(context, classroom),
        "user_id": teacher.id,
        "role": "teacher",
        "joined_at": NOON,
    }
    with context.store.write() as connection:
        connection.execute(insert(Enrolment).values(row))


def stem_asked(context: Context, learner: Person) -> str:
    found = study.ask(context, learner, NOON)
    return "" if found is None else found.stem


def test_a_draft_is_saved_as_it_is_and_asked_of_nobody(context: Context, alice: Person) -> None:
    rough = make_draft(stem="", options=(), statement="", topic="", source="new", paragraph="x")
    key = authoring.form_key(context, alice)
    made = authoring.save_new(context, alice, key, rough, NOON, as_draft=True)
    detail = question_detail(context, alice, made)
    assert (detail.state, detail.fact_open) == ("draft", True)
    kept = authoring.draft_of(detail)
    assert (kept.paragraph, kept.source) == ("x", "new")
    with pytest.raises(DraftRefused):
        set_state(context, alice, made, "ready", NOON)
    set_state(context, alice, made, "review", NOON)
    assert authoring.save_version(context, alice, made, 1, rough, NOON, as_draft=True) == 2
    assert make_draft().stem not in stem_asked(context, alice)
    good = make_draft(source="new", source_title="Annals", paragraph="3")
    assert authoring.save_version(context, alice, made, 2, good, NOON) == 3
    detail = question_detail(context, alice, made)
    assert (detail.state, detail.fact.statement) == ("ready", good.statement)
    assert detail.fact.citation is not None
    assert stem_asked(context, alice) == good.stem


def test_a_draft_beside_what_is_asked_waits(context: Context, alice: Person) -> None:
    made = make_question(context, alice)
    draft = authoring.draft_of(question_detail(context, alice, made))
    rough = replace(draft, stem="Half a thought", options=())
    assert authoring.save_version(context, alice, made, 1, rough, NOON, as_draft=True) == 2
    detail = question_detail(context, alice, made)
    assert (detail.in_force, detail.current.number, detail.state) == (1, 2, "ready")
    assert stem_asked(context, alice) == draft.stem
    with pytest.raises(Conflict):
        authoring.save_version(context, alice, made, 1, replace(draft, stem="Late?"), NOON)
    assert authoring.save_version(context, alice, made, 2, replace(draft, stem="So?"), NOON) == 3
    assert stem_asked(context, alice) == "So?"
    again = replace(rough, stem="", statement="")
    authoring.save_version(context, alice, made, 3, again, NOON, as_draft=True)
    assert check(context.store, NOON).findings == []


def test_only_what_is_ready_is_asked(context: Context, alice: Person, carol: Person) -> None:
    made = make_question(context, alice)
    for state in ("draft", "review", "retired"):
        set_state(context, alice, made, state, NOON)
        assert stem_asked(context, alice) != make_draft().stem
    set_state(context, alice, made, "ready", NOON)
    assert stem_asked(context, alice) == make_draft().stem
    for state in ("ready", "gone"):
        with pytest.raises(NotFound):
            set_state(context, carol if state == "ready" else alice, made, state, NOON)


def test_collections_belong_to_who_may_change_them(
    context: Context, alice: Person, carol: Person, bob: Person
) -> None:
    root = person(context, "Root", "admin")
    room, code = make_classroom(context, alice)
    theirs, _code = make_classroom(context, carol)
    classrooms.join(context, bob, code, NOON)
    made = make_question(context, alice)
    for stranger in (carol, root):
        with pytest.raises(NotFound):
            move(context, stranger, made, "mine", NOON)
        with pytest.raises(NotFound):
            copy(context, stranger, made, "mine", NOON)
    with pytest.raises(NotFound):
        move(context, alice, made, theirs, NOON)
    with pytest.raises(Refused, match="not_allowed"):
        move(context, alice, made, "school", NOON)
    assert stem_asked(context, bob) != make_draft().stem
    move(context, alice, made, room, NOON)
    assert stem_asked(context, bob) == make_draft().stem
    with pytest.raises(NotFound):
        question_detail(context, carol, made)
    co_teacher(context, room, carol)
    draft = authoring.draft_of(question_detail(context, carol, made))
    assert authoring.save_version(context, carol, made, 1, replace(draft, stem="Ours?"), NOON) == 2
    other = copy(context, carol, made, theirs, NOON)
    assert question_detail(context, carol, other).fact.public_id != draft.fact
    with pytest.raises(NotFound):
        question_detail(context, alice, other)
    co_teacher(context, room, root)
    published = copy(context, root, made, "school", NOON)
    seen = question_detail(context, carol, published)
    assert (seen.collection, seen.may_edit) == ("school", False)
    with pytest.raises(NotFound):
        move(context, carol, published, "mine", NOON)
    assert question_detail(context, root, published).may_edit
    assert check(context.store, NOON).findings == []


def test_a_shipped_question_is_copied_with_its_facts_and_changed(
    context: Context, alice: Person
) -> None:
    with pytest.raises(NotFound):
        move(context, alice, "polar-4.single-choice", "mine", NOON)
    mine = copy(context, alice, "polar-4.single-choice", "mine", NOON)
    detail = question_detail(context, alice, mine)
    assert detail.fact.public_id == "polar-4"
    changed = replace(authoring.draft_of(detail), stem="What does the fourth one hold?")
    assert authoring.save_version(context, alice, mine, 1, changed, NOON) == 2


def test_remarks_are_for_who_may_change_it(context: Context, alice: Person, carol: Person) -> None:
    room, _code = make_classroom(context, alice)
    made = make_question(context, alice, audience=room)
    said = comment(context, alice, made, " Is 1979 fair? ", NOON)
    with pytest.raises(NotFound):
        comment(context, carol, made, "Mine now", NOON)
    co_teacher(context, room, carol)
    answered = comment(context, carol, made, "It is.", NOON)
    texts = [one.text for one in question_detail(context, alice, made).comments]
    assert texts == ["Is 1979 fair?", "It is."]
    with pytest.raises(NotFound):
        take_back(context, alice, made, answered)
    take_back(context, alice, made, said)
    assert [one.own for one in question_detail(context, carol, made).comments] == [True]
    for text, code in ((" \n", "comment_empty"), ("x" * 2001, "comment_long")):
        with pytest.raises(Refused, match=code):
            comment(context, alice, made, text, NOON)


def test_history_tells_the_words_and_an_old_version_comes_back(
    context: Context, alice: Person
) -> None:
    made = make_question(context, alice)
    first = authoring.draft_of(question_detail(context, alice, made))
    stem = first.stem.replace("reading room", "new hall")
    authoring.save_version(context, alice, made, 1, replace(first, stem=stem), NOON)
    new, old = question_detail(context, alice, made).versions
    (found,) = authoring.differences(old.draft, new.draft)
    assert found.part == "stem"
    assert "".join(one.text for one in found.pieces if one.how != "new") == first.stem
    assert "".join(one.text for one in found.pieces if one.how != "gone") == stem
    assert {one.text for one in found.pieces if one.how == "new"} == {"new", "hall"}
    again = authoring.draft_of(question_detail(context, alice, made), 1)
    assert authoring.save_version(context, alice, made, 2, again, NOON) == 3
    assert question_detail(context, alice, made).current.stem == first.stem
    with pytest.raises(NotFound):
        authoring.draft_of(question_detail(context, alice, made), 9)


def test_one_action_on_many_and_back(context: Context, alice: Person, carol: Person) -> None:
    room, _code = make_classroom(context, alice)
    mine = [make_question(context, alice, tags="Old") for _ in range(2)]
    hers = make_question(context, carol)

    def seen(filters: Filters) -> int:
        return question_list(context, alice, filters, 1).total

    for action, value, before, after in (
        ("tag", "Exam, spring", Filters(tag="exam"), Filters(tag="SPRING")),
        ("state", "retired", Filters(state="retired"), Filters(place="mine", state="retired")),
        ("move", room, Filters(place=room), Filters(place=room, text="reading room")),
    ):
        assert seen(before) == 0
        done = act(context, alice, action, value, [*mine, hers, "nothing"], NOON)
        assert (done.changed, done.kept) == (2, 2)
        assert seen(after) == 2
        with pytest.raises(NotFound):
            undo(context, carol, done.change)
        assert undo(context, alice, done.change) == 2
        assert seen(before) == 0
        with pytest.raises(NotFound):
            undo(context, alice, done.change)
    assert seen(Filters(tag="old")) == 2
    done = act(context, alice, "copy", "mine", [*mine, "polar-1.single-choice", hers], NOON)
    assert (done.changed, seen(Filters(place="mine"))) == (3, 5)
    undo(context, alice, done.change)
    assert seen(Filters(place="mine")) == 2
    assert not act(context, alice, "untag", "old", mine, NOON).kept
    for given, code in (
        (("tag", " , ", mine), "tag_empty"),
        (("tag", "x", []), "none_selected"),
        (("tag", "x", [str(n) for n in range(501)]), "too_many_selected"),
        (("move", "school", mine), "not_allowed"),
    ):
        with pytest.raises(Refused, match=code):
            act(context, alice, *given, NOON)  # type: ignore[arg-type]


def test_an_answered_copy_is_retired_by_undo_and_not_lost(context: Context, alice: Person) -> None:
    made = make_question(context, alice)
    done = act(context, alice, "copy", "mine", [made], NOON)
    set_state(context, alice, made, "review", NOON)
    screen = study.ask(context, alice, NOON)
    assert screen is not None
    assert screen.stem == make_draft().stem
    given = Submission(screen.key, screen.version, dont_know=True)
    study.answer(context, alice, given, "en", NOON)
    undo(context, alice, done.change)
    with context.store.read() as connection:
        states = connection.execute(
            select(Question.state).where(Question.owner_id == alice.id).order_by(Question.id)
        )
        assert list(states.scalars()) == ["review", "retired"]


def test_views_are_ones_own(context: Context, alice: Person, carol: Person) -> None:
    view = keep_view(context, alice, "  My   drafts ", "state=draft")
    shown = question_list(context, alice, Filters(), 1).views
    assert [(one.name, one.filters) for one in shown] == [("My drafts", "state=draft")]
    assert question_list(context, carol, Filters(), 1).views == ()
    with pytest.raises(NotFound):
        drop_view(context, carol, view)
    drop_view(context, alice, view)
    with pytest.raises(Refused, match="view_name_empty"):
        keep_view(context, alice, " ", "")


def test_a_quiz_picks_from_what_is_ready_and_in_reach(
    context: Context, alice: Person, carol: Person
) -> None:
    room, _code = make_classroom(context, alice)
    other, _code = make_classroom(context, alice, name="5A")
    ours = make_question(context, alice, audience=room, tags="Exam")
    theirs = make_question(context, alice, audience=other, tags="exam")
    set_state(context, alice, make_question(context, alice, tags="exam"), "review", NOON)
    make_question(context, carol, tags="exam")
    with context.store.read() as connection:

        def found(**wanted: object) -> list[str]:
            rows = find(connection, alice, Wanted(**wanted))  # type: ignore[arg-type]
            assert sorted(row.id for row in rows) == list(
                pool(connection, alice, Wanted(**wanted))  # type: ignore[arg-type]
            )
            return [row.public_id for row in rows]

        assert found(tags=("EXAM",)) == [theirs, ours]
        assert found(tags=("exam",), classroom=room) == [ours]
        assert found(topics=("Our school",), text="libr open") == [theirs, ours]
        assert found(facts=("polar-4",), kinds=("date",)) == ["polar-4.date"]
        assert found(text="libraryx") == []
        assert len(found(collections=("shipped",))) == 12
        first = find(connection, alice, Wanted(tags=("exam",)), limit=1)
        rest = find(connection, alice, Wanted(tags=("exam",)), after=first[0].id)
        assert [row.public_id for row in rest] == [ours]


def test_what_is_alike_is_found_in_reach_only(
    context: Context, alice: Person, carol: Person
) -> None:
    made = make_question(context, alice)
    draft = make_draft(stem="In which year did the reading room of our library  OPEN")
    found = similar(context, alice, draft)
    assert [one.public_id for one in found.questions] == [made]
    assert [one.statement for one in found.facts] == [draft.statement]
    assert not similar(context, carol, draft)
    assert not similar(context, alice, draft, but=made)
    other = make_draft(stem="Who keeps the keys of our gate?", statement="Ana keeps the keys.")
    assert not similar(context, alice, other)


def test_words_follow_what_a_question_says(context: Context, alice: Person) -> None:
    made = make_question(context, alice)
    draft = authoring.draft_of(question_detail(context, alice, made))
    authoring.save_version(context, alice, made, 1, replace(draft, stem="Qué salón?"), NOON)
    for text, total in (("salon", 1), ("SALÓ", 1), ("which", 0), ("1987 school", 1)):
        assert question_list(context, alice, Filters(text=text, place="mine"), 1).total == total
    with context.store.write() as connection:
        numbers = list(connection.execute(select(Question.id)).scalars())
        read = {number: words for number, words in read_words(connection, numbers).items() if words}
        rows = select(QuestionWord.question_id, QuestionWord.word)
        stored: dict[int, set[str]] = {}
        for number, word in connection.execute(rows):
            stored.setdefault(number, set()).add(word)
        assert stored == read
        connection.execute(update(QuestionWord).values(word="x").where(QuestionWord.word == "1987"))
        index_words(connection, numbers)
        found = connection.execute(rows.where(QuestionWord.word == "x")).all()
        assert found == []
