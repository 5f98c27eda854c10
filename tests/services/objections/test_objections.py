"""A learner says that something is wrong; a teacher of theirs accepts, corrects or answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from quizapp.core.questions import QuestionKind
from quizapp.core.quizzes.rules import Rules
from quizapp.services import authoring, claiming, guests, own_data, quizzes, study
from quizapp.services.checking import check
from quizapp.services.classrooms import teachers
from quizapp.services.context import Context, NotFound, Refused
from quizapp.services.guests import Visitor
from quizapp.services.objections import deciding, making, queue, reading
from quizapp.services.objections.making import Place
from quizapp.services.quizzes import Answered, regrading
from quizapp.services.screens import QuestionScreen
from quizapp.services.study import Submission
from quizapp.store.models import AuditEvent, Objection
from quizapp.store.queries.people import Person
from tests.factories import make_question
from tests.services.quizzes.sittings import HELD_BACK, Class, a_class
from tests.world import NOON, PASSWORD, person

LATER = NOON + timedelta(hours=1)
FOUNDER: dict[str, Any] = {
    "kind": QuestionKind.SHORT_ANSWER,
    "stem": "Who founded it?",
    "answer": "Amélie Dupont",
    "look_alikes": "Clara Bell",
    "options": (),
}


def answered(
    context: Context, who: Person, text: str = "", at: datetime = NOON, stem: str = ""
) -> str:
    """Answer the next question in study (or go on to that of the stem): the answer's key."""
    for step in range(40):
        screen = study.ask(context, who, at + timedelta(seconds=step))
        assert screen is not None
        wanted = not stem or screen.stem == stem
        submission = _filled(screen, text if wanted else "")
        study.answer(context, who, submission, "en", at + timedelta(seconds=step))
        if wanted:
            return screen.key
    raise AssertionError(f"{stem} was not asked")


def _filled(screen: QuestionScreen, text: str) -> Submission:
    token = next((one.token for one in screen.options if one.text == text), "")
    given = {"choice": token} if token else {"text": text} if text else {"dont_know": True}
    return Submission(screen.key, screen.version, **given)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Lesson:
    """Alice's class with Bob and a typed question of hers."""

    room: Class
    question: str

    @property
    def context(self) -> Context:
        """The services."""
        return self.room.context

    def objection(self, who: Person, text: str = "", answer: str = "Clara Bell") -> str:
        """Answer in study and object: the objection's public id."""
        key = answered(self.context, who, answer, stem="Who founded it?")
        making.object_to(self.context, who, Place(key), "answer", text, NOON)
        return newest(self.context)

    def sit(self, who: Person, quiz: str, answer: str) -> str:
        """Sit a quiz of the one question: the attempt."""
        attempt = quizzes.start(self.context, who, quiz, NOON)
        screen = quizzes.page(self.context, who, attempt, 1, NOON)
        sent = Submission(screen.question.key, screen.question.version, text=answer)
        quizzes.save(self.context, who, attempt, 1, Answered(sent), "en", NOON)
        quizzes.submit(self.context, who, attempt, NOON)
        return attempt


@pytest.fixture
def lesson(context: Context, alice: Person, bob: Person) -> Lesson:
    """A class with a question of its own."""
    room = a_class(context, alice, bob)
    return Lesson(room, make_question(context, alice, audience=room.room, **FOUNDER))


def newest(context: Context) -> str:
    with context.store.read() as connection:
        found = select(Objection.public_id).order_by(Objection.id.desc()).limit(1)
        return str(connection.execute(found).scalar_one())


def events(context: Context) -> list[str]:
    with context.store.read() as connection:
        rows = select(AuditEvent.action).where(AuditEvent.object_kind == "objection")
        return list(connection.execute(rows.order_by(AuditEvent.id)).scalars())


def test_it_is_received_with_the_answer_the_version_and_the_source(
    lesson: Lesson, alice: Person, bob: Person
) -> None:
    context = lesson.context
    key = answered(context, bob, "Clara Bell", stem="Who founded it?")
    about = making.about(context, bob, Place(key), NOON)
    assert (about.stem, about.given, about.latest) == ("Who founded it?", ("Clara Bell",), None)
    assert about.facts[0].statement.startswith("The reading room")
    making.object_to(context, bob, Place(key), "unclear", "Founded\nwhat?", NOON)
    making.object_to(context, bob, Place(key), "answer", "She did found it.", LATER)
    latest = making.about(context, bob, Place(key), LATER).latest
    assert latest is not None
    assert (latest.waits, latest.reason, latest.text) == (True, "answer", "She did found it.")
    assert len(reading.mine(context, bob)) == 1, "the second one updates the first"
    assert events(context) == ["objection.made", "objection.changed"]
    (group,) = queue.queue(context, alice).waiting
    (entry,) = group.entries
    assert (group.stem, group.answer) == ("Who founded it?", "Amélie Dupont")
    assert (entry.learner, entry.given, entry.outcome) == ("Bob", ("Clara Bell",), "not_yet")


def test_what_is_missing_or_too_much_is_said(lesson: Lesson, bob: Person) -> None:
    context = lesson.context
    place = Place(answered(context, bob, "Clara Bell", stem="Who founded it?"))
    for reason, text, code in (
        ("", "x", "objection_reason"),
        ("rudeness", "x", "objection_reason"),
        ("other", "  ", "objection_empty"),
        ("unclear", "x" * 501, "objection_long"),
    ):
        with pytest.raises(Refused, match=code):
            making.object_to(context, bob, place, reason, text, NOON)
    for _ in range(30):
        making.object_to(context, bob, place, "unclear", "", NOON)
    with pytest.raises(Refused, match="too_many_tries"):
        making.object_to(context, bob, place, "unclear", "", NOON)
    making.object_to(context, bob, place, "unclear", "", NOON + timedelta(days=1, minutes=1))


def test_only_the_learner_and_their_teachers_see_it(
    lesson: Lesson, alice: Person, bob: Person, carol: Person, dan: Person
) -> None:
    context = lesson.context
    other = a_class(context, carol, dan, name="5C")
    other.join(bob)  # whose question of another class is none of Carol's business
    key = answered(context, bob, "Clara Bell", stem="Who founded it?")
    for stranger in (dan, carol, alice):
        with pytest.raises(NotFound):
            making.about(context, stranger, Place(key), NOON)
        with pytest.raises(NotFound):
            making.object_to(context, stranger, Place(key), "answer", "", NOON)
    making.object_to(context, bob, Place(key), "answer", "", NOON)
    made = newest(context)
    assert queue.case(context, alice, made).entry.learner == "Bob"
    assert (reading.waiting(context, alice), reading.waiting(context, carol)) == (1, 0)
    ways = (
        lambda: queue.case(context, carol, made),
        lambda: deciding.accept(context, carol, made, "", "because", NOON),
        lambda: deciding.answer(context, carol, made, "No.", NOON),
    )
    for way in ways:
        with pytest.raises(NotFound):
            way()
    deciding.corrected(context, carol, made, lesson.question, NOON)
    assert queue.case(context, alice, made).entry.state == "open"
    assert queue.queue(context, carol) == queue.Queue((), ())
    assert reading.mine(context, dan) == ()


def test_one_out_of_a_quiz_is_for_the_teachers_of_its_class_alone(
    lesson: Lesson, alice: Person, bob: Person, carol: Person
) -> None:
    context = lesson.context
    a_class(context, carol, bob, name="5C")
    quiz = lesson.room.quiz(Rules(), ("polar-3.short-answer",), classroom=lesson.room.room)
    lesson.room.assign(quiz)
    attempt = lesson.sit(bob, quiz, "somebody")
    making.object_to(context, bob, Place(attempt=attempt, position=1), "source", "", NOON)
    made = newest(context)
    assert queue.case(context, alice, made).quiz == quiz
    assert reading.waiting(context, carol) == 0
    with pytest.raises(NotFound):
        queue.case(context, carol, made)
    with pytest.raises(NotFound):
        making.about(context, bob, Place(attempt=attempt, position=2), NOON)


def test_a_colleague_sees_it_and_is_not_sent_to_a_quiz_that_is_not_theirs(
    lesson: Lesson, alice: Person, bob: Person, carol: Person
) -> None:
    context = lesson.context
    quiz = lesson.room.quiz(Rules(), (lesson.question,))  # Alice's own, given to the class
    lesson.room.assign(quiz)
    attempt = lesson.sit(bob, quiz, "Clara Bell")
    teachers.invite(context, alice, lesson.room.room, "Carol", NOON)
    teachers.accept(context, carol, lesson.room.room, NOON)
    making.object_to(context, bob, Place(attempt=attempt, position=1), "answer", "", NOON)
    assert queue.case(context, alice, newest(context)).quiz == quiz
    assert queue.case(context, carol, newest(context)).quiz == ""
    done = deciding.accept(context, carol, newest(context), "", "Accepted", NOON)
    assert (done.version, done.quiz) == (2, "")


def test_nothing_is_told_while_results_are_held_back(
    lesson: Lesson, alice: Person, bob: Person
) -> None:
    context = lesson.context
    quiz = lesson.room.quiz(HELD_BACK, (lesson.question,), classroom=lesson.room.room)
    lesson.room.assign(quiz)
    attempt = lesson.sit(bob, quiz, "Clara Bell")
    with pytest.raises(NotFound):
        making.object_to(context, bob, Place(attempt=attempt, position=1), "answer", "", NOON)
    assert not quizzes.result(context, bob, attempt, NOON).questions[0].may_object
    under_way = lesson.room.quiz(Rules(), (lesson.question,), classroom=lesson.room.room)
    lesson.room.assign(under_way)
    open_attempt = quizzes.start(context, bob, under_way, NOON)
    with pytest.raises(NotFound):
        making.about(context, bob, Place(attempt=open_attempt, position=1), NOON)


def test_accepting_mends_the_key_closes_all_alike_and_marks_again(
    lesson: Lesson, alice: Person, bob: Person, dan: Person
) -> None:
    context, room = lesson.context, lesson.room
    third = person(context, "Emil")
    room.join(dan, third)
    quiz = room.quiz(Rules(), (lesson.question,), classroom=room.room)
    room.assign(quiz)
    reasons = ((bob, "clara bell", "answer"), (dan, "Clara Bell", "answer"))
    attempts = {}
    for who, text, reason in (*reasons, (third, "Clara Bell", "unclear")):
        attempts[who.name] = lesson.sit(who, quiz, text)
        place = Place(attempt=attempts[who.name], position=1)
        making.object_to(context, who, place, reason, "", NOON)
    first = queue.queue(context, alice).waiting[0].entries[0].public_id
    assert queue.case(context, alice, first).can_accept
    done = deciding.accept(context, alice, first, "Good eye.", "Accepted", LATER)
    assert (done.question, done.version, done.copied) == (lesson.question, 2, False)
    assert (done.closed, done.quiz) == (2, quiz)
    with pytest.raises(Refused, match="objection_closed"):
        deciding.accept(context, alice, first, "", "Accepted", LATER)
    detail = authoring.question_detail(context, alice, lesson.question)
    assert detail.asked.question.key.accept == ("clara bell",)
    assert detail.asked.question.key.look_alikes == ()
    assert detail.asked.reason == "Accepted"
    assert reading.waiting(context, alice) == 1, "who found it unclear still waits"
    shown = regrading.preview(context, alice, quiz, lesson.question, regrading.Way.NEW_KEY, LATER)
    assert [(line.mark_before, line.mark_after) for line in shown.lines] == [(0, 1)] * 3
    way = regrading.Way.NEW_KEY
    regrading.apply(context, alice, quiz, lesson.question, way, shown.digest, LATER)
    result = quizzes.result(context, bob, attempts["Bob"], LATER)
    assert result.score == 1
    told = result.questions[0].objection
    assert told is not None
    assert (told.state, told.reply, told.unread) == ("accepted", "Good eye.", True)
    assert [one.state for one in news(context, bob)] == ["accepted"]
    reading.mark_read(context, bob, LATER)
    assert news(context, bob) == []
    assert check(context.store, LATER).findings == []


def news(context: Context, who: Person) -> list[Any]:
    return [one for one in reading.mine(context, who) if one.unread]


def test_a_choice_accepted_becomes_the_right_one(
    context: Context, alice: Person, bob: Person
) -> None:
    room = a_class(context, alice, bob)
    made = make_question(context, alice, audience=room.room)
    key = answered(
        context, bob, "1994", stem="In which year did the reading room of our library open?"
    )
    making.object_to(context, bob, Place(key), "answer", "", NOON)
    done = deciding.accept(context, alice, newest(context), "", "Accepted", NOON)
    assert (done.question, done.version) == (made, 2)
    detail = authoring.question_detail(context, alice, made)
    assert [one.text for one in detail.asked.question.options if one.correct] == ["1994"]


def test_what_is_only_read_is_copied_into_the_class_and_mended_there(
    context: Context, alice: Person, bob: Person
) -> None:
    room = a_class(context, alice, bob)
    quiz = room.quiz(Rules(), ("polar-3.short-answer",), classroom=room.room)
    room.assign(quiz)
    attempt = Lesson(room, "").sit(bob, quiz, "Clara Bell")
    making.object_to(context, bob, Place(attempt=attempt, position=1), "answer", "", NOON)
    case = queue.case(context, alice, newest(context))
    assert (case.may_edit, case.can_accept) == (False, True)
    done = deciding.accept(context, alice, newest(context), "", "Accepted", NOON)
    assert (done.copied, done.quiz, done.asked) == (True, quiz, "polar-3.short-answer")
    copy = authoring.question_detail(context, alice, done.question)
    assert (copy.collection, copy.audience, copy.in_force) == ("classroom", room.room, 2)
    assert copy.asked.question.key.accept == ("Clara Bell",)
    shipped = authoring.question_detail(context, alice, "polar-3.short-answer")
    assert shipped.in_force == 1
    assert shipped.asked.question.key.accept == ()


def test_what_no_key_can_take_in_needs_the_editor(
    lesson: Lesson, alice: Person, bob: Person
) -> None:
    context = lesson.context
    made = lesson.objection(bob, answer="")
    assert not queue.case(context, alice, made).can_accept
    with pytest.raises(Refused, match="objection_needs_editor"):
        deciding.accept(context, alice, made, "", "Accepted", NOON)
    assert queue.case(context, alice, made).entry.state == "open"


def test_a_draft_that_waits_is_not_passed_over(lesson: Lesson, alice: Person, bob: Person) -> None:
    context = lesson.context
    made = lesson.objection(bob)
    detail = authoring.question_detail(context, alice, lesson.question)
    draft = replace(authoring.draft_of(detail), stem="Who founded the library?")
    authoring.save_version(context, alice, lesson.question, 1, draft, NOON, as_draft=True)
    with pytest.raises(Refused, match="objection_draft_waits"):
        deciding.accept(context, alice, made, "", "Accepted", NOON)


def test_answering_and_correcting_close_it(lesson: Lesson, alice: Person, bob: Person) -> None:
    context = lesson.context
    first = lesson.objection(bob, "Is it she?")
    with pytest.raises(Refused, match="objection_unanswered"):
        deciding.answer(context, alice, first, "  ", NOON)
    with pytest.raises(Refused, match="objection_long"):
        deciding.answer(context, alice, first, "x" * 1001, NOON)
    deciding.answer(context, alice, first, "The text names Dupont.", LATER)
    (told,) = reading.mine(context, bob)
    assert (told.state, told.reply) == ("answered", "The text names Dupont.")
    place = Place(told.answered)
    making.object_to(context, bob, place, "unclear", "", LATER)
    second = newest(context)
    assert second != first, "after a decision a new one may be made"
    deciding.corrected(context, alice, second, "another-question", LATER)
    assert queue.case(context, alice, second).entry.state == "open"
    deciding.corrected(context, alice, second, lesson.question, LATER)
    deciding.corrected(context, alice, first, lesson.question, LATER)
    assert [one.state for one in reading.mine(context, bob)] == ["corrected", "answered"]
    assert events(context)[-2:] == ["objection.made", "objection.corrected"]


@pytest.fixture
def guest(context: Context) -> tuple[Person, str]:
    """Somebody without a name, with the key of their first answer."""
    nobody = guests.nobody(context, "en")
    screen = study.ask(context, nobody, NOON)
    assert screen is not None
    sent = Submission(screen.key, screen.version, dont_know=True)
    made = guests.first_answer(context, Visitor("a browser", "en", "192.0.2.7"), sent, NOON)
    return made.guest, screen.key


def test_a_guests_objection_reaches_the_admin_and_comes_along_when_claimed(
    context: Context, guest: tuple[Person, str], alice: Person, bob: Person
) -> None:
    who, key = guest
    ada = person(context, "Ada", "admin")
    making.object_to(context, who, Place(key), "source", "", NOON, "192.0.2.7")
    assert (reading.waiting(context, ada), reading.waiting(context, alice)) == (1, 0)
    assert queue.case(context, ada, newest(context)).entry.learner == ""
    a_class(context, alice, bob)
    claiming.claim_by_sign_in(context, who, bob.id, LATER)
    assert [one.reason for one in reading.mine(context, bob)] == ["source"]
    assert (reading.waiting(context, ada), reading.waiting(context, alice)) == (0, 1)
    assert making.about(context, bob, Place(key), LATER).latest is not None


def test_of_two_open_ones_the_guests_stays(
    context: Context, guest: tuple[Person, str], bob: Person
) -> None:
    who, key = guest
    own = study.question_again(context, bob, key_version(context, who, key), NOON)
    sent = Submission(own.key, own.version, dont_know=True)
    study.answer(context, bob, sent, "en", NOON)
    making.object_to(context, bob, Place(own.key), "unclear", "", NOON)
    making.object_to(context, who, Place(key), "source", "", LATER)
    claiming.claim_by_sign_in(context, who, bob.id, LATER)
    assert [one.reason for one in reading.mine(context, bob)] == ["source"]
    assert check(context.store, LATER).findings == []


def key_version(context: Context, who: Person, key: str) -> str:
    return study.verdict_again(context, who, key).question.version


def test_it_is_told_and_goes_with_its_learner_and_stays_without_its_teacher(
    lesson: Lesson, alice: Person, bob: Person
) -> None:
    context = lesson.context
    made = lesson.objection(bob, "She did found it.")
    deciding.answer(context, alice, made, "No.", LATER)
    (told,) = own_data.export(context, bob, LATER)["objections"]
    assert (told["text"], told["reply"]) == ("She did found it.", "No.")
    assert told["version_text"] == "Who founded it?"
    own_data.erase(context, alice, PASSWORD, LATER)
    assert [one.reply for one in reading.mine(context, bob)] == ["No."]
    own_data.erase(context, bob, PASSWORD, LATER)
    with context.store.read() as connection:
        left = connection.execute(select(func.count()).select_from(Objection)).scalar_one()
    assert left == 0
    assert check(context.store, LATER).findings == []
