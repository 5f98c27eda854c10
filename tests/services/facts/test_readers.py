"""Who sees what of a fact: a learner one's own answers, a teacher those of one's own classes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from quizapp.services import facts as service
from quizapp.services import reports, study
from quizapp.services.context import Context, NotFound
from quizapp.store.models import Classroom, Enrolment
from quizapp.store.queries.people import Person
from tests.factories import make_classroom
from tests.services.facts.school import YEARS, change, learn
from tests.world import NOON

LATER = NOON + timedelta(days=4)


def enrol(context: Context, classroom: str, who: Person, day: int) -> None:
    """Put a learner into a class on this day."""
    number = select(Classroom.id).where(Classroom.public_id == classroom).scalar_subquery()
    row = {"user_id": who.id, "role": "student", "joined_at": NOON + timedelta(days=day)}
    context.store.execute(insert(Enrolment).values(classroom_id=number, **row))


def test_a_teacher_sees_the_own_classes_since_each_learner_joined(
    context: Context, alice: Person, carol: Person, bob: Person, dan: Person
) -> None:
    place, _ = make_classroom(context, alice)
    other, _ = make_classroom(context, carol)
    for who in (bob, dan):
        learn(context, who, YEARS, NOON, rating=3)
    enrol(context, place, bob, 1)
    enrol(context, other, dan, 1)
    (before,) = service.fact_page(context, alice, YEARS, "en", LATER).classes
    assert (before.learners, before.met, before.answers, before.share) == (1, 0, 0, None)
    learn(context, bob, YEARS, NOON + timedelta(days=2), rating=1)
    learn(context, bob, YEARS, NOON + timedelta(days=3), rating=3)
    learn(context, dan, YEARS, NOON + timedelta(days=3), rating=3)
    (mine,) = service.fact_page(context, alice, YEARS, "en", LATER).classes
    assert (mine.met, mine.answers, mine.right) == (1, 2, 1)
    assert mine.recall is not None
    assert mine.low is not None
    assert mine.high is not None
    assert 0 < mine.low <= mine.recall <= mine.high <= 1
    (theirs,) = service.fact_page(context, carol, YEARS, "en", LATER).classes
    assert (theirs.met, theirs.answers, theirs.right) == (1, 1, 1)


def test_a_pupil_sees_no_class_and_no_history_of_versions(
    context: Context, alice: Person, bob: Person, dan: Person
) -> None:
    place, _ = make_classroom(context, alice)
    enrol(context, place, bob, 0)
    learn(context, dan, YEARS, NOON)
    page = service.fact_page(context, bob, YEARS, "en", LATER)
    assert (page.classes, page.steps, page.reviews, page.memory) == ((), (), (), None)
    assert not page.may_change


def test_a_pupil_reads_the_stems_of_the_questions_answered_before(
    context: Context, alice: Person, bob: Person
) -> None:
    fresh = service.fact_page(context, bob, YEARS, "en", NOON).asked
    assert fresh.shown == ()
    assert fresh.total == len(service.fact_page(context, alice, YEARS, "en", NOON).asked.shown)
    learn(context, bob, YEARS, NOON)
    asked = service.fact_page(context, bob, YEARS, "en", NOON).asked
    assert [one.kind.value for one in asked.shown] == ["flashcard"]
    assert asked.total == fresh.total
    study.undo(context, bob, NOON + timedelta(minutes=1))
    assert service.fact_page(context, bob, YEARS, "en", NOON).asked.shown == ()


def test_own_answers_are_told_the_newest_first(context: Context, bob: Person) -> None:
    learn(context, bob, YEARS, NOON, rating=3)
    learn(context, bob, YEARS, NOON + timedelta(days=1), rating=1)
    reviews = service.fact_page(context, bob, YEARS, "en", LATER).reviews
    assert [(one.local_day.day, one.score) for one in reviews] == [(25, 0.0), (24, 1.0)]


def test_a_source_has_its_facts_and_nobody_elses(context: Context, bob: Person) -> None:
    slug = service.fact_page(context, bob, YEARS, "en", NOON).fact.citation
    assert slug is not None
    page = service.source_page(context, bob, slug.source_slug)
    placed = [one.fact.public_id for paragraph in page.paragraphs for one in paragraph.facts]
    assert YEARS in placed
    assert len(placed) == page.facts
    with pytest.raises(NotFound):
        service.source_page(context, bob, "nothing")


def test_answers_on_a_fact_of_before_stay_in_the_report_of_a_learner(
    context: Context, ada: Person, alice: Person, bob: Person
) -> None:
    place, _ = make_classroom(context, alice)
    enrol(context, place, bob, 0)
    learn(context, bob, YEARS, NOON + timedelta(days=1))
    longer = "The first voyage, on the Tern, lasted from 1874 to 1877."
    change(context, ada, YEARS, LATER, statement=longer, value="1874 to 1877", answer="1874–77")
    report = reports.student_report(context, alice, place, bob.public_id, LATER)
    assert (report.answers, report.right) == (1, 1)
    assert report.learner.introduced == 0
