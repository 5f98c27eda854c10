"""An essay is written in a quiz, waits, is marked by people, and its attempt's score follows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select, update

from quizapp.core.questions import QuestionKind
from quizapp.core.quizzes.regrading import Way
from quizapp.core.quizzes.rules import Behaviour, Rules
from quizapp.services import authoring, own_data, question_reports, quiz_reports, quizzes, study
from quizapp.services.checking.running import check
from quizapp.services.context import Context, NotFound, Refused
from quizapp.services.quizzes import Answered, essay_marks, essays, live, papers, regrading
from quizapp.services.quizzes.essay_marks import MarkedMeanwhile, Marking, MarkOpen, Place
from quizapp.services.study import Submission
from quizapp.store.models import Answer, EssayMark
from quizapp.store.queries.people import Person
from tests.services.quizzes.essay_desk import ESSAY, LATER, TEXT, desk
from tests.services.quizzes.sittings import HELD_BACK, SOON
from tests.services.quizzes.test_regrading import one_more_teacher
from tests.world import NOON


def sound(context: Context) -> None:
    """Everything that can be rebuilt equals its rebuild."""
    assert check(context.store, LATER).findings == []


def test_it_waits_is_marked_and_marked_again(
    context: Context, alice: Person, bob: Person, carol: Person
) -> None:
    made = desk(context, alice, bob)
    one_more_teacher(context, made.room.room, carol)
    attempt = made.write(bob)
    result = made.result(bob, attempt)
    assert (result.score, result.most, result.waiting) == (1.0, 2.0, 1)
    told = result.questions[1].essay
    assert told is not None
    assert (told.waiting, told.comment, told.model) == (True, "", "")
    assert [line.text for line in told.rubric] == ["names two causes", "writes clearly"]
    for who in (alice, carol):
        assert [(one.quiz, one.waiting) for one in essays.waiting(context, who)] == [(made.quiz, 1)]
    (card,) = quizzes.mine(context, bob, LATER)
    assert (card.share, card.provisional) == (0.5, True)
    sound(context)

    page = made.shown(alice, attempt)
    assert (page.text, page.words, page.expected, page.name) == (TEXT, 10, 120, "Bob")
    made.mark(alice, attempt, "2.5", "1", said="More on the fire.")
    made.mark(alice, attempt, "2.5", "1", said="More on the fire.")
    result = made.result(bob, attempt)
    assert (result.score, result.waiting) == (1.875, 0)
    told = result.questions[1].essay
    assert told is not None
    assert (told.comment, told.model) == ("More on the fire.", ESSAY["model"])
    assert [line.given for line in told.rubric] == [2.5, 1.0]
    assert essays.waiting(context, carol) == ()
    sound(context)

    with pytest.raises(MarkedMeanwhile):
        made.mark(carol, attempt, "3", "0")
    theirs = made.shown(carol, attempt)
    assert (theirs.points, theirs.drafted) == (("3", "0"), True), "what Carol typed is kept"
    made.mark(carol, attempt, "3", "0", seen=theirs.seen)
    assert [(one.by, one.share) for one in made.shown(alice, attempt).history] == [
        ("Carol", 0.75),
        ("Alice", 0.875),
    ]
    assert made.result(bob, attempt).score == 1.75
    sound(context)
    with context.store.read() as connection:
        asked = select(Answer.key).where(Answer.key.like("attempt.%"))
        assert len(connection.execute(asked).all()) == 1, "no memory learns of an essay"


def test_what_is_half_done_is_a_draft_of_its_teacher(
    context: Context, alice: Person, bob: Person, carol: Person
) -> None:
    made = desk(context, alice, bob)
    one_more_teacher(context, made.room.room, carol)
    attempt = made.write(bob)
    for points, wrong in (
        (("2",), (1,)),
        (("3.5", "1"), (0,)),
        (("-1", "1"), (0,)),
        (("0.3", "x"), (0, 1)),
    ):
        with pytest.raises(MarkOpen) as still:
            made.mark(alice, attempt, *points, said="so far")
        assert still.value.criteria == wrong
    page = made.shown(alice, attempt)
    assert (page.points, page.comment, page.drafted) == (("0.3", "x"), "so far", True)
    assert made.shown(carol, attempt).drafted is False
    with pytest.raises(MarkOpen) as long:
        made.mark(alice, attempt, "1", "1", said="x" * 4001)
    assert long.value.long
    assert len(made.shown(alice, attempt).comment) == 4001
    assert made.result(bob, attempt).waiting == 1
    (line,) = essays.queue(context, alice, made.quiz, LATER).lines
    assert (line.written, line.waiting, line.begun) == (1, 1, 1)
    made.mark(alice, attempt, "1", "1")
    assert made.shown(alice, attempt).drafted is False


def test_foreign_teachers_find_nothing(
    context: Context, alice: Person, bob: Person, carol: Person, dan: Person
) -> None:
    made = desk(context, alice, bob)
    theirs = desk(context, carol, dan)
    mine, other = made.write(bob), theirs.write(dan)
    for who, one, attempt in ((carol, made, mine), (alice, theirs, other)):
        place, half = Place(one.quiz, one.question, attempt), Marking(("1",))
        with pytest.raises(NotFound):
            one.shown(who, attempt)
        with pytest.raises(NotFound):
            one.mark(who, attempt, "1", "1")
        with pytest.raises(NotFound):
            essay_marks.keep(context, who, place, half, LATER)
        with pytest.raises(NotFound):
            essays.queue(context, who, one.quiz, LATER)
    with pytest.raises(NotFound):
        made.mark(alice, other, "1", "1")
    with pytest.raises(Refused, match="not_allowed"):
        made.shown(bob, mine)


@pytest.mark.parametrize("behaviour", list(Behaviour))
def test_no_behaviour_judges_it_and_blanks_need_no_mark(
    context: Context, alice: Person, bob: Person, carol: Person, behaviour: Behaviour
) -> None:
    made = desk(context, alice, bob, carol, behaviour=behaviour)
    attempt, blank = made.write(bob), made.write(carol, text=" ")
    before = made.result(bob, attempt).score or 0.0
    assert made.result(bob, attempt).waiting == 1
    assert made.result(carol, blank).waiting == 0
    made.mark(alice, attempt, "3", "1")
    assert made.result(bob, attempt).score == pytest.approx(before + 1.0)
    assert [one.written for one in essays.queue(context, alice, made.quiz, LATER).lines] == [1]
    sound(context)


def test_too_long_a_text_is_left_to_its_writer(
    context: Context, alice: Person, bob: Person
) -> None:
    made = desk(context, alice, bob)
    attempt = quizzes.start(context, bob, made.quiz, NOON)
    screen = quizzes.page(context, bob, attempt, 2, NOON)
    assert (screen.question.words, len(screen.question.rubric)) == (120, 2)

    def send(text: str, turn: int) -> quizzes.Saved:
        sent = Submission(screen.question.key, screen.question.version, text=text)
        return quizzes.save(context, bob, attempt, 2, Answered(sent, turn), "en", NOON + SOON)

    assert send("a" * 20_000, 1).stored
    long = send("b" * 20_007, 2)
    assert (long.stored, long.notes[0].values["over"]) == (False, "7")
    kept = quizzes.page(context, bob, attempt, 2, NOON + SOON).question.given
    assert kept == "a" * 20_000


def test_results_held_back_hold_marks_and_comments_back(
    context: Context, alice: Person, bob: Person
) -> None:
    made = desk(context, alice, bob, rules=replace(HELD_BACK, shuffle_questions=False))
    attempt = made.write(bob)
    made.mark(alice, attempt, "3", "1", said="Well argued.")
    result = made.result(bob, attempt)
    told = result.questions[1].essay
    assert told is not None
    assert (result.score, told.comment, told.model) == (None, "", "")
    assert {line.given for line in told.rubric} == {None}
    data = own_data.export(context, bob, LATER)
    assert data["essay_marks"] == []
    assert "Well argued." not in repr(data)
    quizzes.release_results(context, alice, made.quiz, LATER)
    told = made.result(bob, attempt).questions[1].essay
    assert told is not None
    assert (told.comment, [line.given for line in told.rubric]) == ("Well argued.", [3.0, 1.0])
    assert own_data.export(context, bob, LATER)["essay_marks"][0]["comment"] == "Well argued."


def test_regrades_stand_above_marks_until_they_are_undone(
    context: Context, alice: Person, bob: Person, carol: Person
) -> None:
    made = desk(context, alice, bob, carol)
    marked, waiting = made.write(bob), made.write(carol)
    made.mark(alice, marked, "1", "1")
    asked = (context, alice, made.quiz, made.question)
    with pytest.raises(Refused, match="essay_without_key"):
        regrading.preview(*asked, Way.NEW_KEY, LATER)
    for way, score in ((Way.FULL, 2.0), (Way.VOID, 1.0)):
        shown = regrading.preview(*asked, way, LATER)
        assert len(shown.lines) == 2
        regrade = regrading.apply(*asked, way, shown.digest, LATER)
        for who, attempt in ((bob, marked), (carol, waiting)):
            assert (made.result(who, attempt).score, made.result(who, attempt).waiting) == (
                score,
                0,
            )
        assert quiz_reports.quiz_report(context, alice, made.quiz, LATER).waiting == 0
        assert made.shown(alice, marked).decided is way
        given = "2" if way is Way.FULL else "3"
        made.mark(alice, marked, given, "1", seen=made.shown(alice, marked).seen)
        assert made.result(bob, marked).score == score, "the decision stands"
        sound(context)
        regrading.undo(*asked, regrade, LATER)
        assert made.result(bob, marked).score == 1.0 + (int(given) + 1) / 4
        assert made.result(carol, waiting).waiting == 1
        sound(context)


def test_reports_say_what_is_provisional_and_how_criteria_were_marked(
    context: Context, alice: Person, bob: Person, carol: Person, dan: Person
) -> None:
    made = desk(context, alice, bob, carol, dan)
    attempts = [made.write(who) for who in (bob, carol, dan)]
    report = quiz_reports.quiz_report(context, alice, made.quiz, LATER)
    assert (report.waiting, [row.waiting for row in report.learners]) == (3, [1, 1, 1])
    item = next(row for row in report.items if row.kind == "essay")
    assert (item.facility, item.waiting, item.asked) == (None, 3, 3)
    assert len(report.marked_items) == 1
    made.mark(alice, attempts[0], "3", "0.5")
    made.mark(alice, attempts[1], "0", "1")
    report = quiz_reports.quiz_report(context, alice, made.quiz, LATER)
    item = next(row for row in report.items if row.kind == "essay")
    assert item.facility == pytest.approx((3.5 + 1) / 8)
    found = question_reports.question_report(context, alice, made.question)
    assert (found.essay_marks, [(one.none, one.part, one.full) for one in found.criteria]) == (
        2,
        [(1, 0, 1), (0, 1, 1)],
    )
    assert [one.mean for one in found.criteria] == [1.5, 0.75]
    (line,) = quizzes.assigned(context, alice, made.room.room)
    rows = live.live(context, alice, line.public_id, LATER).rows
    assert sorted((row.name, row.waiting) for row in rows) == [("Bob", 0), ("Carol", 0), ("Dan", 1)]


def test_it_is_never_studied_nor_drawn_and_prints_lines(
    context: Context, alice: Person, bob: Person
) -> None:
    made = desk(context, alice, bob)
    detail = authoring.question_detail(context, alice, made.question)
    seen = set()
    for _ in range(12):
        screen = study.ask(context, bob, NOON, extra_new=20)
        if screen is None:
            break
        seen.add(screen.kind)
        sent = Submission(screen.key, screen.version, dont_know=True, rating=1)
        study.answer(context, bob, sent, "en", NOON)
    assert seen
    assert QuestionKind.ESSAY not in seen
    drawing = quizzes.ItemDraft(topics=(detail.fact.topic,))
    drawn = quizzes.create(
        context,
        alice,
        quizzes.QuizDraft(title="Draw", rules=Rules(), items=(drawing,), classroom=made.room.room),
        NOON,
    )
    assert quizzes.sheet(context, alice, drawn).available == (0,)
    printed = papers.paper(context, alice, made.quiz)
    essay = next(one for one in printed.forms[0].questions if one.kind is QuestionKind.ESSAY)
    assert (essay.lines, essay.open_rubric, len(essay.rubric)) == (14, True, 2)
    assert essay.key == ESSAY["model"]


def test_a_check_finds_marks_that_were_changed(
    context: Context, alice: Person, bob: Person
) -> None:
    made = desk(context, alice, bob)
    made.mark(alice, made.write(bob), "1", "1")
    with context.store.write() as connection:
        connection.execute(update(EssayMark).values(share=1.0))
    codes = {one.code for one in check(context.store, LATER).findings}
    assert codes == {"essay-mark", "essay-share"}


def test_who_leaves_takes_the_own_and_leaves_what_others_need(
    context: Context, alice: Person, bob: Person, carol: Person, dan: Person
) -> None:
    made = desk(context, alice, bob, dan)
    one_more_teacher(context, made.room.room, carol)
    first, second = made.write(bob), made.write(dan)
    made.mark(carol, first, "1", "1", said="By Carol.")
    made.mark(alice, second, "1", "1")
    with pytest.raises(MarkedMeanwhile):
        made.mark(carol, second, "2", said="begun")
    assert own_data.export(context, carol, LATER)["essay_drafts"][0]["comment"] == "begun"
    for who in (carol, dan):
        own_data.erase(context, who, "correct horse battery", LATER)
    (line,) = essays.queue(context, alice, made.quiz, LATER).lines
    assert (line.written, line.begun) == (1, 0)
    assert [(one.by, one.comment) for one in made.shown(alice, first).history] == [
        ("", "By Carol.")
    ]
    sound(context)
