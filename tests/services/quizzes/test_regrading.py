"""A key is mended after attempts: seen beforehand, done in one step, undone without a trace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select

from quizapp.core.questions import QuestionKind
from quizapp.core.quizzes.regrading import Way
from quizapp.core.quizzes.rules import Rules
from quizapp.services import authoring, quizzes, study
from quizapp.services.authoring import DraftOption
from quizapp.services.checking.running import check
from quizapp.services.context import Context, NotFound, Refused
from quizapp.services.quizzes import Answered, regrading
from quizapp.services.quizzes.regrading import Preview
from quizapp.services.study import Submission
from quizapp.store.models import (
    Answer,
    Attempt,
    AttemptSlot,
    Card,
    DayTotal,
    Enrolment,
    Question,
    QuestionVersion,
    Review,
    Voiding,
)
from quizapp.store.queries.people import Person, person_with
from tests.factories import classroom_number, make_pupils, make_question
from tests.services.quizzes.sittings import HELD_BACK, SOON, Class, a_class
from tests.services.study.test_answering import together
from tests.world import NOON

DAY = timedelta(days=1)
LATER = NOON + 20 * DAY
PUPILS = 25
YEARS = ("1979", "1987", "1994")
NAMES = ("Amélie Dupont", "Berta Ibáñez", "", "nobody at all")
LINES = ("one", "two", "three")


@dataclass(frozen=True, slots=True)
class Lesson:
    """A class whose quiz asks a choice, a name (both of one fact) and an order."""

    room: Class
    pupils: tuple[Person, ...]
    questions: tuple[str, ...]
    quiz: str

    @property
    def context(self) -> Context:
        """Where it takes place."""
        return self.room.context

    def preview(self, way: Way, number: int = 0) -> Preview:
        """What the teacher is shown."""
        asked = self.questions[number]
        return regrading.preview(self.context, self.room.teacher, self.quiz, asked, way, LATER)

    def apply(self, shown: Preview, number: int = 0) -> str:
        """What the teacher then does."""
        who, asked = self.room.teacher, self.questions[number]
        return regrading.apply(self.context, who, self.quiz, asked, shown.way, shown.digest, LATER)

    def undo(self, regrade: str, number: int = 0) -> None:
        """And takes back."""
        who, asked = self.room.teacher, self.questions[number]
        regrading.undo(self.context, who, self.quiz, asked, regrade, LATER)

    def change(self, number: int = 0, **changes: Any) -> None:
        """Save another version of a question."""
        who, asked = self.room.teacher, self.questions[number]
        detail = authoring.question_detail(self.context, who, asked)
        draft = replace(authoring.draft_of(detail), **changes)
        authoring.save_version(self.context, who, asked, detail.current.number, draft, LATER)


def lesson(context: Context, teacher: Person, pupils: int = PUPILS, **rules: Any) -> Lesson:
    """All have sat the quiz, each in their own way, and every second one studied afterwards."""
    room = a_class(context, teacher)
    audience = {"audience": room.room}
    choice = make_question(context, teacher, **audience)
    detail = authoring.question_detail(context, teacher, choice)
    named = {"stem": "Who founded it?", "answer": NAMES[0], "options": ()}
    typed = make_question(
        context,
        teacher,
        kind=QuestionKind.SHORT_ANSWER,
        fact=detail.facts[0].public_id,
        **audience | named,
    )
    order = make_question(
        context,
        teacher,
        kind=QuestionKind.ORDERING,
        statement="The rooms were opened one after another.",
        stem="Put these in order.",
        options=tuple(map(DraftOption, LINES)),
        **audience,
    )
    numbers = make_pupils(context, room.room, pupils)
    with context.store.read() as connection:
        people = tuple(person_with(connection, number) for number in numbers)
    questions = (choice, typed, order)
    chosen = rules.pop("rules", None) or Rules(shuffle_questions=False)
    quiz = room.quiz(chosen, questions, classroom=room.room)
    room.assign(quiz)
    made = Lesson(room, people, questions, quiz)
    for number, pupil in enumerate(people):
        _sit(made, pupil, number)
        if number % 2:
            _study(made, pupil, number)
    return made


def _sit(made: Lesson, pupil: Person, number: int) -> None:
    context, at = made.context, NOON + number * timedelta(minutes=1)
    attempt = quizzes.start(context, pupil, made.quiz, at)
    for position in (1, 2, 3):
        screen = quizzes.page(context, pupil, attempt, position, at)
        asked = screen.question
        given: dict[str, Any] = {"text": NAMES[number % 4]}
        if asked.kind is QuestionKind.SINGLE_CHOICE:
            wanted = YEARS[number % 3]
            given = {"choice": next(one.token for one in asked.options if one.text == wanted)}
        elif asked.kind is QuestionKind.ORDERING:
            order = LINES if number % 5 else LINES[::-1]
            places = ((one.token, str(order.index(one.text) + 1)) for one in asked.options)
            given = {"placed": tuple(places)}
        answered = Answered(Submission(asked.key, asked.version, **given))
        quizzes.save(context, pupil, attempt, position, answered, "en", at + SOON)
    quizzes.submit(context, pupil, attempt, at + timedelta(minutes=5))


def _study(made: Lesson, pupil: Person, number: int) -> None:
    """The first fact again after two and after six days, right and then perhaps not."""
    version = in_force(made)
    for days, right in ((2, True), (6, bool(number % 3))):
        at = NOON + days * DAY
        screen = study.question_again(made.context, pupil, version, at)
        text = YEARS[1] if right else YEARS[0]
        token = next(one.token for one in screen.options if one.text == text)
        study.answer(
            made.context, pupil, Submission(screen.key, screen.version, choice=token), "en",
            at + SOON,
        )  # fmt: skip


def one_more_teacher(context: Context, classroom: str, teacher: Person) -> None:
    """Let somebody teach the class too."""
    number = classroom_number(context, classroom)
    row = {"classroom_id": number, "user_id": teacher.id, "role": "teacher", "joined_at": NOON}
    with context.store.write() as connection:
        connection.execute(insert(Enrolment).values(row))


def in_force(made: Lesson) -> str:
    """The address of the first question's version that is asked now."""
    with made.context.store.read() as connection:
        return connection.execute(
            select(QuestionVersion.public_id)
            .join(Question, Question.id == QuestionVersion.question_id)
            .where(
                Question.public_id == made.questions[0],
                Question.version_number == QuestionVersion.number,
            )
        ).scalar_one()


def everything(context: Context) -> dict[str, list[tuple[Any, ...]]]:
    """All marks, scores, answers that stand with their reviews, cards and totals."""
    slots, attempts, cards, totals = (
        model.__table__ for model in (AttemptSlot, Attempt, Card, DayTotal)
    )
    voided = select(Voiding.answer_id)
    statements: dict[str, Any] = {
        "slots": select(slots).order_by(slots.c.attempt_id, slots.c.position),
        "attempts": select(attempts).order_by(attempts.c.id),
        "cards": select(*(c for c in cards.c if c.name != "row_version")).order_by(
            cards.c.learner_id, cards.c.fact_id
        ),
        "totals": select(totals)
        .where(totals.c.answers + totals.c.introduced > 0)
        .order_by(totals.c.scope, totals.c.subject_id, totals.c.day),
        "answers": select(Answer.__table__).where(Answer.id.not_in(voided)).order_by(Answer.id),
        "reviews": select(Review.__table__)
        .where(Review.answer_id.not_in(voided))
        .order_by(Review.id),
    }
    with context.store.read() as connection:
        return {
            name: [tuple(row) for row in connection.execute(statement)]
            for name, statement in statements.items()
        }


def sound(context: Context) -> None:
    """Everything that can be rebuilt equals its rebuild."""
    report = check(context.store, LATER + DAY)
    found = [(one.code, one.table, one.row, one.seen) for one in report.findings]
    assert [one for one in found if one[1] != "users"] == []  # pupils made at once have odd names


def marks(made: Lesson, position: int) -> dict[tuple[int, int], tuple[float, float, float, float]]:
    """Points and mark of a place, score and most of its attempt."""
    columns = (AttemptSlot.points, AttemptSlot.mark, Attempt.score, Attempt.most)
    with made.context.store.read() as connection:
        rows = connection.execute(
            select(AttemptSlot.attempt_id, AttemptSlot.position, *columns)
            .join(Attempt, Attempt.id == AttemptSlot.attempt_id)
            .where(AttemptSlot.position == position)
        ).all()
    return {(row[0], row[1]): tuple(row[2:]) for row in rows}


NEW_YEAR = (DraftOption("1979"), DraftOption("1987"), DraftOption("1994", correct=True))


def test_a_mended_key_changes_what_the_preview_said_and_undoing_restores_all(
    context: Context, alice: Person
) -> None:
    made = lesson(context, alice)
    before, marked = everything(context), marks(made, 1)
    sound(context)
    assert regrading.offered(context, alice, made.questions[0]) == ()
    made.change(options=NEW_YEAR)
    assert regrading.offered(context, alice, made.questions[0]) == ((made.quiz, "Stations"),)
    shown = made.preview(Way.NEW_KEY)
    assert everything(context) == before, "a preview changes nothing"
    assert shown.asked == PUPILS
    right = [number for number in range(PUPILS) if number % 3 == 1]
    gain = [number for number in range(PUPILS) if number % 3 == 2]
    assert len(shown.lines) == len(right) + len(gain)
    assert sum(line.mark_after for line in shown.lines) == len(gain)
    regrade = made.apply(shown)
    after = marks(made, 1)
    for line in shown.lines:
        said = (line.points_after, line.mark_after, line.score_after, line.most_after)
        assert after.pop((line.attempt_id, line.position)) == said
    assert after == {place: told for place, told in marked.items() if place in after}
    sound(context)
    changed = everything(context)
    assert changed["cards"] != before["cards"]
    assert changed["totals"] != before["totals"]
    assert len(changed["answers"]) == len(before["answers"])
    made.undo(regrade)
    assert everything(context) == before
    sound(context)


def test_the_other_ways_do_what_their_preview_says(context: Context, alice: Person) -> None:
    made = lesson(context, alice, pupils=8)
    before = everything(context)
    for number in range(3):
        for way in (Way.KEEP, Way.FULL, Way.VOID):
            marked, shown = marks(made, number + 1), made.preview(way, number)
            regrade = made.apply(shown, number)
            for line in shown.lines:
                said = (line.points_after, line.mark_after, line.score_after, line.most_after)
                marked[line.attempt_id, line.position] = said
            assert marks(made, number + 1) == marked
            assert (way is Way.KEEP) == (shown.lines == ())
            if way is Way.FULL:
                assert {one[1] for one in marked.values()} == {1.0}
            elif way is Way.VOID:
                assert {(*one[:2], one[3]) for one in marked.values()} == {(0.0, 0.0, 2.0)}
            sound(context)
            made.undo(regrade, number)
            assert everything(context) == before


def test_where_the_days_first_answer_is_taken_out_the_next_one_counts(
    context: Context, alice: Person
) -> None:
    made = lesson(context, alice, pupils=4)
    before = everything(context)
    of_typed = (
        select(Review.counts)
        .join(Answer, Answer.id == Review.answer_id)
        .join(QuestionVersion, QuestionVersion.id == Answer.version_id)
        .join(Question, Question.id == QuestionVersion.question_id)
        .where(Question.public_id == made.questions[1])
    )
    with context.store.read() as connection:
        assert set(connection.execute(of_typed).scalars()) == {False}
    regrade = made.apply(made.preview(Way.VOID))
    with context.store.read() as connection:
        assert set(connection.execute(of_typed).scalars()) == {True}
    sound(context)
    made.undo(regrade)
    assert everything(context) == before


def test_regrades_stand_on_one_another_and_are_undone_from_the_last(
    context: Context, alice: Person
) -> None:
    made = lesson(context, alice, pupils=6)
    states, done = [everything(context)], []
    made.change(options=NEW_YEAR)
    for way in (Way.NEW_KEY, Way.FULL, Way.VOID):
        done.append(made.apply(made.preview(way)))
        states.append(everything(context))
        sound(context)
    with pytest.raises(Refused, match="regrade_not_last"):
        made.undo(done[0])
    while done:
        assert everything(context) == states.pop()
        made.undo(done.pop())
        sound(context)
    assert everything(context) == states.pop()


def test_a_second_press_does_nothing_and_a_stale_preview_is_refused(
    context: Context, alice: Person
) -> None:
    made = lesson(context, alice, pupils=4)
    full, void = made.preview(Way.FULL), made.preview(Way.VOID)
    first = made.apply(full)
    state = everything(context)
    assert made.apply(full) == first
    assert everything(context) == state
    with pytest.raises(Refused, match="regrade_changed_meanwhile"):
        made.apply(void)
    assert everything(context) == state
    made.undo(first)
    made.undo(first)
    log = regrading.desk(context, alice, made.quiz, made.questions[0]).log
    assert [(one.way, one.by, one.undone_by) for one in log] == [(Way.FULL, "Alice", "Alice")]


def test_of_two_teachers_at_once_one_is_told(
    context: Context, alice: Person, carol: Person
) -> None:
    made = lesson(context, alice, pupils=4)
    one_more_teacher(context, made.room.room, carol)
    state, asked = everything(context), made.questions[0]
    full, void = made.preview(Way.FULL), made.preview(Way.VOID)

    def press(who: Person, shown: Preview) -> Callable[[], str]:
        given = (made.quiz, asked, shown.way, shown.digest, LATER)
        return lambda: regrading.apply(context, who, *given)

    failed = together(press(alice, full), press(alice, full), press(carol, void))
    won = regrading.desk(context, alice, made.quiz, asked).log
    codes = [getattr(error, "code", repr(error)) for error in failed]
    assert len(won) == 1
    assert codes == ["regrade_changed_meanwhile"] * (1 if won[0].way is Way.FULL else 2)
    sound(context)
    failed = together(*[lambda: made.undo(won[0].public_id)] * 2)
    assert failed == []
    assert everything(context) == state


def test_a_learner_studies_between_a_regrade_and_its_undoing(
    context: Context, alice: Person
) -> None:
    made = lesson(context, alice, pupils=4)
    regrade = made.apply(made.preview(Way.VOID))
    again = made.pupils[2]
    version = in_force(made)
    for at in (LATER, LATER + 4 * DAY):
        screen = study.question_again(context, again, version, at)
        token = next(one.token for one in screen.options if one.text == YEARS[1])
        sent = Submission(screen.key, screen.version, choice=token)
        study.answer(context, again, sent, "en", at + SOON)
        sound(context)
    made.undo(regrade)
    sound(context)
    assert study.undo(context, again, LATER + 4 * DAY + SOON) is not None
    sound(context)


def test_held_back_answers_join_the_memory_as_they_were_judged_again(
    context: Context, alice: Person
) -> None:
    held = replace(HELD_BACK, shuffle_questions=False)
    made = lesson(context, alice, pupils=4, rules=held)
    made.change(options=NEW_YEAR)
    regrade = made.apply(made.preview(Way.NEW_KEY))
    with context.store.read() as connection:
        exam = select(Answer.outcome, Answer.learner_id).where(Answer.kind == "exam")
        assert connection.execute(exam).all() == []
    quizzes.release_results(context, alice, made.quiz, LATER)
    sound(context)
    with context.store.read() as connection:
        stands = exam.where(
            Answer.key.like("attempt.%.1%"), Answer.id.not_in(select(Voiding.answer_id))
        )
        told = {row.learner_id: row.outcome for row in connection.execute(stands)}
    assert [told[pupil.id] for pupil in made.pupils] == ["not_yet", "not_yet", "right", "not_yet"]
    made.undo(regrade)
    sound(context)
    with context.store.read() as connection:
        told = {row.learner_id: row.outcome for row in connection.execute(stands)}
    assert [told[pupil.id] for pupil in made.pupils] == ["not_yet", "right", "not_yet", "not_yet"]


def test_a_learner_reads_the_new_mark_and_that_it_is_new(context: Context, alice: Person) -> None:
    made = lesson(context, alice, pupils=3)
    pupil = made.pupils[2]
    made.change(options=NEW_YEAR)
    regrade = made.apply(made.preview(Way.NEW_KEY))

    def told() -> list[tuple[bool, str, float | None]]:
        with context.store.read() as connection:
            attempt = connection.execute(
                select(Attempt.public_id).where(Attempt.learner_id == pupil.id)
            ).scalar_one()
        shown = quizzes.result(context, pupil, attempt, LATER).questions
        return [(one.marked_again, str(one.told.outcome), one.told.mark) for one in shown[:2]]

    assert told() == [(True, "right", 1.0), (False, "not_yet", 0.0)]
    made.undo(regrade)
    assert told() == [(False, "not_yet", 0.0), (False, "not_yet", 0.0)]


def test_what_cannot_be_matched_is_told_and_keeps_its_mark(
    context: Context, alice: Person, carol: Person
) -> None:
    made = lesson(context, alice, pupils=6)
    before = everything(context)
    options = (DraftOption("1981"), DraftOption("1987"), DraftOption("1994", correct=True))
    made.change(options=options)
    shown = made.preview(Way.NEW_KEY)
    assert shown.unmatched == ("Pupil 000", "Pupil 003")
    made.undo(made.apply(shown))
    assert everything(context) == before
    never_offered = (DraftOption("1979"), DraftOption("1987"), DraftOption("2001", correct=True))
    made.change(options=never_offered)
    assert regrading.offered(context, carol, made.questions[0]) == ()
    shown = made.preview(Way.NEW_KEY)
    assert (len(shown.unmatched), shown.lines) == (6, ())


def test_another_teacher_reaches_nothing(context: Context, alice: Person, carol: Person) -> None:
    made = lesson(context, alice, pupils=2)
    asked, shown = made.questions[0], made.preview(Way.VOID)
    done = made.apply(shown)
    at: datetime = LATER
    with pytest.raises(NotFound):
        regrading.desk(context, carol, made.quiz, asked)
    with pytest.raises(NotFound):
        regrading.preview(context, carol, made.quiz, asked, Way.VOID, at)
    with pytest.raises(NotFound):
        regrading.apply(context, carol, made.quiz, asked, Way.VOID, shown.digest, at)
    with pytest.raises(NotFound):
        regrading.undo(context, carol, made.quiz, asked, done, at)
    with pytest.raises(NotFound):
        regrading.desk(context, alice, made.quiz, "polar-1.single-choice")
    other = a_class(context, carol, name="5A").quiz(questions=("polar-1.single-choice",))
    with pytest.raises(NotFound):
        regrading.undo(context, carol, other, asked, done, at)
