"""From a teacher's text to what pupils are asked: only what she approved, with its place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from sqlalchemy import func, select

from quizapp.services import study
from quizapp.services.authoring import DraftRefused
from quizapp.services.checking import check
from quizapp.services.context import Context, NotFound, Refused
from quizapp.services.sources import deciding, deciding_many, intake, reading, restoring, running
from quizapp.services.sources.intake import NewText, TextRefused
from quizapp.services.sources.leases import LEASE, JobLost, claim, step
from quizapp.store.models import Card, Fact, Job, Question, QuestionFact, Source
from quizapp.store.queries.people import Person
from tests.factories import make_cards, make_question
from tests.services.sources.conftest import TEXT, Texts
from tests.world import NOON

Later = Callable[[float], datetime]


def states(context: Context, fact_answer: str) -> list[tuple[str, set[str]]]:
    """State of each fact with this answer, and of the questions on it."""
    with context.store.read() as connection:
        facts = connection.execute(
            select(Fact.id, Fact.state).where(Fact.answer == fact_answer).order_by(Fact.id)
        ).all()
        return [
            (
                state,
                set(
                    connection.execute(
                        select(Question.state)
                        .join(QuestionFact, QuestionFact.question_id == Question.id)
                        .where(QuestionFact.fact_id == number)
                    ).scalars()
                ),
            )
            for number, state in facts
        ]


def odd_rows(context: Context) -> list[str]:
    """What `quizapp check` finds in facts and questions (the cards here have no answers)."""
    found = check(context.store, NOON).findings
    return [one.code for one in found if one.table in ("facts", "questions", "sources")]


def own_stems(context: Context, person: Person) -> set[str]:
    """Everything about the lighthouse that this person could be asked now."""
    from quizapp.store.models import QuestionVersion
    from quizapp.store.queries.visibility import questions_in_reach

    with context.store.read() as connection:
        found = connection.execute(
            select(QuestionVersion.stem)
            .join(Question, Question.id == QuestionVersion.question_id)
            .where(questions_in_reach(), Question.collection == "classroom"),
            {"person": person.id},
        )
        return set(found.scalars())


def test_values_are_marked_and_furniture_is_struck_out(texts: Texts) -> None:
    screen = texts.screen(texts.given_and_read())
    assert screen.progress.state == "done"
    assert [one.reason for one in screen.paragraphs] == ["menu", "", "", ""]
    assert [one.number for one in screen.paragraphs] == [0, 1, 2, 3]
    marked = [p.text for one in screen.paragraphs for p in one.pieces if p.candidate]
    assert {"1871", "38 metres", "1903", "1988", "Dr. Elisa Montalvo"} <= set(marked)
    assert "".join(p.text for p in screen.paragraphs[1].pieces) == TEXT.split("\n")[1]
    assert screen.card is not None
    assert screen.card.answer == "Punta Serena"
    assert screen.card.makes >= 3


def test_an_approved_fact_is_asked_with_its_place(
    texts: Texts, context: Context, bob: Person, dan: Person
) -> None:
    slug = texts.given_and_read()
    texts.join(bob)
    assert own_stems(context, bob) == set()
    texts.approve(slug, "1871")
    assert own_stems(context, dan) == set()
    assert any("Punta Serena" in stem for stem in own_stems(context, bob))
    screen = study.ask(context, bob, NOON)
    assert "Punta Serena" in screen.stem
    with context.store.read() as connection:
        row = connection.execute(select(Fact).where(Fact.answer == "1871")).first()
        source = connection.execute(select(Source).where(Source.slug == slug)).first()
    assert row is not None
    assert source is not None
    assert source.paragraphs.index(row.paragraph) == 0
    assert row.anchor in TEXT.split("\n")[1]


def test_what_is_rejected_or_waits_reaches_nobody(
    texts: Texts, context: Context, alice: Person, bob: Person
) -> None:
    slug = texts.given_and_read()
    texts.join(bob)
    deciding.reject(context, alice, slug, texts.card(slug, "1871").public_id, NOON)
    assert own_stems(context, bob) == set()
    with context.store.read() as connection:
        made = connection.execute(
            select(func.count()).where(Fact.collection == "classroom")
        ).scalar_one()
    assert made == 0


def test_another_teacher_reaches_nothing(texts: Texts, context: Context, carol: Person) -> None:
    slug = texts.given_and_read()
    card = texts.screen(slug).card
    assert card is not None
    doors: list[Callable[[], object]] = [
        lambda: reading.review(context, carol, slug, NOON),
        lambda: deciding.approve(context, carol, slug, card.public_id, "a", card.statement, NOON),
        lambda: deciding.reject(context, carol, slug, card.public_id, NOON),
        lambda: deciding_many.approve_clean(context, carol, slug, NOON),
        lambda: deciding.undo(context, carol, slug, NOON),
        lambda: intake.save_version(context, carol, slug, "Another text.", NOON),
        lambda: intake.cancel(context, carol, slug),
        lambda: restoring.restore(context, carol, slug, 1),
        lambda: reading.text_to_change(context, carol, slug),
    ]
    for door in doors:
        with pytest.raises(NotFound):
            door()
    assert reading.texts(context, carol) == ()


def test_pupils_give_no_texts(context: Context, bob: Person) -> None:
    with pytest.raises(Refused, match="not_allowed"):
        intake.save(context, bob, NewText("A", "B"), NOON)


def test_undo_takes_fact_and_questions_back(texts: Texts, context: Context, alice: Person) -> None:
    slug = texts.given_and_read()
    card = texts.card(slug, "1871")
    texts.approve(slug, "1871")
    assert deciding.undo(context, alice, slug, NOON) == card.public_id
    assert states(context, "1871") == [("retired", {"retired"})]
    assert texts.screen(slug).approved == 0
    texts.approve(slug, "1871")
    assert states(context, "1871") == [("approved", {"ready"})]


def test_a_statement_must_say_the_value(texts: Texts, context: Context, alice: Person) -> None:
    slug = texts.given_and_read()
    card = texts.card(slug, "1871")
    for subject, statement, code in (
        ("The lighthouse", "The lighthouse of Punta Serena is old.", "no_value"),
        ("", card.statement, "no_subject"),
        ("The lighthouse", card.statement + " x" * 400, "too_long"),
        ("The lighthouse", "It was built in 1871.", "no_questions"),
        ("The lighthouse", "Her tower was built in 1871.", "no_questions"),
    ):
        with pytest.raises(Refused, match=code):
            deciding.approve(context, alice, slug, card.public_id, subject, statement, NOON)
    assert states(context, "1871") == []


def test_two_windows_decide_once(texts: Texts, context: Context, alice: Person) -> None:
    slug = texts.given_and_read()
    card = texts.card(slug, "1871")
    texts.approve(slug, "1871")
    with pytest.raises(Refused, match="decided"):
        deciding.reject(context, alice, slug, card.public_id, NOON)
    assert states(context, "1871") == [("approved", {"ready"})]


def test_all_clear_ones_at_once_and_back(texts: Texts, context: Context, alice: Person) -> None:
    slug = texts.given_and_read()
    clear = texts.screen(slug).clear
    count = deciding_many.approve_clean(context, alice, slug, NOON)
    assert 2 <= count <= clear
    screen = texts.screen(slug)
    assert screen.approved == count
    assert screen.questions > count
    deciding.undo(context, alice, slug, NOON)
    assert texts.screen(slug).approved == 0


def test_what_is_known_stands_beside(texts: Texts) -> None:
    slug = texts.given_and_read()
    texts.approve(slug, "1871")
    again = texts.given_and_read(
        "The lighthouse of Punta Serena was built in 1871.\n"
        "The lighthouse of Punta Serena was built in 1874."
    )
    same, other = texts.card(again, "1871").similar, texts.card(again, "1874").similar
    assert [one.same_value for one in same] == [True]
    assert [one.same_value for one in other] == [False]


def test_a_line_is_restored_with_its_values(texts: Texts, context: Context, alice: Person) -> None:
    slug = texts.given_and_read("Copyright 1994 Editorial Sur.\nThe tower is 38 metres high.")
    assert texts.screen(slug).total == 1
    restoring.restore(context, alice, slug, 1)
    screen = texts.screen(slug)
    assert [one.reason for one in screen.paragraphs] == ["", ""]
    assert screen.total > 1
    assert texts.card(slug, "38 metres").paragraph == 2


def test_only_what_depends_on_a_change_asks_for_review(
    texts: Texts, context: Context, bob: Person
) -> None:
    slug = texts.given_and_read()
    for answer in ("1871", "1903", "38 metres", "1988"):
        texts.approve(slug, answer)
    with context.store.read() as connection:
        facts = list(connection.execute(select(Fact.id).where(Fact.answer == "1871")).scalars())
    make_cards(context, [bob.id], facts)
    texts.change(slug, "A new first line stands here.\n" + TEXT.replace("1871", "1874"))
    assert states(context, "1871") == [("approved", {"review"})]
    for answer in ("1903", "38 metres", "1988"):
        assert states(context, answer) == [("approved", {"ready"})], answer
    screen = texts.screen(slug)
    assert (screen.changed, screen.approved) == (1, 3)
    assert screen.card is not None
    assert screen.card.old is not None
    assert (screen.card.answer, screen.card.old.answer) == ("1874", "1871")
    assert odd_rows(context) == []
    texts.approve(slug, "1874")
    assert odd_rows(context) == []
    assert states(context, "1871") == [("retired", {"retired"})]
    assert states(context, "1874") == [("approved", {"ready"})]
    with context.store.read() as connection:
        assert connection.execute(select(func.count()).select_from(Card)).scalar_one() == 1
        moved = connection.execute(select(Fact.paragraph).where(Fact.answer == "1903")).scalar()
    assert moved == 4


def test_mended_wording_keeps_the_fact_and_its_memory(
    texts: Texts, context: Context, bob: Person
) -> None:
    slug = texts.given_and_read()
    texts.approve(slug, "1871")
    with context.store.read() as connection:
        before = connection.execute(select(Fact.id).where(Fact.answer == "1871")).scalar_one()
    make_cards(context, [bob.id], [before])
    mended = TEXT.replace("was built in 1871", "on Cabo Serena was built in 1871 by Italian masons")
    mended = mended.replace("Punta Serena on Cabo Serena", "Cabo Serena")
    texts.change(slug, mended)
    texts.approve(slug, "1871")
    assert states(context, "1871") == [("approved", {"ready"})]


def test_a_fact_whose_place_is_gone_is_kept_or_taken_back(
    texts: Texts, context: Context, alice: Person
) -> None:
    slug = texts.given_and_read()
    for answer in ("38 metres", "1988"):
        texts.approve(slug, answer)
    texts.change(slug, TEXT.split("\n")[1])
    assert states(context, "1988") == [("approved", {"review"})]
    gone = texts.screen(slug).card
    assert gone is not None
    assert gone.state == "gone"
    deciding.approve(context, alice, slug, gone.public_id, "", "", NOON)
    left = texts.screen(slug).card
    assert left is not None
    deciding.reject(context, alice, slug, left.public_id, NOON)
    assert states(context, gone.answer) == [("approved", {"ready"})]
    assert states(context, left.answer) == [("retired", {"retired"})]


def test_the_same_text_is_one_source(texts: Texts, context: Context) -> None:
    assert texts.give() == texts.give()
    with context.store.read() as connection:
        assert connection.execute(select(func.count()).select_from(Job)).scalar_one() == 1


def test_a_job_has_one_worker_and_outlives_it(texts: Texts, context: Context, later: Later) -> None:
    slug = texts.give()
    first = claim(context, "first", NOON)
    assert first is not None
    assert claim(context, "second", later(1)) is None
    after = LEASE.total_seconds() + 1
    assert running.work_once(context, lambda: later(after), "second")
    screen = texts.screen(slug)
    assert screen.progress.state == "done"
    found = screen.total
    # the first one wakes up, and may not write any more
    with pytest.raises(JobLost):
        context.store.transact(lambda connection: step(connection, first, later(after + 1)))
    assert texts.screen(slug).total == found > 0


def test_a_job_that_was_killed_half_way_goes_on_behind_what_was_stored(
    texts: Texts, context: Context, later: Later, monkeypatch: pytest.MonkeyPatch
) -> None:
    slug = texts.give()
    monkeypatch.setattr(running, "FIRST", 2)
    monkeypatch.setattr(running, "BATCH", 2)

    class Killed(BaseException):
        """No handler sees it, as with kill -9."""

    seen = []

    def clock() -> datetime:
        seen.append(1)
        if len(seen) > 5:
            raise Killed
        return NOON

    with pytest.raises(Killed):
        running.work_once(context, clock, "first")
    half = texts.screen(slug)
    assert half.progress.state == "running"
    assert 0 < half.total < 8
    texts.read(later(LEASE.total_seconds() + 1))
    whole = texts.screen(slug)
    assert whole.progress.state == "done"
    fresh = texts.given_and_read(TEXT, title="Another", audience="")
    assert [one.text for p in whole.paragraphs for one in p.pieces] == [
        one.text for p in texts.screen(fresh).paragraphs for one in p.pieces
    ]


def test_reading_is_stopped_and_goes_on(texts: Texts, context: Context, alice: Person) -> None:
    slug = texts.give()
    intake.cancel(context, alice, slug)
    texts.read()
    assert texts.screen(slug).progress.state == "cancelled"
    assert texts.screen(slug).total == 0
    intake.read_again(context, alice, slug)
    texts.read()
    assert texts.screen(slug).total > 0


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"title": " "}, "title_empty"),
        ({"text": "\n \n"}, "text_empty"),
        ({"text": "a b. " * 250_000}, "text_long"),
        ({"url": "javascript:alert(1)"}, "url_odd"),
        ({"as_of": "some day"}, "as_of_odd"),
        ({"audience": "somebody else's"}, "audience_unknown"),
        ({"author": "x" * 201}, "too_long"),
    ],
)
def test_a_text_that_cannot_be_taken_stores_nothing(
    texts: Texts, context: Context, changes: dict[str, str], code: str
) -> None:
    with pytest.raises(TextRefused) as refused:
        texts.give(**changes)
    assert [flaw.code for flaw in refused.value.flaws] == [code]
    with context.store.read() as connection:
        assert connection.execute(select(func.count()).select_from(Job)).scalar_one() == 0


def test_a_text_without_facts_says_so(texts: Texts) -> None:
    screen = texts.screen(texts.given_and_read("There is nothing to count in the text."))
    assert (screen.progress.state, screen.total, screen.card) == ("done", 0, None)


def test_an_opinion_names_who_holds_it(texts: Texts, context: Context, bob: Person) -> None:
    slug = texts.given_and_read(evidence="opinion article", author="Elena Ruiz")
    texts.join(bob)
    texts.approve(slug, "1871")
    stems = own_stems(context, bob)
    assert stems
    assert all("Elena Ruiz" in stem for stem in stems)


def test_a_question_of_ones_own_cites_a_paragraph_that_the_text_has(
    texts: Texts, context: Context, alice: Person
) -> None:
    slug = texts.given_and_read()
    make_question(context, alice, source=slug, paragraph="2")
    with pytest.raises(DraftRefused):
        make_question(context, alice, source=slug, paragraph="9")
    with context.store.read() as connection:
        lines = connection.execute(select(Source.paragraphs).where(Source.slug == slug)).scalar()
    assert lines == [2, 3, 4]
