"""Recognition first, recall as the memory grows; the same seed asks the same question."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.memory.asking import ASKABLE_KINDS, FIRM_STABILITY, choose_question
from quizapp.core.memory.state import Phase
from quizapp.core.questions import QuestionKind

CARD = (1, QuestionKind.FLASHCARD)
CHOICE = (2, QuestionKind.SINGLE_CHOICE)
TRUE_FALSE = (3, QuestionKind.TRUE_FALSE)
TYPED = (4, QuestionKind.SHORT_ANSWER)
MATCHING = (5, QuestionKind.MATCHING)
ORDERING = (7, QuestionKind.ORDERING)
SEVERAL = (8, QuestionKind.MULTIPLE_CHOICE)
QUESTIONS = st.lists(
    st.tuples(st.integers(1, 50), st.sampled_from(QuestionKind)), unique_by=lambda row: row[0]
)


@pytest.mark.parametrize(
    ("offered", "asked"),
    [
        ([TYPED, CARD, TRUE_FALSE, CHOICE], CHOICE),
        ([TYPED, CARD, TRUE_FALSE], TRUE_FALSE),
        ([TYPED, CARD], CARD),
        ([MATCHING, TYPED], TYPED),
        ([MATCHING, ORDERING, SEVERAL], SEVERAL),
        ([MATCHING], MATCHING),
    ],
)
def test_a_new_fact_is_recognised_before_it_is_recalled(
    offered: list[tuple[int, QuestionKind]], asked: tuple[int, QuestionKind]
) -> None:
    assert choose_question(offered, Phase.NEW, None, seed="s") == asked[0]


@pytest.mark.parametrize(
    ("phase", "stability"),
    [
        (Phase.LEARNING, 0.4),
        (Phase.RELEARNING, 3.0),
        (Phase.REVIEW, FIRM_STABILITY),
    ],
)
def test_the_same_day_and_firm_memories_are_recalled(phase: Phase, stability: float) -> None:
    seeds = [str(number) for number in range(30)]
    asked = {choose_question([CHOICE, TYPED], phase, stability, seed=seed) for seed in seeds}
    assert asked == {TYPED[0]}


def test_a_weak_memory_is_asked_in_every_way() -> None:
    seeds = [str(number) for number in range(60)]
    asked = {choose_question([CHOICE, TYPED], Phase.REVIEW, 1.0, seed=seed) for seed in seeds}
    assert asked == {CHOICE[0], TYPED[0]}


def test_the_last_question_comes_again_only_when_there_is_no_other() -> None:
    more = (6, QuestionKind.SINGLE_CHOICE)
    for seed in map(str, range(20)):
        chosen = choose_question([CHOICE, more], Phase.NEW, None, seed=seed, last=CHOICE[0])
        assert chosen == more[0]
    assert choose_question([CHOICE], Phase.NEW, None, seed="s", last=CHOICE[0]) == CHOICE[0]


@pytest.mark.parametrize(
    ("phase", "stability", "asked"),
    [
        (Phase.LEARNING, 0.4, {TYPED, MATCHING, ORDERING}),
        (Phase.REVIEW, 1.0, {TYPED, MATCHING, ORDERING, SEVERAL}),
        (Phase.REVIEW, FIRM_STABILITY, {TYPED, ORDERING}),
    ],
)
def test_orders_and_pairs_come_when_their_facts_were_met(
    phase: Phase, stability: float, asked: set[tuple[int, QuestionKind]]
) -> None:
    offered = [TYPED, MATCHING, ORDERING, SEVERAL]
    seeds = [str(number) for number in range(80)]
    found = {choose_question(offered, phase, stability, seed=seed) for seed in seeds}
    assert found == {number for number, _kind in asked}


def test_where_there_is_no_question_none_is_asked() -> None:
    assert choose_question([], Phase.REVIEW, 30.0, seed="s") is None


@given(QUESTIONS, st.sampled_from(Phase), st.floats(0.01, 400), st.text(max_size=8))
def test_the_choice_is_repeatable_askable_and_free_of_order(
    offered: list[tuple[int, QuestionKind]], phase: Phase, stability: float, seed: str
) -> None:
    chosen = choose_question(offered, phase, stability, seed=seed)
    assert chosen == choose_question(offered[::-1], phase, stability, seed=seed)
    askable = {number for number, kind in offered if kind in ASKABLE_KINDS}
    assert chosen in askable if askable else chosen is None
