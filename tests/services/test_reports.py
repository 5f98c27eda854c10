"""Reports show what a class knows of its facts since it was joined, and nothing else."""

from __future__ import annotations

from datetime import timedelta

import pytest

from quizapp.core.memory.forecast import recall_interval
from quizapp.services import classrooms, progress, reports, study
from quizapp.services.context import Context, NotFound
from quizapp.services.reports import ClassReport, LearnerRow
from quizapp.store.queries.people import Person
from tests.factories import (
    classroom_number,
    make_cards,
    make_classroom,
    make_facts,
    make_pupils,
    make_question,
)
from tests.services.study.sittings import sit
from tests.world import FACTS, NOON, statements

LATER = NOON + timedelta(days=4)


def report(context: Context, teacher: Person, public_id: str) -> ClassReport:
    return reports.class_report(context, teacher, public_id, LATER)


def row(context: Context, teacher: Person, public_id: str) -> LearnerRow:
    (only,) = report(context, teacher, public_id).learners
    return only


def test_a_report_says_what_the_learners_own_progress_says(
    context: Context, alice: Person, bob: Person
) -> None:
    public_id, code = make_classroom(context, alice)
    classrooms.join(context, bob, code, NOON)
    sit(context, bob, NOON, 3)
    own = progress.progress(context, bob, LATER)
    seen = row(context, alice, public_id)
    assert seen.recall == pytest.approx(own.recall)
    assert (seen.introduced, seen.studied) == (own.introduced, NOON.date())
    by_topic = {topic.topic: topic.recall for topic in own.topics}
    heads = [topic.topic for topic in report(context, alice, public_id).topics]
    assert dict(zip(heads, seen.topics, strict=True)) == pytest.approx(by_topic)
    assert seen.due == own.forecast[0].due == 3


def test_the_class_is_all_facts_of_all_learners(context: Context, alice: Person) -> None:
    public_id, _ = make_classroom(context, alice)
    one, two, _idle = make_pupils(context, public_id, 3)
    facts = make_facts(context, 6, topics=2)  # no question asks for them, and two met nobody
    make_cards(context, [one], facts[:4], stability=2)
    make_cards(context, [two], facts[:1], stability=400)
    shown = report(context, alice, public_id)
    recalls = [learner.recall for learner in shown.learners]
    assert recalls[2] is None or recalls[0] is None
    low, high = sorted(recall for recall in recalls if recall is not None)
    assert shown.recall == pytest.approx((4 * low + high) / 5)
    expected = recall_interval([low] * 4 + [high])
    assert (shown.low, shown.high) == pytest.approx((expected.low, expected.high))
    assert shown.facts == len(FACTS) + 4


def test_who_needs_help_is_on_top(context: Context, alice: Person) -> None:
    public_id, _ = make_classroom(context, alice)
    strong, weak, _absent = make_pupils(context, public_id, 3)
    facts = make_facts(context, 6, topics=1)
    make_cards(context, [strong], facts, stability=400)
    make_cards(context, [weak], facts, stability=0.001)
    shown = report(context, alice, public_id)
    assert [learner.name for learner in shown.learners] == ["Pupil 001", "Pupil 002", "Pupil 000"]
    assert [learner.name for learner in shown.needing_help] == ["Pupil 001", "Pupil 002"]
    codes = [[reason.code for reason in learner.reasons] for learner in shown.learners]
    assert codes == [["weak_topic"], ["not_begun"], []]


def test_memory_from_before_joining_is_the_learners_own(
    context: Context, alice: Person, bob: Person
) -> None:
    public_id, code = make_classroom(context, alice)
    sit(context, bob, NOON, 3)
    classrooms.join(context, bob, code, NOON + timedelta(hours=1))
    assert row(context, alice, public_id).introduced == 0
    assert row(context, alice, public_id).studied is None
    sit(context, bob, NOON + timedelta(hours=2))
    assert row(context, alice, public_id).introduced == 1


def test_a_teacher_sees_the_facts_of_this_class_only(
    context: Context, alice: Person, carol: Person, bob: Person
) -> None:
    mine, code = make_classroom(context, alice)
    other, other_code = make_classroom(context, carol)
    for joining in (code, other_code):
        classrooms.join(context, bob, joining, NOON)
    in_mine = make_facts(context, 2, collection="classroom", classroom_id=number(context, mine))
    in_other = make_facts(context, 3, collection="classroom", classroom_id=number(context, other))
    own = make_facts(context, 1, collection="mine", owner_id=bob.id)
    retired = make_facts(context, 1, state="retired")
    make_cards(context, [bob.id], in_mine + in_other + own + retired)
    assert row(context, alice, mine).introduced == 2
    assert report(context, alice, mine).facts == len(FACTS) + 2
    assert row(context, carol, other).introduced == 3
    seen = reports.student_report(context, carol, other, bob.public_id, LATER)
    assert len(seen.weakest) == 3


def number(context: Context, public_id: str) -> int:
    return classroom_number(context, public_id)


def test_a_report_is_for_the_teacher_of_the_class(
    context: Context, alice: Person, carol: Person, bob: Person, dan: Person
) -> None:
    public_id, code = make_classroom(context, alice)
    _other, other_code = make_classroom(context, carol)
    classrooms.join(context, bob, code, NOON)
    classrooms.join(context, dan, other_code, NOON)
    assert [learner.name for learner in report(context, alice, public_id).learners] == ["Bob"]
    for stranger in (carol, bob, dan):
        with pytest.raises(NotFound):
            report(context, stranger, public_id)
        with pytest.raises(NotFound):
            reports.student_report(context, stranger, public_id, bob.public_id, LATER)
    for pupil in (dan.public_id, alice.public_id, "", bob.public_id.upper()):
        with pytest.raises(NotFound):
            reports.student_report(context, alice, public_id, pupil, LATER)
    assert reports.student_report(context, alice, public_id, bob.public_id, LATER)


def test_one_learner_in_detail(context: Context, alice: Person, bob: Person) -> None:
    public_id, code = make_classroom(context, alice)
    sit(context, bob, NOON - timedelta(minutes=5))
    classrooms.join(context, bob, code, NOON)
    sit(context, bob, NOON + timedelta(minutes=5), 2)
    sit(context, bob, NOON + timedelta(minutes=20), 2, right=False)
    shown = reports.student_report(context, alice, public_id, bob.public_id, NOON)
    assert (shown.answers, shown.right) == (4, 2)
    assert shown.learner.introduced == len(shown.weakest)
    recalls = [fact.recall for fact in shown.weakest]
    assert recalls == sorted(recalls)
    study.undo(context, bob, NOON + timedelta(minutes=22))
    shown = reports.student_report(context, alice, public_id, bob.public_id, NOON)
    assert (shown.answers, shown.right) == (3, 2)


def test_answers_on_other_facts_are_not_counted(
    context: Context, alice: Person, carol: Person, bob: Person
) -> None:
    mine, code = make_classroom(context, alice)
    other, other_code = make_classroom(context, carol)
    classrooms.join(context, bob, code, NOON)
    classrooms.join(context, bob, other_code, NOON)
    make_question(context, carol, audience=other)
    asked = study.ask(context, bob, NOON)
    assert asked is not None
    assert "library" in asked.stem, "the class's own question comes first"
    token = asked.options[0].token
    study.answer(
        context, bob, study.Submission(asked.key, asked.version, choice=token), "en", LATER
    )
    seen = [
        reports.student_report(context, teacher, place, bob.public_id, LATER).answers
        for teacher, place in ((alice, mine), (carol, other))
    ]
    assert seen == [0, 1]


def test_thirty_pupils_and_two_hundred_facts_take_five_statements(
    context: Context, alice: Person
) -> None:
    public_id, _ = make_classroom(context, alice)
    pupils = make_pupils(context, public_id, 30)
    make_cards(context, pupils, make_facts(context, 200))
    with statements(context.store) as sent:
        shown = report(context, alice, public_id)
    assert len(sent) == 5
    assert {learner.introduced for learner in shown.learners} == {200}
    somebody = shown.learners[0].public_id
    with statements(context.store) as sent:
        reports.student_report(context, alice, public_id, somebody, LATER)
    assert len(sent) == 6
