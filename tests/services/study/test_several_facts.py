"""Several right answers, orders and pairs: asked once all facts were met, one review for each."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from quizapp.core.grading.verdict import Outcome
from quizapp.core.memory.policy import Policy
from quizapp.core.memory.replay import ReviewStep, replay
from quizapp.core.memory.state import Rating
from quizapp.core.questions import Question, QuestionKind
from quizapp.services import study
from quizapp.services.checking import check
from quizapp.services.context import Context, Refused
from quizapp.services.study import AnswerUnclear, Submission
from quizapp.services.study.cards import state_of
from quizapp.services.study.content import (
    option_list,
    option_tokens,
    partner_order,
    shown_order,
)
from quizapp.store.engine import Store
from quizapp.store.models import Answer, Card, Fact, Review
from quizapp.store.queries.people import Person
from quizapp.store.queries.study import candidates
from tests.services.study.arranged import (
    ORDER,
    PAIRS,
    QUESTIONS,
    SEVERAL,
    chosen,
    load_arranged,
    matched,
    meet_all,
    ordered,
    shown,
    solved,
)
from tests.services.study.sittings import send, sit, state
from tests.world import NOON, context_on, statements, tells

LATER = NOON + timedelta(minutes=2)
ALL = [pytest.param(one, id=one.kind.value) for one in QUESTIONS.values()]
KEYS = [f"key-{number}" for number in range(400)]


@pytest.fixture
def context(store: Store, tmp_path: Path) -> Context:
    """Services with the questions on several facts, on both databases in turn."""
    made = context_on(store, tmp_path)
    load_arranged(made)
    return made


def offered(context: Context, who: Person) -> set[str]:
    """Which questions on several facts this person may be asked, by way of any fact."""
    kinds = {one.kind: one.id for one in QUESTIONS.values()}
    with context.store.read() as connection:
        numbers = connection.execute(select(Fact.id)).scalars().all()
        found = [one for number in numbers for one in candidates(connection, who.id, number)]
    return {kinds[one.kind] for one in found if one.kind in kinds}


def met(context: Context, who: Person) -> set[str]:
    with context.store.read() as connection:
        rows = connection.execute(
            select(Fact.public_id)
            .join(Card, Card.fact_id == Fact.id)
            .where(Card.learner_id == who.id)
        )
        return set(rows.scalars())


def rows_of(context: Context, who: Person) -> tuple[int, dict[str, int]]:
    """How many answers this person has, and the reviews of each fact."""
    with context.store.read() as connection:
        answers = connection.execute(
            select(func.count()).select_from(Answer).where(Answer.learner_id == who.id)
        ).scalar_one()
        reviews = connection.execute(
            select(Fact.public_id, func.count())
            .join(Review, Review.fact_id == Fact.id)
            .where(Review.learner_id == who.id)
            .group_by(Fact.public_id)
        ).all()
    return answers, {fact: int(count) for fact, count in reviews}


def ratings_of_last(context: Context) -> dict[str, int]:
    with context.store.read() as connection:
        last = select(func.max(Answer.id)).scalar_subquery()
        rows = connection.execute(
            select(Fact.public_id, Review.rating)
            .join(Review, Review.fact_id == Fact.id)
            .where(Review.answer_id == last)
        ).all()
    return {fact: int(rating) for fact, rating in rows}


def test_a_question_is_offered_when_all_its_facts_were_met(
    context: Context, bob: Person, dan: Person
) -> None:
    seen = set()
    for _ in range(6):
        known = met(context, bob)
        wanted = {one.id for one in QUESTIONS.values() if set(one.facts) <= known}
        assert offered(context, bob) == wanted
        seen.add(len(wanted))
        sit(context, bob, NOON)
    assert offered(context, bob) == {one.id for one in QUESTIONS.values()}
    assert len(seen) > 1
    assert offered(context, dan) == set()


def test_a_question_with_a_fact_out_of_reach_is_not_offered(context: Context, bob: Person) -> None:
    meet_all(context, bob)
    with context.store.write() as connection:
        connection.exec_driver_sql("UPDATE facts SET state = 'retired' WHERE public_id = 'polar-4'")
    assert offered(context, bob) == {SEVERAL.id}
    with context.store.write() as connection:
        connection.exec_driver_sql(
            "UPDATE facts SET collection = 'mine' WHERE public_id = 'polar-2'"
        )
    assert offered(context, bob) == set()


def test_they_come_in_a_sitting(context: Context, bob: Person) -> None:
    kinds, at = set(), NOON
    for number in range(400):
        if kinds >= set(QUESTIONS):
            return
        screen = study.ask(context, bob, at)
        if screen is None:
            at += timedelta(days=1)
            continue
        kinds.add(screen.kind)
        if screen.kind in QUESTIONS:
            assert set(QUESTIONS[screen.kind].facts) <= met(context, bob)
            send(context, bob, solved(screen), at)
        else:
            sit(context, bob, at, right=number % 3 > 0)
        at += timedelta(minutes=4)
    raise AssertionError(f"only {kinds} came")


@pytest.mark.parametrize("question", ALL)
def test_a_right_answer_reviews_each_fact_once(
    context: Context, bob: Person, question: Question
) -> None:
    meet_all(context, bob)
    answers, before = rows_of(context, bob)
    verdict = send(context, bob, solved(shown(context, bob, question)), LATER)
    assert verdict.outcome is Outcome.RIGHT
    assert {fact.public_id for fact in verdict.facts} == set(question.facts)
    assert {row.state for row in verdict.question.options} <= {"right_chosen", "other"}
    after = {fact: before[fact] + (fact in question.facts) for fact in before}
    assert rows_of(context, bob) == (answers + 1, after)
    assert set(ratings_of_last(context).values()) == {Rating.GOOD}


def test_each_place_rates_its_own_fact(context: Context, bob: Person) -> None:
    meet_all(context, bob)
    form = ordered(
        shown(context, bob, ORDER), "the last winter", "the naval years", "the hut", "the radio"
    )
    verdict = send(context, bob, form, LATER)
    assert verdict.outcome is Outcome.PARTLY
    assert ratings_of_last(context) == {
        "polar-3": Rating.AGAIN,
        "polar-1": Rating.HARD,
        "polar-4": Rating.HARD,
        "polar-6": Rating.HARD,
    }
    rows = [(r.number, r.text, r.given, r.aside, r.state) for r in verdict.question.options]
    assert rows == [
        (1, "the naval years", "2", "1905–12", "chosen"),
        (2, "the hut", "3", "1924", "chosen"),
        (3, "the radio", "4", "1941", "chosen"),
        (4, "the last winter", "1", "1951", "chosen"),
    ]


def test_each_pair_rates_its_own_fact(context: Context, bob: Person) -> None:
    meet_all(context, bob)
    given = {"the year": "1941", "the leader": "Amélie Dupont", "the harbour": "Ice Harbour"}
    verdict = send(context, bob, matched(shown(context, bob, PAIRS), given), LATER)
    assert [dict(note.values) for note in verdict.notes] == [{"right": "2", "total": "3"}]
    assert ratings_of_last(context) == {"polar-4": 1, "polar-3": 3, "polar-5": 3}
    rows = {row.text: (row.state, row.given, row.partner) for row in verdict.question.options}
    assert rows["the year"] == ("chosen", "1941", "1924")
    assert rows["the leader"] == ("right_chosen", "Amélie Dupont", "Amélie Dupont")


def test_each_right_option_rates_its_own_fact(context: Context, bob: Person) -> None:
    meet_all(context, bob)
    form = chosen(shown(context, bob, SEVERAL), "almost 7,000", "Ice Harbour")
    verdict = send(context, bob, form, LATER)
    assert [note.code for note in verdict.notes] == ["some_missing"]
    assert ratings_of_last(context) == {"polar-2": 3, "polar-5": 3, "polar-3": 1}
    every = chosen(shown(context, bob, SEVERAL), *(option.text for option in SEVERAL.options))
    send(context, bob, every, LATER)
    assert set(ratings_of_last(context).values()) == {Rating.AGAIN}, "all ticked is none known"


@pytest.mark.parametrize("question", ALL)
def test_not_knowing_reviews_every_fact(context: Context, bob: Person, question: Question) -> None:
    meet_all(context, bob)
    screen = shown(context, bob, question)
    verdict = send(context, bob, Submission(screen.key, screen.version, dont_know=True), LATER)
    assert verdict.outcome is Outcome.NOT_YET
    assert ratings_of_last(context) == dict.fromkeys(question.facts, Rating.AGAIN)


@pytest.mark.parametrize("question", ALL)
def test_undo_takes_all_of_it_back(context: Context, bob: Person, question: Question) -> None:
    meet_all(context, bob)
    before = state(context, bob)
    send(context, bob, solved(shown(context, bob, question)), LATER)
    assert state(context, bob) != before
    with statements(context.store) as sent:
        assert study.undo(context, bob, LATER + timedelta(minutes=1)) is not None
    assert len(sent) - 1 <= 7, sent
    assert state(context, bob) == before


@pytest.mark.parametrize("question", ALL)
def test_it_takes_five_statements_and_one_commit(
    context: Context, bob: Person, question: Question
) -> None:
    meet_all(context, bob)
    form = solved(shown(context, bob, question))
    with statements(context.store) as sent:
        send(context, bob, form, LATER)
    stored = sent[next(i for i, text in enumerate(sent) if text.startswith("INSERT")) :]
    assert len(stored) - 1 <= 5, stored
    assert len(sent) - 1 <= 7, sent
    assert sent.count("COMMIT") == 1


def test_what_is_not_finished_comes_back_with_what_was_given(context: Context, bob: Person) -> None:
    meet_all(context, bob)
    before = rows_of(context, bob)
    order, pairs, several = (shown(context, bob, one) for one in (ORDER, PAIRS, SEVERAL))
    full = ordered(order, "the hut", "the radio", "the last winter", "the naval years")
    twice = replace(full, placed=tuple((token, "1") for token, _place in full.placed))
    empty = tuple((row.token, "") for row in pairs.options)
    for form, code in (
        (replace(full, placed=full.placed[:3]), "places_missing"),
        (replace(full, placed=()), "places_missing"),
        (twice, "places_twice"),
        (matched(pairs, {"the year": "1924", "the harbour": "1941"}), "pairs_missing"),
        (Submission(pairs.key, pairs.version, placed=empty), "pairs_missing"),
        (Submission(several.key, several.version), "none_chosen"),
    ):
        with pytest.raises(AnswerUnclear) as back:
            send(context, bob, form, LATER)
        screen = back.value.screen
        assert [note.code for note in screen.notes] == [code]
        assert screen.key == form.key
        assert {row.token: row.given for row in screen.options if row.given} == {
            token: value for token, value in form.rows.items() if value
        }
    assert rows_of(context, bob) == before


def test_a_key_is_one_persons_and_one_answers(context: Context, bob: Person, dan: Person) -> None:
    meet_all(context, bob)
    meet_all(context, dan)
    screen = shown(context, bob, ORDER)
    form = solved(screen)
    with pytest.raises(Refused, match="foreign_key"):
        send(context, dan, form, LATER)
    first, again = (send(context, bob, form, LATER) for _ in range(2))
    assert (first.repeated, again.repeated) == (False, True)
    assert again.question.options == first.question.options
    assert (again.due, again.interval) == (first.due, first.interval)
    assert study.verdict_again(context, bob, screen.key).question.options == first.question.options
    texts = [option.text for option in ORDER.options[::-1]]
    with pytest.raises(Refused, match="key_used_otherwise"):
        send(context, bob, ordered(screen, *texts), LATER)
    assert rows_of(context, dan)[0] == 6


def test_the_verdict_speaks_of_the_fact_that_comes_first(context: Context, bob: Person) -> None:
    meet_all(context, bob)
    form = chosen(shown(context, bob, SEVERAL), "almost 7,000", "Ice Harbour")
    verdict = send(context, bob, form, LATER)
    with context.store.read() as connection:
        last = select(func.max(Answer.id)).scalar_subquery()
        dues = connection.execute(select(Review.due).where(Review.answer_id == last)).scalars()
        assert verdict.due == min(dues)


def test_cards_equal_the_replay_of_their_reviews(context: Context, bob: Person) -> None:
    meet_all(context, bob)
    for number, question in enumerate((ORDER, PAIRS, SEVERAL, ORDER)):
        at = NOON + timedelta(days=2 * number + 1)
        send(context, bob, solved(shown(context, bob, question, at)), at)
    with context.store.read() as connection:
        cards = connection.execute(select(Card.__table__)).all()
        reviews = connection.execute(select(Review.__table__).order_by(Review.id)).all()
    for card in cards:
        steps = [
            ReviewStep(r.at, Rating(r.rating), r.time_zone, r.rollover_hour, r.counts)
            for r in reviews
            if r.fact_id == card.fact_id
        ]
        assert replay(steps, Policy()) == state_of(card)


def test_the_stored_order_never_stands_on_the_page() -> None:
    orders = [tuple(shown_order(ORDER, key)) for key in KEYS]
    stored = tuple(range(len(ORDER.options)))
    assert stored not in orders
    assert len(set(orders)) == 23, "every other order comes"
    assert all(sorted(order) == list(stored) for order in orders)
    assert stored not in {tuple(shown_order(replace(ORDER, ordered=True), key)) for key in KEYS}


def test_the_key_on_the_page_does_not_tell_the_order(context: Context) -> None:
    """Whoever knows this program cannot reckon from the form which option is stored first."""
    guessed = 0
    for key in KEYS:
        index = option_tokens(context, ORDER, key)
        stands = [index[row.token] for row in option_list(context, ORDER, key)]
        guessed += stands == shown_order(ORDER, key)
    assert guessed < len(KEYS) / 4


def test_partners_do_not_stand_beside_their_prompts() -> None:
    right = {0: 1, 2: 3, 4: 5}
    beside = 0
    for key in KEYS:
        prompts, partners = shown_order(PAIRS, key), partner_order(PAIRS, key)
        assert sorted(prompts) == [0, 2, 4]
        assert sorted(partners) == [1, 3, 5, 6]
        assert partners[:3] != [right[prompt] for prompt in prompts]
        beside += partners[0] == right[prompts[0]]
    assert 0.12 < beside / len(KEYS) < 0.35, "a partner stands anywhere"


def test_a_screen_before_the_answer_tells_nothing(context: Context, bob: Person) -> None:
    meet_all(context, bob)
    for question in QUESTIONS.values():
        screen = shown(context, bob, question)
        rows = (*screen.options, *screen.partners)
        assert {(row.state, row.given, row.partner, row.aside) for row in rows} == {("",) * 4}
        assert [row.number for row in screen.options] == list(range(1, len(screen.options) + 1))
        assert not tells(repr(screen), "1951")


TOKENS = st.integers(0, 9)
VALUES = st.one_of(st.integers(-1, 12).map(str), TOKENS.map("token{}".format), st.text(max_size=5))


@given(
    kind=st.sampled_from(sorted(QUESTIONS)),
    choice=st.lists(TOKENS, max_size=6),
    placed=st.lists(st.tuples(TOKENS, VALUES), max_size=6),
    dont_know=st.booleans(),
)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_is_sent_is_one_answer_and_one_review_per_fact_or_nothing(
    context: Context,
    known: Person,
    kind: QuestionKind,
    choice: list[int],
    placed: list[tuple[int, str]],
    dont_know: bool,  # noqa: FBT001 - drawn by name
) -> None:
    question = QUESTIONS[kind]
    screen = shown(context, known, question)
    tokens = [row.token for row in (*screen.options, *screen.partners)]
    name = {f"token{number}": token for number, token in enumerate(tokens)}

    def named(number: int) -> str:
        return tokens[number] if number < len(tokens) else f"{number}"

    form = Submission(
        screen.key,
        screen.version,
        choice=" ".join(named(number) for number in choice),
        placed=tuple((named(number), name.get(value, value)) for number, value in placed),
        dont_know=dont_know,
    )
    answers, reviews = rows_of(context, known)
    try:
        send(context, known, form, LATER)
        send(context, known, form, LATER)
    except (AnswerUnclear, Refused):
        assert rows_of(context, known) == (answers, reviews)
        return
    after = {fact: reviews[fact] + (fact in question.facts) for fact in reviews}
    assert rows_of(context, known) == (answers + 1, after)


@pytest.fixture
def known(context: Context, bob: Person) -> Person:
    """A learner who has met every fact."""
    meet_all(context, bob)
    return bob


def test_a_check_of_the_database_finds_nothing(context: Context, known: Person) -> None:
    for question in QUESTIONS.values():
        for _ in range(2):
            send(context, known, solved(shown(context, known, question)), LATER)
        study.undo(context, known, LATER + timedelta(minutes=1))
    assert check(context.store, LATER).findings == []
