"""A school changes a shipped fact: its questions follow, memories stay or begin anew."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import func, select

from quizapp.services import facts as service
from quizapp.services import study
from quizapp.services.bank_loading import load_bank
from quizapp.services.checking import check
from quizapp.services.context import Context, NotFound, Refused
from quizapp.services.facts import ChangeRefused
from quizapp.store.models import (
    AuditEvent,
    Card,
    Fact,
    FactOverlay,
    FormerFact,
    Question,
    QuestionFact,
    QuestionVersion,
    Review,
)
from quizapp.store.queries.people import Person
from tests.core.bank.at_hand import polar
from tests.services.facts.school import (
    YEARS,
    bank_with,
    card,
    change,
    draft_of,
    form,
    learn,
    version_of,
)
from tests.world import NOON

BETTER = "The first voyage, that of the Tern, lasted from 1874 to 1876."
LONGER = {"statement": "The first voyage, on the Tern, lasted from 1874 to 1877."}
LONGER |= {"value": "1874 to 1877", "answer": "1874–77"}
LATER = NOON + timedelta(days=3)


def scalar(context: Context, statement: Any) -> Any:
    with context.store.read() as connection:
        return connection.execute(statement).scalar_one()


def count(context: Context, model: type, *where: Any) -> int:
    return int(scalar(context, select(func.count()).select_from(model).where(*where)))


def versions(context: Context) -> dict[str, int]:
    with context.store.read() as connection:
        rows = connection.execute(select(Question.public_id, Question.version_number))
        return {row[0]: row[1] for row in rows}


def statement(context: Context, fact: str = YEARS) -> str:
    return str(scalar(context, select(Fact.statement).where(Fact.public_id == fact)))


def sound(context: Context) -> bool:
    findings = check(context.store, LATER + timedelta(days=30)).findings
    assert findings == []
    return not findings


def test_a_mended_wording_keeps_the_memory_to_the_bit(
    context: Context, ada: Person, bob: Person
) -> None:
    learn(context, bob, YEARS, NOON)
    learn(context, bob, YEARS, NOON + timedelta(days=1))
    before = card(context, bob, YEARS)
    change(context, ada, YEARS, LATER, statement=BETTER)
    assert statement(context) == BETTER
    assert card(context, bob, YEARS) == before
    assert before is not None
    assert count(context, FormerFact) == 0
    assert sound(context)


def test_exactly_the_questions_that_change_get_a_version(context: Context, ada: Person) -> None:
    change(context, ada, YEARS, LATER, statement=BETTER)
    built = {
        question.id: question for question in bank_with(tern_years={"statement": BETTER}).questions
    }
    differ = {question.id for question in polar().questions if built[question.id] != question}
    assert len(differ) > 3
    assert {name for name, number in versions(context).items() if number > 1} == differ
    with context.store.read() as connection:
        made = connection.execute(
            select(QuestionVersion.author_id, QuestionVersion.reason)
            .where(QuestionVersion.number > 1)
            .distinct()
        ).all()
    assert [tuple(row) for row in made] == [(ada.id, "The archive says so.")]


def test_another_value_is_met_anew_and_the_history_stays(
    context: Context, ada: Person, bob: Person
) -> None:
    learn(context, bob, YEARS, NOON)
    learn(context, bob, "founded", NOON)
    other = card(context, bob, "founded")
    change(context, ada, YEARS, LATER, **LONGER)
    assert card(context, bob, YEARS) is None
    assert card(context, bob, "founded") == other
    learn(context, bob, YEARS, LATER)
    met = card(context, bob, YEARS)
    assert met is not None
    assert count(context, Review, Review.learner_id == bob.id) == 3
    assert count(context, Card, Card.learner_id == bob.id) == 3
    assert count(context, Fact, Fact.public_id.like(f"{YEARS}~%"), Fact.state == "retired") == 1
    page = service.fact_page(context, bob, YEARS, "en", LATER)
    assert [review.former for review in page.reviews] == [False, True]
    assert sound(context)


def test_the_answer_of_before_can_be_taken_back(context: Context, ada: Person, bob: Person) -> None:
    learn(context, bob, YEARS, LATER)
    change(context, ada, YEARS, LATER, **LONGER)
    assert study.undo(context, bob, LATER + timedelta(minutes=1)) is None
    assert count(context, Card, Card.learner_id == bob.id) == 0
    assert sound(context)


def test_a_question_on_the_page_is_answered_for_the_value_that_it_asked(
    context: Context, ada: Person, bob: Person
) -> None:
    learn(context, bob, YEARS, NOON)
    open_form = form(context, bob, YEARS, LATER)
    change(context, ada, YEARS, LATER, **LONGER)
    study.answer(context, bob, open_form, "en", LATER)
    assert card(context, bob, YEARS) is None
    assert count(context, Card, Card.learner_id == bob.id, Card.reviews == 2) == 1
    assert sound(context)


def test_the_old_value_comes_back_with_its_memories(
    context: Context, ada: Person, bob: Person
) -> None:
    learn(context, bob, YEARS, NOON)
    before = card(context, bob, YEARS)
    change(context, ada, YEARS, LATER, **LONGER)
    learn(context, bob, YEARS, LATER)
    service.drop(context, ada, YEARS, LATER + timedelta(hours=1))
    assert card(context, bob, YEARS) == before
    assert count(context, FactOverlay) == 0
    assert count(context, FormerFact) == 1
    change(context, ada, YEARS, LATER + timedelta(hours=2), **LONGER)
    again = card(context, bob, YEARS)
    assert again is not None
    assert again != before
    assert count(context, FormerFact) == 1
    assert sound(context)


def test_without_anybody_who_remembers_no_row_is_left_behind(context: Context, ada: Person) -> None:
    change(context, ada, YEARS, LATER, **LONGER)
    assert count(context, FormerFact) == 0
    links = select(func.count()).select_from(QuestionFact).join(Fact).where(Fact.public_id == YEARS)
    assert scalar(context, links) > 3
    assert sound(context)


def test_a_newer_bank_keeps_the_change_and_proposes_its_wording(
    context: Context, ada: Person, bob: Person
) -> None:
    learn(context, bob, YEARS, NOON)
    change(context, ada, YEARS, LATER, statement=BETTER)
    before = card(context, bob, YEARS)
    theirs = "The first voyage, on board the Tern, lasted from 1874 to 1876."
    newer = bank_with(tern_years={"statement": theirs}, founded={"topic": "Beginnings"})
    load_bank(context, newer, LATER)
    assert statement(context) == BETTER
    assert card(context, bob, YEARS) == before
    (waiting,) = service.changed_facts(context, ada, "en")
    assert waiting.waits
    assert [(row.before, row.after) for row in waiting.theirs] == [
        ("The first voyage, on the Tern, lasted from 1874 to 1876.", theirs)
    ]
    assert load_bank(context, newer, LATER).nothing
    service.keep(context, ada, YEARS, LATER)
    assert [one.waits for one in service.changed_facts(context, ada, "en")] == [False]
    assert statement(context) == BETTER
    service.drop(context, ada, YEARS, LATER)
    assert statement(context) == theirs
    assert sound(context)


def test_a_newer_bank_that_says_nothing_new_of_the_fact_proposes_nothing(
    context: Context, ada: Person
) -> None:
    change(context, ada, YEARS, LATER, statement=BETTER)
    load_bank(context, bank_with(founded={"statement": "The survey dates from 1871."}), LATER)
    assert [one.waits for one in service.changed_facts(context, ada, "en")] == [False]
    assert statement(context) == BETTER
    assert statement(context, "founded") == "The survey dates from 1871."
    assert sound(context)


def test_a_changed_fact_that_the_bank_gives_up_is_retired_and_comes_back_changed(
    context: Context, ada: Person, bob: Person
) -> None:
    learn(context, bob, YEARS, NOON)
    change(context, ada, YEARS, LATER, statement=BETTER)
    before = card(context, bob, YEARS)
    bank = polar()
    fewer = bank_with()
    facts = tuple(fact for fact in fewer.facts if fact.id != YEARS)
    questions = tuple(q for q in fewer.questions if YEARS not in q.facts)
    load_bank(context, type(bank)(fewer.sources, facts, questions), LATER)
    assert scalar(context, select(Fact.state).where(Fact.public_id == YEARS)) == "retired"
    assert [one.shipped for one in service.changed_facts(context, ada, "en")] == [False]
    with pytest.raises(NotFound):
        service.editing(context, ada, YEARS, "en")
    assert service.fact_page(context, bob, YEARS, "en", LATER).reviews
    load_bank(context, bank, LATER)
    assert statement(context) == BETTER
    assert card(context, bob, YEARS) == before
    assert sound(context)


def test_what_follows_is_told_before_it_is_saved(
    context: Context, ada: Person, bob: Person
) -> None:
    learn(context, bob, YEARS, NOON)
    draft, _ = draft_of(context, ada, YEARS, **LONGER)
    effect = service.look(context, ada, YEARS, draft, "en")
    assert (effect.new_value, effect.back, effect.learners) == (True, False, 1)
    assert effect.fact.value == "1874/1877"
    assert any(one.before and one.after and one.before != one.after for one in effect.questions)
    assert count(context, FactOverlay) == 0
    draft, _ = draft_of(context, ada, YEARS, statement=BETTER)
    assert not service.look(context, ada, YEARS, draft, "en").new_value


WRONG: tuple[tuple[str, dict[str, str], str, str], ...] = (
    (YEARS, {}, "", "nothing_changed"),
    (YEARS, {"statement": " "}, "statement", "missing"),
    (YEARS, {"statement": BETTER, "reason": ""}, "reason", "missing"),
    (YEARS, {"value": "soon"}, "value", "time_unreadable"),
    (YEARS, {"value": ""}, "value", "value_missing"),
    ("givers", {"value": "many"}, "value", "number_unreadable"),
    ("givers", {"value": "1.200"}, "value", "value_ambiguous"),
    (YEARS, {"answer": "x" * 401}, "answer", "too_long"),
    (YEARS, {"accept": "a form\n" * 21}, "accept", "too_many"),
)


def test_what_is_wrong_is_told_at_its_field(context: Context, ada: Person) -> None:
    for fact, typed, field, code in WRONG:
        draft, seen = draft_of(context, ada, fact, **typed)
        with pytest.raises(ChangeRefused) as refused:
            service.save(context, ada, fact, draft, seen, "en", NOON)
        assert (field, code) in {(one.field, one.code) for one in refused.value.problems}, typed
    assert count(context, FactOverlay) == 0


def test_a_change_that_would_make_a_flawed_question_is_refused(
    context: Context, ada: Person
) -> None:
    draft, seen = draft_of(context, ada, "chairman", answer="all of the above")
    with pytest.raises(ChangeRefused) as refused:
        service.save(context, ada, "chairman", draft, seen, "en", NOON)
    assert {one.code for one in refused.value.problems} == {"flawed"}


def test_who_looked_at_an_older_wording_is_told(context: Context, ada: Person) -> None:
    draft, seen = draft_of(context, ada, YEARS, statement=BETTER)
    change(context, ada, YEARS, statement=BETTER + " ")
    with pytest.raises(Refused, match="changed_meanwhile"):
        service.save(context, ada, YEARS, draft, seen, "en", NOON)


def test_only_who_looks_after_the_school_may_change_its_facts(
    context: Context, ada: Person, alice: Person, bob: Person
) -> None:
    draft, seen = draft_of(context, ada, YEARS, statement=BETTER)
    change(context, ada, YEARS, statement=BETTER)
    for eve in (alice, bob):
        for forbidden in (
            partial(service.editing, context, eve, YEARS, "en"),
            partial(service.look, context, eve, YEARS, draft, "en"),
            partial(service.save, context, eve, YEARS, draft, seen, "en", NOON),
            partial(service.keep, context, eve, YEARS, NOON),
            partial(service.drop, context, eve, YEARS, NOON),
            partial(service.changed_facts, context, eve, "en"),
        ):
            with pytest.raises(Refused, match="not_allowed"):
                forbidden()


def test_every_step_is_told_in_the_history_and_the_log(context: Context, ada: Person) -> None:
    change(context, ada, YEARS, NOON, statement=BETTER)
    change(context, ada, YEARS, NOON + timedelta(minutes=1), **LONGER)
    service.drop(context, ada, YEARS, NOON + timedelta(minutes=2))
    steps = service.fact_page(context, ada, YEARS, "en", LATER).steps
    assert [(step.number, step.origin, step.author) for step in steps] == [
        (4, "bank", "Ada"),
        (3, "school", "Ada"),
        (2, "school", "Ada"),
        (1, "bank", ""),
    ]
    told = {row.name: (row.before, row.after) for row in steps[1].differences}
    assert told["value"] == ("1874–76", "1874–77")
    with context.store.read() as connection:
        actions = connection.execute(
            select(AuditEvent.action).where(AuditEvent.object_id == YEARS).order_by(AuditEvent.id)
        ).scalars()
        assert list(actions) == ["fact.changed", "fact.changed", "fact.change_dropped"]


def test_the_fact_in_force_is_asked_in_force(context: Context, ada: Person, bob: Person) -> None:
    change(context, ada, YEARS, LATER, **LONGER)
    seen = study.question_again(context, bob, version_of(context, f"{YEARS}.date"), LATER)
    answer = study.Submission(seen.key, seen.version, text="1874 to 1877")
    verdict = study.answer(context, bob, answer, "en", LATER)
    assert verdict.outcome.value == "right"
    assert "1877" in verdict.facts[0].statement
