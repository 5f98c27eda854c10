"""The kinds that are chosen, put in order or rated; the registry; the table of notes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import quizapp.core.grading
from quizapp.core.grading import GRADERS, grade
from quizapp.core.grading.notes import NOTES, note
from quizapp.core.grading.verdict import Outcome, Response, Verdict
from quizapp.core.questions import AnswerKey, Option, Question, QuestionKind

KEY = AnswerKey("right")


def make(kind: QuestionKind, *options: Option, facts: tuple[str, ...] = ("f",)) -> Question:
    return Question("q", kind, "t", "?", KEY, facts, options)


def choose(question: Question, *chosen: int) -> Verdict:
    return grade(question, Response(chosen=chosen), "en")


def codes(verdict: Verdict) -> list[str]:
    return [each.code for each in verdict.notes]


CHOICE = (
    Option("1896", correct=True),
    Option("1920", feedback="In 1920 the naval mission began."),
    Option("1941"),
)


def test_every_kind_has_its_grader() -> None:
    assert set(GRADERS) == set(QuestionKind)


@pytest.mark.parametrize("kind", [QuestionKind.SINGLE_CHOICE, QuestionKind.TRUE_FALSE])
def test_one_option(kind: QuestionKind) -> None:
    question = make(kind, *CHOICE)
    assert choose(question, 0) == Verdict(Outcome.RIGHT, 1.0, (), (1.0,))
    wrong = choose(question, 1)
    assert (wrong.outcome, wrong.score) == (Outcome.NOT_YET, 0.0)
    assert wrong.notes == (note("chosen_is", text="In 1920 the naval mission began."),)
    assert choose(question, 2) == Verdict(Outcome.NOT_YET, 0.0, (), (0.0,))
    for impossible in ((3,), (-1,), (0, 1)):
        with pytest.raises(ValueError, match="Question q"):
            choose(question, *impossible)


@pytest.mark.parametrize("kind", list(QuestionKind))
def test_nothing_and_dont_know_are_not_yet(kind: QuestionKind) -> None:
    question = Question("q", kind, "t", "?", AnswerKey("1896", value="1896"), ("f", "g"), CHOICE)
    for response in (Response(), Response(text="  "), Response("1896", (0,), 4, dont_know=True)):
        verdict = grade(question, response, "en")
        assert (verdict.outcome, verdict.score, verdict.right) == (Outcome.NOT_YET, 0.0, False)
        assert codes(verdict) == ["no_answer"]
        assert verdict.parts == (0.0, 0.0)


def test_several_right_options_share_the_score() -> None:
    options = [Option(str(n), correct=n < 2, feedback="no" if n == 2 else "") for n in range(4)]
    question = make(QuestionKind.MULTIPLE_CHOICE, *options)
    assert choose(question, 1, 0).outcome is Outcome.RIGHT
    half = choose(question, 0)
    assert (half.outcome, half.score, codes(half)) == (Outcome.PARTLY, 0.5, ["some_missing"])
    mixed = choose(question, 0, 1, 2)
    assert (mixed.score, codes(mixed)) == (0.5, ["some_wrong", "chosen_is"])
    assert choose(question, 0, 3).outcome is Outcome.NOT_YET
    assert choose(question, 0, 1, 2, 3).score == 0.0
    assert codes(choose(question, 0, 1, 3)) == ["some_wrong"], "nothing is known of the last"
    assert choose(question, 2, 3) == Verdict(
        Outcome.NOT_YET,
        0.0,
        (note("some_wrong", count="2"), note("chosen_is", text="no")),
        (0.0,),
    )


def test_several_options_of_which_none_is_right_earn_nothing() -> None:
    question = make(QuestionKind.MULTIPLE_CHOICE, Option("x"), Option("y"), facts=("a", "b"))
    verdict = choose(question, 0)
    assert (verdict.outcome, verdict.score, verdict.parts) == (Outcome.NOT_YET, 0.0, (0.0, 0.0))


def test_a_wrong_option_takes_nothing_from_the_fact_it_belongs_to() -> None:
    options = (
        Option("a", correct=True, fact="a"),
        Option("b", correct=True, fact="b"),
        Option("what b is not", fact="b"),
        Option("y", fact="a"),
        Option("z"),
    )
    question = make(QuestionKind.MULTIPLE_CHOICE, *options, facts=("a", "b"))
    assert choose(question, 0, 1, 2).parts == (0.5, 0.5)
    assert choose(question, 0, 2, 3, 4).parts == (0.0, 0.0), "more wrong than there are right"


def test_several_right_options_rate_each_the_fact_that_it_states() -> None:
    options = [Option(name, correct=name in "abc", fact=name) for name in "axbyc"]
    question = make(QuestionKind.MULTIPLE_CHOICE, *options, facts=("a", "b", "c"))
    assert choose(question, 0, 2, 4).parts == (1.0, 1.0, 1.0)
    assert choose(question, 0, 4).parts == (1.0, 0.0, 1.0)
    assert choose(question, 0, 1, 4).parts == pytest.approx((2 / 3, 0.0, 2 / 3))
    everything = choose(question, 0, 1, 2, 3, 4)
    assert everything.parts == pytest.approx((1 / 3,) * 3)
    context = make(QuestionKind.MULTIPLE_CHOICE, *options, facts=("z",))
    assert choose(context, 0, 4).parts == pytest.approx((2 / 3,)), "options of other facts"


@pytest.mark.parametrize("rating", [1, 2, 3, 4])
def test_a_flashcard_believes_the_learner_and_hard_is_a_pass(rating: int) -> None:
    verdict = grade(make(QuestionKind.FLASHCARD), Response(rating=rating), "en")
    assert verdict.right is (rating >= 2)
    assert verdict.score == float(rating >= 2)
    assert verdict.notes == (note("rated", rating=str(rating)),)


def test_a_flashcard_has_four_ratings() -> None:
    for rating in (0, 5):
        with pytest.raises(ValueError, match="1 to 4"):
            grade(make(QuestionKind.FLASHCARD), Response(rating=rating), "en")


FACTS = ("a", "b", "c", "d")
STEPS = tuple(Option(fact, fact=fact) for fact in FACTS)


def test_ordering_rates_each_fact_by_its_own_place() -> None:
    question = make(QuestionKind.ORDERING, *STEPS, facts=FACTS)
    assert choose(question, 0, 1, 2, 3) == Verdict(Outcome.RIGHT, 1.0, (), (1.0,) * 4)
    swapped = choose(question, 0, 1, 3, 2)
    assert swapped.outcome is Outcome.PARTLY
    assert swapped.parts == pytest.approx((1.0, 1.0, 2 / 3, 2 / 3))
    assert swapped.notes == (note("in_place", right="2", total="4"),)
    assert choose(question, 3, 2, 1, 0).score == 0.0
    moved = choose(question, 3, 0, 1, 2)
    assert moved.parts[3] == 0.0
    assert moved.notes == (note("in_place", right="0", total="4"),)
    assert moved.parts[:3] == pytest.approx((2 / 3,) * 3)
    assert choose(question, 0, 1).score < choose(question, 0, 1, 2).score < 1
    with pytest.raises(ValueError, match="two places"):
        choose(question, 0, 0, 1, 2)


def test_matching_rates_each_pair() -> None:
    options = (
        Option("French mission", correct=True, fact="a"),
        Option("1896", correct=True),
        Option("Italian mission", correct=True, fact="b"),
        Option("1935", correct=True),
        Option("1935"),
        Option("1941"),
    )
    question = make(QuestionKind.MATCHING, *options, facts=("b", "a"))
    assert choose(question, 1, 3) == Verdict(Outcome.RIGHT, 1.0, (), (1.0, 1.0))
    assert choose(question, 1, 4).outcome is Outcome.RIGHT, "two partners that read alike"
    half = choose(question, 1, 5)
    assert (half.outcome, half.score, half.parts) == (Outcome.PARTLY, 0.5, (0.0, 1.0))
    assert half.notes == (note("in_place", right="1", total="2"),)
    assert choose(question, 3, 1).outcome is Outcome.NOT_YET
    assert choose(question, 1, 2).parts == (0.0, 1.0), "its own index leaves a prompt open"
    assert codes(choose(question, 0, 2)) == ["no_answer"]
    with pytest.raises(ValueError, match="2 prompts"):
        choose(question, 1, 3, 4)


def test_a_matching_may_be_answered_in_part() -> None:
    options = [Option(text, correct=True) for text in ("A", "1", "B", "2")]
    two = make(QuestionKind.MATCHING, *options, facts=("a", "b"))
    assert choose(two, 1).parts == (1.0, 0.0), "no prompt names a fact: pair by pair"
    assert choose(two, 1).score == 0.5
    one = make(QuestionKind.MATCHING, *options, facts=("a",))
    assert choose(one, 1).parts == (0.5,)
    other = make(QuestionKind.MATCHING, Option("A", correct=True, fact="z"), *options[1:])
    assert choose(other, 3, 3).parts == (0.5,), "a prompt of another fact"


def test_a_prompt_is_never_its_own_partner() -> None:
    options = [Option(text, correct=True) for text in ("CAEM", "CAEM", "ESG", "1904")]
    question = make(QuestionKind.MATCHING, *options)
    assert choose(question, 0, 3).score == 0.5
    assert choose(question, 1, 3).score == 1.0


def test_an_ordering_whose_options_name_no_facts_goes_by_their_places() -> None:
    steps = [Option(text) for text in "xyz"]
    each = make(QuestionKind.ORDERING, *steps, facts=("a", "b", "c"))
    assert choose(each, 1, 0, 2).parts == (0.5, 0.5, 1.0)
    one = make(QuestionKind.ORDERING, *steps, facts=("a",))
    assert choose(one, 1, 0, 2).parts == pytest.approx((2 / 3,))
    mixed = make(QuestionKind.ORDERING, Option("x", fact="b"), *steps[1:], facts=("a", "b"))
    assert choose(mixed, 1, 0, 2).parts == pytest.approx((2 / 3, 0.5))
    alone = make(QuestionKind.ORDERING, Option("x"))
    assert choose(alone, 0) == Verdict(Outcome.RIGHT, 1.0, (), (1.0,))
    two = make(QuestionKind.ORDERING, *STEPS[:2], facts=("b", "a"))
    assert choose(two, 1, 0).parts == (0.0, 0.0), "of two all is wrong"
    turned = make(QuestionKind.ORDERING, *STEPS[:3], facts=("c", "b", "a"))
    assert choose(turned, 1, 0, 2).parts == (1.0, 0.5, 0.5), "each fact its own option's"


def test_a_question_on_several_facts_repeats_its_score() -> None:
    question = make(QuestionKind.SINGLE_CHOICE, *CHOICE, facts=("a", "b"))
    assert choose(question, 0).parts == (1.0, 1.0)


def test_the_question_s_own_language_is_the_second_reading() -> None:
    key = AnswerKey("7.000", value="7000")
    question = Question("q", QuestionKind.NUMERIC, "t", "?", key, ("f",), language="es")
    assert grade(question, Response("siete mil"), "en").right
    question = Question("q", QuestionKind.NUMERIC, "t", "?", key, ("f",), language="en")
    assert grade(question, Response("siete mil"), "en").outcome is Outcome.UNCLEAR


def test_an_ambiguous_number_names_both_readings_whether_or_not_one_is_right() -> None:
    for value in ("7000", "8000"):
        key = AnswerKey(value, value=value)
        question = Question("q", QuestionKind.NUMERIC, "t", "?", key, ("f",))
        verdict = grade(question, Response("7.000"), "en")
        assert verdict.outcome is Outcome.UNCLEAR
        assert verdict.notes == (note("ambiguous_number", first="7", second="7,000"),)


@pytest.mark.parametrize(
    ("kind", "key", "typed", "text"),
    [
        (QuestionKind.DATE, AnswerKey("1896", (), "1896", look_alikes=("1920",)), "1920", "1920"),
        (QuestionKind.NUMERIC, AnswerKey("6", (), "6", look_alikes=("7000",)), "7000", "7,000"),
        (QuestionKind.SHORT_ANSWER, AnswerKey("EP", look_alikes=("FAP",)), "the fap", "FAP"),
    ],
)
def test_the_answer_to_another_question_is_named(
    kind: QuestionKind, key: AnswerKey, typed: str, text: str
) -> None:
    verdict = grade(Question("q", kind, "t", "?", key, ("f",)), Response(typed), "en")
    assert verdict.outcome is Outcome.NOT_YET
    assert verdict.notes == (note("is_look_alike", text=text),)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Paul Clement", note("spelled", written="Paul Clément", accent="yes")),
        ("Paul Clemant", note("spelled", written="Paul Clément", accent="no")),
    ],
)
def test_a_tolerated_spelling_says_how_it_is_written(typed: str, expected: object) -> None:
    question = Question("q", QuestionKind.SHORT_ANSWER, "t", "?", AnswerKey("Paul Clément"), ("f",))
    assert grade(question, Response(typed), "en").notes == (expected,)


def test_a_malformed_key_is_an_error_not_a_wrong_answer() -> None:
    for kind in (QuestionKind.DATE, QuestionKind.NUMERIC):
        question = Question("q", kind, "t", "?", AnswerKey("soon", value="soon"), ("f",))
        with pytest.raises(ValueError, match="soon"):
            grade(question, Response("1896"), "en")


def test_every_note_in_use_is_in_the_table_and_every_one_in_the_table_is_used() -> None:
    folder = Path(quizapp.core.grading.__file__).parent
    used = {
        code
        for module in folder.glob("*.py")
        for code in re.findall(r'\bnote\(\s*"(\w+)"', module.read_text(encoding="utf-8"))
    }
    assert used == set(NOTES)
    with pytest.raises(KeyError):
        note("spelled", written="x")
